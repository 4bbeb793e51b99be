/* bench-points.c — imported points: the picture, the step to the next day, and the pointer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <time.h>

#include "dossier/march-dossier.h"
#include "render/march-layers.h"
#include "render/march-point-marks.h"

/* bench-points DOSSIER DATE: processor time of one picture of 1920 × 1080 with all that is on it on
 * that day, of a step to the next day and back, and of naming the point below the pointer, which is
 * the only one of them that the main thread does. */

#define ROUNDS 21

static const double zooms[] = { 5.5, 7, 9, 11 };

typedef struct
{
  MarchPainter  *painter;
  MarchSnapshot *days[2];
  MarchStyle     style;
  MarchView      view;
  MarchLayers   *layers;
} Bench;

typedef void (*Act) (Bench *bench, guint round);

static double
now (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return 1e3 * (double) spent.tv_sec + 1e-6 * (double) spent.tv_nsec;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
time_act (Bench *bench, Act act)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now (), spent;

      act (bench, i);
      spent = now () - start;
      g_array_append_val (times, spent);
    }
  g_array_sort (times, compare);
  return g_array_index (times, double, ROUNDS / 2);
}

static void
list_marks (Bench *bench, guint round)
{
  g_autoptr (GArray) marks = march_point_marks_list (bench->days[0], &bench->view, &bench->style,
                                                     &(MarchRect){ 0, 0, bench->view.width,
                                                                   bench->view.height });
}

static void
paint (Bench *bench, guint round)
{
  g_autoptr (MarchLayers) layers = march_layers_new (bench->painter, &bench->view);

  march_layers_show (layers, bench->days[0], &bench->style, NULL);
}

static void
step (Bench *bench, guint round)
{
  march_layers_show (bench->layers, bench->days[round % 2], &bench->style, NULL);
}

static void
point (Bench *bench, guint round)
{
  MarchPointPick pick;

  march_point_marks_pick (bench->days[0], &bench->view, &bench->style, 960 + 7.0 * round,
                          540 - 5.0 * round, &pick);
}

static void
run (Bench *bench, double zoom)
{
  MarchBox box = march_painter_get_box (bench->painter, NULL);
  g_autoptr (GArray) marks = NULL;

  bench->view = march_view_centered ((box.west + box.east) / 2, (box.south + box.north) / 2, zoom,
                                     1920, 1080, 1);
  bench->layers = march_layers_new (bench->painter, &bench->view);
  marks = march_point_marks_list (bench->days[0], &bench->view, &bench->style,
                                  &(MarchRect){ 0, 0, 1920, 1080 });
  paint (bench, 0);
  step (bench, 0);
  printf ("zoom %4.1f  marks %5u  listing them %5.1f  whole picture %5.1f  step %5.1f  pointer "
          "%5.2f ms\n",
          zoom, marks->len, time_act (bench, list_marks), time_act (bench, paint),
          time_act (bench, step), time_act (bench, point));
  march_layers_unref (bench->layers);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GFile)        file = argc == 3 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus)  corpus = NULL;
  Bench                    bench = { 0 };
  MarchQuestion            question = { .known_by = MARCH_DAY_MAX };
  double                   start = now ();

  if (file == NULL || !march_day_parse (argv[2], &question.as_of, NULL))
    {
      fprintf (stderr, "Usage: bench-points DOSSIER DATE\n");
      return 2;
    }
  dossier = march_dossier_open (file, NULL, &error);
  if (dossier == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  printf ("opening: %.0f ms\n", now () - start);
  corpus = march_dossier_dup_corpus (dossier);
  bench.painter = march_painter_new (corpus);
  bench.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  for (guint i = 0; i < 2; i++, question.as_of++)
    bench.days[i] = march_snapshot_new (corpus, &question);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    run (&bench, zooms[i]);
  for (guint i = 0; i < 2; i++)
    march_snapshot_unref (bench.days[i]);
  march_painter_unref (bench.painter);
  return 0;
}
