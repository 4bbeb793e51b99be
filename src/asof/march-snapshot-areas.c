/* march-snapshot-areas.c — the imported areas of the day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/** march_area_import_covers: Returns: whether the import tells of @day: before its first day it
 * tells nothing; after its last, only if it is carried, which then leaves no blank */
gboolean
march_area_import_covers (const MarchAreaImport *area_import, MarchDay day)
{
  return day >= area_import->first && (area_import->carried || day <= area_import->last)
         && march_holdings_is_known (area_import->holdings, day);
}

/** march_snapshot_asks_for_areas: Returns: whether an import counts, whatever the day: a holder's
 * own word is his; what others assess is no actor's */
gboolean
march_snapshot_asks_for_areas (MarchSnapshot *snapshot, const MarchAreaImport *area_import)
{
  const MarchQuestion *question = &snapshot->question;

  if (question->according_source != 0 && area_import->source->id != question->according_source)
    return FALSE;
  if (question->according_actor != 0
      && (area_import->basis != MARCH_BASIS_OWN
          || area_import->holder->id != question->according_actor))
    return FALSE;
  return march_snapshot_is_source_known (snapshot, area_import->source);
}

/* The last day up to @day of which the import has data itself. */
static MarchDay
newest_data (const MarchAreaImport *area_import, MarchDay day)
{
  return MIN (area_import->last, day);
}

static void
add_or_replace (GPtrArray *areas, const MarchAreaImport *area_import, MarchDay day)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const MarchAreaImport *other = g_ptr_array_index (areas, i);

      if (other->holder != area_import->holder)
        continue;
      if (newest_data (area_import, day) >= newest_data (other, day))
        areas->pdata[i] = (gpointer) area_import;
      return;
    }
  g_ptr_array_add (areas, (gpointer) area_import);
}

/** march_snapshot_list_areas_on: as march_snapshot_list_areas(), on another day than that of the
 * question */
GPtrArray *
march_snapshot_list_areas_on (MarchSnapshot *snapshot, const MarchSource *source, MarchDay day)
{
  GPtrArray *imports = march_corpus_get_area_imports (snapshot->corpus);
  GPtrArray *areas = g_ptr_array_new ();

  if (source == NULL && snapshot->question.according_source == 0)
    source = march_corpus_get_area_source (snapshot->corpus);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchAreaImport *area_import = g_ptr_array_index (imports, i);

      if ((source == NULL || area_import->source == source)
          && march_area_import_covers (area_import, day)
          && march_snapshot_asks_for_areas (snapshot, area_import))
        add_or_replace (areas, area_import, day);
    }
  return areas;
}

/**
 * march_snapshot_list_areas:
 * @source: (nullable): whose areas; %NULL: those of march_corpus_get_area_source(), or of the
 *   publication asked about
 *
 * The imported areas that cover the day, one import for each holder: of several by one source, the
 * one with the newest data up to the day, and of those the one brought in last. What each holds
 * on the day tells march_holdings_get_area(). Empty is not "no land": no data cover the day.
 *
 * Returns: (transfer full) (element-type MarchAreaImport): valid as long as the snapshot
 */
GPtrArray *
march_snapshot_list_areas (MarchSnapshot *snapshot, const MarchSource *source)
{
  return march_snapshot_list_areas_on (snapshot, source, snapshot->question.as_of);
}
