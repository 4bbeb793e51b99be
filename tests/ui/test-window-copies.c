/* test-window-copies.c — a new dossier, copies of one, and back to an earlier save */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/march-new-dialog.h"
#include "dossier/march-dossier-create.h"
#include "dossier/march-dossier-edits.h"
#include "march-ui.h"

static char *folder;

static GFile *
copy_shipped (const char *name)
{
  g_autofree char  *path = g_build_filename (g_getenv ("MARCHLAND_BUILD_ROOT"), SHIPPED_DOSSIER,
                                             NULL);
  g_autofree char  *copy = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  GFile            *to = g_file_new_for_path (copy);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  return to;
}

static gboolean
has_window (gpointer type)
{
  GtkWindow *window = march_ui_find_window (GPOINTER_TO_SIZE (type));

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window));
}

static GtkWindow *
await_window (GType type)
{
  march_ui_wait (has_window, GSIZE_TO_POINTER (type), g_type_name (type));
  return march_ui_find_window (type);
}

/* Among other dialogs, such as of what an earlier run left. */
static GtkWindow *
find_dialog (const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data)
        && g_str_equal (adw_message_dialog_get_heading (l->data), heading))
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer heading)
{
  return find_dialog (heading) != NULL;
}

static GtkWindow *
await_dialog (const char *heading)
{
  march_ui_wait (has_dialog, (gpointer) heading, heading);
  return find_dialog (heading);
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
tick (GtkWidget *root, const char *words)
{
  GtkWidget *label = march_ui_find_text (root, words);
  GtkWidget *check = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON) : NULL;

  g_assert_nonnull (check);
  g_assert_true (gtk_widget_get_sensitive (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
answer (GtkWindow *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* The dialog keeps what was typed until it can be made; the dossier is empty and opens. */
static void
test_new (void)
{
  MarchWindow      *window = march_ui_open ();
  g_autofree char  *path = g_build_filename (folder, "new.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError)       error = NULL;
  GtkWindow        *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL));
  dialog = await_window (MARCH_TYPE_NEW_DIALOG);
  march_ui_type_into (GTK_WIDGET (dialog), "First Day", "sometime");
  march_ui_type_into (GTK_WIDGET (dialog), "Title", "Velmark");
  march_new_dialog_make (MARCH_NEW_DIALOG (dialog), file);
  march_ui_settle (300);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  march_ui_assert_read (GTK_WIDGET (dialog), "sometime");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  march_ui_type_into (GTK_WIDGET (dialog), "First Day", "2019");
  march_ui_type_into (GTK_WIDGET (dialog), "Last Day", "2021-06");
  march_new_dialog_make (MARCH_NEW_DIALOG (dialog), file);
  march_ui_wait (has_file, path, "the new dossier");
  march_ui_settle (300);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark");
  march_ui_close (window);
}

/* By the dialogs that the reader of a dossier sees, to the file beside it. */
static void
test_copy (void)
{
  g_autoptr (GFile) file = copy_shipped ("one.gpkg");
  MarchWindow      *window = march_ui_open_file (file);
  g_autofree char  *path = g_build_filename (folder, "one (copy).gpkg", NULL);
  g_autoptr (GFile) copied = g_file_new_for_path (path);
  g_autoptr (MarchDossier) copy = NULL;
  g_autoptr (GError)       error = NULL;
  GtkWindow        *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save-copy", NULL));
  dialog = await_dialog ("Save a Copy");
  tick (GTK_WIDGET (dialog), "history");
  answer (dialog, "save");
  dialog = await_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  march_ui_settle (500);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  march_ui_wait (has_file, path, "the copy");
  march_ui_settle (300);
  copy = march_dossier_open (copied, NULL, &error);
  g_assert_no_error (error);
  march_ui_close (window);
}

static gboolean
is_called_first (gpointer dossier)
{
  return g_str_equal (march_dossier_get_title (dossier), "First");
}

static GtkWidget *
get_chosen (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (root)
                             && gtk_check_button_get_active (GTK_CHECK_BUTTON (root))
                         ? root
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = get_chosen (child);
  return found;
}

/* The save before the one that is shown is chosen already, Return takes it, and undoing leads back.
 */
static void
test_saves (void)
{
  g_autoptr (GFile)  file = copy_shipped ("two.gpkg");
  MarchWindow       *window = march_ui_open_file (file);
  MarchDossier      *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autoptr (GError) error = NULL;
  GtkWindow         *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.saves", NULL));
  march_ui_settle (300);
  g_assert_null (find_dialog ("Back to a Save"));
  g_assert_true (march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = "First" }, &error));
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (
      march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = "Second" }, &error));
  g_assert_true (march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = "Third" }, &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.saves", NULL));
  dialog = await_dialog ("Back to a Save");
  march_ui_assert_read (GTK_WIDGET (dialog), "undoes 2 edits");
  march_ui_assert_read (GTK_WIDGET (dialog), "As it was before the first edit here");
  gtk_window_set_focus (dialog, get_chosen (GTK_WIDGET (dialog)));
  g_assert_true (march_ui_press_key (GTK_WIDGET (dialog), GDK_KEY_Return));
  march_ui_wait (is_called_first, dossier, "the state of the first save");
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Second");
  g_assert_true (march_dossier_undo (dossier, &error));
  march_ui_close (window);
}

int
main (int argc, char **argv)
{
  int result;

  march_ui_init (&argc, &argv);
  folder = g_dir_make_tmp ("march-copies-XXXXXX", NULL);
  g_test_add_func ("/ui/window-copies/new", test_new);
  g_test_add_func ("/ui/window-copies/copy", test_copy);
  g_test_add_func ("/ui/window-copies/saves", test_saves);
  result = g_test_run ();
  folder_remove (folder);
  g_free (folder);
  return result;
}
