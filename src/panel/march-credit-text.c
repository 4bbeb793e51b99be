/* march-credit-text.c — whose words a quotation has, who passes them on, and where they came out */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"

static GPtrArray *
list_role (const MarchQuotation *quotation, MarchChainRole role)
{
  GPtrArray *actors = g_ptr_array_new ();

  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = quotation->chain->pdata[i];

      if (link->role == role)
        g_ptr_array_add (actors, (gpointer) link->actor);
    }
  return actors;
}

/**
 * march_text_join_names:
 * @actors: (element-type MarchActor): some actors
 *
 * Returns: (transfer full): their names in the reader's language, joined
 */
char *
march_text_join_names (GPtrArray *actors)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    {
      if (i > 0)
        /* Translators: between the last two names of a list, and between the others. */
        g_string_append (names, i + 1 == actors->len ? _(" and ") : _(", "));
      g_string_append (names, march_actor_get_name (actors->pdata[i], march_text_get_language ()));
    }
  return g_string_free (names, FALSE);
}

/* Who wrote the words down: the chain's authors, else the source's, else "" */
static char *
name_authors (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) authors = list_role (quotation, MARCH_ROLE_AUTHOR);

  return authors->len > 0 ? march_text_join_names (authors) : g_strdup (quotation->source->author);
}

static const char *
get_office_title (const MarchQuotation *quotation, const MarchActor *actor)
{
  gboolean           dated = *quotation->said != '\0';
  const MarchOffice *office = march_actor_get_office (
      actor, dated ? &quotation->said_period : &quotation->source->publication_period);

  return office == NULL ? "" : office->title;
}

/* "Name, office" of each, the names in bold and, with @links, leading to "actor:ID". */
static char *
describe_actors (const MarchQuotation *quotation, GPtrArray *actors, gboolean links)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < actors->len; i++)
    {
      const MarchActor *actor = actors->pdata[i];
      g_autofree char  *name = g_markup_printf_escaped (
          "<b>%s</b>", march_actor_get_name (actor, march_text_get_language ()));
      g_autofree char *title = g_markup_escape_text (get_office_title (quotation, actor), -1);

      g_string_append (markup, i > 0 ? _(" and ") : "");
      if (links)
        g_string_append_printf (markup, "<a href=\"actor:%" G_GINT64_FORMAT "\">%s</a>", actor->id,
                                name);
      else
        g_string_append (markup, name);
      g_string_append_printf (markup, "%s%s", *title != '\0' ? ", " : "", title);
    }
  return g_string_free (markup, FALSE);
}

static char *
describe_reporter (const MarchQuotation *quotation, gboolean links)
{
  g_autoptr (GPtrArray) subjects = list_role (quotation, MARCH_ROLE_SUBJECT);
  g_autofree char *authors = name_authors (quotation);
  g_autofree char *escaped = NULL;
  g_autofree char *about = NULL;

  if (*authors == '\0')
    escaped = g_strdup (_("An unidentified report"));
  else
    escaped = g_markup_escape_text (authors, -1);
  if (subjects->len == 0)
    return g_strdup_printf ("<b>%s</b>", escaped);
  about = describe_actors (quotation, subjects, links);
  /* Translators: a reporter's words about what somebody said: "Author, on Somebody". */
  return g_strdup_printf (_("%s, on %s"), escaped, about);
}

/**
 * march_text_describe_speaker:
 * @quotation: a quotation
 * @links: whether names lead to "actor:ID"
 *
 * Returns: (transfer full): markup: who speaks, in which office then, and when; of a report who
 * reports on whom
 */
char *
march_text_describe_speaker (const MarchQuotation *quotation, gboolean links)
{
  g_autoptr (GPtrArray) speakers = list_role (quotation, MARCH_ROLE_SPEAKER);
  g_autofree char *who = NULL;
  g_autofree char *said = NULL;

  if (quotation->voice == MARCH_VOICE_REPORT || speakers->len == 0)
    who = describe_reporter (quotation, links);
  else
    who = describe_actors (quotation, speakers, links);
  if (*quotation->said == '\0')
    return g_steal_pointer (&who);
  said = march_text_describe_date (quotation->said);
  /* Translators: who spoke, and on which day. */
  return g_strdup_printf (_("%s · said %s"), who, said);
}

