/* march-import-points.c — the dated points of a layer, as a dossier takes them in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-points.h"

#define AT_ONCE 1000 /* features between two looks at whether the user has cancelled */

/* RFC 8259, 7. */
static void
add_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20 || *p == 0x7f)
      g_string_append_printf (json, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/** march_import_dup_properties: Returns: (transfer full): what the feature's file says of it, each
 * value as text, as a JSON object */
char *
march_import_dup_properties (MarchLayer *layer, const MarchLayerFeature *feature)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < feature->n_values; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      add_string (json, march_layer_get_field (layer, feature->values[i].field));
      g_string_append_c (json, ':');
      add_string (json, feature->values[i].text);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* The days on which the files tell how it was, in order; some of them may be there twice. */
static GArray *
list_days (MarchImport *import, GPtrArray *features)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  if (import->days != NULL)
    g_array_append_vals (days, import->days->data, import->days->len);
  for (guint i = 0; i < features->len; i++)
    {
      const MarchLayerDates *dates
          = &((const MarchLayerFeature *) g_ptr_array_index (features, i))->dates;

      if (dates->observed)
        g_array_append_val (days, dates->from);
    }
  g_array_sort (days, march_day_compare);
  return days;
}

static MarchDay
find_next (const GArray *days, MarchDay day)
{
  guint low = 0, high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, MarchDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low < days->len ? g_array_index (days, MarchDay, low) : MARCH_DAY_MAX;
}

/* What was observed on days counts on them, and if days without data are carried, until the next
 * one with data; an interval ends where it says. */
static void
find_ends (MarchImport           *import,
           const GArray          *days,
           const MarchLayerDates *dates,
           MarchPointRow         *row)
{
  row->from = dates->from;
  row->told = dates->until;
  row->until = row->told;
  if (dates->observed && import->missing == MARCH_MISSING_CARRIED)
    row->until = MAX (find_next (days, dates->from), row->told);
}

static void
add_feature (MarchPointList *list, MarchLayer *layer, const MarchLayerFeature *feature,
             MarchPointRow *row)
{
  g_autofree char *properties = march_import_dup_properties (layer, feature);

  row->place = feature->place;
  row->file = g_string_chunk_insert_const (list->texts,
                                           march_layer_get_file (layer, feature->file)->name);
  row->name = feature->name != NULL ? g_string_chunk_insert_const (list->texts, feature->name)
                                    : NULL;
  row->properties = g_string_chunk_insert (list->texts, properties);
  for (guint i = 0; i < march_geometry_get_n_parts (feature->geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (feature->geometry, i);

      row->longitude = part->points[0];
      row->latitude = part->points[1];
      g_array_append_val (list->rows, *row);
    }
}

/**
 * march_import_list_points:
 * @features: (element-type MarchLayerFeature): points with dates
 *
 * Returns: (transfer full) (nullable): the rows that a dossier is to take in; %NULL with
 * %G_IO_ERROR_CANCELLED
 */
MarchPointList *
march_import_list_points (MarchImport  *import,
                          GPtrArray    *features,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (MarchPointList) list = march_point_list_new ();
  g_autoptr (GArray) days = list_days (import, features);
  g_autoptr (GHashTable) begun = g_hash_table_new (NULL, NULL);

  list->first = MARCH_DAY_MAX;
  list->last = MARCH_DAY_MIN;
  for (guint i = 0; i < features->len; i++)
    {
      const MarchLayerFeature *feature = g_ptr_array_index (features, i);
      MarchPointRow            row = { 0 };

      if (i % AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      find_ends (import, days, &feature->dates, &row);
      add_feature (list, import->layer, feature, &row);
      g_hash_table_add (begun, GINT_TO_POINTER ((int) row.from));
      list->first = MIN (list->first, row.from);
      list->last = MAX (list->last, row.told == MARCH_DAY_MAX ? row.from : row.told - 1);
    }
  list->n_days = g_hash_table_size (begun);
  return g_steal_pointer (&list);
}
