/* march-json.c — JSON from untrusted text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-json-cursor.h"

/* JSON-GLib's parser takes more than JSON, and its recursion has no bound. So the text is held
 * against the grammar of RFC 8259 first, and what gets through is built by JSON-GLib. */
static gboolean
check (const char    *text,
       gsize          length,
       MarchJsonFlags flags,
       GError       **error)
{
  MarchJsonCursor cursor;

  return march_json_cursor_init (&cursor, text, length, flags, error)
         && march_json_cursor_skip (&cursor) && march_json_cursor_is_at_end (&cursor);
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

/**
 * march_json_write:
 *
 * As json_to_string() without line ends, but that it can be read: json-glib 1.6 leaves U+001F as it
 * is, which RFC 8259 doesn't allow.
 *
 * Returns: (transfer full): @node as JSON
 */
char *
march_json_write (JsonNode *node)
{
  g_autofree char *raw = json_to_string (node, FALSE);
  GString         *text = g_string_sized_new (strlen (raw));

  for (const char *at = raw; *at != '\0'; at++)
    if ((guchar) *at < 0x20)
      g_string_append_printf (text, "\\u%04x", (guint) *at);
    else
      g_string_append_c (text, *at);
  return g_string_free (text, FALSE);
}
