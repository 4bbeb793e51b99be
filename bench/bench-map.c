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
#include "render/march-scene.h"

typedef struct
{
  MarchPainter    *painter;
  MarchSnapshot   *snapshot;
  MarchView        view;
  MarchStyle       style;
  cairo_surface_t *surface;
  gboolean         plain;
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

/* Land in two colours and every border a pixel wide: what any program draws. */
static void
paint_plain (const Bench *bench, cairo_t *cr)
{
  const MarchPalette   *palette = march_palette_get (MARCH_THEME_LIGHT);
  const MarchLand      *land = bench->painter->land;
  const MarchMesh      *mesh = land->mesh;
  const MarchRasterFill fills[] = { { .ink = palette->outside }, { .ink = palette->undisputed } };
  const MarchStroke     line = { 1, palette->label };
  g_autofree guint8    *classes = g_new (guint8, mesh->n_faces + 1);
  g_auto (MarchPlot) plot = { 0 };

  march_plot_init (&plot, cr, &bench->view, NULL);
  for (guint i = 0; i < mesh->n_faces; i++)
    classes[i] = land->faces[i].ours ? 2 : 1;
  march_plot_ground (&plot, &palette->sea);
  march_plot_fill_faces (&plot, mesh, classes, fills, G_N_ELEMENTS (fills));
  march_plot_begin_lines (&plot, &line, 1);
  for (guint i = 0; i < mesh->n_arcs; i++)
    march_plot_track (&plot, &mesh->arcs[i].track);
  march_plot_end_lines (&plot);
  march_plot_flush (&plot);
}

static double
paint (const Bench *bench)
{
  cairo_t *cr = cairo_create (bench->surface);
  gint64   start = now ();

  if (bench->plain)
    paint_plain (bench, cr);
  else
    march_painter_paint (bench->painter, cr, bench->snapshot, &bench->view, &bench->style, NULL);
  cairo_surface_flush (bench->surface);
  cairo_destroy (cr);
  return (double) (now () - start) / 1000.0;
}

static double
measure (const Bench *bench, int rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  paint (bench);
  for (int i = 0; i < rounds; i++)
    {
      double time = paint (bench);

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

static MarchCorpus *
open_corpus (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);

  if (dossier == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      exit (1);
    }
  return march_dossier_dup_corpus (dossier);
}

/* Nothing is known by a day before all: land, waters and borders, no colour of anybody. */
int
main (int argc, char **argv)
{
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (MarchPainter) painter = NULL;
  gint64 start = now ();
  Bench  bench = { 0 };
  double box[4];
  int    width, height;

  if (argc < 10)
    {
      fprintf (stderr, "Usage: bench-map DOSSIER WEST SOUTH EAST NORTH WIDTH HEIGHT ROUNDS "
                       "whole|plain|cold [PICTURE]\n");
      return 2;
    }
  corpus = open_corpus (argv[1]);
  for (guint i = 0; i < 4; i++)
    box[i] = g_ascii_strtod (argv[2 + i], NULL);
  width = atoi (argv[6]);
  height = atoi (argv[7]);
  bench.painter = painter = march_painter_new (corpus);
  bench.snapshot = snapshot = march_snapshot_new (corpus, &(MarchQuestion){ .known_by = 0 });
  bench.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  bench.style.labels = bench.style.hatches = FALSE;
  bench.plain = g_str_equal (argv[9], "plain");
  bench.view = march_view_fit (&(MarchBox){ box[0], box[1], box[2], box[3] }, width, height, 1,
                               (const double[4]){ 0, 0, 0, 0 });
  bench.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  if (g_str_equal (argv[9], "cold"))
    {
      paint (&bench);
      printf ("%.3f\n", (double) (now () - start) / 1000.0);
    }
  else
    printf ("%.3f\n", measure (&bench, atoi (argv[8])));
  if (argc > 10)
    cairo_surface_write_to_png (bench.surface, argv[10]);
  cairo_surface_destroy (bench.surface);
  return 0;
}
