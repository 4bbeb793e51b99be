/* march-shape-file.c — shapes for a place, read from a file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-shape-file.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-error.h"
#include "base/march-newest.h"
#include "base/march-number-words.h"
#include "exchange/march-layer-reader.h"
#include "geo/march-geodesic.h"
#include "geo/march-repair.h"

#define MOST_NAMED 60

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const paths[] = { data, NULL };
  GError     *error = NULL;
  MarchLayer *layer = march_layer_read (paths, NULL, cancellable, &error);

  if (layer != NULL)
    g_task_return_pointer (task, layer, (GDestroyNotify) march_layer_unref);
  else
    g_task_return_error (task, error);
}

/** march_shape_file_read_async: reads a foreign file of any known format on another thread; see
 * march_newest_run() */
void
march_shape_file_read_async (const char         *path,
                             GCancellable      **newest,
                             gpointer            owner,
                             GAsyncReadyCallback done)
{
  march_newest_run (newest, owner, read_in_thread, g_strdup (path), g_free, done);
}

/** march_shape_file_read_finish: Returns: (transfer full) (nullable): what the file holds */
MarchLayer *
march_shape_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A place is one point or an area. */
static gboolean
is_usable (MarchGeometry *shape)
{
  return march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON
             ? march_geometry_get_n_parts (shape) > 0
             : march_geometry_get_kind (shape) == MARCH_GEOMETRY_POINT
                   && march_geometry_count_points (shape) == 1;
}

/** march_shape_file_list: Returns: (transfer full) (element-type guint): which features of @layer
 * can be a place's shape */
GArray *
march_shape_file_list (MarchLayer *layer)
{
  GArray *usable = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i);

      if (feature->geometry != NULL && is_usable (feature->geometry))
        g_array_append_val (usable, i);
    }
  return usable;
}

static const char *
get_name (const MarchLayerFeature *feature)
{
  if (feature->name != NULL && *feature->name != '\0')
    return feature->name;
  for (guint i = 0; i < feature->n_values; i++)
    if (feature->values[i].kind == MARCH_VALUE_TEXT && *feature->values[i].text != '\0')
      return feature->values[i].text;
  return feature->id;
}

static char *
shorten (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (g_utf8_strlen (valid, -1) <= MOST_NAMED)
    return g_steal_pointer (&valid);
  *g_utf8_offset_to_pointer (valid, MOST_NAMED) = '\0';
  return g_strconcat (valid, "…", NULL);
}

/** march_shape_file_describe: Returns: (transfer full): a feature by its name and what it is */
char *
march_shape_file_describe (MarchLayer *layer, guint index)
{
  const MarchLayerFeature *feature = march_layer_get_feature (layer, index);
  const char              *own = get_name (feature);
  g_autofree char         *shape = march_shape_describe (feature->geometry);
  g_autofree char         *name = own != NULL ? shorten (own)
                                              : g_strdup_printf (_("Feature %u"), feature->place);

  return g_strdup_printf ("%s – %s", name, shape);
}

typedef struct
{
  MarchGeometry *shape;
  char          *note;
} Repaired;

static void
free_repaired (gpointer data)
{
  Repaired *repaired = data;

  g_clear_pointer (&repaired->shape, march_geometry_unref);
  g_free (repaired->note);
  g_free (repaired);
}

static void
repair_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;
  MarchGeometry *shape = data;
  Repaired      *repaired = g_new0 (Repaired, 1);
  GError        *error = NULL;

  if (march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON)
    repaired->shape = march_repair_area (shape, &report, &error);
  else
    repaired->shape = march_geometry_ref (shape);
  if (report.reason != NULL)
    /* Translators: %s is a phrase such as "it crosses itself" */
    repaired->note = g_strdup_printf (_("The outline did not hold together: %s. It is mended."),
                                      report.reason);
  if (repaired->shape != NULL)
    {
      g_task_return_pointer (task, repaired, free_repaired);
      return;
    }
  free_repaired (repaired);
  g_task_return_error (task, error);
}

/** march_shape_file_repair_async: makes an area valid on another thread; see march_newest_run() */
void
march_shape_file_repair_async (MarchGeometry      *shape,
                               GCancellable      **newest,
                               gpointer            owner,
                               GAsyncReadyCallback done)
{
  march_newest_run (newest, owner, repair_in_thread, march_geometry_ref (shape),
                    (GDestroyNotify) march_geometry_unref, done);
}

/** march_shape_file_repair_finish: @note: (out): a sentence on what was mended, or %NULL. Returns:
 * (transfer full) (nullable): the valid shape */
MarchGeometry *
march_shape_file_repair_finish (GAsyncResult *result, char **note, GError **error)
{
  Repaired      *repaired = g_task_propagate_pointer (G_TASK (result), error);
  MarchGeometry *shape = NULL;

  *note = NULL;
  if (repaired == NULL)
    return NULL;
  shape = g_steal_pointer (&repaired->shape);
  *note = g_steal_pointer (&repaired->note);
  free_repaired (repaired);
  return shape;
}

static char *
describe_area (MarchGeometry *shape)
{
  const double km2 = march_geodesic_area (shape) / 1e6;
  const guint  n = march_geometry_count_points (shape) - march_geometry_get_n_parts (shape);
  g_autofree char *points = g_strdup_printf (ngettext ("%u corner", "%u corners", n), n);
  g_autofree char *area = march_words_for_number (km2 < 100 ? round (km2 * 100) / 100
                                                            : round (km2));

  /* Translators: the first is a number, the second is "1234 corners" */
  return g_strdup_printf (_("Area of %s km², %s"), area, points);
}

/** march_shape_describe: @shape: (nullable). Returns: (transfer full): what it is, in a few words
 */
char *
march_shape_describe (MarchGeometry *shape)
{
  g_autofree char *latitude = NULL, *longitude = NULL;
  const double    *point = NULL;

  if (shape == NULL || march_geometry_count_points (shape) == 0)
    return g_strdup (_("No shape: it is listed and never drawn"));
  if (march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON)
    return describe_area (shape);
  point = march_geometry_get_part (shape, 0)->points;
  latitude = march_words_for_decimals (point[1], 5);
  longitude = march_words_for_decimals (point[0], 5);
  /* Translators: latitude and longitude */
  return g_strdup_printf (_("Point at %1$s°, %2$s°"), latitude, longitude);
}
