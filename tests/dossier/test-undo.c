/* test-undo.c — every kind of edit, undone and done again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-search-index.h"
#include "dossier/march-undo-log.h"
#include "edit-fixture.h"

static gboolean
do_rank (MarchEdit *edit)
{
  return edit_update_text (edit, "assertion", FIXTURE_CONTROL, "rank", "preferred");
}

static gboolean
do_read (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_id (row, "read_holder_id", FIXTURE_VELMARK);
  march_row_set_id (row, "read_place_id", FIXTURE_TARVIA);
  march_row_set_text (row, "read_edtf", "2030/2031");
  return march_edit_update (edit, "assertion", FIXTURE_CONTROL, row, NULL);
}

static gboolean
do_date (MarchEdit *edit)
{
  return edit_update_text (edit, "assertion", FIXTURE_CLAIM, "valid_edtf", "2030/2031-02~");
}

static gboolean
do_rename_place (MarchEdit *edit)
{
  return edit_update_text (edit, "name", 133, "text", "Tárvia");
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
  return id != 0 && march_edit_insert (edit, "name", 0, name, NULL) != 0
         && march_edit_insert (edit, "place_link", 0, link, NULL) != 0;
}

static gboolean
do_delete_claim (MarchEdit *edit)
{
  return march_edit_delete (edit, "evidence", FIXTURE_EVIDENCE, NULL)
         && march_edit_delete (edit, "assertion", FIXTURE_CLAIM, NULL);
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
do_delete_name (MarchEdit *edit)
{
  return march_edit_delete (edit, "name", 134, NULL);
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
  return do_rank (edit) && do_add_place (edit) && do_delete_area (edit) && do_delete_claim (edit)
         && do_shape (edit) && edit_update_text (edit, "source", FIXTURE_SOURCE, "grade", "A")
         && edit_update_text (edit, "actor_name", 101, "text", "Vélmark")
         && edit_update_text (edit, "dossier", 1, "title", "Anew");
}

static const struct
{
  const char *name;
  gboolean (*run) (MarchEdit *edit);
} kinds_of_edit[] = {
  { "rank", do_rank },
  { "read", do_read },
  { "date", do_date },
  { "rename-place", do_rename_place },
  { "shape", do_shape },
  { "unshape", do_unshape },
  { "add-place", do_add_place },
  { "delete-claim", do_delete_claim },
  { "delete-area", do_delete_area },
  { "move-name", do_move_name },
  { "delete-name", do_delete_name },
  { "figure", do_figure },
  { "everything", do_everything },
};

static void
run_edit (EditFixture *fixture, gsize kind)
{
  GError *error = NULL;
  g_autoptr (MarchEdit)
      edit = march_edit_begin (fixture->database, kinds_of_edit[kind].name, "Ilse", &error);

  g_assert_no_error (error);
  g_assert_true (kinds_of_edit[kind].run (edit));
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* An index that is in step with its content passes its own check, and its content says what the
 * records say. */
