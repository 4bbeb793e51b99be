/* march-wave.h — what repeats along a direction: its phase at any pixel, and rows that slide */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A periodic function of distance along a direction, by a table over one period. */
typedef struct
{
  double nx, ny;
  double period; /* device pixels */
  guint  n;      /* entries in one period */
  double anchor; /* distance at the picture's first pixel */
} MarchWave;

/* Of a wave that slides, a row long enough that every row of the picture is a piece of it. */
typedef struct
{
  int      n;
  int      origin; /* where the piece of row 0 begins */
  int      step;   /* how much further that of the next row does */
  guint16 *phases;
} MarchSlide;

void     march_wave_init   (MarchWave *wave, double angle, double period, double anchor_x,
                            double anchor_y);
guint32  march_wave_start  (const MarchWave *wave, int y, gint32 *step);
gboolean march_wave_slides (const MarchWave *wave);
void     march_slide_init  (MarchSlide *slide, const MarchWave *wave, int width, int height);

/* The phase of the next pixel; @wrap: that of a whole period. All are far below 2³¹: a table has at
 * most some 10,000 entries. */
static inline guint32
march_wave_next (guint32 phase, gint32 step, guint32 wrap)
{
  guint32 next = phase + (guint32) step;

  if (step < 0 && next > phase)
    return next + wrap;
  return next >= wrap ? next - wrap : next;
}

/* Where the piece of row @y begins. */
static inline int
march_slide_at (const MarchSlide *slide, int y)
{
  return slide->origin + slide->step * y;
}

G_END_DECLS
