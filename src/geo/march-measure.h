/* march-measure.h — land measured by the units that it lies in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-holdings.h"

G_BEGIN_DECLS

/**
 * MarchMeasure:
 *
 * Units, prepared once, to measure any land by. Immutable and counted atomically, so it may cross
 * threads.
 */
typedef struct _MarchMeasure MarchMeasure;

MarchMeasure *march_measure_new         (GPtrArray *units, GError **error);
MarchMeasure *march_measure_ref         (MarchMeasure *measure);
void          march_measure_unref       (MarchMeasure *measure);
guint         march_measure_get_n_units (MarchMeasure *measure);
double        march_measure_get_unit    (MarchMeasure *measure, guint unit);
void          march_measure_land        (MarchMeasure *measure, MarchGeometry *land,
                                         double *areas);

/**
 * MarchAreaSeries:
 *
 * How large holdings are on each day, in each unit and as a whole. Immutable and counted
 * atomically, so it may cross threads.
 */
typedef struct _MarchAreaSeries MarchAreaSeries;

MarchAreaSeries *march_area_series_new    (MarchHoldings *holdings, MarchMeasure *measure,
                                           GCancellable *cancellable, GError **error);
MarchAreaSeries *march_area_series_ref    (MarchAreaSeries *series);
void             march_area_series_unref  (MarchAreaSeries *series);
const MarchDay  *march_area_series_get_days (MarchAreaSeries *series, guint *n_days);
const double    *march_area_series_find   (MarchAreaSeries *series, MarchDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchMeasure, march_measure_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaSeries, march_area_series_unref)

G_END_DECLS
