/* march-corpus-find.c — which place or actor is meant by what a person types */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include <string.h>

#include "base/march-fold.h"
#include "corpus/march-corpus.h"

/* Whether one of @names reads like @folded; @full: short names don't count. */
static gboolean
bears (GPtrArray *names, const char *folded, gboolean full)
{
  for (guint i = 0; i < names->len; i++)
    {
      const MarchName *name = g_ptr_array_index (names, i);
      g_autofree char *text = NULL;

      if (full && name->role == MARCH_NAME_SHORT)
        continue;
      text = march_fold (name->text);
      if (g_str_equal (text, folded))
        return TRUE;
    }
  return FALSE;
}

/* The id that @text is, 0 if it is none. */
static gint64
read_id (const char *text)
{
  gint64 id = 0;

  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) ? id : 0;
}

/* The place of that code, UUID or id. */
static const MarchPlace *
find_key (MarchCorpus *corpus, const char *key)
{
  GPtrArray   *places = march_corpus_get_places (corpus);
  const gint64 id = read_id (key);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if ((place->code != NULL && g_ascii_strcasecmp (place->code, key) == 0)
          || g_ascii_strcasecmp (place->uuid, key) == 0)
        return place;
    }
  return id != 0 ? march_corpus_get_place (corpus, id) : NULL;
}

static gboolean
is_kind (MarchPlaceKind kind, const char *word)
{
  g_autofree char *folded = march_fold (word);
  g_autofree char *words
      = march_fold (march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, kind));

  return g_str_equal (march_vocabulary_get_nick (MARCH_VOCABULARY_PLACE_KIND, kind), folded)
         || g_str_equal (words, folded);
}

/* Adds those that bear the name; with @kind, a word, those of that kind only. */
static void
add_bearers (GPtrArray *found, MarchCorpus *corpus, const char *name, const char *kind)
{
  GPtrArray       *places = march_corpus_get_places (corpus);
  g_autofree char *folded = march_fold (name);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if ((kind == NULL || is_kind (place->kind, kind)) && bears (place->names, folded, FALSE))
        g_ptr_array_add (found, (gpointer) place);
    }
}

/* "Brena (settlement)": a name and a kind. */
static void
add_bearers_of_kind (GPtrArray *found, MarchCorpus *corpus, const char *text)
{
  const char *bracket = g_strrstr (text, " (");

  if (bracket != NULL && g_str_has_suffix (text, ")"))
    {
      g_autofree char *name = g_strndup (text, bracket - text);
      g_autofree char *kind = g_strndup (bracket + 2, strlen (bracket + 2) - 1);

      add_bearers (found, corpus, name, kind);
    }
}

/* The one first-level unit or state capital among @candidates that bears the name in full. */
static const MarchPlace *
find_foremost (GPtrArray *candidates, const char *folded)
{
  const MarchPlace *found = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (candidates, i);
      gboolean          foremost =
          (place->kind == MARCH_PLACE_UNIT && place->level == 1) || place->capital == 1;

      if (!foremost || !bears (place->names, folded, TRUE))
        continue;
      if (found != NULL)
        return NULL;
      found = place;
    }
  return found;
}

/**
 * march_corpus_find_place:
 * @text: a code, UUID, id or name, or a name and in brackets its kind
 * @candidates: (out) (optional) (transfer full) (element-type MarchPlace): the places that bear the
 * name
 *
 * Names are read as a search reads them. Where several bear the name, the only first-level unit or
 * state capital that bears it in full is meant.
 *
 * Returns: (transfer none) (nullable): the place; %NULL if none or several bear the name, which
 * @candidates tells apart
 */
