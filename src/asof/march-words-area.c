/* march-words-area.c — imported areas in words: how much, of which day, of which file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words-private.h"
#include "base/march-number-words.h"

/* No part that is told is nothing, and no part is all of it. */
static char *
describe_percentage (double share)
{
  double           percent = share * 100;
  g_autofree char *number = NULL;

  if (percent < 0.1)
    return g_strdup (_("less than 0.1 %"));
  if (percent > 99.9)
    return g_strdup (_("more than 99.9 %"));
  number = percent < 10 ? march_words_for_decimals (percent, 1)
                        : march_words_for_decimals (MIN (percent, 99), 0);
  return g_strdup_printf (_("%s %%"), number);
}

/**
 * march_words_share:
 *
 * Returns: (transfer full): "63 % of it (16,800 km²)", or "a further 2.1 % of it (560 km²)" beyond
 * what is assessed; "" of a point
 */
char *
march_words_share (const MarchAreaShare *share)
{
  g_autofree char *percentage = describe_percentage (share->share);
  g_autofree char *amount = march_words_for_number (share->km2 < 10 ? round (share->km2 * 10) / 10
                                                                    : round (share->km2));

  if (share->point)
    return g_strdup ("");
  if (share->further)
    /* Translators: a share of a place that comes on top of another, and how large it is. */
    return g_strdup_printf (_("a further %1$s of it (%2$s km²)"), percentage, amount);
  /* Translators: a share of a place, and how large it is. */
  return g_strdup_printf (_("%1$s of it (%2$s km²)"), percentage, amount);
}

/**
 * march_words_share_day:
 * @as_of: the day asked
 *
 * Returns: (transfer full): "area of 15 May 2031", or of a day without data "area as of 12 May
 * 2031, the newest before"
 */
char *
march_words_share_day (const MarchAreaShare *share, MarchDay as_of)
{
  g_autofree char *day = march_day_describe (share->data);

  if (share->data == as_of)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("area of %s"), day);
  /* Translators: an area that is carried to a day of which its source has none. */
  return g_strdup_printf (_("area as of %s, the newest before"), day);
}

/**
 * march_words_share_origin:
 * @as_of: the day asked
 *
 * Returns: (transfer full): "area of “Daily sheet”, 15 May 2031", or of a day without data "area of
 * “Daily sheet” as of 12 May 2031, the newest before"
 */
char *
march_words_share_origin (const MarchAreaShare *share, MarchDay as_of)
{
  const char      *title = share->area_import->source->title;
  g_autofree char *day = march_day_describe (share->data);

  if (share->data == as_of)
    /* Translators: the source of an area, and its day. */
    return g_strdup_printf (_("area of “%1$s”, %2$s"), title, day);
  /* Translators: the source of an area that is carried to a day of which it has none, and the day
   * whose area it is. */
  return g_strdup_printf (_("area of “%1$s” as of %2$s, the newest before"), title, day);
}

static char *
describe_feature (const MarchAreaDocument *document)
{
  guint            others = document->n_features - 1;
  g_autofree char *feature
      = *document->name != '\0'
            /* Translators: the number of a feature in its file, and its name. */
            ? g_strdup_printf (_("feature %1$u “%2$s”"), document->place, document->name)
            : g_strdup_printf (_("feature %u"), document->place);

  if (others == 0)
    return g_steal_pointer (&feature);
  /* Translators: a feature of a file, and how many others of that file. */
  return g_strdup_printf (ngettext ("%1$s and %2$u other", "%1$s and %2$u others", others),
                          feature, others);
}

/**
 * march_words_share_document:
 *
 * Returns: (transfer full) (nullable): "file day.geojson, feature 3 “Name” and 2 others"; %NULL if
 * the import doesn't tell its files
 */
char *
march_words_share_document (const MarchAreaShare *share)
{
  const MarchAreaDocument *document = march_area_import_find_document (share->area_import,
                                                                       share->data);
  g_autofree char         *feature = document != NULL ? describe_feature (document) : NULL;

  if (document == NULL)
    return NULL;
  /* Translators: the name of a file and which feature of it. */
  return g_strdup_printf (_("file %1$s, %2$s"), document->file, feature);
}

/* What a sentence about a hold tells of the area that decides. */
void
march_words_add_share (GPtrArray *additions, const MarchAreaShare *share)
{
  g_autofree char *day = march_day_describe (share->data);

  if (!share->point)
    g_ptr_array_add (additions, march_words_share (share));
  /* Translators: a source of imported areas, and the day of the area. */
  g_ptr_array_add (additions, g_strdup_printf (_("area of “%1$s” of %2$s"),
                                               share->area_import->source->title, day));
}

