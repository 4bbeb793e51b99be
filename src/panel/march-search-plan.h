/* march-search-plan.h — what a search was asked for, made ready on another thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"
#include "panel/march-hits.h"

G_BEGIN_DECLS

/**
 * MarchSearchWish:
 * @all: (nullable): all that there is; %NULL if nobody has listed it yet
 * @snapshot: (nullable): what it lets in is wanted alone
 * @chips: (element-type MarchSearchChip): the filters that are set
 * @text: as typed, with filters among the words
 * @last: (nullable): the filter of the plan before, which is used again if it wants the same
 *
 * What the reader asks for.
 */
typedef struct
{
  MarchCorpus       *corpus;
  MarchHits         *all;
  MarchSnapshot     *snapshot;
  GPtrArray         *chips;
  char              *text;
  MarchSearchFilter *last;
} MarchSearchWish;

/**
 * MarchSearchPlan:
 * @all: all that there is
 * @filter: (nullable): %NULL if none is set or typed
 * @words: those to search for
 * @hits: (nullable): what is listed without a search; %NULL if there are words
 */
typedef struct
{
  MarchHits         *all;
  MarchSearchFilter *filter;
  char              *words;
  MarchHits         *hits;
} MarchSearchPlan;

void             march_search_wish_free (MarchSearchWish *wish);
MarchSearchPlan *march_search_plan_new  (const MarchSearchWish *wish, GError **error);
void             march_search_plan_free (MarchSearchPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchPlan, march_search_plan_free)

G_END_DECLS
