/* march-said-when.h — what day words of a source mean, by the day on which it was published */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/**
 * MarchSaidWhen:
 * @first: the first code point of the words, in the text that was given
 * @beyond: the code point after the last
 * @words: as they stand there
 * @edtf: what they mean; "" where that takes the day of publication, which is not known
 * @confidence: high for a date as it is written, and for words that the day of publication leaves
 *   no choice; low where that day itself is a guess
 *
 * Words that tell of a time: "yesterday", "on Monday", "last week", "two days ago", "19 December",
 * "mid-December", "in 2031". The analyst confirms what they mean.
 */
typedef struct
{
  guint           first;
  guint           beyond;
  char           *words;
  char           *edtf;
  MarchConfidence confidence;
} MarchSaidWhen;

GPtrArray *march_said_when_list (const char *text, const char *published);
char      *march_said_when_read (const char *typed, const char *published);

G_END_DECLS
