/* march-areas-export.c — imported areas and points as GeoJSON, and how large areas are */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-areas-export.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "asof/march-area-history.h"
#include "asof/march-words.h"
#include "base/march-error.h"
#include "exchange/march-geojson-text.h"
#include "geo/march-mercator.h"

#define M2_PER_KM2 1e6
#define PLACES 1e6 /* of a degree: packed points are good to some centimetres */
#define HEAD "{\"type\":\"FeatureCollection\",\"features\":[\n"
#define FOOT "\n]}\n"

/* A cell as RFC 4180 has it; one that a spreadsheet would take for a formula gets an apostrophe. */
static void
add_cell (GString *text, const char *cell)
{
  gboolean    formula = cell[0] != '\0' && strchr ("=+-@", cell[0]) != NULL;
  const char *rest = cell;

  if (!formula && strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  if (formula)
    g_string_append_c (text, '\'');
  for (; *rest != '\0'; rest++)
    {
      if (*rest == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *rest);
    }
  g_string_append_c (text, '"');
}

static void
add_number (GString *text, const char *format, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ',');
  if (!isnan (number))
    g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static const char *
get_basis (MarchBasis basis)
{
  return march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS, basis);
}

static void
add_row (GString *text, const char *day, const MarchAreaRow *row, const char *language)
{
  const MarchPlace *place = row->place;

  g_string_append_printf (text, "%s,", day);
  add_cell (text, place != NULL && place->code != NULL ? place->code : "");
  g_string_append_c (text, ',');
  add_cell (text, place != NULL ? march_place_get_name (place, language) : _("The whole"));
  g_string_append_c (text, ',');
  add_cell (text, march_actor_get_name (row->side.holder, language));
  add_number (text, "%.3f", row->m2 / M2_PER_KM2);
  add_number (text, "%.6f", row->share);
  g_string_append_printf (text, ",%s\r\n", get_basis (row->side.basis));
}

/**
 * march_areas_export_table:
 * @language: of names
 * @cancellable: (nullable)
 *
 * Who holds how much of each unit, by the areas that count in @snapshot. Any thread; measuring
 * takes seconds for years of data.
 *
 * Returns: (transfer full): CSV (RFC 4180) with a line of names, or %NULL with
 * %MARCH_ERROR_NOT_FOUND if no areas cover the day, or %G_IO_ERROR_CANCELLED
 */
char *
march_areas_export_table (MarchSnapshot *snapshot,
                          const char    *language,
                          GCancellable  *cancellable,
                          GError       **error)
{
  MarchDay        as_of = march_snapshot_get_question (snapshot)->as_of;
  g_autofree char *day = march_day_to_iso (as_of);
  g_autoptr (MarchAreaHistory) history = march_area_history_new (snapshot, NULL, NULL, cancellable,
                                                                 error);
  g_autoptr (GArray) rows = NULL;
  GString *text;

  if (history == NULL)
    return NULL;
  rows = march_area_history_list_rows (history, as_of);
  if (rows->len == 0)
    {
      g_autofree char *words = march_words_nothing_measured (snapshot, NULL);

      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND, words);
      return NULL;
    }
  text = g_string_new ("day,code,place,holder,km2,share,basis\r\n");
  for (guint i = 0; i < rows->len; i++)
    add_row (text, day, &g_array_index (rows, MarchAreaRow, i), language);
  return g_string_free (text, FALSE);
}

static void
add_member (JsonObject *object, const char *name, const char *text)
{
  json_object_set_string_member (object, name, text);
}

static JsonObject *
describe (const MarchDatedImport *import, const char *day)
{
  JsonObject *properties = json_object_new ();

  add_member (properties, "holder", march_actor_get_name (import->holder, "en"));
  add_member (properties, "source", import->source->title);
  add_member (properties, "basis", get_basis (import->basis));
  add_member (properties, "date", day);
  return properties;
}

/* The points of a day in the making. */
typedef struct
{
  GString                *text;
  const MarchDatedImport *import;
  const char             *day;
} Counting;

