/* test-window-document.c — a window and its file: edits, saving, merging, closing, recovery */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "dossier/march-row.h"

static void
test_missing_file (void)
{
  MarchWindow      *window = march_ui_open ();
  MarchSession     *session = march_window_get_session (window);
  MarchDossier     *dossier = march_session_get_dossier (session);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/nothing.gpkg");
  GtkWindow        *dialog = NULL;

  march_window_open (window, file);
  march_ui_settle (500);
  g_assert_true (march_session_get_dossier (session) == dossier);
  dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "nothing.gpkg"));
  gtk_window_destroy (dialog);
  march_ui_close (window);
}

static GFile *
copy_shipped (void)
{
  g_autofree char  *path = g_build_filename (g_getenv ("MARCHLAND_BUILD_ROOT"), SHIPPED_DOSSIER,
                                             NULL);
  g_autofree char  *folder = g_dir_make_tmp ("march-ui-XXXXXX", NULL);
  g_autofree char  *copy = g_build_filename (folder, "copy.gpkg", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  GFile            *to = g_file_new_for_path (copy);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  return to;
}

static void
rename_dossier (MarchDossier *dossier,
                const char   *title)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Rename", &error);
  g_autoptr (MarchRow)  row = march_row_new ();

  g_assert_no_error (error);
  march_row_set_text (row, "title", title);
  march_edit_update (edit, "dossier", 1, row, &error);
  g_assert_no_error (error);
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_saved (gpointer data)
{
  return !march_dossier_get_modified (data);
}

static gboolean
has_message_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data)
        && g_strcmp0 (adw_message_dialog_get_heading (l->data), data) == 0)
      return TRUE;
  return FALSE;
}

static void
answer_dialog (const char *heading,
               const char *response)
{
  g_autoptr (GList) windows = NULL;

  march_ui_wait (has_message_dialog, (gpointer) heading, heading);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data)
        && g_strcmp0 (adw_message_dialog_get_heading (l->data), heading) == 0)
      {
        if (g_str_equal (heading, "Whose Changes Count?"))
          {
            march_ui_assert_read (l->data, "Here: title: Mine");
            march_ui_assert_read (l->data, "There: title: Theirs");
          }
        adw_message_dialog_response (l->data, response);
        gtk_window_destroy (l->data);
        return;
      }
}

