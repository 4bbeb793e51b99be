/* march-repair.c — polygons made valid and put on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-repair.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-number-words.h"
#include "geo/march-defect-private.h"
#include "geo/march-geodesic.h"
#include "geo/march-geos-private.h"
#include "geo/march-grid.h"
#include "geo/march-mend-private.h"

/* Square metres: where borders differ by less, they are one border. */
#define LEAST_CUT 1.0

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
      g_autofree char *west = march_words_for_number (round (box->west));
      g_autofree char *east = march_words_for_number (round (box->east));
      g_autofree char *south = march_words_for_number (round (box->south));
      g_autofree char *north = march_words_for_number (round (box->north));

      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The area spans %1$s to %2$s from west to east and %3$s to %4$s from south "
                      "to north, which are not degrees of longitude and latitude."),
                   west, east, south, north);
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

/* Square metres to a square degree at a latitude: the principal radii of curvature of WGS 84. */
static double
square_degree (double latitude)
{
  const double e2 = 0.00669437999014;
  double       sine = sin (latitude * G_PI / 180);
  double       w2 = 1 - e2 * sine * sine;
  double       degree = 6378137.0 * G_PI / 180;

  return degree * degree * cos (latitude * G_PI / 180) * (1 - e2) / (w2 * w2);
}

static void
find_move (const MarchPart *ring, guint at, double move[2])
{
  for (guint i = 0; i < 2; i++)
    {
      double degrees = ring->points[2 * at + i];

      move[i] = march_grid_degrees (march_grid_round (degrees)) - degrees;
    }
}

/* How much rounding its points one by one lets a ring grow, in square metres. Each point that moves
 * by m between neighbours a and b adds half of m × (b − a); the next one's move, too. */
static double
ring_growth (const MarchPart *ring)
{
  guint  n = ring->n_points - 1;
  double doubled = 0, growth = 0;

  for (guint i = 0; i < n; i++)
    {
      const double *before = ring->points + 2 * (i > 0 ? i - 1 : n - 1);
      const double *point = ring->points + 2 * i, *after = point + 2;
      double        move[2], next[2];

      doubled += (point[0] - ring->points[0]) * (after[1] - ring->points[1])
                 - (after[0] - ring->points[0]) * (point[1] - ring->points[1]);
      find_move (ring, i, move);
      if (move[0] == 0 && move[1] == 0)
        continue;
      find_move (ring, i + 1, next);
      growth += (move[0] * (after[1] - before[1] + next[1])
                 - move[1] * (after[0] - before[0] + next[0]))
                / 2 * square_degree (point[1]);
    }
  return (doubled < 0) != ring->hole ? -growth : growth;
}

static double
find_growth (MarchGeometry *area)
{
  double growth = 0;

  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    growth += ring_growth (march_geometry_get_part (area, i));
  return growth;
}

static gboolean
is_valid (MarchGeos *geos, MarchGeometry *area)
{
  GEOSGeometry *polygons = march_geos_from (geos, area);
  gboolean      valid = polygons != NULL && GEOSisValid_r (geos->handle, polygons) == 1;

  GEOSGeom_destroy_r (geos->handle, polygons);
  return valid;
}

