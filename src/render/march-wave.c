/* march-wave.c — what repeats along a direction: its phase at any pixel, and rows that slide */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-wave.h"

#include <math.h>

#define STEPS 16 /* table entries a device pixel */

static double
positive_fmod (double value, double period)
{
  double rest = fmod (value, period);

  return rest < 0 ? rest + period : rest;
}

/**
 * march_wave_init:
 * @angle: degrees from level, of the lines
 * @period: device pixels
 * @anchor_x: where a line stands, in device pixels from the picture's left edge
 * @anchor_y: the same from its top
 *
 * Directions along an axis are snapped to whole device pixels, so that lines are crisp.
 */
void
march_wave_init (MarchWave *wave, double angle, double period, double anchor_x, double anchor_y)
{
  double   radians = angle * G_PI / 180;
  gboolean level = fmod (angle, 90) == 0;

  wave->nx = fmod (angle, 180) == 0 ? 0 : sin (radians);
  wave->ny = fmod (angle + 90, 180) == 0 ? 0 : cos (radians);
  wave->period = level ? MAX (round (period), 1) : period;
  wave->n = MAX ((guint) ceil (wave->period * STEPS), 1);
  if (level)
    wave->anchor = -round (anchor_x) * wave->nx - round (anchor_y) * wave->ny;
  else
    wave->anchor = -anchor_x * wave->nx - anchor_y * wave->ny;
}

/** march_wave_start: @step: (out): to the next pixel of the row. Returns: the phase of pixel
 * (0, @y) as a table index in 16.16, for march_wave_next() */
guint32
march_wave_start (const MarchWave *wave, int y, gint32 *step)
{
  double entries = wave->n / wave->period;
  double phase = positive_fmod (wave->anchor + 0.5 * wave->nx + (y + 0.5) * wave->ny, wave->period)
                 * entries;
  guint32 start = (guint32) (phase * 65536);
  guint32 wrap = wave->n << 16;

  *step = (gint32) llround (wave->nx * entries * 65536);
  return start >= wrap ? start - wrap : start;
}

/** march_wave_slides: Returns: whether each row is the row above moved by a pixel or by none, as
 * along a diagonal or a vertical */
gboolean
march_wave_slides (const MarchWave *wave)
{
  return wave->ny == 0 || fabs (fabs (wave->nx) - fabs (wave->ny)) < 1e-9;
}

/** march_slide_init: of a wave that slides, for a picture so wide and high. Free @phases */
void
march_slide_init (MarchSlide *slide, const MarchWave *wave, int width, int height)
{
  guint32 wrap = wave->n << 16, phase;
  gint32  step;

  slide->step = wave->ny == 0 ? 0 : wave->nx * wave->ny > 0 ? 1 : -1;
  slide->n = width + (slide->step != 0 ? height : 0);
  slide->origin = slide->step < 0 ? height : 0;
  slide->phases = g_new (guint16, slide->n);
  /* Row r begins with pixel 0 of it: a falling wave's long row begins with that of the last one. */
  phase = march_wave_start (wave, slide->origin, &step);
  for (int i = 0; i < slide->n; i++)
    {
      slide->phases[i] = (guint16) (phase >> 16);
      phase = march_wave_next (phase, step, wrap);
    }
}
