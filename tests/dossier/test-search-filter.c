/* test-search-filter.c — notes that are found, and quotations narrowed by who, where and when */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier.h"
#include "search-fixture.h"

/* Gives the fixture's quotation 301 a speaker, evidence and a day, and records notes. */
static void
add_notes (SearchFixture *fixture)
{
  static const struct
  {
    const char *table;
    gint64      id;
    const char *column;
    const char *text;
  } notes[] = {
    { "place", FIXTURE_TARVIA, "note", "Heron country" },
    { "actor", FIXTURE_SPEAKER, "note", "Feeds a heron" },
    { "source", FIXTURE_SOURCE, "grade_reason", "The heron column is exact" },
    { "source", FIXTURE_SOURCE, "inferred", "The day is that of the heron count" },
    { "set_aside", 161, "reason", "Tells of a heron only" },
    { "quotation", FIXTURE_QUOTATION, "note", "He points at a heron" },
    { "evidence", FIXTURE_EVIDENCE, "note", "The heron stands for the shore" },
    { "assertion", FIXTURE_VALUE, "reasoning", "Both name the heron" },
    { "assertion", FIXTURE_CONTROL, "rank_reason", "The heron was seen there" },
    { "proposal_term", 171, "deferred", "until the heron leaves" },
  };
  GError                   *error = NULL;
  g_autoptr (MarchDatabase) database = march_database_open (fixture->path, MARCH_ACCESS_WRITE,
                                                            &error);
  g_autoptr (MarchEdit)     edit = march_edit_begin (database, "Note", "tests", &error);

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_text (row, notes[i].column, notes[i].text);
      g_assert_true (march_edit_update (edit, notes[i].table, notes[i].id, row, &error));
    }
  g_assert_true (march_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_fields (MarchSearchResults *results)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < results->hits->len; i++)
    {
      MarchSearchHit *hit = results->hits->pdata[i];

      g_assert_cmpint (hit->kind, ==, MARCH_SEARCH_NOTE);
      g_ptr_array_add (lines, g_strdup_printf ("%s %d", hit->field, (int) hit->id));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

/* Every note is found, and says of which record it is and what it tells. */
static void
test_notes (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSearchResults) results = NULL;
  g_autofree char               *fields = NULL;

  march_search_free (fixture->search);
  add_notes (fixture);
  search_open (fixture, MARCH_ACCESS_IMMUTABLE);
  results = search_run (fixture, "heron", MARCH_SEARCH_ALL, 0, 50);
  fields = list_fields (results);
  g_assert_true (results->counts[MARCH_SEARCH_NOTE].n == results->hits->len);
  g_assert_cmpstr (fields, ==,
                   "actor.note 13; assertion.rank_reason 61; assertion.reasoning 66; "
                   "place.note 23; proposal.term 51; quotation.evidence 41; quotation.note 41; "
                   "source.grade_reason 31; source.inferred 31; source.set_aside 31");
}

/* A note that is changed is found by its new words, and one of a version that another took the
 * place of by nothing; undone, all is as before. */
static void
test_notes_follow (SearchFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *table;
    gint64      id;
    const char *column;
    const char *text;
  } edits[] = {
    { "assertion", FIXTURE_VALUE, "reasoning", "Both name the stork" },
    { "evidence", FIXTURE_EVIDENCE, "note", "The stork stands for the shore" },
    { "set_aside", 161, "reason", "Tells of a stork only" },
  };
  GError *error = NULL;

  march_search_free (g_steal_pointer (&fixture->search));
  add_notes (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GFile)        file = g_file_new_for_path (fixture->path);
      g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);
      g_autoptr (MarchEdit)    edit = march_dossier_begin_edit (dossier, "Note", &error);
      g_autoptr (MarchRow)     row = march_row_new ();

      march_row_set_text (row, edits[i].column, edits[i].text);
      g_assert_true (march_edit_update (edit, edits[i].table, edits[i].id, row, &error));
      g_assert_true (march_dossier_commit_edit (dossier, edit, &error));
      search_assert_found (dossier, "stork", NULL, 1);
      search_assert_found (dossier, "heron", NULL, 9);
      g_assert_true (march_dossier_undo (dossier, &error));
      search_assert_found (dossier, "stork", NULL, 0);
      search_assert_found (dossier, "heron", NULL, 10);
      march_dossier_revert (dossier, &error);
      g_assert_no_error (error);
      march_dossier_close (dossier);
    }
}

/* What is typed, the words that are left of it, and which of the fixture's two quotations of the
 * source, 41 (Jora, May 2031, B2, a claim of Velmark on Tarvia) and 42 (nobody, the source's day,
 * no information grade, a control and a plan), are let in. */
