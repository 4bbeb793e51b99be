/* march-verify.h — whether the words of a quotation stand in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchMatch:
 * @MARCH_MATCH_VERBATIM: letter by letter, where the selector says
 * @MARCH_MATCH_MOVED: letter by letter, elsewhere
 * @MARCH_MATCH_NORMALISED: with other blanks, quotation marks, dashes or letter forms
 * @MARCH_MATCH_NOT_FOUND: not at all
 *
 * From best to worst.
 */
typedef enum
{
  MARCH_MATCH_VERBATIM,
  MARCH_MATCH_MOVED,
  MARCH_MATCH_NORMALISED,
  MARCH_MATCH_NOT_FOUND,
} MarchMatch;

/**
 * MarchQuotationCheck:
 * @match: how well its worst span is found
 * @first: the code point at which its first span that is found begins in the text
 * @beyond: the one after that span's last; @first if none is found
 *
 * What a text is to a quotation.
 */
typedef struct
{
  const MarchQuotation *quotation;
  MarchMatch            match;
  guint                 first;
  guint                 beyond;
} MarchQuotationCheck;

char      *march_verify_prepare    (const char *data, gsize length, GError **error);
char      *march_verify_hash       (const char *text);
MarchMatch march_verify_span (const MarchSpan *span, const char *text, guint *first, guint *beyond);
MarchMatch march_verify_quotation  (const MarchQuotation *quotation, const char *text);
GArray    *march_verify_source     (const MarchSource *source, const char *text);
char      *march_verify_read       (const MarchQuotation *quotation, const char *text);

G_END_DECLS
