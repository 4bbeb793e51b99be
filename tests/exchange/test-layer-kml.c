/* test-layer-kml.c — KML and KMZ read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/march-error.h"
#include "exchange/march-layer-dates.h"
#include "layer-fixture.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- made by hand -->"                                \
  "<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">"
#define KML(content) HEAD "<Document><name>Velmark</name>" content "</Document></kml>"
#define RING(numbers) "<LinearRing><coordinates>" numbers "</coordinates></LinearRing>"
#define SQUARE                                                                                     \
  "<Polygon><outerBoundaryIs>" RING (                                                              \
      " 0,0,0 9,0,0\n 9,9,0 0,9,0 0,0,0 ") "</outerBoundaryIs>"                                    \
                                           "<innerBoundaryIs>" RING (                              \
                                               "1,1 2,1 2,2 1,1") "</innerBoundaryIs></Polygon>"
#define POINT "<Point><coordinates>30.5,50.25</coordinates></Point>"
#define PLACEMARK(content) "<Placemark>" content "</Placemark>"

static MarchLayer *
read_text (const char *text, GError **error)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();

  return layer_fixture_read (fixture, "velmark.kml", text, error);
}

static MarchLayer *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  MarchLayer *layer = read_text (text, &error);

  g_assert_no_error (error);
  return layer;
}

static void
test_geometries (void)
{
  static const struct
  {
    const char       *content;
    MarchGeometryKind kind;
    guint             n_features, n_parts;
  } rows[] = {
    { POINT, MARCH_GEOMETRY_POINT, 1, 1 },
    { "<Point><coordinates> 30.5, 50.25, 0 </coordinates></Point>", MARCH_GEOMETRY_POINT, 1, 1 },
    { "<LineString><coordinates>1,2 3,4</coordinates></LineString>", MARCH_GEOMETRY_LINE, 1, 1 },
    { SQUARE, MARCH_GEOMETRY_POLYGON, 1, 2 },
    { "<MultiGeometry>" SQUARE SQUARE "</MultiGeometry>", MARCH_GEOMETRY_POLYGON, 1, 4 },
    { "<MultiGeometry><MultiGeometry>" SQUARE "</MultiGeometry>" SQUARE "</MultiGeometry>",
      MARCH_GEOMETRY_POLYGON, 1, 4 },
    { "<MultiGeometry>" POINT SQUARE "</MultiGeometry>", MARCH_GEOMETRY_POINT, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (KML (PLACEMARK ("%s")), rows[i].content);
      g_autoptr (MarchLayer) layer = read_good (text);
      MarchGeometry *geometry;

      g_assert_cmpuint (march_layer_get_n_features (layer), ==, rows[i].n_features);
      g_assert_cmpstr (march_layer_get_file (layer, 0)->format, ==, "KML");
      geometry = march_layer_get_feature (layer, 0)->geometry;
      g_assert_cmpint (march_geometry_get_kind (geometry), ==, rows[i].kind);
      g_assert_cmpuint (march_geometry_get_n_parts (geometry), ==, rows[i].n_parts);
      if (rows[i].kind == MARCH_GEOMETRY_POLYGON)
        g_assert_true (march_geometry_get_part (geometry, 1)->hole);
    }
}

static void
test_data (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (KML ("<Folder><name>North</name><Folder><name>Coast</name>"
                              "<Placemark id=\"p1\"><name>Orlen /// Орлен</name>"
                              "<description><![CDATA[<b>bold</b>]]></description>"
                              "<ExtendedData><Data name=\"holder\"><value>Ostren</value></Data>"
                              "<SchemaData><SimpleData "
                              "name=\"size\">12</SimpleData></SchemaData></ExtendedData>" POINT
                              "</Placemark></Folder></Folder>" PLACEMARK (POINT)));
  const MarchLayerFeature *feature = march_layer_get_feature (layer, 0);

  g_assert_cmpstr (feature->id, ==, "p1");
  g_assert_cmpstr (feature->name, ==, "Orlen");
  g_assert_cmpstr (feature->names[1], ==, "Орлен");
  g_assert_cmpstr (feature->group, ==, "Velmark / North / Coast");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "description"), ==, "<b>bold</b>");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "holder"), ==, "Ostren");
  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "size"), ==, "12");
  g_assert_cmpstr (march_layer_get_feature (layer, 1)->group, ==, "Velmark");
  g_assert_cmpuint (march_layer_get_feature (layer, 1)->place, ==, 2);
}

static void
test_colours (void)
{
  static const struct
  {
    const char *before, *inside, *after, *colour;
  } rows[] = {
    { "", "<Style><PolyStyle><color>7f14275a</color></PolyStyle></Style>", "", "#5a2714" },
    { "", "<Style><LineStyle><color>ff0000ff</color></LineStyle></Style>", "", "#ff0000" },
    { "<Style id=\"s\"><PolyStyle><color>ff00ff00</color></PolyStyle></Style>",
      "<styleUrl>#s</styleUrl>", "", "#00ff00" },
    { "", "<styleUrl>#m</styleUrl>",
      "<StyleMap id=\"m\"><Pair><key>highlight</key><styleUrl>#x</styleUrl></Pair><Pair><key>normal"
      "</key><styleUrl>#s</styleUrl></Pair></StyleMap>"
      "<Style id=\"s\"><PolyStyle><color>ff00ff00</color></PolyStyle></Style>",
      "#00ff00" },
    { "", "<styleUrl>#none</styleUrl>", "", NULL },
    { "", "<Style><PolyStyle><color>red</color></PolyStyle></Style>", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (KML ("%s" PLACEMARK ("%s" POINT) "%s"),
                                               rows[i].before, rows[i].inside, rows[i].after);
      g_autoptr (MarchLayer) layer = read_good (text);

      g_assert_cmpstr (march_layer_get_feature (layer, 0)->colour, ==, rows[i].colour);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *folder, *placemark, *from, *until;
    gboolean    observed;
  } rows[] = {
    { "", "<TimeStamp><when>2022-09-12</when></TimeStamp>", "2022-09-12", "2022-09-13", TRUE },
    { "", "<TimeSpan><begin>2022-09-12</begin><end>2022-09-20</end></TimeSpan>", "2022-09-12",
      "2022-09-21", FALSE },
    { "", "<TimeSpan><begin>2022-09</begin><end>2022-10</end></TimeSpan>", "2022-09-01",
      "2022-11-01", FALSE },
    { "", "<TimeSpan><begin>2022-09-12T00:00:00Z</begin></TimeSpan>", "2022-09-12", NULL, FALSE },
    { "<TimeStamp><when>2022-09-12</when></TimeStamp>", "", "2022-09-12", "2022-09-13", TRUE },
    { "<TimeStamp><when>2022-09-12</when></TimeStamp>",
      "<TimeStamp><when>2022-09-14</when></TimeStamp>", "2022-09-14", "2022-09-15", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (KML ("<Folder>%s" PLACEMARK ("%s" POINT) "</"
                                                                                        "Folder>"),
                                               rows[i].folder, rows[i].placemark);
      g_autoptr (MarchLayer) layer = read_good (text);
      g_autoptr (MarchDateChoice) choice = march_date_choice_new (MARCH_DATED_BY_FEATURE);
      const MarchLayerDates *dates;
      MarchDay               day;

      march_layer_set_dates (layer, choice, march_day_from_ymd (2025, 6, 1));
      dates = &march_layer_get_feature (layer, 0)->dates;
      g_assert_true (march_day_parse (rows[i].from, &day, NULL));
      g_assert_cmpint (dates->from, ==, day);
      day = MARCH_DAY_MAX;
      g_assert_true (rows[i].until == NULL || march_day_parse (rows[i].until, &day, NULL));
      g_assert_cmpint (dates->until, ==, day);
      g_assert_cmpint (dates->observed, ==, rows[i].observed);
    }
}

static void
test_notes (void)
{
  static const struct
  {
    const char   *content;
    guint         n_features;
    MarchNoteKind kind;
    const char   *says;
  } rows[] = {
    { PLACEMARK ("<name>x</name>"), 0, MARCH_NOTE_SKIPPED,
      "feature 1: It has no geometry and is left out." },
    { PLACEMARK ("<Point/>"), 0, MARCH_NOTE_SKIPPED, "coordinates can't be read" },
    { PLACEMARK ("<Point><coordinates>x,y</coordinates></Point>"), 0, MARCH_NOTE_SKIPPED,
      "coordinates can't be read" },
    { PLACEMARK ("<Point><coordinates>30</coordinates></Point>"), 0, MARCH_NOTE_SKIPPED,
      "coordinates can't be read" },
    { PLACEMARK ("<Point><coordinates>30,95</coordinates></Point>"), 0, MARCH_NOTE_SKIPPED,
      "not on Earth" },
    { PLACEMARK ("<gx:Track/>"), 0, MARCH_NOTE_SKIPPED, "track" },
    { PLACEMARK ("<Point><coordinates>30,50,100</coordinates></Point>"), 1, MARCH_NOTE_REPAIRED,
      "heights" },
    { PLACEMARK (POINT) "<NetworkLink><Link><href>http://192.0.2.1/</href></Link></NetworkLink>", 1,
      MARCH_NOTE_TOLD, "not fetched" },
    { PLACEMARK (POINT) "<GroundOverlay/>", 1, MARCH_NOTE_TOLD, "pictures" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (KML ("%s"), rows[i].content);
      g_autoptr (MarchLayer) layer = read_good (text);

      g_assert_cmpuint (march_layer_get_n_features (layer), ==, rows[i].n_features);
      layer_fixture_assert_note (layer, rows[i].kind, rows[i].says);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } rows[] = {
    { HEAD "\n<Document>\n</kml>", "in line 3" },
    { HEAD "<Document><name>a", "not well-formed" },
    { HEAD "<Document>&thing;</Document></kml>", "not well-formed" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<kml><Document><name>&x;</name></Document></kml>",
      "document type" },
    { "<!-- <kml> --><!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><kml>&b;</kml>",
      "document type" },
    { "<gpx></gpx>", "no file of areas" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "velmark.kml: "));
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

/* A description may hold a whole page of another kind. */
static void
test_page_inside (void)
{
  g_autoptr (MarchLayer)
      layer = read_good (KML (PLACEMARK ("<description><![CDATA[<!DOCTYPE "
                                         "html><html>x</html>]]></description>" POINT)));

  g_assert_cmpstr (layer_fixture_get_text (layer, 0, "description"), ==,
                   "<!DOCTYPE html><html>x</html>");
}

