/* colleagues.c — two copies of one dossier, edited apart and exchanged */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "colleagues.h"

#include <stdarg.h>

#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-merge-row.h"
#include "dossier/march-record-table.h"

/* In memory where there is room for files: these tests save by the hundred, and try no disk. */
void
colleagues_init (int *argc, char ***argv)
{
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  document_init (argc, argv);
}

static void
copy_base (Colleagues *fixture, const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (fixture->base, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* Both copies are as the dossier was. */
void
colleagues_begin_anew (Colleagues *fixture)
{
  document_tear_down_copies ();
  copy_base (fixture, fixture->mine);
  copy_base (fixture, fixture->theirs);
}

void
colleagues_set_up (Colleagues *fixture, gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->base = fixture_write (fixture->folder, "base.gpkg");
  fixture->mine = g_build_filename (fixture->folder, "mine.gpkg", NULL);
  fixture->theirs = g_build_filename (fixture->folder, "theirs.gpkg", NULL);
  colleagues_begin_anew (fixture);
}

void
colleagues_tear_down (Colleagues *fixture, gconstpointer data)
{
  folder_remove (fixture->folder);
  document_tear_down_copies ();
  g_free (fixture->folder);
  g_free (fixture->base);
  g_free (fixture->mine);
  g_free (fixture->theirs);
}

MarchDossier *
colleagues_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError           *error = NULL;
  MarchDossier     *dossier = march_dossier_open (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Edits a copy and saves it. Returns: whether the edit could be done */
gboolean
colleagues_edit (const char *path, const char *who, ColleaguesEdit work)
{
  g_autoptr (MarchDossier) dossier = colleagues_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = NULL;

  march_dossier_set_who (dossier, who);
  edit = march_dossier_begin_edit (dossier, "An edit", &error);
  g_assert_no_error (error);
  if (!work (edit) || !march_dossier_commit_edit (dossier, edit, &error))
    return FALSE;
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  return TRUE;
}

/* What a copy has changed, through a file. */
MarchChanges *
colleagues_changes (Colleagues *fixture, const char *path, const char *who)
{
  g_autofree char  *out = g_build_filename (fixture->folder, "a.marchland-changes", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (out);
  GError           *error = NULL;
  guint             n = 0;
  MarchChanges     *changes;

  march_changes_write (fixture->base, path, who, out, &n, NULL, &error);
  g_assert_no_error (error);
  changes = march_changes_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_changes_get_facts (changes)->n_records, ==, n);
  return changes;
}

void
colleagues_apply (const char      *path,
                  MarchChanges    *changes,
                  MarchMergeChoice choice,
                  MarchSameChoice  same)
{
  g_autoptr (MarchDossier) dossier = colleagues_open (path);
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (choice, same);
  GError *error = NULL;

  march_dossier_apply_changes (dossier, changes, plan, &error);
  g_assert_no_error (error);
  if (march_dossier_get_modified (dossier))
    march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

/* Both apply what the other has changed; where they clash, what @mine says counts. */
void
colleagues_exchange (Colleagues *fixture, MarchMergeChoice mine)
{
  g_autoptr (MarchChanges) of_mine = colleagues_changes (fixture, fixture->mine, "Ilse");
  g_autoptr (MarchChanges) of_theirs = colleagues_changes (fixture, fixture->theirs, "Jora");
  MarchMergeChoice theirs = mine == MARCH_MERGE_OURS     ? MARCH_MERGE_THEIRS
                            : mine == MARCH_MERGE_THEIRS ? MARCH_MERGE_OURS
                                                         : MARCH_MERGE_ASK;

  colleagues_apply (fixture->mine, of_theirs, mine, MARCH_SAME_ONE);
  colleagues_apply (fixture->theirs, of_mine, theirs, MARCH_SAME_ONE);
}

static void
describe_query (MarchDatabase *database, const char *sql, GString *text)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, NULL);

  g_assert_nonnull (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char      *value = (const char *) sqlite3_column_text (statement, i);
          g_autofree char *hash = NULL;

          if (sqlite3_column_type (statement, i) == SQLITE_BLOB)
            hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                sqlite3_column_blob (statement, i),
                                                (gsize) sqlite3_column_bytes (statement, i));
          g_string_append_printf (text, "%s|", hash != NULL    ? hash
                                               : value != NULL ? value
                                                               : "NULL");
        }
      g_string_append_c (text, '\n');
    }
}

