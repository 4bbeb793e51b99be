/* geos-judge.h — GEOS asked about our areas, by its plain overlays */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <geos_c.h>

#include "geo/march-geos-private.h"
#include "geo/march-grid.h"

/* Square degrees of what lies in one of the two alone. */
static inline double
judge_difference (MarchGeometry *a, MarchGeometry *b)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *first = march_geos_from (geos, a);
  GEOSGeometry *second = march_geos_from (geos, b);
  GEOSGeometry *difference = GEOSSymDifference_r (geos->handle, first, second);
  double        area = NAN;

  g_assert_nonnull (difference);
  g_assert_cmpint (GEOSArea_r (geos->handle, difference, &area), ==, 1);
  GEOSGeom_destroy_r (geos->handle, difference);
  GEOSGeom_destroy_r (geos->handle, second);
  GEOSGeom_destroy_r (geos->handle, first);
  return area;
}

static inline double
judge_overlap (MarchGeometry *a, MarchGeometry *b)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *first = march_geos_from (geos, a);
  GEOSGeometry *second = march_geos_from (geos, b);
  GEOSGeometry *both = GEOSIntersection_r (geos->handle, first, second);
  double        area = NAN;

  g_assert_nonnull (both);
  g_assert_cmpint (GEOSArea_r (geos->handle, both, &area), ==, 1);
  GEOSGeom_destroy_r (geos->handle, both);
  GEOSGeom_destroy_r (geos->handle, second);
  GEOSGeom_destroy_r (geos->handle, first);
  return area;
}

static inline double
judge_area (MarchGeometry *a)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *polygons = march_geos_from (geos, a);
  double        area = NAN;

  g_assert_cmpint (GEOSArea_r (geos->handle, polygons, &area), ==, 1);
  GEOSGeom_destroy_r (geos->handle, polygons);
  return area;
}

static inline gboolean
judge_is_valid (MarchGeometry *a)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *polygons = march_geos_from (geos, a);
  gboolean      valid = GEOSisValid_r (geos->handle, polygons) == 1;

  if (!valid)
    {
      char *reason = GEOSisValidReason_r (geos->handle, polygons);
      char *text = GEOSGeomToWKT_r (geos->handle, polygons);

      g_test_message ("%s: %s", reason, text);
      GEOSFree_r (geos->handle, text);
      GEOSFree_r (geos->handle, reason);
    }
  GEOSGeom_destroy_r (geos->handle, polygons);
  return valid;
}

static inline gboolean
judge_is_on_grid (MarchGeometry *a)
{
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *part = march_geometry_get_part (a, i);

      for (guint j = 0; j < 2 * part->n_points; j++)
        if (march_grid_degrees (march_grid_round (part->points[j])) != part->points[j])
          return FALSE;
    }
  return TRUE;
}
