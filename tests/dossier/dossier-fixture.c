/* dossier-fixture.c — a small dossier of the invented land of Velmark, written by the edit layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-tests"

#include "config.h"

#include "dossier-fixture.h"

#include <glib/gstdio.h>

#include "dossier/march-database-private.h"
#include "dossier/march-record-table.h"

/* "column=text", "column:integer", "column.real" and "column!square", up to a NULL. */
MarchRow *
fixture_make_row (const char *const *cells)
{
  MarchRow *row = march_row_new ();

  for (; *cells != NULL; cells++)
    {
      gsize            length = strcspn (*cells, "=:.!");
      g_autofree char *column = g_strndup (*cells, length);
      const char      *value = *cells + length + 1;

      if ((*cells)[length] == '=')
        march_row_set_text (row, column, value);
      else if ((*cells)[length] == ':')
        march_row_set_integer (row, column, g_ascii_strtoll (value, NULL, 10));
      else if ((*cells)[length] == '.')
        march_row_set_real (row, column, g_ascii_strtod (value, NULL));
      else
        {
          g_autoptr (MarchGeometry) square = fixture_square (g_ascii_strtod (value, NULL), 1, 1);

          march_row_set_geometry (row, column, square);
        }
    }
  return row;
}

static const struct
{
  const char *table;
  gint64      id;
  const char *cells[16];
} records[] = {
  { "dossier",
    1,
    { "uuid=" FIXTURE_UUID, "title=Velmark and its neighbours", "first_edtf=2030",
      "last_edtf=2031-12-31", "convention=the League's map" } },
  { "actor", FIXTURE_VELMARK, { "kind=state", "palette:1" } },
  { "actor", FIXTURE_OSTREN, { "kind=state", "palette:2" } },
  { "actor", FIXTURE_SPEAKER, { "kind=person" } },
  { "actor_name", 101, { "actor_id:11", "text=Velmark", "language=en", "preferred:1" } },
  { "actor_name", 102, { "actor_id:11", "text=Вельмарк", "language=uk" } },
  { "actor_name", 103, { "actor_id:12", "text=Ostren", "language=en", "preferred:1" } },
  { "actor_name", 104, { "actor_id:13", "text=Jora Þelmi", "language=en", "preferred:1" } },
  { "office",
    111,
    { "actor_id:13", "body_id:11", "title=envoy", "valid_edtf=2029/..", "states_policy:1" } },
  { "place",
    FIXTURE_VELMARK_LAND,
    { "kind=state", "code=VM", "state_id:11", "importance:9", "geom!10" } },
  { "place",
    FIXTURE_OSTREN_LAND,
    { "kind=state", "code=OS", "state_id:12", "importance:8", "geom!12" } },
  { "place",
    FIXTURE_TARVIA,
    { "kind=unit", "code=OS-01", "level:1", "importance:5", "geom!12.25" } },
  { "place_link", 121, { "child_id:23", "parent_id:22", "kind=recognised" } },
  { "name", 131, { "place_id:21", "text=Velmark", "language=en", "role=main" } },
  { "name", 132, { "place_id:22", "text=Ostren", "language=en", "role=main" } },
  { "name", 133, { "place_id:23", "text=Tarvia", "language=en", "role=main" } },
  { "name", 134, { "place_id:23", "text=Тарвія", "language=uk", "user_id:11" } },
  { "source",
    FIXTURE_SOURCE,
    { "title=Talks at the lake",
      "csl={\"type\":\"article-newspaper\",\"author\":[{\"given\":\"Ilse\",\"family\":\"Kremer\"}],"
      "\"container-title\":\"The Lake Herald\"}",
      "published_edtf=2031-05-15~", "grade=B" } },
  { "quotation",
    FIXTURE_QUOTATION,
    { "source_id:31", "exact=Tarvia is ours", "voice=verbatim", "act=speech", "said_edtf=2031-05",
      "credibility:2" } },
  { "quotation", FIXTURE_POINTER, { "source_id:31", "voice=report", "act=report" } },
  { "span",
    141,
    { "quotation_id:41", "position:0", "exact=Tarvia is ours", "prefix=The envoy spoke. “",
      "suffix=”, he said.", "first:18", "beyond:32",
      "sha256=71cfd5eae67028c81fc93472a51f2d7c9899e9b17d1897a1b2990765c91696d8" } },
  { "chain", 151, { "quotation_id:41", "position:0", "actor_id:13", "role=speaker" } },
  { "set_aside",
    161,
    { "source_id:31", "first:0", "beyond:16", "sha256=00", "reason=says nothing of land" } },
  { "proposal",
    FIXTURE_PROPOSAL,
    { "title=The lake plan", "status=drafted", "proposer_id:12", "dated_edtf=2031",
      "terms=a customs union" } },
  { "proposal_term",
    171,
    { "proposal_id:51", "place_id:23", "holder_id:12", "deferred=ten years" } },
  { "assertion",
    FIXTURE_CONTROL,
    { "kind=control", "place_id:23", "actor_id:11", "extent=part", "valid_edtf=2031-05-15" } },
  { "assertion",
    FIXTURE_CLAIM,
    { "kind=claim", "place_id:23", "actor_id:11", "according_id:11", "basis=demand",
      "valid_edtf=2031-05/.." } },
  { "assertion",
    FIXTURE_EVENT,
    { "kind=event", "title=The lake talks", "valid_edtf=2031-05-14/2031-05-16" } },
  { "assertion", FIXTURE_THESIS, { "kind=thesis", "title=Land is secondary" } },
  { "assertion",
    FIXTURE_FIGURE,
    { "kind=figure", "place_id:23", "quantity=people in Tarvia", "low.1000", "high.1500.5",
      "unit=people" } },
  { "assertion",
    FIXTURE_VALUE,
    { "kind=value", "place_id:23", "value_kind=symbolic", "origin=concluded",
      "reasoning=both say so", "confidence=low" } },
  { "assertion",
    FIXTURE_POSITION,
    { "kind=position", "title=Velmark refuses the plan", "actor_id:11", "proposal_id:51",
      "stand=rejects" } },
  { "tag", 181, { "assertion_id:66", "text=homeland" } },
  { "participant", 191, { "assertion_id:63", "actor_id:13", "role=head", "side_id:11" } },
  { "evidence", FIXTURE_EVIDENCE, { "quotation_id:41", "assertion_id:62" } },
  { "evidence", 82, { "quotation_id:42", "assertion_id:61" } },
  { "evidence", 83, { "quotation_id:42", "proposal_id:51", "stance=qualifies" } },
  { "control_area",
    FIXTURE_AREA,
    { "assertion_id:61", "valid_edtf=2031-05-15/2031-06", "geom!12.5" } },
  { "background", FIXTURE_RIVER, { "kind=lake", "name=The Mere", "geom!14" } },
};

