/* march-completer.c — records by the beginning of their names, in whatever alphabet */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <string.h>

#include "asof/march-words.h"
#include "base/march-fold.h"
#include "reader/march-completer.h"

/* How well a name fits what is typed. */
#define BEGINS 0
#define A_WORD_BEGINS 1
#define HAS_IT 2
#define HAS_IT_NOT 3

typedef struct
{
  MarchCompletion completion;
  GPtrArray      *names; /* folded: lower case, Latin letters, no diacritics */
} Entry;

struct _MarchCompleter
{
  MarchCorpus *corpus;
  GPtrArray   *entries; /* of Entry, in the order of the corpus */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->completion.title);
  g_free (entry->completion.detail);
  g_ptr_array_unref (entry->names);
  g_free (entry);
}

static Entry *
add_entry (MarchCompleter *self, gint64 id, char *title, char *detail)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->completion = (MarchCompletion){ id, title, detail };
  entry->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entry->names, march_fold (title));
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_names (Entry *entry, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (entry->names, march_fold (((const MarchName *) names->pdata[i])->text));
}

static void
add_place (MarchCompleter *self, const MarchPlace *place)
{
  const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, place->kind);
  char       *detail
      = place->code != NULL ? g_strdup_printf ("%s · %s", kind, place->code) : g_strdup (kind);
  Entry *entry
      = add_entry (self, place->id, march_words_name_place (self->corpus, place), detail);

  add_names (entry, place->names);
  if (place->code != NULL)
    g_ptr_array_add (entry->names, march_fold (place->code));
}

static void
add_actor (MarchCompleter *self, const MarchActor *actor)
{
  const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind);

  add_names (add_entry (self, actor->id,
                        g_strdup (march_actor_get_name (actor, march_words_get_language (NULL))),
                        g_strdup (kind)),
             actor->names);
}

/* A retracted or superseded one gets no further evidence. */
static void
add_assertion (MarchCompleter *self, const MarchAssertion *assertion)
{
  const char *place = NULL;
  const char *kind
      = march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, assertion->kind);
  char  *words = NULL;
  Entry *entry = NULL;

  if (assertion->retracted || assertion->superseded_by != NULL)
    return;
  words = march_words_assertion (assertion, NULL);
  if (assertion->place != NULL)
    {
      g_autofree char *bare = words;

      place = march_place_get_name (assertion->place, march_words_get_language (NULL));
      words = g_strdup_printf ("%s · %s", place, bare);
    }
  entry = add_entry (self, assertion->id, words,
                     *assertion->valid == '\0'
                         ? g_strdup (kind)
                         : g_strdup_printf ("%s · %s", kind, assertion->valid));
  g_ptr_array_add (entry->names, march_fold (assertion->title));
  if (assertion->place != NULL)
    add_names (entry, assertion->place->names);
}

static void
add_proposal (MarchCompleter *self, const MarchProposal *proposal)
{
  add_entry (self, proposal->id, g_strdup (proposal->title),
             g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_PROPOSAL_STATUS,
                                                   proposal->status)));
}

/* Those who hold land or say that they own some are named most. */
static void
add_actors (MarchCompleter *self, GPtrArray *actors)
{
  for (guint i = 0; i < actors->len; i++)
    if (((const MarchActor *) actors->pdata[i])->palette > 0)
      add_actor (self, actors->pdata[i]);
  for (guint i = 0; i < actors->len; i++)
    if (((const MarchActor *) actors->pdata[i])->palette == 0)
      add_actor (self, actors->pdata[i]);
}

static void
add_records (MarchCompleter *self, MarchCompleterKind kind, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (kind == MARCH_COMPLETE_PLACES)
        add_place (self, records->pdata[i]);
      else if (kind == MARCH_COMPLETE_ASSERTIONS)
        add_assertion (self, records->pdata[i]);
      else
        add_proposal (self, records->pdata[i]);
    }
}

/** march_completer_new: Returns: (transfer full): what finds records of that kind */
MarchCompleter *
march_completer_new (MarchCorpus *corpus, MarchCompleterKind kind)
{
  MarchCompleter  *self = g_new0 (MarchCompleter, 1);
  GPtrArray *const records[MARCH_N_COMPLETERS] = {
    [MARCH_COMPLETE_PLACES] = march_corpus_get_places (corpus),
    [MARCH_COMPLETE_ACTORS] = march_corpus_get_actors (corpus),
    [MARCH_COMPLETE_ASSERTIONS] = march_corpus_get_assertions (corpus),
    [MARCH_COMPLETE_PROPOSALS] = march_corpus_get_proposals (corpus),
  };

  self->corpus = march_corpus_ref (corpus);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  if (kind == MARCH_COMPLETE_ACTORS)
    add_actors (self, records[kind]);
  else
    add_records (self, kind, records[kind]);
  return self;
}

/** march_completer_free: frees all of it */
void
march_completer_free (MarchCompleter *self)
{
  g_ptr_array_unref (self->entries);
  march_corpus_unref (self->corpus);
  g_free (self);
}

static int
rate (const char *name, const char *typed)
{
  const char *at = strstr (name, typed);

  if (at == NULL)
    return HAS_IT_NOT;
  if (at == name)
    return BEGINS;
  for (; at != NULL; at = strstr (at + 1, typed))
    if (!g_ascii_isalnum (at[-1]))
      return A_WORD_BEGINS;
  return HAS_IT;
}

static int
rate_entry (const Entry *entry, const char *typed)
{
  int best = HAS_IT_NOT;

  for (guint i = 0; i < entry->names->len; i++)
    best = MIN (best, rate (entry->names->pdata[i], typed));
  return best;
}

/**
 * march_completer_list:
 * @text: what is typed
 * @most: so many at most
 *
 * Returns: (transfer container) (element-type MarchCompletion): what it may mean, the likeliest
 * first; borrowed from the completer
 */
GPtrArray *
march_completer_list (MarchCompleter *self, const char *text, guint most)
{
  GPtrArray       *found = g_ptr_array_new ();
  g_autofree char *typed = march_fold (text);

  for (int rating = BEGINS; rating < HAS_IT_NOT; rating++)
    for (guint i = 0; i < self->entries->len && found->len < most; i++)
      {
        Entry *entry = self->entries->pdata[i];

        if (rate_entry (entry, typed) == rating)
          g_ptr_array_add (found, &entry->completion);
      }
  return found;
}

/** march_completer_find: Returns: (nullable): the one record that has @text as a name; NULL if
 * there are none or several */
const MarchCompletion *
march_completer_find (MarchCompleter *self, const char *text)
{
  g_autofree char       *typed = march_fold (text);
  const MarchCompletion *found = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (!g_ptr_array_find_with_equal_func (entry->names, typed, g_str_equal, NULL))
        continue;
      if (found != NULL)
        return NULL;
      found = &entry->completion;
    }
  return found;
}
