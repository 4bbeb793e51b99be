/* march-search-choices.h — what a search can be narrowed to: who speaks, which places and so on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-search-filter.h"

G_BEGIN_DECLS

/**
 * MarchSearchChoice:
 * @id: of a record, 0 for what is no record
 * @value: of what is no record, as march_search_filter_add() takes it; %NULL else
 * @text: as a reader is told
 * @words: (nullable): further words to find it by
 * @n: how many quotations it lets in
 */
typedef struct
{
  gint64 id;
  char  *value;
  char  *text;
  char  *words;
  guint  n;
} MarchSearchChoice;

/* Those that narrow by what there is to choose from. */
#define MARCH_N_SEARCH_CHOICES MARCH_SEARCH_SINCE

/**
 * MarchSearchChoices:
 *
 * By key, what there is to choose from, by name. Of very many those that let in the most.
 */
typedef struct
{
  GPtrArray *of[MARCH_N_SEARCH_CHOICES]; /* of MarchSearchChoice */
} MarchSearchChoices;

MarchSearchChoices *march_search_choices_new  (MarchCorpus *corpus);
void                march_search_choices_free (MarchSearchChoices *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchChoices, march_search_choices_free)

G_END_DECLS
