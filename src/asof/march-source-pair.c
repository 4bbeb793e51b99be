/* march-source-pair.c — two sources that both say on a day where one holder's land is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-source-pair.h"

static void
pair_up (GArray *pairs, const MarchDatedImport *one, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const MarchDatedImport *other = g_ptr_array_index (others, i);
      const MarchSourcePair   pair = { one, other };

      if (other->holder == one->holder)
        g_array_append_val (pairs, pair);
    }
}

/**
 * march_snapshot_list_source_pairs:
 *
 * Compares the source whose areas are drawn with each other one that has areas of the day. Of a
 * holder of whom only one of them tells there is nothing to compare.
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
        pair_up (pairs, g_ptr_array_index (ours, j), theirs);
    }
  return pairs;
}
