/* march-disagreement.h — what can't be true together and shows at no place: figures of no place,
 * and words that are said to be two speakers' */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchDisagreement:
 * @a: (nullable): the figure; of words, an assertion that they bear on
 * @b: (nullable): the other
 * @words: (nullable): the words, as one quotes them; %NULL: it is between figures
 * @other_words: (nullable): as the other quotes them
 * @speaker: (nullable): whose @words are
 * @other_speaker: (nullable): whose @other_words are
 * @settled: whether ranks decide between @a and @b
 */
typedef struct
{
  const MarchAssertion *a;
  const MarchAssertion *b;
  const MarchQuotation *words;
  const MarchQuotation *other_words;
  const MarchActor     *speaker;
  const MarchActor     *other_speaker;
  gboolean              settled;
} MarchDisagreement;

GPtrArray *march_snapshot_list_disagreements (MarchSnapshot *snapshot);
char      *march_disagreement_describe       (const MarchDisagreement *disagreement);

G_END_DECLS
