/* test-removal.c — deletes what nothing names, and says what names the rest */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "base/march-error.h"
#include "coding/march-coding.h"
#include "coding/march-removal.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-private.h"

static const struct
{
  MarchRemovable kind;
  gint64         id;
  const char    *named_by;
} named[] = {
  { MARCH_REMOVE_ACTOR, FIXTURE_VELMARK, "4 assertions, 2 places, 1 actor" },
  { MARCH_REMOVE_ACTOR, FIXTURE_OSTREN, "1 proposal, 1 place" },
  { MARCH_REMOVE_ACTOR, FIXTURE_SPEAKER, "1 assertion, 1 quotation" },
  { MARCH_REMOVE_PLACE, FIXTURE_TARVIA, "4 assertions, 1 proposal" },
  { MARCH_REMOVE_PLACE, FIXTURE_OSTREN_LAND, "1 place" },
  { MARCH_REMOVE_PROPOSAL, FIXTURE_PROPOSAL, "1 assertion, 1 quotation" },
  { MARCH_REMOVE_QUOTATION, FIXTURE_QUOTATION, "1 assertion" },
  { MARCH_REMOVE_QUOTATION, FIXTURE_POINTER, "1 assertion, 1 proposal" },
};

static MarchCorpus *
get (MarchDossier *dossier)
{
  return march_dossier_dup_corpus (dossier);
}

