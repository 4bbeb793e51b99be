/* test-merge.c — what another program saved meanwhile, merged with the edits made here */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-private.h"

static void
test_merge (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  document_set_title (dossier, "Mine");
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_error (&error);
  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_ASK, NULL, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 9);
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_cmpuint (document_count_copies (), ==, 1);
}

/* The shape of a place that is in the R-tree already. */
static void
test_merge_shape (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) square = fixture_square (13, 1, 2);
  g_autoptr (MarchRow) row = march_row_new ();
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Move a place", &error);

  march_row_set_geometry (row, "geom", square);
  g_assert_true (march_edit_update (edit, "place", FIXTURE_TARVIA, row, &error));
  g_assert_true (march_dossier_commit_edit (dossier, edit, &error));
  document_set_palette (dossier, FIXTURE_OSTREN, 8, &error);
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_THEIRS, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_select_integer (dossier->copy->database,
                                           "SELECT maxx FROM rtree_place_geom WHERE id = 23"),
                   ==, 15);
}

static void
assert_sound (MarchDossier *dossier)
{
  MarchDatabase   *database = dossier->copy->database;
  g_autofree char *integrity = fixture_select_text (database, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (fixture_select_integer (database,
                                           "SELECT count (*) FROM pragma_foreign_key_check"),
                   ==, 0);
  g_assert_cmpint (fixture_select_integer (database, "PRAGMA foreign_keys"), ==, 1);
}

/* Undo, redo and save do with a merged edit what they do with any. */
static void
assert_works_on (MarchDossier *dossier)
{
  g_autofree char *merged = fixture_checksum (dossier->copy->database);
  g_autofree char *undone = NULL, *redone = NULL;
  GError          *error = NULL;

  assert_sound (dossier);
  g_assert_true (march_dossier_undo (dossier, &error));
  undone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (undone, !=, merged);
  g_assert_true (march_dossier_redo (dossier, &error));
  redone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (redone, ==, merged);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_no_error (error);
}

/* What each side does to the same record, and what is merged of it: told in words, then chosen. */
typedef struct
{
  const char *ours;        /* a table, and … */
  gint64      id;          /* … a record of it */
  const char *column;      /* that is changed here; NULL: the record is deleted */
  const char *value;
  const char *theirs;      /* SQL */
  const char *what;        /* the conflict's words */
  const char *our_words;
  const char *their_words;
  const char *query;       /* of the merged file */
  gint64      if_ours;
  gint64      if_theirs;
} Clash;

static const Clash clashes[] = {
  { "dossier", 1, "title", "Mine", "UPDATE dossier SET title = 'Theirs', version = 2",
    "Dossier “Mine”", "title: Mine", "title: Theirs",
    "SELECT title = 'Mine' FROM dossier", 1, 0 },
  { "actor", FIXTURE_OSTREN, "note", "a note", "UPDATE actor SET palette = 9 WHERE id = 12",
    "Actor “Ostren”", "colour: 2; note: a note", "colour: 9; note: ",
    "SELECT palette FROM actor WHERE id = 12", 2, 9 },
  { "tag", 181, "text", "kin", "DELETE FROM tag",
    "Tag “kin”", "assertion: Assertion “value: Tarvia”; text: kin", "deleted",
    "SELECT count (*) FROM tag", 1, 0 },
  { "tag", 181, NULL, NULL, "UPDATE tag SET text = 'kin'",
    "Tag “kin”", "deleted", "assertion: Assertion “value: Tarvia”; text: kin",
    "SELECT count (*) FROM tag", 0, 1 },
  { "evidence", 83, "proposal_id", NULL,
    "DELETE FROM evidence WHERE id = 83",
    "Proposal “The lake plan”: Evidence without its words, in “Talks at the lake”",
    "quotation: Quotation without its words", "deleted",
    "SELECT count (*) FROM evidence WHERE id = 83", 1, 0 },
  /* Theirs deletes what ours refers to anew. */
  { "chain", 0, "actor_id", "12", "DELETE FROM tag; DELETE FROM evidence WHERE quotation_id = 42; "
    "DELETE FROM quotation WHERE id = 42",
    "Quotation without its words, in “Talks at the lake”",
    "refers to it: Speaker of a quotation without its words", "deleted",
    "SELECT count (*) FROM quotation WHERE id = 42", 1, 0 },
  /* Theirs adds what refers to something that ours deletes. */
  { "assertion", FIXTURE_THESIS, NULL, NULL, "INSERT INTO tag VALUES (999, 'u', 1, 64, 'history')",
    "Assertion “Land is secondary”", "deleted", "refers to it: Tag “history”",
    "SELECT count (*) FROM tag WHERE id = 999", 0, 1 },
  /* Both add the text of one source. */
  { "source_text", 0, "text", FIXTURE_TEXT,
    "INSERT INTO source_text VALUES (999, 'u', 1, 31, 'Other words.', '00', '')",
    "Text of a source “Talks at the lake”", "text: The envoy spoke.", "text: Other words.",
    "SELECT text = 'Other words.' FROM source_text", 0, 1 },
};

static void
edit_clash (MarchDossier *dossier, const Clash *clash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Clash", &error);
  g_autoptr (MarchRow) row = march_row_new ();

  g_assert_no_error (error);
  if (clash->id == 0 && g_str_equal (clash->ours, "chain"))
    {
      march_row_set_id (row, "quotation_id", FIXTURE_POINTER);
      march_row_set_integer (row, "position", 0);
      march_row_set_id (row, "actor_id", FIXTURE_OSTREN);
      march_row_set_text (row, "role", "speaker");
    }
  else if (clash->id == 0)
    {
      march_row_set_id (row, "source_id", FIXTURE_SOURCE);
      march_row_set_text (row, "sha256", "11");
      march_row_set_text (row, clash->column, clash->value);
    }
  else if (clash->column != NULL && g_str_equal (clash->column, "proposal_id"))
    march_row_set_text (row, "note", "mine");
  else if (clash->column != NULL)
    march_row_set_text (row, clash->column, clash->value);

  if (clash->id == 0)
    march_edit_insert (edit, clash->ours, 0, row, &error);
  else if (clash->column != NULL)
    march_edit_update (edit, clash->ours, clash->id, row, &error);
  else
    march_edit_delete (edit, clash->ours, clash->id, &error);
  g_assert_no_error (error);
  g_assert_true (march_dossier_commit_edit (dossier, edit, &error));
}

/* What was dropped for theirs is one undo away. */
static void
assert_brings_back (MarchDossier *dossier, const Clash *clash)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_select_integer (dossier->copy->database, clash->query), ==,
                   clash->if_ours);
  assert_sound (dossier);
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_cmpint (fixture_select_integer (dossier->copy->database, clash->query), ==,
                   clash->if_theirs);
}

