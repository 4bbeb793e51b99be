/* march-clip.h — rings and lines cut to a rectangle */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchClip:
 *
 * A rectangle in any flat coordinates, x0 < x1 and y0 < y1.
 */
typedef struct
{
  double x0, y0, x1, y1;
} MarchClip;

gboolean march_clip_ring (const MarchClip *clip, const double *points, guint n_points, GArray *out);
void     march_clip_line (const MarchClip *clip, const double *points, guint n_points, GArray *out,
                          GArray *lengths);

G_END_DECLS