static gboolean
add_point (const MarchPoint *point, gpointer user_data)
{
  const Counting        *counting = user_data;
  const char            *name = march_points_get_name (counting->import->points, point);
  const double           x = point->x / MARCH_POINT_STEPS, y = point->y / MARCH_POINT_STEPS;
  const double           degrees[] = { round (march_mercator_longitude (x) * PLACES) / PLACES,
                                       round (march_mercator_latitude (y) * PLACES) / PLACES };
  const MarchPart        part = { degrees, 1, 0, FALSE };
  g_autoptr (MarchGeometry) spot = march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);
  g_autoptr (JsonObject) properties = describe (counting->import, counting->day);

  if (*name != '\0')
    add_member (properties, "name", name);
  if (counting->text->len > strlen (HEAD))
    g_string_append (counting->text, ",\n");
  march_geojson_text_feature (counting->text, spot, properties, counting->day, NULL);
  return TRUE;
}

static void
add_points (GString *text, MarchSnapshot *snapshot, const MarchSource *source)
{
  const MarchDay        day = march_snapshot_get_question (snapshot)->as_of;
  const MarchPointBox   everywhere = { 0, 0, G_MAXUINT32, G_MAXUINT32 };
  g_autofree char      *iso = march_day_to_iso (day);
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (snapshot);

  for (guint i = 0; i < imports->len; i++)
    {
      Counting counting = { text, g_ptr_array_index (imports, i), iso };

      if (source == NULL || counting.import->source == source)
        march_points_visit (counting.import->points, &everywhere, day, day, add_point, &counting);
    }
}

static gboolean
add_land (GString                *text,
          GPtrArray              *areas,
          const MarchDatedImport *import,
          MarchDay                day,
          GError                **error)
{
  g_autoptr (MarchGeometry) land = march_areas_get_land (areas, import, day, error);
  g_autofree char *iso = march_day_to_iso (day);
  g_autoptr (JsonObject) properties = describe (import, iso);

  if (land == NULL)
    return FALSE;
  march_geojson_text_feature (text, land, properties, iso, NULL);
  return TRUE;
}

/**
 * march_areas_export_geojson:
 * @source: (nullable): whose areas and points; %NULL: the areas that count in @snapshot, and all
 *   points
 *
 * The land that each holder holds on the snapshot's day, as it is drawn and measured, and the
 * points that count on it. Any thread.
 *
 * Returns: (transfer full): GeoJSON (RFC 7946), or %NULL with %MARCH_ERROR_NOT_FOUND if there are
 * neither areas nor points of the day
 */
char *
march_areas_export_geojson (MarchSnapshot *snapshot, const MarchSource *source, GError **error)
{
  MarchDay day = march_snapshot_get_question (snapshot)->as_of;
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, source);
  GString *text;

  text = g_string_new (HEAD);
  for (guint i = 0; i < areas->len; i++)
    {
      if (i > 0)
        g_string_append (text, ",\n");
      if (!add_land (text, areas, g_ptr_array_index (areas, i), day, error))
        {
          g_string_free (text, TRUE);
          return NULL;
        }
    }
  add_points (text, snapshot, source);
  if (text->len == strlen (HEAD))
    {
      g_string_free (text, TRUE);
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                           _("No imported areas or points are of this day."));
      return NULL;
    }
  g_string_append (text, FOOT);
  return g_string_free (text, FALSE);
}

static JsonObject *
parse_properties (const char *properties)
{
  g_autoptr (JsonNode) node = properties != NULL ? json_from_string (properties, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_object_ref (json_node_get_object (node));
  return json_object_new ();
}

/* What a file had. */
typedef struct
{
  MarchGeometry *geometry; /* NULL: none */
  const char    *properties;
  const char    *name;
  MarchDay       from;
  MarchDay       until;
} Kept;

static void
add_feature (GString *text, const Kept *kept)
{
  g_autoptr (JsonObject) properties = parse_properties (kept->properties);
  g_autofree char *from = march_day_to_iso (kept->from);
  g_autofree char *last = kept->until != MARCH_DAY_MAX ? march_day_to_iso (kept->until - 1) : NULL;

  if (kept->name != NULL && *kept->name != '\0' && !json_object_has_member (properties, "name"))
    add_member (properties, "name", kept->name);
  if (g_strcmp0 (from, last) == 0)
    march_geojson_text_feature (text, kept->geometry, properties, from, NULL);
  else
    march_geojson_text_feature (text, kept->geometry, properties, from,
                                last != NULL ? last : "..");
}

/* A file of features in the making. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GString       *text; /* of one feature */
  guint          n;
} Writing;

