/* march-reading-words.c — a stated figure held against imported areas, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-reading.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "base/march-number-words.h"

static gboolean
is_about (const MarchAssertion *figure, const MarchPlace *place)
{
  if (figure->place == place)
    return TRUE;
  return figure->read_holder != NULL
         && (figure->read_place == place
             || (figure->read_place == NULL && place->kind == MARCH_PLACE_STATE));
}

/**
 * march_figure_list_of_land:
 * @snapshot: what its question leaves out is not listed; its day doesn't matter
 * @place: (nullable): only figures that are about it or read as it; %NULL: all that are read
 *
 * What is read as land wherever it lies counts as being about each state.
 *
 * Returns: (transfer container) (element-type MarchAssertion): figures that areas can be held
 * against
 */
GPtrArray *
march_figure_list_of_land (MarchSnapshot *snapshot, const MarchPlace *place)
{
  GPtrArray *assertions = march_corpus_get_assertions (march_snapshot_get_corpus (snapshot));
  GPtrArray *figures = g_ptr_array_new ();

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      if (march_figure_is_of_land (assertion) && march_snapshot_is_known (snapshot, assertion)
          && (place != NULL ? is_about (assertion, place) : assertion->read_holder != NULL))
        g_ptr_array_add (figures, (gpointer) assertion);
    }
  return figures;
}

static char *
describe_time (const MarchAssertion *figure)
{
  MarchDay         from, to;
  g_autofree char *first = NULL, *last = NULL;

  if (!march_reading_get_days (figure, &from, &to))
    return g_strdup (figure->read_period);
  last = march_day_describe (to);
  if (from == to || g_str_equal (figure->unit, "%"))
    /* Translators: of land; a day. */
    return g_strdup_printf (_("held on %s"), last);
  first = march_day_describe (from);
  /* Translators: of land; two days. */
  return g_strdup_printf (_("gained from %1$s to %2$s"), first, last);
}

/** march_figure_describe_reading: @language: (nullable): of names. Returns: (transfer full): as
 * what the analyst reads @figure: "Read as: Velmark · East · held on 15 May 2031" */
char *
march_figure_describe_reading (const MarchAssertion *figure, const char *language)
{
  g_autofree char *time = NULL;

  if (figure->read_holder == NULL)
    return g_strdup (_("Not yet read as a place and a time"));
  time = describe_time (figure);
  /* Translators: how the analyst reads a figure: whose land, where it lies, and when. */
  return g_strdup_printf (_("Read as: %1$s · %2$s · %3$s"),
                          march_actor_get_name (figure->read_holder, language),
                          figure->read_place != NULL
                              ? march_place_get_name (figure->read_place, language)
                              : _("wherever it lies"),
                          time);
}

static char *
describe_number (double number, const MarchAssertion *figure)
{
  const double     rounded = fabs (number) < 100 ? round (number * 10) / 10 : round (number);
  g_autofree char *words = march_words_for_number (fabs (rounded));

  return g_strdup_printf ("%s%s %s", number < 0 ? "−" : "", words, figure->unit);
}

/* "−54"; "+" before what is more. */
static char *
describe_per_cent (double relative)
{
  const double     rounded = round (100 * relative);
  g_autofree char *words = march_words_for_number (rounded);

  return g_strdup_printf ("%s%s", rounded > 0 ? "+" : "", words);
}

/** march_reading_describe: Returns: (transfer full): "3,053 km², −3,587 km² (−54 %)"; "" where the
 * source doesn't cover the time */
char *
march_reading_describe (const MarchReading *reading, const MarchAssertion *figure)
{
  g_autofree char *measured = NULL, *difference = NULL, *relative = NULL;

  if (isnan (reading->measured))
    return g_strdup ("");
  measured = describe_number (reading->measured, figure);
  difference = describe_number (reading->difference, figure);
  if (isnan (reading->relative))
    return g_strdup_printf (_("%1$s; %2$s%3$s against the figure"), measured,
                            reading->difference > 0 ? "+" : "", difference);
  relative = describe_per_cent (reading->relative);
  /* Translators: what was measured; how much it is more or less than the figure, also in per cent.
   */
  return g_strdup_printf (_("%1$s; %2$s%3$s against the figure (%4$s %%)"), measured,
                          reading->difference > 0 ? "+" : "", difference, relative);
}

/** march_reading_describe_none: Returns: (transfer full) (nullable): why nothing can be measured
 * for @figure, in a sentence; %NULL if it can */
char *
march_reading_describe_none (MarchSnapshot *snapshot, const MarchAssertion *figure)
{
  MarchDay from, to;

  if (march_corpus_get_area_imports (march_snapshot_get_corpus (snapshot))->len == 0)
    return g_strdup (_("No areas are imported that it could be held against."));
  if (figure->read_holder == NULL)
    return g_strdup (_("Say which place and time the figure is read as. The reading is yours; the "
                       "words stay as they are."));
  if (!march_reading_get_days (figure, &from, &to))
    return g_strdup (_("An interval without a beginning or an end can’t be measured."));
  return NULL;
}

/** march_reading_describe_source: @reading: of @figure. Returns: (transfer full): whose areas are
 * measured, "Daily sheet", or "Daily sheet, with what Velmark says it holds" */
char *
march_reading_describe_source (const MarchReading *reading, const MarchAssertion *figure)
{
  if (!reading->with_own_word)
    return g_strdup (reading->source->title);
  /* Translators: a source of areas, and an actor. */
  return g_strdup_printf (_("%1$s, with what %2$s says it holds"), reading->source->title,
                          march_actor_get_name (figure->read_holder,
                                                march_words_get_language (NULL)));
}

/** march_reading_describe_all: @readings: (element-type MarchReading): of @figure. Returns:
 * (transfer full): what it came to, on one line: "“Daily sheet”: 3,053 km²; …" */
char *
march_reading_describe_all (GPtrArray *readings, const MarchAssertion *figure)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      const MarchReading *reading = g_ptr_array_index (readings, i);
      g_autofree char    *words = march_reading_describe (reading, figure);
      g_autofree char    *source = march_reading_describe_source (reading, figure);
      g_autofree char    *told = NULL;

      if (*words == '\0')
        told = g_strdup (reading->words);
      else
        /* Translators: a source of imported areas, and what it measures. */
        told = g_strdup_printf (_("“%1$s”: %2$s"), source, words);
      g_string_append_printf (line, "%s%s", i > 0 ? " · " : "", told);
    }
  return g_string_free (line, FALSE);
}
