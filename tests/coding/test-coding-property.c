/* test-coding-property.c — whatever is coded or deleted, undoing leads back to the start */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "coding/march-coding.h"
#include "coding/march-removal.h"
#include "dossier/march-dossier-edits.h"

#define N_EDITS 16
#define N_WALKS 20

static char *
checksum (MarchDossier *dossier)
{
  MarchAccess access;
  const char *path = march_dossier_get_reading_path (dossier, &access);
  g_autoptr (MarchDatabase) database = march_database_open (path, access, NULL);

  g_assert_nonnull (database);
  return fixture_checksum (database);
}

static gconstpointer
draw (GPtrArray *records)
{
  return records->len > 0 ? records->pdata[g_test_rand_int_range (0, (int) records->len)] : NULL;
}

static guint
draw_word (MarchVocabulary vocabulary)
{
  return (guint) g_test_rand_int_range (0, (int) march_vocabulary_get_size (vocabulary));
}

/* Every record begins with its id. */
static gint64
draw_id (GPtrArray *records)
{
  const gint64 *id = draw (records);

  return id != NULL ? *id : 0;
}

static gint64
draw_actor (MarchCorpus *corpus)
{
  return draw_id (march_corpus_get_actors (corpus));
}

static gint64
draw_place (MarchCorpus *corpus)
{
  return draw_id (march_corpus_get_places (corpus));
}

static const char *
draw_text (void)
{
  static const char *const texts[] = { "Tarvia", "", "Йора", "'; --", "a\nb", "\u202e!",
                                       "“quoted” … words", "\U0001F469\u200D\U0001F467" };

  return texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
}

static const char *
draw_date (void)
{
  static const char *const dates[] = { "2031", "2031-05~", "14 May 2031", "2030/2031-02", "2031/..",
                                       "" };

  return dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
}

static void
draft_quotation (MarchCoding *coding, MarchCorpus *corpus)
{
  const MarchQuotation *old = draw (march_corpus_get_quotations (corpus));
  MarchQuotationDraft  *draft = g_test_rand_bit () && old != NULL
                                    ? march_quotation_draft_new_from (old)
                                    : march_quotation_draft_new (FIXTURE_SOURCE);
  const guint first = (guint) g_test_rand_int_range (0, 60);

  march_quotation_draft_add_span (draft, FIXTURE_TEXT, first, first + 5, NULL);
  if (draft->spans->len == 0)
    march_quotation_draft_add_span (draft, FIXTURE_TEXT, 0, 3, NULL);
  draft->pointer = g_test_rand_bit ();
  draft->voice = draw_word (MARCH_VOCABULARY_VOICE);
  draft->credibility = (guint) g_test_rand_int_range (0, 7);
  march_draft_set_text (&draft->said, draw_date ());
  march_draft_set_text (&draft->note, draw_text ());
  march_quotation_draft_set_actor (draft, draw_word (MARCH_VOCABULARY_CHAIN_ROLE),
                                   draw_actor (corpus));
  if (draft->chain->len > 1 && g_test_rand_bit ())
    march_quotation_draft_remove_link (draft, 0);
  march_coding_add_quotation (coding, draft);
}

static void
draft_assertion (MarchCoding *coding, MarchCorpus *corpus)
{
  const MarchAssertion *old = draw (march_corpus_get_assertions (corpus));
  MarchAssertionDraft *draft =
      g_test_rand_bit () && old != NULL && old->superseded_by == NULL
          ? march_assertion_draft_new_from (old)
          : march_assertion_draft_new (draw_word (MARCH_VOCABULARY_ASSERTION_KIND));

  march_assertion_draft_add_place (draft, draw_place (corpus));
  draft->actor = draw_actor (corpus);
  draft->mode = draw_word (MARCH_VOCABULARY_MODE);
  draft->extent = draw_word (MARCH_VOCABULARY_EXTENT);
  draft->basis = draw_word (MARCH_VOCABULARY_CLAIM_BASIS);
  draft->low = g_test_rand_double_range (0, 9);
  draft->high = 10;
  g_ptr_array_set_size (draft->areas, 0);
  march_draft_set_text (&draft->title, "Talks");
  march_draft_set_text (&draft->quantity, "people");
  march_draft_set_text (&draft->valid, draw_date ());
  march_draft_set_text (&draft->note, draw_text ());
  march_assertion_draft_add_tag (draft, "land");
  if (march_coding_get_quotations (coding)->len > 0)
    march_coding_add_evidence (
        coding, ((MarchQuotationDraft *) march_coding_get_quotations (coding)->pdata[0])->id,
        draft->id, draw_word (MARCH_VOCABULARY_STANCE));
  march_coding_add_assertion (coding, draft);
}

static void
draft_actor (MarchCoding *coding, MarchCorpus *corpus)
{
  MarchActorDraft *draft =
      g_test_rand_bit ()
          ? march_actor_draft_new_from (draw (march_corpus_get_actors (corpus)))
          : march_actor_draft_new (draw_word (MARCH_VOCABULARY_ACTOR_KIND), "Aren Tolde", "en");
  const gint64 body = draw_actor (corpus);

  march_actor_draft_add_name (draft, "Арен", "uk", g_test_rand_bit ());
  if (body != draft->id)
    march_actor_draft_add_office (draft, body, draw_text (), "2030/..");
  if (draft->names->len > 1 && g_test_rand_bit ())
    g_ptr_array_remove_index (draft->names, 0);
  draft->palette = (guint) g_test_rand_int_range (0, 13);
  march_coding_add_actor (coding, draft);
}

