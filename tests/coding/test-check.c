/* test-check.c — what is said of drafts that are wrong, or not whole yet */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "coding-fixture.h"

/* An assertion with all that its kind needs, and a quotation that supports it. */
static MarchAssertionDraft *
make_whole (CodingFixture *fixture, MarchAssertionKind kind)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 44, 67);
  MarchAssertionDraft *draft =
      march_coding_add_assertion (fixture->coding, march_assertion_draft_new (kind));

  march_draft_set_text (&draft->title, "Talks go on");
  march_draft_set_text (&draft->quantity, "people who went");
  march_draft_set_text (&draft->valid, "2031-05-20");
  march_assertion_draft_set_place (draft, FIXTURE_TARVIA);
  draft->actor = FIXTURE_VELMARK;
  draft->low = 12;
  march_coding_add_evidence (fixture->coding, quotation->id, draft->id, MARCH_STANCE_SUPPORTS);
  return draft;
}

static void
test_whole (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  make_whole (fixture, GPOINTER_TO_UINT (data));
  problems = march_coding_check (fixture->coding);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((MarchProblem *) problems->pdata[i])->sentence);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
end_before_begin (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "2031-05-20/2031-05-02");
}

static void
date_badly (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "the other day");
}

static void
not_date (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "");
}

static void
leave_place (MarchAssertionDraft *draft)
{
  march_assertion_draft_set_place (draft, 0);
}

static void
lose_place (MarchAssertionDraft *draft)
{
  march_assertion_draft_set_place (draft, 4711);
}

static void
leave_actor (MarchAssertionDraft *draft)
{
  draft->actor = 0;
}

static void
lose_according (MarchAssertionDraft *draft)
{
  draft->according = 4711;
}

static void
leave_title (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->title, " \u00a0");
}

static void
conclude (MarchAssertionDraft *draft)
{
  draft->origin = MARCH_ORIGIN_CONCLUDED;
}

static void
prefer (MarchAssertionDraft *draft)
{
  draft->rank = MARCH_RANK_PREFERRED;
}

static void
turn_bounds (MarchAssertionDraft *draft)
{
  draft->high = 3;
}

static void
leave_number (MarchAssertionDraft *draft)
{
  draft->low = NAN;
}

static void
exceed (MarchAssertionDraft *draft)
{
  draft->low = INFINITY;
}

static void
leave_quantity (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->quantity, "");
}

static void
name_nobody (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_participant (draft, 0, MARCH_PARTICIPANT_HEAD, 0);
}

static void
name_twice (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_participant (draft, FIXTURE_SPEAKER, MARCH_PARTICIPANT_HEAD, 0);
  march_assertion_draft_add_participant (draft, FIXTURE_SPEAKER, MARCH_PARTICIPANT_HEAD,
                                         FIXTURE_VELMARK);
}

static void
draw_for_two (MarchAssertionDraft *draft)
{
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  march_assertion_draft_add_area (draft, "2031", square);
  march_assertion_draft_add_place (draft, FIXTURE_OSTREN_LAND);
}

static void
draw_undated (MarchAssertionDraft *draft)
{
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  march_assertion_draft_add_area (draft, "", square);
}

static void
lose_version (MarchAssertionDraft *draft)
{
  draft->supersedes = 4711;
}

static void
repeat_control (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "2031-05-15");
  draft->extent = MARCH_EXTENT_PART;
}

static void
tag_nothing (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_tag (draft, " ");
}

