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

static gboolean
is_of_side (const MarchDatedImport *one, const MarchDatedImport *other)
{
  return one->holder == other->holder && one->basis == other->basis;
}

/* What is assessed comes right before what the holder says. */
static guint
find_position (GPtrArray *areas, const MarchDatedImport *area_import)
{
  for (guint i = 0; i < areas->len; i++)
    if (((const MarchDatedImport *) areas->pdata[i])->holder == area_import->holder)
      return area_import->basis == MARCH_BASIS_OWN ? i + 1 : i;
  return areas->len;
}

static void
add_or_replace (GPtrArray *areas, const MarchDatedImport *area_import, MarchDay day)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const MarchDatedImport *other = g_ptr_array_index (areas, i);

      if (!is_of_side (other, area_import))
        continue;
      if (march_area_import_find_data (area_import, day)
          >= march_area_import_find_data (other, day))
        areas->pdata[i] = (gpointer) area_import;
      return;
    }
  g_ptr_array_insert (areas, (int) find_position (areas, area_import), (gpointer) area_import);
}

/**
 * march_areas_find_assessed:
 * @areas: (element-type MarchDatedImport): as march_snapshot_list_areas() gives them
 * @area_import: one of them
 *
 * Of a holder's land by one source, what is assessed goes before what the holder says: land that is
 * both is counted and drawn as assessed, and only the rest as said.
 *
 * Returns: (transfer none) (nullable): the assessed areas of the same holder if @area_import is its
 * own word; %NULL if there are none
 */
const MarchDatedImport *
march_areas_find_assessed (GPtrArray *areas, const MarchDatedImport *area_import)
{
  for (guint i = 0; i < areas->len && area_import->basis == MARCH_BASIS_OWN; i++)
    {
      const MarchDatedImport *other = g_ptr_array_index (areas, i);

      if (other->holder == area_import->holder && other->basis != MARCH_BASIS_OWN)
        return other;
    }
  return NULL;
}

/**
 * march_areas_get_land:
 * @areas: (element-type MarchDatedImport): as march_snapshot_list_areas() gives them
 * @area_import: one of them
 * @error: as for march_holdings_get_area() and march_land_subtract()
 *
 * Returns: (transfer full) (nullable): its land of @day, without what is assessed alike
 */
MarchGeometry *
march_areas_get_land (GPtrArray              *areas,
                      const MarchDatedImport *area_import,
                      MarchDay                day,
                      GError                **error)
{
  const MarchDatedImport   *assessed = march_areas_find_assessed (areas, area_import);
  g_autoptr (MarchGeometry) land = march_holdings_get_area (area_import->holdings, day, error);
  g_autoptr (MarchGeometry) taken = NULL;

  if (land == NULL || assessed == NULL)
    return g_steal_pointer (&land);
  taken = march_holdings_get_area (assessed->holdings, day, error);
  return taken != NULL ? march_land_subtract (land, taken, error) : NULL;
}

static const MarchSource *
find_area_source (MarchCorpus *corpus, const MarchQuestion *question)
{
  const gint64       asked = question->area_source;
  const MarchSource *source = NULL;

  if (asked == MARCH_NO_AREA_SOURCE)
    return NULL;
  if (question->according_source != 0)
    return march_corpus_get_source (corpus, question->according_source);
  if (asked != 0)
    source = march_corpus_get_source (corpus, asked);
  return source != NULL ? source : march_corpus_get_area_source (corpus);
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
  return find_area_source (snapshot->corpus, &snapshot->question);
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
 * The imported areas that cover the day, one import for what is assessed of each holder, and after
 * it one for what that holder says itself: of several by one source, the one with the newest data
 * up to the day, and of those the one brought in last. What each holds on the day tells
 * march_areas_get_land(). Empty is not "no land": no data cover the day.
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
    {
      const MarchDatedImport *area_import = g_ptr_array_index (snapshot->areas, i);

      g_ptr_array_add (snapshot->covers,
                       march_corpus_measure_areas (
                           snapshot->corpus, area_import,
                           march_areas_find_assessed (snapshot->areas, area_import),
                           snapshot->question.as_of));
    }
}

/* Whether what is assessed of the holder is among @shares. */
static gboolean
goes_further (MarchSnapshot *snapshot, GPtrArray *shares, const MarchDatedImport *area_import)
{
  const MarchDatedImport *assessed = march_areas_find_assessed (snapshot->areas, area_import);

  for (guint i = 0; i < shares->len && assessed != NULL; i++)
    if (((const MarchAreaShare *) shares->pdata[i])->area_import == assessed)
      return TRUE;
  return FALSE;
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
      share.further = goes_further (snapshot, shares, area_import);
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

/* What a snapshot measures if all of it is asked for and known. */
static GPtrArray *
list_counting (MarchCorpus *corpus, const MarchQuestion *question)
{
  const MarchSource *source = find_area_source (corpus, question);
  GPtrArray         *imports = march_corpus_get_area_imports (corpus);
  GPtrArray         *areas = g_ptr_array_new ();

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (area_import->source == source && march_area_import_covers (area_import, question->as_of)
          && (question->according_actor == 0
              || (area_import->basis == MARCH_BASIS_OWN
                  && area_import->holder->id == question->according_actor)))
        add_or_replace (areas, area_import, question->as_of);
    }
  return areas;
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
  g_autoptr (GPtrArray) areas = list_counting (corpus, question);

  for (guint i = 0; i < areas->len; i++)
    if (!march_corpus_has_measured (corpus, areas->pdata[i],
                                    march_areas_find_assessed (areas, areas->pdata[i]),
                                    question->as_of))
      return FALSE;
  return TRUE;
}
