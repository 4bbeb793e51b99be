/* test-gpkg-blob.c — geometry blobs: written, read, foreign, cut off and damaged */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "geo/march-gpkg-blob.h"

#include <string.h>

#include "base/march-error.h"
#include "geo-fixtures.h"

/* From hexadecimal; blanks are skipped. */
static GByteArray *
from_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  while (*hex != '\0')
    {
      guint8 byte;

      if (*hex == ' ')
        {
          hex++;
          continue;
        }
      byte = (guint8) (g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]));
      g_byte_array_append (bytes, &byte, 1);
      hex += 2;
    }
  return bytes;
}

#define HEADER "47500001E6100000 "
#define ONE "000000000000F03F "  /* 1.0, little-endian */
#define TWO "0000000000000040 "
#define ONE_BE "3FF0000000000000 "
#define TWO_BE "4000000000000000 "
#define NAN_LE "000000000000F87F "
#define INF_LE "000000000000F07F "
#define FOUR_POINTS ONE ONE TWO ONE TWO TWO ONE ONE

static void
test_read (void)
{
  static const struct
  {
    const char       *hex;
    MarchGeometryKind kind;
    guint             n_parts, n_points;
  } rows[] = {
    { HEADER "01 01000000 " ONE TWO, MARCH_GEOMETRY_POINT, 1, 1 },
    { "47500000000010E6 00 00000001 " ONE_BE TWO_BE, MARCH_GEOMETRY_POINT, 1, 1 },
    { HEADER "00 00000001 " ONE_BE TWO_BE, MARCH_GEOMETRY_POINT, 1, 1 },
    { "47500003E6100000 " ONE ONE TWO TWO "01 01000000 " ONE TWO, MARCH_GEOMETRY_POINT, 1, 1 },
    { "47500005E6100000 " ONE ONE TWO TWO ONE ONE "01 01000000 " ONE TWO, MARCH_GEOMETRY_POINT, 1,
      1 },
    { "47500007E6100000 " ONE ONE TWO TWO ONE ONE "01 01000000 " ONE TWO, MARCH_GEOMETRY_POINT, 1,
      1 },
    { "47500009E6100000 " ONE ONE TWO TWO ONE ONE ONE ONE "01 01000000 " ONE TWO,
      MARCH_GEOMETRY_POINT, 1, 1 },
    { HEADER "01 E9030000 " ONE TWO TWO, MARCH_GEOMETRY_POINT, 1, 1 },      /* ISO Z */
    { HEADER "01 D1070000 " ONE TWO TWO, MARCH_GEOMETRY_POINT, 1, 1 },      /* ISO M */
    { HEADER "01 B90B0000 " ONE TWO TWO TWO, MARCH_GEOMETRY_POINT, 1, 1 },  /* ISO ZM */
    { HEADER "01 01000080 " ONE TWO TWO, MARCH_GEOMETRY_POINT, 1, 1 },      /* EWKB Z */
    { HEADER "01 010000C0 " ONE TWO TWO TWO, MARCH_GEOMETRY_POINT, 1, 1 },  /* EWKB ZM */
    { HEADER "01 01000020 E6100000 " ONE TWO, MARCH_GEOMETRY_POINT, 1, 1 }, /* EWKB with an SRID */
    { HEADER "01 02000000 02000000 " ONE ONE TWO TWO, MARCH_GEOMETRY_LINE, 1, 2 },
    { HEADER "01 03000000 01000000 04000000 " FOUR_POINTS, MARCH_GEOMETRY_POLYGON, 1, 4 },
    { HEADER "01 04000000 02000000 01 01000000 " ONE ONE "00 00000001 " ONE_BE TWO_BE,
      MARCH_GEOMETRY_POINT, 2, 2 },
    { HEADER "01 05000000 01000000 01 02000000 02000000 " ONE ONE TWO TWO, MARCH_GEOMETRY_LINE, 1,
      2 },
    { HEADER "01 06000000 01000000 01 03000000 01000000 04000000 " FOUR_POINTS,
      MARCH_GEOMETRY_POLYGON, 1, 4 },
    { HEADER "01 07000000 01000000 01 06000000 01000000 01 03000000 01000000 04000000 " FOUR_POINTS,
      MARCH_GEOMETRY_POLYGON, 1, 4 },
    { HEADER "01 07000000 02000000 01 01000000 " ONE ONE
             "01 04000000 01000000 01 01000000 " ONE TWO,
      MARCH_GEOMETRY_POINT, 2, 2 },
    { "47500011E6100000 01 01000000 " NAN_LE NAN_LE, MARCH_GEOMETRY_POINT, 0,
      0 }, /* an empty point */
    { "47500011E6100000 01 06000000 00000000", MARCH_GEOMETRY_POLYGON, 0, 0 },
    { "47500011E6100000 01 03000000 00000000", MARCH_GEOMETRY_POLYGON, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GByteArray) bytes = from_hex (rows[i].hex);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchGeometry) geometry = NULL;
      int srs_id = 0;

      geometry = march_gpkg_blob_read (bytes->data, bytes->len, &srs_id, &error);
      g_test_message ("row %u: %s", i, error != NULL ? error->message : "read");
      g_assert_no_error (error);
      g_assert_cmpint (srs_id, ==, MARCH_SRS_WGS84);
      g_assert_cmpint (march_geometry_get_kind (geometry), ==, rows[i].kind);
      g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, rows[i].n_parts);
      g_assert_cmpuint (march_geometry_count_points (geometry), ==, rows[i].n_points);
      if (rows[i].n_parts == 1 && rows[i].kind == MARCH_GEOMETRY_POINT)
        {
          g_assert_cmpfloat (march_geometry_get_part (geometry, 0)->points[0], ==, 1);
          g_assert_cmpfloat (march_geometry_get_part (geometry, 0)->points[1], ==, 2);
        }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *hex;
    const char *says;
  } rows[] = {
    { "", "not a GeoPackage geometry" },
    { "01 01000000 " ONE TWO, "not a GeoPackage geometry" },
    { "47500101E6100000 01 01000000 " ONE TWO, "version 1" },
    { "47500021E6100000 01 01000000 " ONE TWO, "extended" },
    { "4750000BE6100000 01 01000000 " ONE TWO, "unknown envelope 5" },
    { "47500003E6100000 " ONE, "within its header" },
    { HEADER, "cut off" },
    { HEADER "02 01000000 " ONE TWO, "byte order" },
    { HEADER "01 00000000 " ONE TWO, "unknown type 0" },
    { HEADER "01 12000000 " ONE TWO, "unknown type 18" },
    { HEADER "01 A1100000 " ONE TWO, "unknown type 4257" },
    { HEADER "01 08000000 00000000", "CircularString" },
    { HEADER "01 0A000000 00000000", "CurvePolygon" },
    { HEADER "01 0C000000 00000000", "MultiSurface" },
    { HEADER "01 F2030000 00000000", "CurvePolygon" }, /* with Z */
    { HEADER "01 06000000 01000000 01 0A000000 00000000", "CurvePolygon" },
    { HEADER "01 02000000 FFFFFFFF " ONE ONE TWO TWO, "more than it has room for" },
    { HEADER "01 06000000 FFFFFF0F 01 03000000 01000000 04000000 " FOUR_POINTS,
      "more than it has room for" },
    { HEADER "01 06000000 01000000 01 01000000 " ONE TWO, "doesn't belong there" },
    { HEADER "01 07000000 02000000 01 01000000 " ONE ONE "01 02000000 02000000 " ONE ONE TWO TWO,
      "mixes" },
    { HEADER "01 01000000 " ONE TWO "00", "1 more bytes follow" },
    { HEADER "01 01000000 " ONE INF_LE, "impossible coordinate" },
    { HEADER "01 02000000 01000000 " NAN_LE NAN_LE, "impossible coordinate" },
    { HEADER "01 01000000 000000000000E07F " ONE, "impossible coordinate" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GByteArray) bytes = from_hex (rows[i].hex);
      g_autoptr (GError) error = NULL;

      g_assert_null (march_gpkg_blob_read (bytes->data, bytes->len, NULL, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_test_message ("row %u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      g_assert_null (march_gpkg_blob_read (bytes->data, bytes->len, NULL, NULL));
    }
}

static void
test_nested_too_deep (void)
{
  g_autoptr (GByteArray) bytes = from_hex (HEADER);
  g_autoptr (GByteArray) level = from_hex ("01 07000000 01000000");
  g_autoptr (GByteArray) point = from_hex ("01 01000000 " ONE TWO);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_byte_array_append (bytes, level->data, level->len);
  g_byte_array_append (bytes, point->data, point->len);
  g_assert_null (march_gpkg_blob_read (bytes->data, bytes->len, NULL, &error));
  g_assert_nonnull (strstr (error->message, "nested"));
}

static void
assert_same (MarchGeometry *a,
             MarchGeometry *b)
{
  g_assert_cmpint (march_geometry_get_kind (a), ==, march_geometry_get_kind (b));
  g_assert_cmpuint (march_geometry_get_n_parts (a), ==, march_geometry_get_n_parts (b));
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *left = march_geometry_get_part (a, i);
      const MarchPart *right = march_geometry_get_part (b, i);

      g_assert_cmpuint (left->polygon, ==, right->polygon);
      g_assert_cmpint (left->hole, ==, right->hole);
      g_assert_cmpmem (left->points, 2 * left->n_points * sizeof (double), right->points,
                       2 * right->n_points * sizeof (double));
    }
}

static GPtrArray *
new_samples (void)
{
  static const double points[] = { 1.5, -2.25, 3, 4, 5, 6, 7.125, 8 };
  const MarchPart one = { points, 1, 0, FALSE };
  const MarchPart two[] = { { points, 1, 0, FALSE }, { points + 2, 1, 0, FALSE } };
  const MarchPart lines[] = { { points, 2, 0, FALSE }, { points, 4, 0, FALSE } };
  GPtrArray *samples = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);

  g_ptr_array_add (samples, march_geometry_new (MARCH_GEOMETRY_POINT, &one, 1));
  g_ptr_array_add (samples, march_geometry_new (MARCH_GEOMETRY_POINT, two, 2));
  g_ptr_array_add (samples, march_geometry_new (MARCH_GEOMETRY_LINE, lines, 1));
  g_ptr_array_add (samples, march_geometry_new (MARCH_GEOMETRY_LINE, lines, 2));
  g_ptr_array_add (samples, new_rectangle (1, 2, 3, 4));
  g_ptr_array_add (samples, new_holed ());
  for (guint kind = MARCH_GEOMETRY_POINT; kind <= MARCH_GEOMETRY_POLYGON; kind++)
    g_ptr_array_add (samples, march_geometry_new (kind, NULL, 0));
  return samples;
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) samples = new_samples ();

  for (guint i = 0; i < samples->len; i++)
    {
      g_autoptr (GBytes) blob = march_gpkg_blob_write (samples->pdata[i], MARCH_SRS_WGS84);
      g_autoptr (GBytes) again = NULL;
      g_autoptr (MarchGeometry) read = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;
      const guint8 *data = g_bytes_get_data (blob, &size);
      MarchBox box;
      gboolean empty;

      read = march_gpkg_blob_read (data, size, NULL, &error);
      g_assert_no_error (error);
      assert_same (read, samples->pdata[i]);
      again = march_gpkg_blob_write (read, MARCH_SRS_WGS84);
      g_assert_true (g_bytes_equal (blob, again));

      g_assert_true (march_gpkg_blob_read_box (data, size, &box, &empty));
      g_assert_cmpint (empty, ==, march_geometry_get_n_parts (read) == 0);
      g_assert_cmpmem (&box, sizeof box, march_geometry_get_box (read), sizeof box);
    }
}

