/* march-written-date-private.h — a text cut into what dates are made of; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-written-date.h"

G_BEGIN_DECLS

/* A text is cut into runs of digits and runs of letters. A date is a few of them in a row, with
 * what stands between. A field is a date if all of it is one; in a name it is looked for. */

#define MARCH_MOST_DATE_TOKENS 64

typedef struct
{
  const char *start;
  gsize       length;
  gboolean    is_digits;
  gint64      number;   /* of digits */
  char        before;   /* what stands before it: the first character that is no blank */
  guint       n_before; /* bytes */
} MarchDateToken;

typedef struct
{
  MarchDateToken          tokens[MARCH_MOST_DATE_TOKENS];
  guint          n_tokens;
  const char    *rest; /* after the last */
  MarchDateOrder order;
  MarchDay       today;
} MarchDateText;

/* A date found from token @first up to but not with token @beyond. */
typedef struct
{
  MarchDateOutcome outcome;
  MarchWrittenDate date;
  guint            first;
  guint            beyond;
} MarchDateMatch;

void     march_date_text_cut   (MarchDateText *text, const char *at);
gboolean march_date_text_match (const MarchDateText *text, guint i, MarchDateMatch *match);

G_END_DECLS
