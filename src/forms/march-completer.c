/* march-completer.c — records by what is typed of their names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <string.h>

#include "asof/march-words.h"
#include "base/march-fold.h"
#include "forms/march-completer.h"

struct _MarchCompleter
{
  MarchNameIndex    *index;
  MarchCompleterKind kind;
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

/**
 * march_completer_list:
 * @typed: as much as is typed yet
 * @most: so many at most
 *
 * Returns: (transfer full) (element-type MarchSuggestion): what it may mean, the likeliest first
 */
GPtrArray *
march_completer_list (MarchCompleter *self, const char *typed, guint most)
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
