/* march-plot-private.h — what the files of a plot share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-plot.h"

G_BEGIN_DECLS

const MarchSpot *march_plot_device_points (MarchPlot       *plot,
                                           const MarchSpot *spots,
                                           guint            n_spots);
void             march_plot_path_shape    (MarchPlot *plot, const MarchShape *shape);

G_END_DECLS
