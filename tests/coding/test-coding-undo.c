/* test-coding-undo.c — every kind of coding, undone and done again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"
#include "dossier/march-undo-log.h"
#include "geo/march-drawing.h"

static MarchAssertionDraft *
add_assertion (CodingFixture *fixture, MarchAssertionKind kind)
{
  MarchAssertionDraft *draft =
      march_coding_add_assertion (fixture->coding, march_assertion_draft_new (kind));

  march_draft_set_text (&draft->title, "Talks go on");
  march_draft_set_text (&draft->quantity, "people who went");
  march_draft_set_text (&draft->valid, "14 May 2031");
  march_assertion_draft_set_place (draft, FIXTURE_TARVIA);
  draft->actor = FIXTURE_VELMARK;
  draft->according = FIXTURE_SPEAKER;
  draft->low = draft->high = 12;
  return draft;
}

static void
quote_and_code (CodingFixture *fixture, MarchAssertionKind kind)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 44, 67);
  MarchAssertionDraft *draft = add_assertion (fixture, kind);

  march_assertion_draft_add_tag (draft, "homeland");
  march_assertion_draft_add_participant (draft, FIXTURE_SPEAKER, MARCH_PARTICIPANT_HEAD,
                                         FIXTURE_VELMARK);
  march_coding_add_evidence (fixture->coding, quotation->id, draft->id, MARCH_STANCE_SUPPORTS);
}

static void
code_control (CodingFixture *fixture)
{
  g_autoptr (MarchGeometry) square = fixture_square (12.25, 1, 0.5);

  quote_and_code (fixture, MARCH_KIND_CONTROL);
  march_assertion_draft_add_area (march_coding_get_assertions (fixture->coding)->pdata[0], "2031",
                                  square);
}

static void
code_claim (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_CLAIM);
  march_assertion_draft_add_place (march_coding_get_assertions (fixture->coding)->pdata[0],
                                   FIXTURE_OSTREN_LAND);
}

static void
code_position (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_POSITION);
}

static void
code_value (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_VALUE);
}

static void
code_figure (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_FIGURE);
}

static void
code_event (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_EVENT);
}

static void
code_thesis (CodingFixture *fixture)
{
  quote_and_code (fixture, MARCH_KIND_THESIS);
}

/* With a new actor, who holds an office, and a new place made on the way. */
static void
code_on_the_way (CodingFixture *fixture)
{
  MarchActorDraft *actor = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Aren Tolde", "en"));
  MarchPlaceDraft *place = march_coding_add_place (
      fixture->coding, march_place_draft_new (MARCH_PLACE_SETTLEMENT, "Korrin", "en"));
  MarchAssertionDraft *claim;

  march_actor_draft_add_office (actor, FIXTURE_OSTREN, "chancellor", "2030/..")->states_policy =
      TRUE;
  march_place_draft_set_point (place, 12.5, 1.5);
  march_place_draft_add_parent (place, FIXTURE_TARVIA, MARCH_LINK_RECOGNISED);
  march_place_draft_add_name (place, "Коррін", "uk", MARCH_NAME_MAIN);
  march_place_draft_add_name (place, "Korn", "en", MARCH_NAME_VARIANT)->user = actor->id;
  quote_and_code (fixture, MARCH_KIND_CLAIM);
  claim = march_coding_get_assertions (fixture->coding)->pdata[0];
  march_assertion_draft_set_place (claim, place->id);
  claim->according = actor->id;
}

/* With an office of the speaker that the dossier lacks. */
static void
code_with_office (CodingFixture *fixture)
{
  MarchQuotationDraft *quotation = NULL;

  quote_and_code (fixture, MARCH_KIND_CONTROL);
  quotation = march_coding_get_quotations (fixture->coding)->pdata[0];
  march_quotation_draft_set_office (
      quotation, march_office_draft_new (FIXTURE_OSTREN, "chancellor", "2031-05-14/"));
}

