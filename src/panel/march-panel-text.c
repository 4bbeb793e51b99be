/* march-panel-text.c — what cards and rows say of a quotation, as Pango markup or plain words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-fold.h"
#include "asof/march-words.h"
#include "panel/march-panel-text.h"

/**
 * march_text_get_language:
 *
 * Returns: the reader's language as BCP 47 has it, "en" if the locale names none
 */
const char *
march_text_get_language (void)
{
  return march_words_get_language (NULL);
}

/* The words that a search looks for, folded; empty without a query. */
static char **
split_query (const char *query)
{
  g_autofree char *folded = query == NULL ? g_strdup ("") : march_fold (query);

  return g_strsplit_set (folded, " \t\n\"'.,;:()*-", -1);
}

static gboolean
is_wanted (char **wanted, const char *word, gsize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  if (*wanted == NULL)
    return FALSE;
  copy = g_strndup (word, length);
  folded = march_fold (copy);
  for (; *wanted != NULL; wanted++)
    if (**wanted != '\0' && g_str_has_prefix (folded, *wanted))
      return TRUE;
  return FALSE;
}

/* Bytes up to the end of the word that @text starts with, or of the run between words. */
static gsize
get_run (const char *text, gboolean *word)
{
  const char *end = text;

  *word = g_unichar_isalnum (g_utf8_get_char (text));
  while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)) == *word)
    end = g_utf8_next_char (end);
  return end - text;
}

/* Whether one of the misprinted words ends where @end points to. */
static gboolean
ends_misprint (char **misprints, const char *text, const char *end)
{
  for (; misprints != NULL && *misprints != NULL; misprints++)
    {
      gsize length = strlen (*misprints);

      if (length > 0 && (gsize) (end - text) >= length
          && strncmp (end - length, *misprints, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_words (GString *markup, const char *text, char **wanted, char **misprints)
{
  const char *at = text;

  while (*at != '\0')
    {
      gboolean         word = FALSE;
      gsize            length = get_run (at, &word);
      g_autofree char *escaped = g_markup_escape_text (at, length);

      if (word && is_wanted (wanted, at, length))
        g_string_append_printf (markup, "<b>%s</b>", escaped);
      else
        g_string_append (markup, escaped);
      at += length;
      /* Translators: stands after a word that is misprinted in the source. */
      if (ends_misprint (misprints, text, at))
        g_string_append_printf (markup, " <span size=\"small\" alpha=\"65%%\">%s</span>",
                                _("[sic]"));
    }
}

/**
 * march_text_mark:
 * @text: plain words
 * @query: (nullable): what was searched for
 *
 * Returns: (transfer full): @text as markup, with the words that begin as a word of @query in bold
 */
char *
march_text_mark (const char *text, const char *query)
{
  GString *markup = g_string_new (NULL);
  g_auto (GStrv) wanted = split_query (query);

  append_words (markup, text, wanted, NULL);
  return g_string_free (markup, FALSE);
}

/**
 * march_text_quote:
 * @quotation: a quotation
 * @query: (nullable): what was searched for
 *
 * Returns: (transfer full): markup: the exact words, in quotation marks only where they are the
 * speaker's own, with [sic] after misprinted words; for a pointer a sentence instead
 */
char *
march_text_quote (const MarchQuotation *quotation, const char *query)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) wanted = split_query (query);
  g_auto (GStrv) misprints = g_strsplit (quotation->sic, "\n", -1);

  if (quotation->exact == NULL)
    return g_markup_escape_text (_("Passage not stored; attach the text to read it."), -1);
  append_words (words, quotation->exact, wanted, misprints);
  if (quotation->voice == MARCH_VOICE_REPORT)
    return g_strdup (words->str);
  /* Translators: the quotation marks of your language, around a speaker's own words. */
  return g_strdup_printf (_("“%s”"), words->str);
}

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
 * march_text_describe_channel:
 * @quotation: a quotation
 *
 * Returns: (transfer full): plain words: who quotes, through whom, in which outlet, published when
 */
char *
march_text_describe_channel (const MarchQuotation *quotation)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) relays = list_role (quotation, MARCH_ROLE_RELAY);
  g_autoptr (GPtrArray) outlets = list_role (quotation, MARCH_ROLE_PUBLICATION);
  g_autofree char *authors = name_authors (quotation);
  g_autofree char *via = relays->len > 0 ? march_text_join_names (relays) : g_strdup ("");
  g_autofree char *outlet = outlets->len > 0 ? march_text_join_names (outlets)
                                             : g_strdup (quotation->source->publication);
  g_autofree char *published = march_text_describe_date (quotation->source->published);

  if (*authors != '\0' && quotation->voice != MARCH_VOICE_REPORT
      && !march_text_is_own_word (quotation))
    {
      g_autofree char *by = g_strdup_printf (_("quoted by %s"), authors);

      append_part (line, by);
    }
  if (*via != '\0')
    {
      g_autofree char *passed = g_strdup_printf (_("passed on by %s"), via);

      append_part (line, passed);
    }
  append_part (line, *outlet != '\0' ? outlet : _("publication not known"));
  append_part (line, published);
  return g_string_free (line, FALSE);
}

/** march_text_describe_date: Returns: (transfer full): the date in words, "" for a date that is not
 * told */
char *
march_text_describe_date (const char *edtf)
{
  return *edtf == '\0' ? g_strdup ("") : march_edtf_describe_text (edtf);
}
