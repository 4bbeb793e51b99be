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

/* The dialog has waited for the map, and goes on; another dossier has no use for it. */
static void
drawn_cb (MarchPlaceDialog *dialog, gboolean finished, MarchMapView *map)
{
  MarchWindow *self = MARCH_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  g_autoptr (MarchDrawing) drawing = march_map_view_take_drawing (map);

  g_signal_handlers_disconnect_by_func (map, drawn_cb, dialog);
  march_window_name_steps (self);
  if (self->drawn_dossier != march_session_get_dossier (self->session))
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  march_session_select (self->session,
                        find_place (self, march_place_dialog_get_place (dialog)));
  march_place_dialog_take_drawing (dialog, g_steal_pointer (&drawing), finished);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
draw_cb (MarchPlaceDialog *dialog, gboolean area, MarchWindow *self)
{
  g_autofree char *title = march_place_dialog_dup_title (dialog);

  self->drawn_dossier = march_session_get_dossier (self->session);
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  march_session_select (self->session, NULL);
  /* Where the panel lies over the map it would cover the outline. */
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  march_map_view_start_drawing (self->map, march_place_dialog_make_drawing (dialog, area), title);
  g_signal_connect_object (self->map, "drawn", G_CALLBACK (drawn_cb), dialog, G_CONNECT_SWAPPED);
  march_window_name_steps (self);
}

/** march_window_stop_drawing: before the window is closed: the dialog that a shape is drawn for
 * comes back, with all that was typed. Returns: whether there is one */
gboolean
march_window_stop_drawing (MarchWindow *self)
{
  if (!march_map_view_is_drawing (self->map))
    return FALSE;
  march_map_view_stop_drawing (self->map, FALSE);
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static MarchPlaceDialog *
show_dialog (MarchWindow *self, const MarchPlace *place)
{
  MarchPlaceDialog *dialog = march_place_dialog_new (GTK_WINDOW (self), self->session, place);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "draw", G_CALLBACK (draw_cb), self, 0);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_session_get_corpus (self->session) != NULL && !march_window_stop_drawing (self))
    show_dialog (self, NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow      *self = MARCH_WINDOW (widget);
  const MarchPlace *place = find_place (self, g_variant_get_int64 (parameter));

  if (place != NULL && !march_window_stop_drawing (self))
    show_dialog (self, place);
}

/* Opened where its shape is drawn or imported. */
static void
shape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow      *self = MARCH_WINDOW (widget);
  const MarchPlace *place = find_place (self, g_variant_get_int64 (parameter));

  if (place != NULL && !march_window_stop_drawing (self))
    march_place_dialog_focus_shape (show_dialog (self, place));
}

/** march_window_install_place_actions: the actions of this file, for the class */
void
march_window_install_place_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-place", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.edit-place", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "win.shape-place", "x", shape_action);
}