static void
code_proposal (CodingFixture *fixture)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 44, 67);
  MarchProposalDraft *proposal =
      march_coding_add_proposal (fixture->coding, march_proposal_draft_new ("A bridge for peace"));
  MarchAssertionDraft *position = add_assertion (fixture, MARCH_KIND_POSITION);

  march_proposal_draft_add_place (proposal, FIXTURE_TARVIA)->law = FIXTURE_OSTREN;
  march_proposal_draft_add_place (proposal, FIXTURE_TARVIA)->holder = FIXTURE_VELMARK;
  position->proposal = proposal->id;
  march_coding_add_evidence (fixture->coding, quotation->id, proposal->id, MARCH_STANCE_SUPPORTS);
  march_coding_add_evidence (fixture->coding, quotation->id, position->id, MARCH_STANCE_DISPUTES);
}

static void
change_assertion (CodingFixture *fixture)
{
  const MarchAssertion *claim = march_corpus_get_assertion (
      march_coding_get_corpus (fixture->coding), FIXTURE_CLAIM);
  MarchAssertionDraft *draft =
      march_coding_add_assertion (fixture->coding, march_assertion_draft_new_from (claim));

  draft->basis = MARCH_CLAIM_TREATY;
  march_coding_add_evidence (fixture->coding, FIXTURE_POINTER, FIXTURE_CLAIM,
                             MARCH_STANCE_QUALIFIES);
}

static void
change_quotation (CodingFixture *fixture)
{
  const MarchQuotation *quotation = march_corpus_get_quotation (
      march_coding_get_corpus (fixture->coding), FIXTURE_QUOTATION);
  MarchQuotationDraft *draft =
      march_coding_add_quotation (fixture->coding, march_quotation_draft_new_from (quotation));
  GError *error = NULL;

  march_quotation_draft_add_span (draft, FIXTURE_TEXT, 0, 3, &error);
  g_assert_no_error (error);
  march_quotation_draft_add_relay (draft, FIXTURE_OSTREN);
  march_quotation_draft_set_actor (draft, MARCH_ROLE_SPEAKER, FIXTURE_VELMARK);
  draft->credibility = 0;
}

static void
change_place (CodingFixture *fixture)
{
  const MarchPlace *place =
      march_corpus_get_place (march_coding_get_corpus (fixture->coding), FIXTURE_TARVIA);
  MarchPlaceDraft *draft =
      march_coding_add_place (fixture->coding, march_place_draft_new_from (place));
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 0.5);

  march_place_draft_set_geometry (draft, square);
  march_draft_set_text (&draft->code, "OS-02");
  g_ptr_array_remove_index (draft->names, 1);
  march_place_draft_add_name (draft, "Tarvien", "de", MARCH_NAME_MAIN);
  ((MarchParentDraft *) draft->parents->pdata[0])->kind = MARCH_LINK_COMPOSITE;
  march_place_draft_add_parent (draft, FIXTURE_VELMARK_LAND, MARCH_LINK_COMPOSITE);
}

static void
redraw_place (CodingFixture *fixture, gint64 id, MarchGeometry *geometry)
{
  MarchCorpus *corpus = march_coding_get_corpus (fixture->coding);

  march_place_draft_set_geometry (
      march_coding_add_place (fixture->coding,
                              march_place_draft_new_from (march_corpus_get_place (corpus, id))),
      geometry);
}

/* A corner is moved where a neighbour has one, and from there on with it. */
static void
redraw_borders (CodingFixture *fixture)
{
  MarchCorpus      *corpus = march_coding_get_corpus (fixture->coding);
  const MarchPlace *own = march_corpus_get_place (corpus, FIXTURE_OSTREN_LAND);
  const MarchPlace *other = march_corpus_get_place (corpus, FIXTURE_VELMARK_LAND);
  const double     *corner = march_geometry_get_part (other->geometry, 0)->points;
  g_autoptr (MarchDrawing) drawing = march_drawing_new (MARCH_GEOMETRY_POLYGON, own->geometry);
  g_autoptr (MarchGeometry) shape = NULL;
  g_autoptr (GPtrArray) moved = NULL;

  march_drawing_add_neighbour (drawing, other->id, other->geometry);
  g_assert_true (march_drawing_move (drawing, 0, 0, corner[0], corner[1], FALSE));
  g_assert_cmpuint (march_drawing_count_shared (drawing, 0, 0), ==, 1);
  g_assert_true (march_drawing_move (drawing, 0, 0, corner[0] - 0.5, corner[1] - 0.5, FALSE));
  shape = march_drawing_get_shape (drawing);
  moved = march_drawing_list_moved (drawing);
  g_assert_cmpuint (moved->len, ==, 1);
  redraw_place (fixture, own->id, shape);
  redraw_place (fixture, other->id, ((MarchMovedOutline *) moved->pdata[0])->geometry);
}

