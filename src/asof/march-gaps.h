/* march-gaps.h — what the dossier does not know, as a list of sentences with their places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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
} MarchGapKind;

typedef struct
{
  MarchGapKind          kind;
  char                 *sentence;
  const MarchPlace     *place;      /* NULL if it is about none */
  const MarchSource    *source;     /* NULL if it is about none */
  const MarchAssertion *assertion;  /* NULL if it is about none */
  MarchDay              from;       /* of a silent stretch: first day and the day after the last */
  MarchDay              until;
} MarchGap;

GPtrArray *march_gaps_list       (MarchCorpus *corpus);
GPtrArray *march_gaps_list_known (MarchCorpus *corpus, const MarchQuestion *question);

G_END_DECLS