MarchGeometry *
fixture_square (double west, double south, double size)
{
  double    points[] = { west,         south, west + size,  south, west + size,
                         south + size, west,  south + size, west,  south };
  MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* Fills an empty dossier. */
void
fixture_fill (MarchDatabase *database)
{
  GError *error = NULL;
  g_autoptr (MarchEdit) edit = march_edit_begin (database, "Fill", "tests", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (MarchRow) row = fixture_make_row (records[i].cells);

      march_edit_insert (edit, records[i].table, records[i].id, row, &error);
      g_assert_no_error (error);
    }
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Returns: the path of a new dossier */
char *
fixture_write (const char *folder, const char *name)
{
  GError *error = NULL;
  char   *path = g_build_filename (folder, name, NULL);
  g_autoptr (MarchDatabase) database = march_database_create (path, &error);

  g_assert_no_error (error);
  fixture_fill (database);
  return path;
}

/* Over all records, in the order of their ids: equal for equal content, however the file is laid
 * out. */
char *
fixture_checksum (MarchDatabase *database)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i].name);
      g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, NULL);

      g_assert_nonnull (statement);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (statement); column++)
          {
            guchar type = (guchar) sqlite3_column_type (statement, column);
            int    size = sqlite3_column_bytes (statement, column);

            g_checksum_update (sum, &type, 1);
            g_checksum_update (sum, (const guchar *) &size, sizeof size);
            if (size > 0)
              g_checksum_update (sum, sqlite3_column_blob (statement, column), size);
          }
    }
  return g_strdup (g_checksum_get_string (sum));
}

char *
fixture_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

char *
fixture_file_hash (const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;
  GError          *error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

gint64
fixture_select_integer (MarchDatabase *database, const char *sql)
{
  GError *error = NULL;
  gint64  value = G_MININT64;

  march_sqlite_select_integer (database->handle, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

char *
fixture_select_text (MarchDatabase *database, const char *sql)
{
  GError *error = NULL;
  char   *text = march_sqlite_select_text (database->handle, sql, &error);

  g_assert_no_error (error);
  return text;
}
