/* march-map-layer-shown.c — the picture that is on screen, and the one before it that fades away */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-layer-private.h"

#include <adwaita.h>
#include <string.h>

/* One day's picture gives way to another's in this time, unless it came right after a third. */
#define FADE_US (150 * G_TIME_SPAN_MILLISECOND)
#define SCRUB_US (400 * G_TIME_SPAN_MILLISECOND)

/** march_map_layer_end_fade: the picture of the day before is gone at once */
void
march_map_layer_end_fade (MarchMapLayer *self)
{
  if (self->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  g_clear_pointer (&self->fading, march_map_frame_free);
}

static double
get_fade (MarchMapLayer *self)
{
  return 1 - CLAMP ((g_get_monotonic_time () - self->fading_since) / (double) FADE_US, 0, 1);
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MarchMapLayer *self = MARCH_MAP_LAYER (widget);

  gtk_widget_queue_draw (widget);
  if (get_fade (self) > 0)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  march_map_layer_end_fade (self);
  return G_SOURCE_REMOVE;
}

/* Only from one day to another of the same view, and not while days follow each other quickly. */
static gboolean
is_to_fade (MarchMapLayer          *self,
            const MarchMapSurfaces *next)
{
  const MarchMapSurfaces *last = self->shown;

  return last != NULL && last->snapshot != next->snapshot && !last->style.draft
         && !next->style.draft && last->style.lens == next->style.lens
         && last->style.theme == next->style.theme
         && memcmp (&last->view, &next->view, sizeof next->view) == 0
         && next->layers != NULL && next->snapshot == self->snapshot
         && g_get_monotonic_time () - self->day_at > SCRUB_US
         && adw_get_enable_animations (GTK_WIDGET (self));
}

/** march_map_layer_show: @surfaces: (transfer full): to be drawn from now on; a picture of another
 * day fades away */
void
march_map_layer_show (MarchMapLayer    *self,
                      MarchMapSurfaces *surfaces)
{
  const gboolean fade = is_to_fade (self, surfaces);

  if (self->shown == NULL || self->shown->snapshot != surfaces->snapshot)
    {
      self->day_at = g_get_monotonic_time ();
      march_map_layer_end_fade (self);
    }
  if (fade)
    {
      self->fading = g_steal_pointer (&self->frame);
      self->fading_since = g_get_monotonic_time ();
      self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
    }
  g_clear_pointer (&self->frame, march_map_frame_free);
  g_clear_pointer (&self->shown, march_map_surfaces_unref);
  self->shown = surfaces;
  self->undrawn = surfaces->layers == NULL;
  self->frame = march_map_frame_new (surfaces, self->by_texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** march_map_layer_forget: nothing is drawn any more */
void
march_map_layer_forget (MarchMapLayer *self)
{
  march_map_layer_end_fade (self);
  self->undrawn = FALSE;
  g_clear_pointer (&self->frame, march_map_frame_free);
  g_clear_pointer (&self->shown, march_map_surfaces_unref);
}

/** march_map_layer_draw: what is shown, where @view has it; there is something */
void
march_map_layer_draw (MarchMapLayer   *self,
                      GtkSnapshot     *snapshot,
                      const MarchView *view)
{
  march_map_frame_draw (self->frame, snapshot, view, 1);
  if (self->fading != NULL)
    march_map_frame_draw (self->fading, snapshot, view, get_fade (self));
}
