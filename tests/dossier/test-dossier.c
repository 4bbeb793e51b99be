/* test-dossier.c — opening, editing, undoing, saving, recovering */
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
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-schema.h"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static char *state_folder;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = fixture_write (fixture->folder, "velmark.gpkg");
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copies = g_build_filename (state_folder, "marchland", NULL);

  g_chmod (fixture->folder, 0700);
  fixture_remove_folder (fixture->folder);
  fixture_remove_folder (copies);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static MarchDossier *
open_dossier (Fixture *fixture)
{
  GError       *error = NULL;
  MarchDossier *dossier = march_dossier_open (fixture->file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
set_title (MarchDossier *dossier, const char *title)
{
  GError          *error = NULL;
  g_autofree char *label = g_strdup_printf ("Call it %s", title);
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, label, &error);
  g_autoptr (MarchRow) row = march_row_new ();

  g_assert_no_error (error);
  march_row_set_text (row, "title", title);
  g_assert_true (march_edit_update (edit, "dossier", 1, row, &error));
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static guint
count_copies (void)
{
  g_autofree char *copies = g_build_filename (state_folder, "marchland", NULL);

  return count_files (copies);
}

/* Changes the file as another program would. */
static void
run_sql (const char *path, const char *sql)
{
  g_autoptr (sqlite3) handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const MarchAssertion *figure = march_corpus_get_assertion (corpus, FIXTURE_FIGURE);
  const MarchPlace     *place = march_corpus_get_place (corpus, FIXTURE_TARVIA);

  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_cmpuint (march_corpus_get_actors (corpus)->len, ==, 3);
  g_assert_cmpuint (march_corpus_get_places (corpus)->len, ==, 3);
  g_assert_cmpuint (march_corpus_get_quotations (corpus)->len, ==, 2);
  g_assert_cmpuint (march_corpus_get_assertions (corpus)->len, ==, 7);
  g_assert_cmpuint (march_corpus_get_background (corpus)->len, ==, 1);
  g_assert_cmpfloat (figure->high, ==, 1500.5);
  g_assert_cmpstr (place->code, ==, "OS-01");
  g_assert_cmpuint (place->names->len, ==, 2);
  g_assert_nonnull (place->geometry);
  g_assert_cmpuint (march_corpus_get_assertion (corpus, FIXTURE_CONTROL)->areas->len, ==, 1);
  g_assert_null (march_corpus_get_quotation (corpus, FIXTURE_POINTER)->exact);

  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpuint (count_copies (), ==, 0);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(MarchDossier **) data = march_dossier_open_finish (result, NULL);
}

static void
editable_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  *(gboolean *) data = march_dossier_make_editable_finish (MARCH_DOSSIER (source), result, &error);
  g_assert_no_error (error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  *(gboolean *) data = march_dossier_save_finish (MARCH_DOSSIER (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gboolean editable = FALSE, saved = FALSE;

  march_dossier_open_async (fixture->file, NULL, opened_cb, &dossier);
  while (dossier == NULL)
    g_main_context_iteration (NULL, TRUE);
  march_dossier_make_editable_async (dossier, NULL, editable_cb, &editable);
  g_assert_null (march_dossier_begin_edit (dossier, "Too early", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BUSY);
  while (!editable)
    g_main_context_iteration (NULL, TRUE);
  set_title (dossier, "Anew");
  march_dossier_save_async (dossier, MARCH_SAVE_DEFAULT, NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (march_dossier_get_modified (dossier));
}

static void
count_cb (MarchDossier *dossier, guint *n)
{
  (*n)++;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL, *undo_label = NULL;
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  gboolean can_undo = FALSE, can_redo = TRUE;
  GError  *error = NULL;
  guint    n = 0;

  g_signal_connect (dossier, "changed", G_CALLBACK (count_cb), &n);
  set_title (dossier, "Anew");
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Anew");
  g_assert_cmpstr (march_corpus_get_facts (corpus)->title, ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_get_modified (dossier));
  g_object_get (dossier, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label,
                NULL);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  g_assert_cmpstr (undo_label, ==, "Call it Anew");

  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Anew");
  g_assert_cmpuint (n, ==, 3);

  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* An edit whose result could not be opened again is no edit. */
static void
test_contradiction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Circle", &error);
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_id (row, "child_id", FIXTURE_OSTREN_LAND);
  march_row_set_id (row, "parent_id", FIXTURE_TARVIA);
  march_row_set_text (row, "kind", "recognised");
  g_assert_cmpint (march_edit_insert (edit, "place_link", 0, row, &error), !=, 0);
  g_assert_false (march_dossier_commit_edit (dossier, edit, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
  g_assert_false (march_dossier_get_modified (dossier));
  set_title (dossier, "Still works");
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  g_chmod (fixture->path, 0640);
  {
    g_autoptr (MarchDossier) dossier = open_dossier (fixture);

    set_title (dossier, "Anew");
    march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
    g_assert_no_error (error);
    g_assert_false (march_dossier_get_modified (dossier));
    set_title (dossier, "Twice");
    march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
    g_assert_no_error (error);
  }
  {
    g_autoptr (MarchDossier) dossier = open_dossier (fixture);
    struct stat status;

    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Twice");
    g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  }
}

static void
test_undo_after_restart (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MarchDossier) dossier = open_dossier (fixture);
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      set_title (dossier, title);
      g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
    }
  {
    g_autoptr (MarchDossier) dossier = open_dossier (fixture);
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
    g_autoptr (MarchDossier) dossier = open_dossier (fixture);

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
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.gpkg", NULL);
  g_autoptr (GFile) other_file = g_file_new_for_path (other);
  g_autofree char *foreign = NULL, *kept = NULL;

  set_title (dossier, "Mine");
  if (GPOINTER_TO_INT (data) == MEANWHILE_DELETED)
    g_unlink (fixture->path);
  else if (GPOINTER_TO_INT (data) == MEANWHILE_REPLACED)
    g_file_set_contents (fixture->path, "something else", -1, NULL);
  else
    run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
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
  dossier = open_dossier (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
}

/* Another program has the file open: its write-ahead log would damage what takes its place. */
static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (sqlite3) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_title (dossier, "Mine");
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
  dossier = open_dossier (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;

  set_title (dossier, "Mine");
  run_sql (fixture->path, "UPDATE actor SET palette = 9, version = 2 WHERE id = 12");
  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_error (&error);
  g_assert_true (march_dossier_merge (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 9);
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_cmpuint (count_copies (), ==, 1);
}

static void
test_merge_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;

  set_title (dossier, "Mine");
  run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs', version = 2");
  g_assert_false (march_dossier_merge (dossier, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_cmpuint (count_copies (), ==, 1);
  set_title (dossier, "Still mine");
}

static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autofree char *contents = NULL;
  gsize            length;
  GError          *error = NULL;

  set_title (dossier, "Mine");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length,
                                      NULL)); /* another inode and time, the same content */
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_changed_before_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
  g_assert_null (march_dossier_begin_edit (dossier, "Late", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_true (march_dossier_revert (dossier, NULL));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Theirs");
  set_title (dossier, "Mine");
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "second.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/velmark.gpkg");
  g_autoptr (GError) error = NULL;

  set_title (dossier, "Second");
  g_assert_false (march_dossier_save_as (dossier, nowhere, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), fixture->file));

  g_assert_true (march_dossier_save_as (dossier, file, &error));
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), file));
  g_assert_false (march_dossier_get_modified (dossier));
  set_title (dossier, "Third");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_clear_object (&dossier);

  dossier = open_dossier (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_clear_object (&dossier);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Third");
}

static void
test_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link_path);
  g_autoptr (MarchDossier) dossier = NULL;
  GError *error = NULL;

  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  set_title (dossier, "Linked");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_clear_object (&dossier);
  dossier = open_dossier (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Linked");
}

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autofree char *label = NULL;
  GError          *error = NULL;

  set_title (dossier, "Kept");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  set_title (dossier, "Lost");
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
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  pid_t            child;
  int              status = 0;

  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0555);
  g_chmod (state_folder, 0777);
  child = fork ();
  if (child == 0)
    {
      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (10);
      dossier = march_dossier_open (fixture->file, NULL, &error);
      if (dossier == NULL)
        _exit (11);
      set_title (dossier, "Mine");
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
test_write_over (Fixture *fixture, gconstpointer data)
{
  pid_t child;
  int   status = 0;

  g_chmod (fixture->path, 0666);
  g_chmod (fixture->folder, 0555);
  g_chmod (state_folder, 0777);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (10);
      dossier = open_dossier (fixture);
      set_title (dossier, "Over");
      if (!march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL))
        _exit (11);
      march_dossier_close (dossier);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  {
    g_autoptr (MarchDossier) dossier = open_dossier (fixture);

    g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Over");
  }
}

/* A disk that takes no more: files may not grow beyond what the original has. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  pid_t            child = fork ();
  int              status = 0;

  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = open_dossier (fixture);
      g_autoptr (GError) error = NULL;
      struct rlimit limit = { 100 * 1024, 100 * 1024 };

      set_title (dossier, "Mine");
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error) ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
        {
          g_printerr ("%s\n", error != NULL ? error->message : "saved");
          _exit (11);
        }
      _exit (march_dossier_get_modified (dossier) && count_files (fixture->folder) == 1 ? 0 : 12);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_no_space_for_copy (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();
  int   status = 0;

  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = open_dossier (fixture);
      g_autoptr (GError) error = NULL;
      struct rlimit limit = { 50 * 1024, 50 * 1024 };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (march_dossier_make_editable (dossier, &error) ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
        _exit (11);
      _exit (count_copies () == 0 ? 0 : 12);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Edits in a process that is killed at some moment; gives how many it said were done. */
static guint
edit_until_killed (Fixture *fixture, guint microseconds)
{
  int   ends[2];
  pid_t child;
  guint n = 0;
  char  byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = open_dossier (fixture);

      for (guint i = 1;; i++)
        {
          g_autofree char *title = g_strdup_printf ("%u", i);

          set_title (dossier, title);
          if (write (ends[1], "", 1) != 1)
            _exit (1);
        }
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_usleep (microseconds);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  for (n = 1; read (ends[0], &byte, 1) == 1;)
    n++;
  close (ends[0]);
  return n;
}

static void
test_kill_and_recover (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 12; round++)
    {
      guint n = edit_until_killed (fixture, 1000 + round * 4111);
      g_autoptr (GPtrArray) recoveries = march_recovery_list ();
      g_autoptr (MarchDossier) dossier = NULL;
      g_autofree char *integrity = NULL;
      MarchRecovery   *recovery;
      GError          *error = NULL;
      guint            title;

      g_assert_cmpuint (recoveries->len, ==, 1);
      recovery = g_ptr_array_index (recoveries, 0);
      g_assert_cmpstr (recovery->path, ==, fixture->path);
      g_assert_cmpstr (recovery->title, ==, "Velmark and its neighbours");
      dossier = march_recovery_open (recovery, &error);
      g_assert_no_error (error);

      /* Whatever was said to be done is there; the one under way is there whole or not at all. */
      title = (guint) g_ascii_strtoull (march_dossier_get_title (dossier), NULL, 10);
      g_assert_true (title == n || title == n + 1);
      g_assert_cmpuint (recovery->labels->len, ==, title);
      g_assert_true (march_dossier_get_modified (dossier));
      integrity = march_sqlite_select_text (dossier->copy->database->handle,
                                            "PRAGMA integrity_check", NULL);
      g_assert_cmpstr (integrity, ==, "ok");
      for (guint i = 0; i < title; i++)
        if (!march_dossier_undo (dossier, &error))
          g_error ("%u of %u: %s", i, title, error->message);
      g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
      g_assert_false (march_dossier_undo (dossier, NULL));
      g_clear_object (&dossier);
      g_clear_pointer (&recoveries, g_ptr_array_unref);
      recoveries = march_recovery_list ();
      g_assert_cmpuint (recoveries->len, ==, 0);
    }
}

static void
test_recover_and_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  GError *error = NULL;

  set_title (dossier, "Unsaved");
  recoveries = march_recovery_list ();
  g_assert_cmpuint (recoveries->len, ==, 0); /* this process holds it */
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  g_clear_object (&dossier); /* leaves it as a crash would */

  recoveries = march_recovery_list ();
  g_assert_cmpuint (recoveries->len, ==, 1);
  dossier = march_recovery_open (g_ptr_array_index (recoveries, 0), &error);
  g_assert_no_error (error);
  g_assert_null (march_recovery_open (g_ptr_array_index (recoveries, 0), NULL));
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  g_clear_object (&dossier);
  dossier = open_dossier (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Unsaved");
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  GError *error = NULL;

  set_title (dossier, "Unsaved");
  g_clear_object (&dossier);
  recoveries = march_recovery_list ();
  g_assert_true (march_recovery_discard (g_ptr_array_index (recoveries, 0), &error));
  g_assert_cmpuint (count_copies (), ==, 0);
}

static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;
  pid_t child;
  int   status = 0;

  set_title (dossier, "First");
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) second = open_dossier (fixture);

      set_title (second, "Second");
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

/* A save that was cut off after the rename is a save. */
static void
test_cut_off_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GPtrArray) recoveries = NULL;
  GError *error = NULL;

  set_title (dossier, "Saved");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));

  /* As it would stand had the process ended right after the rename. */
  march_sqlite_run (dossier->copy->database->handle, "UPDATE undo.state SET saved = 0", &error);
  g_assert_no_error (error);
  dossier->copy->origin.pending = dossier->copy->origin.sha256;
  dossier->copy->origin.sha256 = g_strdup ("00");
  g_assert_true (march_copy_origin_write (dossier->copy->folder, &dossier->copy->origin, &error));
  g_assert_true (march_dossier_read_undo (dossier, &error));
  g_clear_object (&dossier);

  recoveries = march_recovery_list ();
  g_assert_cmpuint (recoveries->len, ==, 0);
  dossier = open_dossier (fixture);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
}

