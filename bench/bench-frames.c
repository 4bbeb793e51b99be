/* bench-frames.c — the work of the main thread for each frame of use */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

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
#define BUDGET_US 16700
#define LEAST_US 100

typedef struct
{
  MarchSession    *session;
  ShumateViewport *viewport;
  double           longitude, latitude, zoom;
} Use;

typedef void (*Act) (const Use *use, guint frame);

static gint64      woken;  /* when the main loop last had something to do */
static GArray     *blocks; /* of gint64, microseconds, of the act that goes on */
static const char *act_name;
static FILE       *log_file;

static gint64
get_work (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static int
timing_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 block = woken != 0 ? get_work () - woken : 0;
  int    result;

  if (block >= LEAST_US && act_name != NULL)
    {
      g_array_append_val (blocks, block);
      if (log_file != NULL)
        fprintf (log_file, "%s\t%.2f\n", act_name, (double) block / 1000);
    }
  result = g_poll (fds, n_fds, timeout);
  woken = get_work ();
  return result;
}

static int
compare (const void *a, const void *b)
{
  const gint64 *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static void
tell (void)
{
  const gint64 *all = (const void *) blocks->data;
  guint         n_over = 0;

  g_array_sort (blocks, compare);
  for (guint i = 0; i < blocks->len; i++)
    n_over += all[i] > BUDGET_US;
  g_print ("%-28s %4u blocks, median %5.1f ms, p99 %5.1f ms, longest %5.1f ms, %u over 16.7 ms\n",
           act_name, blocks->len, (double) all[blocks->len / 2] / 1000,
           (double) all[blocks->len * 99 / 100] / 1000, (double) all[blocks->len - 1] / 1000,
           n_over);
}

static void
perform (const Use *use, const char *name, Act act, guint n_frames, guint frame_ms)
{
  bench_run_for (REST_MS);
  g_array_set_size (blocks, 0);
  act_name = name;
  for (guint i = 0; i < n_frames; i++)
    {
      act (use, i);
      bench_run_for (frame_ms);
    }
  bench_run_for (REST_MS);
  if (blocks->len > 0)
    tell ();
  act_name = NULL;
}

static void
scrub (const Use *use, guint frame)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (march_session_get_corpus (use->session));

  march_session_set_as_of (use->session, facts->last - frame);
}

static void
fade (const Use *use, guint frame)
{
  scrub (use, FADE_DAYS * (frame + 1));
}

static void
pan (const Use *use, guint frame)
{
  shumate_location_set_location (SHUMATE_LOCATION (use->viewport), use->latitude + 0.01 * frame,
                                 use->longitude - 0.03 * frame);
}

static void
zoom (const Use *use, guint frame)
{
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
  perform (&use, "scrubbing 240 dates", scrub, DATES, FRAME_MS);
  perform (&use, "panning 180 frames", pan, FRAMES, FRAME_MS);
  perform (&use, "zooming 180 frames", zoom, FRAMES, FRAME_MS);
  shumate_viewport_set_zoom_level (use.viewport, use.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (use.viewport), use.latitude, use.longitude);
  perform (&use, "fading between 30 dates", fade, FADES, FADE_MS);
}

int
main (int argc, char **argv)
{
  int status;

  if (argc > 2)
    log_file = fopen (argv[--argc], "w");
  blocks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_main_context_set_poll_func (NULL, timing_poll);
  status = bench_window_run (argc, argv, 1600, 900, use_window);
  g_array_unref (blocks);
  if (log_file != NULL && fclose (log_file) != 0)
    return EXIT_FAILURE;
  return status;
}