/* The days that the imports of a source span together. */
static gboolean
find_span (MarchCorpus *corpus, const MarchSource *source, MarchDay *first, MarchDay *last)
{
  GPtrArray *imports = march_corpus_get_area_imports (corpus);

  *first = MARCH_DAY_MAX;
  *last = MARCH_DAY_MIN;
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (area_import->source != source)
        continue;
      *first = MIN (*first, area_import->first);
      *last = MAX (*last, area_import->last);
    }
  return *first <= *last;
}

/**
 * march_words_other_areas:
 * @source: (nullable): the source that is looked at
 *
 * Returns: (transfer full) (nullable): which sources but @source have areas of @day that count, in
 * a sentence; %NULL if none has
 */
char *
march_words_other_areas (MarchSnapshot *snapshot, const MarchSource *source, MarchDay day)
{
  g_autoptr (GPtrArray) sources
      = march_corpus_list_area_sources (march_snapshot_get_corpus (snapshot));
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource    *other = g_ptr_array_index (sources, i);
      g_autoptr (GPtrArray) areas = march_snapshot_list_areas_on (snapshot, other, day);

      if (other == source || areas->len == 0)
        continue;
      g_string_append (titles, n++ > 0 ? ", " : "");
      g_string_append_printf (titles, _("“%s”"), other->title);
    }
  if (n == 0)
    return NULL;
  /* Translators: %s is one or several sources of imported areas, already in quotation marks. */
  return g_strdup_printf (ngettext ("Another source covers this day: %s.",
                                    "Other sources cover this day: %s.", n),
                          titles->str);
}

/* Why @source has nothing of the day, of which it was found to have nothing; NULL if it never has
 * anything. */
static char *
describe_silence (MarchSnapshot *snapshot, const MarchSource *source)
{
  MarchDay         day = march_snapshot_get_question (snapshot)->as_of;
  g_autofree char *bound = NULL;
  MarchDay         first, last;

  if (!find_span (march_snapshot_get_corpus (snapshot), source, &first, &last))
    return NULL;
  if (day >= first && day <= last)
    /* Translators: %s is a source of imported areas. */
    return g_strdup_printf (_("“%s” has no data of this day, or its data don’t count here."),
                            source->title);
  bound = march_day_describe (day < first ? first : last);
  return day < first ? g_strdup_printf (_("The areas of “%1$s” begin on %2$s."), source->title,
                                        bound)
                     : g_strdup_printf (_("The areas of “%1$s” end on %2$s."), source->title,
                                        bound);
}

/**
 * march_words_no_areas:
 * @source: (nullable): whose; %NULL: those that are drawn
 *
 * Returns: (transfer full) (nullable): why no imported areas of @source are shown, and who has some
 * of this day, in sentences; %NULL if some are shown or it never has any
 */
char *
march_words_no_areas (MarchSnapshot *snapshot, const MarchSource *source)
{
  const MarchSource *asked = source != NULL ? source : march_snapshot_get_area_source (snapshot);
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, source);
  g_autofree char *silence = NULL, *others = NULL;

  if (asked == NULL || areas->len > 0)
    return NULL;
  silence = describe_silence (snapshot, asked);
  others = march_words_other_areas (snapshot, asked,
                                    march_snapshot_get_question (snapshot)->as_of);
  if (silence == NULL || others == NULL)
    return g_steal_pointer (&silence);
  return g_strdup_printf ("%s %s", silence, others);
}

/**
 * march_words_nothing_measured:
 * @source: (nullable): as for march_words_no_areas()
 *
 * Returns: (transfer full): why nothing can be measured though areas were asked for, in sentences
 */
char *
march_words_nothing_measured (MarchSnapshot *snapshot, const MarchSource *source)
{
  MarchDay         day = march_snapshot_get_question (snapshot)->as_of;
  char            *words = march_words_no_areas (snapshot, source);
  g_autofree char *first = NULL, *others = NULL;

  if (words != NULL)
    return words;
  if (source == NULL)
    source = march_snapshot_get_area_source (snapshot);
  if (source != NULL)
    /* Translators: %s is the title of a source. */
    first = g_strdup_printf (_("“%s” has no imported areas."), source->title);
  else
    first = g_strdup (_("No imported areas cover this day."));
  others = march_words_other_areas (snapshot, source, day);
  return others != NULL ? g_strdup_printf ("%s %s", first, others) : g_steal_pointer (&first);
}