static void
assert_edit_undoes (MarchDossier *dossier, const char *label)
{
  g_autofree char *done = fixture_checksum (dossier->copy->database);
  g_autofree char *undone = NULL, *redone = NULL;
  GError          *error = NULL;

  g_assert_cmpstr (dossier->undo.undo_label, ==, label);
  g_assert_true (march_dossier_undo (dossier, &error));
  undone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (undone, !=, done);
  g_assert_true (march_dossier_redo (dossier, &error));
  redone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (redone, ==, done);
}

static const MarchAssertion *
get_assertion (MarchDossier *dossier, gint64 id)
{
  return march_corpus_get_assertion (dossier->corpus, id);
}

static void
test_typed_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  GError *error = NULL;

  g_assert_true (march_dossier_set_rank (dossier, FIXTURE_CONTROL, MARCH_RANK_PREFERRED,
                                         "The later report", &error));
  g_assert_cmpint (get_assertion (dossier, FIXTURE_CONTROL)->rank, ==, MARCH_RANK_PREFERRED);
  g_assert_cmpstr (get_assertion (dossier, FIXTURE_CONTROL)->rank_reason, ==, "The later report");
  assert_edit_undoes (dossier, "Prefer an assertion");

  g_assert_true (march_dossier_retract (dossier, FIXTURE_CLAIM, "Misread", &error));
  g_assert_true (get_assertion (dossier, FIXTURE_CLAIM)->retracted);
  assert_edit_undoes (dossier, "Retract an assertion");

  g_assert_true (march_dossier_set_palette (dossier, FIXTURE_OSTREN, 7, &error));
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 7);
  assert_edit_undoes (dossier, "Change a colour");

  g_assert_true (march_dossier_set_title (dossier, "Anew", &error));
  assert_edit_undoes (dossier, "Change the title");
}