static void
check_search (EditFixture *fixture)
{
  GError  *error = NULL;
  gboolean current = FALSE;

  g_assert_true (march_search_index_check (fixture->database, &current, NULL));
  g_assert_true (current);
  march_sqlite_run (fixture->database->handle,
                    "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (EditFixture *fixture, gconstpointer data)
{
  gsize            kind = GPOINTER_TO_SIZE (data);
  g_autofree char *before = edit_checksum (fixture);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_auto (MarchUndoState) state = { 0 };
  GError *error = NULL;

  run_edit (fixture, kind);
  done = edit_checksum (fixture);
  g_assert_cmpstr (before, !=, done);
  check_search (fixture);

  march_undo_log_undo (fixture->database, "Ilse", &error);
  g_assert_no_error (error);
  undone = edit_checksum (fixture);
  g_assert_cmpstr (before, ==, undone);
  check_search (fixture);

  march_undo_log_redo (fixture->database, "Ilse", &error);
  g_assert_no_error (error);
  redone = edit_checksum (fixture);
  g_assert_cmpstr (done, ==, redone);
  check_search (fixture);

  edit_expect (fixture, "SELECT count (*) FROM history", 4);
  edit_expect (fixture,
               "SELECT count (*) FROM history AS a JOIN history AS b ON a.undoes_id = b.id WHERE "
               "a.label = 'Undo: ' || b.label",
               1);
  march_undo_log_read (fixture->database, &state, &error);
  g_assert_cmpint (state.position, ==, 1);
  g_assert_cmpstr (state.undo_label, ==, kinds_of_edit[kind].name);
  g_assert_null (state.redo_label);
}

static void
test_undo_all (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = edit_checksum (fixture);
  g_autofree char *done = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;
  gsize n = 6; /* up to what needs a deleted record */

  for (gsize i = 0; i < n; i++)
    run_edit (fixture, i);
  done = edit_checksum (fixture);
  for (gsize i = 0; i < n; i++)
    g_assert_true (march_undo_log_undo (fixture->database, "Ilse", &error));
  undone = edit_checksum (fixture);
  g_assert_cmpstr (before, ==, undone);
  g_assert_false (march_undo_log_undo (fixture->database, "Ilse", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  for (gsize i = 0; i < n; i++)
    g_assert_true (march_undo_log_redo (fixture->database, "Ilse", NULL));
  redone = edit_checksum (fixture);
  g_assert_cmpstr (done, ==, redone);
  g_assert_false (march_undo_log_redo (fixture->database, "Ilse", NULL));
}

static void
test_branch (EditFixture *fixture, gconstpointer data)
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

/* "e" the next kind of edit, "u" undo, "r" redo, "s" save, "x" a log whose saved state an earlier
 * version has forgotten. */
static void
act (EditFixture *fixture, char what, gsize *n_edits)
{
  switch (what)
    {
    case 'e':
      run_edit (fixture, (*n_edits)++);
      break;
    case 'u':
      g_assert_true (march_undo_log_undo (fixture->database, "Ilse", NULL));
      break;
    case 'r':
      g_assert_true (march_undo_log_redo (fixture->database, "Ilse", NULL));
      break;
    case 's':
      g_assert_true (march_undo_log_mark_saved (fixture->database, NULL));
      break;
    default:
      g_assert_true (march_sqlite_run (fixture->database->handle,
                                       "UPDATE undo.state SET saved = -1", NULL));
    }
}

static char *
describe_steps (GPtrArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const MarchUndoStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "", step->backwards ? '-' : '+',
                              step->label);
    }
  return g_string_free (text, FALSE);
}

/* What leads from the file as it was saved to what is seen now; NULL: nobody can tell. */
static const struct
{
  const char *acts;
  const char *steps;
} ways[] = {
  { "ee", "+rank +read" },
  { "ees", "" },
  { "eesu", "-read" },
  { "eese", "+date" },
  { "eesue", "-read +date" },
  { "eesuue", "-read -rank +date" },
  { "eesueue", "-read +rename-place" },
  { "eesueuue", "-read -rank +rename-place" },
  { "eesueeu", "-read +date" },
  { "eesues", "" },
  { "eesuesu", "-date" },
  { "eex", NULL },
  { "eexue", NULL },
  { "eexs", "" },
};

static void
test_ways (EditFixture *fixture, gconstpointer data)
{
  gsize way = GPOINTER_TO_SIZE (data), n_edits = 0;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  for (const char *what = ways[way].acts; *what != '\0'; what++)
    act (fixture, *what, &n_edits);
  steps = march_undo_log_list_steps (fixture->database, &error);
  if (ways[way].steps == NULL)
    {
      g_assert_null (steps);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
      return;
    }
  g_assert_no_error (error);
  told = describe_steps (steps);
  g_assert_cmpstr (told, ==, ways[way].steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_of_edit); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edit/undo/%s", kinds_of_edit[i].name);

      EDIT_ADD (path, GSIZE_TO_POINTER (i), test_undo_redo);
    }
  EDIT_ADD ("/edit/undo-all", NULL, test_undo_all);
  EDIT_ADD ("/edit/branch", NULL, test_branch);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edit/way/%s", ways[i].acts);

      EDIT_ADD (path, GSIZE_TO_POINTER (i), test_ways);
    }
  return g_test_run ();
}
