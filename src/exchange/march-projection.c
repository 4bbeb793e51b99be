/* march-projection.c — coordinates of any reference system turned into WGS 84 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-projection.h"

#include <glib/gi18n.h>
#include <proj.h>
#include <string.h>

#include "base/march-error.h"

#define WGS84 "OGC:CRS84"
#define LONGEST_DEFINITION 65536

struct _MarchProjection
{
  PJ_CONTEXT *context;
  PJ         *transformation; /* NULL: nothing is to be done */
};

/* "EPSG:4326" of "urn:ogc:def:crs:EPSG::4326", "http://www.opengis.net/def/crs/EPSG/0/4326" and
 * "[EPSG:4326]"; %NULL if it is no such code. */
static char *
find_code (const char *definition)
{
  g_auto (GStrv) parts = g_strsplit_set (definition, ":/[]", -1);
  const char *authority = NULL;
  const char *code = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (parts[i], "EPSG") == 0 || g_ascii_strcasecmp (parts[i], "ESRI") == 0
          || g_ascii_strcasecmp (parts[i], "OGC") == 0 || g_ascii_strcasecmp (parts[i], "IAU") == 0)
        authority = parts[i];
      if (*parts[i] != '\0')
        code = parts[i];
    }
  if (code != NULL && g_ascii_strcasecmp (code, "CRS84") == 0)
    return g_strdup (WGS84);
  if (authority == NULL || code == authority || strspn (code, "0123456789") != strlen (code))
    return NULL;
  return g_strdup_printf ("%s:%s", authority, code);
}

/* Well-known text begins with a word and a bracket; nothing else than that and a code is given to
 * PROJ, which would open files that other definitions name. */
static gboolean
is_wkt (const char *definition)
{
  gsize length = strspn (definition, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

  return length > 3 && (definition[length] == '[' || definition[length] == '(');
}

static PJ *
create_source (PJ_CONTEXT *context, const char *definition)
{
  g_autofree char *code = NULL;

  if (strlen (definition) > LONGEST_DEFINITION || !g_utf8_validate (definition, -1, NULL))
    return NULL;
  if (is_wkt (definition))
    return proj_create_from_wkt (context, definition, NULL, NULL, NULL);
  code = find_code (definition);
  return code != NULL ? proj_create (context, code) : NULL;
}

static PJ *
create_transformation (PJ_CONTEXT *context, PJ *source, MarchAxes axes)
{
  PJ *target = proj_create (context, WGS84);
  PJ *raw, *normal;

  if (target == NULL)
    return NULL;
  raw = proj_create_crs_to_crs_from_pj (context, source, target, NULL, NULL);
  proj_destroy (target);
  if (raw == NULL || axes == MARCH_AXES_AS_DEFINED)
    return raw;
  normal = proj_normalize_for_visualization (context, raw);
  proj_destroy (raw);
  return normal;
}

static gboolean
is_degrees (const char *definition, MarchAxes axes)
{
  g_autofree char *code = is_wkt (definition) ? NULL : find_code (definition);

  return g_strcmp0 (code, WGS84) == 0
         || (axes == MARCH_AXES_EAST_FIRST && g_strcmp0 (code, "EPSG:4326") == 0);
}

static void
refuse (const char *definition, GError **error)
{
  g_autofree char *start = g_utf8_make_valid (definition, MIN ((gssize) strlen (definition), 80));

  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _ ("The reference system of the coordinates, “%s”, is not known: convert the file "
                  "to "
                  "WGS 84 first."),
               start);
}

/**
 * march_projection_new:
 * @definition: a code such as "EPSG:3857" in any of its spellings, or well-known text
 * @axes: which coordinate comes first
 * @error: %MARCH_ERROR_BAD_INPUT if there is no such system, or no way from it to WGS 84
 *
 * Uses PROJ and its database, never the network.
 *
 * Returns: (transfer full) (nullable): the way to WGS 84
 */
MarchProjection *
march_projection_new (const char *definition, MarchAxes axes, GError **error)
{
  g_autoptr (MarchProjection) projection = g_new0 (MarchProjection, 1);
  PJ *source;

  if (is_degrees (definition, axes))
    return g_steal_pointer (&projection);
  projection->context = proj_context_create ();
  proj_log_level (projection->context, PJ_LOG_NONE);
  proj_context_set_enable_network (projection->context, 0);
  source = create_source (projection->context, definition);
  if (source != NULL && proj_is_crs (source))
    projection->transformation = create_transformation (projection->context, source, axes);
  proj_destroy (source);
  if (projection->transformation == NULL)
    {
      refuse (definition, error);
      return NULL;
    }
  return g_steal_pointer (&projection);
}

/**
 * march_projection_free:
 * @projection: (transfer full): a projection
 */
void
march_projection_free (MarchProjection *projection)
{
  proj_destroy (projection->transformation);
  if (projection->context != NULL)
    proj_context_destroy (projection->context);
  g_free (projection);
}

/**
 * march_projection_is_identity:
 *
 * Returns: whether the coordinates are in WGS 84 as they are
 */
gboolean
march_projection_is_identity (MarchProjection *projection)
{
  return projection->transformation == NULL;
}

/**
 * march_projection_apply:
 * @points: (inout) (array): 2 × @n_points coordinates, then longitudes and latitudes; infinite
 * where the reference system doesn't reach
 */
void
march_projection_apply (MarchProjection *projection, double *points, gsize n_points)
{
  const size_t stride = 2 * sizeof (double);

  if (projection->transformation == NULL || n_points == 0)
    return;
  proj_trans_generic (projection->transformation, PJ_FWD, points, stride, n_points, points + 1,
                      stride, n_points, NULL, 0, 0, NULL, 0, 0);
}
