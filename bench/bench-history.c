/* bench-history.c — how small a history of dated areas gets, and how fast it is cut */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-units.h"
#include "geo/march-geojson.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-measure.h"

#define DERIVED_DAYS 1000
/* Many more changes than the real days show: those are a third of their borders in 236 days. */
#define MOVES_A_DAY 3
#define MOVED_POINTS 8
#define MOVE_DEGREES 0.01

/* bench-history FOLDER DOSSIER: FOLDER holds GeoJSON files with the day as eight digits in their
 * names. Two histories are cut: of these days, and of a thousand days made from the first by moving
 * the front in a few places a day. Then each day is measured by the units of the dossier: from
 * scratch, and by the sums of its pieces. */

typedef struct
{
  MarchDay       day;
  MarchGeometry *area;
} Dated;

static void
clear_dated (gpointer data)
{
  march_geometry_unref (((Dated *) data)->area);
}

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
find_day (const char *name, MarchDay *day)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *iso = NULL;

  if (!g_regex_match (regex, name, 0, &match))
    return FALSE;
  iso = g_match_info_expand_references (match, "\\1-\\2-\\3", NULL);
  return march_day_parse (iso, day, NULL);
}

/* All polygons of a file. */
static MarchGeometry *
read_area (const char *path, GError **error)
{
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, error);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  guint n_polygons = 0;

  if (features == NULL)
    return NULL;
  for (guint i = 0; i < features->len; i++)
    {
      MarchGeometry *geometry = ((MarchFeature *) g_ptr_array_index (features, i))->geometry;
      guint          first = n_polygons;

      if (geometry == NULL || march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
        continue;
      for (guint j = 0; j < march_geometry_get_n_parts (geometry); j++)
        {
          MarchPart part = *march_geometry_get_part (geometry, j);

          part.polygon += first;
          n_polygons = part.polygon + 1;
          g_array_append_val (parts, part);
        }
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, (const void *) parts->data, parts->len);
}

static int
compare_dated (const void *a, const void *b)
{
  const Dated *p = a, *q = b;

  return (p->day > q->day) - (p->day < q->day);
}

static GArray *
read_folder (const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (Dated));
  const char *name;

  g_array_set_clear_func (days, clear_dated);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      Dated            dated;

      if (!g_str_has_suffix (name, "json") || !find_day (name, &dated.day))
        continue;
      dated.area = read_area (file, error);
      if (dated.area == NULL)
        return NULL;
      g_array_append_val (days, dated);
    }
  if (folder == NULL)
    return NULL;
  g_array_sort (days, compare_dated);
  return g_steal_pointer (&days);
}

/* Pushes a stretch of the ring to one side, most in its middle, to whole millionths of a degree, as
 * such data come. */
static void
push_front (GRand *random, double *points, guint n_points)
{
  guint  first = (guint) g_rand_int_range (random, 0, (gint32) n_points);
  double dx = g_rand_double_range (random, -MOVE_DEGREES, MOVE_DEGREES);
  double dy = g_rand_double_range (random, -MOVE_DEGREES, MOVE_DEGREES);

  for (guint i = 1; i < MOVED_POINTS; i++)
    {
      double *point = points + 2 * ((first + i) % n_points);
      double  weight = sin (G_PI * i / MOVED_POINTS);

      point[0] = round ((point[0] + weight * dx) * 1e6) / 1e6;
      point[1] = round ((point[1] + weight * dy) * 1e6) / 1e6;
    }
}

/* The next day: the largest ring pushed in a few places. */
static MarchGeometry *
move_front (GRand *random, MarchGeometry *area)
{
  guint                 n_parts = march_geometry_get_n_parts (area);
  g_autofree MarchPart *parts = g_new (MarchPart, n_parts);
  g_autofree double    *points = NULL;
  guint                 largest = 0;
  MarchPart            *ring;

  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = *march_geometry_get_part (area, i);
      if (parts[i].n_points > parts[largest].n_points)
        largest = i;
    }
  ring = &parts[largest];
  points = g_memdup2 (ring->points, 2 * ring->n_points * sizeof (double));
  ring->points = points;
  ring->n_points--;
  for (guint i = 0; i < MOVES_A_DAY; i++)
    push_front (random, points, ring->n_points);
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, n_parts);
}

