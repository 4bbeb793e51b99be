/* march-progress.h — how far a thread is, for a bar in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchProgress:
 *
 * A number from 0 to 1 and a name. Counted atomically; any thread may tell and ask.
 */
typedef struct _MarchProgress MarchProgress;

MarchProgress *march_progress_new          (void);
MarchProgress *march_progress_ref          (MarchProgress *progress);
void           march_progress_unref        (MarchProgress *progress);
void           march_progress_set_range    (MarchProgress *progress, double from, double to);
void           march_progress_tell         (double fraction, gpointer progress);
void           march_progress_tell_name    (double fraction, const char *name, gpointer progress);
double         march_progress_get_fraction (MarchProgress *progress);
char          *march_progress_dup_name     (MarchProgress *progress);

G_END_DECLS
