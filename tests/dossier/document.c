/* document.c — a dossier in a folder of its own, and a state directory that is gone afterwards */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document.h"

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"

char *document_state_folder;

void
document_set_up (Document *fixture, gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->path = fixture_write (fixture->folder, "velmark.gpkg");
  fixture->file = g_file_new_for_path (fixture->path);
}

void
document_tear_down_copies (void)
{
  g_autofree char *copies = g_build_filename (document_state_folder, "marchland", NULL);

  folder_remove (copies);
}

void
document_tear_down (Document *fixture, gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  folder_remove (fixture->folder);
  document_tear_down_copies ();
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

MarchDossier *
document_open (Document *fixture)
{
  GError       *error = NULL;
  MarchDossier *dossier = march_dossier_open (fixture->file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

void
document_set_title (MarchDossier *dossier, const char *title)
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

gboolean
document_set_palette (MarchDossier *dossier, gint64 actor, gint64 palette, GError **error)
{
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Change a colour", error);
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_integer (row, "palette", palette);
  return edit != NULL && march_edit_update (edit, "actor", actor, row, error)
         && march_dossier_commit_edit (dossier, edit, error);
}

guint
document_count_copies (void)
{
  g_autofree char *copies = g_build_filename (document_state_folder, "marchland", NULL);

  return folder_count (copies);
}

/* Changes the file as another program would. */
void
document_run_sql (const char *path, const char *sql)
{
  g_autoptr (sqlite3) handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

/* With each of @damages alone, statements of SQL on the spatial @table, the file as it is now is
 * refused as damaged. */
void
document_assert_damages (Document          *fixture,
                         const char        *table,
                         const char *const *damages,
                         guint              n_damages)
{
  g_autoptr (GString) prepare = g_string_new ("PRAGMA foreign_keys = OFF; "
                                              "PRAGMA ignore_check_constraints = ON; ");
  g_autofree char *good = NULL;
  gsize            length;

  /* They call functions that only the program has. */
  for (guint i = 1; i <= 4; i++)
    g_string_append_printf (prepare, "DROP TRIGGER rtree_%s_geom_update%u; ", table, i);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (guint i = 0; i < n_damages; i++)
    {
      g_autofree char *sql = g_strconcat (prepare->str, damages[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, good, (gssize) length, NULL));
      document_run_sql (fixture->path, sql);
      g_assert_null (march_dossier_open (fixture->file, NULL, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
    }
}

void
document_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DocumentOutcome *outcome = data;

  outcome->good = outcome->finish (MARCH_DOSSIER (source), result, &outcome->error);
  outcome->done = TRUE;
}

/* Waits as a window does; the dossier takes no edits meanwhile. */
void
document_wait_for (MarchDossier *dossier, DocumentOutcome *outcome)
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

void
document_init (int *argc, char ***argv)
{
  document_state_folder = folder_make ();
  g_setenv ("XDG_STATE_HOME", document_state_folder, TRUE);
  g_test_init (argc, argv, NULL);
}

int
document_run (void)
{
  int status = g_test_run ();

  folder_remove (document_state_folder);
  g_free (document_state_folder);
  return status;
}
