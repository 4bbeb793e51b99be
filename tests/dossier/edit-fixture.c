/* edit-fixture.c — a database to be edited, with its log of undoing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-fixture.h"

#include "dossier-fixture.h"
#include "dossier/march-undo-log.h"

void
edit_set_up (EditFixture *fixture, gconstpointer data)
{
  GError          *error = NULL;
  g_autofree char *path = NULL, *log = NULL;

  fixture->folder = folder_make ();
  path = g_build_filename (fixture->folder, "velmark.gpkg", NULL);
  log = g_build_filename (fixture->folder, "undo.db", NULL);
  fixture->database = march_database_create (path, &error);
  g_assert_no_error (error);
  fixture_fill (fixture->database);
  march_undo_log_attach (fixture->database, log, &error);
  g_assert_no_error (error);
}

void
edit_tear_down (EditFixture *fixture, gconstpointer data)
{
  march_database_free (fixture->database);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* The records, the search rows and the R-trees: what has to come back. */
char *
edit_checksum (EditFixture *fixture)
{
  g_autofree char *records = fixture_checksum (fixture->database);
  g_autofree char *entries = NULL, *boxes = NULL, *extents = NULL;

  entries = fixture_select_text (fixture->database,
                                 "SELECT group_concat (line, '|') FROM (SELECT kind || record_id "
                                 "|| field || body || folded AS line FROM search_entry "
                                 "ORDER BY kind, record_id, field)");
  boxes = fixture_select_text (fixture->database,
                               "SELECT group_concat (line, '|') FROM (SELECT id || ' ' || minx || "
                               "maxy AS line FROM rtree_place_geom ORDER BY id)");
  extents = fixture_select_text (fixture->database,
                                 "SELECT group_concat (line, '|') FROM (SELECT table_name || "
                                 "coalesce (min_x || max_y, '') AS line FROM gpkg_contents "
                                 "ORDER BY 1)");
  return g_strjoin ("\n", records, entries, boxes, extents, NULL);
}

gboolean
edit_update_text (MarchEdit  *edit,
                  const char *table,
                  gint64      id,
                  const char *column,
                  const char *text)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_text (row, column, text);
  return march_edit_update (edit, table, id, row, NULL);
}

/* What the query gives is @expected. */
void
edit_expect (EditFixture *fixture, const char *sql, gint64 expected)
{
  g_test_message ("%s", sql);
  g_assert_cmpint (fixture_select_integer (fixture->database, sql), ==, expected);
}