/** march_text_name_speaker: Returns: (transfer full): the plain names of who speaks, or of whom a
 * report is about, "" if nobody is named */
char *
march_text_name_speaker (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) speakers = list_role (quotation, MARCH_ROLE_SPEAKER);
  g_autoptr (GPtrArray) subjects = list_role (quotation, MARCH_ROLE_SUBJECT);

  if (speakers->len > 0)
    return march_text_join_names (speakers);
  return subjects->len > 0 ? march_text_join_names (subjects) : name_authors (quotation);
}

/** march_text_credit: Returns: (transfer full): the plain names of whose words these are; of a
 * report who reports on whom, "Author, on Somebody" */
char *
march_text_credit (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) speakers = list_role (quotation, MARCH_ROLE_SPEAKER);
  g_autoptr (GPtrArray) subjects = list_role (quotation, MARCH_ROLE_SUBJECT);
  g_autofree char      *authors = name_authors (quotation);
  g_autofree char      *about = NULL;
  const char           *who = *authors != '\0' ? authors : _("An unidentified report");

  if (quotation->voice != MARCH_VOICE_REPORT && speakers->len > 0)
    return march_text_join_names (speakers);
  if (subjects->len == 0)
    return g_strdup (who);
  about = march_text_join_names (subjects);
  return g_strdup_printf (_("%s, on %s"), who, about);
}

/** march_text_is_own_word: Returns: whether the speaker wrote the source, so that nobody passes the
 * words on */
gboolean
march_text_is_own_word (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) speakers = list_role (quotation, MARCH_ROLE_SPEAKER);
  g_autoptr (GPtrArray) authors = list_role (quotation, MARCH_ROLE_AUTHOR);

  return quotation->voice != MARCH_VOICE_REPORT && speakers->len > 0 && authors->len == 0;
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/**
 * march_text_describe_relay:
 * @quotation: a quotation
 *
 * Returns: (transfer full): plain words: who quotes it and through whom, "" if it is the author's
 * own word or report
 */
char *
march_text_describe_relay (const MarchQuotation *quotation)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) relays = list_role (quotation, MARCH_ROLE_RELAY);
  g_autofree char *authors = name_authors (quotation);

  if (*authors != '\0' && quotation->voice != MARCH_VOICE_REPORT
      && !march_text_is_own_word (quotation))
    {
      g_autofree char *by = g_strdup_printf (_("quoted by %s"), authors);

      append_part (line, by);
    }
  if (relays->len > 0)
    {
      g_autofree char *via = march_text_join_names (relays);
      g_autofree char *passed = g_strdup_printf (_("passed on by %s"), via);

      append_part (line, passed);
    }
  return g_string_free (line, FALSE);
}

/**
 * march_text_describe_outlets:
 * @quotation: a quotation
 *
 * A republication is the same source: the chain's first publication is where the words came out, a
 * further one republished them.
 *
 * Returns: (transfer full): plain words: "The Herald, republished by The Courier"
 */
char *
march_text_describe_outlets (const MarchQuotation *quotation)
{
  g_autoptr (GPtrArray) outlets = list_role (quotation, MARCH_ROLE_PUBLICATION);
  g_autofree char *others = NULL;
  const char      *first = NULL;

  if (outlets->len == 0)
    return g_strdup (*quotation->source->publication != '\0' ? quotation->source->publication
                                                             : _("publication not known"));
  first = march_actor_get_name (outlets->pdata[0], march_text_get_language ());
  if (outlets->len == 1)
    return g_strdup (first);
  g_ptr_array_remove_index (outlets, 0);
  others = march_text_join_names (outlets);
  /* Translators: a publication, and the one or those that republished from it. */
  return g_strdup_printf (_("%1$s, republished by %2$s"), first, others);
}

/**
 * march_text_describe_channel:
 * @quotation: a quotation
 *
 * Returns: (transfer full): plain words: who quotes, through whom, in which outlet, published when
 */
char *
march_text_describe_channel (const MarchQuotation *quotation)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *relay = march_text_describe_relay (quotation);
  g_autofree char *outlets = march_text_describe_outlets (quotation);
  g_autofree char *published = march_text_describe_date (quotation->source->published);

  append_part (line, relay);
  append_part (line, outlets);
  append_part (line, published);
  return g_string_free (line, FALSE);
}
