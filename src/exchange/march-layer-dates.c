/* march-layer-dates.c — gives the features of a layer their dates */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-dates.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/march-layer-dates-private.h"

static void
note (MarchLayer *layer, MarchNoteKind kind, const MarchLayerRecord *record, const char *sentence)
{
  march_layer_note (layer, kind, record->feature.file, record->feature.place, "%s", sentence);
}

static void
refuse (MarchLayer *layer, MarchLayerRecord *record, const char *sentence)
{
  record->feature.dates.told = TRUE;
  note (layer, MARCH_NOTE_SKIPPED, record, sentence);
}

/* Why a feature stays without a date. */
static void
note_refused (MarchLayer       *layer,
              MarchLayerRecord *record,
              MarchDateOutcome  outcome,
              const char       *bad)
{
  g_autofree char *sentence = bad == NULL || *bad == '\0'
                                  ? g_strdup (_ ("It has no date."))
                                  : march_written_date_explain (outcome, bad);

  refuse (layer, record, sentence);
}

static void
take_dates (MarchLayerRecord      *record,
            MarchDateOrigin        origin,
            const MarchPlainDates *dates,
            const char            *field,
            const char            *text)
{
  record->feature.dates = (MarchLayerDates){
    .from = dates->from,
    .until = dates->until,
    .second = dates->second,
    .observed = dates->observed,
    .origin = origin,
    .field = field,
    .text = g_strdup (text),
  };
}

static void
date_by_content (MarchLayer *layer, const MarchDating *dating, MarchLayerRecord *record)
{
  MarchPlainDates        dates;
  const char            *bad;
  int                    field;
  MarchDateOutcome       outcome = march_dating_read (dating, record, &dates, &bad, &field);
  const MarchLayerValue *value;

  if (outcome != MARCH_DATE_READ)
    {
      note_refused (layer, record, outcome, bad);
      return;
    }
  if (dates.from >= dates.until)
    {
      refuse (layer, record, _ ("It ends before it begins."));
      return;
    }
  if (dates.ends_later)
    note (layer, MARCH_NOTE_TOLD, record,
          _ ("Its end lies in the future; it is read as not ended."));
  if (dates.repaired)
    note (layer, MARCH_NOTE_REPAIRED, record,
          _ ("Stray blanks or dots around its date were overlooked."));
  value = field >= 0 ? march_layer_get_value (&record->feature, (guint) field) : NULL;
  take_dates (record, dating->choice->origin, &dates,
              field >= 0 ? march_layer_get_field (layer, (guint) field) : NULL,
              value != NULL ? value->text : record->time_from);
}

static void
date_by_hand (const MarchDateChoice *choice, MarchLayerRecord *record)
{
  const MarchPlainDates dates = {
    .from = choice->from,
    .until = choice->until != MARCH_DAY_MAX ? choice->until : choice->from + 1,
    .second = -1,
    .observed = choice->until == MARCH_DAY_MAX,
  };

  take_dates (record, MARCH_DATED_BY_HAND, &dates, NULL, NULL);
}

/* A file of the same series and day that tells a later hour; %NULL if there is none. */
static const MarchLayerFile *
find_later (MarchLayer *layer, const MarchWrittenDate *dates, guint file)
{
  const MarchLayerFile *own = march_layer_get_file (layer, file);
  g_autofree char      *folder = g_path_get_dirname (own->path);
  const MarchLayerFile *later = NULL;
  int                   second = dates[file].second;

  for (guint i = 0; second >= 0 && i < march_layer_get_n_files (layer); i++)
    {
      const MarchLayerFile *other = march_layer_get_file (layer, i);
      g_autofree char      *other_folder = NULL;

      if (other->n_features == 0 || dates[i].first != dates[file].first
          || dates[i].second <= second || dates[i].beyond == dates[i].first
          || strcmp (own->series, other->series) != 0)
        continue;
      other_folder = g_path_get_dirname (other->path);
      if (strcmp (folder, other_folder) == 0)
        {
          later = other;
          second = dates[i].second;
        }
    }
  return later;
}

/* Reads the names of all files; a file whose name has no date gets an empty one, and a note. */
static MarchWrittenDate *
read_names (MarchLayer *layer, const MarchDating *dating)
{
  MarchWrittenDate *dates = g_new0 (MarchWrittenDate, march_layer_get_n_files (layer));

  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      const MarchLayerFile *file = march_layer_get_file (layer, i);
      MarchDateOutcome      outcome = march_dating_read_name (dating, file, &dates[i]);

      if (outcome == MARCH_DATE_READ)
        continue;
      dates[i] = (MarchWrittenDate){ .second = -1 };
      if (file->n_features > 0)
        {
          g_autofree char *sentence = outcome == MARCH_DATE_NONE
                                          ? g_strdup (_ ("Its name holds no date."))
                                          : march_written_date_explain (outcome, file->name);

          march_layer_note (layer, MARCH_NOTE_SKIPPED, i, 0, "%s", sentence);
        }
    }
  return dates;
}

/* Whether a file with features has the day of another. */
static gboolean
has_data (MarchLayer *layer, const MarchWrittenDate *dates, MarchDay day)
{
  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    if (march_layer_get_file (layer, i)->n_features > 0 && dates[i].first == day
        && dates[i].beyond > day)
      return TRUE;
  return FALSE;
}