static void
test_refused_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      march_dossier_set_rank (dossier, FIXTURE_CONTROL, MARCH_RANK_DEPRECATED, " ", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_retract (dossier, FIXTURE_CONTROL, "", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_retract (dossier, 999, "No such", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (march_dossier_set_palette (dossier, FIXTURE_OSTREN, 13, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_set_title (dossier, "", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_detach_text (dossier, FIXTURE_SOURCE, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_false (march_dossier_get_modified (dossier));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char other[] = "Nothing of the kind.";
  g_autofree char  *crlf = g_strconcat ("\xef\xbb\xbf", FIXTURE_TEXT, "\r\n", NULL);
  g_autoptr (MarchDossier) dossier = open_dossier (fixture);
  g_autoptr (GError) error = NULL;
  MarchTextReport    report;
  const MarchSource *source;

  g_assert_true (
      march_dossier_attach_text (dossier, FIXTURE_SOURCE, crlf, strlen (crlf), &report, &error));
  g_assert_true (report.same);
  g_assert_cmpuint (report.found[MARCH_MATCH_VERBATIM], ==, 1);
  source = march_corpus_get_source (dossier->corpus, FIXTURE_SOURCE);
  g_assert_cmpstr (source->text, ==, FIXTURE_TEXT "\n");
  g_assert_cmpint (source->length, ==, g_utf8_strlen (FIXTURE_TEXT, -1) + 1);
  assert_edit_undoes (dossier, "Attach a text");

  g_assert_false (
      march_dossier_attach_text (dossier, FIXTURE_SOURCE, other, strlen (other), &report, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (report.same);
  g_assert_cmpuint (report.found[MARCH_MATCH_NOT_FOUND], ==, 2);
  g_clear_error (&error);
  g_assert_false (march_dossier_attach_text (dossier, FIXTURE_SOURCE, "\xff", 1, &report, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);

  g_assert_true (march_dossier_detach_text (dossier, FIXTURE_SOURCE, &error));
  g_assert_null (march_corpus_get_source (dossier->corpus, FIXTURE_SOURCE)->text);
  assert_edit_undoes (dossier, "Detach a text");
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  state_folder = fixture_make_folder ();
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/dossier/open", NULL, test_open);
  ADD ("/dossier/async", NULL, test_async);
  ADD ("/dossier/edit", NULL, test_edit);
  ADD ("/dossier/contradiction", NULL, test_contradiction);
  ADD ("/dossier/save", NULL, test_save);
  ADD ("/dossier/undo-after-restart", NULL, test_undo_after_restart);
  ADD ("/dossier/changed/edited", GINT_TO_POINTER (MEANWHILE_EDITED), test_changed);
  ADD ("/dossier/changed/replaced", GINT_TO_POINTER (MEANWHILE_REPLACED), test_changed);
  ADD ("/dossier/changed/deleted", GINT_TO_POINTER (MEANWHILE_DELETED), test_changed);
  ADD ("/dossier/changed/open-elsewhere", NULL, test_open_elsewhere);
  ADD ("/dossier/changed/merge", NULL, test_merge);
  ADD ("/dossier/changed/merge-conflict", NULL, test_merge_conflict);
  ADD ("/dossier/changed/touched", NULL, test_touched);
  ADD ("/dossier/changed/before-edit", NULL, test_changed_before_edit);
  ADD ("/dossier/save-as", NULL, test_save_as);
  ADD ("/dossier/symlink", NULL, test_symlink);
  ADD ("/dossier/revert", NULL, test_revert);
  ADD ("/dossier/read-only", NULL, test_read_only);
  ADD ("/dossier/write-over", NULL, test_write_over);
  ADD ("/dossier/no-space", NULL, test_no_space);
  ADD ("/dossier/no-space-for-copy", NULL, test_no_space_for_copy);
  ADD ("/dossier/kill-and-recover", NULL, test_kill_and_recover);
  ADD ("/dossier/recover-and-save", NULL, test_recover_and_save);
  ADD ("/dossier/discard", NULL, test_discard);
  ADD ("/dossier/two-processes", NULL, test_two_processes);
  ADD ("/dossier/cut-off-save", NULL, test_cut_off_save);
  ADD ("/dossier/typed-edits", NULL, test_typed_edits);
  ADD ("/dossier/refused-edits", NULL, test_refused_edits);
  ADD ("/dossier/text", NULL, test_text);
  status = g_test_run ();
  fixture_remove_folder (state_folder);
  g_free (state_folder);
  return status;
}
