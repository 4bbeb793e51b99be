/* march-verify.c — whether the words of a quotation stand in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-verify.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* A pointer holds no words, so finding one that moved means hashing every stretch of its length;
 * beyond this many bytes it isn't tried. */
#define LARGEST_SCAN (64 * 1024 * 1024)

/**
 * march_verify_prepare:
 * @data: a document as it was saved
 * @length: in bytes
 *
 * Makes the text that positions and hashes count in: UTF-8 without a byte order mark, CRLF as LF,
 * and nothing else changed.
 *
 * Returns: (transfer full) (nullable): the text; an error says at which byte @data is no UTF-8
 */
char *
march_verify_prepare (const char *data,
                      gsize       length,
                      GError    **error)
{
  g_autoptr (GString) text = NULL;
  const char         *end;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (data, length, &end))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("The text is not UTF-8 at byte %zu. Save it as UTF-8 and try again."),
                   (size_t) (end - data));
      return NULL;
    }
  text = g_string_new_len (data, length);
  g_string_replace (text, "\r\n", "\n", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * march_verify_hash:
 *
 * Returns: (transfer full): the SHA-256 of @text's UTF-8, in lower-case hexadecimal
 */
char *
march_verify_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
has_hash (const char *words,
          gsize       length,
          const char *sha256)
{
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) words,
                                                       length);

  return g_ascii_strcasecmp (hash, sha256) == 0;
}

/* Whether the words stand right there; a pointer's words are known by their hash alone. */
static gboolean
stands_at (const MarchSpan *span,
           const char      *start,
           const char      *end)
{
  gsize length = end - start;

  if (span->exact != NULL)
    return strlen (span->exact) == length && memcmp (span->exact, start, length) == 0;
  return has_hash (start, length, span->sha256);
}

/* How much of the context matches, so that of several occurrences the right one is taken. */
static guint
count_context (const MarchSpan *span,
               const char      *text,
               const char      *start,
               const char      *end)
{
  gsize before = strlen (span->prefix);
  guint score = 0;

  if (before > 0 && (gsize) (start - text) >= before
      && memcmp (start - before, span->prefix, before) == 0)
    score++;
  if (*span->suffix != '\0' && g_str_has_prefix (end, span->suffix))
    score++;
  return score;
}

static gboolean
find_exact (const MarchSpan *span,
            const char      *text,
            guint           *first)
{
  gsize       length = strlen (span->exact);
  const char *best = NULL;
  guint       best_score = 0;

  for (const char *at = strstr (text, span->exact); at != NULL; at = strstr (at + 1, span->exact))
    {
      guint score = count_context (span, text, at, at + length);

      if (best == NULL || score > best_score)
        {
          best = at;
          best_score = score;
        }
    }
  if (best == NULL)
    return FALSE;
  *first = g_utf8_pointer_to_offset (text, best);
  return TRUE;
}

static gboolean
find_hash (const MarchSpan *span,
           const char      *text,
           guint           *first)
{
  guint       n_points = span->beyond - span->first;
  const char *start = text, *end = text;
  guint       at = 0;

  for (guint i = 0; i < n_points; i++)
    {
      if (*end == '\0')
        return FALSE;
      end = g_utf8_next_char (end);
    }
  if ((guint64) strlen (text) * (end - start) > LARGEST_SCAN)
    return FALSE;
  while (!has_hash (start, end - start, span->sha256))
    {
      if (*end == '\0')
        return FALSE;
      start = g_utf8_next_char (start);
      end = g_utf8_next_char (end);
      at++;
    }
  *first = at;
  return TRUE;
}

/* One letter as it is compared: all blanks, quotation marks and dashes are alike, and soft hyphens
 * nothing. */
static gunichar
plain_letter (gunichar letter)
{
  switch (letter)
    {
    case 0x00ad:
    case 0x200b:
    case 0xfeff:
      return 0;
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case 0x00b4:
    case '`':
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x00ab:
    case 0x00bb:
      return '"';
    default:
      if (g_unichar_isspace (letter))
        return ' ';
      return letter >= 0x2010 && letter <= 0x2015 ? '-' : letter;
    }
}

/* Fills @letters with the compared letters of @text and @points with the code point that each of
 * them comes from. */
static void
normalise (const char *text,
           GArray     *letters,
           GArray     *points)
{
  guint point = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), point++)
    {
      gunichar forms[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize    n_forms = g_unichar_fully_decompose (g_utf8_get_char (at), TRUE, forms,
                                                    G_N_ELEMENTS (forms));

      for (gsize i = 0; i < n_forms; i++)
        {
          gunichar letter = plain_letter (forms[i]);

          if (letter == 0)
            continue;
          if (letter == ' ' && letters->len > 0
              && g_array_index (letters, gunichar, letters->len - 1) == ' ')
            continue;
          g_array_append_val (letters, letter);
          g_array_append_val (points, point);
        }
    }
}

