/* march-area-chart.h — areas over time, a line a holder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "asof/march-area-history.h"

G_BEGIN_DECLS

#define MARCH_TYPE_AREA_CHART (march_area_chart_get_type ())
G_DECLARE_FINAL_TYPE (MarchAreaChart, march_area_chart, MARCH, AREA_CHART, GtkWidget)

/* Signal "day-chosen" (gint64 day): a click, or Enter on the day that is read. */
GtkWidget *march_area_chart_new     (void);
void       march_area_chart_show    (MarchAreaChart   *chart,
                                     MarchAreaHistory *history,
                                     const MarchPlace *place);
void       march_area_chart_set_day (MarchAreaChart *chart, MarchDay day);
double     march_area_chart_find_step (double low, double high);
char      *march_area_chart_read    (MarchAreaChart *chart, MarchDay day);

G_END_DECLS
