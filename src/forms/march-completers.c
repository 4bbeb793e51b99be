/* march-completers.c — what finds each kind of record, of the newest corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-completers.h"

#include "base/march-newest.h"

/* Of the places that words name, and of those that one name may mean. */
#define MOST_SUGGESTED 8
#define MOST_MEANINGS 2

struct _MarchCompleters
{
  GObject parent_instance;

  MarchNameIndex *index;    /* NULL at first */
  GCancellable   *indexing; /* while a newer one is being made */
  MarchCompleter *each[MARCH_N_COMPLETERS];
  MarchCoding    *coding;   /* whose drafts have names as well; NULL for none */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchCompleters, march_completers, G_TYPE_OBJECT)

static void
free_each (MarchCompleter **each)
{
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    g_clear_pointer (&each[i], march_completer_free);
}

/* Those from before are there until everybody has heard of the new ones. */
static void
take (MarchCompleters *self, MarchNameIndex *index)
{
  MarchCompleter *before[MARCH_N_COMPLETERS];

  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    {
      before[i] = self->each[i];
      self->each[i] = march_completer_new (index, i);
      march_completer_set_coding (self->each[i], self->coding);
    }
  g_clear_pointer (&self->index, march_name_index_unref);
  self->index = march_name_index_ref (index);
  g_signal_emit (self, changed_signal, 0);
  free_each (before);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCompleters) self = user_data;
  g_autoptr (MarchNameIndex)  index = march_name_index_new_finish (result, NULL);

  if (march_newest_end (&self->indexing, result) && index != NULL)
    take (self, index);
}

static void
march_completers_dispose (GObject *object)
{
  MarchCompleters *self = MARCH_COMPLETERS (object);

  march_newest_stop (&self->indexing);
  free_each (self->each);
  g_clear_pointer (&self->coding, march_coding_unref);
  g_clear_pointer (&self->index, march_name_index_unref);
  G_OBJECT_CLASS (march_completers_parent_class)->dispose (object);
}

static void
march_completers_class_init (MarchCompletersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_completers_dispose;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_COMPLETERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_completers_init (MarchCompleters *self)
{
}

/** march_completers_new: Returns: (transfer full): completers that march_completers_update() makes
 */
MarchCompleters *
march_completers_new (void)
{
  return g_object_new (MARCH_TYPE_COMPLETERS, NULL);
}

/** march_completers_update: @corpus: whose records are to be found. The names are read off the main
 * thread */
void
march_completers_update (MarchCompleters *self, MarchCorpus *corpus)
{
  if (self->index == NULL || march_name_index_get_corpus (self->index) != corpus)
    march_name_index_new_async (corpus, march_newest_begin (&self->indexing), indexed_cb,
                                g_object_ref (self));
}

/** march_completers_get: Returns: (transfer none) (array): one of each kind; %NULL while there are
 * none */
MarchCompleter *const *
march_completers_get (MarchCompleters *self)
{
  return self->each;
}

/** march_completers_set_coding: @coding: (nullable): what is drafted in it is found as well */
void
march_completers_set_coding (MarchCompleters *self, MarchCoding *coding)
{
  if (coding != NULL)
    march_coding_ref (coding);
  g_clear_pointer (&self->coding, march_coding_unref);
  self->coding = coding;
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    if (self->each[i] != NULL)
      march_completer_set_coding (self->each[i], coding);
}

/* Those that are named by @mention and can be meant by it. */
static void
add_places (GPtrArray *places, const MarchMention *mention)
{
  for (guint i = 0; i < MIN (mention->places->len, MOST_MEANINGS); i++)
    if (places->len < MOST_SUGGESTED
        && !g_ptr_array_find (places, mention->places->pdata[i], NULL))
      g_ptr_array_add (places, mention->places->pdata[i]);
}

/** march_completers_list_places: Returns: (transfer full) (element-type MarchPlace): those of
 * @corpus that @words name; none before the names are known */
GPtrArray *
march_completers_list_places (MarchCompleters *self, MarchCorpus *corpus, const char *words)
{
  GPtrArray            *places = g_ptr_array_new ();
  g_autoptr (GPtrArray) mentions = NULL;

  if (self->index != NULL && march_name_index_get_corpus (self->index) == corpus)
    mentions = march_name_index_list_mentions (self->index, words);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    add_places (places, mentions->pdata[i]);
  return places;
}
