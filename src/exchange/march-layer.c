/* march-layer.c — dated features as foreign files have them, before a dossier takes them in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer.h"
#include "exchange/march-layer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-fold.h"
#include "exchange/march-written-date.h"

#define MOST_NOTES 5000      /* that differ; a file spoilt throughout would drown the rest */
#define MOST_PLACES_NAMED 12 /* in a sentence */

/* Fields that name a feature, the likeliest first, in lower case. */
static const char *const naming_fields[] = {
  "name", "title", "label", "name_en", "shapename", "name_long", "unit", "назва", "название",
};

static void
layer_file_free (MarchLayerFile *file)
{
  g_free (file->path);
  g_free (file->name);
  g_free (file->part);
  g_free (file->stem);
  g_free (file->series);
  march_table_columns_clear (&file->columns);
  g_free (file);
}

static void
layer_note_free (MarchLayerNote *note)
{
  g_free (note->message);
  g_array_unref (note->places);
  g_free (note);
}

/* A layer without files. */
MarchLayer *
march_layer_new (void)
{
  MarchLayer *layer = g_new0 (MarchLayer, 1);

  g_atomic_ref_count_init (&layer->references);
  layer->files = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_file_free);
  layer->records = g_ptr_array_new_with_free_func ((GDestroyNotify) march_layer_record_free);
  layer->fields = g_ptr_array_new_with_free_func (g_free);
  layer->by_field = g_hash_table_new (g_str_hash, g_str_equal);
  layer->naming = g_array_new (FALSE, FALSE, sizeof (guint));
  layer->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_note_free);
  layer->by_note = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return layer;
}

/**
 * march_layer_ref:
 *
 * Returns: (transfer full): @layer
 */
MarchLayer *
march_layer_ref (MarchLayer *layer)
{
  g_atomic_ref_count_inc (&layer->references);
  return layer;
}

/**
 * march_layer_unref:
 * @layer: (transfer full): a layer
 */
void
march_layer_unref (MarchLayer *layer)
{
  if (!g_atomic_ref_count_dec (&layer->references))
    return;
  g_hash_table_unref (layer->by_note);
  g_ptr_array_unref (layer->notes);
  g_ptr_array_unref (layer->records);
  g_clear_pointer (&layer->folded, g_ptr_array_unref);
  g_ptr_array_unref (layer->files);
  g_hash_table_unref (layer->by_field);
  g_array_unref (layer->naming);
  g_ptr_array_unref (layer->fields);
  g_free (layer);
}

static void
set_stem (MarchLayerFile *file, char *stem)
{
  MarchWrittenDate date;

  g_free (file->stem);
  g_free (file->series);
  file->stem = stem;
  march_written_date_find (stem, MARCH_DATE_ORDER_UNKNOWN, march_day_today (), &date,
                           &file->series);
}

/* Adds a file that is about to be read; returns its index. */
guint
march_layer_add_file (MarchLayer *layer, const char *path, const char *format)
{
  MarchLayerFile *file = g_new0 (MarchLayerFile, 1);
  const char     *dot;

  file->path = g_strdup (path);
  file->name = g_filename_display_basename (path);
  file->format = format;
  dot = strrchr (file->name, '.');
  set_stem (file, dot != NULL && dot > file->name
                      ? g_strndup (file->name, (gsize) (dot - file->name))
                      : g_strdup (file->name));
  g_ptr_array_add (layer->files, file);
  return layer->files->len - 1;
}

static gboolean
holds_date (const char *name)
{
  MarchWrittenDate date;

  return march_written_date_find (name, MARCH_DATE_ORDER_UNKNOWN, march_day_today (), &date, NULL)
         == MARCH_DATE_READ;
}

/* Begins the next of the layers that one file holds, each of which counts as a file; the date in a
 * layer's name goes before that of the file's. Returns its index. */
guint
march_layer_begin_part (MarchLayer *layer, guint index, const char *name)
{
  MarchLayerFile  *file = layer->files->pdata[index];
  g_autofree char *path = g_strdup (file->path);
  g_autofree char *base = g_filename_display_basename (path);

  if (file->part != NULL)
    {
      index = march_layer_add_file (layer, path, file->format);
      file = layer->files->pdata[index];
    }
  file->part = g_strdup (name);
  set_stem (file, holds_date (name) ? g_strdup (name)
                                    : g_strdup_printf ("%s %s", file->stem, name));
  g_free (file->name);
  file->name = g_strdup_printf ("%s (%s)", base, name);
  return index;
}

static guint
rank_naming (const char *field)
{
  g_autofree char *lower = march_fold_lower (field);

  for (guint i = 0; i < G_N_ELEMENTS (naming_fields); i++)
    if (strcmp (lower, naming_fields[i]) == 0)
      return G_N_ELEMENTS (naming_fields) - i;
  return 0;
}

