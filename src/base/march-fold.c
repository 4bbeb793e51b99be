/* march-fold.c — text as a search compares it: lower case, no diacritics, Latin letters */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-fold.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gunichar    letter;
  const char *latin;
} Letter;

/* Lower case, sorted by code point. One table serves Ukrainian and Russian: г is h (ґ is g), and и,
 * і, ї, й, ы are all i. */
static const Letter letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0430, "a" },
  { 0x0431, "b" }, { 0x0432, "v" }, { 0x0433, "h" }, { 0x0434, "d" }, { 0x0435, "e" },
  { 0x0436, "zh" }, { 0x0437, "z" }, { 0x0438, "i" }, { 0x0439, "i" }, { 0x043a, "k" },
  { 0x043b, "l" }, { 0x043c, "m" }, { 0x043d, "n" }, { 0x043e, "o" }, { 0x043f, "p" },
  { 0x0440, "r" }, { 0x0441, "s" }, { 0x0442, "t" }, { 0x0443, "u" }, { 0x0444, "f" },
  { 0x0445, "kh" }, { 0x0446, "ts" }, { 0x0447, "ch" }, { 0x0448, "sh" }, { 0x0449, "shch" },
  { 0x044a, "" }, { 0x044b, "i" }, { 0x044c, "" }, { 0x044d, "e" }, { 0x044e, "iu" },
  { 0x044f, "ia" }, { 0x0450, "e" }, { 0x0451, "e" }, { 0x0452, "d" }, { 0x0453, "g" },
  { 0x0454, "ie" }, { 0x0455, "dz" }, { 0x0456, "i" }, { 0x0457, "i" }, { 0x0458, "j" },
  { 0x0459, "lj" }, { 0x045a, "nj" }, { 0x045b, "c" }, { 0x045c, "k" }, { 0x045d, "i" },
  { 0x045e, "u" }, { 0x045f, "dz" }, { 0x0491, "g" }
};

static int
compare_letters (const void *a,
                 const void *b)
{
  gunichar left = ((const Letter *) a)->letter;
  gunichar right = ((const Letter *) b)->letter;

  return (left > right) - (left < right);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x02bc ||
         c == 0x02bb || c == 0x02b9 || c == 0x2032;
}

/* Appends @c; y becomes i, and a run of i one i. */
static void
append_folded (GString *folded,
               gunichar c)
{
  if (c == 'y')
    c = 'i';
  if (c != 'i' || folded->len == 0 || folded->str[folded->len - 1] != 'i')
    g_string_append_unichar (folded, c);
}

static gboolean
append_transliterated (GString *folded,
                       gunichar c)
{
  Letter  wanted = { c, NULL };
  Letter *found =
      bsearch (&wanted, letters, G_N_ELEMENTS (letters), sizeof *letters, compare_letters);

  if (found == NULL)
    return FALSE;
  for (const char *p = found->latin; *p != '\0'; p++)
    append_folded (folded, (gunichar) *p);
  return TRUE;
}

/* What case folding made may decompose into upper case or apostrophes again. */
static void
append_decomposed (GString *folded,
                   gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      if (g_unichar_ismark (part) || is_apostrophe (part))
        continue;
      if (!append_transliterated (folded, part))
        append_folded (folded, part);
    }
}

/**
 * march_fold:
 * @text: (nullable): any text
 *
 * Folds a text for comparing and searching; the result is never shown. Lower case by Unicode case
 * folding (ß is ss), without diacritics and apostrophes, Cyrillic in Latin letters. The table
 * serves *matching*, so what a Latin spelling of a Ukrainian or a Russian name may write either way
 * is one letter: y is i (also in Latin text) and a run of i is one, so that "Zelkyi", "Zelky",
 * «Зелький» and «Зелкий» are the same. Ukrainian г is h and ґ is g; soft and hard signs are
 * dropped. Greek and other scripts are kept, without diacritics. Bytes that are not UTF-8 become
 * U+FFFD.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *
march_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autofree char *lower = g_utf8_casefold (composed, -1);
  GString         *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_apostrophe (c) && !append_transliterated (folded, c))
        append_decomposed (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Whether @folded ends in two letters twice, as one Cyrillic letter often makes two Latin ones. */
static gboolean
ends_in_doubled_pair (const GString *folded)
{
  static const char *const pairs[] = { "zhzh", "khkh", "chch", "shsh", "tsts" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (folded->len >= 4 && memcmp (folded->str + folded->len - 4, pairs[i], 4) == 0)
      return TRUE;
  return FALSE;
}

/**
 * march_fold_loosely:
 * @text: (nullable): any text
 *
 * As march_fold(), with one consonant for a doubled one, as spellings of a name differ in that:
 * "Vellmark" is "Velmark", and "Zhzh" is "Zh". For searching by what a reader remembers.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *
march_fold_loosely (const char *text)
{
  g_autofree char *strict = march_fold (text);
  GString         *folded = g_string_sized_new (strlen (strict));

  for (const char *p = strict; *p != '\0'; p++)
    {
      const gboolean consonant = g_ascii_islower (*p) && strchr ("aeiou", *p) == NULL;

      if (consonant && folded->len > 0 && folded->str[folded->len - 1] == *p)
        continue;
      g_string_append_c (folded, *p);
      if (ends_in_doubled_pair (folded))
        g_string_truncate (folded, folded->len - 2);
    }
  return g_string_free (folded, FALSE);
}

static char *
map_letters (const char *text, gunichar (*map) (gunichar c))
{
  GString *mapped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (mapped, map (g_utf8_get_char (p)));
  return g_string_free (mapped, FALSE);
}

/**
 * march_fold_lower:
 * @text: UTF-8
 *
 * Returns: (transfer full): in small letters, the same in every locale: GLib's own are Turkish to a
 * Turkish reader, in words of any language
 */
char *
march_fold_lower (const char *text)
{
  return map_letters (text, g_unichar_tolower);
}

/**
 * march_fold_upper:
 * @text: UTF-8
 *
 * Returns: (transfer full): in capitals, the same in every locale
 */
char *
march_fold_upper (const char *text)
{
  return map_letters (text, g_unichar_toupper);
}
