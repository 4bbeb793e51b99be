/* test-edit.c — tables of a new dossier; edits, their traces, their undoing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-schema.h"
#include "dossier/march-undo-log.h"

typedef struct
{
  char          *folder;
  MarchDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError          *error = NULL;
  g_autofree char *path = NULL, *log = NULL;

  fixture->folder = fixture_make_folder ();
  path = g_build_filename (fixture->folder, "velmark.gpkg", NULL);
  log = g_build_filename (fixture->folder, "undo.db", NULL);
  fixture->database = march_database_create (path, &error);
  g_assert_no_error (error);
  fixture_fill (fixture->database);
  march_undo_log_attach (fixture->database, log, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_database_free (fixture->database);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gint64
select_integer (Fixture *fixture, const char *sql)
{
  GError *error = NULL;
  gint64  value = G_MININT64;

  march_sqlite_select_integer (fixture->database->handle, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static char *
select_text (Fixture *fixture, const char *sql)
{
  GError *error = NULL;
  char   *text = march_sqlite_select_text (fixture->database->handle, sql, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_geopackage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *integrity = select_text (fixture, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpint (select_integer (fixture, "PRAGMA application_id"), ==, 0x47504B47);
  g_assert_cmpint (select_integer (fixture, "PRAGMA user_version"), ==, 10300);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM gpkg_spatial_ref_sys WHERE "
                                            "srs_id IN (-1, 0, 4326)"),
                   ==, 3);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM gpkg_contents WHERE data_type = "
                                            "'features'"),
                   ==, 4);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM gpkg_contents WHERE data_type = "
                                            "'attributes'"),
                   ==, 24);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM gpkg_extensions WHERE "
                                            "extension_name = 'gpkg_rtree_index'"),
                   ==, 4);
  g_assert_cmpint (select_integer (fixture,
                                   "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND "
                                   "name NOT LIKE 'gpkg_%' AND name NOT LIKE 'rtree_%' "
                                   "AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT "
                                   "table_name FROM gpkg_extensions "
                                   "WHERE extension_name = 'marchland_dossier')"),
                   ==, 0);
  g_assert_cmpint (select_integer (fixture, "SELECT max (version) FROM schema_version"), ==,
                   MARCH_SCHEMA_VERSION);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM pragma_foreign_key_check"), ==,
                   0);
}

static void
test_nothing_foreign (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) foreign = march_schema_list_foreign (fixture->database, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (foreign->len, ==, 0);
}

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (select_integer (fixture,
                                   "SELECT min_x = 10 AND min_y = 1 AND max_x = 13.25 AND max_y = "
                                   "2 FROM gpkg_contents WHERE table_name = 'place'"),
                   ==, 1);
  g_assert_cmpint (select_integer (fixture,
                                   "SELECT count (*) FROM rtree_place_geom WHERE minx < 10.5"),
                   ==, 1);
}

static const struct
{
  const char *sql;
  gint64      value;
} derived_days[] = {
  { "SELECT from_earliest_day FROM assertion WHERE id = 63", 22413 }, /* 2031-05-14 */
  { "SELECT until_latest_day FROM assertion WHERE id = 63", 22416 },
  { "SELECT from_earliest_day FROM assertion WHERE id = 62", 22400 }, /* 2031-05 */
  { "SELECT from_latest_day FROM assertion WHERE id = 62", 22430 },
  { "SELECT until_latest_day IS NULL FROM assertion WHERE id = 62", 1 },
  { "SELECT from_day FROM office WHERE id = 111", 21550 }, /* 2029-01-01 */
  { "SELECT until_day IS NULL FROM office WHERE id = 111", 1 },
  { "SELECT published_until_day - published_from_day FROM source WHERE id = 31", 1 },
  { "SELECT said_until_day - said_from_day FROM quotation WHERE id = 41", 31 },
  { "SELECT said_from_day IS NULL FROM quotation WHERE id = 42", 1 },
  { "SELECT dated_until_day - dated_from_day FROM proposal WHERE id = 51", 365 },
  { "SELECT until_latest_day FROM control_area WHERE id = 91", 22461 },
};