/* The index of a property's name, which is added if it is new. */
guint
march_layer_intern_field (MarchLayer *layer, const char *name)
{
  guint field = GPOINTER_TO_UINT (g_hash_table_lookup (layer->by_field, name));

  if (field == 0)
    {
      guint naming = rank_naming (name);

      g_array_append_val (layer->naming, naming);
      g_ptr_array_add (layer->fields, g_strdup (name));
      field = layer->fields->len;
      g_hash_table_insert (layer->by_field, layer->fields->pdata[field - 1],
                           GUINT_TO_POINTER (field));
    }
  return field - 1;
}

/* Takes a record whose values are complete. */
void
march_layer_adopt (MarchLayer *layer, MarchLayerRecord *record)
{
  record->feature.n_values = record->values->len;
  record->feature.values = (MarchLayerValue *) (gpointer) record->values->data;
  g_ptr_array_add (layer->records, record);
}

/* Takes a record that was read of a file. */
void
march_layer_add (MarchLayer *layer, MarchLayerRecord *record)
{
  ((MarchLayerFile *) layer->files->pdata[record->feature.file])->n_features++;
  march_layer_adopt (layer, record);
}

MarchLayerRecord *
march_layer_get_record (MarchLayer *layer, guint index)
{
  return layer->records->pdata[index];
}

/* Takes back what was read last, of a file that then turned out not to be readable. */
void
march_layer_truncate (MarchLayer *layer, guint n_features)
{
  for (guint i = n_features; i < layer->records->len; i++)
    {
      MarchLayerRecord *record = layer->records->pdata[i];

      ((MarchLayerFile *) layer->files->pdata[record->feature.file])->n_features--;
    }
  g_ptr_array_set_size (layer->records, (gint) n_features);
}

static MarchLayerNote *
find_note (MarchLayer *layer, MarchNoteKind kind, guint file, const char *message)
{
  g_autofree char *key = g_strdup_printf ("%d:%u:%s", kind, file, message);
  MarchLayerNote  *note = g_hash_table_lookup (layer->by_note, key);

  if (note != NULL || layer->notes->len >= MOST_NOTES)
    return note;
  note = g_new0 (MarchLayerNote, 1);
  note->kind = kind;
  note->file = file;
  note->message = g_strdup (message);
  note->places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (layer->notes, note);
  g_hash_table_insert (layer->by_note, g_steal_pointer (&key), note);
  return note;
}

/* Notes a whole sentence about a feature of a file, or about the file if @place is 0. What is true
 * of many features is one note. */
void
march_layer_note (MarchLayer   *layer,
                  MarchNoteKind kind,
                  guint         file,
                  guint         place,
                  const char   *format,
                  ...)
{
  g_autofree char *message = NULL;
  MarchLayerNote  *note;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  note = find_note (layer, kind, file, message);
  if (note == NULL)
    {
      g_autofree char *rest = g_strdup (_ ("More of this kind is not listed one by one."));

      note = find_note (layer, kind, file, rest);
    }
  if (note != NULL && place > 0
      && (note->places->len == 0
          || g_array_index (note->places, guint, note->places->len - 1) != place))
    g_array_append_val (note->places, place);
}

/* Sets what was noted so far apart from what the dates will give reason to note. */
void
march_layer_end_reading (MarchLayer *layer)
{
  layer->n_reading_notes = layer->notes->len;
  g_hash_table_remove_all (layer->by_note);
}

/* Takes back what an earlier dating did. */
void
march_layer_begin_dating (MarchLayer *layer)
{
  if (layer->folded != NULL)
    {
      g_ptr_array_unref (layer->records);
      layer->records = g_steal_pointer (&layer->folded);
    }
  for (guint i = 0; i < layer->records->len; i++)
    march_layer_dates_clear (&march_layer_get_record (layer, i)->feature.dates);
  g_hash_table_remove_all (layer->by_note);
  g_ptr_array_set_size (layer->notes, (gint) layer->n_reading_notes);
}

guint
march_layer_get_n_files (MarchLayer *layer)
{
  return layer->files->len;
}

/**
 * march_layer_get_file:
 *
 * Returns: (transfer none): a file that was read, or that could not be and was noted
 */
const MarchLayerFile *
march_layer_get_file (MarchLayer *layer, guint index)
{
  g_return_val_if_fail (index < layer->files->len, NULL);
  return layer->files->pdata[index];
}

guint
march_layer_get_n_features (MarchLayer *layer)
{
  return layer->records->len;
}

/**
 * march_layer_get_feature:
 *
 * Returns: (transfer none): a feature; it lives until march_layer_set_dates() is called
 */
const MarchLayerFeature *
march_layer_get_feature (MarchLayer *layer, guint index)
{
  g_return_val_if_fail (index < layer->records->len, NULL);
  return &((MarchLayerRecord *) layer->records->pdata[index])->feature;
}

/**
 * march_layer_count_kind:
 *
 * Points in a file of areas are mostly its icons, and no control: the analyst chooses the kinds.
 *
 * Returns: how many features are points, lines or polygons
 */
guint
march_layer_count_kind (MarchLayer *layer, MarchGeometryKind kind)
{
  guint count = 0;

  for (guint i = 0; i < layer->records->len; i++)
    count += march_geometry_get_kind (march_layer_get_feature (layer, i)->geometry) == kind;
  return count;
}