/* Somebody else has saved the same record meanwhile: merging asks whose counts, and saves that. */
static void
test_merge (void)
{
  g_autoptr (GFile)        file = copy_shipped ();
  MarchWindow             *window = march_ui_open_file (file);
  MarchDossier            *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autoptr (MarchDossier) other = march_dossier_open (file, NULL, NULL);
  g_autoptr (MarchDossier) saved = NULL;
  g_autoptr (GError)       error = NULL;

  rename_dossier (dossier, "Mine");
  rename_dossier (other, "Theirs");
  g_assert_true (march_dossier_save (other, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  answer_dialog ("The File Has Changed", "merge");
  answer_dialog ("Whose Changes Count?", "ours");
  march_ui_wait (is_saved, dossier, "the merged edits are saved");
  saved = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (saved), ==, "Mine");
  march_ui_close (window);
}

/* An edit shows in the title, can be undone and done again, and is saved. */
static void
test_edit (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchDossier     *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autofree char  *title = g_strdup (march_dossier_get_title (dossier));

  rename_dossier (dossier, "Another title");
  march_ui_assert_read (GTK_WIDGET (window), "• Another title");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  march_ui_await_edit (dossier);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  march_ui_await_edit (dossier);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Another title");
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  march_ui_wait (is_saved, dossier, "the dossier is saved");
  march_ui_close (window);

  window = march_ui_open_file (file);
  g_assert_cmpstr (
      march_dossier_get_title (march_session_get_dossier (march_window_get_session (window))), ==,
      "Another title");
  march_ui_close (window);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closing asks about edits that are not saved. */
static void
test_close_unsaved (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  gpointer          alive = window;
  GtkWindow        *dialog = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  rename_dossier (march_session_get_dossier (march_window_get_session (window)), "Another title");
  gtk_window_close (GTK_WINDOW (window));
  march_ui_settle (300);
  g_assert_nonnull (alive);
  dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  march_ui_wait (is_null, &alive, "the window is gone");
}

/* Asked to close while an edit is under way, the window lets it finish and asks then; once that is
 * cancelled a save does not close it. */
static void
test_close_busy (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchDossier     *dossier = march_session_get_dossier (march_window_get_session (window));
  gpointer          alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  rename_dossier (dossier, "One");
  rename_dossier (dossier, "Two");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  gtk_window_close (GTK_WINDOW (window));
  answer_dialog ("Save the Changes?", "cancel");
  march_ui_assert_read (GTK_WIDGET (window), "• One");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  march_ui_wait (is_saved, dossier, "the dossier is saved");
  march_ui_settle (300);
  g_assert_nonnull (alive);
  /* Without anything left to save it closes by itself. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  march_ui_await_edit (dossier);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  gtk_window_close (GTK_WINDOW (window));
  march_ui_wait (is_null, &alive, "the window is gone");
}

/* What another process does that ends before it saves. */
static int
leave_edit (const char *path)
{
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, NULL);

  rename_dossier (dossier, "Left behind");
  _exit (0);
}

/* What a process that ended at once has left of an edit to @file. */
static MarchRecovery *
leave_behind (GFile *file)
{
  const char           *argv[] = { NULL, "--leave-edit", g_file_peek_path (file), NULL };
  g_autofree char      *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (GError)    error = NULL;
  guint                 index = 0;
  int                   status;

  argv[0] = program;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  recoveries = march_recovery_list ();
  while (index < recoveries->len
         && !g_str_equal (((MarchRecovery *) recoveries->pdata[index])->path,
                          g_file_peek_path (file)))
    index++;
  g_assert_cmpuint (index, <, recoveries->len);
  return g_ptr_array_steal_index (recoveries, index);
}

/* The answer to the dialog that is open. */
static void
answer (const char *response)
{
  GtkWindow *dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static guint
count_windows (MarchWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  guint           n = 0;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    n += MARCH_IS_WINDOW (l->data) ? 1 : 0;
  return n;
}

static void
revert (MarchWindow *window)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      march_dossier_revert (march_session_get_dossier (march_window_get_session (window)), &error));
  g_assert_no_error (error);
}

/* Edits that a crash left behind are offered, and can be taken up beside what is open. */
static void
test_recovery (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchRecovery    *recovery = leave_behind (file);
  MarchWindow      *window = march_ui_open ();
  MarchWindow      *found = NULL;

  march_window_offer_recovery (window, recovery);
  march_ui_settle (200);
  answer ("recover");
  found = march_window_find (gtk_window_get_application (GTK_WINDOW (window)), file);
  g_assert_nonnull (found);
  g_assert_true (found != window);
  march_ui_assert_read (GTK_WIDGET (found), "• Left behind");
  revert (found);
  march_ui_close (found);
  march_ui_close (window);
}

/* The file that is recovered is open already, or is just being opened: it stays in one window. */
static void
test_recovery_of_open (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchRecovery    *recovery = leave_behind (file);
  MarchWindow      *window = march_ui_open_file (file);
  const guint       n = count_windows (window);

  march_window_offer_recovery (window, recovery);
  march_ui_settle (200);
  answer ("recover");
  march_ui_assert_read (GTK_WIDGET (window), "• Left behind");
  g_assert_cmpuint (count_windows (window), ==, n);
  revert (window);
  march_ui_close (window);
}

/* Edits of an earlier run don't take the place of later ones. */
static void
test_recovery_of_edited (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchRecovery    *recovery = leave_behind (file);
  MarchWindow      *window = march_ui_open_file (file);

  rename_dossier (march_session_get_dossier (march_window_get_session (window)), "Edited since");
  march_window_offer_recovery (window, recovery);
  march_ui_settle (200);
  answer ("recover");
  march_ui_settle (200);
  march_ui_assert_read (GTK_WIDGET (window), "• Edited since");
  answer ("close");
  revert (window);
  march_ui_close (window);
}

/* Saving under another name begins where the file is. */
static void
test_save_as (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char  *base = g_file_get_basename (file);
  MarchWindow      *window = march_ui_open_file (file);
  GtkWindow        *dialog = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char  *name = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as", NULL);
  for (guint i = 0; i < 30 && folder == NULL; i++)
    {
      march_ui_settle (100);
      dialog = march_ui_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
      if (dialog != NULL)
        folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog));
    }
  g_assert_nonnull (dialog);
  g_assert_true (g_file_equal (folder, parent));
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  g_assert_cmpstr (name, ==, base);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  march_ui_close (window);
}

