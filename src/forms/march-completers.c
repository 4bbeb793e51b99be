/* march-completers.c — what finds each kind of record, of the newest corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-completers.h"

#include "base/march-newest.h"

struct _MarchCompleters
{
  GObject parent_instance;

  MarchNameIndex *index;    /* NULL at first */
  GCancellable   *indexing; /* while a newer one is being made */
  MarchCompleter *each[MARCH_N_COMPLETERS];
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
