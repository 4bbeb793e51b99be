/* march-map-view-compare.c — what was gained and lost since another day, over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include "render/march-compared.h"

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/** march_map_view_tell_compared: says in a card which days are compared, and on how much land
 * sources disagree while their lens is on */
void
march_map_view_tell_compared (MarchMapView *self)
{
  MarchComparison *comparison
      = march_area_desk_get_comparison (march_session_get_area_desk (self->session));
  GPtrArray *apart
      = march_source_desk_get_comparisons (march_session_get_source_desk (self->session));
  g_autoptr (GString) text = g_string_new (NULL);

  if (comparison != NULL)
    add_line (text, march_comparison_describe (comparison));
  if (comparison != NULL && comparison->untold != NULL)
    add_line (text, g_strdup (comparison->untold));
  for (guint i = 0; apart != NULL && i < apart->len; i++)
    add_line (text, march_comparison_describe_apart (apart->pdata[i]));
  gtk_label_set_text (self->compared_label, text->str);
  gtk_widget_set_visible (self->compared_card, text->len > 0);
  gtk_widget_set_visible (self->compared_end, comparison != NULL);
}

/** march_map_view_show_compared: draws what the session compares, and says so in a card */
void
march_map_view_show_compared (MarchMapView *self)
{
  MarchComparison *comparison
      = march_area_desk_get_comparison (march_session_get_area_desk (self->session));
  g_autoptr (MarchCompared) compared = NULL;

  march_map_view_tell_compared (self);
  if (comparison != NULL)
    compared = march_compared_new (comparison);
  march_map_layer_set_compared (self->layer, compared);
}

static void
end_comparing_cb (MarchMapView *self)
{
  march_area_desk_compare (march_session_get_area_desk (self->session), MARCH_DAY_MAX);
}

/** march_map_view_bind_compare: for the class */
void
march_map_view_bind_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, end_comparing_cb);
}
