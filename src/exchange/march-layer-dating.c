/* march-layer-dating.c — reads the dates of features and files by a choice */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include <string.h>

#include "exchange/march-layer-dates-private.h"

static gboolean
is_open (const char *text)
{
  return text == NULL || *text == '\0' || strcmp (text, "..") == 0;
}

/* Whether the day that an end names is over when the end comes: it is not at its midnight. */
static MarchDay
get_until (const MarchWrittenDate *date)
{
  return date->second == 0 ? date->first : date->beyond;
}

/* The end of a period. One in the future is as good as none. */
static MarchDateOutcome
read_end (const MarchDating *dating, const char *text, MarchPlainDates *dates)
{
  MarchWrittenDate date;
  MarchDateOutcome outcome;

  dates->until = MARCH_DAY_MAX;
  if (is_open (text))
    return MARCH_DATE_READ;
  outcome = march_written_date_read (text, dating->choice->order, dating->today, &date);
  if (outcome == MARCH_DATE_TOO_LATE)
    {
      dates->ends_later = TRUE;
      return MARCH_DATE_READ;
    }
  if (outcome != MARCH_DATE_READ)
    return outcome;
  dates->until = get_until (&date);
  dates->repaired |= date.repaired;
  return MARCH_DATE_READ;
}

/* Reads a day, or a period if @has_end. @bad: (out): what is wrong if it can't be read */
static MarchDateOutcome
read_dates (const MarchDating *dating,
            const char        *from,
            gboolean           has_end,
            const char        *until,
            MarchPlainDates   *dates,
            const char       **bad)
{
  MarchWrittenDate date = { 0 };
  MarchDateOutcome outcome;

  *dates = (MarchPlainDates){ .from = MARCH_DAY_MIN, .until = MARCH_DAY_MAX, .second = -1 };
  *bad = from;
  if (!is_open (from))
    {
      outcome = march_written_date_read (from, dating->choice->order, dating->today, &date);
      if (outcome != MARCH_DATE_READ)
        return outcome;
      dates->from = date.first;
      dates->second = date.second;
      dates->repaired = date.repaired;
    }
  else if (!has_end || is_open (until))
    return MARCH_DATE_NONE;
  if (!has_end)
    {
      dates->until = date.beyond;
      dates->observed = TRUE;
      return MARCH_DATE_READ;
    }
  *bad = until;
  return read_end (dating, until, dates);
}

/* The first of the fields that the feature has something in. */
static const MarchLayerValue *
find_value (const MarchDating *dating, const GArray *fields, const MarchLayerFeature *feature)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const MarchLayerValue *value = march_layer_get_value (feature,
                                                            g_array_index (fields, guint, i));

      if (value != NULL && value->kind != MARCH_VALUE_NULL
          && !march_layer_is_missing (value->text))
        return value;
    }
  return NULL;
}

/* Reads what a feature's own time or fields say. @field: (out): index of the one, or -1 */
MarchDateOutcome
march_dating_read (const MarchDating      *dating,
                   const MarchLayerRecord *record,
                   MarchPlainDates        *dates,
                   const char            **bad,
                   int                    *field)
{
  const MarchLayerValue *from, *until;

  *field = -1;
  if (dating->choice->origin == MARCH_DATED_BY_FEATURE)
    {
      *bad = NULL;
      return record->has_time ? read_dates (dating, record->time_from, !record->is_instant,
                                            record->time_until, dates, bad)
                              : MARCH_DATE_NONE;
    }
  from = find_value (dating, dating->fields, &record->feature);
  until = find_value (dating, dating->until_fields, &record->feature);
  if (from != NULL)
    *field = (int) from->field;
  return read_dates (dating, from != NULL ? from->text : NULL, dating->choice->until_fields != NULL,
                     until != NULL ? until->text : NULL, dates, bad);
}

static GArray *
find_fields (MarchLayer *layer, char **names)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint field;

      if (march_layer_find_field (layer, names[i], &field))
        g_array_append_val (fields, field);
    }
  return fields;
}

MarchDating *
march_dating_new (MarchLayer *layer, const MarchDateChoice *choice, MarchDay today)
{
  MarchDating *dating = g_new0 (MarchDating, 1);

  dating->choice = choice;
  dating->today = today;
  dating->fields = find_fields (layer, choice->fields);
  dating->until_fields = find_fields (layer, choice->until_fields);
  return dating;
}

void
march_dating_free (MarchDating *dating)
{
  g_array_unref (dating->fields);
  g_array_unref (dating->until_fields);
  g_free (dating);
}

/* The date in the name of a file. */
MarchDateOutcome
march_dating_read_name (const MarchDating    *dating,
                        const MarchLayerFile *file,
                        MarchWrittenDate     *date)
{
  return march_written_date_find (file->stem, dating->choice->order, dating->today, date, NULL);
}
