/* march-json.c — JSON from untrusted text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* JSON-GLib's parser takes more than JSON, and its recursion has no bound. So the text is held
 * against the grammar of RFC 8259 first, and what gets through is built by JSON-GLib. */

#define MOST_NESTED 64

typedef struct
{
  const char    *text;
  const char    *at;
  const char    *end;
  guint          depth;
  MarchJsonFlags flags;
  GError       **error;
} Scanner;

static gboolean scan_value (Scanner *scanner);

static gboolean
refuse (Scanner    *scanner,
        const char *what)
{
  guint       line = 1;
  const char *start = scanner->text;

  for (const char *p = scanner->text; p < scanner->at; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }
  g_set_error (scanner->error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               /* Translators: the last %s says what is wrong. */
               _("This is not JSON: in line %u, column %ld, %s."), line,
               g_utf8_strlen (start, scanner->at - start) + 1, what);
  return FALSE;
}

static char
peek (const Scanner *scanner)
{
  return scanner->at < scanner->end ? *scanner->at : '\0';
}

static void
skip_blanks (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\n\r", *scanner->at) != NULL &&
         *scanner->at != '\0')
    scanner->at++;
}

/* Four hexadecimal digits after "\u"; -1 if they aren't there. */
static int
scan_code_unit (Scanner *scanner)
{
  int unit = 0;

  if (scanner->end - scanner->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (scanner->at[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (scanner->at[i]);
    }
  scanner->at += 4;
  return unit;
}

static gboolean
scan_unicode_escape (Scanner *scanner)
{
  int unit = scan_code_unit (scanner);

  if (unit < 0)
    return refuse (scanner, _("four hexadecimal digits are missing after “\\u”"));
  if (unit == 0)
    return refuse (scanner, _("a NUL character stands in a text"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return refuse (scanner, _("half of a surrogate pair stands alone"));
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (!(scanner->end - scanner->at >= 2 && scanner->at[0] == '\\' && scanner->at[1] == 'u'))
        return refuse (scanner, _("half of a surrogate pair stands alone"));
      scanner->at += 2;
      unit = scan_code_unit (scanner);
      if (!(unit >= 0xdc00 && unit <= 0xdfff))
        return refuse (scanner, _("half of a surrogate pair stands alone"));
    }
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner)
{
  char escaped = peek (scanner);

  if (escaped == '\0' || strchr ("\"\\/bfnrtu", escaped) == NULL)
    return refuse (scanner, _("“\\” stands before a character that has no escape"));
  scanner->at++;
  return escaped != 'u' || scan_unicode_escape (scanner);
}

static gboolean
scan_string (Scanner *scanner)
{
  scanner->at++;
  while (scanner->at < scanner->end)
    {
      char c = *scanner->at;

      if (c == '"')
        {
          scanner->at++;
          return TRUE;
        }
      if ((guchar) c < 0x20)
        return refuse (scanner, _("a control character stands in a text"));
      scanner->at++;
      if (c == '\\' && !scan_escape (scanner))
        return FALSE;
    }
  return refuse (scanner, _("a text isn't closed by “\"”"));
}

static gboolean
scan_digits (Scanner *scanner)
{
  if (!g_ascii_isdigit (peek (scanner)))
    return refuse (scanner, _("a digit is missing"));
  while (g_ascii_isdigit (peek (scanner)))
    scanner->at++;
  return TRUE;
}

static gboolean
scan_number (Scanner *scanner)
{
  if (peek (scanner) == '-')
    scanner->at++;
  if (peek (scanner) == '0')
    scanner->at++;
  else if (!scan_digits (scanner))
    return FALSE;
  if (peek (scanner) == '.')
    {
      scanner->at++;
      if (!scan_digits (scanner))
        return FALSE;
    }
  if (peek (scanner) == 'e' || peek (scanner) == 'E')
    {
      scanner->at++;
      if (peek (scanner) == '+' || peek (scanner) == '-')
        scanner->at++;
      return scan_digits (scanner);
    }
  return TRUE;
}

static gboolean
scan_word (Scanner *scanner)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scanner->end - scanner->at) >= length &&
          strncmp (scanner->at, words[i], length) == 0)
        {
          scanner->at += length;
          return TRUE;
        }
    }
  return refuse (scanner, _("a value is missing"));
}

