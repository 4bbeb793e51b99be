/* march-hits.h — all that can be browsed, or a part of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/march-hit.h"

G_BEGIN_DECLS

/**
 * MarchHits:
 *
 * Records that can be browsed, by kind. Immutable and counted atomically; made and narrowed on any
 * thread. What is shown of them is made only of those that are asked for.
 */
typedef struct _MarchHits MarchHits;

/* In place of a kind: all of them, one kind after the other. */
#define MARCH_HITS_ANY_KIND -1

MarchHits   *march_hits_new        (MarchCorpus *corpus);
MarchHits   *march_hits_narrow     (MarchHits *hits, GHashTable *records,
                                    MarchSearchFilter *filter);
MarchHits   *march_hits_ref        (MarchHits *hits);
void         march_hits_unref      (MarchHits *hits);
MarchCorpus *march_hits_get_corpus (MarchHits *hits);
guint        march_hits_get_n      (MarchHits *hits, int kind);
MarchHit    *march_hits_dup_hit    (MarchHits *hits, int kind, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchHits, march_hits_unref)

G_END_DECLS