static void
test_named (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = get (dossier);

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *sentence = march_removal_explain (corpus, named[i].kind, named[i].id);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (sentence);
      g_test_message ("%s", sentence);
      g_assert_nonnull (strstr (sentence, named[i].named_by));
      g_assert_false (march_removal_run (dossier, named[i].kind, named[i].id, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_cmpstr (error->message, ==, sentence);
    }
  march_dossier_close (dossier);
}

static void
test_gone (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  for (guint kind = MARCH_REMOVE_ACTOR; kind <= MARCH_REMOVE_QUOTATION; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (march_removal_run (dossier, kind, 4711, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
    }
  march_dossier_close (dossier);
}

/* One of each kind, with all that can belong to it. */
static void
add_unnamed (MarchDossier *dossier, gint64 *ids)
{
  g_autoptr (MarchCorpus) corpus = get (dossier);
  g_autoptr (MarchCoding) coding = march_coding_new (corpus);
  MarchActorDraft *actor =
      march_coding_add_actor (coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Aren", "en"));
  MarchPlaceDraft *place = march_coding_add_place (
      coding, march_place_draft_new (MARCH_PLACE_SETTLEMENT, "Korrin", "en"));
  MarchProposalDraft  *proposal =
      march_coding_add_proposal (coding, march_proposal_draft_new ("A bridge"));
  MarchQuotationDraft *quotation =
      march_coding_add_quotation (coding, march_quotation_draft_new (FIXTURE_SOURCE));
  GError *error = NULL;

  march_actor_draft_add_office (actor, FIXTURE_OSTREN, "envoy", "2030/..");
  march_place_draft_add_parent (place, FIXTURE_TARVIA, MARCH_LINK_RECOGNISED);
  march_proposal_draft_add_place (proposal, FIXTURE_TARVIA);
  march_quotation_draft_add_span (quotation, FIXTURE_TEXT, 44, 67, &error);
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_AUTHOR, FIXTURE_SPEAKER);
  g_assert_no_error (error);
  march_coding_write (coding, dossier, &error);
  g_assert_no_error (error);
  ids[MARCH_REMOVE_ACTOR] = actor->id;
  ids[MARCH_REMOVE_PLACE] = place->id;
  ids[MARCH_REMOVE_PROPOSAL] = proposal->id;
  ids[MARCH_REMOVE_QUOTATION] = quotation->id;
}

static guint
count_records (MarchDossier *dossier)
{
  g_autoptr (MarchCorpus) corpus = get (dossier);

  return march_corpus_get_actors (corpus)->len + march_corpus_get_places (corpus)->len
         + march_corpus_get_proposals (corpus)->len + march_corpus_get_quotations (corpus)->len;
}

/* Each removal, undone, leaves no trace, and is done again. */
static void
test_undone (Document *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Delete an actor", "Delete a place", "Delete a proposal",
                                        "Delete a quotation" };
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  gint64 ids[MARCH_REMOVE_QUOTATION + 1];

  add_unnamed (dossier, ids);
  for (guint kind = MARCH_REMOVE_ACTOR; kind <= MARCH_REMOVE_QUOTATION; kind++)
    {
      MarchDatabase   *database = dossier->copy->database;
      g_autofree char *before = fixture_checksum (database);
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

      g_assert_true (march_removal_run (dossier, kind, ids[kind], NULL));
      g_assert_cmpstr (dossier->undo.undo_label, ==, labels[kind]);
      after = fixture_checksum (database);
      g_assert_cmpstr (after, !=, before);
      g_assert_true (march_dossier_undo (dossier, NULL));
      undone = fixture_checksum (database);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (march_dossier_redo (dossier, NULL));
      redone = fixture_checksum (database);
      g_assert_cmpstr (redone, ==, after);
    }
  march_dossier_close (dossier);
}

static void
test_removed (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  gint64 ids[MARCH_REMOVE_QUOTATION + 1];
  guint  before = count_records (dossier);

  add_unnamed (dossier, ids);
  for (guint kind = MARCH_REMOVE_ACTOR; kind <= MARCH_REMOVE_QUOTATION; kind++)
    {
      GError *error = NULL;

      march_removal_run (dossier, kind, ids[kind], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_records (dossier), ==, before);
  for (guint kind = MARCH_REMOVE_ACTOR; kind <= MARCH_REMOVE_QUOTATION; kind++)
    g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_cmpuint (count_records (dossier), ==, before + 4);
  march_dossier_close (dossier);
}

static void
test_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  gint64          ids[MARCH_REMOVE_QUOTATION + 1];
  guint           before = count_records (dossier);
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish }, refused = outcome;

  add_unnamed (dossier, ids);
  march_removal_run_async (dossier, MARCH_REMOVE_PLACE, ids[MARCH_REMOVE_PLACE], document_done_cb,
                           &outcome);
  document_wait_for (dossier, &outcome);
  g_assert_cmpuint (count_records (dossier), ==, before + 3);

  march_removal_run_async (dossier, MARCH_REMOVE_PLACE, FIXTURE_TARVIA, document_done_cb,
                           &refused);
  while (!refused.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused.error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&refused.error);
  march_dossier_close (dossier);
}

static guint
count_evidence (MarchDossier *dossier, gint64 quotation)
{
  g_autoptr (MarchCorpus) corpus = get (dossier);

  return march_corpus_get_quotation (corpus, quotation)->evidence->len;
}

static void
test_evidence (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish };
  GError         *error = NULL;

  march_evidence_remove (dossier, FIXTURE_POINTER, FIXTURE_PROPOSAL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_evidence (dossier, FIXTURE_POINTER), ==, 1);
  march_evidence_remove_async (dossier, FIXTURE_POINTER, FIXTURE_CONTROL, document_done_cb,
                               &outcome);
  document_wait_for (dossier, &outcome);
  g_assert_cmpuint (count_evidence (dossier, FIXTURE_POINTER), ==, 0);
  g_assert_false (march_evidence_remove (dossier, FIXTURE_POINTER, FIXTURE_CONTROL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_cmpuint (count_evidence (dossier, FIXTURE_POINTER), ==, 2);
  march_dossier_close (dossier);
}

/* An assertion is retracted and ranked instead, each with its reason. */
static void
test_retract (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = NULL;
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish }, ranked = outcome,
                  refused = outcome;
  const MarchAssertion *claim;

  march_dossier_retract_async (dossier, FIXTURE_CLAIM, "Misread", document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
  march_dossier_set_rank_async (dossier, FIXTURE_CLAIM, MARCH_RANK_DEPRECATED, "Older",
                                document_done_cb, &ranked);
  document_wait_for (dossier, &ranked);
  corpus = get (dossier);
  claim = march_corpus_get_assertion (corpus, FIXTURE_CLAIM);
  g_assert_true (claim->retracted);
  g_assert_cmpstr (claim->retract_reason, ==, "Misread");
  g_assert_cmpint (claim->rank, ==, MARCH_RANK_DEPRECATED);

  march_dossier_retract_async (dossier, FIXTURE_CONTROL, " ", document_done_cb, &refused);
  while (!refused.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused.error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&refused.error);
  march_dossier_close (dossier);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/removal/named", NULL, test_named);
  DOCUMENT_ADD ("/removal/gone", NULL, test_gone);
  DOCUMENT_ADD ("/removal/removed", NULL, test_removed);
  DOCUMENT_ADD ("/removal/undone", NULL, test_undone);
  DOCUMENT_ADD ("/removal/async", NULL, test_async);
  DOCUMENT_ADD ("/removal/evidence", NULL, test_evidence);
  DOCUMENT_ADD ("/removal/retract", NULL, test_retract);
  return document_run ();
}
