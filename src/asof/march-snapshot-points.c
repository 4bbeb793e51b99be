/* march-snapshot-points.c — the imported points that count for a question */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/**
 * march_snapshot_list_points:
 *
 * The imports of points that count, those of all sources: points are marks that stand side by side.
 * Which of their points count on the day tells march_points_visit(). Any thread.
 *
 * Returns: (transfer full) (element-type MarchDatedImport): valid as long as the snapshot
 */
GPtrArray *
march_snapshot_list_points (MarchSnapshot *snapshot)
{
  GPtrArray *imports = march_corpus_get_point_imports (snapshot->corpus);
  GPtrArray *counting = g_ptr_array_new ();

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (imports, i);

      if (march_snapshot_asks_for (snapshot, import->source, import->holder, import->basis))
        g_ptr_array_add (counting, (gpointer) import);
    }
  return counting;
}

/** march_snapshot_equal_points: Returns: whether the same points count in both, of one corpus */
gboolean
march_snapshot_equal_points (MarchSnapshot *a, MarchSnapshot *b)
{
  g_autoptr (GPtrArray) one = march_snapshot_list_points (a);
  g_autoptr (GPtrArray) other = march_snapshot_list_points (b);
  gboolean equal = one->len == other->len;

  for (guint i = 0; equal && i < one->len; i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (one, i);

      equal = import == g_ptr_array_index (other, i)
              && !march_points_differ (import->points, a->question.as_of, b->question.as_of);
    }
  return equal;
}
