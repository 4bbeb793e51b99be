/* bench-memory.c — what the surfaces of a window take together while the map is used */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE 1 /* RTLD_NEXT */

#include "config.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "window.h"

/* bench-memory DOSSIER WIDTH HEIGHT: in a window of so many logical pixels days follow each other
 * quickly and slowly, then the map is panned and zoomed. Told is the most that all image surfaces
 * of the process took at any time, those of the map and of GTK alike: their making is counted by a
 * function that stands before cairo's own. */

#define FRAME_MS 16
#define REST_MS 1500

static gint64                      n_bytes, most_bytes; /* atomic */
static const cairo_user_data_key_t counted;

static void
uncount (void *bytes)
{
  __atomic_sub_fetch (&n_bytes, (gint64) GPOINTER_TO_SIZE (bytes), __ATOMIC_SEQ_CST);
}

static void
count (cairo_surface_t *surface, gint64 bytes)
{
  const gint64 now = __atomic_add_fetch (&n_bytes, bytes, __ATOMIC_SEQ_CST);
  gint64       most = __atomic_load_n (&most_bytes, __ATOMIC_SEQ_CST);

  cairo_surface_set_user_data (surface, &counted, GSIZE_TO_POINTER ((gsize) bytes), uncount);
  while (now > most
         && !__atomic_compare_exchange_n (&most_bytes, &most, now, FALSE, __ATOMIC_SEQ_CST,
                                          __ATOMIC_SEQ_CST))
    ;
}

cairo_surface_t *
cairo_image_surface_create (cairo_format_t format, int width, int height)
{
  static cairo_surface_t *(*create) (cairo_format_t, int, int);
  cairo_surface_t *surface;

  if (create == NULL)
    *(void **) &create = dlsym (RTLD_NEXT, "cairo_image_surface_create");
  surface = create (format, width, height);
  count (surface, (gint64) cairo_image_surface_get_stride (surface) * height);
  return surface;
}

static void
tell (const char *act)
{
  struct rusage usage;

  bench_run_for (REST_MS);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-24s surfaces at most %6.1f MiB, now %6.1f MiB; the process at most %4.0f MiB\n", act,
           (double) most_bytes / (1 << 20), (double) n_bytes / (1 << 20),
           (double) usage.ru_maxrss / 1024);
  __atomic_store_n (&most_bytes, n_bytes, __ATOMIC_SEQ_CST);
}

static void
step (MarchSession *session, guint n_days, guint days_apart, guint milliseconds)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (march_session_get_corpus (session));

  for (guint i = 0; i < n_days; i++)
    {
      march_session_set_as_of (session, facts->last - (MarchDay) (days_apart * i));
      bench_run_for (milliseconds);
    }
}

static void
use_window (MarchWindow *window)
{
  MarchSession    *session = march_window_get_session (window);
  ShumateViewport *viewport = bench_window_get_viewport (window);
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  const double     zoom = shumate_viewport_get_zoom_level (viewport);

  g_print ("%d × %d at scale %d\n", gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)),
           gtk_widget_get_scale_factor (GTK_WIDGET (window)));
  tell ("opening");
  step (session, 60, 30, FRAME_MS);
  tell ("scrubbing 60 dates");
  step (session, 6, 400, REST_MS);
  tell ("6 dates, each at rest");
  for (guint i = 0; i < 90; i++)
    {
      shumate_location_set_location (location, shumate_location_get_latitude (location),
                                     shumate_location_get_longitude (location) - 0.05);
      bench_run_for (FRAME_MS);
    }
  tell ("panning 90 frames");
  for (guint i = 0; i < 90; i++)
    {
      shumate_viewport_set_zoom_level (viewport, zoom + 0.03 * i);
      bench_run_for (FRAME_MS);
    }
  tell ("zooming 90 frames");
}

int
main (int argc, char **argv)
{
  int width, height;

  if (argc != 4)
    {
      g_printerr ("Usage: bench-memory DOSSIER WIDTH HEIGHT\n");
      return 2;
    }
  height = atoi (argv[--argc]);
  width = atoi (argv[--argc]);
  return bench_window_run (argc, argv, width, height, use_window);
}
