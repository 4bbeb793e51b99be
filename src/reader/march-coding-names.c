/* march-coding-names.c — finds the records that are typed of while a passage is coded */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "base/march-newest.h"
#include "reader/march-coding-names.h"

/* Of the places that words name, and of those that one name may mean. */
#define MOST_SUGGESTED 8
#define MOST_MEANINGS 2

struct _MarchCodingNames
{
  GObject parent_instance;

  MarchNameIndex *index;    /* of the newest corpus, or of the one before; NULL at first */
  GCancellable   *indexing; /* while a newer one is being made */
  MarchCompleter *completers[MARCH_N_COMPLETERS]; /* of the index; NULL without one */
};

enum
{
  RENEWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchCodingNames, march_coding_names, G_TYPE_OBJECT)

static void
free_completers (MarchCodingNames *self)
{
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    g_clear_pointer (&self->completers[i], march_completer_free);
}

static void
march_coding_names_dispose (GObject *object)
{
  march_coding_names_stop (MARCH_CODING_NAMES (object));
  G_OBJECT_CLASS (march_coding_names_parent_class)->dispose (object);
}

static void
march_coding_names_finalize (GObject *object)
{
  free_completers (MARCH_CODING_NAMES (object));
  g_clear_pointer (&MARCH_CODING_NAMES (object)->index, march_name_index_unref);
  G_OBJECT_CLASS (march_coding_names_parent_class)->finalize (object);
}

static void
march_coding_names_class_init (MarchCodingNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_coding_names_dispose;
  G_OBJECT_CLASS (klass)->finalize = march_coding_names_finalize;
  signals[RENEWED] = g_signal_new ("renewed", MARCH_TYPE_CODING_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_coding_names_init (MarchCodingNames *self)
{
}

/** march_coding_names_new: Returns: (transfer full): it knows no names yet */
MarchCodingNames *
march_coding_names_new (void)
{
  return g_object_new (MARCH_TYPE_CODING_NAMES, NULL);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchCodingNames) self = user_data;
  g_autoptr (MarchNameIndex)   index = march_name_index_new_finish (result, NULL);
  g_autoptr (MarchNameIndex)   old = NULL;
  MarchCompleter              *gone[MARCH_N_COMPLETERS] = { NULL };

  if (!march_newest_end (&self->indexing, result) || index == NULL)
    return;
  old = g_steal_pointer (&self->index);
  self->index = g_steal_pointer (&index);
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    {
      gone[i] = self->completers[i];
      self->completers[i] = march_completer_new (self->index, i);
    }
  g_signal_emit (self, signals[RENEWED], 0);
  for (guint i = 0; i < MARCH_N_COMPLETERS; i++)
    g_clear_pointer (&gone[i], march_completer_free);
}

/** march_coding_names_renew: @corpus: what the dossier holds now; it takes a moment, and "renewed"
 * tells when it is known */
void
march_coding_names_renew (MarchCodingNames *self, MarchCorpus *corpus)
{
  if (self->index == NULL || march_name_index_get_corpus (self->index) != corpus)
    march_name_index_new_async (corpus, march_newest_begin (&self->indexing), indexed_cb,
                                g_object_ref (self));
}

/** march_coding_names_stop: what is under way is not waited for */
void
march_coding_names_stop (MarchCodingNames *self)
{
  march_newest_stop (&self->indexing);
}

/** march_coding_names_get_completers: Returns: (array) (transfer none): one of each kind, or NULL;
 * until "renewed" */
MarchCompleter *const *
march_coding_names_get_completers (MarchCodingNames *self)
{
  return self->completers;
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

/** march_coding_names_list_places: Returns: (transfer full) (element-type MarchPlace): those of
 * @corpus that @words name; none before its names are known */
GPtrArray *
march_coding_names_list_places (MarchCodingNames *self, MarchCorpus *corpus, const char *words)
{
  GPtrArray            *places = g_ptr_array_new ();
  g_autoptr (GPtrArray) mentions = NULL;

  if (self->index != NULL && march_name_index_get_corpus (self->index) == corpus)
    mentions = march_name_index_list_mentions (self->index, words);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    add_places (places, mentions->pdata[i]);
  return places;
}
