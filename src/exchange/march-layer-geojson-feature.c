/* march-layer-geojson-feature.c — the features of GeoJSON, with their properties and times */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-layer-geojson-private.h"

/* What a feature has besides its record. */
typedef struct
{
  char           *type;
  gboolean        has_geometry; /* its own or "place", not null */
  gboolean        has_place;
  MarchJsonCursor place;
  char           *place_crs;
  const char     *reason; /* why its geometry can't be read */
} Parts;

static void
note (MarchGeoJson *geojson, MarchNoteKind kind, const char *sentence)
{
  const MarchReading *reading = geojson->reading;

  march_layer_note (reading->layer, kind, reading->file, reading->n_places, "%s", sentence);
}

/* The characters of the value that the cursor passes. */
static char *
dup_raw (MarchJsonCursor *cursor)
{
  const char *start = (march_json_cursor_peek (cursor), cursor->at);
  const char *end;

  march_json_cursor_skip (cursor);
  end = cursor->at;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  return g_strndup (start, (gsize) (end - start));
}

static void
read_value (MarchGeoJson *geojson, MarchJsonCursor *cursor, MarchLayerRecord *record, guint field)
{
  static const MarchLayerValueKind kinds[] = {
    [MARCH_JSON_NOTHING] = MARCH_VALUE_NULL,  [MARCH_JSON_OBJECT] = MARCH_VALUE_NESTED,
    [MARCH_JSON_ARRAY] = MARCH_VALUE_NESTED,  [MARCH_JSON_STRING] = MARCH_VALUE_TEXT,
    [MARCH_JSON_NUMBER] = MARCH_VALUE_NUMBER, [MARCH_JSON_BOOLEAN] = MARCH_VALUE_BOOLEAN,
    [MARCH_JSON_NULL] = MARCH_VALUE_NULL,
  };
  MarchJsonKind kind = march_json_cursor_peek (cursor);

  if (kind == MARCH_JSON_STRING)
    {
      march_json_cursor_read_string (cursor, geojson->scratch);
      march_layer_record_add_value (record, field, MARCH_VALUE_TEXT, geojson->scratch->str);
    }
  else
    {
      g_autofree char *raw = dup_raw (cursor);

      march_layer_record_add_value (record, field, kinds[kind],
                                    kind == MARCH_JSON_NULL ? NULL : raw);
    }
}

static void
read_properties (MarchGeoJson *geojson, MarchJsonCursor *cursor, MarchLayerRecord *record)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (march_json_cursor_peek (cursor) != MARCH_JSON_OBJECT)
    {
      if (march_json_cursor_peek (cursor) != MARCH_JSON_NULL)
        note (geojson, MARCH_NOTE_REPAIRED, _ ("Its properties are no object and were left out."));
      march_json_cursor_skip (cursor);
      return;
    }
  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_member (cursor, name))
    read_value (geojson, cursor, record,
                march_layer_intern_field (geojson->reading->layer, name->str));
}

static void
set_time (MarchLayerRecord *record, gboolean is_instant, const char *from, const char *until)
{
  g_free (record->time_from);
  g_free (record->time_until);
  record->time_from = g_strdup (from);
  record->time_until = g_strdup (until);
  record->is_instant = is_instant;
  record->has_time = TRUE;
}

static void
read_interval (MarchGeoJson *geojson, MarchJsonCursor *cursor, MarchLayerRecord *record)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func (g_free);
  gboolean only_texts = TRUE;

  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_element (cursor))
    if (march_json_cursor_peek (cursor) == MARCH_JSON_STRING)
      {
        march_json_cursor_read_string (cursor, geojson->scratch);
        g_ptr_array_add (ends, g_strdup (geojson->scratch->str));
      }
    else
      {
        march_json_cursor_skip (cursor);
        only_texts = FALSE;
      }
  if (only_texts && ends->len == 2)
    set_time (record, FALSE, ends->pdata[0], ends->pdata[1]);
  else
    note (geojson, MARCH_NOTE_TOLD, _ ("Its “interval” is not two texts and was not used."));
}

/* "time": an interval counts more than a day, that more than a moment. */
static void
read_time (MarchGeoJson *geojson, MarchJsonCursor *cursor, MarchLayerRecord *record)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (march_json_cursor_peek (cursor) != MARCH_JSON_OBJECT)
    {
      march_json_cursor_skip (cursor);
      return;
    }
  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_member (cursor, name))
    {
      MarchJsonKind kind = march_json_cursor_peek (cursor);
      gboolean      is_date = strcmp (name->str, "date") == 0;

      if (strcmp (name->str, "interval") == 0 && kind == MARCH_JSON_ARRAY)
        read_interval (geojson, cursor, record);
      else if ((is_date || strcmp (name->str, "timestamp") == 0) && kind == MARCH_JSON_STRING)
        {
          march_json_cursor_read_string (cursor, geojson->scratch);
          if (!record->has_time || (is_date && record->is_instant))
            set_time (record, TRUE, geojson->scratch->str, NULL);
        }
      else
        march_json_cursor_skip (cursor);
    }
}

static void
read_id (MarchGeoJson *geojson, MarchJsonCursor *cursor, MarchLayerRecord *record)
{
  MarchJsonKind kind = march_json_cursor_peek (cursor);

  g_clear_pointer (&record->feature.id, g_free);
  if (kind == MARCH_JSON_STRING)
    {
      march_json_cursor_read_string (cursor, geojson->scratch);
      record->feature.id = g_strdup (geojson->scratch->str);
    }
  else if (kind == MARCH_JSON_NUMBER)
    record->feature.id = dup_raw (cursor);
  else
    march_json_cursor_skip (cursor);
}

