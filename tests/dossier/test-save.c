/* test-save.c — saving, and what another program did to the file meanwhile */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-private.h"

/* What a call on another thread came to. */
typedef struct
{
  gboolean (*finish) (MarchDossier *dossier, GAsyncResult *result, GError **error);
  gboolean  good;
  GError   *error;
  gboolean  done;
} Outcome;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->good = outcome->finish (MARCH_DOSSIER (source), result, &outcome->error);
  outcome->done = TRUE;
}

/* Waits as a window does; the dossier takes no edits meanwhile. */
static void
wait_for (MarchDossier *dossier, Outcome *outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (outcome->done);
  g_assert_null (march_dossier_begin_edit (dossier, "Too early", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BUSY);
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (outcome->error);
  g_assert_true (outcome->good);
}

static void
test_save_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  Outcome outcome = { march_dossier_save_finish };

  document_set_title (dossier, "Anew");
  march_dossier_save_async (dossier, MARCH_SAVE_DEFAULT, NULL, done_cb, &outcome);
  wait_for (dossier, &outcome);
  g_assert_false (march_dossier_get_modified (dossier));
}

/* Also without a working copy, which is made there. */
static void
test_save_as_async (Document *fixture, gconstpointer data)
{
  gboolean edited = GPOINTER_TO_INT (data);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "second.gpkg", NULL);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "third.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  Outcome copied = { march_dossier_save_copy_finish }, saved = { march_dossier_save_as_finish };

  if (edited)
    document_set_title (dossier, "Anew");
  march_dossier_save_copy_async (dossier, copy, NULL, done_cb, &copied);
  wait_for (dossier, &copied);
  g_assert_cmpint (march_dossier_get_modified (dossier), ==, edited);
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), fixture->file));
  march_dossier_save_as_async (dossier, file, NULL, done_cb, &saved);
  wait_for (dossier, &saved);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), file));
  g_clear_object (&dossier);

  for (guint i = 0; i < 2; i++)
    {
      dossier = march_dossier_open (i == 0 ? file : copy, NULL, NULL);
      g_assert_cmpstr (march_dossier_get_title (dossier), ==,
                       edited ? "Anew" : "Velmark and its neighbours");
      g_clear_object (&dossier);
    }
}

static void
test_save_as_nowhere (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GFile) file = g_file_new_for_uri ("http://example.invalid/velmark.gpkg");
  Outcome outcome = { march_dossier_save_as_finish };

  march_dossier_save_as_async (dossier, file, NULL, done_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (outcome.good);
  g_assert_error (outcome.error, MARCH_ERROR, MARCH_ERROR_READ_ONLY);
  g_clear_error (&outcome.error);
  g_assert_true (march_dossier_make_editable (dossier, NULL));
  g_assert_cmpuint (document_count_files (fixture->folder), ==, 1);
}

static void
test_revert_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  Outcome outcome = { march_dossier_revert_finish };

  document_set_title (dossier, "Lost");
  march_dossier_revert_async (dossier, NULL, done_cb, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Lost");
  wait_for (dossier, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_false (march_dossier_get_modified (dossier));
}

/* Cancelled before anything was replaced: all is as it was. */
static void
test_cancelled (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  Outcome outcomes[] = { { march_dossier_save_finish }, { march_dossier_revert_finish } };

  document_set_title (dossier, "Mine");
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if (i == 0)
        march_dossier_save_async (dossier, MARCH_SAVE_DEFAULT, cancellable, done_cb, &outcomes[i]);
      else
        march_dossier_revert_async (dossier, cancellable, done_cb, &outcomes[i]);
      while (!outcomes[i].done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&outcomes[i].error);
      g_assert_true (march_dossier_get_modified (dossier));
      g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
    }
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (document_count_files (fixture->folder), ==, 1);
}

static void
test_save (Document *fixture, gconstpointer data)
{
  GError *error = NULL;

  g_chmod (fixture->path, 0640);
  {
    g_autoptr (MarchDossier) dossier = document_open (fixture);

    document_set_title (dossier, "Anew");
    march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
    g_assert_no_error (error);
    g_assert_false (march_dossier_get_modified (dossier));
    document_set_title (dossier, "Twice");
    march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
    g_assert_no_error (error);
  }
  {
    g_autoptr (MarchDossier) dossier = document_open (fixture);
    struct stat status;

    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Twice");
    g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
    g_assert_cmpuint (document_count_files (fixture->folder), ==, 1);
    g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  }
}

