/* march-window-file.c — notices when another program writes to the file that a window shows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#define QUIET_MS 400 /* after the last sign of a change: as a rule the writer has ended by then */

static MarchDossier *
get_dossier (MarchWindow *self)
{
  return march_session_get_dossier (self->session);
}

static void
show_bar (MarchWindow *self)
{
  MarchDossier    *dossier = get_dossier (self);
  const gboolean   modified = march_dossier_get_modified (dossier);
  g_autofree char *name = g_file_get_basename (march_dossier_get_file (dossier));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = NULL;

  if (modified)
    words = g_strdup_printf (_("Another program has changed “%s”. Your edits are kept, and saving "
                               "asks how to bring both together."),
                             shown);
  else
    words = g_strdup_printf (_("Another program has changed “%s”."), shown);
  gtk_label_set_text (self->changed_label, words);
  gtk_button_set_label (self->reload_button, modified ? _("Save…") : _("Reload"));
  gtk_info_bar_set_revealed (self->changed_bar, TRUE);
}

/* A file that is gone may be on a medium that was taken out: that is no change. */
static gboolean
look_cb (gpointer user_data)
{
  MarchWindow  *self = user_data;
  MarchDossier *dossier = get_dossier (self);
  gboolean      busy = FALSE;

  if (dossier != NULL)
    g_object_get (dossier, "busy", &busy, NULL);
  if (busy || self->opening != NULL)
    return G_SOURCE_CONTINUE;
  self->look_timeout = 0;
  if (dossier != NULL && march_dossier_is_rewritten (dossier))
    show_bar (self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (MarchWindow *self)
{
  g_clear_handle_id (&self->look_timeout, g_source_remove);
  self->look_timeout = g_timeout_add (QUIET_MS, look_cb, self);
}

static void
file_changed_cb (MarchWindow      *self,
                 GFile            *file,
                 GFile            *other,
                 GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && event != G_FILE_MONITOR_EVENT_DELETED)
    look_soon (self);
}

static void
file_saved_as_cb (MarchWindow *self)
{
  march_window_stop_watching_file (self);
  self->monitor = g_file_monitor_file (march_dossier_get_file (get_dossier (self)),
                                       G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* What was saved or read again is no longer what another program has changed. */
static void
state_cb (MarchWindow *self)
{
  if (!gtk_info_bar_get_revealed (self->changed_bar))
    return;
  if (march_dossier_is_rewritten (get_dossier (self)))
    show_bar (self);
  else
    gtk_info_bar_set_revealed (self->changed_bar, FALSE);
}

static void
dossier_changed_cb (MarchWindow *self)
{
  MarchDossier *dossier = get_dossier (self);

  gtk_info_bar_set_revealed (self->changed_bar, FALSE);
  march_window_stop_watching_file (self);
  if (dossier == NULL)
    return;
  g_signal_connect_object (dossier, "notify::file", G_CALLBACK (file_saved_as_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier, "notify::modified", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  file_saved_as_cb (self);
}

/** march_window_watch_file: watches the file of whatever dossier the window shows */
void
march_window_watch_file (MarchWindow *self)
{
  g_signal_connect_object (self->session, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
march_window_stop_watching_file (MarchWindow *self)
{
  g_clear_handle_id (&self->look_timeout, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

/** march_window_answer_changed: the bar's answer: the file is read again, or saved over with what
 * is unsaved after asking how; or all stays as it is */
void
march_window_answer_changed (MarchWindow *self,
                             int          response)
{
  MarchDossier *dossier = get_dossier (self);

  gtk_info_bar_set_revealed (self->changed_bar, FALSE);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  if (march_dossier_get_modified (dossier))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
  else
    march_window_open (self, march_dossier_get_file (dossier));
}
