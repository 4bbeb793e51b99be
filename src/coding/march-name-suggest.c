/* march-name-suggest.c — completes names of places, actors and assertions as they are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-name-index.h"
#include "coding/march-name-index-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asof/march-words.h"

/* Of so many assertions one may bear a word for it to be rare. */
#define RARE 8

/* How well a name answers; smaller is better. */
typedef struct
{
  gconstpointer bearer;
  const char   *text;
  int           fit;     /* 0: it is what was typed, 1: it begins with it, 2: its words do */
  int           weight;
  gboolean      main;
  gsize         length;
} Answer;

static void
free_suggestion (gpointer data)
{
  MarchSuggestion *suggestion = data;

  g_free (suggestion->text);
  g_free (suggestion->detail);
  g_free (suggestion);
}

static void
add_suggestion (GPtrArray *suggestions, gint64 id, char *text, char *detail)
{
  MarchSuggestion *suggestion = g_new0 (MarchSuggestion, 1);

  *suggestion = (MarchSuggestion){ id, text, detail };
  g_ptr_array_add (suggestions, suggestion);
}

/* Whether one of the words begins with each of those typed. */
static gboolean
has_all (const char *words, char **typed)
{
  for (; *typed != NULL; typed++)
    {
      const char *at = words;

      while (at != NULL && !g_str_has_prefix (at, *typed))
        {
          at = strchr (at, ' ');
          at = at != NULL ? at + 1 : NULL;
        }
      if (at == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The word that is likely to have the fewest answers. */
static const char *
choose_longest (char **typed)
{
  const char *longest = typed[0];

  for (; *typed != NULL; typed++)
    if (strlen (*typed) > strlen (longest))
      longest = *typed;
  return longest;
}

static Answer
answer (const MarchIndexedName *name, const char *typed)
{
  const gsize length = strlen (name->words);

  return (Answer){ .bearer = name->bearer,
                   .text = name->text,
                   .fit = g_str_equal (name->words, typed)         ? 0
                          : g_str_has_prefix (name->words, typed) ? 1
                                                                   : 2,
                   .weight = name->weight,
                   .main = name->main,
                   .length = length };
}

static int
compare (const Answer *a, const Answer *b)
{
  if (a->fit != b->fit)
    return a->fit - b->fit;
  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  if (a->main != b->main)
    return a->main ? -1 : 1;
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return g_strcmp0 (a->text, b->text);
}

/* Keeps the best @most, each bearer once. */
static void
keep (GArray *answers, const Answer *answer_, guint most)
{
  guint at = answers->len;

  if (at == most && compare (answer_, &g_array_index (answers, Answer, at - 1)) >= 0)
    return;
  for (guint i = 0; i < answers->len; i++)
    if (g_array_index (answers, Answer, i).bearer == answer_->bearer)
      {
        if (compare (answer_, &g_array_index (answers, Answer, i)) >= 0)
          return;
        g_array_remove_index (answers, i);
        break;
      }
  for (at = answers->len; at > 0; at--)
    if (compare (&g_array_index (answers, Answer, at - 1), answer_) <= 0)
      break;
  g_array_insert_val (answers, at, *answer_);
  if (answers->len > most)
    g_array_set_size (answers, most);
}

static GArray *
find (MarchNameIndex *index, MarchBearerKind kind, const char *typed, guint most)
{
  g_autofree char *words = march_name_words (typed);
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  const MarchIndexedName *name;
  const char *prefix;

  if (*words == '\0' || most == 0)
    return answers;
  prefix = choose_longest (split);
  for (guint i = march_name_index_find_first (index, prefix);
       march_name_index_is_match (index, i, prefix, &name); i++)
    if (name->kind == kind && has_all (name->words, split))
      {
        Answer own = answer (name, words);

        keep (answers, &own, most);
      }
  return answers;
}

/* The recognised place that it is a part of, else any. */
static const MarchPlace *
find_parent (const MarchPlace *place)
{
  const MarchPlace *parent = NULL;

  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      if (link->kind == MARCH_LINK_RECOGNISED || parent == NULL)
        parent = link->place;
    }
  return parent;
}

static char *
describe_place (const MarchPlace *place, const char *language)
{
  const char *kind = march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, place->kind);
  const MarchPlace *parent = find_parent (place);

  if (parent == NULL)
    return g_strdup (kind);
  /* Translators: a place's kind and of what it is a part: "settlement, Tarvia" */
  return g_strdup_printf (C_ ("place in a list", "%1$s, %2$s"), kind,
                          march_place_get_short_name (parent, language));
}

static char *
describe_actor (const MarchActor *actor, const char *language)
{
  const MarchOffice *office = march_actor_get_office (actor, NULL);
  const char        *kind = march_vocabulary_get_words (MARCH_VOCABULARY_ACTOR_KIND, actor->kind);

  if (office == NULL)
    return g_strdup (kind);
  /* Translators: an actor's office, or kind, and of whom: "envoy, Velmark" */
  return g_strdup_printf (C_ ("actor in a list", "%1$s, %2$s"),
                          *office->title != '\0' ? office->title : kind,
                          march_actor_get_name (office->body, language));
}

static GPtrArray *
new_suggestions (void)
{
  return g_ptr_array_new_with_free_func (free_suggestion);
}

/**
 * march_name_index_suggest_places:
 * @typed: as much as is typed yet, in any alphabet
 * @language: (nullable): BCP 47, of the names in details; %NULL: English
 *
 * By all names and by codes; whole names come first, then those that begin with what was typed.
 */
GPtrArray *
march_name_index_suggest_places (MarchNameIndex *index,
                                 const char     *typed,
                                 const char     *language,
                                 guint           most)
{
  g_autoptr (GArray) answers = find (index, MARCH_BEARER_PLACE, typed, most);
  GPtrArray *suggestions = new_suggestions ();

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer     *own = &g_array_index (answers, Answer, i);
      const MarchPlace *place = own->bearer;

      add_suggestion (suggestions, place->id, g_strdup (own->text),
                      describe_place (place, language));
    }
  return suggestions;
}