static void
draft_place (MarchCoding *coding, MarchCorpus *corpus)
{
  MarchPlaceDraft *draft =
      g_test_rand_bit ()
          ? march_place_draft_new_from (draw (march_corpus_get_places (corpus)))
          : march_place_draft_new (draw_word (MARCH_VOCABULARY_PLACE_KIND), "Korrin", "en");

  march_place_draft_add_name (draft, "Коррін", "uk", MARCH_NAME_VARIANT)->user =
      draw_actor (corpus);
  if (!draft->existing)
    march_place_draft_add_parent (draft, draw_place (corpus),
                                  draw_word (MARCH_VOCABULARY_LINK_KIND));
  else if (draft->parents->len > 0 && g_test_rand_bit ())
    g_ptr_array_set_size (draft->parents, 0);
  if (g_test_rand_bit ())
    march_place_draft_set_point (draft, g_test_rand_double_range (-180, 180), 45);
  else
    march_place_draft_set_geometry (draft, NULL);
  march_coding_add_place (coding, draft);
}

static void
draft_proposal (MarchCoding *coding, MarchCorpus *corpus)
{
  const MarchProposal *old = draw (march_corpus_get_proposals (corpus));
  MarchProposalDraft  *draft = g_test_rand_bit () && old != NULL
                                   ? march_proposal_draft_new_from (old)
                                   : march_proposal_draft_new ("A bridge");
  MarchTermDraft      *term = march_proposal_draft_add_place (draft, draw_place (corpus));

  term->holder = draw_actor (corpus);
  march_draft_set_text (&term->terms, draw_text ());
  draft->status = draw_word (MARCH_VOCABULARY_PROPOSAL_STATUS);
  march_draft_set_text (&draft->dated, draw_date ());
  march_coding_add_proposal (coding, draft);
}

static gboolean
code_something (MarchDossier *dossier, MarchCorpus *corpus)
{
  static void (*const drafts[]) (MarchCoding *coding, MarchCorpus *corpus) = {
    draft_quotation, draft_assertion, draft_actor, draft_place, draft_proposal,
  };
  g_autoptr (MarchCoding) coding = march_coding_new (corpus);

  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    drafts[g_test_rand_int_range (0, G_N_ELEMENTS (drafts))](coding, corpus);
  return march_coding_write (coding, dossier, NULL);
}

static gboolean
remove_something (MarchDossier *dossier, MarchCorpus *corpus)
{
  GPtrArray *const records[] = {
    march_corpus_get_actors (corpus),
    march_corpus_get_places (corpus),
    march_corpus_get_proposals (corpus),
    march_corpus_get_quotations (corpus),
  };
  const MarchRemovable kind = (MarchRemovable) g_test_rand_int_range (0, 4);

  return march_removal_run (dossier, kind, draw_id (records[kind]), NULL);
}

static gboolean
judge_something (MarchDossier *dossier, MarchCorpus *corpus)
{
  const gint64          assertion = draw_id (march_corpus_get_assertions (corpus));
  const MarchQuotation *quotation = draw (march_corpus_get_quotations (corpus));
  const MarchEvidence  *evidence = quotation != NULL ? draw (quotation->evidence) : NULL;

  if (evidence != NULL && g_test_rand_bit ())
    return march_evidence_remove (dossier, quotation->id,
                                  evidence->assertion != NULL ? evidence->assertion->id
                                                              : evidence->proposal->id,
                                  NULL);
  if (g_test_rand_bit ())
    return march_dossier_retract (dossier, assertion, "Misread", NULL);
  return march_dossier_set_rank (dossier, assertion, draw_word (MARCH_VOCABULARY_RANK),
                                 "Newer", NULL);
}

/* What is refused, as it has an error, is no edit. */
static gboolean
do_something (MarchDossier *dossier)
{
  static gboolean (*const deeds[]) (MarchDossier *dossier, MarchCorpus *corpus) = {
    code_something, code_something, code_something, remove_something, judge_something,
  };
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);

  return deeds[g_test_rand_int_range (0, G_N_ELEMENTS (deeds))](dossier, corpus);
}

/* Goes to and fro among the states, each of which has to be as it was. */
static void
walk (MarchDossier *dossier, GPtrArray *sums)
{
  guint at = sums->len - 1;

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autofree char *sum = NULL;
      const gboolean   back = at == sums->len - 1 || (at > 0 && g_test_rand_bit ());

      g_assert_true (back ? march_dossier_undo (dossier, NULL)
                          : march_dossier_redo (dossier, NULL));
      at = back ? at - 1 : at + 1;
      sum = checksum (dossier);
      g_assert_cmpstr (sum, ==, g_ptr_array_index (sums, at));
    }
  while (at-- > 0)
    g_assert_true (march_dossier_undo (dossier, NULL));
}

static void
test_undo (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *back = NULL;
  guint            n_refused = 0;

  g_assert_true (march_dossier_make_editable (dossier, NULL));
  g_ptr_array_add (sums, checksum (dossier));
  while (sums->len <= N_EDITS)
    {
      g_autofree char *sum = NULL;

      if (!do_something (dossier))
        {
          g_assert_cmpuint (n_refused++, <, 50 * N_EDITS);
          sum = checksum (dossier);
          g_assert_cmpstr (sum, ==, g_ptr_array_index (sums, sums->len - 1));
          continue;
        }
      sum = checksum (dossier);
      if (!g_str_equal (sum, g_ptr_array_index (sums, sums->len - 1)))
        g_ptr_array_add (sums, g_steal_pointer (&sum));
    }
  walk (dossier, sums);
  back = checksum (dossier);
  g_assert_cmpstr (back, ==, g_ptr_array_index (sums, 0));
  g_assert_false (march_dossier_undo (dossier, NULL));
  march_dossier_close (dossier);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/coding/property/undo/%u", i);

      DOCUMENT_ADD (path, NULL, test_undo);
    }
  return document_run ();
}
