/* march-layer.h — dated features as foreign files have them, before a dossier takes them in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"
#include "exchange/march-table-columns.h"
#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchDateOrigin:
 * @MARCH_DATED_NOT: the feature has no date (yet)
 * @MARCH_DATED_BY_FEATURE: the format has a place for it: "time" of JSON-FG, TimeSpan of KML
 * @MARCH_DATED_BY_FIELD: a property holds it
 * @MARCH_DATED_BY_COLUMN: the name of a property holds it, the property what was the case then
 * @MARCH_DATED_BY_FILE_NAME: the file's name holds it
 * @MARCH_DATED_BY_HAND: the analyst gives it
 */
typedef enum
{
  MARCH_DATED_NOT,
  MARCH_DATED_BY_FEATURE,
  MARCH_DATED_BY_FIELD,
  MARCH_DATED_BY_COLUMN,
  MARCH_DATED_BY_FILE_NAME,
  MARCH_DATED_BY_HAND,
} MarchDateOrigin;

/**
 * MarchLayerDates:
 * @from: first day, #MARCH_DAY_MIN if it is open
 * @until: the day after the last, #MARCH_DAY_MAX if it is open
 * @second: of @from in UTC, for several files of one day; -1 if no time is known
 * @observed: the file tells how it was on these days and not how long it stayed so: how far the
 *   area is carried is then for the analyst to say
 * @origin: where they come from
 * @field: (nullable): the name of the property or of the column
 * @text: (nullable): as the file writes it
 * @told: there is none, and a note of the layer says why
 */
typedef struct
{
  MarchDay        from;
  MarchDay        until;
  int             second;
  gboolean        observed;
  MarchDateOrigin origin;
  const char     *field;
  char           *text;
  gboolean        told;
} MarchLayerDates;

/**
 * MarchLayerValueKind:
 * @MARCH_VALUE_NULL: nothing; its text is empty
 * @MARCH_VALUE_NESTED: an object or a list, its text is JSON
 */
typedef enum
{
  MARCH_VALUE_NULL,
  MARCH_VALUE_TEXT,
  MARCH_VALUE_NUMBER,
  MARCH_VALUE_BOOLEAN,
  MARCH_VALUE_NESTED,
} MarchLayerValueKind;

/**
 * MarchLayerValue:
 * @field: index of its name, see march_layer_get_field()
 * @text: as the file has it: plain text even if it looks like markup, never to be run or followed
 */
typedef struct
{
  guint          field;
  MarchLayerValueKind kind;
  char          *text;
} MarchLayerValue;

/**
 * MarchLayerFeature:
 * @file: index of its file
 * @place: where it stands there: which feature, or which line of a table, counted from 1
 * @id: (nullable): its own
 * @name: (nullable): cleaned of stray blanks; the first of @names
 * @names: (nullable): the parts of a name that "///" divides, as they come
 * @group: (nullable): layer of a GeoPackage, folder of a KML file
 * @colour: (nullable): "#rrggbb", what the file fills it with, else draws it with
 * @geometry: as read, in WGS 84; valid or not
 * @values: its properties in their order
 * @dates: by the choice of march_layer_set_dates()
 *
 * A collection of points, lines and polygons becomes up to three features of one place.
 */
typedef struct
{
  guint            file;
  guint            place;
  char            *id;
  char            *name;
  char           **names;
  char            *group;
  char            *colour;
  MarchGeometry   *geometry;
  guint            n_values;
  MarchLayerValue *values;
  MarchLayerDates  dates;
} MarchLayerFeature;

/**
 * MarchLayerFile:
 * @path: as it was given or found in a folder
 * @name: for a reader
 * @part: (nullable): the layer of a GeoPackage, if several were read
 * @stem: what of the name may hold a date: without its ending
 * @format: "GeoJSON", "GeoPackage" …, no translation
 * @series: the name without its date: files that differ by their dates alone have it in common
 * @n_features: how many were read of it
 * @counts_lines: a feature's place is the line where it begins
 * @columns: of a table, those that were read as its positions; else none are said
 */
typedef struct
{
  char             *path;
  char             *name;
  char             *part;
  char             *stem;
  const char       *format;
  char             *series;
  guint             n_features;
  gboolean          counts_lines;
  MarchTableColumns columns;
} MarchLayerFile;

/**
 * MarchNoteKind:
 * @MARCH_NOTE_TOLD: something that the analyst should know, nothing was changed
 * @MARCH_NOTE_REPAIRED: read with a change, which is named
 * @MARCH_NOTE_SKIPPED: left out, and why
 */
typedef enum
{
  MARCH_NOTE_TOLD,
  MARCH_NOTE_REPAIRED,
  MARCH_NOTE_SKIPPED,
} MarchNoteKind;

/**
 * MarchLayerNote:
 * @kind: what became of it
 * @file: index of the file
 * @message: a whole sentence
 * @places: (element-type guint): the features that it is true of, in their order; empty if it is of
 *   the whole file
 */
typedef struct
{
  MarchNoteKind kind;
  guint         file;
  char         *message;
  GArray       *places;
} MarchLayerNote;

/**
 * MarchLayer:
 *
 * What was read of one or many files, in memory, and the report of it. Counted atomically; one
 * thread at a time may use it, and it may pass from the one that read it to another.
 */
typedef struct _MarchLayer MarchLayer;

MarchLayer              *march_layer_ref             (MarchLayer *layer);
void                     march_layer_unref           (MarchLayer *layer);

guint                    march_layer_get_n_files     (MarchLayer *layer);
const MarchLayerFile    *march_layer_get_file        (MarchLayer *layer, guint index);
guint                    march_layer_get_n_features  (MarchLayer *layer);
const MarchLayerFeature *march_layer_get_feature     (MarchLayer *layer, guint index);
guint                    march_layer_count_kind      (MarchLayer *layer, MarchGeometryKind kind);

guint                    march_layer_get_n_fields    (MarchLayer *layer);
const char              *march_layer_get_field       (MarchLayer *layer, guint field);
gboolean                 march_layer_find_field      (MarchLayer *layer, const char *name,
                                                      guint *field);
const MarchLayerValue   *march_layer_get_value       (const MarchLayerFeature *feature,
                                                      guint field);

guint                    march_layer_get_n_notes     (MarchLayer *layer);
const MarchLayerNote    *march_layer_get_note        (MarchLayer *layer, guint index);
guint                    march_layer_count_noted     (MarchLayer *layer, MarchNoteKind kind);
guint                    march_layer_count_unread    (MarchLayer *layer);
char                    *march_layer_describe_note   (MarchLayer *layer, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLayer, march_layer_unref)

G_END_DECLS