/* Of all that was edited here nothing stays, and yet it can be taken back, also once saved. */
static void
test_merge_all_theirs (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  document_set_title (dossier, "Mine");
  document_run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs', version = 2");
  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_THEIRS, NULL, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Theirs");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_object_get (dossier, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Take 1 record as the other program saved it");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  assert_sound (dossier);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Theirs");
}

static void
test_merge_conflict (Document *fixture, gconstpointer data)
{
  const Clash *clash = data;

  for (MarchMergeChoice choice = MARCH_MERGE_OURS; choice <= MARCH_MERGE_THEIRS; choice++)
    {
      g_autoptr (MarchDossier) dossier = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) conflicts = NULL, chosen = NULL;
      g_autofree char          *before = NULL, *after = NULL;
      const MarchMergeConflict *first;

      g_unlink (fixture->path);
      g_free (fixture_write (fixture->folder, "velmark.gpkg"));
      dossier = document_open (fixture);
      edit_clash (dossier, clash);
      document_set_palette (dossier, FIXTURE_VELMARK, 5, &error);
      g_assert_no_error (error);
      before = fixture_checksum (dossier->copy->database);
      document_run_sql (fixture->path, clash->theirs);

      g_assert_false (march_dossier_merge (dossier, MARCH_MERGE_ASK, &conflicts, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CONFLICT);
      g_clear_error (&error);
      after = fixture_checksum (dossier->copy->database);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (conflicts->len, ==, 1);
      first = g_ptr_array_index (conflicts, 0);
      g_assert_cmpstr (first->what, ==, clash->what);
      g_assert_nonnull (strstr (first->ours, clash->our_words));
      g_assert_nonnull (strstr (first->theirs, clash->their_words));

      g_assert_true (march_dossier_merge (dossier, choice, &chosen, &error));
      g_assert_no_error (error);
      g_assert_cmpint (fixture_select_integer (dossier->copy->database, clash->query), ==,
                       choice == MARCH_MERGE_OURS ? clash->if_ours : clash->if_theirs);
      g_assert_cmpint (fixture_select_integer (dossier->copy->database,
                                               "SELECT palette FROM actor WHERE id = 11"),
                       ==, 5);
      if (choice == MARCH_MERGE_THEIRS)
        assert_brings_back (dossier, clash);
      assert_works_on (dossier);
      g_assert_cmpuint (document_count_copies (), ==, 1);
      g_clear_object (&dossier);
      document_tear_down_copies ();
    }
}

/* Saved edits that were undone since are taken back on the other side as well, and what was done
 * in their place is done. */
static void
test_merge_undone (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  document_set_title (dossier, "One");
  document_set_palette (dossier, FIXTURE_VELMARK, 5, &error);
  document_set_title (dossier, "Two");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  if (GPOINTER_TO_INT (data) > 0)
    document_set_palette (dossier, FIXTURE_VELMARK, 6, &error);
  if (GPOINTER_TO_INT (data) > 1)
    {
      g_assert_true (march_dossier_undo (dossier, &error));
      g_assert_true (march_dossier_undo (dossier, &error));
      document_set_palette (dossier, FIXTURE_VELMARK, 7, &error);
    }
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");

  g_assert_true (march_dossier_merge (dossier, MARCH_MERGE_ASK, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "One");
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_VELMARK)->palette, ==,
                    5 + GPOINTER_TO_INT (data));
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 9);
  assert_works_on (dossier);
}

/* As the window does it. */
static gboolean
merge_finish (MarchDossier *dossier, GAsyncResult *result, GError **error)
{
  return march_dossier_merge_finish (dossier, result, NULL, error);
}

static void
test_merge_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  DocumentOutcome outcome = { merge_finish };

  document_set_title (dossier, "Mine");
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  march_dossier_merge_async (dossier, MARCH_MERGE_ASK, NULL, document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 9);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier/changed/merge", NULL, test_merge);
  for (gsize i = 0; i < G_N_ELEMENTS (clashes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/dossier/changed/merge-conflict/%s-%zu",
                                               clashes[i].ours, i);

      DOCUMENT_ADD (name, &clashes[i], test_merge_conflict);
    }
  DOCUMENT_ADD ("/dossier/changed/merge-all-theirs", NULL, test_merge_all_theirs);
  DOCUMENT_ADD ("/dossier/changed/merge-shape", NULL, test_merge_shape);
  DOCUMENT_ADD ("/dossier/changed/merge-undone", GINT_TO_POINTER (0), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-forked", GINT_TO_POINTER (1), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-forked-twice", GINT_TO_POINTER (2), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-async", NULL, test_merge_async);
  return document_run ();
}
