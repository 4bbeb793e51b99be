/* march-area-series.c — how large holdings are, day by day and unit by unit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <string.h>

#include "geo/march-geodesic.h"
#include "geo/march-measure.h"

struct _MarchAreaSeries
{
  gatomicrefcount references;
  MarchHoldings  *holdings;
  guint           n_columns; /* the units, then the whole */
  GArray         *days;      /* of MarchDay */
  double         *areas;     /* a row a day: from it until the next */
  double         *nothing;   /* a row of noughts */
};

static guint
find_row (MarchAreaSeries *series, MarchDay day)
{
  guint low = 0, high = series->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (series->days, MarchDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds what a piece measures to the row in which it begins, and takes it off again in that in which
 * it ends; the sums of the rows come later. */
static void
add_piece (MarchAreaSeries *series, const MarchPiece *piece, const double *areas)
{
  double *from = series->areas + (gsize) (find_row (series, piece->from) - 1) * series->n_columns;

  for (guint i = 0; i < series->n_columns; i++)
    from[i] += areas[i];
  if (piece->until == MARCH_DAY_MAX)
    return;

  double *until = series->areas + (gsize) (find_row (series, piece->until) - 1) * series->n_columns;
  for (guint i = 0; i < series->n_columns; i++)
    until[i] -= areas[i];
}

static void
sum_up (MarchAreaSeries *series)
{
  for (gsize i = series->n_columns; i < (gsize) series->days->len * series->n_columns; i++)
    series->areas[i] += series->areas[i - series->n_columns];
  for (gsize i = 0; i < (gsize) series->days->len * series->n_columns; i++)
    /* What is left when all was taken off is rounding. */
    if (series->areas[i] < 1e-3)
      series->areas[i] = 0;
}

static gboolean
measure_pieces (MarchAreaSeries *series,
                MarchMeasure    *measure,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autofree double *areas = g_new0 (double, series->n_columns);

  for (guint i = 0; i < march_holdings_get_n_pieces (series->holdings); i++)
    {
      const MarchPiece *piece = march_holdings_get_piece (series->holdings, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (measure != NULL)
        march_measure_land (measure, piece->area, areas);
      areas[series->n_columns - 1] = march_geodesic_area (piece->area);
      add_piece (series, piece, areas);
    }
  return TRUE;
}

/**
 * march_area_series_new:
 * @holdings: the holdings, whose pieces have a first day
 * @measure: (nullable): the units
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Measures each piece once; every day is then a sum. For any thread.
 *
 * Returns: (transfer full) (nullable): the areas of all days
 */
MarchAreaSeries *
march_area_series_new (MarchHoldings *holdings,
                       MarchMeasure  *measure,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (MarchAreaSeries) series = g_new0 (MarchAreaSeries, 1);

  g_atomic_ref_count_init (&series->references);
  series->holdings = march_holdings_ref (holdings);
  series->n_columns = (measure != NULL ? march_measure_get_n_units (measure) : 0) + 1;
  series->days = march_holdings_list_changes (holdings);
  series->areas = g_new0 (double, (gsize) series->days->len * series->n_columns);
  series->nothing = g_new0 (double, series->n_columns);
  if (!measure_pieces (series, measure, cancellable, error))
    return NULL;
  sum_up (series);
  return g_steal_pointer (&series);
}

/**
 * march_area_series_ref:
 * @series: a series
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @series
 */
MarchAreaSeries *
march_area_series_ref (MarchAreaSeries *series)
{
  g_atomic_ref_count_inc (&series->references);
  return series;
}

/**
 * march_area_series_unref:
 * @series: (nullable) (transfer full): a series
 *
 * May be called in any thread.
 */
void
march_area_series_unref (MarchAreaSeries *series)
{
  if (series == NULL || !g_atomic_ref_count_dec (&series->references))
    return;
  march_holdings_unref (series->holdings);
  g_array_unref (series->days);
  g_free (series->areas);
  g_free (series->nothing);
  g_free (series);
}

/**
 * march_area_series_get_days:
 * @series: a series
 * @n_days: (out): how many
 *
 * Returns: (transfer none) (array length=n_days): the days on which an area may change or a blank
 * begins or ends, in their order
 */
const MarchDay *
march_area_series_get_days (MarchAreaSeries *series, guint *n_days)
{
  *n_days = series->days->len;
  return (const void *) series->days->data;
}

/**
 * march_area_series_find:
 * @series: a series
 * @day: a day
 *
 * Returns: (transfer none) (nullable) (array): square metres on @day in each unit, and last the
 * whole, wherever it lies; %NULL if nothing is known of the day
 */
const double *
march_area_series_find (MarchAreaSeries *series, MarchDay day)
{
  guint row = find_row (series, day);

  if (!march_holdings_is_known (series->holdings, day))
    return NULL;
  return row > 0 ? series->areas + (gsize) (row - 1) * series->n_columns : series->nothing;
}