static void
add_entry (struct archive *archive, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

/* Writes a compressed file with a picture and a document of @length bytes. */
static char *
write_kmz (LayerFixture *fixture, const char *name, const char *text, gsize length)
{
  char           *path = layer_fixture_write (fixture, "velmark.kmz", "", 0);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  add_entry (archive, "files/icon.png", "picture", 7);
  add_entry (archive, name, text, length);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return path;
}

static void
test_compressed (void)
{
  static const char text[] = KML (PLACEMARK (SQUARE));
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = write_kmz (fixture, "doc.kml", text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchLayer) layer = march_layer_read_file (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (march_layer_get_n_features (layer), ==, 1);
  g_assert_cmpstr (march_layer_get_file (layer, 0)->format, ==, "KMZ");
}

static void
test_compressed_refused (void)
{
  static const char text[] = KML (PLACEMARK (SQUARE));
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *other = write_kmz (fixture, "doc.txt", text, strlen (text));
  g_autofree char *bytes = NULL;
  g_autofree char *cut = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (march_layer_read_file (other, &error));
  g_assert_nonnull (strstr (error->message, "velmark.kmz: The compressed file holds no KML"));
  g_clear_error (&error);

  g_free (write_kmz (fixture, "doc.kml", text, strlen (text)));
  g_assert_true (g_file_get_contents (other, &bytes, &length, NULL));
  cut = layer_fixture_write (fixture, "cut.kmz", bytes, (gssize) length / 3);
  g_assert_null (march_layer_read_file (cut, &error));
  g_assert_nonnull (strstr (error->message, "is damaged"));
}

/* A few hundred kilobytes that unpack to more than a quarter of a gigabyte. */
static void
test_bomb (void)
{
  const gsize      length = 257 * 1024 * 1024;
  g_autofree char *text = g_malloc0 (length);
  g_autoptr (LayerFixture) fixture = layer_fixture_new ();
  g_autofree char *path = write_kmz (fixture, "doc.kml", text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_layer_read_file (path, &error));
  g_assert_nonnull (strstr (error->message, "256 megabytes"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layer-kml/geometries", test_geometries);
  g_test_add_func ("/exchange/layer-kml/data", test_data);
  g_test_add_func ("/exchange/layer-kml/colours", test_colours);
  g_test_add_func ("/exchange/layer-kml/times", test_times);
  g_test_add_func ("/exchange/layer-kml/notes", test_notes);
  g_test_add_func ("/exchange/layer-kml/refused", test_refused);
  g_test_add_func ("/exchange/layer-kml/page-inside", test_page_inside);
  g_test_add_func ("/exchange/layer-kml/compressed", test_compressed);
  g_test_add_func ("/exchange/layer-kml/compressed-refused", test_compressed_refused);
  g_test_add_func ("/exchange/layer-kml/bomb", test_bomb);
  return g_test_run ();
}
