/* march-window-editing-places.c — places added, changed and deleted, in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "editing/march-place-dialog.h"

static const MarchPlace *
find_place (MarchWindow *self, gint64 id)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  return corpus != NULL ? march_corpus_get_place (corpus, id) : NULL;
}

static void
written_cb (MarchWindow *self, gint64 id, gboolean added)
{
  const MarchPlace *place = find_place (self, id);

  if (!added || place == NULL)
    return;
  march_session_select (self->session, place);
  march_session_reveal (self->session, place);
  march_window_toast_undo (self, _("The place is in the dossier"));
}

static void
deleted_cb (MarchWindow *self, const char *name)
{
  g_autofree char *words = g_strdup_printf (_("Deleted “%s”"), name);

  march_window_toast_undo (self, words);
}

static void
show_dialog (MarchWindow *self, const MarchPlace *place)
{
  MarchPlaceDialog *dialog = march_place_dialog_new (GTK_WINDOW (self), self->session, place);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_session_get_corpus (self->session) != NULL)
    show_dialog (self, NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow      *self = MARCH_WINDOW (widget);
  const MarchPlace *place = find_place (self, g_variant_get_int64 (parameter));

  if (place != NULL)
    show_dialog (self, place);
}

/** march_window_install_place_actions: the actions of this file, for the class */
void
march_window_install_place_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-place", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.edit-place", "x", edit_action);
}
