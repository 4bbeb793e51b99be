/* march-json-cursor.c — walks untrusted JSON without building it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-json-cursor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* The grammar is RFC 8259's. */

#define MOST_NESTED 64
#define MOST_EXACT_DIGITS 15 /* of a whole number that a double holds exactly */
#define MOST_EXACT_POWER 22  /* of ten */

static gboolean
refuse (MarchJsonCursor *cursor, const char *what)
{
  guint       line = march_json_cursor_get_line (cursor);
  const char *start = cursor->at;

  if (cursor->failed)
    return FALSE;
  while (start > cursor->text && start[-1] != '\n')
    start--;
  cursor->failed = TRUE;
  g_set_error (cursor->error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               /* Translators: the last %s says what is wrong. */
               _ ("This is not JSON: in line %u, column %ld, %s."), line,
               g_utf8_strlen (start, cursor->at - start) + 1, what);
  return FALSE;
}

static char
peek (const MarchJsonCursor *cursor)
{
  return cursor->at < cursor->end ? *cursor->at : '\0';
}

static void
skip_blanks (MarchJsonCursor *cursor)
{
  while (cursor->at < cursor->end
         && (*cursor->at == ' ' || *cursor->at == '\n' || *cursor->at == '\r'
             || *cursor->at == '\t'))
    cursor->at++;
}

/* Four hexadecimal digits after "\u"; -1 if they aren't there. */
static int
scan_code_unit (MarchJsonCursor *cursor)
{
  int unit = 0;

  if (cursor->end - cursor->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (cursor->at[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (cursor->at[i]);
    }
  cursor->at += 4;
  return unit;
}

/* @character: (out): the one that is meant */
static gboolean
scan_unicode_escape (MarchJsonCursor *cursor, gunichar *character)
{
  int first = scan_code_unit (cursor);
  int second;

  if (first < 0)
    return refuse (cursor, _ ("four hexadecimal digits are missing after “\\u”"));
  if (first == 0)
    return refuse (cursor, _ ("a NUL character stands in a text"));
  *character = (gunichar) first;
  if (first < 0xd800 || first > 0xdfff)
    return TRUE;
  if (first > 0xdbff
      || !(cursor->end - cursor->at >= 2 && cursor->at[0] == '\\' && cursor->at[1] == 'u'))
    return refuse (cursor, _ ("half of a surrogate pair stands alone"));
  cursor->at += 2;
  second = scan_code_unit (cursor);
  if (!(second >= 0xdc00 && second <= 0xdfff))
    return refuse (cursor, _ ("half of a surrogate pair stands alone"));
  *character = 0x10000 + (((gunichar) first - 0xd800) << 10) + ((gunichar) second - 0xdc00);
  return TRUE;
}

/* After "\". @string: (nullable): where the character goes */
static gboolean
scan_escape (MarchJsonCursor *cursor, GString *string)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char              escaped = peek (cursor);
  const char       *known = escaped != '\0' ? strchr (escapes, escaped) : NULL;
  gunichar          character = 0;

  if (known == NULL && escaped != 'u')
    return refuse (cursor, _ ("“\\” stands before a character that has no escape"));
  cursor->at++;
  if (known != NULL)
    character = (guchar) meanings[known - escapes];
  else if (!scan_unicode_escape (cursor, &character))
    return FALSE;
  if (string != NULL)
    g_string_append_unichar (string, character);
  return TRUE;
}

/* @string: (nullable): where the characters go */
static gboolean
scan_string (MarchJsonCursor *cursor, GString *string)
{
  const char *run = ++cursor->at;

  while (cursor->at < cursor->end)
    {
      char c = *cursor->at;

      if ((guchar) c < 0x20)
        return refuse (cursor, _ ("a control character stands in a text"));
      if (c != '"' && c != '\\')
        {
          cursor->at++;
          continue;
        }
      if (string != NULL)
        g_string_append_len (string, run, cursor->at - run);
      cursor->at++;
      if (c == '"')
        return TRUE;
      if (!scan_escape (cursor, string))
        return FALSE;
      run = cursor->at;
    }
  return refuse (cursor, _ ("a text isn't closed by “\"”"));
}

static gboolean
scan_digits (MarchJsonCursor *cursor)
{
  if (!g_ascii_isdigit (peek (cursor)))
    return refuse (cursor, _ ("a digit is missing"));
  while (g_ascii_isdigit (peek (cursor)))
    cursor->at++;
  return TRUE;
}

static gboolean
scan_number (MarchJsonCursor *cursor)
{
  if (peek (cursor) == '-')
    cursor->at++;
  if (peek (cursor) == '0')
    cursor->at++;
  else if (!scan_digits (cursor))
    return FALSE;
  if (peek (cursor) == '.')
    {
      cursor->at++;
      if (!scan_digits (cursor))
        return FALSE;
    }
  if (peek (cursor) == 'e' || peek (cursor) == 'E')
    {
      cursor->at++;
      if (peek (cursor) == '+' || peek (cursor) == '-')
        cursor->at++;
      return scan_digits (cursor);
    }
  return TRUE;
}

static gboolean
scan_word (MarchJsonCursor *cursor)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (cursor->end - cursor->at) >= length
          && strncmp (cursor->at, words[i], length) == 0)
        {
          cursor->at += length;
          return TRUE;
        }
    }
  return refuse (cursor, _ ("a value is missing"));
}

