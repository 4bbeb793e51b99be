/* test-changes.c — a colleague's changes through the dialog, and one's own to a file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "changes/march-changes-dialog.h"
#include "changes/march-changes-since.h"
#include "dossier/march-changes.h"
#include "dossier/march-dossier-create.h"
#include "dossier/march-dossier-edits.h"

static char *dossier_path;

typedef struct
{
  char        *folder;
  char        *mine;
  char        *theirs;
  char        *changes;
  MarchWindow *window;
} Fixture;

static char *
copy_dossier (const char *folder, const char *name)
{
  char            *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (dossier_path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  return path;
}

static void
call (const char *path, const char *title)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, NULL);

  g_assert_true (march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = title }, NULL));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;
  guint   n = 0;

  fixture->folder = folder_make ();
  fixture->mine = copy_dossier (fixture->folder, "mine.gpkg");
  fixture->theirs = copy_dossier (fixture->folder, "theirs.gpkg");
  fixture->changes = g_build_filename (fixture->folder, "a.marchland-changes", NULL);
  call (fixture->theirs, "Theirs");
  if (data != NULL)
    call (fixture->mine, "Mine");
  march_changes_write (dossier_path, fixture->theirs, "Jora", fixture->changes, &n, NULL, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (fixture->mine);
  fixture->window = march_ui_open_file (file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_dossier_revert (march_session_get_dossier (march_window_get_session (fixture->window)),
                        NULL);
  march_ui_close (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->mine);
  g_free (fixture->theirs);
  g_free (fixture->changes);
}

static const char *
get_title (Fixture *fixture)
{
  return march_dossier_get_title (
      march_session_get_dossier (march_window_get_session (fixture->window)));
}

static GtkWidget *
get_dialog (void)
{
  return GTK_WIDGET (march_ui_find_window (MARCH_TYPE_CHANGES_DIALOG));
}

static gboolean
is_weighed (gpointer data)
{
  return march_ui_find_text (get_dialog (), "Changes of Jora") != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return get_dialog () == NULL;
}

static void
read_changes (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->changes);

  march_window_apply_changes (fixture->window, file);
  march_ui_wait (is_weighed, fixture, "the changes are weighed");
}

static void
press (const char *label)
{
  GtkWidget *button = march_ui_find_button (get_dialog (), label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_undone (gpointer data)
{
  return !g_str_equal (get_title (data), "Theirs");
}

/* What comes is told, applied on a press, and undone as one. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_title (fixture));

  read_changes (fixture);
  g_assert_nonnull (march_ui_find_text (get_dialog (), "What Comes"));
  g_assert_cmpstr (get_title (fixture), ==, before);
  press ("_Apply");
  march_ui_wait (is_gone, fixture, "the changes are applied");
  g_assert_cmpstr (get_title (fixture), ==, "Theirs");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  march_ui_wait (is_undone, fixture, "it is undone");
  g_assert_cmpstr (get_title (fixture), ==, before);
}

static GtkCheckButton *
find_check (GtkWidget *widget, guint *nth)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (*nth)-- == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *check = find_check (child, nth);

      if (check != NULL)
        return check;
    }
  return NULL;
}

static gboolean
is_compared (gpointer data)
{
  return march_ui_find_text (get_dialog (), "has these changes already") != NULL;
}

/* Nothing can be applied before it is chosen; once it was, that is known of the same file. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  guint nth = 1;

  read_changes (fixture);
  g_assert_nonnull (march_ui_find_text (get_dialog (), "Changed by Both"));
  g_assert_nonnull (gtk_widget_get_ancestor (march_ui_find_text (get_dialog (), "title: Mine"),
                                             GTK_TYPE_CHECK_BUTTON));
  g_assert_false (gtk_widget_is_sensitive (march_ui_find_button (get_dialog (), "_Apply")));
  gtk_check_button_set_active (find_check (get_dialog (), &nth), TRUE);
  press ("_Apply");
  march_ui_wait (is_gone, fixture, "the changes are applied");
  g_assert_cmpstr (get_title (fixture), ==, "Theirs");
  read_changes (fixture);
  g_assert_nonnull (march_ui_find_text (get_dialog (), "Applied Already"));
  g_assert_false (gtk_widget_is_sensitive (march_ui_find_button (get_dialog (), "_Apply")));
  press ("Decide _Anew");
  march_ui_wait (is_compared, fixture, "it is compared anew");
  gtk_window_close (GTK_WINDOW (get_dialog ()));
  march_ui_wait (is_gone, fixture, "the dialog is closed");
}

static GtkWindow *
close_and_get_question (void)
{
  gtk_window_close (GTK_WINDOW (get_dialog ()));
  return march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (GtkWindow *question, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
}

/* What was decided on is dropped only by who says so; before, nothing is asked. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  guint      nth = 1;
  GtkWindow *question = NULL;

  read_changes (fixture);
  g_assert_null (close_and_get_question ());
  march_ui_wait (is_gone, fixture, "the dialog is closed");
  read_changes (fixture);
  gtk_check_button_set_active (find_check (get_dialog (), &nth), TRUE);
  question = close_and_get_question ();
  g_assert_nonnull (question);
  answer (question, "cancel");
  march_ui_settle (300);
  g_assert_nonnull (get_dialog ());
  answer (close_and_get_question (), "drop");
  march_ui_wait (is_gone, fixture, "the dialog is closed");
  g_assert_cmpstr (get_title (fixture), ==, "Mine");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* One's own, since the copy that both had. */
static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->folder, "out.marchland-changes", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (out);
  g_autoptr (MarchChanges) changes = NULL;
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.write-changes", NULL);
  dialog = march_ui_find_window (MARCH_TYPE_CHANGES_SINCE);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (dialog), "Write what was changed since"));
  march_changes_since_write (MARCH_CHANGES_SINCE (dialog), dossier_path, out);
  march_ui_wait (is_written, out, "the changes are written");
  march_ui_settle (300);
  gtk_window_destroy (dialog);
  changes = march_changes_read (file, NULL, NULL);
  g_assert_cmpuint (march_changes_get_facts (changes)->n_records, ==, 1);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
  g_test_add ("/ui/changes/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/ui/changes/conflict", Fixture, "both", set_up, test_conflict, tear_down);
  g_test_add ("/ui/changes/close", Fixture, "both", set_up, test_close, tear_down);
  g_test_add ("/ui/changes/write", Fixture, "both", set_up, test_write, tear_down);
  return g_test_run ();
}
