/* test-recover.c — edits that a process which is no longer there left behind */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-private-folder.h"
#include "dossier/march-publish.h"

/* Edits in a process that is killed at some moment; gives how many it said were done. */
static guint
edit_until_killed (Document *fixture, guint microseconds)
{
  int   ends[2];
  pid_t child;
  guint n = 0;
  char  byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = document_open (fixture);

      for (guint i = 1;; i++)
        {
          g_autofree char *title = g_strdup_printf ("%u", i);

          document_set_title (dossier, title);
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
test_kill_and_recover (Document *fixture, gconstpointer data)
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
test_recover_and_save (Document *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  document_set_title (dossier, "Unsaved");
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
  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Unsaved");
}

static void
test_discard (Document *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  document_set_title (dossier, "Unsaved");
  g_clear_object (&dossier);
  recoveries = march_recovery_list ();
  g_assert_true (march_recovery_discard (g_ptr_array_index (recoveries, 0), &error));
  g_assert_cmpuint (document_count_copies (), ==, 0);
}

/* A save that was cut off after the rename is a save. */
static void
test_cut_off_save (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray) recoveries = NULL;
  GError *error = NULL;

  document_set_title (dossier, "Saved");
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
  dossier = document_open (fixture);
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
}

/* Dies in the midst of a save: of a file that may not grow on, or when its copy stands ready. */
static void
save_until_killed (Document *fixture, gboolean ready)
{
  pid_t child = fork ();
  int   status = 0;

  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = document_open (fixture);
      struct rlimit limit = { 64 * 1024, 64 * 1024 };

      document_set_title (dossier, "Mine");
      if (!ready)
        setrlimit (RLIMIT_FSIZE, &limit);
      march_publication_prepare (march_database_get_path (dossier->copy->database), fixture->path,
                                 dossier->copy->folder, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, ready ? SIGKILL : SIGXFSZ);
}

/* What it left beside the dossier is gone when that is opened next. */
static void
test_killed_save (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  GError          *error = NULL;

  save_until_killed (fixture, GPOINTER_TO_INT (data));
  g_assert_cmpuint (folder_count (fixture->folder), >, 1);
  dossier = document_open (fixture);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&dossier);

  recoveries = march_recovery_list ();
  g_assert_cmpuint (recoveries->len, ==, 1);
  dossier = march_recovery_open (g_ptr_array_index (recoveries, 0), &error);
  g_assert_no_error (error);
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

/* A save under way is not hurt by whoever opens the dossier meanwhile, nor is what others put
 * beside it. */
static void
test_save_under_way (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchDossier) other = NULL;
  g_autoptr (MarchPublication) publication = NULL;
  g_autofree char *foreign = g_build_filename (fixture->folder, ".velmark.gpkg.a1b2c3", NULL);
  GError          *error = NULL;

  g_assert_true (g_file_set_contents (foreign, "theirs", -1, NULL));
  document_set_title (dossier, "Mine");
  publication = march_publication_prepare (march_database_get_path (dossier->copy->database),
                                           fixture->path, dossier->copy->folder, NULL, &error);
  g_assert_no_error (error);
  other = document_open (fixture);
  march_recovery_clear_old (g_get_real_time () / G_USEC_PER_SEC);
  g_assert_true (march_publication_finish (publication, &error));
  g_clear_object (&other);
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Mine");
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* A copy for reading that a process left behind goes an hour later; one in use stays. */
static void
test_clear_readings (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchPrivateFolder) used = march_private_folder_new (NULL);
  g_autofree char *copy = march_private_folder_get_copy (used);
  g_autofree char *path = g_path_get_dirname (copy);
  g_autofree char *root = march_working_copy_get_root ();
  g_autofree char *left = g_build_filename (root, "reading-abcdef", NULL);
  g_autofree char *young = g_build_filename (root, "reading-ghijkl", NULL);
  struct utimbuf   long_ago = { 1000000000, 1000000000 };
  g_autoptr (MarchPrivateFolder) next = NULL;

  g_assert_cmpint (g_mkdir (left, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (young, 0700), ==, 0);
  g_assert_cmpint (g_utime (left, &long_ago), ==, 0);
  g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
  next = march_private_folder_new (NULL);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define DAYS(n) (g_get_real_time () / G_USEC_PER_SEC + (n) * (gint64) 86400)

/* A log goes when it is old and the dossier is another by now. */
static void
test_clear_old (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  document_set_title (dossier, "Saved");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  document_run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
  g_assert_cmpuint (march_recovery_clear_old (DAYS (40)), ==, 0); /* in use */
  g_clear_object (&dossier);
  g_assert_cmpuint (document_count_copies (), ==, 1);
  g_assert_cmpuint (march_recovery_clear_old (DAYS (20)), ==, 0);
  g_assert_cmpuint (march_recovery_clear_old (DAYS (40)), ==, 1);
  g_assert_cmpuint (document_count_copies (), ==, 0);
}

/* As long as the dossier is what the log led to, it can be undone. */
static void
test_clear_keeps_undo (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  document_set_title (dossier, "Saved");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  g_clear_object (&dossier);
  g_assert_cmpuint (march_recovery_clear_old (DAYS (4000)), ==, 0);
  dossier = document_open (fixture);
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  g_clear_object (&dossier);

  g_unlink (fixture->path); /* maybe on a disk that is not there */
  g_assert_cmpuint (march_recovery_clear_old (DAYS (300)), ==, 0);
  g_assert_cmpuint (march_recovery_clear_old (DAYS (400)), ==, 1);
}

static void
test_clear_keeps_unsaved (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray) recoveries = NULL;

  document_set_title (dossier, "Saved");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  if (GPOINTER_TO_INT (data))
    document_set_title (dossier, "Unsaved");
  else
    g_assert_true (march_dossier_undo (dossier, NULL));
  g_clear_object (&dossier);
  document_run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
  g_assert_cmpuint (march_recovery_clear_old (DAYS (4000)), ==, 0);
  recoveries = march_recovery_list ();
  g_assert_cmpuint (recoveries->len, ==, 1);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier/kill-and-recover", NULL, test_kill_and_recover);
  DOCUMENT_ADD ("/dossier/recover-and-save", NULL, test_recover_and_save);
  DOCUMENT_ADD ("/dossier/discard", NULL, test_discard);
  DOCUMENT_ADD ("/dossier/cut-off-save", NULL, test_cut_off_save);
  DOCUMENT_ADD ("/dossier/clear-old", NULL, test_clear_old);
  DOCUMENT_ADD ("/dossier/clear-old/undo", NULL, test_clear_keeps_undo);
  DOCUMENT_ADD ("/dossier/clear-old/unsaved", GINT_TO_POINTER (TRUE), test_clear_keeps_unsaved);
  DOCUMENT_ADD ("/dossier/clear-old/undone", GINT_TO_POINTER (FALSE), test_clear_keeps_unsaved);
  DOCUMENT_ADD ("/dossier/killed-save/ready", GINT_TO_POINTER (TRUE), test_killed_save);
  DOCUMENT_ADD ("/dossier/killed-save/half-written", GINT_TO_POINTER (FALSE), test_killed_save);
  DOCUMENT_ADD ("/dossier/save-under-way", NULL, test_save_under_way);
  DOCUMENT_ADD ("/dossier/clear-readings", NULL, test_clear_readings);
  return document_run ();
}
