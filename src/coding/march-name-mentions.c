/* march-name-mentions.c — finds places and actors that a text names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-name-index.h"
#include "coding/march-name-index-private.h"

#include <string.h>

#define SHORTEST_NAME 2

/* A word of the text. */
typedef struct
{
  char    *folded;
  guint    first;  /* in code points */
  guint    beyond;
  gboolean small;  /* begins with a small letter */
} Token;

static void
clear_token (gpointer data)
{
  g_free (((Token *) data)->folded);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* "Velmark's": the ending is none of the name. */
static guint
drop_genitive (GString *word, guint n)
{
  if (word->len >= 2 && (g_str_has_suffix (word->str, "'s") || g_str_has_suffix (word->str, "'")))
    {
      const gsize ending = g_str_has_suffix (word->str, "'s") ? 2 : 1;

      g_string_truncate (word, word->len - ending);
      return n - (guint) ending;
    }
  return n;
}

static void
take_word (GArray *tokens, GString *word, guint first, guint beyond)
{
  Token token = { NULL, first, drop_genitive (word, beyond), FALSE };

  token.small = g_unichar_islower (g_utf8_get_char (word->str));
  token.folded = march_name_words (word->str);
  g_array_append_val (tokens, token);
  g_string_truncate (word, 0);
}

static GArray *
split (const char *text)
{
  GArray             *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GString) word = g_string_new (NULL);
  guint               n = 0, first = 0;

  g_array_set_clear_func (tokens, clear_token);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      const gunichar c = g_utf8_get_char (at);

      if (word->len == 0)
        first = n;
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (word, c);
      else if (word->len > 0 && is_apostrophe (c))
        g_string_append_c (word, '\'');
      else if (word->len > 0)
        take_word (tokens, word, first, n);
    }
  if (word->len > 0)
    take_word (tokens, word, first, n);
  return tokens;
}

static char *
join (GArray *tokens, guint index, guint n_words)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            g_array_index (tokens, Token, index + i).folded);
  return g_string_free (words, FALSE);
}

static void
free_mention (gpointer data)
{
  MarchMention *mention = data;

  g_ptr_array_unref (mention->places);
  g_ptr_array_unref (mention->actors);
  g_free (mention);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MarchPlace *first = *(const MarchPlace *const *) a,
                   *second = *(const MarchPlace *const *) b;

  return (first->importance < second->importance) - (first->importance > second->importance);
}

static void
add_bearer (MarchMention *mention, const MarchIndexedName *name)
{
  GPtrArray *list = name->kind == MARCH_BEARER_PLACE ? mention->places : mention->actors;

  if (!g_ptr_array_find (list, name->bearer, NULL))
    g_ptr_array_add (list, (gpointer) name->bearer);
}

/* A name with a capital is not a word that looks like it. */
static gboolean
is_written_so (const MarchIndexedName *name, const Token *token)
{
  return !token->small || !g_unichar_isupper (g_utf8_get_char (name->text));
}

static MarchMention *
find_bearers (MarchNameIndex *index, GArray *tokens, guint at, guint n_words)
{
  g_autofree char *words = join (tokens, at, n_words);
  GArray          *bearers = g_hash_table_lookup (index->whole, words);
  const Token     *token = &g_array_index (tokens, Token, at);
  MarchMention    *mention;

  if (bearers == NULL || strlen (words) < SHORTEST_NAME)
    return NULL;
  mention = g_new0 (MarchMention, 1);
  *mention = (MarchMention){ token->first,
                             g_array_index (tokens, Token, at + n_words - 1).beyond,
                             g_ptr_array_new (), g_ptr_array_new () };
  for (guint i = 0; i < bearers->len; i++)
    {
      const MarchIndexedName *name =
          &g_array_index (index->names, MarchIndexedName, g_array_index (bearers, guint, i));

      if (is_written_so (name, token))
        add_bearer (mention, name);
    }
  g_ptr_array_sort (mention->places, compare_places);
  if (mention->places->len + mention->actors->len > 0)
    return mention;
  free_mention (mention);
  return NULL;
}

/**
 * march_name_index_list_mentions:
 * @text: words of a source
 *
 * Finds the names that stand in the text as they are on record, in any alphabet; the longest of
 * several from one word on. Inflected names are found where that form is on record.
 *
 * Returns: (transfer full) (element-type MarchMention): in the order of the text
 */
GPtrArray *
march_name_index_list_mentions (MarchNameIndex *index, const char *text)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func (free_mention);
  g_autoptr (GArray) tokens = split (text);

  for (guint i = 0; i < tokens->len;)
    {
      MarchMention *mention = NULL;
      guint         n_words = MIN (index->longest, tokens->len - i) + 1;

      while (mention == NULL && --n_words > 0)
        mention = find_bearers (index, tokens, i, n_words);
      if (mention != NULL)
        g_ptr_array_add (mentions, mention);
      i += MAX (n_words, 1);
    }
  return mentions;
}