/* Every prefix of a good blob is refused, and every single changed byte read or refused without
 * harm. */
static void
test_cut_and_damaged (void)
{
  g_autoptr (GPtrArray) samples = new_samples ();

  for (guint i = 0; i < samples->len; i++)
    {
      g_autoptr (GBytes) blob = march_gpkg_blob_write (samples->pdata[i], MARCH_SRS_WGS84);
      gsize size;
      const guint8 *data = g_bytes_get_data (blob, &size);

      for (gsize length = 0; length < size; length++)
        {
          g_autofree guint8 *prefix = g_memdup2 (data, length);
          g_autoptr (GError) error = NULL;

          g_assert_null (march_gpkg_blob_read (prefix, length, NULL, &error));
          g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
        }
      for (gsize at = 0; at < size; at++)
        for (guint bit = 0; bit < 8; bit++)
          {
            g_autofree guint8 *damaged = g_memdup2 (data, size);
            g_autoptr (MarchGeometry) geometry = NULL;
            g_autoptr (GError) error = NULL;
            double longitude, latitude;
            MarchBox box;
            gboolean empty;

            damaged[at] ^= (guint8) (1u << bit);
            geometry = march_gpkg_blob_read (damaged, size, NULL, &error);
            g_assert_true ((geometry == NULL) == (error != NULL));
            march_gpkg_blob_read_box (damaged, size, &box, &empty);
            if (geometry != NULL)
              march_geometry_get_label_point (geometry, &longitude, &latitude);
          }
    }
}

