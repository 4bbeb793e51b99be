/* march-window-save.c — saving what a window shows, and what stands in the way of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "app/march-recent.h"
#include "base/march-error.h"
#include "widgets/march-message.h"

/* Long enough to look at the map's new colour first; the edit can be undone later, too. */
#define UNDO_SECONDS 10

#define MOST_CONFLICTS 6 /* told one by one; the dialog has to fit a small screen */

static MarchDossier *
get_dossier (MarchWindow *self)
{
  return march_session_get_dossier (self->session);
}

/** march_window_toast: says in passing what has happened */
void
march_window_toast (MarchWindow *self,
                    const char  *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
drop_undo_toast (MarchWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/** march_window_toast_undo: says in passing what was done, with a button that undoes it; to be
 * called when the dossier has the edit */
void
march_window_toast_undo (MarchWindow *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  drop_undo_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_set_weak_pointer (&self->undo_toast, toast);
  self->undo_toast_corpus = march_session_get_corpus (self->session);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** march_window_check_undo_toast: takes the button away that would undo another edit than it tells
 */
void
march_window_check_undo_toast (MarchWindow *self)
{
  if (self->undo_toast_corpus != march_session_get_corpus (self->session))
    drop_undo_toast (self);
}

static void
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);
  g_object_unref (user_data);
}

/** march_window_finish_close: what is to be done once everything is saved; not from within the
 * dialog that asked, which goes with its window */
void
march_window_finish_close (MarchWindow *self)
{
  if (!self->closing)
    return;
  self->closing = FALSE;
  march_dossier_close (get_dossier (self));
  g_idle_add_once (destroy_cb, g_object_ref (self));
}

static void merge_and_save (MarchWindow *self, MarchMergeChoice choice);

static void
conflict_response_cb (AdwMessageDialog *dialog,
                      const char       *response,
                      MarchWindow      *self)
{
  if (g_str_equal (response, "ours"))
    merge_and_save (self, MARCH_MERGE_OURS);
  else if (g_str_equal (response, "theirs"))
    merge_and_save (self, MARCH_MERGE_THEIRS);
  else
    self->closing = FALSE;
}

static char *
describe_conflicts (GPtrArray *conflicts)
{
  GString    *text = g_string_new (NULL);
  const guint n_told = MIN (conflicts->len, MOST_CONFLICTS);

  for (guint i = 0; i < n_told; i++)
    {
      const MarchMergeConflict *conflict = conflicts->pdata[i];

      g_string_append_printf (text, "%s\n", conflict->what);
      /* Translators: what a record says in the window, and in the changed file. */
      g_string_append_printf (text, _("    Here: %1$s\n    There: %2$s\n"), conflict->ours,
                              conflict->theirs);
    }
  if (conflicts->len > n_told)
    g_string_append_printf (text,
                            ngettext ("… and %u more", "… and %u more", conflicts->len - n_told),
                            conflicts->len - n_told);
  return g_string_free (text, FALSE);
}

/* Both have changed the same: for all of it one answer. */
static void
ask_whose (MarchWindow  *self,
           GPtrArray    *conflicts,
           const GError *error)
{
  g_autofree char *list = describe_conflicts (conflicts);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, list);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Whose Changes Count?"),
                                                    body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "theirs",
                                    _("_Theirs"), "ours", _("_Mine"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_response_cb), self, 0);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GPtrArray)   conflicts = NULL;
  g_autoptr (GError)      error = NULL;

  self->close_again = FALSE;
  if (march_dossier_merge_finish (MARCH_DOSSIER (source), result, &conflicts, &error))
    {
      march_window_save (self, MARCH_SAVE_DEFAULT);
    }
  else if (g_error_matches (error, MARCH_ERROR, MARCH_ERROR_CONFLICT))
    {
      ask_whose (self, conflicts, error);
    }
  else
    {
      self->closing = FALSE;
      march_window_show_error (self, _("The Edits Can’t Be Merged"), error);
    }
}

/* Does the edits again on what the other program wrote, and saves that. */
static void
merge_and_save (MarchWindow     *self,
                MarchMergeChoice choice)
{
  march_dossier_merge_async (get_dossier (self), choice, NULL, merged_cb, g_object_ref (self));
}

static void
changed_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     MarchWindow      *self)
{
  if (g_str_equal (response, "save-as"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
  else if (g_str_equal (response, "replace"))
    march_window_save (self, MARCH_SAVE_REPLACE);
  else if (g_str_equal (response, "merge"))
    merge_and_save (self, MARCH_MERGE_ASK);
  else
    self->closing = FALSE;
}

/* Another program has changed the file since it was opened: nothing is overwritten unasked. */
static void
ask_about_changed_file (MarchWindow  *self,
                        const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The File Has Changed"),
                                              error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "replace", _("_Replace"),
                                    "merge", _("_Merge"),
                                    "save-as", _("Save _As…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self, 0);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
refused_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     MarchWindow      *self)
{
  if (g_str_equal (response, "save-as"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
  else
    self->closing = FALSE;
}

/* Where it can't be saved there is always another folder. */
static void
tell_refused_save (MarchWindow  *self,
                   const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Dossier Can’t Be Saved"),
                                              error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "save-as",
                                    _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (refused_response_cb), self, 0);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  self->close_again = FALSE;
  if (march_dossier_save_finish (MARCH_DOSSIER (source), result, &error))
    {
      march_window_toast (self, _("Saved"));
      march_window_finish_close (self);
    }
  else if (g_error_matches (error, MARCH_ERROR, MARCH_ERROR_CHANGED))
    {
      ask_about_changed_file (self, error);
    }
  else
    {
      tell_refused_save (self, error);
    }
}

/** march_window_save: publishes the edits in the dossier's file, off the main thread */
void
march_window_save (MarchWindow   *self,
                   MarchSaveFlags flags)
{
  march_dossier_save_async (get_dossier (self), flags, NULL, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  march_window_save (MARCH_WINDOW (widget), MARCH_SAVE_DEFAULT);
}

static void
saved_as_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  MarchDossier           *dossier = MARCH_DOSSIER (source);
  g_autoptr (GError)      error = NULL;

  self->close_again = FALSE;
  if (march_dossier_save_as_finish (dossier, result, &error))
    {
      march_recent_add (march_dossier_get_file (dossier), march_dossier_get_title (dossier));
      march_window_toast (self, _("Saved"));
      march_window_finish_close (self);
      return;
    }
  tell_refused_save (self, error);
}

static void
save_as_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     MarchWindow     *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT)
    march_dossier_save_as_async (get_dossier (self), file, NULL, saved_as_cb, g_object_ref (self));
  else
    self->closing = FALSE;
  g_object_unref (dialog);
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MarchWindow          *self = MARCH_WINDOW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the Dossier As"),
                                                              GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), NULL);
  GFile                *file = march_dossier_get_file (get_dossier (self));
  g_autofree char  *base = file != NULL ? g_file_get_basename (file) : g_strdup ("dossier.gpkg");
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), base);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_as_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/** march_window_install_save_actions: the actions of this file, for the class */
void
march_window_install_save_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}
