/* march-completer.c — records by what is typed of their names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asof/march-words.h"
#include "base/march-fold.h"
#include "forms/march-completer.h"

struct _MarchCompleter
{
  MarchNameIndex    *index;
  MarchCompleterKind kind;
  MarchCoding       *coding; /* whose drafts are found as well; NULL for none */
};

/** march_completer_new: Returns: (transfer full): what finds the records of that kind */
MarchCompleter *
march_completer_new (MarchNameIndex *index, MarchCompleterKind kind)
{
  MarchCompleter *self = g_new0 (MarchCompleter, 1);

  self->index = march_name_index_ref (index);
  self->kind = kind;
  return self;
}

/** march_completer_free: frees all of it */
void
march_completer_free (MarchCompleter *self)
{
  march_name_index_unref (self->index);
  g_clear_pointer (&self->coding, march_coding_unref);
  g_free (self);
}

static void
free_suggestion (gpointer data)
{
  MarchSuggestion *suggestion = data;

  g_free (suggestion->text);
  g_free (suggestion->detail);
  g_free (suggestion);
}

static gboolean
has_words (const MarchProposal *proposal, const char *folded)
{
  g_autofree char *title = march_fold (proposal->title);

  return strstr (title, folded) != NULL;
}

/* There are few of them, and they have but a title. */
static GPtrArray *
list_proposals (MarchCompleter *self, const char *typed, guint most)
{
  GPtrArray       *found = g_ptr_array_new_with_free_func (free_suggestion);
  MarchCorpus     *corpus = march_name_index_get_corpus (self->index);
  GPtrArray       *proposals = march_corpus_get_proposals (corpus);
  g_autofree char *folded = march_fold (typed);

  for (guint i = 0; i < proposals->len && found->len < most; i++)
    {
      const MarchProposal *proposal = proposals->pdata[i];
      MarchSuggestion     *suggestion = NULL;

      if (!has_words (proposal, folded))
        continue;
      suggestion = g_new0 (MarchSuggestion, 1);
      suggestion->id = proposal->id;
      suggestion->text = g_strdup (proposal->title);
      suggestion->detail = g_strdup (
          march_vocabulary_get_words (MARCH_VOCABULARY_PROPOSAL_STATUS, proposal->status));
      g_ptr_array_add (found, suggestion);
    }
  return found;
}

static GPtrArray *
list_records (MarchCompleter *self, const char *typed, guint most)
{
  const char *language = march_words_get_language (NULL);

  switch (self->kind)
    {
    case MARCH_COMPLETE_PLACES:
      return march_name_index_suggest_places (self->index, typed, language, most);
    case MARCH_COMPLETE_ACTORS:
      return march_name_index_suggest_actors (self->index, typed, language, most);
    case MARCH_COMPLETE_ASSERTIONS:
      return march_name_index_suggest_assertions (self->index, typed, language, most);
    case MARCH_COMPLETE_PROPOSALS:
    case MARCH_N_COMPLETERS:
    default:
      return list_proposals (self, typed, most);
    }
}

static GPtrArray *
get_drafts (MarchCompleter *self)
{
  switch (self->kind)
    {
    case MARCH_COMPLETE_PLACES:
      return march_coding_get_places (self->coding);
    case MARCH_COMPLETE_ACTORS:
      return march_coding_get_actors (self->coding);
    case MARCH_COMPLETE_PROPOSALS:
      return march_coding_get_proposals (self->coding);
    case MARCH_COMPLETE_ASSERTIONS:
    case MARCH_N_COMPLETERS:
    default:
      return NULL;
    }
}

/* Of an actor, a place or a proposal: each draft begins with its id. */
static const char *
get_draft_name (MarchCompleter *self, gint64 id)
{
  const char *language = march_words_get_language (NULL);

  switch (self->kind)
    {
    case MARCH_COMPLETE_PLACES:
      return march_coding_get_place_name (self->coding, id, language);
    case MARCH_COMPLETE_ACTORS:
      return march_coding_get_actor_name (self->coding, id, language);
    case MARCH_COMPLETE_PROPOSALS:
    case MARCH_COMPLETE_ASSERTIONS:
    case MARCH_N_COMPLETERS:
    default:
      return march_coding_get_proposal_title (self->coding, id);
    }
}

static gboolean
has_suggestion (GPtrArray *found, gint64 id)
{
  for (guint i = 0; i < found->len; i++)
    if (((const MarchSuggestion *) found->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* What was drafted along comes first: the words are about it. A draft that changes a record is
 * found by the record already. */
static void
add_drafts (MarchCompleter *self, const char *typed, GPtrArray *found)
{
  GPtrArray       *drafts = self->coding != NULL ? get_drafts (self) : NULL;
  g_autofree char *folded = march_fold (typed);

  for (guint i = drafts != NULL ? drafts->len : 0; i-- > 0;)
    {
      const gint64     id = *(const gint64 *) drafts->pdata[i];
      const char      *name = get_draft_name (self, id);
      g_autofree char *plain = march_fold (name);
      MarchSuggestion *suggestion = NULL;

      if (*plain == '\0' || strstr (plain, folded) == NULL || has_suggestion (found, id))
        continue;
      suggestion = g_new0 (MarchSuggestion, 1);
      suggestion->id = id;
      suggestion->text = g_strdup (name);
      suggestion->detail = g_strdup (_("new, in this passage"));
      g_ptr_array_insert (found, 0, suggestion);
    }
}

/** march_completer_set_coding: @coding: (nullable): what is drafted in it is found as well */
void
march_completer_set_coding (MarchCompleter *self, MarchCoding *coding)
{
  g_clear_pointer (&self->coding, march_coding_unref);
  self->coding = coding != NULL ? march_coding_ref (coding) : NULL;
}

/**
 * march_completer_list:
 * @typed: as much as is typed yet
 * @most: so many at most, besides those that are drafted along
 *
 * Returns: (transfer full) (element-type MarchSuggestion): what it may mean, the likeliest first
 */
GPtrArray *
march_completer_list (MarchCompleter *self, const char *typed, guint most)
{
  GPtrArray *found = list_records (self, typed, most);

  add_drafts (self, typed, found);
  return found;
}

/**
 * march_completer_find:
 * @text: (out): what the record is called
 *
 * Returns: id of the one record that has @typed as a name; 0 if there are none or several
 */
gint64
march_completer_find (MarchCompleter *self, const char *typed, char **text)
{
  g_autoptr (GPtrArray) found = march_completer_list (self, typed, 4);
  g_autofree char      *folded = march_fold (typed);
  gint64                id = 0;

  *text = NULL;
  for (guint i = 0; i < found->len; i++)
    {
      const MarchSuggestion *suggestion = found->pdata[i];
      g_autofree char       *name = march_fold (suggestion->text);

      if (strcmp (name, folded) != 0)
        continue;
      if (id != 0)
        {
          g_clear_pointer (text, g_free);
          return 0;
        }
      id = suggestion->id;
      *text = g_strdup (suggestion->text);
    }
  return id;
}
