/* march-layer-gpkg.c — GeoPackages of other programs read into a layer */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/march-foreign.h"
#include "exchange/march-layer-reading.h"
#include "geo/march-gpkg-blob.h"
#include "geo/march-wkb-curves.h"
#include "geo/march-wkb.h"

/* One table of features while it is being read. */
typedef struct
{
  MarchReading            *reading;
  MarchForeign            *foreign;
  const MarchForeignTable *table;
  MarchProjection         *projection;
} Table;

static void
note (MarchReading *reading, MarchNoteKind kind, const char *sentence)
{
  march_layer_note (reading->layer, kind, reading->file, reading->n_places, "%s", sentence);
}

static gboolean
is_id (const char *name)
{
  return g_ascii_strcasecmp (name, "fid") == 0 || g_ascii_strcasecmp (name, "ogc_fid") == 0
         || g_ascii_strcasecmp (name, "id") == 0 || g_ascii_strcasecmp (name, "objectid") == 0;
}

static void
read_cell (Table *table, guint column, MarchLayerRecord *record)
{
  static const MarchLayerValueKind kinds[] = {
    [MARCH_FOREIGN_NULL] = MARCH_VALUE_NULL,
    [MARCH_FOREIGN_NUMBER] = MARCH_VALUE_NUMBER,
    [MARCH_FOREIGN_TEXT] = MARCH_VALUE_TEXT,
    [MARCH_FOREIGN_BLOB] = MARCH_VALUE_NULL,
  };
  const char      *name = march_foreign_get_column_name (table->foreign, column);
  MarchForeignType type = march_foreign_get_type (table->foreign, column);
  g_autofree char *valid_name = g_utf8_make_valid (name, -1);
  g_autofree char *text = NULL;

  if (type == MARCH_FOREIGN_BLOB)
    note (table->reading, MARCH_NOTE_TOLD, _ ("A picture or the like in it is left out."));
  else
    text = march_foreign_dup_text (table->foreign, column);
  if (record->feature.id == NULL && text != NULL && is_id (name))
    {
      record->feature.id = g_steal_pointer (&text);
      return;
    }
  march_layer_record_add_value (record,
                                march_layer_intern_field (table->reading->layer, valid_name),
                                kinds[type], text);
}

/* Reads the geometry of a cell; %NULL if it can't be read. */
static MarchGeometry *
read_blob (Table *table, const guint8 *blob, gsize length, GError **error)
{
  gsize         wkb_length;
  const guint8 *wkb = march_gpkg_blob_get_wkb (blob, length, &wkb_length, error);
  g_autoptr (GByteArray) straight = NULL;

  if (wkb == NULL)
    return NULL;
  table->reading->shape->has_heights = march_wkb_has_heights (wkb, wkb_length);
  if (!march_wkb_has_curves (wkb, wkb_length))
    return march_wkb_read (wkb, wkb_length, error);
  straight = march_wkb_straighten (wkb, wkb_length, error);
  if (straight == NULL)
    return NULL;
  note (table->reading, MARCH_NOTE_REPAIRED, _ ("Its curves are drawn by short straight lines."));
  return march_wkb_read (straight->data, straight->len, error);
}

/* Returns %FALSE if there is none that can be drawn, which is then noted. */
static gboolean
read_geometry (Table *table, guint column)
{
  g_autoptr (MarchGeometry) geometry = NULL;
  g_autoptr (GError) reason = NULL;
  const guint8 *blob;
  gsize         length;

  if (march_foreign_get_type (table->foreign, column) != MARCH_FOREIGN_BLOB)
    {
      note (table->reading, MARCH_NOTE_SKIPPED, _ ("It has no geometry and is left out."));
      return FALSE;
    }
  blob = march_foreign_get_blob (table->foreign, column, &length);
  geometry = read_blob (table, blob, length, &reason);
  if (geometry == NULL)
    {
      note (table->reading, MARCH_NOTE_SKIPPED, reason->message);
      return FALSE;
    }
  march_layer_shape_add_geometry (table->reading->shape, geometry);
  return TRUE;
}

static void
read_row (Table *table)
{
  MarchReading *reading = table->reading;
  g_autoptr (MarchLayerRecord) record = march_layer_record_new (reading->file, reading->n_places);
  gboolean has_geometry = FALSE;

  march_layer_shape_clear (reading->shape);
  for (guint i = 0; i < march_foreign_get_n_columns (table->foreign); i++)
    {
      const char *name = march_foreign_get_column_name (table->foreign, i);

      if (g_ascii_strcasecmp (name, table->table->geometry_column) == 0)
        has_geometry = read_geometry (table, i);
      else
        read_cell (table, i, record);
    }
  if (!has_geometry)
    return;
  record->feature.group = g_strdup (table->table->title != NULL ? table->table->title
                                                                : table->table->name);
  march_layer_record_find_name (record, reading->layer);
  march_layer_record_find_colour (record, reading->layer);
  march_layer_shape_finish (reading->shape, table->projection, reading->layer,
                            g_steal_pointer (&record));
}

