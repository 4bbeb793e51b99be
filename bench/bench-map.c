/* bench-map.c — how long a full map of one extent takes, without hatches and labels, for
 * bench-map.py */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dossier/march-dossier.h"
#include "render/march-painter.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Microseconds of the processor's time, so that other programs on the machine don't count. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
paint (MarchPainter     *painter,
       MarchSnapshot    *snapshot,
       const MarchView  *view,
       const MarchStyle *style,
       cairo_surface_t  *surface)
{
  cairo_t *cr = cairo_create (surface);
  gint64   start = now ();

  march_painter_paint (painter, cr, snapshot, view, style, NULL);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  return (double) (now () - start) / 1000.0;
}

/* Arguments: DOSSIER WEST SOUTH EAST NORTH WIDTH HEIGHT ROUNDS. Prints the median in milliseconds.
 */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (GFile)         file = NULL;
  g_autoptr (MarchDossier)  dossier = NULL;
  g_autoptr (MarchCorpus)   corpus = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (MarchPainter)  painter = NULL;
  g_autoptr (GArray)        times = g_array_new (FALSE, FALSE, sizeof (double));
  MarchStyle                style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  cairo_surface_t          *surface;
  MarchView                 view;
  MarchBox                  box;

  if (argc != 9)
    return 2;
  file = g_file_new_for_commandline_arg (argv[1]);
  dossier = march_dossier_open (file, NULL, &error);
  if (dossier == NULL)
    g_error ("%s", error->message);
  corpus = march_dossier_dup_corpus (dossier);
  /* The peers fill and outline polygons; so that we do the same, nothing is known and nothing
   * disputed. */
  snapshot = march_snapshot_new (corpus,
                                 &(MarchQuestion){ .as_of = march_corpus_get_facts (corpus)->last,
                                                   .known_by = 0 });
  painter = march_painter_new (corpus);
  style.labels = style.hatches = FALSE;
  box = (MarchBox){ g_ascii_strtod (argv[2], NULL), g_ascii_strtod (argv[3], NULL),
                    g_ascii_strtod (argv[4], NULL), g_ascii_strtod (argv[5], NULL) };
  view = march_view_fit (&box, atoi (argv[6]), atoi (argv[7]), 1, (const double[4]){ 0, 0, 0, 0 });
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, atoi (argv[6]), atoi (argv[7]));
  paint (painter, snapshot, &view, &style, surface);
  for (int i = 0; i < atoi (argv[8]); i++)
    {
      double time = paint (painter, snapshot, &view, &style, surface);

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  printf ("%.2f\n", g_array_index (times, double, times->len / 2));
  cairo_surface_destroy (surface);
  return 0;
}
