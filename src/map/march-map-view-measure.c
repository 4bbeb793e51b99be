/* march-map-view-measure.c — the map while something is measured on it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

static void
tell (MarchMapView *self)
{
  const gboolean   measuring = march_map_view_is_measuring (self);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->measure_card, measuring);
  if (!measuring)
    return;
  words = march_map_measure_describe (self->measure);
  gtk_label_set_text (self->measure_label, words);
  march_map_view_say (self, words);
}

/** march_map_view_is_measuring: Returns: whether clicks add points rather than select places */
gboolean
march_map_view_is_measuring (MarchMapView *self)
{
  return march_map_measure_get_kind (self->measure) != MARCH_MEASURE_NOTHING;
}

/**
 * march_map_view_start_measuring:
 * @kind: what the next clicks measure; %MARCH_MEASURE_NOTHING ends it
 */
void
march_map_view_start_measuring (MarchMapView *self, MarchMeasureKind kind)
{
  MarchView view;

  g_return_if_fail (MARCH_IS_MAP_VIEW (self));
  march_map_measure_start (self->measure, kind);
  if (march_map_layer_get_view (self->layer, &view))
    march_map_tool_show (MARCH_MAP_TOOL (self->measure), &view, &self->style);
  tell (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/** march_map_view_measure_at: adds the point there, in logical pixels */
void
march_map_view_measure_at (MarchMapView *self, double x, double y)
{
  MarchView view;
  double    longitude, latitude;

  if (!march_map_layer_get_view (self->layer, &view))
    return;
  march_view_unproject (&view, x, y, &longitude, &latitude);
  march_map_measure_add (self->measure, longitude, latitude);
  tell (self);
}

static gboolean
add_focused (MarchMapView *self)
{
  const MarchPlace *place = march_map_view_get_focused (self);
  double            longitude, latitude;

  if (place == NULL || place->geometry == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_map_measure_add (self->measure, longitude, latitude);
  tell (self);
  return TRUE;
}

/** march_map_view_measure_key: Returns: whether the key meant something to the measuring */
gboolean
march_map_view_measure_key (MarchMapView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return add_focused (self);
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      march_map_measure_remove_last (self->measure);
      tell (self);
      return TRUE;
    case GDK_KEY_Escape:
      march_map_view_start_measuring (self, MARCH_MEASURE_NOTHING);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind = g_variant_get_string (parameter, NULL);

  march_map_view_start_measuring (MARCH_MAP_VIEW (widget),
                                  g_str_equal (kind, "distance") ? MARCH_MEASURE_DISTANCE
                                  : g_str_equal (kind, "area")   ? MARCH_MEASURE_AREA
                                                                 : MARCH_MEASURE_NOTHING);
}

/** march_map_view_bind_measure: installs the action that begins and ends measuring */
void
march_map_view_bind_measure (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.measure", "s", measure_action);
}
