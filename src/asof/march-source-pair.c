/* march-source-pair.c — two sources that both say on a day where one holder's land is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-source-pair.h"

/* The areas of @holder, on @basis or on any word. */
static const MarchDatedImport *
find_of (GPtrArray *areas, const MarchActor *holder, const MarchBasis *basis)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (areas, i);

      if (one->holder == holder && (basis == NULL || one->basis == *basis))
        return one;
    }
  return NULL;
}

static gboolean
have_same_word (GPtrArray *ours, GPtrArray *theirs, const MarchActor *holder)
{
  for (guint i = 0; i < ours->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (ours, i);

      if (one->holder == holder && find_of (theirs, holder, &one->basis) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * march_areas_find_alike:
 * @ours: (element-type MarchDatedImport): as march_snapshot_list_areas() gives them
 * @one: one of @ours
 * @theirs: (element-type MarchDatedImport): of another source or day
 *
 * What is assessed is held against what is assessed, and what a holder says against what it says.
 * Only where they have no word in common is one held against the other.
 *
 * Returns: (transfer none) (nullable): that of @theirs with which @one can be compared
 */
const MarchDatedImport *
march_areas_find_alike (GPtrArray *ours, const MarchDatedImport *one, GPtrArray *theirs)
{
  const MarchDatedImport *alike = find_of (theirs, one->holder, &one->basis);

  if (alike != NULL || have_same_word (ours, theirs, one->holder))
    return alike;
  return find_of (theirs, one->holder, NULL);
}

static void
pair_up (GArray *pairs, GPtrArray *ours, guint index, GPtrArray *theirs)
{
  const MarchDatedImport *one = g_ptr_array_index (ours, index);
  const MarchSourcePair   pair = { one, march_areas_find_alike (ours, one, theirs) };

  if (pair.other != NULL)
    g_array_append_val (pairs, pair);
}

/**
 * march_snapshot_list_source_pairs:
 *
 * Compares the source whose areas are drawn with each other one that has areas of the day, by
 * march_areas_find_alike(). Of a holder of whom only one of them tells there is nothing to compare.
 *
 * Returns: (transfer full) (element-type MarchSourcePair): valid as long as the snapshot; empty
 *   where fewer than two sources have areas of the day
 */
GArray *
march_snapshot_list_source_pairs (MarchSnapshot *snapshot)
{
  const MarchSource    *drawn = march_snapshot_get_area_source (snapshot);
  MarchCorpus          *corpus = march_snapshot_get_corpus (snapshot);
  g_autoptr (GPtrArray) sources = march_corpus_list_area_sources (corpus);
  g_autoptr (GPtrArray) ours = march_snapshot_list_areas (snapshot, NULL);
  GArray               *pairs = g_array_new (FALSE, FALSE, sizeof (MarchSourcePair));

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource    *source = g_ptr_array_index (sources, i);
      g_autoptr (GPtrArray) theirs = NULL;

      if (source == drawn)
        continue;
      theirs = march_snapshot_list_areas (snapshot, source);
      for (guint j = 0; j < ours->len; j++)
        pair_up (pairs, ours, j, theirs);
    }
  return pairs;
}