static const struct
{
  const char        *name;
  MarchAssertionKind kind;
  void (*spoil) (MarchAssertionDraft *draft);
  const char        *field;
  MarchProblemLevel  level;
} assertions[] = {
  { "ends-before-it-begins", MARCH_KIND_CONTROL, end_before_begin, "valid", MARCH_PROBLEM_ERROR },
  { "bad-date", MARCH_KIND_CLAIM, date_badly, "valid", MARCH_PROBLEM_ERROR },
  { "no-date", MARCH_KIND_CONTROL, not_date, "valid", MARCH_PROBLEM_WARNING },
  { "no-place", MARCH_KIND_CONTROL, leave_place, "places", MARCH_PROBLEM_ERROR },
  { "lost-place", MARCH_KIND_THESIS, lose_place, "places", MARCH_PROBLEM_ERROR },
  { "no-holder", MARCH_KIND_CONTROL, leave_actor, "actor", MARCH_PROBLEM_ERROR },
  { "no-claimant", MARCH_KIND_CLAIM, leave_actor, "actor", MARCH_PROBLEM_ERROR },
  { "lost-according", MARCH_KIND_EVENT, lose_according, "according", MARCH_PROBLEM_ERROR },
  { "no-title", MARCH_KIND_THESIS, leave_title, "title", MARCH_PROBLEM_ERROR },
  { "no-reasoning", MARCH_KIND_CONTROL, conclude, "reasoning", MARCH_PROBLEM_ERROR },
  { "no-rank-reason", MARCH_KIND_CLAIM, prefer, "rank_reason", MARCH_PROBLEM_ERROR },
  { "bounds", MARCH_KIND_FIGURE, turn_bounds, "high", MARCH_PROBLEM_ERROR },
  { "no-number", MARCH_KIND_FIGURE, leave_number, "low", MARCH_PROBLEM_ERROR },
  { "infinite", MARCH_KIND_FIGURE, exceed, "low", MARCH_PROBLEM_ERROR },
  { "no-quantity", MARCH_KIND_FIGURE, leave_quantity, "quantity", MARCH_PROBLEM_ERROR },
  { "no-participant", MARCH_KIND_EVENT, name_nobody, "participants", MARCH_PROBLEM_ERROR },
  { "same-participant", MARCH_KIND_EVENT, name_twice, "participants", MARCH_PROBLEM_ERROR },
  { "area-of-two", MARCH_KIND_CONTROL, draw_for_two, "areas", MARCH_PROBLEM_ERROR },
  { "area-undated", MARCH_KIND_CONTROL, draw_undated, "areas", MARCH_PROBLEM_ERROR },
  { "lost-version", MARCH_KIND_THESIS, lose_version, "", MARCH_PROBLEM_ERROR },
  { "repeated", MARCH_KIND_CONTROL, repeat_control, "places", MARCH_PROBLEM_WARNING },
  { "empty-tag", MARCH_KIND_VALUE, tag_nothing, "tags", MARCH_PROBLEM_ERROR },
};

static void
test_assertion (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchAssertionDraft *draft = make_whole (fixture, assertions[i].kind);

  coding_expect_nothing (fixture, draft->id, assertions[i].field);
  assertions[i].spoil (draft);
  coding_expect (fixture, draft->id, assertions[i].field, assertions[i].level);
}

/* Kept as a draft: a warning that stands in nobody's way. */
static void
test_no_evidence (CodingFixture *fixture, gconstpointer data)
{
  MarchAssertionDraft *draft = make_whole (fixture, MARCH_KIND_CONTROL);
  MarchEvidenceDraft  *evidence = march_coding_get_evidence (fixture->coding)->pdata[0];

  evidence->stance = MARCH_STANCE_DISPUTES;
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  march_coding_remove_evidence (fixture->coding, evidence);
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  coding_write (fixture);
  edit_expect (&fixture->edit, "SELECT count (*) FROM assertion WHERE kind = 'control'", 2);
}

/* Who says it, and whether that makes a claim. */
static const struct
{
  gint64      speaker; /* 0: a new one, of the kind and with the office below */
  int         kind;
  gint64      body;
  gboolean    policy;
  const char *valid;
  gint64      claimant;
  gboolean    aspiration;
} claims[] = {
  { FIXTURE_SPEAKER, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_VELMARK, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_OSTREN, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_SPEAKER, 0, 0, FALSE, NULL, FIXTURE_SPEAKER, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, FALSE, "2030/..", FIXTURE_VELMARK, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, TRUE, "2030/..", FIXTURE_VELMARK, FALSE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, TRUE, "2028/2029", FIXTURE_VELMARK, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_OSTREN, FALSE, "2030/..", FIXTURE_VELMARK, FALSE },
  { 0, MARCH_ACTOR_ORGAN, FIXTURE_VELMARK, FALSE, "/", FIXTURE_VELMARK, TRUE },
};

