/* march-map-view-compare.c — what was gained and lost since another day, over the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include "render/march-compared.h"

static void
show_words (MarchMapView *self, MarchComparison *comparison)
{
  g_autofree char *words = march_comparison_describe (comparison);
  g_autofree char *more = comparison->untold != NULL
                              ? g_strconcat (words, "\n", comparison->untold, NULL)
                              : NULL;

  gtk_label_set_text (self->compared_label, more != NULL ? more : words);
}

/** march_map_view_show_compared: draws what the session compares, and says so in a card */
void
march_map_view_show_compared (MarchMapView *self)
{
  MarchComparison *comparison
      = march_area_desk_get_comparison (march_session_get_area_desk (self->session));
  g_autoptr (MarchCompared) compared = NULL;

  gtk_widget_set_visible (self->compared_card, comparison != NULL);
  if (comparison != NULL)
    {
      show_words (self, comparison);
      compared = march_compared_new (comparison);
    }
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
