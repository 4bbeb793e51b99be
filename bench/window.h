/* window.h — a window of the program that a benchmark uses */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "app/march-window.h"

typedef void (*BenchUse) (MarchWindow *window);

int              bench_window_run          (int argc, char **argv, int width, int height,
                                            BenchUse use);
ShumateViewport *bench_window_get_viewport (MarchWindow *window);
void             bench_run_for             (guint milliseconds);