static void
test_claim (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchAssertionDraft *draft = make_whole (fixture, MARCH_KIND_CLAIM);
  MarchQuotationDraft *quotation = march_coding_get_quotations (fixture->coding)->pdata[0];
  gint64               speaker = claims[i].speaker;
  g_autofree char     *sql = NULL;

  if (speaker == 0)
    {
      MarchActorDraft *actor = march_coding_add_actor (
          fixture->coding, march_actor_draft_new (claims[i].kind, "Aren Tolde", "en"));

      march_actor_draft_add_office (actor, claims[i].body, "aide", claims[i].valid)
          ->states_policy = claims[i].policy;
      speaker = actor->id;
    }
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, speaker);
  draft->actor = claims[i].claimant;
  draft->basis = MARCH_CLAIM_DEMAND;
  if (claims[i].aspiration)
    coding_expect (fixture, draft->id, "basis", MARCH_PROBLEM_WARNING);
  else
    coding_expect_nothing (fixture, draft->id, "basis");
  coding_write (fixture);
  sql = g_strdup_printf ("SELECT basis = '%s' FROM assertion WHERE id = %" G_GINT64_FORMAT,
                         claims[i].aspiration ? "aspiration" : "demand", draft->id);
  edit_expect (&fixture->edit, sql, 1);
}

/* Of a report, it counts whom it is about. */
static void
test_reported_claim (CodingFixture *fixture, gconstpointer data)
{
  MarchAssertionDraft *draft = make_whole (fixture, MARCH_KIND_CLAIM);
  MarchQuotationDraft *quotation = march_coding_get_quotations (fixture->coding)->pdata[0];
  MarchActorDraft     *aide = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Aren Tolde", "en"));
  MarchActorDraft *author = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Ilse Kremer", "en"));

  march_actor_draft_add_office (aide, FIXTURE_VELMARK, "aide", "/");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, 0);
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_AUTHOR, author->id);
  coding_expect_nothing (fixture, draft->id, "basis");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SUBJECT, aide->id);
  coding_expect (fixture, draft->id, "basis", MARCH_PROBLEM_WARNING);
}

static void
not_mark (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_span (draft, 0);
}

static void
mark_again (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_span (draft, 0);
  g_assert_true (march_quotation_draft_add_span (draft, FIXTURE_TEXT, 18, 32, NULL));
}

static void
say_later (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->said, "2032-01");
}

static void
say_badly (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->said, "31 February 2031");
}

static void
leave_language (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->language, "");
}

static void
name_translator (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->translator, "Ilse");
}

static void
unchain (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_link (draft, 0);
}

static void
lose_link (MarchQuotationDraft *draft)
{
  march_quotation_draft_add_relay (draft, 4711);
}

static void
empty_link (MarchQuotationDraft *draft)
{
  march_quotation_draft_add_relay (draft, 0);
}

static void
misprint (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->sic, "Troops\nTropos");
}

static void
lose_source (MarchQuotationDraft *draft)
{
  draft->source = 4711;
}

static void
grade (MarchQuotationDraft *draft)
{
  draft->credibility = 7;
}

static const struct
{
  const char       *name;
  void (*spoil) (MarchQuotationDraft *draft);
  const char       *field;
  MarchProblemLevel level;
} quotations[] = {
  { "nothing-marked", not_mark, "spans", MARCH_PROBLEM_ERROR },
  { "marked-again", mark_again, "spans", MARCH_PROBLEM_WARNING },
  { "said-later", say_later, "said", MARCH_PROBLEM_WARNING },
  { "said-badly", say_badly, "said", MARCH_PROBLEM_ERROR },
  { "no-language", leave_language, "language", MARCH_PROBLEM_ERROR },
  { "translator", name_translator, "translation", MARCH_PROBLEM_WARNING },
  { "no-speaker", unchain, "chain", MARCH_PROBLEM_WARNING },
  { "lost-link", lose_link, "chain", MARCH_PROBLEM_ERROR },
  { "empty-link", empty_link, "chain", MARCH_PROBLEM_ERROR },
  { "misprint", misprint, "sic", MARCH_PROBLEM_WARNING },
  { "lost-source", lose_source, "source", MARCH_PROBLEM_ERROR },
  { "grade", grade, "credibility", MARCH_PROBLEM_ERROR },
};

