/* march-layer-record.c — one feature while it is being read */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-private.h"

#include <string.h>

#define NAME_DIVIDER "///"

static void
clear_value (gpointer value)
{
  g_free (((MarchLayerValue *) value)->text);
}

MarchLayerRecord *
march_layer_record_new (guint file, guint place)
{
  MarchLayerRecord *record = g_new0 (MarchLayerRecord, 1);

  record->feature.file = file;
  record->feature.place = place;
  record->feature.dates.second = -1;
  record->values = g_array_new (FALSE, FALSE, sizeof (MarchLayerValue));
  g_array_set_clear_func (record->values, clear_value);
  return record;
}

/* Another feature like it, whose dates are its own. */
MarchLayerRecord *
march_layer_record_copy (const MarchLayerRecord *record)
{
  MarchLayerRecord *copy = march_layer_record_new (record->feature.file, record->feature.place);
  const MarchLayerFeature *feature = &record->feature;

  copy->feature.id = g_strdup (feature->id);
  copy->feature.name = g_strdup (feature->name);
  copy->feature.names = g_strdupv (feature->names);
  copy->feature.group = g_strdup (feature->group);
  copy->feature.colour = g_strdup (feature->colour);
  if (feature->geometry != NULL)
    copy->feature.geometry = march_geometry_ref (feature->geometry);
  copy->time_from = g_strdup (record->time_from);
  copy->time_until = g_strdup (record->time_until);
  copy->has_time = record->has_time;
  copy->is_instant = record->is_instant;
  for (guint i = 0; i < record->values->len; i++)
    {
      const MarchLayerValue *value = &g_array_index (record->values, MarchLayerValue, i);

      march_layer_record_add_value (copy, value->field, value->kind, value->text);
    }
  return copy;
}

void
march_layer_dates_clear (MarchLayerDates *dates)
{
  g_free (dates->text);
  *dates = (MarchLayerDates){ .second = -1 };
}

void
march_layer_record_free (MarchLayerRecord *record)
{
  march_layer_dates_clear (&record->feature.dates);
  g_clear_pointer (&record->feature.geometry, march_geometry_unref);
  g_free (record->feature.id);
  g_free (record->feature.name);
  g_strfreev (record->feature.names);
  g_free (record->feature.group);
  g_free (record->feature.colour);
  g_free (record->time_from);
  g_free (record->time_until);
  g_array_unref (record->values);
  g_free (record);
}

/* Adds a property; of two with one name the last counts. @text: (nullable): of a null */
void
march_layer_record_add_value (MarchLayerRecord *record,
                              guint             field,
                              MarchLayerValueKind    kind,
                              const char       *text)
{
  MarchLayerValue value = { field, kind, g_strdup (text != NULL ? text : "") };

  for (guint i = 0; i < record->values->len; i++)
    {
      MarchLayerValue *earlier = &g_array_index (record->values, MarchLayerValue, i);

      if (earlier->field == field)
        {
          g_free (earlier->text);
          *earlier = value;
          return;
        }
    }
  g_array_append_val (record->values, value);
}

/* Every kind of blank, also those that don't break a line, becomes one space, and none stands at an
 * end. */
static char *
clean_name (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (character) || g_unichar_iscntrl (character)
                       || character == 0xfeff || character == 0x200b;

      if (!blank)
        g_string_append_unichar (clean, character);
      else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
        g_string_append_c (clean, ' ');
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

/* Names the feature; "///" divides a name into parts. */
void
march_layer_record_set_name (MarchLayerRecord *record, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, NAME_DIVIDER, -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *clean = clean_name (parts[i]);

      if (*clean != '\0')
        g_ptr_array_add (names, g_steal_pointer (&clean));
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  g_strfreev (record->feature.names);
  record->feature.names = g_strdupv ((char **) names->pdata);
  g_free (record->feature.name);
  record->feature.name = g_strdup (names->pdata[0]);
}

/* Names the feature by the property that most likely does so, unless it has a name. */
void
march_layer_record_find_name (MarchLayerRecord *record, MarchLayer *layer)
{
  const MarchLayerValue *best = NULL;
  guint                  best_rank = 0;

  if (record->feature.name != NULL)
    return;
  for (guint i = 0; i < record->values->len; i++)
    {
      const MarchLayerValue *value = &g_array_index (record->values, MarchLayerValue, i);
      guint                  rank = g_array_index (layer->naming, guint, value->field);

      if (rank > best_rank && value->kind == MARCH_VALUE_TEXT && *value->text != '\0')
        {
          best = value;
          best_rank = rank;
        }
    }
  if (best != NULL)
    march_layer_record_set_name (record, best->text);
}

/* Sets a colour as simplestyle and CSS write it: three, six or eight hexadecimal digits with or
 * without "#"; anything else is no colour. */
void
march_layer_record_set_colour (MarchLayerRecord *record, const char *text)
{
  g_autofree char *digits = g_ascii_strdown (text + (*text == '#'), -1);
  gsize            length = strspn (digits, "0123456789abcdef");
  char            *colour;

  if (digits[length] != '\0' || (length != 3 && length != 6 && length != 8))
    return;
  if (length == 3)
    colour = g_strdup_printf ("#%c%c%c%c%c%c", digits[0], digits[0], digits[1], digits[1],
                              digits[2], digits[2]);
  else
    colour = g_strdup_printf ("#%.6s", digits);
  g_free (record->feature.colour);
  record->feature.colour = colour;
}

/* The colour of simplestyle, or the one that a style of Google's maps has in its name. */
void
march_layer_record_find_colour (MarchLayerRecord *record, MarchLayer *layer)
{
  static const char *const fields[] = { "stroke", "marker-color", "fill" };
  guint                    field;

  for (guint i = 0; i < record->values->len; i++)
    {
      const MarchLayerValue *value = &g_array_index (record->values, MarchLayerValue, i);

      if (value->kind == MARCH_VALUE_TEXT && g_str_has_prefix (value->text, "#poly-")
          && g_strcmp0 (march_layer_get_field (layer, value->field), "styleUrl") == 0)
        {
          g_auto (GStrv) parts = g_strsplit (value->text, "-", 3);

          if (parts[1] != NULL)
            march_layer_record_set_colour (record, parts[1]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (march_layer_find_field (layer, fields[i], &field))
      for (guint j = 0; j < record->values->len; j++)
        {
          const MarchLayerValue *value = &g_array_index (record->values, MarchLayerValue, j);

          if (value->field == field && value->kind == MARCH_VALUE_TEXT)
            march_layer_record_set_colour (record, value->text);
        }
}

/* Whether a cell says that it holds nothing. */
gboolean
march_layer_is_missing (const char *text)
{
  static const char *const words[] = { "", "n/a", "na", "nan", "null", "none", "-", "—", "?" };
  g_autofree char         *lower = NULL;

  if (strlen (text) > 16)
    return FALSE;
  lower = g_strstrip (g_ascii_strdown (text, -1));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (lower, words[i]) == 0)
      return TRUE;
  return FALSE;
}