/** march_name_index_suggest_actors: as march_name_index_suggest_places() */
GPtrArray *
march_name_index_suggest_actors (MarchNameIndex *index,
                                 const char     *typed,
                                 const char     *language,
                                 guint           most)
{
  g_autoptr (GArray) answers = find (index, MARCH_BEARER_ACTOR, typed, most);
  GPtrArray *suggestions = new_suggestions ();

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer     *own = &g_array_index (answers, Answer, i);
      const MarchActor *actor = own->bearer;

      add_suggestion (suggestions, actor->id, g_strdup (own->text),
                      describe_actor (actor, language));
    }
  return suggestions;
}

/* All that bears a word that begins with @prefix, with its kind. */
static GHashTable *
gather (MarchNameIndex *index, const char *prefix)
{
  GHashTable             *bearers = g_hash_table_new (NULL, NULL);
  const MarchIndexedName *name;

  for (guint i = march_name_index_find_first (index, prefix);
       march_name_index_is_match (index, i, prefix, &name); i++)
    g_hash_table_insert (bearers, (gpointer) name->bearer, GUINT_TO_POINTER (name->kind));
  return bearers;
}

/* An assertion is told by its title or by those whom it is about. */
static gboolean
is_told (const MarchAssertion *assertion, GHashTable *bearers)
{
  return g_hash_table_contains (bearers, assertion)
         || (assertion->place != NULL && g_hash_table_contains (bearers, assertion->place))
         || (assertion->actor != NULL && g_hash_table_contains (bearers, assertion->actor))
         || (assertion->according != NULL
             && g_hash_table_contains (bearers, assertion->according));
}

/* What one typed word stands for. */
typedef struct
{
  GHashTable *bearers;
  guint       kinds; /* a bit for each kind of assertion whose word begins with it */
} Told;

static void
clear_told (gpointer data)
{
  g_hash_table_unref (((Told *) data)->bearers);
}

static GArray *
read_typed (MarchNameIndex *index, char **typed)
{
  GArray *told = g_array_new (FALSE, FALSE, sizeof (Told));

  g_array_set_clear_func (told, clear_told);
  for (; *typed != NULL && **typed != '\0'; typed++)
    {
      Told own = { gather (index, *typed), 0 };

      for (guint kind = 0; kind < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND);
           kind++)
        {
          g_autofree char *words = march_name_words (
              march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, kind));

          own.kinds |= g_str_has_prefix (words, *typed) ? 1u << kind : 0;
        }
      g_array_append_val (told, own);
    }
  return told;
}