/* All but how often a record was edited. */
static void
describe_table (MarchDatabase *database, const MarchRecordTable *table, GString *text)
{
  g_auto (GStrv) columns = march_merge_list_columns (database, table, NULL);
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (guint i = 1; columns[i] != NULL; i++)
    if (!g_str_equal (columns[i], "version"))
      g_string_append_printf (sql, ", \"%s\"", columns[i]);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", table->name);
  g_string_append_printf (text, "-- %s\n", table->name);
  describe_query (database, sql->str, text);
}

/* Records, what belongs to imports, and what is derived of them: equal for copies that say the
 * same. */
char *
colleagues_describe (const char *path)
{
  static const char *const queries[] = {
    "SELECT * FROM piece ORDER BY id",
    "SELECT * FROM blank ORDER BY id",
    "SELECT * FROM import_feature ORDER BY id",
    "SELECT * FROM point ORDER BY id",
    "SELECT kind, record_id, field, body, folded FROM search_entry ORDER BY 1, 2, 3",
    "SELECT * FROM rtree_place_geom ORDER BY id",
    "SELECT * FROM rtree_control_area_geom ORDER BY id",
    "SELECT * FROM rtree_background_geom ORDER BY id",
    "SELECT * FROM rtree_piece_geom ORDER BY id",
    "SELECT * FROM rtree_point_geom ORDER BY id",
    "SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name NOT IN "
    "('piece', 'point') ORDER BY 1",
  };
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_IMMUTABLE, NULL);
  GString                *text = g_string_new (NULL);
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    describe_table (database, &tables[i], text);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    describe_query (database, queries[i], text);
  return g_string_free (text, FALSE);
}

gint64
colleagues_select (const char *path, const char *sql)
{
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_IMMUTABLE, NULL);

  return fixture_select_integer (database, sql);
}

/* Both copies say the same. */
void
colleagues_assert_equal (Colleagues *fixture)
{
  g_autofree char *mine = colleagues_describe (fixture->mine);
  g_autofree char *theirs = colleagues_describe (fixture->theirs);

  g_assert_cmpstr (mine, ==, theirs);
}

/* As the file that @dossier works on now has it, saved or not. */
char *
colleagues_describe_now (MarchDossier *dossier)
{
  MarchAccess access;

  return colleagues_describe (march_dossier_get_reading_path (dossier, &access));
}

/* Undone, the copy is what it was @before; done again, what it was after. */
void
colleagues_assert_undoes (const char *path, const char *before)
{
  g_autofree char *after = colleagues_describe (path), *undone = NULL, *redone = NULL;
  g_autoptr (MarchDossier) dossier = colleagues_open (path);
  GError *error = NULL;

  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_no_error (error);
  undone = colleagues_describe_now (dossier);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_no_error (error);
  redone = colleagues_describe_now (dossier);
  g_assert_cmpstr (redone, ==, after);
}

static MarchRow *
make_row (va_list arguments)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char *cell;

  while ((cell = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (cells, (char *) cell);
  g_ptr_array_add (cells, NULL);
  return fixture_make_row ((const char *const *) cells->pdata);
}

gint64
colleagues_insert (MarchEdit *edit, const char *table, gint64 id, ...)
{
  va_list arguments;
  g_autoptr (MarchRow) row = NULL;

  va_start (arguments, id);
  row = make_row (arguments);
  va_end (arguments);
  return march_edit_insert (edit, table, id, row, NULL);
}

gboolean
colleagues_update (MarchEdit *edit, const char *table, gint64 id, ...)
{
  va_list arguments;
  g_autoptr (MarchRow) row = NULL;

  va_start (arguments, id);
  row = make_row (arguments);
  va_end (arguments);
  return march_edit_update (edit, table, id, row, NULL);
}

gboolean
colleagues_edit_three (MarchEdit *edit)
{
  return colleagues_update (edit, "assertion", FIXTURE_CONTROL, "extent=none", NULL)
         && colleagues_update (edit, "assertion", FIXTURE_THESIS, "title=Land is all", NULL)
         && colleagues_insert (edit, "evidence", 751, "quotation_id:41", "assertion_id:61",
                               "stance=disputes", NULL) != 0;
}
