/* march-csv.h — tables of delimited text, read from untrusted bytes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchCsv:
 *
 * Walks through the rows of a table as RFC 4180 has them, with any delimiter.
 */
typedef struct
{
  const char *at;
  const char *end;
  char        delimiter;
  guint       line;     /* where the next row begins, counted from 1 */
  guint       row_line; /* where the present row began */
} MarchCsv;

gboolean   march_csv_init (MarchCsv *csv, const char *text, gsize length, char delimiter,
                           GError **error);
GPtrArray *march_csv_next (MarchCsv *csv, GError **error);

G_END_DECLS
