/* march-cli-find.c — places, actors and sources by what was typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "base/march-error.h"
#include "cli/march-cli.h"

/* One a line, in the words that mean it alone. */
static char *
list_places (MarchCorpus *corpus,
             GPtrArray   *candidates)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (candidates, i);
      g_autofree char  *handle = march_corpus_dup_place_handle (corpus, place);

      g_string_append_printf (list, "\n  “%s”", handle);
      if (place->code != NULL)
        g_string_append_printf (list, "  %s",
                                march_place_get_name (place, march_words_get_language (NULL)));
    }
  return g_string_free (list, FALSE);
}

static char *
list_actors (GPtrArray *candidates)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (list, "\n  “%s”",
                            march_actor_get_name (g_ptr_array_index (candidates, i),
                                                  march_words_get_language (NULL)));
  return g_string_free (list, FALSE);
}

/**
 * march_cli_find_place:
 * @text: what march_corpus_find_place() understands
 *
 * Returns: (nullable): the one place that is meant; an ambiguous name is an error that lists what
 * to type for each candidate
 */
const MarchPlace *
march_cli_find_place (MarchCorpus *corpus,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchPlace     *place = march_corpus_find_place (corpus, text, &candidates);
  g_autofree char      *list = NULL;

  if (place != NULL)
    return place;
  if (candidates == NULL || candidates->len == 0)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                   _("No place of this dossier is called “%s”. “marchland-cli as-of --all” lists "
                     "all places with their codes."),
                   text);
      return NULL;
    }
  list = list_places (corpus, candidates);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
               _("Several places are called “%s”. Type one of these:%s"), text, list);
  return NULL;
}

/**
 * march_cli_find_source:
 * @text: a title or a publication
 *
 * Returns: (nullable): the first source of that name
 */
const MarchSource *
march_cli_find_source (MarchCorpus *corpus,
                       const char  *text)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_ascii_strcasecmp (source->title, text) == 0
          || g_ascii_strcasecmp (source->publication, text) == 0)
        return source;
    }
  return NULL;
}

/**
 * march_cli_find_actor:
 * @text: what march_corpus_find_actor() understands
 *
 * Returns: (nullable): the one actor that is meant; an ambiguous name is an error that lists what
 * to type for each candidate
 */
const MarchActor *
march_cli_find_actor (MarchCorpus *corpus,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchActor     *actor = march_corpus_find_actor (corpus, text, &candidates);
  g_autofree char      *list = NULL;

  if (actor != NULL)
    return actor;
  list = list_actors (candidates);
  if (candidates->len > 0)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
                 _("Several actors are called “%s”. Type one of these:%s"), text, list);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _("No actor of this dossier is called “%s”. “marchland-cli info” lists them."),
                 text);
  return NULL;
}

/** march_cli_find_perspective: @question: gets the actor or the source that @text names. Returns:
 * FALSE with an error as of march_cli_find_actor() */
gboolean
march_cli_find_perspective (MarchCorpus   *corpus,
                            const char    *text,
                            MarchQuestion *question,
                            GError       **error)
{
  /* A publication is an actor as well, of the chain: who names it means what it published. */
  const MarchSource    *source = march_cli_find_source (corpus, text);
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchActor     *actor = NULL;
  g_autofree char      *list = NULL;

  if (source == NULL)
    actor = march_corpus_find_actor (corpus, text, &candidates);
  question->according_actor = actor != NULL ? actor->id : 0;
  question->according_source = source != NULL ? source->id : 0;
  if (actor != NULL || source != NULL)
    return TRUE;
  list = list_actors (candidates);
  if (candidates->len > 0)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_AMBIGUOUS,
                 _("Several actors are called “%s”. Type one of these:%s"), text, list);
  else
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                 _("No actor and no source of this dossier is called “%s”. “marchland-cli info” "
                   "lists them."),
                 text);
  return FALSE;
}

/** march_cli_find_area_source: @title: (nullable): as typed; @source: (out) (nullable): NULL where
 * no title is given. Returns: FALSE with %MARCH_ERROR_NOT_FOUND */
gboolean
march_cli_find_area_source (MarchCorpus        *corpus,
                            const char         *title,
                            const MarchSource **source,
                            GError            **error)
{
  *source = title != NULL ? march_cli_find_source (corpus, title) : NULL;
  if (title == NULL || *source != NULL)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
               _("No source of this dossier is called “%s”. “marchland-cli info” lists them."),
               title);
  return FALSE;
}
