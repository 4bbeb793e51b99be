/* march-search-typed.c — filters that are typed among the words of a search */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/march-fold.h"
#include "dossier/march-search-filter.h"
#include "dossier/march-search-private.h"

static const char *const keys[] = {
  NC_ ("search key", "kind"),   NC_ ("search key", "place"),   NC_ ("search key", "actor"),
  NC_ ("search key", "speaker"), NC_ ("search key", "source"), NC_ ("search key", "grade"),
  NC_ ("search key", "since"),  NC_ ("search key", "until"),   NC_ ("search key", "before"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (keys) == MARCH_N_SEARCH_KEYS);

/** march_search_key_get_word: Returns: the word that is typed before a colon, in the reader's
 * language; the English one is understood as well */
const char *
march_search_key_get_word (MarchSearchKey key)
{
  return g_dpgettext2 (NULL, "search key", keys[key]);
}

static gboolean
find_key (const char *start, const char *end, MarchSearchKey *key)
{
  g_autofree char *typed = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = march_fold (typed);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *own = march_fold (march_search_key_get_word (i));

      if (g_str_equal (folded, keys[i]) || g_str_equal (folded, own))
        {
          *key = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_over (const char *p, gboolean quoted)
{
  const gunichar c = g_utf8_get_char (p);

  return c == '\0' || (quoted ? march_search_is_quote (c) : g_unichar_isspace (c));
}

/* What stands at @at, in quotation marks or up to a blank. *end: behind it */
static char *
read_value (const char *at, const char **end)
{
  const gboolean quoted = *at != '\0' && march_search_is_quote (g_utf8_get_char (at));
  const char    *start = quoted ? g_utf8_next_char (at) : at;
  const char    *p = start;
  char          *value = NULL;

  while (!is_over (p, quoted))
    p = g_utf8_next_char (p);
  value = g_strndup (start, (gsize) (p - start));
  *end = quoted && *p != '\0' ? g_utf8_next_char (p) : p;
  return g_strstrip (value);
}

/* Whether a filter stands at @at, where a word begins. *value: "" while it isn't typed yet */
static gboolean
read_filter (const char *at, MarchSearchKey *key, char **value, const char **end)
{
  const char *colon = at;

  while (*colon != '\0' && *colon != ':' && g_unichar_isalpha (g_utf8_get_char (colon)))
    colon = g_utf8_next_char (colon);
  if (*colon != ':' || colon == at || !find_key (at, colon, key))
    return FALSE;
  *value = read_value (colon + 1, end);
  return TRUE;
}

/**
 * march_search_filter_take_typed:
 * @text: as typed
 *
 * Takes what is typed as "speaker:Name" or "speaker:"Some Name"" out of @text and adds it; within
 * a phrase nothing is a filter, and one without a value counts for nothing yet.
 *
 * Returns: (transfer full): the words that are left; %NULL with a sentence if a value is wrong
 */
char *
march_search_filter_take_typed (MarchSearchFilter *filter, const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean         phrase = FALSE, begins = TRUE;

  for (const char *p = valid; *p != '\0';)
    {
      const gunichar   c = g_utf8_get_char (p);
      g_autofree char *value = NULL;
      const char      *end = NULL;
      MarchSearchKey   key;

      if (begins && !phrase && read_filter (p, &key, &value, &end))
        {
          if (*value != '\0' && !march_search_filter_add (filter, key, value, error))
            return NULL;
          g_string_append_c (words, ' ');
          p = end;
          continue;
        }
      phrase = march_search_is_quote (c) ? !phrase : phrase;
      begins = g_unichar_isspace (c) || march_search_is_quote (c);
      g_string_append_unichar (words, c);
      p = g_utf8_next_char (p);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