static void
test_undo_after_restart (Document *fixture, gconstpointer data)
{
  GError *error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MarchDossier) dossier = document_open (fixture);
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      document_set_title (dossier, title);
      g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
    }
  {
    g_autoptr (MarchDossier) dossier = document_open (fixture);
    g_autofree char *label = NULL;

    g_object_get (dossier, "undo-label", &label, NULL);
    g_assert_cmpstr (label, ==, "Call it Title 1");
    g_assert_false (march_dossier_get_modified (dossier));
    g_assert_true (march_dossier_undo (dossier, &error));
    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Title 0");
    g_assert_true (march_dossier_get_modified (dossier));
    g_assert_true (march_dossier_undo (dossier, &error));
    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
    g_assert_false (march_dossier_undo (dossier, NULL));
    g_assert_true (march_dossier_redo (dossier, &error));
    g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  }
  {
    g_autoptr (MarchDossier) dossier = document_open (fixture);

    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Title 0");
    g_assert_true (march_dossier_redo (dossier, &error));
    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Title 1");
  }
}

/* What another program did to the file meanwhile. */
typedef enum
{
  MEANWHILE_EDITED,
  MEANWHILE_REPLACED,
  MEANWHILE_DELETED,
} Meanwhile;

static void
test_changed (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.gpkg", NULL);
  g_autoptr (GFile) other_file = g_file_new_for_path (other);
  g_autofree char *foreign = NULL, *kept = NULL;

  document_set_title (dossier, "Mine");
  if (GPOINTER_TO_INT (data) == MEANWHILE_DELETED)
    g_unlink (fixture->path);
  else if (GPOINTER_TO_INT (data) == MEANWHILE_REPLACED)
    g_file_set_contents (fixture->path, "something else", -1, NULL);
  else
    document_run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
  foreign = GPOINTER_TO_INT (data) != MEANWHILE_DELETED ? fixture_file_hash (fixture->path) : NULL;

  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_clear_error (&error);
  kept = GPOINTER_TO_INT (data) != MEANWHILE_DELETED ? fixture_file_hash (fixture->path) : NULL;
  g_assert_cmpstr (foreign, ==, kept);
  g_assert_true (march_dossier_get_modified (dossier));

  g_assert_true (march_dossier_save_copy (dossier, other_file, &error));
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_REPLACE, &error));
  g_assert_false (march_dossier_get_modified (dossier));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
}

/* Another program has the file open: its write-ahead log would damage what takes its place. */
static void
test_open_elsewhere (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (sqlite3) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  document_set_title (dossier, "Mine");
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other,
                                 "PRAGMA journal_mode = WAL; UPDATE dossier SET title = 'Theirs'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  before = fixture_file_hash (fixture->path);
  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_REPLACE, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BUSY);
  g_clear_error (&error);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_clear_pointer (&other, sqlite3_close);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_REPLACE, &error));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
}

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

static gint64
select_integer (MarchDossier *dossier, const char *sql)
{
  GError *error = NULL;
  gint64  value = 0;

  g_assert_true (march_sqlite_select_integer (dossier->copy->database->handle, sql, &value,
                                              &error));
  g_assert_no_error (error);
  return value;
}

