/* march-map-measure.h — a distance or an area measured on the map, point by point */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "map/march-map-tool.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_MEASURE_NOTHING,
  MARCH_MEASURE_DISTANCE,
  MARCH_MEASURE_AREA,
} MarchMeasureKind;

#define MARCH_TYPE_MAP_MEASURE (march_map_measure_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapMeasure, march_map_measure, MARCH, MAP_MEASURE, MarchMapTool)

void             march_map_measure_start       (MarchMapMeasure *measure, MarchMeasureKind kind);
MarchMeasureKind march_map_measure_get_kind    (MarchMapMeasure *measure);
void             march_map_measure_add         (MarchMapMeasure *measure,
                                                double           longitude,
                                                double           latitude);
void             march_map_measure_remove_last (MarchMapMeasure *measure);
double           march_map_measure_get_length  (MarchMapMeasure *measure);
double           march_map_measure_get_area    (MarchMapMeasure *measure);
char            *march_map_measure_describe    (MarchMapMeasure *measure);

G_END_DECLS