static MarchGeometry *
mend_whole (MarchGeos *geos, const GEOSGeometry *polygons, MarchRepair *report, GError **error)
{
  GEOSGeometry  *valid = march_mend_whole (geos, polygons);
  MarchGeometry *result;

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

/* Puts valid polygons on the grid. */
static MarchGeometry *
snap (MarchGeos *geos, MarchGeometry *valid, MarchRepair *report, GError **error)
{
  g_autoptr (MarchGeometry) rounded = round_points (valid, &report->snapped);
  g_autoptr (MarchGeometry) snapped = NULL;

  if (!report->snapped && report->reason == NULL)
    return g_steal_pointer (&rounded);
  if (is_valid (geos, rounded))
    {
      report->snap_change = report->snapped ? find_growth (valid) : 0;
      return g_steal_pointer (&rounded);
    }
  snapped = snap_with_topology (geos, valid, report, error);
  if (snapped != NULL)
    report->snap_change = march_geodesic_area (snapped) - march_geodesic_area (valid);
  return g_steal_pointer (&snapped);
}

/* The quick way for polygons that are not valid; %NULL where it does not do. */
static MarchGeometry *
mend_and_snap (MarchGeos *geos, MarchGeometry *area, MarchRepair *report)
{
  guint n_dropped = 0;
  g_autoptr (MarchGeometry) mended = march_mend_rings (geos, area, &n_dropped);
  g_autoptr (MarchGeometry) rounded = NULL;

  if (mended == NULL)
    return NULL;
  rounded = round_points (mended, &report->snapped);
  if (!is_valid (geos, rounded))
    return NULL;
  report->n_dropped = n_dropped;
  report->snap_change = report->snapped ? find_growth (mended) : 0;
  return g_steal_pointer (&rounded);
}

static MarchGeometry *
repair_and_snap (MarchGeos *geos, MarchGeometry *area, MarchRepair *report, GError **error)
{
  GEOSGeometry *polygons = march_geos_from (geos, area);
  g_autoptr (MarchGeometry) valid = NULL;
  MarchGeometry *result = NULL;

  if (polygons == NULL)
    {
      march_geos_set_error (geos, error);
      return NULL;
    }
  if (march_defect_describe (geos, polygons, report))
    result = snap (geos, area, report, error);
  else
    {
      result = mend_and_snap (geos, area, report);
      if (result == NULL)
        valid = mend_whole (geos, polygons, report, error);
      if (valid != NULL)
        result = snap (geos, valid, report, error);
    }
  GEOSGeom_destroy_r (geos->handle, polygons);
  return result;
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
      const double    *first = march_geometry_get_part (area, 0)->points;
      g_autofree char *longitude = march_words_for_decimals (first[0], 6);
      g_autofree char *latitude = march_words_for_decimals (first[1], 6);

      /* Translators: longitude and latitude. */
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _ ("The polygon at %1$s, %2$s has no area: it is only a line or a point."),
                   longitude, latitude);
      return NULL;
    }
  return g_steal_pointer (&repaired);
}

/**
 * march_repair_look:
 * @area: polygons
 * @report: (out caller-allocates): why they are not valid, and where; see march_repair_clear()
 *
 * Changes nothing. For any thread.
 *
 * Returns: whether the polygons are valid
 */
gboolean
march_repair_look (MarchGeometry *area, MarchRepair *report)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry *polygons = march_geos_from (geos, area);
  gboolean      valid = FALSE;

  *report = MARCH_REPAIR_INIT;
  report->longitude = report->latitude = NAN;
  if (polygons != NULL)
    valid = march_defect_describe (geos, polygons, report);
  else
    report->reason = g_strdup ("?");
  march_defect_name_rings (area, report);
  GEOSGeom_destroy_r (geos->handle, polygons);
  return valid;
}

typedef GEOSGeometry *(*Overlay) (GEOSContextHandle_t handle, const GEOSGeometry *a,
                                  const GEOSGeometry *b, double grid);

static MarchGeometry *
overlay (MarchGeometry *a, MarchGeometry *b, Overlay compute, GError **error)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry  *first = march_geos_from (geos, a);
  GEOSGeometry  *second = march_geos_from (geos, b);
  GEOSGeometry  *both = NULL;
  MarchGeometry *result = NULL;
  gboolean       moved;

  if (first != NULL && second != NULL)
    both = compute (geos->handle, first, second, MARCH_GRID_SIZE);
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
  return overlay (a, b, GEOSUnionPrec_r, error);
}

/**
 * march_repair_trim:
 * @area: valid polygons on the grid
 * @others: (element-type MarchGeometry): valid polygons on the grid
 * @n_cut: (out): how many of them have a square metre of it or more; only these are cut off
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with them
 *
 * For any thread.
 *
 * Returns: (transfer full) (nullable): valid polygons on the grid, the land of none of @others;
 * without any if nothing is left
 */
MarchGeometry *
march_repair_trim (MarchGeometry *area, GPtrArray *others, guint *n_cut, GError **error)
{
  g_autoptr (MarchGeometry) left = march_geometry_ref (area);

  *n_cut = 0;
  for (guint i = 0; i < others->len && march_geometry_get_n_parts (left) > 0; i++)
    {
      g_autoptr (MarchGeometry) rest = overlay (left, others->pdata[i], GEOSDifferencePrec_r,
                                                error);

      if (rest == NULL)
        return NULL;
      if (march_geodesic_area (left) - march_geodesic_area (rest) < LEAST_CUT)
        continue;
      ++*n_cut;
      march_geometry_unref (left);
      left = g_steal_pointer (&rest);
    }
  return g_steal_pointer (&left);
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