static void
assert_sound (MarchDossier *dossier)
{
  g_autofree char *integrity = march_sqlite_select_text (dossier->copy->database->handle,
                                                         "PRAGMA integrity_check", NULL);

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (select_integer (dossier, "SELECT count (*) FROM pragma_foreign_key_check"), ==,
                   0);
  g_assert_cmpint (select_integer (dossier, "PRAGMA foreign_keys"), ==, 1);
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
    "Actor “Ostren”", "palette: 2; note: a note", "palette: 9; note: ",
    "SELECT palette FROM actor WHERE id = 12", 2, 9 },
  { "tag", 181, "text", "kin", "DELETE FROM tag",
    "Tag “kin”", "assertion_id: Assertion “value: Tarvia”; text: kin", "deleted",
    "SELECT count (*) FROM tag", 1, 0 },
  { "tag", 181, NULL, NULL, "UPDATE tag SET text = 'kin'",
    "Tag “kin”", "deleted", "assertion_id: Assertion “value: Tarvia”; text: kin",
    "SELECT count (*) FROM tag", 0, 1 },
  { "evidence", 83, "proposal_id", NULL,
    "DELETE FROM evidence WHERE id = 83",
    "Evidence", "quotation_id: Quotation", "deleted",
    "SELECT count (*) FROM evidence WHERE id = 83", 1, 0 },
  /* Theirs deletes what ours refers to anew. */
  { "chain", 0, "actor_id", "12", "DELETE FROM tag; DELETE FROM evidence WHERE quotation_id = 42; "
    "DELETE FROM quotation WHERE id = 42",
    "Quotation", "refers to it: Speaker of a quotation", "deleted",
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
      march_dossier_set_palette (dossier, FIXTURE_VELMARK, 5, &error);
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
      g_assert_cmpint (select_integer (dossier, clash->query), ==,
                       choice == MARCH_MERGE_OURS ? clash->if_ours : clash->if_theirs);
      g_assert_cmpint (select_integer (dossier, "SELECT palette FROM actor WHERE id = 11"), ==, 5);
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
  march_dossier_set_palette (dossier, FIXTURE_VELMARK, 5, &error);
  document_set_title (dossier, "Two");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  if (GPOINTER_TO_INT (data) > 0)
    march_dossier_set_palette (dossier, FIXTURE_VELMARK, 6, &error);
  if (GPOINTER_TO_INT (data) > 1)
    {
      g_assert_true (march_dossier_undo (dossier, &error));
      g_assert_true (march_dossier_undo (dossier, &error));
      march_dossier_set_palette (dossier, FIXTURE_VELMARK, 7, &error);
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

/* Given up after that, the log leads to what was saved. */
static void
test_revert_undone (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  document_set_title (dossier, "One");
  document_set_title (dossier, "Two");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (march_dossier_undo (dossier, &error));
  document_set_title (dossier, "Three");
  g_assert_true (march_dossier_revert (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Two");
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "One");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
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
  Outcome outcome = { merge_finish };

  document_set_title (dossier, "Mine");
  document_run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  march_dossier_merge_async (dossier, MARCH_MERGE_ASK, NULL, done_cb, &outcome);
  wait_for (dossier, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 9);
}

static void
test_touched (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *contents = NULL;
  gsize            length;
  GError          *error = NULL;

  document_set_title (dossier, "Mine");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length,
                                      NULL)); /* another inode and time, the same content */
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_save_as (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "second.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/velmark.gpkg");
  g_autoptr (GError) error = NULL;

  document_set_title (dossier, "Second");
  g_assert_false (march_dossier_save_as (dossier, nowhere, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), fixture->file));

  g_assert_true (march_dossier_save_as (dossier, file, &error));
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), file));
  g_assert_false (march_dossier_get_modified (dossier));
  document_set_title (dossier, "Third");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);

  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_clear_object (&dossier);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Third");
}

static void
test_symlink (Document *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link_path);
  g_autoptr (MarchDossier) dossier = NULL;
  GError *error = NULL;

  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  document_set_title (dossier, "Linked");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Linked");
}

static void
test_revert (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *label = NULL;
  GError          *error = NULL;

  document_set_title (dossier, "Kept");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  document_set_title (dossier, "Lost");
  march_dossier_revert (dossier, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Kept");
  g_assert_false (march_dossier_get_modified (dossier));
  g_object_get (dossier, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Call it Kept");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
}

/* In a process of an ordinary user, as permissions do not stop root. */
static void
test_read_only (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  pid_t            child;
  int              status = 0;

  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0555);
  g_chmod (document_state_folder, 0777);
  child = fork ();
  if (child == 0)
    {
      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (10);
      dossier = march_dossier_open (fixture->file, NULL, &error);
      if (dossier == NULL)
        _exit (11);
      document_set_title (dossier, "Mine");
      if (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error) ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY))
        _exit (12);
      _exit (march_dossier_get_modified (dossier) ? 0 : 13);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Only the file may be written, its folder not: it is written over. */
static void
test_write_over (Document *fixture, gconstpointer data)
{
  pid_t child;
  int   status = 0;

  g_chmod (fixture->path, 0666);
  g_chmod (fixture->folder, 0555);
  g_chmod (document_state_folder, 0777);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (10);
      dossier = document_open (fixture);
      document_set_title (dossier, "Over");
      if (!march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL))
        _exit (11);
      march_dossier_close (dossier);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  {
    g_autoptr (MarchDossier) dossier = document_open (fixture);

    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Over");
  }
}

