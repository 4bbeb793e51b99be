/* march-csv.c — tables of delimited text, read from untrusted bytes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

#define MOST_CELLS 10000 /* of a row */

static const char delimiters[] = { ',', ';', '\t', '|' };

static gboolean
refuse (GError **error, guint line, const char *format)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, format, line);
#pragma GCC diagnostic pop
  return FALSE;
}

/* The delimiter that the first line has most of, outside of quotes. */
static char
guess_delimiter (const MarchCsv *csv)
{
  guint    counts[G_N_ELEMENTS (delimiters)] = { 0 };
  gboolean quoted = FALSE;
  guint    best = 0;

  for (const char *at = csv->at; at < csv->end && (quoted || *at != '\n'); at++)
    {
      quoted ^= *at == '"';
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (delimiters); i++)
        counts[i] += *at == delimiters[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    if (counts[i] > counts[best])
      best = i;
  return delimiters[best];
}

static guint
count_lines (const char *text, const char *end)
{
  guint n = 0;

  for (const char *at = text; at < end; at++)
    n += *at == '\n';
  return n;
}

/**
 * march_csv_init:
 * @csv: (out caller-allocates): the table
 * @text: (array length=length): with or without a byte order mark; it must outlive @csv
 * @length: bytes
 * @delimiter: between cells; NUL: the one that a line "sep=;" names, or the likeliest
 * @error: %MARCH_ERROR_BAD_INPUT if the text is not in UTF-8
 */
gboolean
march_csv_init (MarchCsv *csv, const char *text, gsize length, char delimiter, GError **error)
{
  const char *bad;

  *csv = (MarchCsv){ .at = text, .end = text + length, .delimiter = delimiter, .line = 1 };
  if (!g_utf8_validate_len (text, length, &bad))
    return refuse (error, count_lines (text, bad) + 1,
                   _ ("Line %u is not in UTF-8: save the table in that encoding."));
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    csv->at += 3;
  if (csv->end - csv->at >= 6 && g_ascii_strncasecmp (csv->at, "sep=", 4) == 0
      && (csv->at[5] == '\n' || csv->at[5] == '\r'))
    {
      if (delimiter == '\0')
        csv->delimiter = csv->at[4];
      csv->at += csv->at[5] == '\r' ? 7 : 6;
      csv->line = 2;
    }
  if (csv->delimiter == '\0')
    csv->delimiter = guess_delimiter (csv);
  return TRUE;
}

/* A cell in quotes, where two quotes stand for one. The text after the closing one is taken as it
 * is. */
static gboolean
read_quoted (MarchCsv *csv, GString *cell, GError **error)
{
  csv->at++;
  while (csv->at < csv->end)
    {
      if (*csv->at == '"' && csv->at + 1 < csv->end && csv->at[1] == '"')
        csv->at++;
      else if (*csv->at == '"')
        {
          csv->at++;
          return TRUE;
        }
      csv->line += *csv->at == '\n';
      g_string_append_c (cell, *csv->at++);
    }
  return refuse (error, csv->row_line,
                 _ ("The row that begins in line %u has a quote that isn't closed."));
}

static void
read_plain (MarchCsv *csv, GString *cell)
{
  const char *start = csv->at;

  while (csv->at < csv->end && *csv->at != csv->delimiter && *csv->at != '\n')
    csv->at++;
  g_string_append_len (cell, start, csv->at - start);
  if (cell->len > 0 && cell->str[cell->len - 1] == '\r'
      && (csv->at == csv->end || *csv->at == '\n'))
    g_string_truncate (cell, cell->len - 1);
}

static gboolean
read_cell (MarchCsv *csv, GPtrArray *cells, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *start = csv->at;

  while (start < csv->end && *start == ' ')
    start++;
  if (start < csv->end && *start == '"')
    {
      csv->at = start;
      if (!read_quoted (csv, cell, error))
        return FALSE;
    }
  read_plain (csv, cell);
  g_ptr_array_add (cells, g_strdup (cell->str));
  return TRUE;
}

static void
skip_empty_lines (MarchCsv *csv)
{
  while (csv->at < csv->end && (*csv->at == '\n' || *csv->at == '\r'))
    csv->line += *csv->at++ == '\n';
}

/**
 * march_csv_next:
 * @error: %MARCH_ERROR_BAD_INPUT if a quote isn't closed or a row is far too long; the message
 * names the line
 *
 * Empty lines are passed.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the cells of the next row; %NULL without
 *   an error at the end
 */
GPtrArray *
march_csv_next (MarchCsv *csv, GError **error)
{
  g_autoptr (GPtrArray) cells = NULL;

  skip_empty_lines (csv);
  if (csv->at == csv->end)
    return NULL;
  cells = g_ptr_array_new_with_free_func (g_free);
  csv->row_line = csv->line;
  for (;;)
    {
      if (!read_cell (csv, cells, error))
        return NULL;
      if (csv->at == csv->end || *csv->at == '\n')
        break;
      csv->at++;
      if (cells->len >= MOST_CELLS)
        {
          refuse (error, csv->row_line,
                  _ ("The row that begins in line %u has far too many cells."));
          return NULL;
        }
    }
  return g_steal_pointer (&cells);
}
