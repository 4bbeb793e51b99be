/* march-name-index.c — gathers and sorts the names of a corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-name-index.h"
#include "coding/march-name-index-private.h"

#include <string.h>

#include "base/march-fold.h"

/* Who holds or claims is named more often than others. */
#define PALETTE_WEIGHT 10

/**
 * march_name_words:
 *
 * Returns: (transfer full): the words of a text, folded, with one blank between them
 */
char *
march_name_words (const char *text)
{
  g_autofree char *folded = march_fold (text);
  GString         *words = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static guint
count_words (const char *words)
{
  guint n = *words != '\0';

  for (; *words != '\0'; words++)
    n += *words == ' ';
  return n;
}

static void
add_whole (MarchNameIndex *index, const MarchIndexedName *name, guint number)
{
  GArray *bearers = g_hash_table_lookup (index->whole, name->words);

  if (bearers == NULL)
    {
      bearers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index->whole, name->words, bearers);
    }
  g_array_append_val (bearers, number);
  index->longest = MAX (index->longest, count_words (name->words));
}

static void
add_words (MarchNameIndex *index, const MarchIndexedName *name, guint number)
{
  for (const char *at = name->words; *at != '\0';)
    {
      MarchIndexedWord word = { at, number };
      const char      *blank = strchr (at, ' ');

      g_array_append_val (index->words, word);
      at = blank != NULL ? blank + 1 : at + strlen (at);
    }
}

static void
add_name (MarchNameIndex *index, MarchIndexedName name)
{
  const guint number = index->names->len;

  name.words = march_name_words (name.text);
  g_array_append_val (index->names, name);
  if (*name.words == '\0')
    return;
  add_words (index, &name, number);
  if (name.kind != MARCH_BEARER_ASSERTION)
    add_whole (index, &name, number);
}

static void
add_names (MarchNameIndex  *index,
           gconstpointer    bearer,
           MarchBearerKind  kind,
           int              weight,
           GPtrArray       *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const MarchName *name = g_ptr_array_index (names, i);

      add_name (index, (MarchIndexedName){ .bearer = bearer, .text = name->text, .kind = kind,
                                           .weight = weight,
                                           .main = name->role != MARCH_NAME_VARIANT });
    }
}

static void
add_places (MarchNameIndex *index)
{
  GPtrArray *places = march_corpus_get_places (index->corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      add_names (index, place, MARCH_BEARER_PLACE, place->importance, place->names);
      if (place->code != NULL)
        add_name (index, (MarchIndexedName){ .bearer = place, .text = place->code,
                                             .weight = place->importance,
                                             .kind = MARCH_BEARER_PLACE });
    }
}

static void
add_actors (MarchNameIndex *index)
{
  GPtrArray *actors = march_corpus_get_actors (index->corpus);

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      add_names (index, actor, MARCH_BEARER_ACTOR, actor->palette != 0 ? PALETTE_WEIGHT : 0,
                 actor->names);
    }
}

static void
add_by_actor (MarchNameIndex *index, const MarchActor *actor, const MarchAssertion *assertion)
{
  GPtrArray *assertions = g_hash_table_lookup (index->by_actor, actor);

  if (actor == NULL)
    return;
  if (assertions == NULL)
    {
      assertions = g_ptr_array_new ();
      g_hash_table_insert (index->by_actor, (gpointer) actor, assertions);
    }
  g_ptr_array_add (assertions, (gpointer) assertion);
}

static void
add_assertions (MarchNameIndex *index)
{
  GPtrArray *assertions = march_corpus_get_assertions (index->corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);
      const char *text = *assertion->title != '\0' ? assertion->title : assertion->quantity;

      add_by_actor (index, assertion->actor, assertion);
      if (assertion->according != assertion->actor)
        add_by_actor (index, assertion->according, assertion);
      if (*text != '\0')
        add_name (index, (MarchIndexedName){ .bearer = assertion, .text = text, .main = TRUE,
                                             .kind = MARCH_BEARER_ASSERTION });
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (((const MarchIndexedWord *) a)->start, ((const MarchIndexedWord *) b)->start);
}

static void
clear_name (gpointer data)
{
  g_free (((MarchIndexedName *) data)->words);
}

/**
 * march_name_index_new:
 *
 * For a thread of its own where the corpus is large: see march_name_index_new_async().
 *
 * Returns: (transfer full): the names of @corpus
 */
MarchNameIndex *
march_name_index_new (MarchCorpus *corpus)
{
  MarchNameIndex *index = g_new0 (MarchNameIndex, 1);

  g_atomic_ref_count_init (&index->references);
  index->corpus = march_corpus_ref (corpus);
  index->names = g_array_new (FALSE, FALSE, sizeof (MarchIndexedName));
  g_array_set_clear_func (index->names, clear_name);
  index->words = g_array_new (FALSE, FALSE, sizeof (MarchIndexedWord));
  index->whole = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
  index->by_actor = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  add_places (index);
  add_actors (index);
  add_assertions (index);
  g_array_sort (index->words, compare_words);
  return index;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, march_name_index_new (data),
                         (GDestroyNotify) march_name_index_unref);
}

/** march_name_index_new_async: on another thread */
void
march_name_index_new_async (MarchCorpus        *corpus,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, march_name_index_new_async);
  g_task_set_task_data (task, march_corpus_ref (corpus), (GDestroyNotify) march_corpus_unref);
  g_task_run_in_thread (task, make_in_thread);
}

/** march_name_index_new_finish: (transfer full): %NULL with %G_IO_ERROR_CANCELLED */
MarchNameIndex *
march_name_index_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

MarchNameIndex *
march_name_index_ref (MarchNameIndex *index)
{
  g_atomic_ref_count_inc (&index->references);
  return index;
}

void
march_name_index_unref (MarchNameIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->references))
    return;
  g_hash_table_unref (index->by_actor);
  g_hash_table_unref (index->whole);
  g_array_unref (index->words);
  g_array_unref (index->names);
  march_corpus_unref (index->corpus);
  g_free (index);
}

/** march_name_index_get_corpus: (transfer none): whose names it has */
MarchCorpus *
march_name_index_get_corpus (MarchNameIndex *index)
{
  return index->corpus;
}

/** march_name_index_find_first: the first word that may begin with @prefix; those that do follow */
guint
march_name_index_find_first (MarchNameIndex *index, const char *prefix)
{
  guint low = 0, high = index->words->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (index->words, MarchIndexedWord, middle).start, prefix) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * march_name_index_is_match:
 * @word: which one of the sorted words
 * @name: (out): whose word it is
 *
 * Returns: whether there is such a word, and it begins with @prefix
 */
gboolean
march_name_index_is_match (MarchNameIndex          *index,
                           guint                    word,
                           const char              *prefix,
                           const MarchIndexedName **name)
{
  const MarchIndexedWord *own;

  if (word >= index->words->len)
    return FALSE;
  own = &g_array_index (index->words, MarchIndexedWord, word);
  *name = &g_array_index (index->names, MarchIndexedName, own->name);
  return g_str_has_prefix (own->start, prefix);
}