static void
test_quotation (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  coding_expect_nothing (fixture, draft->id, quotations[i].field);
  quotations[i].spoil (draft);
  coding_expect (fixture, draft->id, quotations[i].field, quotations[i].level);
}

/* "Yesterday" is the day before the source was published, not before today. */
static void
test_said (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  march_draft_set_text (&draft->said, "yesterday");
  coding_expect_nothing (fixture, draft->id, "said");
  coding_write (fixture);
  edit_expect (&fixture->edit, "SELECT count (*) FROM quotation WHERE said_edtf = '2031-05-14~'",
               1);
}

static void
test_said_undated (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->edit.database, "Undate", "Ilse", NULL);

  g_assert_true (edit_update_text (edit, "source", FIXTURE_SOURCE, "published_edtf", ""));
  g_assert_true (march_edit_commit (edit, NULL));
  coding_reload (fixture);
  march_draft_set_text (&draft->said, "yesterday");
  coding_expect (fixture, draft->id, "said", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&draft->said, "14 May 2031");
  coding_expect_nothing (fixture, draft->id, "said");
}

static void
test_evidence (CodingFixture *fixture, gconstpointer data)
{
  MarchEvidenceDraft *again = march_coding_add_evidence (
      fixture->coding, FIXTURE_QUOTATION, FIXTURE_CLAIM, MARCH_STANCE_DISPUTES);
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  coding_expect (fixture, FIXTURE_QUOTATION, "evidence", MARCH_PROBLEM_ERROR);
  again->existing = TRUE;
  coding_expect_nothing (fixture, FIXTURE_QUOTATION, "evidence");
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  march_coding_add_evidence (fixture->coding, draft->id, 4711, MARCH_STANCE_SUPPORTS);
  coding_expect (fixture, draft->id, "evidence", MARCH_PROBLEM_ERROR);
  coding_expect_nothing (fixture, draft->id, "");
}

static void
share_code (MarchPlaceDraft *draft)
{
  march_draft_set_text (&draft->code, "OS-01");
}

static void
leave_names (MarchPlaceDraft *draft)
{
  g_ptr_array_set_size (draft->names, 0);
}

static void
name_badly (MarchPlaceDraft *draft)
{
  march_place_draft_add_name (draft, "Korrin", "English", MARCH_NAME_VARIANT);
  march_place_draft_add_name (draft, "Korrin", "e", MARCH_NAME_VARIANT);
}

static void
be_own_part (MarchPlaceDraft *draft)
{
  march_place_draft_add_parent (draft, draft->id, MARCH_LINK_COMPOSITE);
}

static void
be_part_twice (MarchPlaceDraft *draft)
{
  march_place_draft_add_parent (draft, FIXTURE_TARVIA, MARCH_LINK_COMPOSITE);
  march_place_draft_add_parent (draft, FIXTURE_TARVIA, MARCH_LINK_RECOGNISED);
}

static void
leave_earth (MarchPlaceDraft *draft)
{
  march_place_draft_set_point (draft, 12, 91);
}

static void
be_line (MarchPlaceDraft *draft)
{
  const double    points[] = { 1, 1, 2, 2 };
  const MarchPart part = { points, 2, 0, FALSE };
  g_autoptr (MarchGeometry) line = march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1);

  march_place_draft_set_geometry (draft, line);
}

