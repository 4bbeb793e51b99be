/* bench-step.c — how long the control of another day takes, for bench-step.py */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dossier/march-dossier.h"
#include "render/march-layers.h"

#define MAX_STEPS 60

typedef struct
{
  MarchCorpus  *corpus;
  MarchPainter *painter;
  MarchView     view;
  MarchStyle    style;
  MarchLayers  *walked; /* from day to day */
  MarchLayers  *jumped; /* each day painted whole */
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

/* Milliseconds until @layers show a day. */
static double
show (const Bench *bench, MarchLayers *layers, MarchSnapshot *snapshot)
{
  gint64 start = now ();

  march_layers_show (layers, snapshot, &bench->style, NULL);
  return (double) (now () - start) / 1000.0;
}

/* All of a day, over the base that is there. */
static double
jump (const Bench *bench, MarchSnapshot *snapshot)
{
  MarchStyle other = bench->style;

  /* Another lens in between, so that nothing of the day before is good. */
  other.lens = MARCH_PAINT_CONTROL;
  march_layers_show (bench->jumped, snapshot, &other, NULL);
  return show (bench, bench->jumped, snapshot);
}

static gboolean
same_pixels (const Bench *bench)
{
  cairo_surface_t *one = march_layers_get_control (bench->walked);
  cairo_surface_t *other = march_layers_get_control (bench->jumped);
  gsize            size = (gsize) cairo_image_surface_get_stride (one)
               * (gsize) cairo_image_surface_get_height (one);

  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other), size)
         == 0;
}

/* Each day on which the map changes, from the last one back. */
static gboolean
measure (const Bench *bench, GArray *steps, GArray *jumps)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (bench->corpus);
  g_autoptr (MarchSnapshot) before = ask (bench, facts->last);

  show (bench, bench->walked, before);
  for (MarchDay day = facts->last - 1; day >= facts->first && steps->len < MAX_STEPS; day--)
    {
      g_autoptr (MarchSnapshot) after = ask (bench, day);
      g_autoptr (GArray) parts = march_painter_list_changed (bench->painter, before, after,
                                                             &bench->view, &bench->style);

      if (parts->len > 0)
        {
          double step = show (bench, bench->walked, after), whole = jump (bench, after);

          if (!same_pixels (bench))
            return FALSE;
          g_array_append_val (steps, step);
          g_array_append_val (jumps, whole);
        }
      g_clear_pointer (&before, march_snapshot_unref);
      before = g_steal_pointer (&after);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { 0 };

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
  bench.walked = march_layers_new (bench.painter, &bench.view);
  bench.jumped = march_layers_new (bench.painter, &bench.view);
  if (!measure (&bench, steps, jumps))
    {
      fprintf (stderr, "A step differs from the whole picture.\n");
      return EXIT_FAILURE;
    }
  printf ("%u %.3f %.3f\n", steps->len, median (steps), median (jumps));
  march_layers_unref (bench.walked);
  march_layers_unref (bench.jumped);
  march_painter_unref (bench.painter);
  march_corpus_unref (bench.corpus);
  return 0;
}
