/* march-nearest-land.c — how far it is from land to a line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-nearest.h"

#include <math.h>

#include "geo/march-geos-private.h"

#define ROUNDS 8

/* The same with degrees of longitude as long as those of latitude in the middle of @land. */
static MarchGeometry *
squeeze (MarchGeometry *geometry, double factor)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      MarchPart part = *march_geometry_get_part (geometry, i);
      double   *squeezed = g_memdup2 (part.points, 2 * part.n_points * sizeof (double));

      for (guint j = 0; j < part.n_points; j++)
        squeezed[2 * j] *= factor;
      part.points = squeezed;
      g_ptr_array_add (points, squeezed);
      g_array_append_val (parts, part);
    }
  return march_geometry_new (march_geometry_get_kind (geometry), (const void *) parts->data,
                             parts->len);
}

static GEOSGeometry *
lines_to_geos (MarchGeos *geos, MarchGeometry *lines)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  for (guint i = 0; i < march_geometry_get_n_parts (lines); i++)
    {
      const MarchPart *part = march_geometry_get_part (lines, i);

      if (part->n_points > 1)
        g_ptr_array_add (strings,
                         GEOSGeom_createLineString_r (
                             geos->handle, GEOSCoordSeq_copyFromBuffer_r (
                                               geos->handle, part->points, part->n_points, 0, 0)));
    }
  return GEOSGeom_createCollection_r (geos->handle, GEOS_MULTILINESTRING,
                                      (GEOSGeometry **) strings->pdata, strings->len);
}

/* On a plane: whether they meet, else where @land is nearest. */
static gboolean
search_plane (MarchGeometry *lines, MarchGeometry *land, double spot[2], gboolean *meet)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *line = lines_to_geos (geos, lines), *area = march_geos_from (geos, land);
  const GEOSPreparedGeometry *prepared
      = line != NULL ? GEOSPrepare_r (geos->handle, line) : NULL;
  GEOSCoordSequence *nearest = NULL;

  *meet = prepared != NULL && area != NULL
          && GEOSPreparedIntersects_r (geos->handle, prepared, area) == 1;
  if (prepared != NULL && area != NULL && !*meet)
    nearest = GEOSPreparedNearestPoints_r (geos->handle, prepared, area);
  if (nearest != NULL)
    GEOSCoordSeq_getXY_r (geos->handle, nearest, 1, &spot[0], &spot[1]);
  if (nearest != NULL)
    GEOSCoordSeq_destroy_r (geos->handle, nearest);
  if (prepared != NULL)
    GEOSPreparedGeom_destroy_r (geos->handle, prepared);
  GEOSGeom_destroy_r (geos->handle, line);
  GEOSGeom_destroy_r (geos->handle, area);
  return nearest != NULL;
}

/**
 * march_nearest_find_land:
 * @lines: lines
 * @land: valid polygons
 *
 * The nearest two points are sought on a plane, on which degrees are as long as in the middle of
 * @land, and from there on the ellipsoid back and forth. For any thread.
 *
 * Returns: how far @lines are from @land, in metres; 0 if they run through it or touch it, infinity
 * if there are no lines or no land
 */
double
march_nearest_find_land (MarchGeometry *lines, MarchGeometry *land)
{
  const MarchBox *box = march_geometry_get_box (land);
  const double    factor = MAX (cos ((box->south + box->north) / 2 * G_PI / 180), 1e-6);
  double          spot[2] = { 0, 0 }, distance = INFINITY;
  gboolean        meet = FALSE;
  g_autoptr (MarchGeometry) flat_lines = NULL, flat_land = NULL;

  if (march_geometry_get_n_parts (lines) == 0 || march_geometry_get_n_parts (land) == 0)
    return INFINITY;
  flat_lines = squeeze (lines, factor);
  flat_land = squeeze (land, factor);
  if (!search_plane (flat_lines, flat_land, spot, &meet))
    return meet ? 0 : INFINITY;
  spot[0] /= factor;
  for (guint i = 0; i < ROUNDS; i++)
    {
      double on_line[2];
      double there = march_nearest_find (lines, spot[0], spot[1], &on_line[0], &on_line[1]);
      double back = march_nearest_find (land, on_line[0], on_line[1], &spot[0], &spot[1]);

      if (MIN (there, back) >= distance)
        break;
      distance = MIN (there, back);
    }
  return distance;
}