static void
test_days (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (derived_days); i++)
    {
      g_test_message ("%s", derived_days[i].sql);
      g_assert_cmpint (select_integer (fixture, derived_days[i].sql), ==, derived_days[i].value);
    }
}

static const struct
{
  const char *match;
  const char *kind;
  gint64      id;
} findings[] = {
  { "tarviia", "place", FIXTURE_TARVIA },      { "OS-01", "place", FIXTURE_TARVIA },
  { "velmark", "actor", FIXTURE_VELMARK },     { "kremer", "source", FIXTURE_SOURCE },
  { "herald", "source", FIXTURE_SOURCE },      { "ours", "quotation", FIXTURE_QUOTATION },
  { "customs", "proposal", FIXTURE_PROPOSAL }, { "lake talks", "event", FIXTURE_EVENT },
  { "secondary", "thesis", FIXTURE_THESIS },   { "people", "figure", FIXTURE_FIGURE },
};

static void
test_search_rows (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("SELECT count (*) FROM search JOIN search_entry ON search_entry.id = "
                             "search.rowid WHERE search MATCH '\"%s\"*' "
                             "AND kind = '%s' AND record_id = %" G_GINT64_FORMAT,
                             findings[i].match, findings[i].kind, findings[i].id);
      g_test_message ("%s", findings[i].match);
      if (i == 0) /* the Ukrainian variant, folded */
        g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM search WHERE search MATCH "
                                                  "'тарвія'"),
                         ==, 1);
      else
        g_assert_cmpint (select_integer (fixture, sql), ==, 1);
    }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Rename", "Ilse", &error);
  g_autoptr (MarchRow) row = march_row_new ();

  g_assert_no_error (error);
  march_row_set_text (row, "title", "Velmark, revised");
  march_edit_update (edit, "dossier", 1, row, &error);
  g_assert_no_error (error);
  march_edit_commit (edit, &error);
  g_assert_no_error (error);

  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM history"), ==, 2);
  g_assert_cmpint (select_integer (fixture,
                                   "SELECT count (*) FROM history JOIN history_row ON history_id = "
                                   "history.id "
                                   "WHERE label = 'Rename' AND who = 'Ilse' AND record_table = "
                                   "'dossier' AND record_id = 1 AND action = 'update'"),
                   ==, 1);
  g_assert_cmpint (select_integer (fixture, "SELECT version FROM dossier"), ==, 2);
}