/**
 * march_json_cursor_init:
 * @cursor: (out caller-allocates): a cursor
 * @text: (array length=length): without a byte order mark
 * @length: bytes
 * @flags: what march_json_cursor_skip() refuses
 * @error: where reasons go; %MARCH_ERROR_BAD_INPUT, naming line and column
 *
 * Returns: whether @text is UTF-8 without a NUL byte; if not, nothing more can be read
 */
gboolean
march_json_cursor_init (MarchJsonCursor *cursor,
                        const char      *text,
                        gsize            length,
                        MarchJsonFlags   flags,
                        GError         **error)
{
  const char *bad;

  *cursor = (MarchJsonCursor){ .text = text, .at = text, .end = text + length };
  cursor->flags = flags;
  cursor->error = error;
  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  cursor->at = bad;
  return refuse (cursor, *bad == '\0' ? _ ("a NUL byte stands in the text")
                                      : _ ("bytes stand that are not UTF-8"));
}

/**
 * march_json_cursor_peek:
 *
 * Skips blanks.
 *
 * Returns: what stands there
 */
MarchJsonKind
march_json_cursor_peek (MarchJsonCursor *cursor)
{
  skip_blanks (cursor);
  switch (peek (cursor))
    {
    case '{':
      return MARCH_JSON_OBJECT;
    case '[':
      return MARCH_JSON_ARRAY;
    case '"':
      return MARCH_JSON_STRING;
    case 't':
    case 'f':
      return MARCH_JSON_BOOLEAN;
    case 'n':
      return MARCH_JSON_NULL;
    default:
      return peek (cursor) == '-' || g_ascii_isdigit (peek (cursor)) ? MARCH_JSON_NUMBER
                                                                     : MARCH_JSON_NOTHING;
    }
}

/**
 * march_json_cursor_is_at_end:
 *
 * Returns: whether nothing but blanks follows; else it is an error
 */
gboolean
march_json_cursor_is_at_end (MarchJsonCursor *cursor)
{
  skip_blanks (cursor);
  return cursor->at == cursor->end || refuse (cursor, _ ("something follows after the end"));
}

/**
 * march_json_cursor_enter:
 *
 * Steps into the object or array that march_json_cursor_peek() found. At most 64 may be open.
 */
gboolean
march_json_cursor_enter (MarchJsonCursor *cursor)
{
  if (cursor->failed)
    return FALSE;
  if (++cursor->depth > MOST_NESTED)
    return refuse (cursor, _ ("arrays and objects are nested too deep"));
  skip_blanks (cursor);
  cursor->at++;
  cursor->fresh = TRUE;
  return TRUE;
}

/* Whether a member or an element follows; if not, steps out. */
static gboolean
go_on (MarchJsonCursor *cursor, char close)
{
  if (cursor->failed)
    return FALSE;
  skip_blanks (cursor);
  if (peek (cursor) == close)
    {
      cursor->at++;
      cursor->depth--;
      cursor->fresh = FALSE;
      return FALSE;
    }
  if (cursor->fresh)
    {
      cursor->fresh = FALSE;
      return TRUE;
    }
  if (peek (cursor) != ',')
    return refuse (cursor, close == '}' ? _ ("an object isn't closed by “}”")
                                        : _ ("an array isn't closed by “]”"));
  cursor->at++;
  skip_blanks (cursor);
  return TRUE;
}

/* A member's name and the colon. @name: (nullable): set to it */
static gboolean
read_name (MarchJsonCursor *cursor, GString *name)
{
  if (peek (cursor) != '"')
    return refuse (cursor, _ ("the name of a member is missing"));
  if (name != NULL)
    g_string_truncate (name, 0);
  if (!scan_string (cursor, name))
    return FALSE;
  skip_blanks (cursor);
  if (peek (cursor) != ':')
    return refuse (cursor, _ ("“:” is missing after the name of a member"));
  cursor->at++;
  return TRUE;
}