/* A disk that takes no more: files may not grow beyond what the original has. */
static void
test_no_space (Document *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  pid_t            child = fork ();
  int              status = 0;

  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = document_open (fixture);
      g_autoptr (GError) error = NULL;
      struct rlimit limit = { 100 * 1024, 100 * 1024 };

      document_set_title (dossier, "Mine");
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error) ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
        {
          g_printerr ("%s\n", error != NULL ? error->message : "saved");
          _exit (11);
        }
      if (document_count_files (fixture->folder) != 1)
        _exit (13);
      _exit (march_dossier_get_modified (dossier) ? 0 : 12);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_two_processes (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  pid_t child;
  int   status = 0;

  document_set_title (dossier, "First");
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) second = document_open (fixture);

      document_set_title (second, "Second");
      if (!march_dossier_save (second, MARCH_SAVE_DEFAULT, NULL))
        _exit (11);
      march_dossier_close (second);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "First");
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier/save-async", NULL, test_save_async);
  DOCUMENT_ADD ("/dossier/save-as-async", GINT_TO_POINTER (TRUE), test_save_as_async);
  DOCUMENT_ADD ("/dossier/save-as-async/unedited", GINT_TO_POINTER (FALSE), test_save_as_async);
  DOCUMENT_ADD ("/dossier/save-as-async/nowhere", NULL, test_save_as_nowhere);
  DOCUMENT_ADD ("/dossier/revert-async", NULL, test_revert_async);
  DOCUMENT_ADD ("/dossier/cancelled", NULL, test_cancelled);
  DOCUMENT_ADD ("/dossier/save", NULL, test_save);
  DOCUMENT_ADD ("/dossier/undo-after-restart", NULL, test_undo_after_restart);
  DOCUMENT_ADD ("/dossier/changed/edited", GINT_TO_POINTER (MEANWHILE_EDITED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/replaced", GINT_TO_POINTER (MEANWHILE_REPLACED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/deleted", GINT_TO_POINTER (MEANWHILE_DELETED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/open-elsewhere", NULL, test_open_elsewhere);
  DOCUMENT_ADD ("/dossier/changed/merge", NULL, test_merge);
  for (gsize i = 0; i < G_N_ELEMENTS (clashes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/dossier/changed/merge-conflict/%s-%zu",
                                               clashes[i].ours, i);

      DOCUMENT_ADD (name, &clashes[i], test_merge_conflict);
    }
  DOCUMENT_ADD ("/dossier/changed/merge-undone", GINT_TO_POINTER (0), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-forked", GINT_TO_POINTER (1), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-forked-twice", GINT_TO_POINTER (2), test_merge_undone);
  DOCUMENT_ADD ("/dossier/changed/revert-forked", NULL, test_revert_undone);
  DOCUMENT_ADD ("/dossier/changed/merge-async", NULL, test_merge_async);
  DOCUMENT_ADD ("/dossier/changed/touched", NULL, test_touched);
  DOCUMENT_ADD ("/dossier/save-as", NULL, test_save_as);
  DOCUMENT_ADD ("/dossier/symlink", NULL, test_symlink);
  DOCUMENT_ADD ("/dossier/revert", NULL, test_revert);
  DOCUMENT_ADD ("/dossier/read-only", NULL, test_read_only);
  DOCUMENT_ADD ("/dossier/write-over", NULL, test_write_over);
  DOCUMENT_ADD ("/dossier/no-space", NULL, test_no_space);
  DOCUMENT_ADD ("/dossier/two-processes", NULL, test_two_processes);
  return document_run ();
}
