/* march-gaps.h — what the dossier does not know, as a list of sentences with their places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_GAP_CONTROL_SILENT, /* a place disputed on some day has a stretch without control on record
                             */
  MARCH_GAP_NO_INDEPENDENT, /* a colour rests on own word or conclusion alone */
  MARCH_GAP_UNIDENTIFIED_SOURCE, /* a source without title, author or publication */
  MARCH_GAP_INFERRED_DATE,
  MARCH_GAP_UNGRADED,
  MARCH_GAP_UNQUOTED,       /* a source without a quotation */
  MARCH_GAP_NO_EVIDENCE,
  MARCH_GAP_CONFLICT,
  MARCH_GAP_NO_TEXT,
  MARCH_GAP_SINGLE_SOURCE, /* a control or claim that no two independent sources support */
  MARCH_GAP_UNVERIFIED,    /* a quotation whose words its source's text doesn't have */
  MARCH_GAP_NO_STATEMENT,  /* a place of which nothing is asserted or proposed */
  MARCH_GAP_NO_SHAPE,      /* a place that can't be drawn */
  MARCH_N_GAP_KINDS,
} MarchGapKind;

typedef struct
{
  MarchGapKind          kind;
  char                 *sentence;
  const MarchPlace     *place;      /* NULL if it is about none */
  const MarchSource    *source;     /* NULL if it is about none; of several that support the same,
                                     * the first */
  const MarchAssertion *assertion;  /* NULL if it is about none */
  const MarchAssertion *other;      /* of a conflict: what can't be true with @assertion */
  const MarchQuotation *quotation;  /* NULL if it is about none */
  const MarchProposal  *proposal;   /* NULL if it is about none */
  MarchDay              from;       /* of a silent stretch: first day and the day after the last */
  MarchDay              until;
} MarchGap;

GPtrArray *march_gaps_list       (MarchCorpus *corpus);
GPtrArray *march_gaps_list_known (MarchCorpus *corpus, const MarchQuestion *question);
void       march_gaps_list_async  (MarchCorpus *corpus, const MarchQuestion *question,
                                   GCancellable **newest, gpointer owner,
                                   GAsyncReadyCallback done);
GPtrArray *march_gaps_list_finish (GAsyncResult *result, GError **error);

guint      march_gaps_count_drafts (MarchCorpus *corpus);

G_END_DECLS
