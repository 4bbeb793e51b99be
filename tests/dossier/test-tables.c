/* test-tables.c — the tables of a new dossier, and what is derived in them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-schema.h"
#include "edit-fixture.h"

static void
test_geopackage (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *integrity = fixture_select_text (fixture->database, "PRAGMA integrity_check");

  g_assert_cmpstr (integrity, ==, "ok");
  edit_expect (fixture, "PRAGMA application_id", 0x47504B47);
  edit_expect (fixture, "PRAGMA user_version", 10300);
  edit_expect (fixture, "SELECT count (*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)",
               3);
  edit_expect (fixture, "SELECT count (*) FROM gpkg_contents WHERE data_type = 'features'", 5);
  edit_expect (fixture, "SELECT count (*) FROM gpkg_contents WHERE data_type = 'attributes'", 25);
  edit_expect (fixture,
               "SELECT count (*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'",
               5);
  edit_expect (fixture,
               "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
               "'gpkg_%' AND name NOT LIKE 'rtree_%' AND name NOT LIKE 'sqlite_%' AND name NOT IN "
               "(SELECT table_name FROM gpkg_extensions WHERE extension_name = "
               "'marchland_dossier')",
               0);
  edit_expect (fixture, "SELECT max (version) FROM schema_version", MARCH_SCHEMA_VERSION);
  edit_expect (fixture, "SELECT count (*) FROM pragma_foreign_key_check", 0);
}

static void
test_nothing_foreign (EditFixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) foreign = march_schema_list_foreign (fixture->database, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (foreign->len, ==, 0);
}

static void
test_extent (EditFixture *fixture, gconstpointer data)
{
  edit_expect (fixture,
               "SELECT min_x = 10 AND min_y = 1 AND max_x = 13.25 AND max_y = 2 FROM gpkg_contents "
               "WHERE table_name = 'place'",
               1);
  edit_expect (fixture, "SELECT count (*) FROM rtree_place_geom WHERE minx < 10.5", 1);
}

static const struct
{
  const char *sql;
  gint64      value;
} derived_days[] = {
  { "SELECT from_earliest_day FROM assertion WHERE id = 63", 22413 }, /* 2031-05-14 */
  { "SELECT until_latest_day FROM assertion WHERE id = 63", 22416 },
  { "SELECT from_earliest_day FROM assertion WHERE id = 62", 22400 }, /* 2031-05 */
  { "SELECT from_latest_day FROM assertion WHERE id = 62", 22430 },
  { "SELECT until_latest_day IS NULL FROM assertion WHERE id = 62", 1 },
  { "SELECT from_day FROM office WHERE id = 111", 21550 }, /* 2029-01-01 */
  { "SELECT until_day IS NULL FROM office WHERE id = 111", 1 },
  { "SELECT published_until_day - published_from_day FROM source WHERE id = 31", 1 },
  { "SELECT said_until_day - said_from_day FROM quotation WHERE id = 41", 31 },
  { "SELECT said_from_day IS NULL FROM quotation WHERE id = 42", 1 },
  { "SELECT dated_until_day - dated_from_day FROM proposal WHERE id = 51", 365 },
  { "SELECT until_latest_day FROM control_area WHERE id = 91", 22461 },
};

static void
test_days (EditFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (derived_days); i++)
    edit_expect (fixture, derived_days[i].sql, derived_days[i].value);
}

static const struct
{
  const char *match;
  const char *kind;
  gint64      id;
} findings[] = {
  { "tarvia", "place", FIXTURE_TARVIA },       { "OS-01", "place", FIXTURE_TARVIA },
  { "velmark", "actor", FIXTURE_VELMARK },     { "kremer", "source", FIXTURE_SOURCE },
  { "herald", "source", FIXTURE_SOURCE },      { "ours", "quotation", FIXTURE_QUOTATION },
  { "customs", "proposal", FIXTURE_PROPOSAL }, { "lake talks", "event", FIXTURE_EVENT },
  { "secondary", "thesis", FIXTURE_THESIS },   { "people", "figure", FIXTURE_FIGURE },
};

static void
test_search_rows (EditFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("SELECT count (*) FROM search JOIN search_entry ON search_entry.id = "
                             "search.rowid WHERE search MATCH '\"%s\"*' "
                             "AND kind = '%s' AND record_id = %" G_GINT64_FORMAT,
                             findings[i].match, findings[i].kind, findings[i].id);
      edit_expect (fixture, sql, 1);
    }
  /* the Ukrainian variant, as it is written */
  edit_expect (fixture, "SELECT count (*) FROM search WHERE search MATCH 'тарвія'", 1);
}

static void
test_create_over (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (march_database_create (march_database_get_path (fixture->database), &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EDIT_ADD ("/edit/geopackage", NULL, test_geopackage);
  EDIT_ADD ("/edit/nothing-foreign", NULL, test_nothing_foreign);
  EDIT_ADD ("/edit/extent", NULL, test_extent);
  EDIT_ADD ("/edit/days", NULL, test_days);
  EDIT_ADD ("/edit/search-rows", NULL, test_search_rows);
  EDIT_ADD ("/edit/create-over", NULL, test_create_over);
  return g_test_run ();
}
