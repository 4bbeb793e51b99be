/* march-corpus-names.c — what places and actors are called */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus.h"

/** march_language_is_same: Returns: whether "uk" and "uk-UA", "uk_UA" or "uk" name one language */
gboolean
march_language_is_same (const char *a, const char *b)
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
          && march_language_is_same (name->language, language))
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
