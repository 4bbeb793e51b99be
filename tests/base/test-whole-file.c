/* test-whole-file.c — files that are there whole or not at all */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "base/march-whole-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("march-whole-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  GStatBuf         status;
  GError          *error = NULL;

  g_assert_true (march_whole_file_write (fixture->path, "one", 3, &error));
  assert_holds (fixture->path, "one");
  g_chmod (fixture->path, 0640);
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (march_whole_file_write (link, "second", 6, &error));
  assert_holds (fixture->path, "second");
  g_assert_cmpint (g_lstat (link, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_unlink (link);
}

static gboolean
fail_halfway (GOutputStream *stream, gpointer data, GError **error)
{
  g_assert_true (g_output_stream_write_all (stream, "half", 4, NULL, NULL, NULL));
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, "Enough.");
  return FALSE;
}

/* What was there stays, and nothing else does. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (march_whole_file_make (fixture->path, fail_halfway, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (march_whole_file_write (fixture->path, "before", 6, NULL));
  g_assert_false (march_whole_file_make (fixture->path, fail_halfway, NULL, NULL));
  assert_holds (fixture->path, "before");
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (march_whole_file_write (path, "text", 4, &error));
  g_assert_error (error, MARCH_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", NULL);

  assert_refused (fixture->folder, MARCH_ERROR_BAD_INPUT);
  assert_refused (nowhere, MARCH_ERROR_NOT_FOUND);
  assert_refused ("/dev/full", MARCH_ERROR_NO_SPACE);
  g_assert_true (march_whole_file_write ("/dev/null", "text", 4, NULL));
}

/* A name of the longest kind has no room for another one in it. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'a');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GError          *error = NULL;

  march_whole_file_write (path, "text", 4, &error);
  g_assert_no_error (error);
  assert_holds (path, "text");
  g_unlink (path);
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* As the dialogs do; a full disk is told, and leaves what was there. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  const char *path = data != NULL ? data : fixture->path;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) contents = g_bytes_new_static ("text", 4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  march_whole_file_save_async (file, contents, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (data == NULL)
    {
      g_assert_true (march_whole_file_save_finish (file, result, NULL));
      assert_holds (path, "text");
      return;
    }
  g_assert_false (march_whole_file_save_finish (file, result, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/base/whole-file/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/base/whole-file/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/base/whole-file/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/base/whole-file/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/base/whole-file/save-full", Fixture, "/dev/full", set_up, test_save, tear_down);
  g_test_add ("/base/whole-file/long-name", Fixture, NULL, set_up, test_long_name, tear_down);
  return g_test_run ();
}
