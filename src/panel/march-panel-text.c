/* march-panel-text.c — the words of a quotation, marked, and days, as the panel shows them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-fold.h"
#include "asof/march-words.h"
#include "panel/march-panel-text.h"

/**
 * march_text_get_language:
 *
 * Returns: the reader's language as BCP 47 has it, "en" if the locale names none
 */
const char *
march_text_get_language (void)
{
  return march_words_get_language (NULL);
}

/* The words that a search looks for, folded; empty without a query. */
static char **
split_query (const char *query)
{
  g_autofree char *folded = query == NULL ? g_strdup ("") : march_fold (query);

  return g_strsplit_set (folded, " \t\n\"'.,;:()*-", -1);
}

static gboolean
is_wanted (char **wanted, const char *word, gsize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  if (*wanted == NULL)
    return FALSE;
  copy = g_strndup (word, length);
  folded = march_fold (copy);
  for (; *wanted != NULL; wanted++)
    if (**wanted != '\0' && g_str_has_prefix (folded, *wanted))
      return TRUE;
  return FALSE;
}

/* Bytes up to the end of the word that @text starts with, or of the run between words. */
static gsize
get_run (const char *text, gboolean *word)
{
  const char *end = text;

  *word = g_unichar_isalnum (g_utf8_get_char (text));
  while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)) == *word)
    end = g_utf8_next_char (end);
  return end - text;
}

/* Whether one of the misprinted words ends where @end points to. */
static gboolean
ends_misprint (char **misprints, const char *text, const char *end)
{
  for (; misprints != NULL && *misprints != NULL; misprints++)
    {
      gsize length = strlen (*misprints);

      if (length > 0 && (gsize) (end - text) >= length
          && strncmp (end - length, *misprints, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_words (GString *markup, const char *text, char **wanted, char **misprints)
{
  const char *at = text;

  while (*at != '\0')
    {
      gboolean         word = FALSE;
      gsize            length = get_run (at, &word);
      g_autofree char *escaped = g_markup_escape_text (at, length);

      if (word && is_wanted (wanted, at, length))
        g_string_append_printf (markup, "<b>%s</b>", escaped);
      else
        g_string_append (markup, escaped);
      at += length;
      /* Translators: stands after a word that is misprinted in the source. */
      if (ends_misprint (misprints, text, at))
        g_string_append_printf (markup, " <span size=\"small\" alpha=\"65%%\">%s</span>",
                                _("[sic]"));
    }
}

/**
 * march_text_mark:
 * @text: plain words
 * @query: (nullable): what was searched for
 *
 * Returns: (transfer full): @text as markup, with the words that begin as a word of @query in bold
 */
char *
march_text_mark (const char *text, const char *query)
{
  GString *markup = g_string_new (NULL);
  g_auto (GStrv) wanted = split_query (query);

  append_words (markup, text, wanted, NULL);
  return g_string_free (markup, FALSE);
}

/**
 * march_text_quote:
 * @quotation: a quotation
 * @query: (nullable): what was searched for
 *
 * Returns: (transfer full): markup: the exact words, in quotation marks only where they are the
 * speaker's own, with [sic] after misprinted words; for a pointer a sentence instead
 */
char *
march_text_quote (const MarchQuotation *quotation, const char *query)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) wanted = split_query (query);
  g_auto (GStrv) misprints = g_strsplit (quotation->sic, "\n", -1);

  if (quotation->exact == NULL)
    return g_markup_escape_text (_("Passage not stored; attach the text to read it."), -1);
  append_words (words, quotation->exact, wanted, misprints);
  if (quotation->voice == MARCH_VOICE_REPORT)
    return g_strdup (words->str);
  /* Translators: the quotation marks of your language, around a speaker's own words. */
  return g_strdup_printf (_("“%s”"), words->str);
}

/** march_text_describe_date: Returns: (transfer full): the date in words, "" for a date that is not
 * told */
char *
march_text_describe_date (const char *edtf)
{
  return *edtf == '\0' ? g_strdup ("") : march_edtf_describe_text (edtf);
}