static void
read_own_geometry (MarchGeoJson *geojson, MarchJsonCursor *cursor, Parts *parts)
{
  MarchJsonCursor inside = *cursor;

  parts->has_geometry = march_json_cursor_peek (cursor) != MARCH_JSON_NULL;
  march_layer_shape_clear (geojson->reading->shape);
  march_geojson_read_geometry (&inside, geojson->reading->shape, &parts->reason);
  march_json_cursor_skip (cursor);
}

static void
read_member (MarchGeoJson     *geojson,
             MarchJsonCursor  *cursor,
             const char       *name,
             MarchLayerRecord *record,
             Parts            *parts)
{
  MarchJsonKind kind = march_json_cursor_peek (cursor);

  if (strcmp (name, "type") == 0 && kind == MARCH_JSON_STRING)
    {
      march_json_cursor_read_string (cursor, geojson->scratch);
      g_free (parts->type);
      parts->type = g_strdup (geojson->scratch->str);
    }
  else if (strcmp (name, "geometry") == 0)
    read_own_geometry (geojson, cursor, parts);
  else if (strcmp (name, "properties") == 0)
    read_properties (geojson, cursor, record);
  else if (strcmp (name, "id") == 0)
    read_id (geojson, cursor, record);
  else if (strcmp (name, "time") == 0)
    read_time (geojson, cursor, record);
  else
    {
      if (strcmp (name, "place") == 0 && kind == MARCH_JSON_OBJECT)
        {
          parts->has_place = TRUE;
          parts->place = *cursor;
        }
      if (strcmp (name, "coordRefSys") == 0)
        {
          g_free (parts->place_crs);
          parts->place_crs = march_geojson_read_crs (cursor);
        }
      march_json_cursor_skip (cursor);
    }
}

/* A feature without geometry can't be drawn, but may say how large it is. */
static void
note_missing (MarchGeoJson *geojson, const MarchLayerRecord *record)
{
  for (guint i = 0; i < record->values->len; i++)
    {
      const MarchLayerValue *value = &g_array_index (record->values, MarchLayerValue, i);
      g_autofree char *field = g_ascii_strdown (march_layer_get_field (geojson->reading->layer,
                                                                       value->field),
                                                -1);

      if (strstr (field, "area") != NULL && *value->text != '\0'
          && value->kind != MARCH_VALUE_NESTED)
        {
          march_layer_note (geojson->reading->layer, MARCH_NOTE_SKIPPED, geojson->reading->file,
                            geojson->reading->n_places,
                            _ ("It has no geometry, though “%s” says %s."),
                            march_layer_get_field (geojson->reading->layer, value->field),
                            value->text);
          return;
        }
    }
  note (geojson, MARCH_NOTE_SKIPPED, _ ("It has no geometry and is left out."));
}

/* Where the geometry is null, "place" of JSON-FG may have one in another reference system. */
static MarchProjection *
read_place (MarchGeoJson *geojson, Parts *parts)
{
  MarchProjection *projection = NULL;
  g_autoptr (GError) reason = NULL;

  parts->has_geometry = TRUE;
  march_layer_shape_clear (geojson->reading->shape);
  if (!march_geojson_read_geometry (&parts->place, geojson->reading->shape, &parts->reason)
      || parts->place_crs == NULL)
    return NULL;
  projection = march_projection_new (parts->place_crs, MARCH_AXES_AS_DEFINED, &reason);
  if (projection == NULL)
    parts->reason = _ ("Its “place” is in a reference system that is not known.");
  return projection;
}

static void
add_feature (MarchGeoJson *geojson, MarchLayerRecord *record, Parts *parts)
{
  g_autoptr (MarchProjection) own_projection = NULL;
  g_autoptr (MarchLayerRecord) own = record;
  MarchProjection *projection = geojson->projection;

  if (!parts->has_geometry && parts->has_place)
    {
      own_projection = read_place (geojson, parts);
      projection = own_projection != NULL ? own_projection : geojson->place_projection;
    }
  if (parts->reason != NULL)
    note (geojson, MARCH_NOTE_SKIPPED, parts->reason);
  else if (!parts->has_geometry)
    note_missing (geojson, own);
  else
    {
      march_layer_record_find_name (own, geojson->reading->layer);
      march_layer_record_find_colour (own, geojson->reading->layer);
      march_layer_shape_finish (geojson->reading->shape, projection, geojson->reading->layer,
                                g_steal_pointer (&own));
    }
}

/* Reads and passes the feature, or the bare geometry, that the cursor stands before; adds it to the
 * layer, or notes why not. */
void
march_geojson_read_feature (MarchGeoJson *geojson, MarchJsonCursor *cursor)
{
  MarchReading    *reading = geojson->reading;
  MarchJsonCursor  start = *cursor;
  Parts            parts = { 0 };
  g_autofree char *type = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (MarchLayerRecord) record = march_layer_record_new (reading->file, reading->n_places);

  if (march_json_cursor_peek (cursor) != MARCH_JSON_OBJECT)
    {
      note (geojson, MARCH_NOTE_SKIPPED, _ ("It is no object of type “Feature”."));
      march_json_cursor_skip (cursor);
      return;
    }
  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_member (cursor, name))
    read_member (geojson, cursor, name->str, record, &parts);
  type = g_steal_pointer (&parts.type);
  if (g_strcmp0 (type, "Feature") != 0)
    {
      MarchJsonCursor bare = start;

      /* Not a feature: a geometry where one should stand, or nothing that is known. */
      g_clear_pointer (&parts.place_crs, g_free);
      parts = (Parts){ 0 };
      read_own_geometry (geojson, &bare, &parts);
      if (parts.reason != NULL)
        parts.reason = _ ("It is no object of type “Feature”.");
    }
  add_feature (geojson, g_steal_pointer (&record), &parts);
  g_free (parts.place_crs);
}
