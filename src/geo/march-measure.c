/* march-measure.c — land measured by the units that it lies in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-measure.h"

#include <string.h>

#include "geo/march-geodesic.h"
#include "geo/march-geos-private.h"
#include "geo/march-repair.h"

typedef struct
{
  MarchBox                    box;
  double                      area; /* square metres */
  GEOSGeometry               *polygons;
  const GEOSPreparedGeometry *prepared;
} Unit;

struct _MarchMeasure
{
  gatomicrefcount references;
  GMutex          mutex; /* guards all of GEOS's below */
  MarchGeos      *geos;
  guint           n_units;
  Unit           *units;
};

static gboolean
prepare (MarchMeasure *measure, MarchGeometry *geometry, GError **error)
{
  Unit *unit = &measure->units[measure->n_units];
  g_autoptr (MarchGeometry) repaired = march_repair_area (geometry, NULL, error);

  if (repaired == NULL)
    return FALSE;
  measure->n_units++;
  unit->box = *march_geometry_get_box (repaired);
  unit->area = march_geodesic_area (repaired);
  unit->polygons = march_geos_from (measure->geos, repaired);
  if (unit->polygons != NULL)
    unit->prepared = GEOSPrepare_r (measure->geos->handle, unit->polygons);
  if (unit->prepared == NULL)
    march_geos_set_error (measure->geos, error);
  return unit->prepared != NULL;
}

/**
 * march_measure_new:
 * @units: (element-type MarchGeometry): polygons, valid or not, which may overlap
 * @error: as for march_repair_area()
 *
 * Returns: (transfer full) (nullable): a measure by @units
 */
MarchMeasure *
march_measure_new (GPtrArray *units, GError **error)
{
  g_autoptr (MarchMeasure) measure = g_new0 (MarchMeasure, 1);

  g_atomic_ref_count_init (&measure->references);
  g_mutex_init (&measure->mutex);
  measure->geos = march_geos_new ();
  measure->units = g_new0 (Unit, units->len);
  for (guint i = 0; i < units->len; i++)
    if (!prepare (measure, g_ptr_array_index (units, i), error))
      return NULL;
  return g_steal_pointer (&measure);
}

/**
 * march_measure_ref:
 * @measure: a measure
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @measure
 */
MarchMeasure *
march_measure_ref (MarchMeasure *measure)
{
  g_atomic_ref_count_inc (&measure->references);
  return measure;
}

/**
 * march_measure_unref:
 * @measure: (nullable) (transfer full): a measure
 *
 * May be called in any thread.
 */
void
march_measure_unref (MarchMeasure *measure)
{
  if (measure == NULL || !g_atomic_ref_count_dec (&measure->references))
    return;
  for (guint i = 0; i < measure->n_units; i++)
    {
      if (measure->units[i].prepared != NULL)
        GEOSPreparedGeom_destroy_r (measure->geos->handle, measure->units[i].prepared);
      GEOSGeom_destroy_r (measure->geos->handle, measure->units[i].polygons);
    }
  march_geos_free (measure->geos);
  g_mutex_clear (&measure->mutex);
  g_free (measure->units);
  g_free (measure);
}

/**
 * march_measure_get_n_units:
 * @measure: a measure
 *
 * Returns: how many units it has
 */
guint
march_measure_get_n_units (MarchMeasure *measure)
{
  return measure->n_units;
}

/**
 * march_measure_get_unit:
 * @measure: a measure
 * @unit: counted from 0
 *
 * Returns: the whole area of a unit, in square metres
 */
double
march_measure_get_unit (MarchMeasure *measure, guint unit)
{
  g_return_val_if_fail (unit < measure->n_units, 0);
  return measure->units[unit].area;
}

static double
area_of (MarchGeos *geos, const GEOSGeometry *geometry)
{
  g_autoptr (MarchGeometry) polygons = march_geos_to (geos, geometry, NULL);

  return march_geodesic_area (polygons);
}

/* What of @land lies in @unit: first all that lies in its box, which is cheap and most of the time
 * leaves little. That may break polygons in ways that GEOS can't go on with; then without it. */
static GEOSGeometry *
cut_out (MarchGeos *geos, const Unit *unit, const GEOSGeometry *land)
{
  const MarchBox *box = &unit->box;
  GEOSGeometry   *clipped = GEOSClipByRect_r (geos->handle, land, box->west, box->south, box->east,
                                              box->north);
  GEOSGeometry   *common = NULL;

  if (clipped != NULL && GEOSisEmpty_r (geos->handle, clipped) == 1)
    return clipped;
  if (clipped != NULL && GEOSPreparedContains_r (geos->handle, unit->prepared, clipped) == 1)
    return clipped;
  if (clipped != NULL)
    common = GEOSIntersection_r (geos->handle, clipped, unit->polygons);
  GEOSGeom_destroy_r (geos->handle, clipped);
  return common != NULL ? common : GEOSIntersection_r (geos->handle, land, unit->polygons);
}

static gboolean
measure_unit (MarchMeasure       *measure,
              const Unit         *unit,
              const GEOSGeometry *land,
              double             *area,
              GError            **error)
{
  GEOSGeometry *common = cut_out (measure->geos, unit, land);

  if (common == NULL)
    {
      march_geos_set_error (measure->geos, error);
      return FALSE;
    }
  *area = area_of (measure->geos, common);
  GEOSGeom_destroy_r (measure->geos->handle, common);
  return TRUE;
}

static gboolean
measure_units (MarchMeasure *measure, MarchGeometry *land, double *areas, GError **error)
{
  GEOSGeometry *polygons = NULL;
  gboolean      done = TRUE;

  for (guint i = 0; i < measure->n_units && done; i++)
    if (march_box_intersects (&measure->units[i].box, march_geometry_get_box (land)))
      {
        if (polygons == NULL)
          polygons = march_geos_from (measure->geos, land);
        done = polygons != NULL
               && measure_unit (measure, &measure->units[i], polygons, &areas[i], error);
      }
  GEOSGeom_destroy_r (measure->geos->handle, polygons);
  return done;
}

/**
 * march_measure_land:
 * @measure: a measure
 * @land: valid polygons
 * @areas: (out caller-allocates) (array): as many as there are units: how much of @land lies in
 * each, in square metres on the ellipsoid
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with it
 *
 * The whole is march_geodesic_area() of @land; it is more than the sum where land lies in no unit,
 * less where units overlap.
 *
 * Returns: whether it could be measured
 */
gboolean
march_measure_land (MarchMeasure *measure, MarchGeometry *land, double *areas, GError **error)
{
  gboolean done;

  memset (areas, 0, measure->n_units * sizeof (double));
  g_mutex_lock (&measure->mutex);
  done = measure_units (measure, land, areas, error);
  g_mutex_unlock (&measure->mutex);
  return done;
}
