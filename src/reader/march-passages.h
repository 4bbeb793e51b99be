/* march-passages.h — where the quotations of a source stand in its text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-verify.h"

G_BEGIN_DECLS

/* Further ones beside each other are drawn as the last. */
#define MARCH_PASSAGE_LANES 3

/**
 * MarchPassage:
 * @quotation: whose words these are
 * @span: which of its spans
 * @number: of the quotation, from 1, as they begin in the text
 * @first: the code point of the text at which the words begin
 * @beyond: the one after the last; @first where they are not found
 * @match: how they are found; where they aren't, @first is where the selector says
 * @lane: of those that overlap no two have the same, while there are enough
 *
 * A stretch of a text that is quoted.
 */
typedef struct
{
  const MarchQuotation *quotation;
  const MarchSpan      *span;
  guint                 number;
  guint                 first;
  guint                 beyond;
  MarchMatch            match;
  guint                 lane;
} MarchPassage;

/**
 * MarchPassages:
 * @corpus: whose records the quotations are
 * @source: whose text it is
 * @unchanged: whether the text is the one that the source was archived with
 * @list: (element-type MarchPassage): by their first words
 *
 * What is quoted of one text. Immutable once made.
 */
typedef struct
{
  MarchCorpus       *corpus;
  const MarchSource *source;
  gboolean           unchanged;
  GPtrArray         *list;
} MarchPassages;

MarchPassages      *march_passages_new     (MarchCorpus *corpus, const MarchSource *source);
void                march_passages_free    (MarchPassages *passages);
GPtrArray          *march_passages_list_at (MarchPassages *passages, guint first, guint beyond);
const MarchPassage *march_passages_find    (MarchPassages        *passages,
                                            const MarchQuotation *quotation);
const MarchPassage *march_passages_step    (MarchPassages *passages, guint point, int direction);
guint               march_passages_count   (MarchPassages *passages, MarchMatch match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPassages, march_passages_free)

G_END_DECLS
