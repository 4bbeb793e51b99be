/* march-defect.c — why polygons are not valid, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-defect-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "geo/march-grid.h"

#define CROSSED "Self-intersection"

/* GEOS's words (TopologyValidationError.cpp), and ours. */
static const struct
{
  const char *geos;
  const char *phrase;
} defects[] = {
  { CROSSED, N_ ("the border crosses or covers itself") },
  { "Ring Self-intersection", N_ ("a ring touches itself") },
  { "Hole lies outside shell", N_ ("a hole lies outside its polygon") },
  { "Holes are nested", N_ ("a hole lies in another hole") },
  { "Interior is disconnected", N_ ("holes cut the polygon into several") },
  { "Nested shells", N_ ("a polygon lies in another one") },
  { "Duplicate Rings", N_ ("a ring is there twice") },
  { "Too few points in geometry component", N_ ("a ring has fewer than three different points") },
};

static const char *
name_defect (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    if (g_strcmp0 (reason, defects[i].geos) == 0)
      return _ (defects[i].phrase);
  return reason != NULL ? reason : "?";
}

/** march_defect_describe: @report: (inout): gets the reason and the place. Returns: whether
 * @polygons are valid */
gboolean
march_defect_describe (MarchGeos *geos, const GEOSGeometry *polygons, MarchRepair *report)
{
  char         *reason = NULL;
  GEOSGeometry *place = NULL;
  char          valid = GEOSisValidDetail_r (geos->handle, polygons, 0, &reason, &place);

  if (valid == 0)
    {
      report->reason = g_strdup (name_defect (reason));
      if (place != NULL)
        {
          GEOSGeomGetX_r (geos->handle, place, &report->longitude);
          GEOSGeomGetY_r (geos->handle, place, &report->latitude);
        }
    }
  GEOSFree_r (geos->handle, reason);
  GEOSGeom_destroy_r (geos->handle, place);
  return valid == 1;
}

static gboolean
is_on_edge (const double *a, const double *b, double x, double y)
{
  const double dx = b[0] - a[0], dy = b[1] - a[1];
  const double length2 = dx * dx + dy * dy;
  const double along
      = length2 > 0 ? CLAMP (((x - a[0]) * dx + (y - a[1]) * dy) / length2, 0, 1) : 0;

  return hypot (a[0] + along * dx - x, a[1] + along * dy - y) < MARCH_GRID_SIZE;
}

static gboolean
is_on_ring (const MarchPart *ring, double x, double y)
{
  for (guint i = 0; i + 1 < ring->n_points; i++)
    if (is_on_edge (ring->points + 2 * i, ring->points + 2 * i + 2, x, y))
      return TRUE;
  return FALSE;
}

/** march_defect_name_rings: @report: (inout): where rings of @area cross at the place that it
 * tells, says which */
void
march_defect_name_rings (MarchGeometry *area, MarchRepair *report)
{
  guint n_outer = 0, n_holes = 0;

  if (g_strcmp0 (report->reason, name_defect (CROSSED)) != 0)
    return;
  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    {
      const MarchPart *ring = march_geometry_get_part (area, i);

      if (!is_on_ring (ring, report->longitude, report->latitude))
        continue;
      n_outer += !ring->hole;
      n_holes += ring->hole;
    }
  if (n_outer + n_holes < 2)
    return;
  g_free (report->reason);
  report->reason = g_strdup (n_outer > 1    ? _("two parts overlap or lie along each other")
                             : n_outer == 1 ? _("a hole crosses its outline or lies along it")
                                            : _("two holes overlap or lie along each other"));
}
