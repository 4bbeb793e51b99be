/* march-search-plan.c — what a search was asked for, made ready on another thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-search-plan.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "panel/march-heard.h"
#include "panel/march-search-filters.h"

void
march_search_wish_free (MarchSearchWish *wish)
{
  march_corpus_unref (wish->corpus);
  g_clear_pointer (&wish->all, march_hits_unref);
  g_clear_pointer (&wish->snapshot, march_snapshot_unref);
  g_ptr_array_unref (wish->chips);
  g_clear_pointer (&wish->last, march_search_filter_unref);
  g_free (wish->text);
  g_free (wish);
}

static gboolean
add_chips (MarchSearchFilter *filter, GPtrArray *chips, GError **error)
{
  for (guint i = 0; i < chips->len; i++)
    {
      const MarchSearchChip *chip = chips->pdata[i];

      if (chip->value != NULL && !march_search_filter_add (filter, chip->key, chip->value, error))
        return FALSE;
      if (chip->value == NULL && !march_search_filter_add_record (filter, chip->key, chip->id))
        {
          g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                               _("What a filter was set to was deleted. Remove that filter."));
          return FALSE;
        }
    }
  return TRUE;
}

/* The one before has looked through the file already. */
static MarchSearchFilter *
choose_filter (const MarchSearchWish *wish, MarchSearchFilter *filter)
{
  if (march_search_filter_is_empty (filter))
    return NULL;
  return march_search_filter_ref (
      wish->last != NULL && march_search_filter_equal (wish->last, filter) ? wish->last : filter);
}

static MarchHits *
list_hits (const MarchSearchWish *wish, const MarchSearchPlan *plan)
{
  g_autoptr (GHashTable) heard = wish->snapshot != NULL ? march_heard_list (wish->snapshot) : NULL;

  if (march_search_has_words (plan->words))
    return NULL;
  return heard == NULL && plan->filter == NULL ? march_hits_ref (plan->all)
                                               : march_hits_narrow (plan->all, heard, plan->filter);
}

/**
 * march_search_plan_new:
 *
 * May take long; on any thread.
 *
 * Returns: (transfer full): what to do; %NULL with a sentence if a filter can't be understood
 */
MarchSearchPlan *
march_search_plan_new (const MarchSearchWish *wish, GError **error)
{
  g_autoptr (MarchSearchFilter) filter = march_search_filter_new (wish->corpus);
  MarchSearchPlan *plan = NULL;
  g_autofree char *words = NULL;

  if (!add_chips (filter, wish->chips, error))
    return NULL;
  words = march_search_filter_take_typed (filter, wish->text, error);
  if (words == NULL)
    return NULL;
  plan = g_new0 (MarchSearchPlan, 1);
  plan->all = wish->all != NULL ? march_hits_ref (wish->all) : march_hits_new (wish->corpus);
  plan->filter = choose_filter (wish, filter);
  plan->words = g_steal_pointer (&words);
  plan->hits = list_hits (wish, plan);
  return plan;
}

void
march_search_plan_free (MarchSearchPlan *plan)
{
  march_hits_unref (plan->all);
  g_clear_pointer (&plan->filter, march_search_filter_unref);
  g_clear_pointer (&plan->hits, march_hits_unref);
  g_free (plan->words);
  g_free (plan);
}
