/* bench-frames.c — the work of the main thread for each frame of use */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "blocks.h"
#include "window.h"

/* bench-frames DOSSIER [LOG]: in a window of 1600 × 900 the date goes through 240 days, then the
 * map is panned and zoomed for 180 frames each, one step a frame; then 30 dates are gone to with a
 * rest after each, so that each picture fades into the next. Told is the processor time of
 * the main thread between two polls: all that a frame needs of it, drawing by GTK included. LOG
 * gets a line for each such block over a tenth of a millisecond. */

#define FRAME_MS 16
#define DATES 240
#define FRAMES 180
#define FADES 30
#define FADE_MS 600 /* more than dates have between them that follow each other without a fade */
#define FADE_DAYS 8
#define REST_MS 1500

typedef struct
{
  MarchSession    *session;
  ShumateViewport *viewport;
  double           longitude, latitude, zoom;
} Use;

static void
scrub (gconstpointer data, guint frame)
{
  const Use               *use = data;
  const MarchDossierFacts *facts = march_corpus_get_facts (march_session_get_corpus (use->session));

  march_session_set_as_of (use->session, facts->last - frame);
}

static void
fade (gconstpointer data, guint frame)
{
  scrub (data, FADE_DAYS * (frame + 1));
}

static void
pan (gconstpointer data, guint frame)
{
  const Use *use = data;

  shumate_location_set_location (SHUMATE_LOCATION (use->viewport), use->latitude + 0.01 * frame,
                                 use->longitude - 0.03 * frame);
}

static void
zoom (gconstpointer data, guint frame)
{
  const Use *use = data;

  shumate_viewport_set_zoom_level (use->viewport, use->zoom + 0.02 * frame);
}

static void
use_window (MarchWindow *window)
{
  Use use = { march_window_get_session (window), bench_window_get_viewport (window), 0, 0,
              0 };

  bench_run_for (REST_MS);
  use.longitude = shumate_location_get_longitude (SHUMATE_LOCATION (use.viewport));
  use.latitude = shumate_location_get_latitude (SHUMATE_LOCATION (use.viewport));
  use.zoom = shumate_viewport_get_zoom_level (use.viewport);
  bench_blocks_perform ("scrubbing 240 dates", scrub, &use, DATES, FRAME_MS);
  bench_blocks_perform ("panning 180 frames", pan, &use, FRAMES, FRAME_MS);
  bench_blocks_perform ("zooming 180 frames", zoom, &use, FRAMES, FRAME_MS);
  shumate_viewport_set_zoom_level (use.viewport, use.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (use.viewport), use.latitude, use.longitude);
  bench_blocks_perform ("fading between 30 dates", fade, &use, FADES, FADE_MS);
}

int
main (int argc, char **argv)
{
  int status;

  bench_blocks_start (argc > 2 ? argv[--argc] : NULL);
  status = bench_window_run (argc, argv, 1600, 900, use_window);
  bench_blocks_end ();
  return status;
}
