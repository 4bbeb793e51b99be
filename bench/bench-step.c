/* bench-step.c — how long the control of another day takes, for bench-step.py */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dossier/march-dossier.h"
#include "render/march-painter.h"

#define MAX_STEPS 60

typedef struct
{
  MarchCorpus     *corpus;
  MarchPainter    *painter;
  MarchView        view;
  MarchStyle       style;
  cairo_surface_t *base, *control;
} Bench;

/* Microseconds of the processor's time, so that other programs on the machine don't count. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);
  return times->len > 0 ? g_array_index (times, double, times->len / 2) : 0;
}

static MarchSnapshot *
ask (const Bench *bench, MarchDay day)
{
  return march_snapshot_new (bench->corpus, &(MarchQuestion){ day, MARCH_DAY_MAX, 0, 0 });
}

/* Puts the base back inside @box and paints the day's control there. */
static double
paint (const Bench *bench, MarchSnapshot *snapshot, const MarchRect *box)
{
  cairo_t *cr = cairo_create (bench->control);
  gint64   start = now ();

  cairo_rectangle (cr, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
  cairo_clip (cr);
  cairo_set_source_surface (cr, bench->base, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  march_painter_paint_control (bench->painter, cr, snapshot, &bench->view, &bench->style, NULL);
  cairo_destroy (cr);
  return (double) (now () - start) / 1000.0;
}

/* Each day on which the map changes, from the last one back. */
static void
measure (const Bench *bench, GArray *steps, GArray *jumps)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (bench->corpus);
  const MarchRect          all = { 0, 0, bench->view.width, bench->view.height };
  g_autoptr (MarchSnapshot) before = ask (bench, facts->last);

  paint (bench, before, &all);
  for (MarchDay day = facts->last - 1; day >= facts->first && steps->len < MAX_STEPS; day--)
    {
      g_autoptr (MarchSnapshot) after = ask (bench, day);
      gint64    start = now ();
      MarchRect box;

      if (march_painter_find_changed (bench->painter, before, after, &bench->view, &bench->style,
                                      &box))
        {
          double step = (double) (now () - start) / 1000.0, jump;

          step += paint (bench, after, &box);
          jump = paint (bench, after, &all);
          g_array_append_val (steps, step);
          g_array_append_val (jumps, jump);
        }
      g_clear_pointer (&before, march_snapshot_unref);
      before = g_steal_pointer (&after);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (double));
  Bench    bench = { 0 };
  cairo_t *cr;

  if (argc != 6)
    {
      fprintf (stderr, "Usage: bench-step DOSSIER WEST SOUTH EAST NORTH\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  dossier = march_dossier_open (file, NULL, &error);
  if (dossier == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  bench.corpus = march_dossier_dup_corpus (dossier);
  bench.painter = march_painter_new (bench.corpus);
  bench.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  bench.view = march_view_fit (&(MarchBox){ g_ascii_strtod (argv[2], NULL),
                                            g_ascii_strtod (argv[3], NULL),
                                            g_ascii_strtod (argv[4], NULL),
                                            g_ascii_strtod (argv[5], NULL) },
                               1920, 1080, 1, (const double[4]){ 0, 0, 0, 0 });
  bench.base = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);
  bench.control = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);
  cr = cairo_create (bench.base);
  march_painter_paint_base (bench.painter, cr, &bench.view, &bench.style, NULL);
  cairo_destroy (cr);
  measure (&bench, steps, jumps);
  printf ("%u %.3f %.3f\n", steps->len, median (steps), median (jumps));
  cairo_surface_destroy (bench.base);
  cairo_surface_destroy (bench.control);
  march_painter_unref (bench.painter);
  march_corpus_unref (bench.corpus);
  return 0;
}