static gboolean
is_told_by_all (const MarchAssertion *assertion, GArray *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      const Told *own = &g_array_index (told, Told, i);

      if ((own->kinds >> assertion->kind & 1) == 0 && !is_told (assertion, own->bearers))
        return FALSE;
    }
  return TRUE;
}

/* The word that the fewest bear, unless so many do that to look at all assertions is faster. */
static const Told *
choose_rarest (GArray *told, guint n_assertions)
{
  const Told *rarest = NULL;

  for (guint i = 0; i < told->len; i++)
    {
      const Told *own = &g_array_index (told, Told, i);

      if (own->kinds == 0 && g_hash_table_size (own->bearers) < n_assertions / RARE
          && (rarest == NULL
              || g_hash_table_size (own->bearers) < g_hash_table_size (rarest->bearers)))
        rarest = own;
    }
  return rarest;
}

static void
append (GPtrArray *candidates, GPtrArray *assertions)
{
  for (guint i = 0; assertions != NULL && i < assertions->len; i++)
    g_ptr_array_add (candidates, g_ptr_array_index (assertions, i));
}

/* The assertions among which those that are typed are, some of them twice. */
static GPtrArray *
list_candidates (MarchNameIndex *index, GArray *told)
{
  GPtrArray  *all = march_corpus_get_assertions (index->corpus);
  const Told *rarest = choose_rarest (told, all->len);
  GPtrArray  *candidates;
  GHashTableIter iter;
  gpointer    bearer, kind;

  if (rarest == NULL)
    return g_ptr_array_ref (all);
  candidates = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, rarest->bearers);
  while (g_hash_table_iter_next (&iter, &bearer, &kind))
    {
      g_autoptr (GPtrArray) of_place = NULL;

      if (GPOINTER_TO_UINT (kind) == MARCH_BEARER_PLACE)
        of_place = march_corpus_list_assertions_of (index->corpus, bearer);
      append (candidates, of_place);
      append (candidates, g_hash_table_lookup (index->by_actor, bearer));
      if (GPOINTER_TO_UINT (kind) == MARCH_BEARER_ASSERTION)
        g_ptr_array_add (candidates, bearer);
    }
  return candidates;
}

static char *
describe_assertion (const MarchAssertion *assertion, const char *language)
{
  g_autofree char *when =
      *assertion->valid != '\0' ? march_edtf_describe_text (assertion->valid) : NULL;
  const char *kind =
      march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, assertion->kind);
  const char *place =
      assertion->place != NULL ? march_place_get_short_name (assertion->place, language) : NULL;
  const char *parts[] = { kind, place != NULL ? place : when, place != NULL ? when : NULL, NULL };

  return g_strjoinv (", ", (char **) parts);
}

/**
 * march_name_index_suggest_assertions:
 *
 * Those that still count, by their title or quantity, the names of their place, actor and whom they
 * are according to, and their kind. What rests on most quotations comes first.
 */
GPtrArray *
march_name_index_suggest_assertions (MarchNameIndex *index,
                                     const char     *typed,
                                     const char     *language,
                                     guint           most)
{
  g_autofree char *words = march_name_words (typed);
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  g_autoptr (GArray) told = read_typed (index, split);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_autoptr (GPtrArray) assertions = list_candidates (index, told);
  GPtrArray *suggestions = new_suggestions ();

  for (guint i = 0; told->len > 0 && most > 0 && i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);
      Answer own = { .bearer = assertion, .text = assertion->uuid,
                     .weight = (int) assertion->evidence->len };

      if (!assertion->retracted && assertion->superseded_by == NULL
          && is_told_by_all (assertion, told))
        keep (answers, &own, most);
    }
  for (guint i = 0; i < answers->len; i++)
    {
      const MarchAssertion *assertion = g_array_index (answers, Answer, i).bearer;

      add_suggestion (suggestions, assertion->id, march_words_assertion (assertion, language),
                      describe_assertion (assertion, language));
    }
  return suggestions;
}