static GArray *
derive (const Dated *start)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Dated));
  Dated   dated = { start->day, march_geometry_ref (start->area) };

  g_array_set_clear_func (days, clear_dated);
  for (guint i = 0; i < DERIVED_DAYS; i++)
    {
      g_autoptr (MarchGeometry) moved = NULL;

      g_array_append_val (days, dated);
      moved = move_front (random, dated.area);
      dated = (Dated){ dated.day + 1, march_repair_area (moved, NULL, NULL) };
      g_assert (dated.area != NULL);
    }
  clear_dated (&dated);
  return days;
}

static gsize
blob_size (MarchGeometry *area)
{
  g_autoptr (GBytes) blob = march_gpkg_blob_write (area, MARCH_SRS_WGS84);

  return g_bytes_get_size (blob);
}

static void
report (const char *name, GArray *days, MarchHoldings *holdings, double added, double run)
{
  gsize areas = 0, pieces = 0;
  guint n_pieces = march_holdings_get_n_pieces (holdings);

  for (guint i = 0; i < days->len; i++)
    areas += blob_size (g_array_index (days, Dated, i).area);
  for (guint i = 0; i < n_pieces; i++)
    pieces += blob_size (march_holdings_get_piece (holdings, i)->area) + 2 * sizeof (MarchDay);
  printf ("%s: %u days\n", name, days->len);
  printf ("  one area a day %10.2f MB\n", areas / 1e6);
  printf ("  %6u pieces  %10.2f MB   %.1f times smaller\n", n_pieces, pieces / 1e6,
          (double) areas / pieces);
  printf ("  repaired and snapped %8.1f ms, cut %8.1f ms, together %.2f ms a day\n", added, run,
          (added + run) / days->len);
}

static void
report_areas (MarchHoldings *holdings, GArray *days, GPtrArray *units)
{
  g_autoptr (MarchMeasure) measure = march_measure_new (units, NULL);
  g_autoptr (MarchAreaSeries) series = NULL;
  g_autofree double *areas = g_new (double, units->len);
  gint64             start = now (), middle, end;
  double             sum = 0;

  for (guint i = 0; i < days->len; i++)
    march_measure_land (measure, g_array_index (days, Dated, i).area, areas);
  middle = now ();
  series = march_area_series_new (holdings, measure, NULL, NULL);
  end = now ();
  for (guint i = 0; i < days->len; i++)
    sum += march_area_series_find (series, g_array_index (days, Dated, i).day)[units->len];
  printf ("  by %u units: from scratch %.2f ms a day; by pieces %.2f ms a day once, then %.4f ms\n",
          units->len, (middle - start) / 1000.0 / days->len, (end - middle) / 1000.0 / days->len,
          (now () - end) / 1000.0 / days->len);
  printf ("  in the mean %.1f km²\n", sum / days->len / 1e6);
}

static gboolean
measure (const char *name, GArray *days, GPtrArray *units, GError **error)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (MarchHoldings) holdings = NULL;
  gint64 start = now (), middle;

  for (guint i = 0; i < days->len; i++)
    {
      const Dated *dated = &g_array_index (days, Dated, i);

      if (!march_holdings_builder_add (builder, dated->day, dated->area, NULL, error))
        return FALSE;
    }
  middle = now ();
  holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, error);
  if (holdings == NULL)
    return FALSE;
  report (name, days, holdings, (middle - start) / 1000.0, (now () - middle) / 1000.0);
  report_areas (holdings, days, units);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = argc == 3 ? read_folder (argv[1], &error) : NULL;
  g_autoptr (GArray) derived = NULL;
  g_autoptr (MarchCorpus) corpus = argc == 3 ? bench_open (argv[2]) : NULL;
  g_autoptr (GPtrArray) units = corpus != NULL ? bench_list_units (corpus) : NULL;

  if (units == NULL || days == NULL || days->len == 0)
    {
      fprintf (stderr, "Usage: bench-history FOLDER DOSSIER\n%s\n",
               error != NULL ? error->message : "The folder holds no dated areas.");
      return EXIT_FAILURE;
    }
  derived = derive (&g_array_index (days, Dated, 0));
  if (!measure ("as they are", days, units, &error)
      || !measure ("derived from the first by local moves", derived, units, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