static void
test_box_of_damaged (void)
{
  g_autoptr (GByteArray) nonsense =
      from_hex ("47500003E6100000 " TWO ONE ONE TWO "01 01000000 " ONE TWO);
  g_autoptr (GByteArray) not_a_number =
      from_hex ("47500003E6100000 " NAN_LE ONE ONE TWO "01 01000000 " ONE TWO);
  g_autoptr (GByteArray) cut = from_hex (HEADER "01 01000000 " ONE);
  MarchBox box;
  gboolean empty;

  g_assert_false (march_gpkg_blob_read_box (nonsense->data, nonsense->len, &box, &empty));
  g_assert_false (march_gpkg_blob_read_box (not_a_number->data, not_a_number->len, &box, &empty));
  g_assert_false (march_gpkg_blob_read_box (cut->data, cut->len, &box, &empty));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/gpkg-blob/read", test_read);
  g_test_add_func ("/geo/gpkg-blob/refused", test_refused);
  g_test_add_func ("/geo/gpkg-blob/nested-too-deep", test_nested_too_deep);
  g_test_add_func ("/geo/gpkg-blob/round-trip", test_round_trip);
  g_test_add_func ("/geo/gpkg-blob/cut-and-damaged", test_cut_and_damaged);
  g_test_add_func ("/geo/gpkg-blob/box-of-damaged", test_box_of_damaged);
  return g_test_run ();
}
