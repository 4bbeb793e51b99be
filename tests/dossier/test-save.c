/* test-save.c — saving, under this name or another, and giving edits up */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"

static void
test_save_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  DocumentOutcome outcome = { march_dossier_save_finish };

  document_set_title (dossier, "Anew");
  march_dossier_save_async (dossier, MARCH_SAVE_DEFAULT, NULL, document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
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
  DocumentOutcome copied = { march_dossier_save_copy_finish };
  DocumentOutcome saved = { march_dossier_save_as_finish };

  if (edited)
    document_set_title (dossier, "Anew");
  march_dossier_save_copy_async (dossier, copy, 0, NULL, document_done_cb, &copied);
  document_wait_for (dossier, &copied);
  g_assert_cmpint (march_dossier_get_modified (dossier), ==, edited);
  g_assert_true (g_file_equal (march_dossier_get_file (dossier), fixture->file));
  march_dossier_save_as_async (dossier, file, NULL, document_done_cb, &saved);
  document_wait_for (dossier, &saved);
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
  DocumentOutcome outcome = { march_dossier_save_as_finish };

  march_dossier_save_as_async (dossier, file, NULL, document_done_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (outcome.good);
  g_assert_error (outcome.error, MARCH_ERROR, MARCH_ERROR_READ_ONLY);
  g_clear_error (&outcome.error);
  g_assert_true (march_dossier_make_editable (dossier, NULL));
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

static void
test_revert_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  DocumentOutcome outcome = { march_dossier_revert_finish };

  document_set_title (dossier, "Lost");
  march_dossier_revert_async (dossier, NULL, document_done_cb, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Lost");
  document_wait_for (dossier, &outcome);
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
  DocumentOutcome outcomes[] = { { march_dossier_save_finish }, { march_dossier_revert_finish } };

  document_set_title (dossier, "Mine");
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if (i == 0)
        march_dossier_save_async (dossier, MARCH_SAVE_DEFAULT, cancellable, document_done_cb,
                                  &outcomes[i]);
      else
        march_dossier_revert_async (dossier, cancellable, document_done_cb, &outcomes[i]);
      while (!outcomes[i].done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&outcomes[i].error);
      g_assert_true (march_dossier_get_modified (dossier));
      g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
    }
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
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
    g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
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

/* However many copies of one content were edited and saved, the next one can be: also where their
 * folders have names that were counted once. */
static void
test_many_copies (Document *fixture, gconstpointer data)
{
  g_autofree char *hash = fixture_file_hash (fixture->path);
  g_autoptr (MarchDossier) dossier = NULL;

  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s-%.16s", FIXTURE_UUID, hash)
                                     : g_strdup_printf ("%s-%.16s-%u", FIXTURE_UUID, hash, i);
      g_autofree char *folder = g_build_filename (document_state_folder, "marchland", name, NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
    }
  for (guint i = 0; i < 2; i++)
    {
      dossier = document_open (fixture);
      document_set_title (dossier, "Anew");
      g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
      g_clear_object (&dossier);
    }
  dossier = document_open (fixture);
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_true (march_dossier_undo (dossier, NULL));
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
  DOCUMENT_ADD ("/dossier/changed/revert-forked", NULL, test_revert_undone);
  DOCUMENT_ADD ("/dossier/changed/touched", NULL, test_touched);
  DOCUMENT_ADD ("/dossier/save-as", NULL, test_save_as);
  DOCUMENT_ADD ("/dossier/symlink", NULL, test_symlink);
  DOCUMENT_ADD ("/dossier/revert", NULL, test_revert);
  DOCUMENT_ADD ("/dossier/many-copies", NULL, test_many_copies);
  return document_run ();
}