guint
march_layer_get_n_fields (MarchLayer *layer)
{
  return layer->fields->len;
}

/**
 * march_layer_get_field:
 *
 * Returns: (transfer none): the name of a property, in the order in which they were met
 */
const char *
march_layer_get_field (MarchLayer *layer, guint field)
{
  g_return_val_if_fail (field < layer->fields->len, NULL);
  return layer->fields->pdata[field];
}

/**
 * march_layer_find_field:
 * @name: exactly as in the file
 * @field: (out): its index
 *
 * Returns: whether any feature has it
 */
gboolean
march_layer_find_field (MarchLayer *layer, const char *name, guint *field)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (layer->by_field, name));

  if (found == 0)
    return FALSE;
  *field = found - 1;
  return TRUE;
}

/**
 * march_layer_get_value:
 *
 * Returns: (transfer none) (nullable): the feature's value of a field, if it has one
 */
const MarchLayerValue *
march_layer_get_value (const MarchLayerFeature *feature, guint field)
{
  for (guint i = 0; i < feature->n_values; i++)
    if (feature->values[i].field == field)
      return &feature->values[i];
  return NULL;
}

guint
march_layer_get_n_notes (MarchLayer *layer)
{
  return layer->notes->len;
}

/**
 * march_layer_get_note:
 *
 * Returns: (transfer none): a note; it lives until march_layer_set_dates() is called
 */
const MarchLayerNote *
march_layer_get_note (MarchLayer *layer, guint index)
{
  g_return_val_if_fail (index < layer->notes->len, NULL);
  return layer->notes->pdata[index];
}

/**
 * march_layer_count_noted:
 *
 * Returns: of how many features something of that kind is noted, a whole file counting as one
 */
guint
march_layer_count_noted (MarchLayer *layer, MarchNoteKind kind)
{
  guint count = 0;

  for (guint i = 0; i < layer->notes->len; i++)
    {
      const MarchLayerNote *note = layer->notes->pdata[i];

      if (note->kind == kind)
        count += MAX (note->places->len, 1);
    }
  return count;
}

static gint64
pack_place (guint file, guint place)
{
  return (gint64) file << 32 | place;
}

static void
add_place (GHashTable *places, guint file, guint place)
{
  const gint64 packed = pack_place (file, place);

  g_hash_table_add (places, g_memdup2 (&packed, sizeof packed));
}

/**
 * march_layer_count_unread:
 *
 * Returns: how many places of the files were left out in reading, so that there is no feature of
 * them
 */
guint
march_layer_count_unread (MarchLayer *layer)
{
  g_autoptr (GHashTable) skipped = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);

  for (guint i = 0; i < layer->notes->len; i++)
    {
      const MarchLayerNote *note = layer->notes->pdata[i];

      for (guint j = 0; note->kind == MARCH_NOTE_SKIPPED && j < note->places->len; j++)
        add_place (skipped, note->file, g_array_index (note->places, guint, j));
    }
  for (guint i = 0; g_hash_table_size (skipped) > 0 && i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (layer, i);
      const gint64             packed = pack_place (feature->file, feature->place);

      g_hash_table_remove (skipped, &packed);
    }
  return g_hash_table_size (skipped);
}

/* "3, 5–9, 12": runs are drawn together, and what is too long ends in an ellipsis. */
static char *
list_places (const GArray *places)
{
  GString *list = g_string_new (NULL);
  guint    n_named = 0;

  for (guint i = 0; i < places->len; n_named++)
    {
      guint first = g_array_index (places, guint, i);
      guint last = first;

      while (++i < places->len && g_array_index (places, guint, i) == last + 1)
        last++;
      if (n_named == MOST_PLACES_NAMED)
        {
          g_string_append (list, " …");
          break;
        }
      g_string_append_printf (list, n_named > 0 ? ", %u" : "%u", first);
      if (last > first)
        g_string_append_printf (list, last == first + 1 ? ", %u" : "–%u", last);
    }
  return g_string_free (list, FALSE);
}

/**
 * march_layer_describe_note:
 *
 * Returns: (transfer full): a note with the file and the features that it is about
 */
char *
march_layer_describe_note (MarchLayer *layer, guint index)
{
  const MarchLayerNote *note = march_layer_get_note (layer, index);
  const MarchLayerFile *file = march_layer_get_file (layer, note->file);
  g_autofree char      *places = list_places (note->places);
  guint                 n = note->places->len;

  if (n == 0)
    /* Translators: a file's name and a sentence about it. */
    return g_strdup_printf (_ ("%s: %s"), file->name, note->message);
  if (file->counts_lines)
    /* Translators: a file's name, numbers of lines, and a sentence about each of them. */
    return g_strdup_printf (ngettext ("%s, line %s: %s", "%s, lines %s: %s", n), file->name, places,
                            note->message);
  /* Translators: a file's name, numbers of features, and a sentence about each of them. */
  return g_strdup_printf (ngettext ("%s, feature %s: %s", "%s, features %s: %s", n), file->name,
                          places, note->message);
}