static gboolean
find_normalised (const char *exact,
                 const char *text,
                 guint      *first,
                 guint      *beyond)
{
  g_autoptr (GArray) sought = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) sought_points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (guint));

  normalise (exact, sought, sought_points);
  normalise (text, letters, points);
  for (guint i = 0; sought->len > 0 && i + sought->len <= letters->len; i++)
    if (memcmp (&g_array_index (letters, gunichar, i), sought->data,
                sought->len * sizeof (gunichar))
        == 0)
      {
        *first = g_array_index (points, guint, i);
        *beyond = g_array_index (points, guint, i + sought->len - 1) + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
stands_where_said (const MarchSpan *span,
                   const char      *text,
                   glong            n_points)
{
  const char *start, *end;

  if ((glong) span->beyond > n_points)
    return FALSE;
  start = g_utf8_offset_to_pointer (text, span->first);
  end = g_utf8_offset_to_pointer (start, span->beyond - span->first);
  return stands_at (span, start, end);
}

/**
 * march_verify_span:
 * @span: with its words, or a pointer with their hash
 * @text: as march_verify_prepare() makes it
 * @first: (out) (optional): the code point at which the words begin in @text
 * @beyond: (out) (optional): the one after the last
 *
 * Looks where the selector says, then everywhere (the occurrence whose context fits best), then
 * with letters made alike; a pointer that moved can be found, one whose words changed can't.
 */
MarchMatch
march_verify_span (const MarchSpan *span,
                   const char      *text,
                   guint           *first,
                   guint           *beyond)
{
  MarchMatch match = MARCH_MATCH_NOT_FOUND;
  guint      from = 0, until = 0;

  if (stands_where_said (span, text, g_utf8_strlen (text, -1)))
    {
      match = MARCH_MATCH_VERBATIM;
      from = span->first;
      until = span->beyond;
    }
  else if (span->exact != NULL ? find_exact (span, text, &from) : find_hash (span, text, &from))
    {
      match = MARCH_MATCH_MOVED;
      until = from
              + (span->exact != NULL ? (guint) g_utf8_strlen (span->exact, -1)
                                     : span->beyond - span->first);
    }
  else if (span->exact != NULL && find_normalised (span->exact, text, &from, &until))
    match = MARCH_MATCH_NORMALISED;
  if (first != NULL)
    *first = from;
  if (beyond != NULL)
    *beyond = until;
  return match;
}

/**
 * march_verify_quotation:
 *
 * Returns: how well its worst span is found in @text; %MARCH_MATCH_NOT_FOUND for a quotation
 * without spans
 */
MarchMatch
march_verify_quotation (const MarchQuotation *quotation,
                        const char           *text)
{
  MarchMatch worst = quotation->spans->len > 0 ? MARCH_MATCH_VERBATIM : MARCH_MATCH_NOT_FOUND;

  for (guint i = 0; i < quotation->spans->len; i++)
    worst = MAX (worst,
                 march_verify_span (g_ptr_array_index (quotation->spans, i), text, NULL, NULL));
  return worst;
}

static MarchQuotationCheck
check_quotation (const MarchQuotation *quotation, const char *text)
{
  MarchQuotationCheck check = { quotation, march_verify_quotation (quotation, text), 0, 0 };

  for (guint i = 0; i < quotation->spans->len && check.beyond == 0; i++)
    if (march_verify_span (quotation->spans->pdata[i], text, &check.first, &check.beyond)
        == MARCH_MATCH_NOT_FOUND)
      check.first = check.beyond = 0;
  return check;
}

/**
 * march_verify_source:
 * @text: as march_verify_prepare() makes it
 *
 * Any thread; it may take long where pointers have moved in a large text.
 *
 * Returns: (transfer full) (element-type MarchQuotationCheck): how each quotation of @source is
 *   found in @text, in the source's order
 */
GArray *
march_verify_source (const MarchSource *source, const char *text)
{
  GArray *checks = g_array_new (FALSE, FALSE, sizeof (MarchQuotationCheck));

  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotationCheck check = check_quotation (source->quotations->pdata[i], text);

      g_array_append_val (checks, check);
    }
  return checks;
}

/**
 * march_verify_read:
 * @text: the source's text
 *
 * Opens a pointer: reads the words that its selectors stand for.
 *
 * Returns: (transfer full) (nullable): the words, spans joined by " … "; %NULL if a span can't be
 * found in @text
 */
char *
march_verify_read (const MarchQuotation *quotation,
                   const char           *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < quotation->spans->len; i++)
    {
      g_autofree char *part = NULL;
      guint            first, beyond;

      if (march_verify_span (g_ptr_array_index (quotation->spans, i), text, &first, &beyond)
          == MARCH_MATCH_NOT_FOUND)
        return NULL;
      part = g_utf8_substring (text, first, beyond);
      if (i > 0)
        g_string_append (words, " … ");
      g_string_append (words, part);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
