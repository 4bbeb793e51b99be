/* test-import-plan.c — what is said of files before they are imported: holders, days */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

#include "widgets/march-picker.h"

static gboolean
is_picked (gpointer data)
{
  return g_strcmp0 (import_get_holder (data, "front"), "Velmark") == 0;
}

/* Two files of a day, told apart: each holder is found by a part of its name and has a word of its
 * own. */
static void
test_words_of_holders (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *picker, *entry, *basis;

  g_free (dialog_write_file (fixture, "front_20210501.geojson", import_days[0].text));
  g_free (dialog_write_file (fixture, "rear_20210501.geojson", import_days[1].text));
  import_open (fixture, fixture->folder);
  import_await_page (fixture, "plan");
  march_ui_choose (fixture->dialog, "Told Apart By", "The name of the file");
  march_ui_settle (50);
  picker = march_ui_find (march_ui_get_row (fixture->dialog, "front"), MARCH_TYPE_PICKER);
  g_assert_null (march_ui_find (march_ui_get_row (fixture->dialog, "front"), GTK_TYPE_DROP_DOWN));
  gtk_menu_button_popup (GTK_MENU_BUTTON (march_picker_get_button (MARCH_PICKER (picker))));
  march_ui_settle (100);
  entry = march_ui_find (picker, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such actor");
  g_assert_nonnull (march_ui_find_text (picker, "Nothing is called so"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (import_get_holder (fixture, "front"), ==, "Leave out");
  gtk_editable_set_text (GTK_EDITABLE (entry), "вельм");
  g_signal_emit_by_name (entry, "activate");
  march_ui_wait (is_picked, fixture, "the actor is picked");
  import_choose_holder (fixture, "rear", "Harrow");
  march_ui_settle (50);
  basis = march_ui_find (march_ui_get_row (fixture->dialog, "rear"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (basis), 1);
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  import_run (fixture);
  import_close (fixture, "_Done");
  g_assert_cmpuint (import_count (fixture), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MarchDatedImport *one = import_get (fixture, i);
      const char             *name = march_actor_get_name (one->holder, "en");

      g_assert_cmpint (one->basis == MARCH_BASIS_OWN, ==, g_str_equal (name, "Harrow"));
    }
  import_undo_by_toast (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 0);
}

/* A source may have of one holder both what is assessed and what the holder says. */
static void
test_both_words (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *basis;

  g_free (dialog_write_file (fixture, "front_20210501.geojson", import_days[0].text));
  g_free (dialog_write_file (fixture, "rear_20210501.geojson", import_days[1].text));
  import_open (fixture, fixture->folder);
  import_await_page (fixture, "plan");
  march_ui_choose (fixture->dialog, "Told Apart By", "The name of the file");
  march_ui_settle (50);
  import_choose_holder (fixture, "front", "Harrow");
  import_choose_holder (fixture, "rear", "Harrow");
  march_ui_settle (50);
  basis = march_ui_find (march_ui_get_row (fixture->dialog, "rear"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (basis), 1);
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  import_run (fixture);
  import_close (fixture, "_Done");
  g_assert_cmpuint (import_count (fixture), ==, 2);
  g_assert_true (import_get (fixture, 0)->holder == import_get (fixture, 1)->holder);
  g_assert_cmpint (import_get (fixture, 0)->basis, !=, import_get (fixture, 1)->basis);
  import_undo_by_toast (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 0);
}

static gboolean
tells_doubles (gpointer data)
{
  return march_ui_find_text (((DialogFixture *) data)->dialog, "3 of these days already") != NULL;
}

/* The next files of a source find what was said of the last ones, and days that were there are
 * told. */
static void
test_again (DialogFixture *fixture, gconstpointer data)
{
  import_open_days (fixture);
  import_fill_plan (fixture);
  march_ui_choose (fixture->dialog, "Days Without Data", "Not known, left open");
  import_run (fixture);
  import_close (fixture, "_Done");
  import_open (fixture, fixture->folder);
  import_await_page (fixture, "plan");
  g_assert_cmpstr (import_get_holder (fixture, "All Areas Are Held By"), ==, "Harrow");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Source"), ==, "Daily sheets");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Days Without Data"), ==,
                   "Not known, left open");
  g_assert_true (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_wait (tells_doubles, fixture, "it is told what is there already");
  import_run (fixture);
  g_assert_true (tells_doubles (fixture));
  import_close (fixture, "_Done");
}

/* Files under another name, in a dossier that lacks the source: its title tells what was said of
 * it, but for what was said here before. */
static void
test_title_is_known (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *other = dialog_write_file (fixture, "weekly.geojson", import_days[0].text);

  import_open_days (fixture);
  import_fill_plan (fixture);
  march_ui_choose (fixture->dialog, "Days Without Data", "Not known, left open");
  import_run (fixture);
  import_close (fixture, "_Done");
  import_undo_by_toast (fixture);
  import_open (fixture, other);
  import_await_page (fixture, "plan");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Source"), ==, "A new source");
  import_choose_holder (fixture, "All Areas Are Held By", "Velmark");
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  g_assert_cmpstr (march_ui_get_chosen (fixture->dialog, "Days Without Data"), ==,
                   "Not known, left open");
  g_assert_cmpstr (import_get_holder (fixture, "All Areas Are Held By"), ==, "Velmark");
  import_close (fixture, "_Cancel");
}

/* A day given by hand instead of the files' own, and back; what is no day is told. */
static void
test_by_hand (DialogFixture *fixture, gconstpointer data)
{
  import_open_days (fixture);
  import_fill_plan (fixture);
  march_ui_choose (fixture->dialog, "The Dates Come From", "a day given by hand");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say which day"));
  march_ui_type_into (fixture->dialog, "Day, such as 2028-09-12", "some day");
  g_assert_false (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_type_into (fixture->dialog, "Day, such as 2028-09-12", "2021-05-09");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "9 May 2021"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas can be imported"));
  march_ui_choose (fixture->dialog, "The Dates Come From", "the names of the files");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 days, from 1 May 2021"));
  g_assert_cmpstr (import_get_holder (fixture, "All Areas Are Held By"), ==, "Harrow");
  import_close (fixture, "_Cancel");
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/import-plan/words-of-holders", test_words_of_holders);
  dialog_add ("/ui/import-plan/both-words", test_both_words);
  dialog_add ("/ui/import-plan/again", test_again);
  dialog_add ("/ui/import-plan/title-is-known", test_title_is_known);
  dialog_add ("/ui/import-plan/by-hand", test_by_hand);
  return g_test_run ();
}
