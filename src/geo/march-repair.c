/* march-repair.c — polygons made valid and put on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-repair.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "geo/march-geodesic.h"
#include "geo/march-geos-private.h"
#include "geo/march-grid.h"

static gboolean
check_input (MarchGeometry *area, GError **error)
{
  const MarchBox *box = march_geometry_get_box (area);

  if (march_geometry_get_kind (area) != MARCH_GEOMETRY_POLYGON)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("Points and lines have no area: only polygons say what is held."));
      return FALSE;
    }
  if (march_geometry_get_n_parts (area) > 0
      && (box->west < -MARCH_GRID_MAX_LONGITUDE || box->east > MARCH_GRID_MAX_LONGITUDE
          || box->south < -90 || box->north > 90))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The area spans %.6g, %.6g to %.6g, %.6g, which are not degrees of longitude "
                      "and latitude."),
                   box->west, box->south, box->east, box->north);
      return FALSE;
    }
  return TRUE;
}

/* Copies a ring's points to @points, rounded, without those that fall on the one before. */
static guint
round_ring (const MarchPart *part, double *points, gboolean *moved)
{
  guint n = 0;

  for (guint i = 0; i < part->n_points; i++)
    {
      double x = march_grid_degrees (march_grid_round (part->points[2 * i]));
      double y = march_grid_degrees (march_grid_round (part->points[2 * i + 1]));

      *moved = *moved || x != part->points[2 * i] || y != part->points[2 * i + 1];
      if (n > 0 && points[2 * n - 2] == x && points[2 * n - 1] == y)
        continue;
      points[2 * n] = x;
      points[2 * n + 1] = y;
      n++;
    }
  return n;
}

/* Every point moved by itself; what comes out need not be valid. */
static MarchGeometry *
round_points (MarchGeometry *area, gboolean *moved)
{
  guint                 n_parts = march_geometry_get_n_parts (area);
  g_autofree double    *points = g_new (double, 2 * (gsize) march_geometry_count_points (area));
  g_autofree MarchPart *parts = g_new (MarchPart, n_parts);
  double               *next = points;

  *moved = FALSE;
  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = *march_geometry_get_part (area, i);
      parts[i].points = next;
      parts[i].n_points = round_ring (march_geometry_get_part (area, i), next, moved);
      next += 2 * parts[i].n_points;
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_parts);
}

static gboolean
is_valid (MarchGeos *geos, MarchGeometry *area)
{
  GEOSGeometry *polygons = march_geos_from (geos, area);
  gboolean      valid = polygons != NULL && GEOSisValid_r (geos->handle, polygons) == 1;

  GEOSGeom_destroy_r (geos->handle, polygons);
  return valid;
}

static void
describe_defect (MarchGeos *geos, const GEOSGeometry *polygons, MarchRepair *report)
{
  char         *reason = NULL;
  GEOSGeometry *place = NULL;

  if (GEOSisValidDetail_r (geos->handle, polygons, 0, &reason, &place) == 0)
    {
      report->reason = g_strdup (reason != NULL ? reason : "?");
      if (place != NULL)
        {
          GEOSGeomGetX_r (geos->handle, place, &report->longitude);
          GEOSGeomGetY_r (geos->handle, place, &report->latitude);
        }
    }
  GEOSFree_r (geos->handle, reason);
  GEOSGeom_destroy_r (geos->handle, place);
}

/* By the structure method: a ring that overlaps another of its kind is united with it, and holes
 * are cut out, so that no land is lost to the even-odd rule. */