static gboolean
read_rows (Table *table, guint index, GError **error)
{
  g_autoptr (GError) reason = NULL;
  double n_rows = (double) MAX (table->table->n_rows, 1);

  if (!march_foreign_begin (table->foreign, index, error))
    return FALSE;
  table->reading->n_places = 0;
  while (march_foreign_next (table->foreign, &reason))
    {
      if (!march_reading_go_on (table->reading, table->reading->n_places / n_rows, error))
        return FALSE;
      table->reading->n_places++;
      read_row (table);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return TRUE;
}

/* What the file says of how the coordinates are to be understood. */
static gboolean
find_projection (Table *table, GError **error)
{
  if (table->table->system == NULL)
    return march_reading_refuse (error,
                                 _ ("The layer “%s” has no defined reference system, so that "
                                    "nobody knows where it lies: "
                                    "give it one with the program that wrote it."),
                                 table->table->name);
  table->projection = march_projection_new (table->table->system, MARCH_AXES_EAST_FIRST, error);
  if (table->projection == NULL)
    return FALSE;
  if (!march_projection_is_identity (table->projection))
    march_layer_note (table->reading->layer, MARCH_NOTE_REPAIRED, table->reading->file, 0,
                      _ ("Its coordinates were turned from “%s” into WGS 84."),
                      table->table->system);
  return TRUE;
}

static gboolean
read_table (MarchReading *reading, MarchForeign *foreign, guint index, GError **error)
{
  Table    table = { .reading = reading, .foreign = foreign };
  gboolean read;

  table.table = march_foreign_get_table (foreign, index);
  read = find_projection (&table, error) && read_rows (&table, index, error);
  g_clear_pointer (&table.projection, march_projection_free);
  return read;
}

static gboolean
is_wanted (const MarchReading *reading, const MarchForeignTable *table)
{
  return table->kind == MARCH_FOREIGN_FEATURES
         && (reading->options->table == NULL || strcmp (reading->options->table, table->name) == 0);
}

/* Why there is nothing to read. */
static gboolean
refuse_contents (MarchReading *reading, MarchForeign *foreign, GError **error)
{
  guint n_of_kind[3] = { 0 };

  for (guint i = 0; i < march_foreign_get_n_tables (foreign); i++)
    n_of_kind[march_foreign_get_table (foreign, i)->kind]++;
  if (n_of_kind[MARCH_FOREIGN_FEATURES] > 0)
    return march_reading_refuse (error, _ ("The GeoPackage has no layer “%s”."),
                                 reading->options->table);
  if (n_of_kind[MARCH_FOREIGN_TILES] > 0)
    return march_reading_refuse (error, _ ("The GeoPackage holds pictures of a map, but no areas "
                                           "or points."));
  if (n_of_kind[MARCH_FOREIGN_ATTRIBUTES] > 0)
    return march_reading_refuse (error, _ ("The GeoPackage holds tables, but no areas or points in "
                                           "them."));
  return march_reading_refuse (error, _ ("The GeoPackage holds no layer."));
}

/* Reads one of several layers; one that can't be read is noted. */
static gboolean
read_one_of (MarchReading *reading,
             MarchForeign *foreign,
             guint         index,
             gboolean      alone,
             GError      **error)
{
  const MarchForeignTable *table = march_foreign_get_table (foreign, index);
  guint                    n_before = march_layer_get_n_features (reading->layer);
  g_autoptr (GError) reason = NULL;

  if (!alone)
    reading->file = march_layer_begin_part (reading->layer, reading->file, table->name);
  if (read_table (reading, foreign, index, &reason))
    return TRUE;
  march_layer_truncate (reading->layer, n_before);
  if (alone || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  march_layer_note (reading->layer, MARCH_NOTE_SKIPPED, reading->file, 0, "%s", reason->message);
  return TRUE;
}

/**
 * march_layer_read_gpkg:
 * @reading: the file
 * @error: %MARCH_ERROR_BAD_INPUT if nothing in it can be read, or %G_IO_ERROR_CANCELLED
 *
 * Reads all layers of features, views among them, or the one that is wanted; of several each counts
 * as a file of its own.
 */
gboolean
march_layer_read_gpkg (MarchReading *reading, GError **error)
{
  g_autoptr (MarchForeign)
      foreign = march_foreign_open (reading->path, reading->cancellable, error);
  guint n_wanted = 0;

  if (foreign == NULL)
    return FALSE;
  for (guint i = 0; i < march_foreign_get_n_tables (foreign); i++)
    n_wanted += is_wanted (reading, march_foreign_get_table (foreign, i));
  if (n_wanted == 0)
    return refuse_contents (reading, foreign, error);
  for (guint i = 0; i < march_foreign_get_n_tables (foreign); i++)
    if (is_wanted (reading, march_foreign_get_table (foreign, i))
        && !read_one_of (reading, foreign, i, n_wanted == 1, error))
      return FALSE;
  return TRUE;
}