static void
test_empty_edit (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Nothing", "Ilse", &error);

  g_assert_true (march_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM history"), ==, 1);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_checksum (fixture->database);
  g_autofree char *after = NULL;
  GError          *error = NULL;

  {
    g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Rename", "Ilse", &error);
    g_autoptr (MarchRow) row = march_row_new ();

    march_row_set_text (row, "title", "Other");
    g_assert_true (march_edit_update (edit, "dossier", 1, row, &error));
  }
  after = fixture_checksum (fixture->database);
  g_assert_cmpstr (before, ==, after);
}

/* What the tables' rules forbid: @column gets @text, in a new row or in the one with @id. */
static const struct
{
  const char *table;
  gint64      id;
  const char *column;
  const char *text;
  MarchError  code;
} refused[] = {
  { "place", FIXTURE_TARVIA, "kind", "kingdom", MARCH_ERROR_BAD_INPUT },
  { "assertion", FIXTURE_CONTROL, "extent", NULL, MARCH_ERROR_BAD_INPUT },
  { "assertion", FIXTURE_CLAIM, "valid_edtf", "2031-13", MARCH_ERROR_BAD_INPUT },
  { "source", FIXTURE_SOURCE, "csl", "{", MARCH_ERROR_BAD_INPUT },
  { "quotation", 999, "voice", "report", MARCH_ERROR_NOT_FOUND },
  { "name", 131, "place_id", "22222", MARCH_ERROR_BAD_INPUT },
  { "dossier", 1, "carry_days", "many", MARCH_ERROR_BAD_INPUT },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_checksum (fixture->database);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL, commit_error = NULL;
      g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Break", "Ilse", &error);
      g_autoptr (MarchRow) row = march_row_new ();
      g_autofree char *after = NULL;

      g_test_message ("%s.%s = %s", refused[i].table, refused[i].column, refused[i].text);
      march_row_set_text (row, refused[i].column, refused[i].text);
      g_assert_false (march_edit_update (edit, refused[i].table, refused[i].id, row, &error));
      g_assert_error (error, MARCH_ERROR, (gint) refused[i].code);
      g_assert_false (march_edit_commit (edit, &commit_error));
      g_assert_error (commit_error, MARCH_ERROR, MARCH_ERROR_FAILED);
      after = fixture_checksum (fixture->database);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_restrict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Break", "Ilse", &error);

  g_assert_false (march_edit_delete (edit, "actor", FIXTURE_VELMARK, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

static void
test_ids (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      gint64 id = march_edit_make_id ();

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, <, G_GINT64_CONSTANT (1) << 52);
    }
}

/* Every kind of edit, on every kind of record that it suits. */

static gboolean
update_text (MarchEdit *edit, const char *table, gint64 id, const char *column, const char *text)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_text (row, column, text);
  return march_edit_update (edit, table, id, row, NULL);
}

static gboolean
do_rank (MarchEdit *edit)
{
  return update_text (edit, "assertion", FIXTURE_CONTROL, "rank", "preferred");
}

static gboolean
do_date (MarchEdit *edit)
{
  return update_text (edit, "assertion", FIXTURE_CLAIM, "valid_edtf", "2030/2031-02~");
}

static gboolean
do_rename_place (MarchEdit *edit)
{
  return update_text (edit, "name", 133, "text", "Tárvia");
}

static gboolean
do_shape (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();
  g_autoptr (MarchGeometry) square = fixture_square (-5, 40, 2);

  march_row_set_geometry (row, "geom", square);
  return march_edit_update (edit, "place", FIXTURE_TARVIA, row, NULL);
}

static gboolean
do_unshape (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_null (row, "geom");
  return march_edit_update (edit, "place", FIXTURE_TARVIA, row, NULL);
}

static gboolean
do_add_place (MarchEdit *edit)
{
  g_autoptr (MarchRow) place = march_row_new (), name = march_row_new (), link = march_row_new ();
  g_autoptr (MarchGeometry) square = fixture_square (20, 20, 1);
  gint64 id;

  march_row_set_text (place, "kind", "settlement");
  march_row_set_geometry (place, "geom", square);
  id = march_edit_insert (edit, "place", 0, place, NULL);
  march_row_set_id (name, "place_id", id);
  march_row_set_text (name, "text", "Korrin");
  march_row_set_text (name, "language", "en");
  march_row_set_id (link, "child_id", id);
  march_row_set_id (link, "parent_id", FIXTURE_TARVIA);
  march_row_set_text (link, "kind", "recognised");
  return id != 0 && march_edit_insert (edit, "name", 0, name, NULL) != 0 &&
         march_edit_insert (edit, "place_link", 0, link, NULL) != 0;
}

static gboolean
do_delete_claim (MarchEdit *edit)
{
  return march_edit_delete (edit, "evidence", FIXTURE_EVIDENCE, NULL) &&
         march_edit_delete (edit, "assertion", FIXTURE_CLAIM, NULL);
}

static gboolean
do_delete_area (MarchEdit *edit)
{
  return march_edit_delete (edit, "control_area", FIXTURE_AREA, NULL);
}

static gboolean
do_move_name (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_id (row, "place_id", FIXTURE_OSTREN_LAND);
  return march_edit_update (edit, "name", 134, row, NULL);
}

static gboolean
do_figure (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_real (row, "low", 12.5);
  march_row_set_null (row, "high");
  return march_edit_update (edit, "assertion", FIXTURE_FIGURE, row, NULL);
}

static gboolean
do_everything (MarchEdit *edit)
{
  return do_rank (edit) && do_add_place (edit) && do_delete_area (edit) && do_delete_claim (edit) &&
         do_shape (edit) && update_text (edit, "source", FIXTURE_SOURCE, "grade", "A") &&
         update_text (edit, "actor_name", 101, "text", "Vélmark") &&
         update_text (edit, "dossier", 1, "title", "Anew");
}

static const struct
{
  const char *name;
  gboolean (*run) (MarchEdit *edit);
} kinds_of_edit[] = {
  { "rank", do_rank },
  { "date", do_date },
  { "rename-place", do_rename_place },
  { "shape", do_shape },
  { "unshape", do_unshape },
  { "add-place", do_add_place },
  { "delete-claim", do_delete_claim },
  { "delete-area", do_delete_area },
  { "move-name", do_move_name },
  { "figure", do_figure },
  { "everything", do_everything },
};

/* The records, the search rows and the R-trees: what has to come back. */
static char *
checksum_all (Fixture *fixture)
{
  g_autofree char *records = fixture_checksum (fixture->database);
  g_autofree char *entries = NULL, *boxes = NULL, *extents = NULL;

  entries = select_text (fixture,
                         "SELECT group_concat (line, '|') FROM (SELECT kind || record_id || body "
                         "|| folded AS line FROM search_entry ORDER BY kind, record_id)");
  boxes = select_text (fixture, "SELECT group_concat (line, '|') FROM (SELECT id || ' ' || minx || "
                                "maxy AS line FROM rtree_place_geom ORDER BY id)");
  extents = select_text (fixture,
                         "SELECT group_concat (line, '|') FROM (SELECT table_name || coalesce "
                         "(min_x || max_y, '') AS line FROM gpkg_contents ORDER BY 1)");
  return g_strjoin ("\n", records, entries, boxes, extents, NULL);
}

static void
run_edit (Fixture *fixture, gsize kind)
{
  GError *error = NULL;
  g_autoptr (MarchEdit)
      edit = march_edit_begin (fixture->database, kinds_of_edit[kind].name, "Ilse", &error);

  g_assert_no_error (error);
  g_assert_true (kinds_of_edit[kind].run (edit));
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* An index that is in step with its content passes its own check. */
static void
check_search (Fixture *fixture)
{
  GError *error = NULL;

  march_sqlite_run (fixture->database->handle,
                    "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  gsize            kind = GPOINTER_TO_SIZE (data);
  g_autofree char *before = checksum_all (fixture);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_auto (MarchUndoState) state = { 0 };
  GError *error = NULL;

  run_edit (fixture, kind);
  done = checksum_all (fixture);
  g_assert_cmpstr (before, !=, done);
  check_search (fixture);

  march_undo_log_undo (fixture->database, "Ilse", &error);
  g_assert_no_error (error);
  undone = checksum_all (fixture);
  g_assert_cmpstr (before, ==, undone);
  check_search (fixture);

  march_undo_log_redo (fixture->database, "Ilse", &error);
  g_assert_no_error (error);
  redone = checksum_all (fixture);
  g_assert_cmpstr (done, ==, redone);
  check_search (fixture);

  g_assert_cmpint (select_integer (fixture, "SELECT count (*) FROM history"), ==, 4);
  g_assert_cmpint (select_integer (fixture,
                                   "SELECT count (*) FROM history AS a JOIN history AS b ON "
                                   "a.undoes_id = b.id WHERE a.label = 'Undo: ' || b.label"),
                   ==, 1);
  march_undo_log_read (fixture->database, &state, &error);
  g_assert_cmpint (state.position, ==, 1);
  g_assert_cmpstr (state.undo_label, ==, kinds_of_edit[kind].name);
  g_assert_null (state.redo_label);
}

static void
test_undo_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = checksum_all (fixture);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;
  gsize n = 6; /* up to what needs a deleted record */

  for (gsize i = 0; i < n; i++)
    run_edit (fixture, i);
  done = checksum_all (fixture);
  for (gsize i = 0; i < n; i++)
    g_assert_true (march_undo_log_undo (fixture->database, "Ilse", &error));
  undone = checksum_all (fixture);
  g_assert_cmpstr (before, ==, undone);
  g_assert_false (march_undo_log_undo (fixture->database, "Ilse", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  for (gsize i = 0; i < n; i++)
    g_assert_true (march_undo_log_redo (fixture->database, "Ilse", NULL));
  redone = checksum_all (fixture);
  g_assert_cmpstr (done, ==, redone);
  g_assert_false (march_undo_log_redo (fixture->database, "Ilse", NULL));
}

static void
test_branch (Fixture *fixture, gconstpointer data)
{
  g_auto (MarchUndoState) state = { 0 };
  GError *error = NULL;

  run_edit (fixture, 0);
  run_edit (fixture, 1);
  g_assert_true (march_undo_log_mark_saved (fixture->database, &error));
  g_assert_true (march_undo_log_undo (fixture->database, "Ilse", &error));
  run_edit (fixture, 2);
  march_undo_log_read (fixture->database, &state, &error);
  g_assert_cmpint (state.n_steps, ==, 2);
  g_assert_cmpint (state.position, ==, 2);
  g_assert_cmpint (state.saved, ==, -1);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = checksum_all (fixture);
  g_autofree char *after = NULL;
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = NULL;

  march_sqlite_run (fixture->database->handle, "PRAGMA max_page_count = 1",
                    NULL); /* becomes the present size */
  edit = march_edit_begin (fixture->database, "Grow", "Ilse", &error);
  g_assert_false (update_text (edit, "dossier", 1, "summary", long_text));
  g_assert_false (march_edit_commit (edit, NULL));
  g_clear_pointer (&edit, march_edit_free);

  edit = march_edit_begin (fixture->database, "Grow", "Ilse", &error);
  g_assert_no_error (error);
  {
    g_autoptr (MarchRow) row = march_row_new ();

    march_row_set_text (row, "summary", long_text);
    g_assert_false (march_edit_update (edit, "dossier", 1, row, &error));
    g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE);
  }
  g_clear_pointer (&edit, march_edit_free);
  after = checksum_all (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_create_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (march_database_create (march_database_get_path (fixture->database), &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/geopackage", NULL, test_geopackage);
  ADD ("/edit/nothing-foreign", NULL, test_nothing_foreign);
  ADD ("/edit/extent", NULL, test_extent);
  ADD ("/edit/days", NULL, test_days);
  ADD ("/edit/search-rows", NULL, test_search_rows);
  ADD ("/edit/history", NULL, test_history);
  ADD ("/edit/empty", NULL, test_empty_edit);
  ADD ("/edit/cancel", NULL, test_cancel);
  ADD ("/edit/refused", NULL, test_refused);
  ADD ("/edit/restrict", NULL, test_restrict);
  g_test_add_func ("/edit/ids", test_ids);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_of_edit); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edit/undo/%s", kinds_of_edit[i].name);

      ADD (path, GSIZE_TO_POINTER (i), test_undo_redo);
    }
  ADD ("/edit/undo-all", NULL, test_undo_all);
  ADD ("/edit/branch", NULL, test_branch);
  ADD ("/edit/full-disk", NULL, test_full_disk);
  ADD ("/edit/create-over", NULL, test_create_over);
  return g_test_run ();
}
