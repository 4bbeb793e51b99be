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
  double percent = share * 100;

  if (percent < 0.1)
    return g_strdup (_("less than 0.1 %"));
  if (percent > 99.9)
    return g_strdup (_("more than 99.9 %"));
  if (percent < 10)
    return g_strdup_printf (_("%.1f %%"), percent);
  return g_strdup_printf (_("%.0f %%"), MIN (percent, 99));
}

/**
 * march_words_share:
 *
 * Returns: (transfer full): "63 % of it (16,800 km²)"; "" of a point
 */
char *
march_words_share (const MarchAreaShare *share)
{
  g_autofree char *percentage = describe_percentage (share->share);
  g_autofree char *amount = march_words_for_number (share->km2 < 10 ? round (share->km2 * 10) / 10
                                                                    : round (share->km2));

  if (share->point)
    return g_strdup ("");
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
 * march_words_no_areas:
 *
 * Returns: (transfer full) (nullable): why no imported areas are shown though the source asked for
 * has some, in a sentence; %NULL if some are or there are none
 */
char *
march_words_no_areas (MarchSnapshot *snapshot)
{
  const MarchSource    *source = march_snapshot_get_area_source (snapshot);
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, NULL);
  MarchDay              day = march_snapshot_get_question (snapshot)->as_of;
  g_autofree char      *bound = NULL;
  MarchDay              first, last;

  if (source == NULL || areas->len > 0
      || !find_span (march_snapshot_get_corpus (snapshot), source, &first, &last))
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