static gboolean
write_feature (Writing *writing, const Kept *kept, GError **error)
{
  g_string_assign (writing->text, writing->n++ > 0 ? ",\n" : "");
  add_feature (writing->text, kept);
  return g_output_stream_write_all (writing->stream, writing->text->str, writing->text->len, NULL,
                                    writing->cancellable, error);
}

static gboolean
write_area (const MarchAreaFeature *feature, gpointer user_data, GError **error)
{
  return write_feature (user_data,
                        &(Kept){ feature->original, feature->properties, feature->name,
                                 feature->from, feature->until },
                        error);
}

/* The points of one feature, until a row comes that belongs to another. */
typedef struct
{
  Writing      *writing;
  GArray       *positions; /* of double */
  MarchPointRow row;       /* with texts of its own */
} Gathered;

static void
clear_row (MarchPointRow *row)
{
  g_free ((char *) row->file);
  g_free ((char *) row->name);
  g_free ((char *) row->properties);
  *row = (MarchPointRow){ 0 };
}

static gboolean
write_gathered (Gathered *gathered, GError **error)
{
  guint                  n = gathered->positions->len / 2;
  const MarchPointRow   *row = &gathered->row;
  g_autofree MarchPart  *parts = g_new0 (MarchPart, n + 1);
  g_autoptr (MarchGeometry) points = NULL;

  if (n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    parts[i] = (MarchPart){ .points = &g_array_index (gathered->positions, double, 2 * i),
                            .n_points = 1 };
  points = march_geometry_new (MARCH_GEOMETRY_POINT, parts, n);
  g_array_set_size (gathered->positions, 0);
  return write_feature (gathered->writing,
                        &(Kept){ points, row->properties, row->name, row->from, row->told },
                        error);
}

static gboolean
belongs_to (const MarchPointRow *row, const MarchPointRow *before)
{
  return row->place == before->place && row->from == before->from && row->told == before->told
         && g_strcmp0 (row->file, before->file) == 0
         && g_strcmp0 (row->properties, before->properties) == 0;
}

static gboolean
write_point (const MarchPointRow *row, gpointer user_data, GError **error)
{
  Gathered *gathered = user_data;

  if (!belongs_to (row, &gathered->row))
    {
      if (!write_gathered (gathered, error))
        return FALSE;
      clear_row (&gathered->row);
      gathered->row = *row;
      gathered->row.file = g_strdup (row->file);
      gathered->row.name = g_strdup (row->name);
      gathered->row.properties = g_strdup (row->properties);
    }
  g_array_append_val (gathered->positions, row->longitude);
  g_array_append_val (gathered->positions, row->latitude);
  return TRUE;
}

static gboolean
write_points (MarchDossier *dossier, gint64 import_id, Writing *writing, GError **error)
{
  Gathered gathered = { .writing = writing, .positions = g_array_new (FALSE, FALSE,
                                                                      sizeof (double)) };
  gboolean good = march_dossier_visit_points (dossier, import_id, write_point, &gathered, error)
                  && write_gathered (&gathered, error);

  g_array_unref (gathered.positions);
  clear_row (&gathered.row);
  return good;
}

/**
 * march_areas_export_features:
 * @areas: (element-type MarchDatedImport): of @dossier
 * @points: (element-type MarchDatedImport): likewise
 * @stream: where it goes; left open
 *
 * Writes what the files of imports had as GeoJSON: geometry point by point as it was read,
 * properties, and the days as "time" of OGC Features and Geometries JSON (21-045r1). Any thread.
 */
gboolean
march_areas_export_features (MarchDossier  *dossier,
                             GPtrArray     *areas,
                             GPtrArray     *points,
                             GOutputStream *stream,
                             GCancellable  *cancellable,
                             GError       **error)
{
  Writing  writing = { stream, cancellable, g_string_new (NULL), 0 };
  gboolean good = g_output_stream_write_all (stream, HEAD, strlen (HEAD), NULL, cancellable, error);

  for (guint i = 0; good && i < areas->len; i++)
    good = march_dossier_visit_area_features (
        dossier, ((const MarchDatedImport *) g_ptr_array_index (areas, i))->id, write_area,
        &writing, error);
  for (guint i = 0; good && i < points->len; i++)
    good = write_points (dossier, ((const MarchDatedImport *) g_ptr_array_index (points, i))->id,
                         &writing, error);
  good = good
         && g_output_stream_write_all (stream, FOOT, strlen (FOOT), NULL, cancellable, error);
  g_string_free (writing.text, TRUE);
  return good;
}
