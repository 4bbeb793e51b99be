/* dialog-fixture.c — a dialog over the window of an invented land, and a folder for its files */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialog-fixture.h"

/* Path of the compiled test dossier, from the command line. */
static const char *dossier_path;

/** dialog_init: sets up what march_ui_init() does; the last argument is the dossier of Velmark */
void
dialog_init (int *argc, char ***argv)
{
  march_ui_init (argc, argv);
  dossier_path = (*argv)[1];
}

/** dialog_get_file: Returns: (transfer full): the dossier that the window shows */
GFile *
dialog_get_file (void)
{
  return g_file_new_for_path (dossier_path);
}

MarchSession *
dialog_get_session (DialogFixture *fixture)
{
  return march_window_get_session (fixture->window);
}

MarchDossier *
dialog_get_dossier (DialogFixture *fixture)
{
  return march_session_get_dossier (dialog_get_session (fixture));
}

MarchCorpus *
dialog_get_corpus (DialogFixture *fixture)
{
  return march_session_get_corpus (dialog_get_session (fixture));
}

static void
set_up (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = dialog_get_file ();

  fixture->folder = folder_make ();
  fixture->window = march_ui_open_file (file);
}

static void
tear_down (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "import-memories");
  march_dossier_revert (dialog_get_dossier (fixture), NULL);
  march_ui_close (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/** dialog_add: a test with a window of its own; what it does to the dossier, and what imports
 * are remembered, is forgotten */
void
dialog_add (const char *path, void (*test) (DialogFixture *, gconstpointer))
{
  g_test_add (path, DialogFixture, NULL, set_up, test, tear_down);
}

/** dialog_write_file: Returns: (transfer full): its path, in the test's own folder */
char *
dialog_write_file (DialogFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/** dialog_find: the dialog of that type is open; the next calls are about it */
void
dialog_find (DialogFixture *fixture, GType type)
{
  fixture->dialog = GTK_WIDGET (march_ui_find_window (type));
  g_assert_nonnull (fixture->dialog);
}

/** dialog_press: the button of the dialog that is so labelled */
void
dialog_press (DialogFixture *fixture, const char *label)
{
  march_ui_press (fixture->dialog, label);
}

static gboolean
is_gone (gpointer type)
{
  return march_ui_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

/** dialog_await_gone: waits until there is no dialog of that type, and what it did is done */
void
dialog_await_gone (DialogFixture *fixture, GType type)
{
  march_ui_wait (is_gone, GSIZE_TO_POINTER (type), "the dialog is gone");
  dialog_await_edit (fixture);
}

static gboolean
is_asked (gpointer data)
{
  return march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/** dialog_discard: cancels the dialog of that type, and says that what was typed may go */
void
dialog_discard (DialogFixture *fixture, GType type)
{
  dialog_press (fixture, "_Cancel");
  march_ui_wait (is_asked, NULL, "it is asked whether it may go");
  adw_message_dialog_response (
      ADW_MESSAGE_DIALOG (march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG)), "discard");
  dialog_await_gone (fixture, type);
}

void
dialog_await_edit (DialogFixture *fixture)
{
  march_ui_await_edit (dialog_get_dossier (fixture));
}

void
dialog_undo (DialogFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  dialog_await_edit (fixture);
}
