/* march-session-changes.c — the days on which something changes on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-session-private.h"

static void
change_free (gpointer data)
{
  MarchChange *change = data;

  g_ptr_array_unref (change->assertions);
  g_free (change);
}

static void
add_change (GHashTable *by_day, MarchDay day, const MarchAssertion *assertion)
{
  MarchChange *change = NULL;

  if (day == MARCH_DAY_MIN || day == MARCH_DAY_MAX)
    return;
  change = g_hash_table_lookup (by_day, &day);
  if (change == NULL)
    {
      change = g_new0 (MarchChange, 1);
      change->day = day;
      change->assertions = g_ptr_array_new ();
      g_hash_table_insert (by_day, &change->day, change);
    }
  if (!g_ptr_array_find (change->assertions, assertion, NULL))
    g_ptr_array_add (change->assertions, (gpointer) assertion);
}

static gboolean
makes_changes (MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  if (assertion->rank == MARCH_RANK_DEPRECATED || !march_snapshot_is_known (snapshot, assertion))
    return FALSE;
  if (assertion->kind == MARCH_KIND_EVENT)
    return TRUE;
  return assertion->place != NULL && assertion->mode == MARCH_MODE_STATED
         && (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const MarchChange *first = *(const MarchChange *const *) a;
  const MarchChange *second = *(const MarchChange *const *) b;

  return first->day < second->day ? -1 : first->day > second->day;
}

/**
 * march_session_find_changes:
 *
 * Returns: (transfer full) (element-type MarchChange): what is known under the question of
 * @snapshot, by day, within the dossier's first and last day; they borrow from its corpus
 */
GPtrArray *
march_session_find_changes (MarchSnapshot *snapshot)
{
  MarchCorpus             *corpus = march_snapshot_get_corpus (snapshot);
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *assertions = march_corpus_get_assertions (corpus);
  GPtrArray               *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GHashTable) by_day = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer       change;

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (!makes_changes (snapshot, assertion))
        continue;
      add_change (by_day, assertion->period.from_earliest, assertion);
      if (assertion->kind == MARCH_KIND_EVENT)
        continue;
      add_change (by_day, assertion->period.from_latest, assertion);
      if (assertion->observed)
        continue;
      add_change (by_day, assertion->period.until_earliest, assertion);
      add_change (by_day, assertion->period.until_latest, assertion);
    }
  g_hash_table_iter_init (&iter, by_day);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    {
      if (((MarchChange *) change)->day >= facts->first
          && ((MarchChange *) change)->day <= facts->last)
        g_ptr_array_add (changes, change);
      else
        change_free (change);
    }
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}
