/* march-plot-private.h — what the files of a plot share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-plot.h"

G_BEGIN_DECLS

/* Device pixels more than its outline that a shape may change, and a line than half its width. */
#define MARCH_PLOT_REACH 2.0

void             march_plot_find_part     (MarchPlot *plot);
const MarchSpot *march_plot_device_points (MarchPlot       *plot,
                                           const MarchSpot *spots,
                                           guint            n_spots);
void             march_plot_path_shape    (MarchPlot *plot, const MarchShape *shape);

G_END_DECLS
