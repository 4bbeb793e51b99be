/* test-edit.c — edits: their traces, what is refused, a full disk */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "edit-fixture.h"

static void
test_history (EditFixture *fixture, gconstpointer data)
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

  edit_expect (fixture, "SELECT count (*) FROM history", 2);
  edit_expect (fixture,
               "SELECT count (*) FROM history JOIN history_row ON history_id = history.id WHERE "
               "label = 'Rename' AND who = 'Ilse' AND record_table = 'dossier' AND record_id = 1 "
               "AND action = 'update'",
               1);
  edit_expect (fixture, "SELECT version FROM dossier", 2);
  edit_expect (fixture,
               "SELECT count (*) FROM gpkg_contents JOIN history ON last_change = at WHERE label = "
               "'Rename' AND table_name IN ('dossier', 'history', 'history_row')",
               3);
  edit_expect (fixture,
               "SELECT count (*) FROM gpkg_contents JOIN history ON last_change = at WHERE label = "
               "'Rename'",
               3);
}

static void
test_empty_edit (EditFixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Nothing", "Ilse", &error);

  g_assert_true (march_edit_commit (edit, &error));
  g_assert_no_error (error);
  edit_expect (fixture, "SELECT count (*) FROM history", 1);
}

static void
test_cancel (EditFixture *fixture, gconstpointer data)
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
  { "source", FIXTURE_SOURCE, "csl", "[]", MARCH_ERROR_BAD_INPUT },
  { "quotation", 999, "voice", "report", MARCH_ERROR_NOT_FOUND },
  { "name", 131, "place_id", "22222", MARCH_ERROR_BAD_INPUT },
  { "dossier", 1, "carry_days", "many", MARCH_ERROR_BAD_INPUT },
};

static void
test_refused (EditFixture *fixture, gconstpointer data)
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

static gboolean
insert_kingdom (MarchEdit *edit)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_text (row, "kind", "kingdom");
  return march_edit_insert (edit, "place", 0, row, NULL) != 0;
}

static gboolean
delete_actor (MarchEdit *edit)
{
  return march_edit_delete (edit, "actor", FIXTURE_VELMARK, NULL);
}

static gboolean
delete_nobody (MarchEdit *edit)
{
  return march_edit_delete (edit, "actor", 999, NULL);
}

/* One change that is refused takes with it those that went well, before it and after. */
static void
test_all_or_nothing (EditFixture *fixture, gconstpointer data)
{
  gboolean (*const changes[]) (MarchEdit *) = { insert_kingdom, delete_actor, delete_nobody };
  g_autofree char *before = fixture_checksum (fixture->database);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchEdit) edit = march_edit_begin (fixture->database, "Break", "Ilse", NULL);
      g_autofree char *after = NULL;

      g_assert_true (edit_update_text (edit, "dossier", 1, "title", "Other"));
      g_assert_false (changes[i] (edit));
      g_assert_true (edit_update_text (edit, "dossier", 1, "summary", "Another one"));
      g_assert_false (march_edit_commit (edit, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_FAILED);
      after = fixture_checksum (fixture->database);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_restrict (EditFixture *fixture, gconstpointer data)
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

static void
test_full_disk (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = edit_checksum (fixture);
  g_autofree char *after = NULL;
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = NULL;

  march_sqlite_run (fixture->database->handle, "PRAGMA max_page_count = 1",
                    NULL); /* becomes the present size */
  edit = march_edit_begin (fixture->database, "Grow", "Ilse", &error);
  g_assert_false (edit_update_text (edit, "dossier", 1, "summary", long_text));
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
  after = edit_checksum (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EDIT_ADD ("/edit/history", NULL, test_history);
  EDIT_ADD ("/edit/empty", NULL, test_empty_edit);
  EDIT_ADD ("/edit/cancel", NULL, test_cancel);
  EDIT_ADD ("/edit/refused", NULL, test_refused);
  EDIT_ADD ("/edit/all-or-nothing", NULL, test_all_or_nothing);
  EDIT_ADD ("/edit/restrict", NULL, test_restrict);
  g_test_add_func ("/edit/ids", test_ids);
  EDIT_ADD ("/edit/full-disk", NULL, test_full_disk);
  return g_test_run ();
}
