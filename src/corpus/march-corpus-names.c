/* march-corpus-names.c — what places and actors are called, and who is found under a name */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "base/march-fold.h"
#include "corpus/march-corpus.h"

/* Whether "uk" and "uk-UA", "uk_UA" or "uk" name one language. */
static gboolean
same_language (const char *a, const char *b)
{
  gsize length = strcspn (a, "-_.@");

  return length == strcspn (b, "-_.@") && g_ascii_strncasecmp (a, b, length) == 0;
}

/* The first name in that role and language that is in general use; @role < 0: in any role. */
static const MarchName *
pick (GPtrArray *names, int role, const char *language)
{
  for (guint i = 0; i < names->len; i++)
    {
      const MarchName *name = g_ptr_array_index (names, i);

      if (name->user == NULL && (role < 0 || (int) name->role == role)
          && same_language (name->language, language))
        return name;
    }
  return NULL;
}

static const MarchName *
pick_full (GPtrArray *names, const char *language)
{
  const MarchName *name = pick (names, MARCH_NAME_MAIN, language);

  return name != NULL ? name : pick (names, MARCH_NAME_ENDONYM, language);
}

static const char *
pick_any (GPtrArray *names)
{
  const MarchName *name = pick (names, MARCH_NAME_MAIN, "en");

  if (name == NULL && names->len > 0)
    name = g_ptr_array_index (names, 0);
  return name != NULL ? name->text : "";
}

/**
 * march_actor_get_name:
 * @language: (nullable): BCP 47 or a locale's name; %NULL: English
 *
 * Returns: (transfer none): the name in that language, else the English one; "" only of an actor
 * without names
 */
const char *
march_actor_get_name (const MarchActor *actor, const char *language)
{
  const MarchName *name;

  g_return_val_if_fail (actor != NULL, "");

  if (language == NULL)
    language = "en";
  name = pick (actor->names, MARCH_NAME_MAIN, language);
  if (name == NULL)
    name = pick (actor->names, -1, language);
  return name != NULL ? name->text : pick_any (actor->names);
}

/**
 * march_place_get_name:
 * @language: (nullable): BCP 47 or a locale's name; %NULL: English
 *
 * Returns: (transfer none): the full name in general use in that language, else the English one; ""
 * only of a place without names
 */
const char *
march_place_get_name (const MarchPlace *place, const char *language)
{
  const MarchName *name;

  g_return_val_if_fail (place != NULL, "");

  name = pick_full (place->names, language != NULL ? language : "en");
  return name != NULL ? name->text : pick_any (place->names);
}

/**
 * march_place_get_short_name:
 * @language: (nullable): BCP 47 or a locale's name; %NULL: English
 *
 * Returns: (transfer none): the short name in that language, else the full one in it, else the same
 * in English
 */
const char *
march_place_get_short_name (const MarchPlace *place, const char *language)
{
  const MarchName *name;

  g_return_val_if_fail (place != NULL, "");

  if (language == NULL)
    language = "en";
  name = pick (place->names, MARCH_NAME_SHORT, language);
  if (name == NULL)
    name = pick_full (place->names, language);
  if (name == NULL)
    name = pick (place->names, MARCH_NAME_SHORT, "en");
  return name != NULL ? name->text : pick_any (place->names);
}

/**
 * march_place_get_endonym:
 *
 * Returns: (transfer none) (nullable): the first name in the language of the place itself
 */
const MarchName *
march_place_get_endonym (const MarchPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  for (guint i = 0; i < place->names->len; i++)
    {
      const MarchName *name = g_ptr_array_index (place->names, i);

      if (name->role == MARCH_NAME_ENDONYM)
        return name;
    }
  return NULL;
}

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

static const MarchPlace *
find_code (MarchCorpus *corpus, const char *code)
{
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (place->code != NULL && g_ascii_strcasecmp (place->code, code) == 0)
        return place;
    }
  return NULL;
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
 * @candidates: (out) (optional) (transfer full) (element-type MarchPlace): the places that bear the
 * name
 *
 * Finds a place by its code, else by any of its names, read as a search reads them. Where several
 * bear the name, the only first-level unit or state capital that bears it in full is meant.
 *
 * Returns: (transfer none) (nullable): the place; %NULL if none or several bear the name, which
 * @candidates tells apart
 */
const MarchPlace *
march_corpus_find_place (MarchCorpus *corpus, const char *code_or_name, GPtrArray **candidates)
{
  GPtrArray            *places = march_corpus_get_places (corpus);
  g_autofree char      *folded = march_fold (code_or_name);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const MarchPlace     *place = find_code (corpus, code_or_name);

  if (place != NULL)
    g_ptr_array_add (found, (gpointer) place);
  for (guint i = 0; place == NULL && i < places->len; i++)
    if (bears (((const MarchPlace *) g_ptr_array_index (places, i))->names, folded, FALSE))
      g_ptr_array_add (found, g_ptr_array_index (places, i));

  if (place == NULL)
    place = found->len == 1 ? g_ptr_array_index (found, 0) : find_foremost (found, folded);
  if (candidates != NULL)
    *candidates = g_steal_pointer (&found);
  return place;
}

/**
 * march_corpus_find_actor:
 * @candidates: (out) (optional) (transfer full) (element-type MarchActor): the actors that bear the
 * name
 *
 * Finds an actor by any of its names, read as a search reads them. Where several bear the name, the
 * only state is meant.
 *
 * Returns: (transfer none) (nullable): the actor; %NULL if none or several bear the name, which
 * @candidates tells apart
 */
const MarchActor *
march_corpus_find_actor (MarchCorpus *corpus, const char *name, GPtrArray **candidates)
{
  GPtrArray            *actors = march_corpus_get_actors (corpus);
  g_autofree char      *folded = march_fold (name);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const MarchActor     *state = NULL;
  guint                 n_states = 0;

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      if (!bears (actor->names, folded, FALSE))
        continue;
      g_ptr_array_add (found, (gpointer) actor);
      if (actor->kind == MARCH_ACTOR_STATE)
        {
          state = actor;
          n_states++;
        }
    }

  if (found->len == 1)
    state = g_ptr_array_index (found, 0);
  else if (n_states != 1)
    state = NULL;
  if (candidates != NULL)
    *candidates = g_steal_pointer (&found);
  return state;
}
