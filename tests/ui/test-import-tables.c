/* test-import-tables.c — tables through the dialog: which columns tell where, and points */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

static void
choose_columns (DialogFixture *fixture, const char *path)
{
  import_open (fixture, path);
  import_await_page (fixture, "columns");
  march_ui_choose (fixture->dialog, "Latitude", "up");
  march_ui_choose (fixture->dialog, "Longitude", "right");
  import_await_page (fixture, "plan");
}

/* A table whose columns of coordinates have names of their own: they are asked for. */
static void
test_columns (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dialog_write_file (fixture, "posts.csv",
                                             "post,up,right\nKern,1.5,12\nArv,1.6,12.5\n");

  choose_columns (fixture, path);
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "0 areas, 2 points"));
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Latitude"), ==, "up");
  import_close (fixture, "_Cancel");
}

/* The next table with such columns is read as the last one was, without asking. */
static void
test_next_table (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *first = dialog_write_file (fixture, "spots.csv",
                                              "post,since,up,right\nKern,2021-05-01,1.5,12\n");
  g_autofree char *next = dialog_write_file (fixture, "others.csv",
                                             "since,post,up,right\n2021-05-02,Arv,1.6,12.5\n");

  choose_columns (fixture, first);
  import_choose_holder (fixture, "All Points Are Of", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "List of spots");
  import_run (fixture);
  import_close (fixture, "_Done");
  import_open (fixture, next);
  import_await_page (fixture, "plan");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Latitude"), ==, "up");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Longitude"), ==, "right");
  import_close (fixture, "_Cancel");
}

static void
assert_read_from_spot (DialogFixture *fixture)
{
  import_await_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "0 areas, 2 points"));
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Column"), ==, "spot");
}

/* Likewise where both are in one column, and it isn't said which comes first. */
static void
test_one_column (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dialog_write_file (fixture, "posts.csv",
                                             "post;spot\nKern;12, 1.5\nArv;12.5, 1.6\n");

  import_open (fixture, path);
  import_await_page (fixture, "columns");
  march_ui_choose (fixture->dialog, "Positions", "“Longitude, latitude” in one column");
  march_ui_choose (fixture->dialog, "Column", "spot");
  assert_read_from_spot (fixture);
  march_ui_choose (fixture->dialog, "Positions", "“Latitude, longitude” in one column");
  import_await_page (fixture, "busy");
  assert_read_from_spot (fixture);
  import_close (fixture, "_Cancel");
}

/* A table of points: whose they are is asked, and each counts on its own day unless it is said that
 * they are carried. */
static void
test_points (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dialog_write_file (fixture, "posts.csv",
                                             "date,lat,lng,name\n2021-05-01,34.5,-30,Post 1\n"
                                             "2021-05-02,34.6,-30.1,Post 2\n");
  MarchSession    *session = dialog_get_session (fixture);
  GPtrArray       *imports;

  import_open (fixture, path);
  import_await_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say whose points they are."));
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Days Without Data"), ==,
                   "Not known, left open");
  import_choose_holder (fixture, "All Points Are Of", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "List of posts");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "2 points can be imported"));
  import_run (fixture);
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "2 points were imported"));
  import_close (fixture, "_Done");
  imports = march_corpus_get_point_imports (dialog_get_corpus (fixture));
  g_assert_cmpuint (imports->len, ==, 1);
  g_assert_cmpuint (march_points_get_n_points (((MarchDatedImport *) imports->pdata[0])->points),
                    ==, 2);
  /* A step goes to the day on which other points count. */
  march_session_set_as_of (session, march_day_from_ymd (2021, 4, 30));
  g_assert_true (march_session_step (session, 1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2021, 5, 1));
  g_assert_true (march_session_step (session, 1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2021, 5, 2));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), "Imported: 2 points"));
  import_undo_by_toast (fixture);
  g_assert_cmpuint (march_corpus_get_point_imports (dialog_get_corpus (fixture))->len, ==, 0);
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/import-tables/columns", test_columns);
  dialog_add ("/ui/import-tables/next-table", test_next_table);
  dialog_add ("/ui/import-tables/one-column", test_one_column);
  dialog_add ("/ui/import-tables/points", test_points);
  return g_test_run ();
}