static GEOSGeometry *
make_valid (MarchGeos *geos, const GEOSGeometry *polygons)
{
  GEOSMakeValidParams *params = GEOSMakeValidParams_create_r (geos->handle);
  GEOSGeometry        *valid;

  GEOSMakeValidParams_setMethod_r (geos->handle, params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r (geos->handle, params, 1);
  valid = GEOSMakeValidWithParams_r (geos->handle, polygons, params);
  GEOSMakeValidParams_destroy_r (geos->handle, params);
  return valid;
}

/* A valid copy, which may be @area itself. */
static MarchGeometry *
repair (MarchGeos *geos, MarchGeometry *area, MarchRepair *report, GError **error)
{
  GEOSGeometry  *polygons = march_geos_from (geos, area);
  GEOSGeometry  *valid;
  MarchGeometry *result;

  if (polygons == NULL)
    {
      march_geos_set_error (geos, error);
      return NULL;
    }
  if (GEOSisValid_r (geos->handle, polygons) == 1)
    {
      GEOSGeom_destroy_r (geos->handle, polygons);
      return march_geometry_ref (area);
    }
  describe_defect (geos, polygons, report);
  valid = make_valid (geos, polygons);
  GEOSGeom_destroy_r (geos->handle, polygons);
  if (valid == NULL)
    {
      march_geos_set_error (geos, error);
      return NULL;
    }
  result = march_geos_to (geos, valid, &report->n_dropped);
  GEOSGeom_destroy_r (geos->handle, valid);
  return result;
}

/* Where moving each point by itself breaks the polygons: with their topology in view. */
static MarchGeometry *
snap_with_topology (MarchGeos *geos, MarchGeometry *area, MarchRepair *report, GError **error)
{
  GEOSGeometry  *polygons = march_geos_from (geos, area);
  GEOSGeometry  *snapped = NULL;
  MarchGeometry *result = NULL;
  guint          n_dropped = 0;

  if (polygons != NULL)
    snapped = GEOSGeom_setPrecision_r (geos->handle, polygons, MARCH_GRID_SIZE, 0);
  if (snapped != NULL)
    {
      gboolean moved;
      g_autoptr (MarchGeometry) close = march_geos_to (geos, snapped, &n_dropped);

      /* GEOS's own rounding may differ from ours in the last bit. */
      result = round_points (close, &moved);
      report->n_dropped += n_dropped;
    }
  else
    march_geos_set_error (geos, error);
  GEOSGeom_destroy_r (geos->handle, snapped);
  GEOSGeom_destroy_r (geos->handle, polygons);
  return result;
}

static MarchGeometry *
repair_and_snap (MarchGeos *geos, MarchGeometry *area, MarchRepair *report, GError **error)
{
  g_autoptr (MarchGeometry) rounded = round_points (area, &report->snapped);
  g_autoptr (MarchGeometry) valid = NULL;
  g_autoptr (MarchGeometry) snapped = NULL;

  if (!report->snapped && is_valid (geos, rounded))
    return g_steal_pointer (&rounded);

  valid = repair (geos, area, report, error);
  if (valid == NULL)
    return NULL;
  if (valid != area)
    {
      g_clear_pointer (&rounded, march_geometry_unref);
      rounded = round_points (valid, &report->snapped);
    }
  if (is_valid (geos, rounded))
    snapped = g_steal_pointer (&rounded);
  else
    snapped = snap_with_topology (geos, valid, report, error);
  if (snapped != NULL && report->snapped)
    report->snap_change = march_geodesic_area (snapped) - march_geodesic_area (valid);
  return g_steal_pointer (&snapped);
}

/**
 * march_repair_area:
 * @area: polygons as a source gives them, valid or not
 * @report: (out caller-allocates) (optional): what was done; see march_repair_clear()
 * @error: %MARCH_ERROR_BAD_INPUT if @area is not polygons in degrees or has no area left,
 * %MARCH_ERROR_FAILED if GEOS can't cope with it
 *
 * Makes polygons valid (OGC 06-103r4, by GEOS's structure method) and puts their points on the
 * grid of march-grid.h. Polygons that are valid and on the grid come out as they are, points
 * repeated in a row aside. An empty @area comes out empty. For any thread.
 *
 * Returns: (transfer full) (nullable): valid polygons on the grid
 */
MarchGeometry *
march_repair_area (MarchGeometry *area, MarchRepair *report, GError **error)
{
  g_autoptr (MarchGeos) geos = NULL;
  g_autoptr (MarchGeometry) repaired = NULL;
  g_auto (MarchRepair) own = MARCH_REPAIR_INIT;
  MarchRepair *done = report != NULL ? report : &own;

  *done = MARCH_REPAIR_INIT;
  done->longitude = done->latitude = NAN;
  if (!check_input (area, error))
    return NULL;
  geos = march_geos_new ();
  repaired = repair_and_snap (geos, area, done, error);
  if (repaired != NULL && march_geometry_get_n_parts (repaired) == 0
      && march_geometry_get_n_parts (area) > 0)
    {
      const double *first = march_geometry_get_part (area, 0)->points;

      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The polygon at %.6f, %.6f has no area: it is only a line or a point."),
                   first[0], first[1]);
      return NULL;
    }
  return g_steal_pointer (&repaired);
}

/**
 * march_repair_unite:
 * @a: valid polygons on the grid
 * @b: valid polygons on the grid
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with them
 *
 * For any thread.
 *
 * Returns: (transfer full) (nullable): valid polygons on the grid, the land of both
 */
MarchGeometry *
march_repair_unite (MarchGeometry *a, MarchGeometry *b, GError **error)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry  *first = march_geos_from (geos, a);
  GEOSGeometry  *second = march_geos_from (geos, b);
  GEOSGeometry  *both = NULL;
  MarchGeometry *result = NULL;
  gboolean       moved;

  if (first != NULL && second != NULL)
    both = GEOSUnionPrec_r (geos->handle, first, second, MARCH_GRID_SIZE);
  if (both != NULL)
    {
      g_autoptr (MarchGeometry) close = march_geos_to (geos, both, NULL);

      result = round_points (close, &moved);
    }
  else
    march_geos_set_error (geos, error);
  GEOSGeom_destroy_r (geos->handle, both);
  GEOSGeom_destroy_r (geos->handle, second);
  GEOSGeom_destroy_r (geos->handle, first);
  return result;
}

/**
 * march_repair_clear:
 * @report: a report, which stays usable
 */
void
march_repair_clear (MarchRepair *report)
{
  g_clear_pointer (&report->reason, g_free);
  *report = MARCH_REPAIR_INIT;
}
