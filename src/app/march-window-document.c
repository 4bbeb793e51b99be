/* march-window-document.c — undoing, closing and recovering what a window shows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "widgets/march-message.h"

static MarchDossier *
get_dossier (MarchWindow *self)
{
  return march_session_get_dossier (self->session);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_window_show_error (self, _("This Can’t Be Undone"), error);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (!march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_window_show_error (self, _("This Can’t Be Done Again"), error);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_map_view_is_drawing (self->map))
    march_map_view_step_drawing (self->map, g_str_equal (name, "win.undo") ? -1 : 1);
  else if (g_str_equal (name, "win.undo"))
    march_dossier_undo_async (get_dossier (self), undone_cb, g_object_ref (self));
  else
    march_dossier_redo_async (get_dossier (self), redone_cb, g_object_ref (self));
}

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  self->close_again = FALSE;
  if (march_dossier_revert_finish (MARCH_DOSSIER (source), result, &error))
    {
      march_window_finish_close (self);
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

/** march_window_has_dialog: Returns: whether a question or a form stands before the window */
gboolean
march_window_has_dialog (MarchWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (self)
        && gtk_widget_get_visible (l->data))
      return TRUE;
  return FALSE;
}

/* An error or the outcome of an import is read first; the window stays for it. */
static void
close_again_cb (gpointer user_data)
{
  g_autoptr (MarchWindow) self = user_data;

  if (!self->close_again || is_busy (self))
    return;
  self->closing = self->close_again = FALSE;
  if (!march_window_has_dialog (self))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_request_cb (MarchWindow *self)
{
  GtkWidget       *dialog = NULL;
  g_autofree char *body = NULL;

  march_window_remember_size (self);
  if (is_busy (self))
    {
      /* What is under way is let finish: a save closes the window if it succeeds, and after an edit
       * closing is asked for again. */
      self->closing = self->close_again = TRUE;
      return TRUE;
    }
  if (march_window_stop_drawing (self) || march_window_ask_about_coding (self))
    return TRUE;
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
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
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

/** march_window_name_steps: tells on the buttons what would be undone and done again */
void
march_window_name_steps (MarchWindow *self)
{
  MarchDossier    *dossier = get_dossier (self);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  /* Translators: what is undone while an outline is drawn: "Undo: a step of the drawing". */
  if (march_map_view_is_drawing (self->map))
    undo_label = g_strdup (_("a step of the drawing"));
  else if (dossier != NULL)
    g_object_get (dossier, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  if (march_map_view_is_drawing (self->map))
    redo_label = g_strdup (undo_label);
  /* Translators: %s is what an edit did. */
  undo = describe_step (_("Undo"), _("Undo: %s"), undo_label);
  redo = describe_step (_("Redo"), _("Redo: %s"), redo_label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo);
  if (self->reader != NULL)
    march_reader_page_name_steps (self->reader, undo, redo);
}

static void
dossier_state_cb (MarchWindow *self)
{
  MarchDossier *dossier = get_dossier (self);

  march_window_name_steps (self);
  march_window_check_undo_toast (self);
  set_enabled (self, "win.undo", "can-undo");
  set_enabled (self, "win.redo", "can-redo");
  set_enabled (self, "win.save", "modified");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as",
                                 dossier != NULL && !is_busy (self));
  gtk_widget_set_visible (GTK_WIDGET (self->busy_spinner), is_busy (self));
  march_window_update_title (self);
  if (self->close_again && !is_busy (self))
    g_idle_add_once (close_again_cb, g_object_ref (self));
}

static void
tell_warnings (MarchWindow *self)
{
  GPtrArray *warnings = march_dossier_get_warnings (get_dossier (self));

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    march_window_toast (self, warnings->pdata[i]);
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
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}
