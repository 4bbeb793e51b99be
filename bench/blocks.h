/* blocks.h — the work of the main thread between two polls, while a benchmark uses a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef void (*BenchAct) (gconstpointer data, guint frame);

void bench_blocks_start   (const char *log);
void bench_blocks_end     (void);
void bench_blocks_perform (const char *name, BenchAct act, gconstpointer data, guint n_frames,
                           guint frame_ms);
