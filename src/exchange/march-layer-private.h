/* march-layer-private.h — how the readers fill a layer; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer.h"

G_BEGIN_DECLS

/**
 * MarchLayerRecord:
 * @feature: what everyone sees of it
 * @time_from: (nullable): the format's own time of the feature, as written; ".." or %NULL if it is
 *   open
 * @time_until: (nullable): its end, as written
 * @has_time: whether it has one
 * @is_instant: that it is one day or moment, and @time_until says nothing
 * @values: (element-type MarchLayerValue): @feature points into it once the layer has it
 */
typedef struct
{
  MarchLayerFeature feature;
  char             *time_from;
  char             *time_until;
  gboolean          has_time;
  gboolean          is_instant;
  GArray           *values;
} MarchLayerRecord;

struct _MarchLayer
{
  gatomicrefcount references;
  GPtrArray      *files;    /* of MarchLayerFile */
  GPtrArray      *records;  /* of MarchLayerRecord */
  GPtrArray      *folded;   /* the records before columns made features of them, or NULL */
  GPtrArray      *fields;   /* of char */
  GHashTable     *by_field; /* name → index + 1 */
  GArray         *naming;   /* of guint, for each field how likely it names a feature; 0: not */
  GPtrArray      *notes;    /* of MarchLayerNote, those of the dates last */
  GHashTable     *by_note;  /* key → MarchLayerNote */
  guint           n_reading_notes;
};

MarchLayer       *march_layer_new          (void);
guint             march_layer_add_file     (MarchLayer *layer, const char *path,
                                            const char *format);
guint             march_layer_begin_part   (MarchLayer *layer, guint file, const char *name);
guint             march_layer_intern_field (MarchLayer *layer, const char *name);
void              march_layer_adopt        (MarchLayer *layer, MarchLayerRecord *record);
void              march_layer_add          (MarchLayer *layer, MarchLayerRecord *record);
MarchLayerRecord *march_layer_get_record   (MarchLayer *layer, guint index);
void              march_layer_truncate     (MarchLayer *layer, guint n_features);
void              march_layer_note         (MarchLayer *layer, MarchNoteKind kind, guint file,
                                            guint place, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
void              march_layer_begin_dating (MarchLayer *layer);
void              march_layer_end_reading  (MarchLayer *layer);

MarchLayerRecord *march_layer_record_new       (guint file, guint place);
MarchLayerRecord *march_layer_record_copy      (const MarchLayerRecord *record);
void              march_layer_record_free      (MarchLayerRecord *record);
void              march_layer_record_add_value (MarchLayerRecord *record, guint field,
                                                MarchLayerValueKind kind, const char *text);
void              march_layer_record_set_name  (MarchLayerRecord *record, const char *name);
void              march_layer_record_set_colour (MarchLayerRecord *record, const char *text);
void              march_layer_record_find_name (MarchLayerRecord *record, MarchLayer *layer);
void              march_layer_record_find_colour (MarchLayerRecord *record, MarchLayer *layer);
gboolean          march_layer_is_missing       (const char *text);
void              march_layer_dates_clear      (MarchLayerDates *dates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchLayerRecord, march_layer_record_free)

G_END_DECLS