static void
change_actor (CodingFixture *fixture)
{
  const MarchActor *actor =
      march_corpus_get_actor (march_coding_get_corpus (fixture->coding), FIXTURE_SPEAKER);
  MarchActorDraft *draft =
      march_coding_add_actor (fixture->coding, march_actor_draft_new_from (actor));

  draft->palette = 7;
  march_draft_set_text (&((MarchOfficeDraft *) draft->offices->pdata[0])->title, "minister");
  march_actor_draft_add_office (draft, FIXTURE_OSTREN, "", "2028/2029");
  march_actor_draft_add_name (draft, "Йора Тельмі", "uk", TRUE);
}

static void
change_proposal (CodingFixture *fixture)
{
  const MarchProposal *proposal =
      march_corpus_get_proposal (march_coding_get_corpus (fixture->coding), FIXTURE_PROPOSAL);
  MarchProposalDraft *draft =
      march_coding_add_proposal (fixture->coding, march_proposal_draft_new_from (proposal));

  draft->status = MARCH_STATUS_NEVER_ADOPTED;
  march_draft_set_text (&((MarchTermDraft *) draft->places->pdata[0])->deferred, "");
  march_proposal_draft_add_place (draft, FIXTURE_VELMARK_LAND)->law = FIXTURE_VELMARK;
}

static void
change_evidence (CodingFixture *fixture)
{
  march_coding_add_evidence (fixture->coding, FIXTURE_QUOTATION, FIXTURE_CLAIM,
                             MARCH_STANCE_DISPUTES)
      ->existing = TRUE;
}

static const struct
{
  const char *name;
  void (*draft) (CodingFixture *fixture);
  const char *label;
} kinds[] = {
  { "control", code_control, "Quote and code a control" },
  { "claim", code_claim, "Quote and code a claim" },
  { "position", code_position, "Quote and code a position" },
  { "value", code_value, "Quote and code a value" },
  { "figure", code_figure, "Quote and code a figure" },
  { "event", code_event, "Quote and code an event" },
  { "thesis", code_thesis, "Quote and code a thesis" },
  { "on-the-way", code_on_the_way, "Quote and code a claim" },
  { "with-office", code_with_office, "Quote and code a control" },
  { "proposal", code_proposal, "Quote and code a position" },
  { "change-assertion", change_assertion, "Change a claim" },
  { "change-quotation", change_quotation, "Change a quotation" },
  { "change-place", change_place, "Change a place" },
  { "redraw-borders", redraw_borders, "Change a place" },
  { "change-actor", change_actor, "Change an actor" },
  { "change-proposal", change_proposal, "Change a proposal" },
  { "change-evidence", change_evidence, "Say what a quotation bears on" },
};

static void
assert_no_error (CodingFixture *fixture)
{
  g_autoptr (GPtrArray) problems = march_coding_check (fixture->coding);
  const MarchProblem   *error = march_problems_get_error (problems);

  g_assert_cmpstr (error != NULL ? error->sentence : NULL, ==, NULL);
}

static void
test_undo (CodingFixture *fixture, gconstpointer data)
{
  const gsize      kind = GPOINTER_TO_SIZE (data);
  g_autofree char *before = edit_checksum (&fixture->edit);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_auto (MarchUndoState) state = { 0 };
  GError *error = NULL;

  kinds[kind].draft (fixture);
  assert_no_error (fixture);
  coding_write (fixture);
  done = edit_checksum (&fixture->edit);
  g_assert_cmpstr (before, !=, done);

  march_undo_log_undo (fixture->edit.database, "Ilse", &error);
  g_assert_no_error (error);
  undone = edit_checksum (&fixture->edit);
  g_assert_cmpstr (before, ==, undone);

  march_undo_log_redo (fixture->edit.database, "Ilse", &error);
  g_assert_no_error (error);
  redone = edit_checksum (&fixture->edit);
  g_assert_cmpstr (done, ==, redone);

  march_undo_log_read (fixture->edit.database, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state.position, ==, 1);
  g_assert_cmpstr (state.undo_label, ==, kinds[kind].label);
}

