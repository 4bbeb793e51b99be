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
  MarchLayers  *walked;  /* from day to day */
  MarchLayers  *painted; /* each day painted whole */
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
paint_whole (const Bench *bench, MarchSnapshot *snapshot)
{
  MarchStyle other = bench->style;

  /* Another lens in between, so that nothing of the day before is good. */
  other.lens = MARCH_PAINT_CONTROL;
  march_layers_show (bench->painted, snapshot, &other, NULL);
  return show (bench, bench->painted, snapshot);
}

static gboolean
same_pixels (const Bench *bench)
{
  cairo_surface_t *one = march_layers_get_control (bench->walked);
  cairo_surface_t *other = march_layers_get_control (bench->painted);
  gsize            size = (gsize) cairo_image_surface_get_stride (one)
               * (gsize) cairo_image_surface_get_height (one);

  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other), size)
         == 0;
}

static gboolean
is_changed (const Bench *bench, MarchDay before, MarchDay after)
{
  g_autoptr (MarchSnapshot) one = ask (bench, before);
  g_autoptr (MarchSnapshot) other = ask (bench, after);
  g_autoptr (GArray) parts = march_painter_list_changed (bench->painter, one, other, &bench->view,
                                                         &bench->style);

  return parts->len > 0;
}

/* The last days on which the map changes, in their order: with imported areas, theirs. */
static GArray *
list_days (const Bench *bench)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (bench->corpus);
  GPtrArray               *imports = march_corpus_get_area_imports (bench->corpus);
  GArray                  *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  if (imports->len > 0)
    {
      const MarchDatedImport *first = g_ptr_array_index (imports, 0);

      g_array_unref (days);
      days = march_holdings_list_changes (first->holdings);
      if (days->len > MAX_STEPS)
        g_array_remove_range (days, 0, days->len - MAX_STEPS);
      return days;
    }
  for (MarchDay day = facts->last; day > facts->first && days->len < MAX_STEPS; day--)
    if (is_changed (bench, day - 1, day))
      g_array_prepend_val (days, day);
  return days;
}

/* Brings the layers from day to day as a reader does. What a day's snapshot holds is given up
 * afterwards: neither to make it nor to free it is drawing. */
static void
walk (const Bench *bench, const GArray *days, GArray *times)
{
  g_autoptr (GPtrArray) kept
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_snapshot_unref);

  for (guint i = 0; i < days->len; i++)
    {
      MarchSnapshot *snapshot = ask (bench, g_array_index (days, MarchDay, i));
      double         time = show (bench, bench->walked, snapshot);

      g_ptr_array_add (kept, snapshot);
      if (i > 0)
        g_array_append_val (times, time);
    }
}

/* The same once more, each day held against all of it. */
static gboolean
check (const Bench *bench, const GArray *days, GArray *wholes)
{
  for (guint i = 0; i < days->len; i++)
    {
      g_autoptr (MarchSnapshot) snapshot = ask (bench, g_array_index (days, MarchDay, i));
      double whole;

      show (bench, bench->walked, snapshot);
      whole = paint_whole (bench, snapshot);
      g_array_append_val (wholes, whole);
      if (!same_pixels (bench))
        return FALSE;
    }
  return TRUE;
}

/* One after the other, each from the one before it; what comes in between is not timed. */
static GArray *
list_jumps (const GArray *days)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GArray *jumps = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  for (guint i = 0; i <= MAX_STEPS && days->len > 0; i++)
    g_array_append_val (jumps, g_array_index (days, MarchDay,
                                              g_rand_int_range (random, 0, (gint32) days->len)));
  return jumps;
}

static gboolean
measure (const Bench *bench, const GArray *days, GArray *steps, GArray *jumps, GArray *wholes)
{
  g_autoptr (GArray) random = list_jumps (days);

  walk (bench, days, steps);
  walk (bench, random, jumps);
  return check (bench, days, wholes) && check (bench, random, wholes);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) wholes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) days = NULL;
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
  bench.painted = march_layers_new (bench.painter, &bench.view);
  days = list_days (&bench);
  if (!measure (&bench, days, steps, jumps, wholes))
    {
      fprintf (stderr, "A step or a jump differs from the whole picture.\n");
      return EXIT_FAILURE;
    }
  printf ("%u %.3f %.3f %.3f\n", steps->len, median (steps), median (jumps), median (wholes));
  march_layers_unref (bench.walked);
  march_layers_unref (bench.painted);
  march_painter_unref (bench.painter);
  march_corpus_unref (bench.corpus);
  return 0;
}