static const struct
{
  const char *typed;
  const char *words;
  gboolean    first;
  gboolean    second;
} filters[] = {
  { "shore", "shore", TRUE, TRUE },
  { "speaker:Jora", " ", TRUE, FALSE },
  { "speaker:þelmi shore", "  shore", TRUE, FALSE },
  { "Speaker:\"jora thelmi\" shore ", "  shore ", TRUE, FALSE },
  { "shore speaker:Velmark", "shore  ", FALSE, FALSE },
  { "speaker:", " ", TRUE, TRUE },
  { "source:herald", " ", TRUE, TRUE },
  { "source:kremer speaker:jora", "   ", TRUE, FALSE },
  { "place:Tarvia", " ", TRUE, TRUE },
  { "place:Ostren", " ", TRUE, TRUE }, /* what is inside counts */
  { "place:VM", " ", FALSE, FALSE },
  { "place:VM place:OS-01", "   ", TRUE, TRUE },
  { "kind:claim", " ", TRUE, FALSE },
  { "kind:control", " ", FALSE, TRUE },
  { "kind:claim kind:control", "   ", TRUE, TRUE },
  { "kind:event", " ", FALSE, FALSE },
  { "actor:Velmark", " ", TRUE, TRUE },
  { "actor:Ostren", " ", FALSE, TRUE },
  { "actor:Ostren kind:control", "   ", FALSE, FALSE }, /* of one and the same assertion */
  { "grade:B", " ", TRUE, TRUE },
  { "grade:b2", " ", TRUE, FALSE },
  { "grade:2", " ", TRUE, FALSE },
  { "grade:A", " ", FALSE, FALSE },
  { "grade:none", " ", FALSE, FALSE },
  { "since:2031-05-20", " ", TRUE, FALSE },
  { "since:2031-06", " ", FALSE, FALSE },
  { "until:2031-05-01", " ", TRUE, FALSE },
  { "before:2031-05", " ", FALSE, FALSE },
  { "before:2032 since:2031", "   ", TRUE, TRUE },
  { "\"speaker:Jora\" x", "\"speaker:Jora\" x", TRUE, TRUE },
  { "notspeaker:Jora", "notspeaker:Jora", TRUE, TRUE },
  { "12:30", "12:30", TRUE, TRUE },
};

static void
test_filters (SearchFixture *fixture, gconstpointer data)
{
  GError                  *error = NULL;
  g_autoptr (GFile)        file = g_file_new_for_path (fixture->path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);
  g_autoptr (MarchCorpus)  corpus = march_dossier_dup_corpus (dossier);
  const MarchQuotation    *first = march_corpus_get_quotation (corpus, FIXTURE_QUOTATION);
  const MarchQuotation    *second = march_corpus_get_quotation (corpus, FIXTURE_POINTER);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (MarchSearchFilter) filter = march_search_filter_new (corpus);
      g_autofree char *words = march_search_filter_take_typed (filter, filters[i].typed, &error);

      g_test_message ("%s", filters[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (words, ==, filters[i].words);
      g_assert_cmpint (march_search_filter_accepts (filter, first), ==, filters[i].first);
      g_assert_cmpint (march_search_filter_accepts (filter, second), ==, filters[i].second);
    }
}

/* What is no value gets a sentence that names it. */
static void
test_bad_values (SearchFixture *fixture, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "speaker:zzyzx shore", "zzyzx" },  { "place:\"no where\"", "no where" },
    { "source:%s%n", "%s%n" },           { "kind:gossip", "gossip" },
    { "grade:B7", "B7" },                { "grade:Z", "Z" },
    { "grade:22", "22" },                { "since:2031-13", "2031-13" },
    { "before:soonish", "soonish" },     { "since:2031-06 until:2031-05", "end before they begin" },
    { "speaker:\xff", "" },
  };
  g_autoptr (GFile)        file = g_file_new_for_path (fixture->path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, NULL);
  g_autoptr (MarchCorpus)  corpus = march_dossier_dup_corpus (dossier);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MarchSearchFilter) filter = march_search_filter_new (corpus);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i][0]);
      g_assert_null (march_search_filter_take_typed (filter, bad[i][0], &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, bad[i][1]));
    }
}

/* Words and filters together: what has the words and is let in, of how many that have the words. */
static void
test_words_and_filters (SearchFixture *fixture, gconstpointer data)
{
  GError                  *error = NULL;
  g_autoptr (GFile)        file = g_file_new_for_path (fixture->path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);

  search_assert_found (dossier, "tarvia", NULL, 7);
  search_assert_found (dossier, "tarvia", "speaker:jora", 1);
  search_assert_found (dossier, "tarvia", "grade:B", 3);
  search_assert_found (dossier, "tarvia", "speaker:ostren", 0);
  search_assert_found (dossier, "shore", "grade:B", 1);
  search_assert_found (dossier, "shore", "kind:claim", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  SEARCH_ADD ("/search/notes", test_notes);
  SEARCH_ADD ("/search/notes-follow", test_notes_follow);
  SEARCH_ADD ("/search/filters", test_filters);
  SEARCH_ADD ("/search/bad-values", test_bad_values);
  SEARCH_ADD ("/search/words-and-filters", test_words_and_filters);
  return g_test_run ();
}
