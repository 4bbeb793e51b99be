/* test-save-refused.c — what stands in the way of saving: others, permissions, a full disk */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"

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

  g_assert_true (march_dossier_save_copy (dossier, other_file, 0, &error));
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
assert_succeeds (pid_t child)
{
  int status = 0;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
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
  assert_succeeds (child);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Only the file may be written, its folder not: it is written over. */
static void
test_write_over (Document *fixture, gconstpointer data)
{
  pid_t child;

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
  assert_succeeds (child);
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
      /* It names the dossier, not what is written in its stead. */
      if (strstr (error->message, "“velmark.gpkg”") == NULL)
        {
          g_printerr ("%s\n", error->message);
          _exit (14);
        }
      if (folder_count (fixture->folder) != 1)
        _exit (13);
      _exit (march_dossier_get_modified (dossier) ? 0 : 12);
    }
  assert_succeeds (child);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_two_processes (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  pid_t child;

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
  assert_succeeds (child);
  g_assert_false (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "Merge"));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "First");
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier/changed/edited", GINT_TO_POINTER (MEANWHILE_EDITED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/replaced", GINT_TO_POINTER (MEANWHILE_REPLACED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/deleted", GINT_TO_POINTER (MEANWHILE_DELETED), test_changed);
  DOCUMENT_ADD ("/dossier/changed/open-elsewhere", NULL, test_open_elsewhere);
  DOCUMENT_ADD ("/dossier/read-only", NULL, test_read_only);
  DOCUMENT_ADD ("/dossier/write-over", NULL, test_write_over);
  DOCUMENT_ADD ("/dossier/no-space", NULL, test_no_space);
  DOCUMENT_ADD ("/dossier/two-processes", NULL, test_two_processes);
  return document_run ();
}
