/* march-map-view-tiles.c — the tiles that a user may lay below the map; nothing is asked of the
 * network without */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-view-private.h"

#include <glib/gi18n.h>

#include "map/march-map-tiles.h"

/* libshumate from 1.0.5 on may leave a map of tiles blank after a jump, until it is moved. It is
 * made to look again, later each time: how soon that helps depends on how busy the machine is. */
#define FIRST_NUDGE_MS 80
#define LAST_NUDGE_MS 2560

static gboolean
nudge_cb (gpointer user_data)
{
  MarchMapView *self = user_data;

  g_object_notify (G_OBJECT (shumate_map_get_viewport (self->map)), "latitude");
  self->nudge_ms *= 2;
  self->nudge
      = self->nudge_ms <= LAST_NUDGE_MS ? g_timeout_add (self->nudge_ms, nudge_cb, self) : 0;
  return G_SOURCE_REMOVE;
}

/** march_map_view_nudge: to be called after every jump of the map */
void
march_map_view_nudge (MarchMapView *self)
{
  g_clear_handle_id (&self->nudge, g_source_remove);
  if (self->tiles == NULL)
    return;
  self->nudge_ms = FIRST_NUDGE_MS;
  self->nudge = g_timeout_add (self->nudge_ms, nudge_cb, self);
}

static void
told_cb (MarchMapView *self, const char *trouble)
{
  if (g_strcmp0 (trouble, self->tiles_trouble) == 0)
    return;
  g_free (self->tiles_trouble);
  self->tiles_trouble = g_strdup (trouble);
  if (self->session != NULL)
    march_map_view_show_note (self);
}

static void
add_tiles (MarchMapView *self, const char *url, const char *credit)
{
  g_autoptr (MarchMapTiles) source = march_map_tiles_new (url, credit);

  self->tiles = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source),
                                       shumate_map_get_viewport (self->map));
  g_signal_connect_object (source, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->tiles),
                                   SHUMATE_LAYER (self->layer));
}

/** march_map_view_update_tiles: lays tiles below the map, or none, as the settings say */
void
march_map_view_update_tiles (MarchMapView *self)
{
  g_autofree char *url = g_settings_get_string (self->settings, "tile-url");
  g_autofree char *credit = g_settings_get_string (self->settings, "tile-credit");
  const gboolean   wanted = g_settings_get_boolean (self->settings, "show-tiles") && url[0] != '\0';
  const gboolean   good = march_map_tiles_is_good_url (url);

  if (self->tiles != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->tiles));
  self->tiles = NULL;
  if (wanted && good)
    add_tiles (self, url, credit);
  told_cb (self, wanted && !good ? _ ("A tile address starts with https:// and holds {z}, {x} and "
                                      "{y}.")
                                 : NULL);
  if (self->session != NULL)
    march_map_view_show_credits (self);
  march_map_view_update_picture (self);
  march_map_view_nudge (self);
}
