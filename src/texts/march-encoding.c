/* march-encoding.c — text in UTF-8 of bytes in whatever encoding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-texts"

#include "config.h"

#include "texts/march-encoding.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/* Of so many characters beyond ASCII one may be broken in a text that is UTF-8 all the same. */
#define SOUND_FOR_BROKEN 20

typedef struct
{
  const char *bytes;
  gsize       length;
  const char *encoding;
} Mark;

/* Longer ones first: that of UTF-32 begins with that of UTF-16. */
static const Mark marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

/* What pages call an encoding, and what they mean: as browsers read it (WHATWG's Encoding
 * standard). Who is read here is no UTF-16, whatever a page's own words say in ASCII. */
static const char *const meant[][2] = {
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ascii", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "x-cp1251", "WINDOWS-1251" },
  { "cp1251", "WINDOWS-1251" },
  { "koi8-r", "KOI8-U" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "shift_jis", "CP932" },
  { "ks_c_5601-1987", "UHC" },
  { "euc-kr", "UHC" },
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "utf8", "UTF-8" },
};

static const char *
resolve (const char *declared)
{
  for (gsize i = 0; declared != NULL && i < G_N_ELEMENTS (meant); i++)
    if (g_ascii_strcasecmp (declared, meant[i][0]) == 0)
      return meant[i][1];
  return declared;
}

static void
add_broken_note (GPtrArray *notes, guint n_broken)
{
  if (n_broken > 0)
    g_ptr_array_add (notes, g_strdup_printf (ngettext ("%u byte of the file is no text and is "
                                                       "shown as “�”.",
                                                       "%u bytes of the file are no text and are "
                                                       "shown as “�”.",
                                                       n_broken),
                                             n_broken));
}

/* UTF-8 with a replacement for each byte that is none; counts them. */
static char *
mend (const char *data, gsize length, guint *n_sound, guint *n_broken)
{
  GString    *text = g_string_sized_new (length);
  const char *end = data + length;

  while (data < end)
    {
      const char *stop = data;

      g_utf8_validate_len (data, end - data, &stop);
      for (const char *at = data; at < stop; at++)
        *n_sound += (guchar) *at >= 0xc0;
      g_string_append_len (text, data, stop - data);
      data = stop;
      if (data == end)
        break;
      g_string_append (text, REPLACEMENT);
      (*n_broken)++;
      data++;
    }
  return g_string_free (text, FALSE);
}

/* Bytes to be left out where something can't be read. */
static gsize
get_unit (const char *encoding)
{
  return g_str_has_prefix (encoding, "UTF-16") ? 2 : g_str_has_prefix (encoding, "UTF-32") ? 4 : 1;
}

/* A text ends at its first NUL: there must be none. */
static char *
finish_text (GString *text, guint *n_broken)
{
  if (memchr (text->str, '\0', text->len) == NULL)
    return g_string_free (text, FALSE);
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\0')
      {
        text->str[i] = ' ';
        (*n_broken)++;
      }
  return g_string_free (text, FALSE);
}

/* NULL if @encoding isn't known; what stands for nothing in it is replaced and counted. */
static char *
convert (const char *data, gsize length, const char *encoding, guint *n_broken)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", encoding, NULL);
  g_autoptr (GString) text = g_string_sized_new (length);
  const char *end = data + length;

  if (converter == NULL)
    return NULL;
  while (data < end)
    {
      char  buffer[8192];
      gsize n_read = 0, n_written = 0;
      g_autoptr (GError) error = NULL;

      if (g_converter_convert (G_CONVERTER (converter), data, end - data, buffer, sizeof buffer,
                               G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error)
          == G_CONVERTER_ERROR)
        {
          g_string_append (text, REPLACEMENT);
          (*n_broken)++;
          data += MIN ((gsize) (end - data), get_unit (encoding));
          g_converter_reset (G_CONVERTER (converter));
          continue;
        }
      g_string_append_len (text, buffer, n_written);
      data += n_read;
    }
  return finish_text (g_steal_pointer (&text), n_broken);
}

static const Mark *
find_mark (const char *data, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

static char *
decode_as (const char *data, gsize length, const char *encoding, GPtrArray *notes)
{
  guint n_sound = 0, n_broken = 0;
  char *text = g_ascii_strcasecmp (encoding, "UTF-8") == 0
                   ? mend (data, length, &n_sound, &n_broken)
                   : convert (data, length, encoding, &n_broken);

  add_broken_note (notes, n_broken);
  return text;
}

/* Nothing tells: it is UTF-8 but for some broken bytes, or what its words look like. */
static char *
decode_guessing (const char *data, gsize length, GPtrArray *notes)
{
  guint            n_sound = 0, n_broken = 0;
  g_autofree char *text = mend (data, length, &n_sound, &n_broken);
  const char      *guess = NULL;

  if (n_broken * SOUND_FOR_BROKEN <= n_sound)
    {
      add_broken_note (notes, n_broken);
      return g_steal_pointer (&text);
    }
  guess = march_encoding_guess (data, length);
  g_ptr_array_add (notes, g_strdup_printf (_("The file doesn't tell its encoding. It was read as "
                                              "%s, as its words look like."),
                                           guess));
  return decode_as (data, length, guess, notes);
}

/**
 * march_encoding_decode:
 * @declared: (nullable): the name of the encoding that the document says it is in
 * @notes: (element-type utf8): what had to be guessed or replaced is added
 *
 * A byte order mark counts most, then UTF-8 that is sound, then what is declared, then what the
 * words look like.
 *
 * Returns: (transfer full) (nullable): UTF-8 without a byte order mark and without NUL; an error
 * says that it is no text
 */
char *
march_encoding_decode (const char *data,
                       gsize       length,
                       const char *declared,
                       GPtrArray  *notes,
                       GError    **error)
{
  const Mark      *mark = find_mark (data, length);
  const char      *encoding = mark != NULL ? mark->encoding : resolve (declared);
  const gsize      skip = mark != NULL ? mark->length : 0;
  g_autofree char *text = NULL;

  if (mark == NULL && memchr (data, '\0', length) != NULL)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("The file holds no text. Open a text, a web page or a PDF."));
      return NULL;
    }
  if (mark == NULL && g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  if (encoding != NULL)
    text = decode_as (data + skip, length - skip, encoding, notes);
  if (text == NULL)
    text = decode_guessing (data, length, notes);
  return g_steal_pointer (&text);
}
