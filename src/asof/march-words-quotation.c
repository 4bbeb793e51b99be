/* march-words-quotation.c — a quotation's words, who said them, and where they stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Puts [sic] behind the first place where each misprinted word stands. */
static char *
mark_misprints (const MarchQuotation *quotation)
{
  g_auto (GStrv) misprints = g_strsplit (quotation->sic, "\n", -1);
  GString       *words = g_string_new (quotation->exact);

  for (guint i = 0; misprints[i] != NULL; i++)
    {
      const char *found = *misprints[i] != '\0' ? strstr (words->str, misprints[i]) : NULL;

      if (found != NULL)
        g_string_insert (words, (found - words->str) + (gssize) strlen (misprints[i]),
                         _(" [sic]"));
    }
  return g_string_free (words, FALSE);
}

/**
 * march_words_quote:
 *
 * Returns: (transfer full) (nullable): the words as the source has them, misprints marked; in
 * quotation marks, unless they are a reporter's about somebody. %NULL for a pointer
 */
char *
march_words_quote (const MarchQuotation *quotation)
{
  g_autofree char *words = NULL;

  if (quotation->exact == NULL)
    return NULL;
  words = mark_misprints (quotation);
  return quotation->voice == MARCH_VOICE_REPORT ? g_steal_pointer (&words)
                                                : g_strdup_printf (_("“%s”"), words);
}

/* "Ana Orr, governor of Velmark" with the office held then. */
static char *
describe_actor (const MarchActor *actor, const MarchPeriod *when, const char *language)
{
  const char        *name = march_actor_get_name (actor, march_words_get_language (language));
  const MarchOffice *office = when != NULL ? march_actor_get_office (actor, when) : NULL;

  if (office == NULL || *office->title == '\0')
    return g_strdup (name);
  return g_strdup_printf ("%s, %s", name, office->title);
}

/* A republication is the same source: the first publication is where the words came out. */
static gboolean
is_republication (const MarchQuotation *quotation, const MarchChainLink *link)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *other = g_ptr_array_index (quotation->chain, i);

      if (other->role == MARCH_ROLE_PUBLICATION)
        return other != link;
    }
  return FALSE;
}

/* The clause of one link of the chain; NULL for one that the source's own line names. */
static char *
describe_link (const MarchQuotation *quotation,
               const MarchChainLink *link,
               const MarchPeriod    *when,
               const char           *language)
{
  g_autofree char *actor = describe_actor (link->actor, when, language);

  switch (link->role)
    {
    case MARCH_ROLE_SPEAKER:
      return g_steal_pointer (&actor);
    case MARCH_ROLE_RELAY:
      return g_strdup_printf (_("passed on by %s"), actor);
    case MARCH_ROLE_AUTHOR:
      return march_quotation_get_speaker (quotation) == link->actor
                 ? g_steal_pointer (&actor)
             : quotation->voice == MARCH_VOICE_REPORT
                 ? g_strdup_printf (_("reported by %s"), actor)
                 : g_strdup_printf (_("quoted by %s"), actor);
    case MARCH_ROLE_SUBJECT:
      /* Translators: whom a report is about */
      return g_strdup_printf (_("on %s"), actor);
    case MARCH_ROLE_PUBLICATION:
      return is_republication (quotation, link) ? g_strdup_printf (_("republished by %s"), actor)
                                                : NULL;
    default:
      return NULL;
    }
}

/* Adds the clauses of those in the chain who are subjects of a report, or of all others. */
static void
add_chain (GPtrArray            *clauses,
           const MarchQuotation *quotation,
           gboolean              subjects,
           const char           *language)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);
      char                 *clause = NULL;

      if ((link->role == MARCH_ROLE_SUBJECT) == subjects)
        clause = describe_link (quotation, link, march_quotation_get_time (quotation), language);
      if (clause != NULL)
        g_ptr_array_add (clauses, clause);
    }
}

/**
 * march_words_attribution:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): who said it in which office, who passed it on and reported it, about
 * whom, and when it was said; "" if the dossier names nobody
 */
char *
march_words_attribution (const MarchQuotation *quotation, const char *language)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);

  add_chain (clauses, quotation, FALSE, language);
  add_chain (clauses, quotation, TRUE, language);
  if (*quotation->said != '\0')
    {
      g_autofree char *said = march_edtf_describe_text (quotation->said);

      /* Translators: %s is a date, "3 May 2031" */
      g_ptr_array_add (clauses, g_strdup_printf (_("said %s"), said));
    }
  g_ptr_array_add (clauses, NULL);
  return g_strjoinv (", ", (char **) clauses->pdata);
}

/**
 * march_words_source:
 *
 * Returns: (transfer full): "Ada Lindqvist, “Title”, The Herald, about 15 May 2031"; what is not
 * known is said to be so
 */
char *
march_words_source (const MarchSource *source)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);

  if (*source->author != '\0')
    g_ptr_array_add (clauses, g_strdup (source->author));
  g_ptr_array_add (clauses, source->titled ? g_strdup_printf (_("“%s”"), source->title)
                                           : g_strdup (source->title));
  g_ptr_array_add (clauses, g_strdup (*source->publication != '\0' ? source->publication
                                                                   : _("publication not known")));
  g_ptr_array_add (clauses, *source->published != '\0'
                                ? march_edtf_describe_text (source->published)
                                : g_strdup (_("date not known")));
  g_ptr_array_add (clauses, NULL);
  return g_strjoinv (", ", (char **) clauses->pdata);
}

/**
 * march_words_grade:
 *
 * Returns: (transfer full): the Admiralty code of source and information together, "B2"; "–" stands
 * for the one that isn't graded,
 *   "" is returned where neither is
 */
char *
march_words_grade (const MarchQuotation *quotation)
{
  const char       source[] = { quotation->source->grade, '\0' };
  g_autofree char *information =
      quotation->credibility != 0 ? g_strdup_printf ("%u", quotation->credibility) : NULL;

  if (*source == '\0' && information == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s%s", *source != '\0' ? source : "–",
                          information != NULL ? information : "–");
}

/** march_words_reliability: @grade: 'A' … 'F'; 0: not graded. Returns: what it means, in words */
const char *
march_words_reliability (char grade)
{
  static const char *const meanings[] = {
    N_("completely reliable"),  N_("usually reliable"), N_("fairly reliable"),
    N_("not usually reliable"), N_("unreliable"),       N_("reliability can't be judged"),
  };

  return grade >= 'A' && grade <= 'F' ? _(meanings[grade - 'A']) : _("source not graded");
}

/** march_words_credibility: @credibility: 1 … 6; 0: not graded. Returns: what it means, in words */
const char *
march_words_credibility (guint credibility)
{
  static const char *const meanings[] = {
    N_("information not graded"),
    N_("confirmed by other sources"),
    N_("probably true"),
    N_("possibly true"),
    N_("doubtful"),
    N_("improbable"),
    N_("truth can't be judged"),
  };

  return _(meanings[credibility < G_N_ELEMENTS (meanings) ? credibility : 0]);
}

/**
 * march_words_grade_meaning:
 *
 * Returns: (transfer full): the Admiralty code spelt out, "B2: usually reliable, probably true"
 */
char *
march_words_grade_meaning (const MarchQuotation *quotation)
{
  g_autofree char *grade = march_words_grade (quotation);

  return g_strdup_printf ("%s%s%s, %s", grade, *grade != '\0' ? ": " : "",
                          march_words_reliability (quotation->source->grade),
                          march_words_credibility (quotation->credibility));
}
