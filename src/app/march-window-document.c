/* march-window-document.c — saving, undoing, closing and recovering what a window shows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "app/march-recent.h"
#include "base/march-error.h"

#define MOST_CONFLICTS 6 /* told one by one; the dialog has to fit a small screen */

static MarchDossier *
get_dossier (MarchWindow *self)
{
  return march_session_get_dossier (self->session);
}

static void
toast (MarchWindow *self,
       const char  *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);
  g_object_unref (user_data);
}

/* What is to be done once everything is saved; not from within the dialog that asked, which goes
 * with its window. */
static void
finish_close (MarchWindow *self)
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
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GPtrArray)   conflicts = NULL;
  g_autoptr (GError)      error = NULL;

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
  gtk_window_present (GTK_WINDOW (dialog));
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
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_save_finish (MARCH_DOSSIER (source), result, &error))
    {
      toast (self, _("Saved"));
      finish_close (self);
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

  if (march_dossier_save_as_finish (dossier, result, &error))
    {
      march_recent_add (march_dossier_get_file (dossier), march_dossier_get_title (dossier));
      toast (self, _("Saved"));
      finish_close (self);
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

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const gboolean     undo = g_str_equal (name, "win.undo");

  if (!(undo ? march_dossier_undo (get_dossier (self), &error)
             : march_dossier_redo (get_dossier (self), &error)))
    march_window_show_error (self,
                             undo ? _("This Can’t Be Undone") : _("This Can’t Be Done Again"),
                             error);
}

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_revert_finish (MARCH_DOSSIER (source), result, &error))
    {
      finish_close (self);
      return;
    }
  self->closing = FALSE;
  march_window_show_error (self, _("The Edits Can’t Be Discarded"), error);
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   MarchWindow      *self)
{
  self->closing = !g_str_equal (response, "cancel");
  if (g_str_equal (response, "save"))
    march_window_save (self, MARCH_SAVE_DEFAULT);
  else if (g_str_equal (response, "discard"))
    march_dossier_revert_async (get_dossier (self), NULL, reverted_cb, g_object_ref (self));
}

static gboolean
is_busy (MarchWindow *self)
{
  gboolean busy = FALSE;

  if (get_dossier (self) != NULL)
    g_object_get (get_dossier (self), "busy", &busy, NULL);
  return busy;
}

static gboolean
close_request_cb (MarchWindow *self)
{
  GtkWidget       *dialog = NULL;
  g_autofree char *body = NULL;

  march_window_remember_size (self);
  if (is_busy (self))
    {
      /* What is under way is let finish, and closes the window if it succeeds. */
      self->closing = TRUE;
      return TRUE;
    }
  if (get_dossier (self) == NULL || !march_dossier_get_modified (get_dossier (self)))
    return FALSE;
  /* Translators: %s is the title of a dossier. */
  body = g_strdup_printf (_("“%s” has edits that are not in its file yet."),
                          march_dossier_get_title (get_dossier (self)));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save the Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
set_enabled (MarchWindow *self,
             const char  *action,
             const char  *property)
{
  gboolean enabled = FALSE;

  if (get_dossier (self) != NULL)
    g_object_get (get_dossier (self), property, &enabled, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled && !is_busy (self));
}

static char *
describe_step (const char *plain,
               const char *format_with_label,
               const char *label)
{
  g_auto (GStrv) parts = NULL;

  if (label == NULL || label[0] == '\0')
    return g_strdup (plain);
  parts = g_strsplit (format_with_label, "%s", 2);
  return g_strconcat (parts[0], label, parts[1], NULL);
}

static void
dossier_state_cb (MarchWindow *self)
{
  MarchDossier    *dossier = get_dossier (self);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (dossier != NULL)
    g_object_get (dossier, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  /* Translators: %s is what an edit did. */
  undo = describe_step (_("Undo"), _("Undo: %s"), undo_label);
  redo = describe_step (_("Redo"), _("Redo: %s"), redo_label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo);
  set_enabled (self, "win.undo", "can-undo");
  set_enabled (self, "win.redo", "can-redo");
  set_enabled (self, "win.save", "modified");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as",
                                 dossier != NULL && !is_busy (self));
  gtk_widget_set_visible (GTK_WIDGET (self->busy_spinner), is_busy (self));
  march_window_update_title (self);
}

static void
tell_warnings (MarchWindow *self)
{
  GPtrArray *warnings = march_dossier_get_warnings (get_dossier (self));

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    toast (self, warnings->pdata[i]);
}

static void
dossier_changed_cb (MarchWindow *self)
{
  if (get_dossier (self) != NULL)
    {
      g_signal_connect_object (get_dossier (self), "notify", G_CALLBACK (dossier_state_cb), self,
                               G_CONNECT_SWAPPED);
      tell_warnings (self);
    }
  dossier_state_cb (self);
}

/* Takes the edits up in the window that has their file, so that it is not open twice. */
static void
recover (MarchWindow   *self,
         MarchRecovery *recovery)
{
  GtkApplication          *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile)        file = g_file_new_for_path (recovery->path);
  MarchWindow             *window = march_window_find (application, file);
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (window == NULL)
    window = march_window_is_vacant (self) ? self : march_window_find_vacant (application);
  gtk_window_present (GTK_WINDOW (window));
  if (get_dossier (window) != NULL && march_dossier_get_modified (get_dossier (window)))
    g_set_error_literal (&error, MARCH_ERROR, MARCH_ERROR_BUSY,
                         _("This dossier has been edited in this window since. Save that, and "
                           "start the program again to recover the earlier edits."));
  else
    dossier = march_recovery_open (recovery, &error);
  if (dossier != NULL)
    march_window_show_dossier (window, dossier);
  else
    march_window_show_error (window, _("The Edits Can’t Be Recovered"), error);
}

static void
recovery_response_cb (AdwMessageDialog *dialog,
                      const char       *response,
                      MarchWindow      *self)
{
  MarchRecovery     *recovery = g_object_get_data (G_OBJECT (dialog), "recovery");
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "recover"))
    recover (self, recovery);
  else if (g_str_equal (response, "discard") && !march_recovery_discard (recovery, &error))
    march_window_show_error (self, _("The Edits Can’t Be Discarded"), error);
}

/** march_window_install_document_actions: the actions of this file, for the class */
void
march_window_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
}

/** march_window_watch_document: follows what happens to the dossier, for one window */
void
march_window_watch_document (MarchWindow *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_object (self->session, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_state_cb (self);
}

/**
 * march_window_offer_recovery:
 * @recovery: (transfer full): edits that an earlier run left unsaved
 *
 * Asks whether they are to be taken up again; doing nothing keeps them for the next start.
 */
void
march_window_offer_recovery (MarchWindow   *self,
                             MarchRecovery *recovery)
{
  const guint      n = recovery->labels->len;
  g_autofree char *body = NULL;
  GtkWidget       *dialog = NULL;

  /* Translators: %u counts edits, %s is the title of a dossier. */
  body = g_strdup_printf (ngettext ("%u edit of “%s” was not saved when the program ended.",
                                    "%u edits of “%s” were not saved when the program ended.", n),
                          n, recovery->title);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Recover Unsaved Edits?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("_Later"), "discard",
                                    _("_Discard"), "recover", _("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "recover",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "recover");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), "recovery", recovery,
                          (GDestroyNotify) march_recovery_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (recovery_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