/* Where it can't be saved, another folder is offered. */
static void
test_save_refused (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  g_autoptr (GFile) parent = g_file_get_parent (file);
  MarchWindow      *window = march_ui_open_file (file);
  GtkWindow        *dialog = NULL;

  rename_dossier (march_session_get_dossier (march_window_get_session (window)), "Edited");
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  g_assert_cmpint (g_rmdir (g_file_peek_path (parent)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  for (guint i = 0; i < 50 && dialog == NULL; i++)
    {
      march_ui_settle (100);
      dialog = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
    }
  g_assert_nonnull (dialog);
  g_assert_nonnull (
      adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "save-as"));
  answer ("close");
  march_dossier_close (march_session_get_dossier (march_window_get_session (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  march_ui_settle (100);
}

static void
test_open_twice (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchSession     *session = march_window_get_session (window);
  MarchDossier     *dossier = march_session_get_dossier (session);
  MarchWindow      *other = march_window_new (gtk_window_get_application (GTK_WINDOW (window)));
  struct utimbuf    earlier = { 1, 1 };

  march_window_open (other, file);
  march_window_open (window, file);
  g_assert_true (march_window_is_vacant (other));
  g_assert_true (march_session_get_dossier (session) == dossier);
  /* Another program has written to it. */
  g_assert_cmpint (g_utime (g_file_peek_path (file), &earlier), ==, 0);
  march_window_open (other, file);
  for (guint i = 0; i < 50 && march_session_get_dossier (session) == dossier; i++)
    march_ui_settle (100);
  g_assert_true (march_session_get_dossier (session) != dossier);
  g_assert_true (march_window_is_vacant (other));
  gtk_window_destroy (GTK_WINDOW (other));
  march_ui_close (window);
}

static gboolean
is_bar_shown (gpointer window)
{
  return gtk_info_bar_get_revealed (GTK_INFO_BAR (march_ui_get (window, GTK_TYPE_INFO_BAR)));
}

static gboolean
is_called_theirs (gpointer session)
{
  return g_str_equal (march_dossier_get_title (march_session_get_dossier (session)), "Theirs");
}

static void
write_as_other (GFile      *file,
                const char *title)
{
  g_autoptr (MarchDossier) other = march_dossier_open (file, NULL, NULL);
  g_autoptr (GError)       error = NULL;

  rename_dossier (other, title);
  march_dossier_save (other, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
}

/* What another program writes is told at once, and read again when asked. */
static void
test_changed_outside (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchSession     *session = march_window_get_session (window);
  GtkWidget        *bar = march_ui_get (window, GTK_TYPE_INFO_BAR);

  g_assert_false (is_bar_shown (window));
  write_as_other (file, "Theirs");
  march_ui_wait (is_bar_shown, window, "the change is told");
  march_ui_assert_read (bar, "Another program has changed “copy.gpkg”.");
  g_signal_emit_by_name (march_ui_find_button (bar, "Reload"), "clicked");
  march_ui_wait (is_called_theirs, session, "the file is read again");
  g_assert_false (is_bar_shown (window));

  write_as_other (file, "Again");
  march_ui_wait (is_bar_shown, window, "the next change is told");
  g_signal_emit_by_name (march_ui_find_button (bar, "Keep"), "clicked");
  march_ui_settle (1000);
  g_assert_false (is_bar_shown (window));
  g_assert_true (is_called_theirs (session));
  march_ui_close (window);
}

/* With edits of one's own, saving asks about the other's. */
static void
test_changed_outside_while_edited (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchDossier     *dossier = march_session_get_dossier (march_window_get_session (window));
  GtkWidget        *bar = march_ui_get (window, GTK_TYPE_INFO_BAR);

  rename_dossier (dossier, "Mine");
  write_as_other (file, "Theirs");
  march_ui_wait (is_bar_shown, window, "the change is told");
  march_ui_assert_read (bar, "Your edits are kept");
  g_signal_emit_by_name (march_ui_find_button (bar, "Save…"), "clicked");
  answer_dialog ("The File Has Changed", "replace");
  march_ui_wait (is_saved, dossier, "the edits are saved");
  march_ui_settle (1000);
  g_assert_false (is_bar_shown (window));
  march_ui_close (window);
}

/* One's own saves are no news, nor is a medium that is taken out and put in again. */
static void
test_not_changed_outside (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchDossier     *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char  *away = g_strconcat (g_file_peek_path (folder), "-away", NULL);
  g_autofree char  *aside = g_strconcat (g_file_peek_path (file), "-aside", NULL);

  rename_dossier (dossier, "Mine");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  march_ui_wait (is_saved, dossier, "the edits are saved");
  march_ui_settle (1000);
  g_assert_false (is_bar_shown (window));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (g_rename (g_file_peek_path (file), aside), ==, 0);
      march_ui_settle (600);
      g_assert_false (is_bar_shown (window));
      g_assert_cmpint (g_rename (aside, g_file_peek_path (file)), ==, 0);
      g_assert_cmpint (g_rename (g_file_peek_path (folder), away), ==, 0);
      march_ui_settle (600);
      g_assert_false (is_bar_shown (window));
      g_assert_cmpint (g_rename (away, g_file_peek_path (folder)), ==, 0);
      march_ui_settle (600);
      g_assert_false (is_bar_shown (window));
    }
  march_ui_close (window);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--leave-edit"))
    return leave_edit (argv[2]);
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/missing-file", test_missing_file);
  g_test_add_func ("/ui/window/edit", test_edit);
  g_test_add_func ("/ui/window/merge", test_merge);
  g_test_add_func ("/ui/window/changed-outside", test_changed_outside);
  g_test_add_func ("/ui/window/changed-outside/edited", test_changed_outside_while_edited);
  g_test_add_func ("/ui/window/changed-outside/not", test_not_changed_outside);
  g_test_add_func ("/ui/window/close-unsaved", test_close_unsaved);
  g_test_add_func ("/ui/window/close-busy", test_close_busy);
  g_test_add_func ("/ui/window/recovery", test_recovery);
  g_test_add_func ("/ui/window/recovery-of-open", test_recovery_of_open);
  g_test_add_func ("/ui/window/recovery-of-edited", test_recovery_of_edited);
  g_test_add_func ("/ui/window/open-twice", test_open_twice);
  g_test_add_func ("/ui/window/save-as", test_save_as);
  g_test_add_func ("/ui/window/save-refused", test_save_refused);
  return g_test_run ();
}