/* A file without features is no word about who held what: as often it is a failed download. */
static void
note_missing_days (MarchLayer *layer, const MarchWrittenDate *dates)
{
  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      g_autofree char *day = NULL;

      if (march_layer_get_file (layer, i)->n_features > 0 || dates[i].beyond <= dates[i].first
          || has_data (layer, dates, dates[i].first))
        continue;
      day = march_day_describe (dates[i].first);
      /* Translators: a day. */
      march_layer_note (layer, MARCH_NOTE_TOLD, i, 0,
                        _ ("The file is there, but nothing in it says who held what: %s counts as "
                           "a day without data, not as one without land."),
                        day);
    }
}

static void
date_by_names (MarchLayer *layer, const MarchDating *dating)
{
  g_autofree MarchWrittenDate      *dates = read_names (layer, dating);
  g_autofree const MarchLayerFile **later = g_new0 (const MarchLayerFile *,
                                                    march_layer_get_n_files (layer));

  note_missing_days (layer, dates);
  for (guint i = 0; i < march_layer_get_n_files (layer); i++)
    {
      later[i] = find_later (layer, dates, i);
      if (later[i] != NULL)
        march_layer_note (layer, MARCH_NOTE_SKIPPED, i, 0,
                          _ ("“%s” tells of a later hour of the same day and counts instead."),
                          later[i]->name);
    }
  for (guint i = 0; i < layer->records->len; i++)
    {
      MarchLayerRecord       *record = march_layer_get_record (layer, i);
      guint                   file = record->feature.file;
      const MarchWrittenDate *date = &dates[file];
      const MarchPlainDates   plain = { .from = date->first,
                                        .until = date->beyond,
                                        .second = date->second,
                                        .observed = TRUE };

      /* Otherwise there is a note about the whole file. */
      record->feature.dates.told = date->beyond <= date->first || later[file] != NULL;
      if (!record->feature.dates.told)
        take_dates (record, MARCH_DATED_BY_FILE_NAME, &plain, NULL,
                    march_layer_get_file (layer, file)->name);
    }
}

/* Whether a cell says that what its column is called was the case. */
gboolean
march_layer_is_set (const MarchLayerValue *value)
{
  return value != NULL && value->kind != MARCH_VALUE_NULL && !march_layer_is_missing (value->text)
         && strcmp (value->text, "0") != 0 && strcmp (value->text, "0.0") != 0
         && g_ascii_strcasecmp (value->text, "false") != 0
         && g_ascii_strcasecmp (value->text, "no") != 0;
}

/* Makes a feature of each dated column that is set. */
static void
unfold (MarchLayer *layer, const MarchDating *dating)
{
  GPtrArray *plain = layer->records;

  layer->records = g_ptr_array_new_with_free_func ((GDestroyNotify) march_layer_record_free);
  for (guint i = 0; i < plain->len; i++)
    for (guint j = 0; j < dating->fields->len; j++)
      {
        const MarchLayerRecord *record = plain->pdata[i];
        guint                   field = g_array_index (dating->fields, guint, j);
        const char             *name = march_layer_get_field (layer, field);
        const MarchLayerValue  *value = march_layer_get_value (&record->feature, field);
        MarchWrittenDate        date;
        MarchLayerRecord       *copy;

        if (!march_layer_is_set (value)
            || march_written_date_find (name, dating->choice->order, dating->today, &date, NULL)
                   != MARCH_DATE_READ)
          continue;
        copy = march_layer_record_copy (record);
        take_dates (copy, MARCH_DATED_BY_COLUMN,
                    &(MarchPlainDates){ date.first, date.beyond, date.second, TRUE, FALSE, FALSE },
                    name, value->text);
        march_layer_adopt (layer, copy);
      }
  layer->folded = plain;
}

/**
 * march_layer_set_dates:
 * @layer: a layer
 * @choice: where the dates come from
 * @today: nothing can have been seen on later days than the next one
 *
 * Dates all features anew; those that @choice leaves without have %MARCH_DATED_NOT, and a note says
 * why. By %MARCH_DATED_BY_COLUMN a feature becomes one for each column that is set, and the
 * features' number changes; the next call takes that back. Of several files of one series and day
 * the one that tells the latest hour counts.
 */
void
march_layer_set_dates (MarchLayer *layer, const MarchDateChoice *choice, MarchDay today)
{
  g_autoptr (MarchDating) dating = march_dating_new (layer, choice, today);

  march_layer_begin_dating (layer);
  if (choice->origin == MARCH_DATED_BY_COLUMN)
    unfold (layer, dating);
  else if (choice->origin == MARCH_DATED_BY_FILE_NAME)
    date_by_names (layer, dating);
  else
    for (guint i = 0; i < layer->records->len; i++)
      {
        MarchLayerRecord *record = march_layer_get_record (layer, i);

        if (choice->origin == MARCH_DATED_BY_HAND)
          date_by_hand (choice, record);
        else if (choice->origin != MARCH_DATED_NOT)
          date_by_content (layer, dating, record);
      }
}

/**
 * march_layer_list_days:
 *
 * Returns: (transfer full) (element-type MarchDay): the days on which dated features begin, each
 * once, in their order
 */
GArray *
march_layer_list_days (MarchLayer *layer)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  guint   n_days = 0;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      const MarchLayerDates *dates = &march_layer_get_feature (layer, i)->dates;

      if (dates->origin != MARCH_DATED_NOT && dates->from != MARCH_DAY_MIN)
        g_array_append_val (days, dates->from);
    }
  g_array_sort (days, march_day_compare);
  for (guint i = 0; i < days->len; i++)
    {
      MarchDay day = g_array_index (days, MarchDay, i);

      if (n_days == 0 || g_array_index (days, MarchDay, n_days - 1) != day)
        g_array_index (days, MarchDay, n_days++) = day;
    }
  g_array_set_size (days, n_days);
  return days;
}
