/* bench-areas.c — how long it takes to measure held land by all units, beside SpatiaLite */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-units.h"
#include "geo/march-geodesic.h"
#include "geo/march-geojson.h"
#include "geo/march-measure.h"
#include "geo/march-repair.h"
#include "geo/march-wkb.h"

#define ROUNDS 7

/* bench-areas DOSSIER GEOJSON: the units of the dossier, and the polygons of the first feature.
 * Both sides have everything in memory before the clock runs. */

typedef struct
{
  GPtrArray     *units; /* of MarchGeometry */
  MarchGeometry *land;
  MarchMeasure  *measure;
  sqlite3       *database;
  double        *ours, *theirs; /* square metres */
  double        *cut;           /* of their intersections, by PROJ */
} Bench;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

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

static gboolean
check (Bench *bench, int code)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  fprintf (stderr, "%s\n", sqlite3_errmsg (bench->database));
  return FALSE;
}

static gboolean
insert (Bench *bench, const char *sql, MarchGeometry *geometry)
{
  g_autoptr (GByteArray) wkb = g_byte_array_new ();
  sqlite3_stmt *statement = NULL;
  gboolean      done;

  march_wkb_append (geometry, wkb);
  done = check (bench, sqlite3_prepare_v2 (bench->database, sql, -1, &statement, NULL))
         && check (bench,
                   sqlite3_bind_blob (statement, 1, wkb->data, (int) wkb->len, SQLITE_TRANSIENT))
         && check (bench, sqlite3_step (statement));
  sqlite3_finalize (statement);
  return done;
}

static gboolean
open_peer (Bench *bench)
{
  if (!check (bench, sqlite3_open (":memory:", &bench->database))
      || !check (bench, sqlite3_enable_load_extension (bench->database, 1))
      || !check (bench, sqlite3_load_extension (bench->database, "mod_spatialite", NULL, NULL))
      || !check (bench, sqlite3_exec (bench->database,
                                      "SELECT InitSpatialMetaData (1);"
                                      "CREATE TABLE units (id INTEGER PRIMARY KEY, shape BLOB);"
                                      "CREATE TABLE land (shape BLOB);",
                                      NULL, NULL, NULL))
      || !insert (bench, "INSERT INTO land VALUES (GeomFromWKB (?, 4326))", bench->land))
    return FALSE;
  for (guint i = 0; i < bench->units->len; i++)
    if (!insert (bench, "INSERT INTO units (shape) VALUES (GeomFromWKB (?, 4326))",
                 g_ptr_array_index (bench->units, i)))
      return FALSE;
  return TRUE;
}

static gboolean
ask_peer (Bench *bench)
{
  sqlite3_stmt *statement = NULL;
  guint         i = 0;

  if (!check (bench,
              sqlite3_prepare_v2 (bench->database,
                                  "SELECT ST_Area (ST_Intersection (units.shape, land.shape), 1)"
                                  " FROM units, land ORDER BY units.id",
                                  -1, &statement, NULL)))
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    bench->theirs[i++] = sqlite3_column_double (statement, 0);
  sqlite3_finalize (statement);
  return i == bench->units->len;
}

/* What they cut out, measured by PROJ: their own areas are none of PROJ's. */
static gboolean
ask_cuts (Bench *bench)
{
  sqlite3_stmt *statement = NULL;
  guint         i = 0;

  if (!check (bench,
              sqlite3_prepare_v2 (bench->database,
                                  "SELECT AsBinary (ST_Intersection (units.shape, land.shape))"
                                  " FROM units, land ORDER BY units.id",
                                  -1, &statement, NULL)))
    return FALSE;
  for (; sqlite3_step (statement) == SQLITE_ROW; i++)
    {
      const void *wkb = sqlite3_column_blob (statement, 0);
      gsize       size = (gsize) sqlite3_column_bytes (statement, 0);
      g_autoptr (MarchGeometry) area = wkb != NULL ? march_wkb_read (wkb, size, NULL) : NULL;

      bench->cut[i] = area != NULL ? march_geodesic_area (area) : 0;
    }
  sqlite3_finalize (statement);
  return i == bench->units->len;
}

/* The largest difference, as a share of the unit. */
static double
find_difference (Bench *bench, const double *theirs)
{
  double largest = 0;

  for (guint i = 0; i < bench->units->len; i++)
    largest = MAX (largest,
                   fabs (bench->ours[i] - theirs[i]) / march_measure_get_unit (bench->measure, i));
  return largest;
}

/* By how much their area of a whole unit, which nothing was cut off, differs from PROJ's. */
static double
find_own_difference (Bench *bench)
{
  sqlite3_stmt *statement = NULL;
  double        largest = 0;

  if (!check (bench, sqlite3_prepare_v2 (bench->database,
                                         "SELECT ST_Area (shape, 1) FROM units ORDER BY id", -1,
                                         &statement, NULL)))
    return NAN;
  for (guint i = 0; sqlite3_step (statement) == SQLITE_ROW; i++)
    {
      double area = march_geodesic_area (g_ptr_array_index (bench->units, i));

      largest = MAX (largest, fabs (sqlite3_column_double (statement, 0) / area - 1));
    }
  sqlite3_finalize (statement);
  return largest;
}

static gboolean
run (Bench *bench)
{
  double ours[ROUNDS], theirs[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();

      march_measure_land (bench->measure, bench->land, bench->ours);
      ours[i] = now () - start;
      start = now ();
      if (!ask_peer (bench))
        return FALSE;
      theirs[i] = now () - start;
    }
  printf ("%u units, %u points of land: ours %.1f ms, SpatiaLite %.1f ms, %.1f times faster\n",
          bench->units->len, march_geometry_count_points (bench->land), median (ours),
          median (theirs), median (theirs) / median (ours));
  if (!ask_cuts (bench))
    return FALSE;
  printf ("  largest difference %.1e of a unit; to their shapes measured by PROJ %.1e;\n"
          "  their own areas of whole units are off PROJ's by up to %.1e\n",
          find_difference (bench, bench->theirs), find_difference (bench, bench->cut),
          find_own_difference (bench));
  return TRUE;
}

static MarchGeometry *
read_land (const char *path, GError **error)
{
  g_autoptr (GPtrArray) features = march_geojson_read_file (path, error);
  MarchGeometry *land = NULL;

  if (features != NULL && features->len > 0)
    land = ((const MarchFeature *) g_ptr_array_index (features, 0))->geometry;
  return land != NULL ? march_repair_area (land, NULL, error) : NULL;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  Bench bench = { 0 };

  if (argc != 3)
    {
      fprintf (stderr, "Usage: bench-areas DOSSIER GEOJSON\n");
      return EXIT_FAILURE;
    }
  corpus = bench_open (argv[1]);
  bench.land = corpus != NULL ? read_land (argv[2], &error) : NULL;
  if (bench.land == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "There is no land to measure.");
      return EXIT_FAILURE;
    }
  bench.units = bench_list_units (corpus);
  bench.measure = march_measure_new (bench.units, &error);
  bench.ours = g_new0 (double, bench.units->len);
  bench.theirs = g_new0 (double, bench.units->len);
  bench.cut = g_new0 (double, bench.units->len);
  if (bench.measure == NULL || !open_peer (&bench) || !run (&bench))
    return EXIT_FAILURE;
  return EXIT_SUCCESS;
}
