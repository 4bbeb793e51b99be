/* march-snapshot-areas.c — the imported areas of the day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/** march_area_import_covers: Returns: whether the import tells of @day: before its first day it
 * tells nothing; after its last, only if it is carried, which then leaves no blank */
gboolean
march_area_import_covers (const MarchDatedImport *area_import, MarchDay day)
{
  return day >= area_import->first && (area_import->carried || day <= area_import->last)
         && march_holdings_is_known (area_import->holdings, day);
}

/** march_snapshot_asks_for_areas: Returns: whether an import counts, whatever the day: a holder's
 * own word is his; what others assess is no actor's */
gboolean
march_snapshot_asks_for_areas (MarchSnapshot *snapshot, const MarchDatedImport *area_import)
{
  return march_snapshot_asks_for (snapshot, area_import->source, area_import->holder,
                                  area_import->basis);
}

gboolean
march_snapshot_asks_for (MarchSnapshot     *snapshot,
                         const MarchSource *source,
                         const MarchActor  *holder,
                         MarchBasis         basis)
{
  const MarchQuestion *question = &snapshot->question;

  if (question->according_source != 0 && source->id != question->according_source)
    return FALSE;
  if (question->according_actor != 0
      && (basis != MARCH_BASIS_OWN || holder->id != question->according_actor))
    return FALSE;
  return march_snapshot_is_source_known (snapshot, source);
}

static void
add_or_replace (GPtrArray *areas, const MarchDatedImport *area_import, MarchDay day)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const MarchDatedImport *other = g_ptr_array_index (areas, i);

      if (other->holder != area_import->holder)
        continue;
      if (march_area_import_find_data (area_import, day)
          >= march_area_import_find_data (other, day))
        areas->pdata[i] = (gpointer) area_import;
      return;
    }
  g_ptr_array_add (areas, (gpointer) area_import);
}

/**
 * march_snapshot_get_area_source:
 *
 * Returns: (transfer none) (nullable): whose imported areas count: the publication asked about, the
 * source asked for, else the dossier's default; %NULL if there are none or none was to count
 */
const MarchSource *
march_snapshot_get_area_source (MarchSnapshot *snapshot)
{
  gint64             asked = snapshot->question.area_source;
  const MarchSource *source = NULL;

  if (asked == MARCH_NO_AREA_SOURCE)
    return NULL;
  if (snapshot->question.according_source != 0)
    return march_corpus_get_source (snapshot->corpus, snapshot->question.according_source);
  if (asked != 0)
    source = march_corpus_get_source (snapshot->corpus, asked);
  return source != NULL ? source : march_corpus_get_area_source (snapshot->corpus);
}

/** march_snapshot_list_areas_on: as march_snapshot_list_areas(), on another day than that of the
 * question */
GPtrArray *
march_snapshot_list_areas_on (MarchSnapshot *snapshot, const MarchSource *source, MarchDay day)
{
  GPtrArray *imports = march_corpus_get_area_imports (snapshot->corpus);
  GPtrArray *areas = g_ptr_array_new ();

  if (source == NULL)
    source = march_snapshot_get_area_source (snapshot);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (area_import->source == source
          && march_area_import_covers (area_import, day)
          && march_snapshot_asks_for_areas (snapshot, area_import))
        add_or_replace (areas, area_import, day);
    }
  return areas;
}

/**
 * march_snapshot_list_areas:
 * @source: (nullable): whose areas; %NULL: those of march_snapshot_get_area_source(), or of the
 *   publication asked about
 *
 * The imported areas that cover the day, one import for each holder: of several by one source, the
 * one with the newest data up to the day, and of those the one brought in last. What each holds
 * on the day tells march_holdings_get_area(). Empty is not "no land": no data cover the day.
 *
 * Returns: (transfer full) (element-type MarchDatedImport): valid as long as the snapshot
 */
GPtrArray *
march_snapshot_list_areas (MarchSnapshot *snapshot, const MarchSource *source)
{
  return march_snapshot_list_areas_on (snapshot, source, snapshot->question.as_of);
}

/* Measures what the areas of the day hold. */
void
march_snapshot_measure (MarchSnapshot *snapshot)
{
  snapshot->areas = march_snapshot_list_areas (snapshot, NULL);
  snapshot->covers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < snapshot->areas->len; i++)
    g_ptr_array_add (snapshot->covers,
                     march_corpus_measure_areas (snapshot->corpus,
                                                 g_ptr_array_index (snapshot->areas, i),
                                                 snapshot->question.as_of));
}

static gboolean
is_worth_telling (const MarchAreaShare *share)
{
  return share->point || share->share >= MARCH_AREA_LEAST_SHARE
         || share->km2 >= MARCH_AREA_LEAST_KM2;
}

/* What the areas of the day hold of @place, as far as it is worth telling; kept by the snapshot. */
GPtrArray *
march_snapshot_list_shares (MarchSnapshot *snapshot, const MarchPlace *place)
{
  GPtrArray *shares = g_ptr_array_new ();

  for (guint i = 0; i < snapshot->areas->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (snapshot->areas, i);
      const MarchAreaPart    *cover
          = g_hash_table_lookup (g_ptr_array_index (snapshot->covers, i), place);
      MarchAreaShare          share = { .area_import = area_import };

      if (cover == NULL)
        continue;
      share.km2 = cover->m2 / 1e6;
      share.share = cover->point ? 1 : MIN (cover->m2 / MAX (cover->of_m2, 1), 1);
      share.point = cover->point;
      share.data = march_area_import_find_data (area_import, snapshot->question.as_of);
      if (!is_worth_telling (&share))
        continue;
      g_ptr_array_add (snapshot->shares, g_memdup2 (&share, sizeof share));
      g_ptr_array_add (shares, g_ptr_array_index (snapshot->shares, snapshot->shares->len - 1));
    }
  return shares;
}

/**
 * march_hold_get_share:
 *
 * Returns: (transfer none) (nullable): the imported area that shows just where the hold is
 */
const MarchAreaShare *
march_hold_get_share (const MarchHold *hold)
{
  return hold->shares->len > 0 ? g_ptr_array_index (hold->shares, 0) : NULL;
}

/**
 * march_hold_dup_report_date:
 *
 * Returns: (transfer full): when what decides was reported, as EDTF: as it is given, or the day of
 * an area's data
 */
char *
march_hold_dup_report_date (const MarchHold *hold)
{
  if (hold->by_area)
    return march_day_to_iso (march_hold_get_share (hold)->data);
  return g_strdup (((const MarchAssertion *) g_ptr_array_index (hold->assertions, 0))->valid);
}

/**
 * march_question_is_measured:
 *
 * Returns: whether a snapshot needs no geometry to be measured for its areas: if it does, it may
 * take long and is no work for the main thread
 */
gboolean
march_question_is_measured (MarchCorpus *corpus, const MarchQuestion *question)
{
  GPtrArray *imports = march_corpus_get_area_imports (corpus);

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (march_area_import_covers (area_import, question->as_of)
          && !march_corpus_has_measured (corpus, area_import, question->as_of))
        return FALSE;
    }
  return TRUE;
}
