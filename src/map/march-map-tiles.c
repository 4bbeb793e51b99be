/* march-map-tiles.c — tiles from a server that the user chose, and what to say when it fails */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-tiles.h"

#include <glib/gi18n.h>
#include <string.h>

#include "map/march-map-grid.h"

struct _MarchMapTiles
{
  ShumateMapSource  parent;

  ShumateMapSource *server;
  char             *host;
};

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchMapTiles, march_map_tiles, SHUMATE_TYPE_MAP_SOURCE)

static char *
describe_trouble (MarchMapTiles *self,
                  const GError  *error)
{
  /* Translators: the first %s is the name of a server, the second its reason, in any language. */
  return g_strdup_printf (_("No map tiles come from %s: %s"), self->host, error->message);
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask)  task = user_data;
  MarchMapTiles     *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char   *trouble = NULL;

  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error))
    {
      g_signal_emit (self, signals[TOLD], 0, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      trouble = describe_trouble (self, error);
      g_signal_emit (self, signals[TOLD], 0, trouble);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, FALSE);
}

static void
march_map_tiles_fill_async (ShumateMapSource   *source,
                            ShumateTile        *tile,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  MarchMapTiles *self = MARCH_MAP_TILES (source);
  GTask         *task = g_task_new (self, cancellable, callback, user_data);

  shumate_map_source_fill_tile_async (self->server, tile, cancellable, filled_cb, task);
}

static gboolean
march_map_tiles_fill_finish (ShumateMapSource *source,
                             GAsyncResult     *result,
                             GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
march_map_tiles_finalize (GObject *object)
{
  MarchMapTiles *self = MARCH_MAP_TILES (object);

  g_clear_object (&self->server);
  g_clear_pointer (&self->host, g_free);
  G_OBJECT_CLASS (march_map_tiles_parent_class)->finalize (object);
}

static void
march_map_tiles_class_init (MarchMapTilesClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_map_tiles_finalize;
  source_class->fill_tile_async = march_map_tiles_fill_async;
  source_class->fill_tile_finish = march_map_tiles_fill_finish;
  /* (nullable) a sentence: why tiles don't come; NULL when one has come */
  signals[TOLD] = g_signal_new ("told", MARCH_TYPE_MAP_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
march_map_tiles_init (MarchMapTiles *self)
{
}

/**
 * march_map_tiles_is_good_url:
 *
 * Returns: whether tiles can be asked for at that address: it has to say where column, row and zoom
 * go; anything else would ask a server for nonsense
 */
gboolean
march_map_tiles_is_good_url (const char *url)
{
  return (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"))
         && strstr (url, "{x}") != NULL && strstr (url, "{y}") != NULL
         && strstr (url, "{z}") != NULL;
}

static char *
host_of (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : url);
}

/**
 * march_map_tiles_new:
 * @url: a good address, given by the user
 * @credit: whose tiles these are
 *
 * Returns: (transfer full): a source that gets tiles from that server
 */
MarchMapTiles *
march_map_tiles_new (const char *url,
                     const char *credit)
{
  MarchMapTiles *self = g_object_new (MARCH_TYPE_MAP_TILES,
                                      "id", "user",
                                      "name", "user",
                                      "license", credit,
                                      "min-zoom-level", MARCH_MAP_MIN_ZOOM,
                                      "max-zoom-level", MARCH_MAP_MAX_ZOOM,
                                      "tile-size", 256,
                                      "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                                      NULL);

  shumate_set_user_agent ("Marchland/" PACKAGE_VERSION);
  self->host = host_of (url);
  self->server = SHUMATE_MAP_SOURCE (
      shumate_raster_renderer_new_full_from_url ("user", "user", credit, NULL, MARCH_MAP_MIN_ZOOM,
                                                 MARCH_MAP_MAX_ZOOM, 256,
                                                 SHUMATE_MAP_PROJECTION_MERCATOR, url));
  return self;
}