const MarchPlace *
march_corpus_find_place (MarchCorpus *corpus, const char *text, GPtrArray **candidates)
{
  g_autofree char      *folded = march_fold (text);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const MarchPlace     *place = find_key (corpus, text);

  if (place != NULL)
    g_ptr_array_add (found, (gpointer) place);
  else
    add_bearers (found, corpus, text, NULL);
  if (found->len == 0)
    add_bearers_of_kind (found, corpus, text);

  if (place == NULL)
    place = found->len == 1 ? g_ptr_array_index (found, 0) : find_foremost (found, folded);
  if (candidates != NULL)
    *candidates = g_steal_pointer (&found);
  return place;
}

/**
 * march_corpus_dup_place_handle:
 * @place: of @corpus
 *
 * Returns: (transfer full): what march_corpus_find_place() takes for @place alone: its code, else
 * its English name and kind, else its UUID
 */
char *
march_corpus_dup_place_handle (MarchCorpus *corpus, const MarchPlace *place)
{
  g_autofree char *handle = NULL;

  if (place->code != NULL)
    return g_strdup (place->code);
  handle = g_strdup_printf ("%s (%s)", march_place_get_name (place, "en"),
                            march_vocabulary_get_nick (MARCH_VOCABULARY_PLACE_KIND, place->kind));
  return march_corpus_find_place (corpus, handle, NULL) == place ? g_steal_pointer (&handle)
                                                                : g_strdup (place->uuid);
}

/* The words of @text, each with a blank before and behind it. */
static char *
list_words (const char *text)
{
  g_autofree char *folded = march_fold (text);
  GString         *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/* Whether one of @names holds @words in their order. */
static gboolean
holds (GPtrArray *names, const char *words)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = list_words (((const MarchName *) g_ptr_array_index (names, i))->text);

      if (strstr (text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_actors (GPtrArray *found, MarchCorpus *corpus, const char *name, gboolean whole)
{
  GPtrArray       *actors = march_corpus_get_actors (corpus);
  g_autofree char *sought = whole ? march_fold (name) : list_words (name);

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      if (whole ? bears (actor->names, sought, FALSE) : holds (actor->names, sought))
        g_ptr_array_add (found, (gpointer) actor);
    }
}

static const MarchActor *
find_actor_key (MarchCorpus *corpus, const char *key)
{
  GPtrArray   *actors = march_corpus_get_actors (corpus);
  const gint64 id = read_id (key);

  for (guint i = 0; i < actors->len; i++)
    if (g_ascii_strcasecmp (((const MarchActor *) g_ptr_array_index (actors, i))->uuid, key) == 0)
      return g_ptr_array_index (actors, i);
  return id != 0 ? march_corpus_get_actor (corpus, id) : NULL;
}

/* The only one, else the only state. */
static const MarchActor *
choose_actor (GPtrArray *found)
{
  const MarchActor *state = NULL;

  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (found, i);

      if (actor->kind == MARCH_ACTOR_STATE && state != NULL)
        return NULL;
      if (actor->kind == MARCH_ACTOR_STATE)
        state = actor;
    }
  return state;
}

/**
 * march_corpus_find_actor:
 * @text: a UUID, an id, a name, or some words of a name
 * @candidates: (out) (optional) (transfer full) (element-type MarchActor): the actors that bear the
 * name, or whose names hold the words
 *
 * Names are read as a search reads them. Where several bear the name, the only state is meant;
 * words of a name count only where nobody bears them as the whole of it.
 *
 * Returns: (transfer none) (nullable): the actor; %NULL if none or several are meant, which
 * @candidates tells apart
 */
const MarchActor *
march_corpus_find_actor (MarchCorpus *corpus, const char *text, GPtrArray **candidates)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const MarchActor     *actor = find_actor_key (corpus, text);
  g_autofree char      *words = list_words (text);

  if (actor != NULL)
    g_ptr_array_add (found, (gpointer) actor);
  else
    add_actors (found, corpus, text, TRUE);
  if (found->len == 0 && !g_str_equal (words, " "))
    add_actors (found, corpus, text, FALSE);

  actor = choose_actor (found);
  if (candidates != NULL)
    *candidates = g_steal_pointer (&found);
  return actor;
}