/* A bow tie: two corners of a square in the wrong order. */
static MarchGeometry *
draw_crossed (void)
{
  const double    points[] = { 1, 1, 2, 2, 2, 1, 1, 2, 1, 1 };
  const MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static void
cross (MarchPlaceDraft *draft)
{
  g_autoptr (MarchGeometry) crossed = draw_crossed ();

  march_place_draft_set_geometry (draft, crossed);
}

static void
enclose_nothing (MarchPlaceDraft *draft)
{
  const double    points[] = { 1, 1, 2, 2, 1, 1, 1, 1 };
  const MarchPart part = { points, 4, 0, FALSE };
  g_autoptr (MarchGeometry) empty = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  march_place_draft_set_geometry (draft, empty);
}

static void
describe (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_DESCRIPTION;
  march_place_draft_set_point (draft, 12, 1);
}

static void
be_state (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_STATE;
}

static void
be_unit (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_UNIT;
}

static const struct
{
  const char       *name;
  void (*spoil) (MarchPlaceDraft *draft);
  const char       *field;
  MarchProblemLevel level;
} places[] = {
  { "one-code", share_code, "code", MARCH_PROBLEM_ERROR },
  { "no-name", leave_names, "names", MARCH_PROBLEM_ERROR },
  { "bad-language", name_badly, "names", MARCH_PROBLEM_ERROR },
  { "own-part", be_own_part, "parents", MARCH_PROBLEM_ERROR },
  { "part-twice", be_part_twice, "parents", MARCH_PROBLEM_ERROR },
  { "off-earth", leave_earth, "geometry", MARCH_PROBLEM_ERROR },
  { "crossed", cross, "geometry", MARCH_PROBLEM_WARNING },
  { "empty", enclose_nothing, "geometry", MARCH_PROBLEM_ERROR },
  { "line", be_line, "geometry", MARCH_PROBLEM_ERROR },
  { "description", describe, "geometry", MARCH_PROBLEM_WARNING },
  { "state", be_state, "state", MARCH_PROBLEM_WARNING },
  { "unit", be_unit, "parents", MARCH_PROBLEM_WARNING },
};

static void
test_place (CodingFixture *fixture, gconstpointer data)
{
  const gsize      i = GPOINTER_TO_SIZE (data);
  MarchPlaceDraft *draft = march_coding_add_place (
      fixture->coding, march_place_draft_new (MARCH_PLACE_SETTLEMENT, "Korrin", "en"));

  coding_expect_nothing (fixture, draft->id, places[i].field);
  places[i].spoil (draft);
  coding_expect (fixture, draft->id, places[i].field, places[i].level);
}

/* What is recorded of an outline that crosses itself is its land, in two parts. */
static void
test_mended (CodingFixture *fixture, gconstpointer data)
{
  MarchPlaceDraft *draft = march_coding_add_place (
      fixture->coding, march_place_draft_new (MARCH_PLACE_SITE, "Korrin", "en"));
  MarchAssertionDraft *control = make_whole (fixture, MARCH_KIND_CONTROL);
  g_autoptr (MarchGeometry) crossed = draw_crossed ();
  const MarchPlace     *place;
  const MarchAssertion *written;

  march_place_draft_set_geometry (draft, crossed);
  march_assertion_draft_add_area (control, "2031", crossed);
  coding_expect (fixture, control->id, "areas", MARCH_PROBLEM_WARNING);
  coding_write (fixture);
  coding_reload (fixture);
  place = march_corpus_get_place (march_coding_get_corpus (fixture->coding), draft->id);
  g_assert_cmpuint (march_geometry_get_n_parts (place->geometry), ==, 2);
  written = march_corpus_get_assertion (march_coding_get_corpus (fixture->coding), control->id);
  g_assert_cmpuint (
      march_geometry_get_n_parts (((MarchControlArea *) written->areas->pdata[0])->geometry), ==,
      2);
}

/* A circle through several places, of which some are records; and a code that changes hands. */
static void
test_places_together (CodingFixture *fixture, gconstpointer data)
{
  const MarchPlace *ostren =
      march_corpus_get_place (march_coding_get_corpus (fixture->coding), FIXTURE_OSTREN_LAND);
  const MarchPlace *tarvia =
      march_corpus_get_place (march_coding_get_corpus (fixture->coding), FIXTURE_TARVIA);
  MarchPlaceDraft *first =
      march_coding_add_place (fixture->coding, march_place_draft_new_from (ostren));
  MarchPlaceDraft *second =
      march_coding_add_place (fixture->coding, march_place_draft_new_from (tarvia));

  march_place_draft_add_parent (first, FIXTURE_TARVIA, MARCH_LINK_COMPOSITE);
  coding_expect (fixture, first->id, "parents", MARCH_PROBLEM_ERROR);
  g_array_set_size (second->parents, 0);
  coding_expect_nothing (fixture, first->id, "parents");

  march_draft_set_text (&first->code, "OS-01");
  coding_expect (fixture, first->id, "code", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&second->code, "OS-11");
  coding_expect_nothing (fixture, first->id, "code");
}

static void
test_actor (CodingFixture *fixture, gconstpointer data)
{
  MarchActorDraft *draft = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_STATE, "Velmark", "en"));

  coding_expect (fixture, draft->id, "names", MARCH_PROBLEM_WARNING);
  draft->palette = 2;
  coding_expect (fixture, draft->id, "palette", MARCH_PROBLEM_WARNING);
  draft->palette = 13;
  coding_expect (fixture, draft->id, "palette", MARCH_PROBLEM_ERROR);
  march_actor_draft_add_office (draft, FIXTURE_OSTREN, "envoy", "2030/..");
  coding_expect_nothing (fixture, draft->id, "offices");
  march_actor_draft_add_office (draft, draft->id, "envoy", "2030/..");
  coding_expect (fixture, draft->id, "offices", MARCH_PROBLEM_ERROR);
  march_actor_draft_add_office (draft, 0, "envoy", "2030/..");
  march_actor_draft_add_name (draft, "", "en", FALSE);
  coding_expect (fixture, draft->id, "names", MARCH_PROBLEM_ERROR);
}

