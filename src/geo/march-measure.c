/* march-measure.c — land measured by the units that it lies in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-measure.h"

#include "geo/march-border-private.h"
#include "geo/march-geodesic.h"
#include "geo/march-repair.h"

typedef struct
{
  MarchBorder *border;
  double       area; /* square metres */
} Unit;

struct _MarchMeasure
{
  gatomicrefcount references;
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
  unit->border = march_border_new (repaired);
  unit->area = march_geodesic_area (repaired);
  return TRUE;
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
    march_border_free (measure->units[i].border);
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

/**
 * march_measure_land:
 * @measure: a measure
 * @land: valid polygons
 * @areas: (out caller-allocates) (array): as many as there are units: how much of @land lies in
 * each, in square metres on the ellipsoid
 *
 * The whole is march_geodesic_area() of @land; it is more than the sum where land lies in no unit,
 * less where units overlap. Borders cross where they do on a map in degrees, and what lies between
 * two crossings is a geodesic.
 */
void
march_measure_land (MarchMeasure *measure, MarchGeometry *land, double *areas)
{
  g_autoptr (MarchBorder) border = march_border_new (land);

  for (guint i = 0; i < measure->n_units; i++)
    areas[i] = march_border_common (border, measure->units[i].border);
}