/* What is drafted from the records and not changed writes nothing, not even history. */
static void
test_unchanged (CodingFixture *fixture, gconstpointer data)
{
  MarchCorpus     *corpus = march_coding_get_corpus (fixture->coding);
  g_autofree char *before = edit_checksum (&fixture->edit), *after = NULL;

  for (guint i = 0; i < march_corpus_get_quotations (corpus)->len; i++)
    march_coding_add_quotation (
        fixture->coding,
        march_quotation_draft_new_from (march_corpus_get_quotations (corpus)->pdata[i]));
  for (guint i = 0; i < march_corpus_get_actors (corpus)->len; i++)
    march_coding_add_actor (
        fixture->coding, march_actor_draft_new_from (march_corpus_get_actors (corpus)->pdata[i]));
  for (guint i = 0; i < march_corpus_get_places (corpus)->len; i++)
    march_coding_add_place (
        fixture->coding, march_place_draft_new_from (march_corpus_get_places (corpus)->pdata[i]));
  for (guint i = 0; i < march_corpus_get_proposals (corpus)->len; i++)
    march_coding_add_proposal (
        fixture->coding,
        march_proposal_draft_new_from (march_corpus_get_proposals (corpus)->pdata[i]));
  coding_write (fixture);
  after = edit_checksum (&fixture->edit);
  g_assert_cmpstr (before, ==, after);
  edit_expect (&fixture->edit, "SELECT count (*) FROM history", 1);
}

/* An edited assertion is a new version with the evidence of the old one, which stays readable. */
static void
test_version (CodingFixture *fixture, gconstpointer data)
{
  const MarchAssertion *older, *newer;
  gint64                id;

  change_assertion (fixture);
  id = ((MarchAssertionDraft *) march_coding_get_assertions (fixture->coding)->pdata[0])->id;
  coding_write (fixture);
  coding_reload (fixture);
  older = march_corpus_get_assertion (march_coding_get_corpus (fixture->coding), FIXTURE_CLAIM);
  newer = march_corpus_get_assertion (march_coding_get_corpus (fixture->coding), id);
  g_assert_true (older->superseded_by == newer);
  g_assert_cmpint (older->basis, ==, MARCH_CLAIM_DEMAND);
  g_assert_cmpint (newer->basis, ==, MARCH_CLAIM_TREATY);
  g_assert_cmpuint (older->evidence->len, ==, 1);
  g_assert_cmpuint (newer->evidence->len, ==, 2);
  g_assert_cmpint (((MarchEvidence *) newer->evidence->pdata[1])->stance, ==,
                   MARCH_STANCE_QUALIFIES);
}

/* One assertion for each place, and the words bear on each of them. */
static void
test_several_places (CodingFixture *fixture, gconstpointer data)
{
  code_claim (fixture);
  coding_write (fixture);
  edit_expect (&fixture->edit, "SELECT count (*) FROM assertion WHERE kind = 'claim'", 3);
  edit_expect (&fixture->edit,
               "SELECT count (*) FROM evidence JOIN quotation ON quotation_id = quotation.id "
               "WHERE exact = 'Troops stand in Tarvia.'",
               2);
}

/* A pointer keeps nothing of the words, nor of those around them. */
static void
test_pointer (CodingFixture *fixture, gconstpointer data)
{
  coding_quote (fixture, 44, 67)->pointer = TRUE;
  coding_write (fixture);
  edit_expect (&fixture->edit,
               "SELECT count (*) FROM span WHERE exact IS NULL AND prefix = '' AND suffix = '' "
               "AND first = 44 AND beyond = 67 AND length (sha256) = 64",
               1);
  edit_expect (&fixture->edit, "SELECT count (*) FROM quotation WHERE exact IS NULL", 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/coding/undo/%s", kinds[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_undo);
    }
  CODING_ADD ("/coding/unchanged", NULL, test_unchanged);
  CODING_ADD ("/coding/version", NULL, test_version);
  CODING_ADD ("/coding/several-places", NULL, test_several_places);
  CODING_ADD ("/coding/pointer", NULL, test_pointer);
  return g_test_run ();
}
