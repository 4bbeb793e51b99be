/* bench-paint.c — how long pictures of a dossier take, layer by layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dossier/march-dossier.h"
#include "render/march-painter.h"

#define ROUNDS 15

/* Zooms are steps from the view that fits the whole dossier. */
static const struct
{
  const char *name;
  double      steps;
} views[] = { { "wider by 1.5", -1.5 },
              { "fitted", 0 },
              { "closer by 2", 2 },
              { "closer by 4", 4 } };

typedef struct
{
  MarchPainter  *painter;
  MarchSnapshot *snapshots[2];
  MarchStyle     style;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
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
since (gint64 start)
{
  return (now () - start) / 1000.0;
}

static void
measure (Bench *bench, const MarchView *view, const char *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) (view->width * view->scale),
                                                         (int) (view->height * view->scale));
  double           base[ROUNDS], control[ROUNDS], names[ROUNDS];
  double           first = 0;
  cairo_t         *cr;

  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  cr = cairo_create (surface);
  for (guint i = 0; i < ROUNDS + 1; i++)
    {
      guint  at = i > 0 ? i - 1 : 0;
      gint64 start = now ();

      march_painter_paint_base (bench->painter, cr, view, &bench->style, NULL);
      base[at] = since (start);
      start = now ();
      march_painter_paint_control (bench->painter, cr, bench->snapshots[i % 2], view, &bench->style,
                                   NULL);
      control[at] = since (start);
      start = now ();
      march_painter_paint_names (bench->painter, cr, bench->snapshots[i % 2], view, &bench->style,
                                 NULL, NULL, NULL);
      names[at] = since (start);
      if (i == 0)
        first = base[0] + control[0] + names[0];
    }
  printf ("%-14s zoom %5.2f  first %6.1f  base %6.1f  control %6.1f  names %6.1f ms\n", name,
          view->zoom, first, median (base), median (control), median (names));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static MarchSnapshot *
ask (MarchCorpus *corpus, MarchDay day)
{
  return march_snapshot_new (corpus, &(MarchQuestion){ day, MARCH_DAY_MAX, 0, 0 });
}

/* The middle of everything disputed: that is where one zooms in. */
static MarchView
closer (Bench *bench, const MarchView *fitted, double steps)
{
  MarchCorpus *corpus = march_painter_get_corpus (bench->painter);
  GPtrArray   *places = march_corpus_get_places (corpus);
  MarchBox     box = MARCH_BOX_EMPTY;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace   *place = g_ptr_array_index (places, i);
      const MarchFinding *finding = march_place_is_painted (place)
                                            && place->kind == MARCH_PLACE_UNIT
                                        ? march_snapshot_get_finding (bench->snapshots[0], place)
                                        : NULL;
      MarchBox            other;

      if (finding == NULL || !finding->disputed)
        continue;
      other = march_painter_get_box (bench->painter, place);
      if (box.west > box.east)
        box = other;
      else
        march_box_extend (&box, &other);
    }
  if (steps <= 0 || box.west > box.east)
    box = march_painter_get_box (bench->painter, NULL);
  return march_view_centered ((box.west + box.east) / 2, (box.south + box.north) / 2,
                              fitted->zoom + steps, fitted->width, fitted->height, fitted->scale);
}

static void
run (Bench *bench, double width, double height, double scale)
{
  static const double margins[4] = { 20, 20, 20, 20 };
  MarchBox            box = march_painter_get_box (bench->painter, NULL);
  MarchView           fitted = march_view_fit (&box, width, height, scale, margins);

  printf ("%g × %g at scale %g, medians of %d, processor time\n", width, height, scale, ROUNDS);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      MarchView view = closer (bench, &fitted, views[i].steps);

      measure (bench, &view, views[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GFile)        file = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus)  corpus = NULL;
  Bench                    bench = { 0 };
  gint64                   start;
  MarchDay                 last;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: bench-paint DOSSIER\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  dossier = march_dossier_open (file, NULL, &error);
  if (dossier == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  corpus = march_dossier_dup_corpus (dossier);
  start = now ();
  bench.painter = march_painter_new (corpus);
  printf ("preparing the shapes: %.1f ms\n", since (start));
  last = march_corpus_get_facts (corpus)->last;
  bench.snapshots[0] = ask (corpus, last - 1);
  bench.snapshots[1] = ask (corpus, last - 40);
  bench.style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  run (&bench, 1920, 1080, 1);
  run (&bench, 1920, 1080, 2);
  march_snapshot_unref (bench.snapshots[0]);
  march_snapshot_unref (bench.snapshots[1]);
  march_painter_unref (bench.painter);
  return 0;
}
