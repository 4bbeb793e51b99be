/* test-geopackage.c — GDAL reads a dossier as a GeoPackage */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "dossier-fixture.h"

static char *folder;
static char *path;

/* Runs ogrinfo on the dossier and gives what it says. */
static char *
run_ogrinfo (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_ptr_array_add (argv, (gpointer) "ogrinfo");
  g_ptr_array_add (argv, (gpointer) "-ro");
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) (g_str_equal (*arguments, "FILE") ? path : *arguments));
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", output);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
assert_contains (const char *output, const char *words)
{
  if (strstr (output, words) == NULL)
    g_error ("“%s” is missing", words);
}

static void
test_layers (void)
{
  static const char *const layers[] = { "Layer name: place",      "Layer name: control_area",
                                        "Layer name: background", "Layer name: quotation",
                                        "Layer name: assertion",  "Layer name: evidence",
                                        "Layer name: history" };
  g_autofree char         *output = run_ogrinfo ((const char *[]){ "-so", "-al", "FILE", NULL });

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    assert_contains (output, layers[i]);
  g_assert_null (strstr (output, "Warning"));
  g_assert_null (strstr (output, "ERROR"));
}

static void
test_places (void)
{
  g_autofree char *output = run_ogrinfo ((const char *[]){ "-so", "FILE", "place", NULL });

  assert_contains (output, "Feature Count: 3");
  assert_contains (output, "Extent: (10.000000, 1.000000) - (13.250000, 2.000000)");
  assert_contains (output, "WGS 84");
  assert_contains (output, "FID Column = id");
  assert_contains (output, "Geometry Column = geom");
  assert_contains (output, "code: String");
}

static void
test_words (void)
{
  g_autofree char *output = run_ogrinfo (
      (const char *[]){ "-where", "exact IS NOT NULL", "FILE", "quotation", NULL });

  assert_contains (output, "exact (String) = Tarvia is ours");
}

static void
test_geometry (void)
{
  g_autofree char *output = run_ogrinfo (
      (const char *[]){ "-where", "code = 'VM'", "FILE", "place", NULL });

  assert_contains (output, "POLYGON ((10 1,11 1,11 2,10 2,10 1))");
}

static void
test_rtree (void)
{
  g_autofree char *has = run_ogrinfo ((const char *[]){
      "-q", "-sql", "SELECT HasSpatialIndex('place', 'geom') AS has_index", "FILE", NULL });
  g_autofree char *found = run_ogrinfo (
      (const char *[]){ "-so", "-spat", "9", "0", "10.5", "3", "FILE", "place", NULL });

  assert_contains (has, "= 1");
  assert_contains (found, "Feature Count: 1");
}

/* Points as another program sees them: a layer of points with an index. */
static void
test_points (void)
{
  g_autofree char *about = run_ogrinfo ((const char *[]){ "-so", "FILE", "point", NULL });
  g_autofree char *has = run_ogrinfo ((const char *[]){
      "-q", "-sql", "SELECT HasSpatialIndex('point', 'geom') AS has_index", "FILE", NULL });

  assert_contains (about, "Geometry: Point");
  assert_contains (about, "Geometry Column NOT NULL = geom");
  assert_contains (about, "until_day: Integer64");
  assert_contains (has, "= 1");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = folder_make ();
  path = fixture_write (folder, "velmark.gpkg");
  g_test_add_func ("/geopackage/layers", test_layers);
  g_test_add_func ("/geopackage/places", test_places);
  g_test_add_func ("/geopackage/words", test_words);
  g_test_add_func ("/geopackage/geometry", test_geometry);
  g_test_add_func ("/geopackage/rtree", test_rtree);
  g_test_add_func ("/geopackage/points", test_points);
  status = g_test_run ();
  folder_remove (folder);
  g_free (folder);
  g_free (path);
  return status;
}