/* @members: (nullable): the names that the object had so far */
static gboolean
scan_member (Scanner    *scanner,
             GHashTable *members)
{
  const char *name = scanner->at;

  if (peek (scanner) != '"')
    return refuse (scanner, _("the name of a member is missing"));
  if (!scan_string (scanner))
    return FALSE;
  if (members != NULL &&
      !g_hash_table_add (members, g_strndup (name, (gsize) (scanner->at - name))))
    {
      scanner->at = name;
      return refuse (scanner, _("an object has a second member of the same name"));
    }
  skip_blanks (scanner);
  if (peek (scanner) != ':')
    return refuse (scanner, _("“:” is missing after the name of a member"));
  scanner->at++;
  return scan_value (scanner);
}

/* An array or an object; @close ends it. */
static gboolean
scan_container (Scanner *scanner,
                char     close)
{
  g_autoptr (GHashTable) members = NULL;

  if (close == '}' && (scanner->flags & MARCH_JSON_UNIQUE) != 0)
    members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (++scanner->depth > MOST_NESTED)
    return refuse (scanner, _("arrays and objects are nested too deep"));

  scanner->at++;
  skip_blanks (scanner);
  if (peek (scanner) != close)
    for (;;)
      {
        skip_blanks (scanner);
        if (!(close == '}' ? scan_member (scanner, members) : scan_value (scanner)))
          return FALSE;
        if (peek (scanner) != ',')
          break;
        scanner->at++;
      }
  if (peek (scanner) != close)
    return refuse (scanner, close == '}' ? _("an object isn't closed by “}”")
                                         : _("an array isn't closed by “]”"));
  scanner->at++;
  scanner->depth--;
  return TRUE;
}

/* A value and the blanks around it. */
static gboolean
scan_value (Scanner *scanner)
{
  gboolean scanned;
  char     c;

  skip_blanks (scanner);
  c = peek (scanner);
  if (c == '{')
    scanned = scan_container (scanner, '}');
  else if (c == '[')
    scanned = scan_container (scanner, ']');
  else if (c == '"')
    scanned = scan_string (scanner);
  else if (c == '-' || g_ascii_isdigit (c))
    scanned = scan_number (scanner);
  else
    scanned = scan_word (scanner);
  skip_blanks (scanner);
  return scanned;
}

static gboolean
check (const char    *text,
       gsize          length,
       MarchJsonFlags flags,
       GError       **error)
{
  Scanner     scanner = { text, text, text + length, 0, flags, error };
  const char *bad;

  if (!g_utf8_validate_len (text, length, &bad))
    {
      scanner.at = bad;
      return refuse (&scanner, *bad == '\0' ? _("a NUL byte stands in the text")
                                            : _("bytes stand that are not UTF-8"));
    }
  if (!scan_value (&scanner))
    return FALSE;
  if (scanner.at < scanner.end)
    return refuse (&scanner, _("something follows after the end"));
  return TRUE;
}

/**
 * march_json_parse:
 * @text: (array length=length): the text, with or without a byte order mark
 * @length: bytes
 * @flags: how strict to be
 * @error: %MARCH_ERROR_BAD_INPUT if it is not JSON, nested deeper than 64 levels, or has a NUL or
 * half a surrogate pair in a text; the message names line and column
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
march_json_parse (const char    *text,
                  gsize          length,
                  MarchJsonFlags flags,
                  GError       **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parser_error = NULL;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check (text, length, flags, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &parser_error))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("This JSON can't be read: %s"),
                   parser_error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}