/**
 * march_json_cursor_next_member:
 * @name: (nullable): set to the member's name
 *
 * Goes on to the next member of an object; its value is then to be read or skipped.
 *
 * Returns: %FALSE at the object's end, which is then left, and on failure
 */
gboolean
march_json_cursor_next_member (MarchJsonCursor *cursor, GString *name)
{
  return go_on (cursor, '}') && read_name (cursor, name);
}

/**
 * march_json_cursor_next_element:
 *
 * Goes on to the next element of an array, which is then to be read or skipped.
 *
 * Returns: %FALSE at the array's end, which is then left, and on failure
 */
gboolean
march_json_cursor_next_element (MarchJsonCursor *cursor)
{
  return go_on (cursor, ']');
}

/**
 * march_json_cursor_read_string:
 * @string: set to the text that march_json_cursor_peek() found
 */
gboolean
march_json_cursor_read_string (MarchJsonCursor *cursor, GString *string)
{
  if (cursor->failed)
    return FALSE;
  g_string_truncate (string, 0);
  skip_blanks (cursor);
  return scan_string (cursor, string);
}

/* A number of few digits is a quotient or product of two whole numbers that a double holds exactly,
 * and then rounded once: William D. Clinger, "How to read floating point numbers accurately". */
static gboolean
convert_fast (const char *at, const char *end, double *number)
{
  static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  gboolean            negative = *at == '-';
  gint64              digits = 0;
  guint               n_digits = 0, n_decimals = 0;
  gboolean            decimals = FALSE;

  for (at += negative; at < end; at++)
    {
      if (*at == '.')
        {
          decimals = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*at))
        return FALSE;
      digits = digits * 10 + g_ascii_digit_value (*at);
      n_digits += digits != 0;
      n_decimals += decimals;
      if (n_digits > MOST_EXACT_DIGITS || n_decimals > MOST_EXACT_POWER)
        return FALSE;
    }
  *number = (double) digits / powers[n_decimals];
  if (negative)
    *number = -*number;
  return TRUE;
}

/**
 * march_json_cursor_read_double:
 * @number: (out): the number that march_json_cursor_peek() found; infinite if a double can't hold
 *   it
 */
gboolean
march_json_cursor_read_double (MarchJsonCursor *cursor, double *number)
{
  const char *start;

  if (cursor->failed)
    return FALSE;
  skip_blanks (cursor);
  start = cursor->at;
  if (!scan_number (cursor))
    return FALSE;
  if (!convert_fast (start, cursor->at, number))
    {
      g_autofree char *copy = g_strndup (start, (gsize) (cursor->at - start));

      *number = g_ascii_strtod (copy, NULL);
    }
  return TRUE;
}

static gboolean
skip_object (MarchJsonCursor *cursor)
{
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GString) name = NULL;

  if ((cursor->flags & MARCH_JSON_UNIQUE) != 0)
    {
      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      name = g_string_new (NULL);
    }
  march_json_cursor_enter (cursor);
  while (go_on (cursor, '}'))
    {
      const char *start = cursor->at;

      if (!read_name (cursor, name))
        return FALSE;
      if (names != NULL && !g_hash_table_add (names, g_strdup (name->str)))
        {
          cursor->at = start;
          return refuse (cursor, _ ("an object has a second member of the same name"));
        }
      march_json_cursor_skip (cursor);
    }
  return !cursor->failed;
}

static gboolean
skip_array (MarchJsonCursor *cursor)
{
  march_json_cursor_enter (cursor);
  while (march_json_cursor_next_element (cursor))
    march_json_cursor_skip (cursor);
  return !cursor->failed;
}

/**
 * march_json_cursor_skip:
 *
 * Goes past the next value, with everything in it held against the grammar and the flags.
 */
gboolean
march_json_cursor_skip (MarchJsonCursor *cursor)
{
  if (cursor->failed)
    return FALSE;
  switch (march_json_cursor_peek (cursor))
    {
    case MARCH_JSON_OBJECT:
      return skip_object (cursor);
    case MARCH_JSON_ARRAY:
      return skip_array (cursor);
    case MARCH_JSON_STRING:
      return scan_string (cursor, NULL);
    case MARCH_JSON_NUMBER:
      return scan_number (cursor);
    case MARCH_JSON_NOTHING:
    case MARCH_JSON_BOOLEAN:
    case MARCH_JSON_NULL:
    default:
      return scan_word (cursor);
    }
}

/**
 * march_json_cursor_get_line:
 *
 * Counts the lines before the cursor: not for every value.
 *
 * Returns: the line, counted from 1
 */
guint
march_json_cursor_get_line (const MarchJsonCursor *cursor)
{
  guint line = 1;

  for (const char *p = cursor->text; p < cursor->at; p++)
    line += *p == '\n';
  return line;
}