static void
test_proposal (CodingFixture *fixture, gconstpointer data)
{
  MarchProposalDraft *draft =
      march_coding_add_proposal (fixture->coding, march_proposal_draft_new (""));

  coding_expect (fixture, draft->id, "title", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&draft->dated, "2031/2030");
  coding_expect (fixture, draft->id, "dated", MARCH_PROBLEM_ERROR);
  draft->proposer = 4711;
  coding_expect (fixture, draft->id, "proposer", MARCH_PROBLEM_ERROR);
  coding_expect_nothing (fixture, draft->id, "places");
  march_proposal_draft_add_place (draft, 0);
  coding_expect (fixture, draft->id, "places", MARCH_PROBLEM_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = MARCH_KIND_CONTROL; kind <= MARCH_KIND_THESIS; kind++)
    {
      g_autofree char *path = g_strdup_printf (
          "/check/whole/%s", march_vocabulary_get_nick (MARCH_VOCABULARY_ASSERTION_KIND, kind));

      CODING_ADD (path, GUINT_TO_POINTER (kind), test_whole);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (assertions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/assertion/%s", assertions[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_assertion);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/claim/%zu", i);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_claim);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (quotations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/quotation/%s", quotations[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_quotation);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/place/%s", places[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_place);
    }
  CODING_ADD ("/check/no-evidence", NULL, test_no_evidence);
  CODING_ADD ("/check/reported-claim", NULL, test_reported_claim);
  CODING_ADD ("/check/said", NULL, test_said);
  CODING_ADD ("/check/said-undated", NULL, test_said_undated);
  CODING_ADD ("/check/evidence", NULL, test_evidence);
  CODING_ADD ("/check/mended", NULL, test_mended);
  CODING_ADD ("/check/places-together", NULL, test_places_together);
  CODING_ADD ("/check/actor", NULL, test_actor);
  CODING_ADD ("/check/proposal", NULL, test_proposal);
  return g_test_run ();
}
