/* march-map-view-draw-rings.c — parts and holes of the outline that is drawn on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "base/march-newest.h"
#include "map/march-map-draw-trim.h"

/** march_map_view_describe_ring: Returns: (transfer full) (nullable): which part or hole is chosen,
 * a sentence; NULL if none is, or there is only one */
char *
march_map_view_describe_ring (MarchMapView *self)
{
  guint ring, part, hole;

  if (march_drawing_get_n_rings (self->drawing, 0) < 2
      || !march_map_draw_get_ring (self->draw, &ring))
    return NULL;
  part = march_drawing_number_ring (self->drawing, ring, &hole);
  if (hole == 0)
    /* Translators: a part is one of several separate areas, such as an island */
    return g_strdup_printf (_("Part %u of %u."), part, march_drawing_count_parts (self->drawing));
  if (march_drawing_count_parts (self->drawing) < 2)
    return g_strdup_printf (_("Hole %u."), hole);
  return g_strdup_printf (_("Hole %u in part %u."), hole, part);
}

/** march_map_view_update_rings: says which actions of this file can be done */
void
march_map_view_update_rings (MarchMapView *self)
{
  GtkWidget     *widget = GTK_WIDGET (self);
  const gboolean closed = !march_map_view_draw_is_point (self)
                          && !march_drawing_is_open (self->drawing);
  guint          ring;

  gtk_widget_action_set_enabled (widget, "map.draw-add-part", closed);
  gtk_widget_action_set_enabled (widget, "map.draw-cut-hole", closed);
  gtk_widget_action_set_enabled (widget, "map.draw-delete-ring",
                                 march_map_draw_get_ring (self->draw, &ring)
                                     && march_drawing_may_remove_ring (self->drawing, ring));
  gtk_widget_action_set_enabled (widget, "map.draw-lead", closed);
  gtk_widget_action_set_enabled (widget, "map.draw-trim", closed && self->defect == NULL
                                                              && self->trimming == NULL);
}

static void
add_ring (MarchMapView *self, gboolean hole)
{
  if (march_drawing_add_ring (self->drawing, hole))
    march_map_view_draw_changed (self);
}

static void
delete_ring (MarchMapView *self)
{
  guint    ring;
  gboolean hole;

  if (!march_map_draw_get_ring (self->draw, &ring))
    return;
  hole = march_drawing_is_hole (self->drawing, ring);
  if (!march_drawing_remove_ring (self->drawing, ring))
    return;
  march_map_draw_select_none (self->draw);
  march_map_view_draw_changed (self);
  march_map_view_draw_note (self, hole ? _("The hole is gone. Ctrl+Z brings it back.")
                                       : _("The part is gone. Ctrl+Z brings it back."));
}

static void
trimmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchMapView *self = MARCH_MAP_VIEW (source);
  g_autoptr (MarchGeometry) shape = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint            n = 0;

  shape = march_map_draw_trim_finish (result, &n, &error);
  if (!march_newest_end (&self->trimming, result) || self->drawing == NULL)
    return;
  if (shape == NULL)
    {
      march_map_view_draw_note (self, error->message);
      return;
    }
  if (n == 0)
    {
      march_map_view_draw_note (self, _("It overlaps no neighbour of its kind and level."));
      return;
    }
  march_drawing_replace (self->drawing, shape);
  march_map_draw_select_none (self->draw);
  march_map_view_draw_changed (self);
  words = g_strdup_printf (ngettext ("What %u neighbour has is cut off. Ctrl+Z brings it back.",
                                     "What %u neighbours have is cut off. Ctrl+Z brings it back.",
                                     n),
                           n);
  march_map_view_draw_note (self, words);
}

static void
trim (MarchMapView *self)
{
  march_map_draw_trim_async (self->drawing, &self->trimming, self, trimmed_cb);
  march_map_view_draw_note (self, _("What neighbours have is cut off…"));
}

static void
ring_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchMapView *self = MARCH_MAP_VIEW (widget);

  if (self->drawing == NULL)
    return;
  if (g_str_equal (name, "map.draw-add-part"))
    add_ring (self, FALSE);
  else if (g_str_equal (name, "map.draw-cut-hole"))
    add_ring (self, TRUE);
  else if (g_str_equal (name, "map.draw-delete-ring"))
    delete_ring (self);
  else
    trim (self);
  gtk_widget_grab_focus (widget);
}

/** march_map_view_bind_rings: installs the actions of this file */
void
march_map_view_bind_rings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.draw-add-part", NULL, ring_action);
  gtk_widget_class_install_action (widget_class, "map.draw-cut-hole", NULL, ring_action);
  gtk_widget_class_install_action (widget_class, "map.draw-delete-ring", NULL, ring_action);
  gtk_widget_class_install_action (widget_class, "map.draw-trim", NULL, ring_action);
}
