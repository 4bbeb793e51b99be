/* march-words.c — who holds and who claims a place, in sentences */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asof/march-words-private.h"

/**
 * march_words_get_language:
 * @language: (nullable): BCP 47 or a locale's name
 *
 * Returns: (transfer none): @language, else the reader's
 */
const char *
march_words_get_language (const char *language)
{
  return language != NULL ? language : g_get_language_names ()[0];
}

/** march_words_get_tag: Returns: (transfer none): BCP 47: the language in which the reader names
 * what is new; a locale without one counts as English */
const char *
march_words_get_tag (void)
{
  const char      *locale = g_get_language_names ()[0];
  g_autofree char *tag = g_strndup (locale, strcspn (locale, "_.@"));

  return g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") ? "en" : g_intern_string (tag);
}

const char *
march_words_name_actor (const MarchActor *actor, const char *language)
{
  return march_actor_get_name (actor, march_words_get_language (language));
}

/**
 * march_words_name_place:
 *
 * Returns: (transfer full): its name in the reader's language, with its kind if another place of
 * the dossier bears the same: "Brena (settlement)"
 */
char *
march_words_name_place (MarchCorpus *corpus, const MarchPlace *place)
{
  GPtrArray  *places = march_corpus_get_places (corpus);
  const char *language = march_words_get_language (NULL);
  const char *name = march_place_get_name (place, language);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *other = g_ptr_array_index (places, i);

      if (other != place && g_str_equal (march_place_get_name (other, language), name))
        /* Translators: a place's name and its kind. */
        return g_strdup_printf (
            _("%1$s (%2$s)"), name,
            march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, place->kind));
    }
  return g_strdup (name);
}

/* What the holder's own side alone says. */
static const char *
get_own_word_format (MarchExtent extent)
{
  switch (extent)
    {
    case MARCH_EXTENT_MOST:
      return _("%s says it holds most of it");
    case MARCH_EXTENT_PART:
      return _("%s says it holds part of it");
    case MARCH_EXTENT_FOOTHOLD:
      return _("%s says it has a foothold");
    case MARCH_EXTENT_NONE:
      return _("%s says it holds nothing of it");
    case MARCH_EXTENT_CONTESTED:
      return _("%s says that it is contested");
    case MARCH_EXTENT_NOT_WHOLE:
      return _("%s says it does not hold the whole");
    case MARCH_EXTENT_WHOLE:
    case MARCH_EXTENT_NOT_STATED:
    default:
      return _("%s says it holds it");
    }
}

static const char *
get_held_format (MarchExtent extent)
{
  switch (extent)
    {
    case MARCH_EXTENT_MOST:
      return _("Partly held by %s, most of it");
    case MARCH_EXTENT_PART:
      return _("Partly held by %s");
    case MARCH_EXTENT_FOOTHOLD:
      return _("Foothold of %s");
    case MARCH_EXTENT_NONE:
      return _("Not held by %s");
    case MARCH_EXTENT_CONTESTED:
      return _("Contested by %s");
    case MARCH_EXTENT_NOT_WHOLE:
      return _("Not wholly held by %s");
    case MARCH_EXTENT_NOT_STATED:
      return _("Held by %s, extent not stated");
    case MARCH_EXTENT_WHOLE:
    default:
      return _("Held by %s");
    }
}

/* The formats are the literals above, or a translator's of the same arguments. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill_in (const char *format, const char *name)
{
  return g_strdup_printf (format, name);
}
#pragma GCC diagnostic pop

/* "Partly held by Velmark" */
char *
march_words_held_by (MarchExtent extent, const MarchActor *actor, const char *language)
{
  return fill_in (get_held_format (extent), march_words_name_actor (actor, language));
}

/* How much of it an area holds is told in numbers; a point in it is held. */
static MarchExtent
get_extent_of_area (MarchExtent extent)
{
  if (extent == MARCH_EXTENT_NOT_STATED)
    return MARCH_EXTENT_WHOLE;
  return extent == MARCH_EXTENT_MOST ? MARCH_EXTENT_PART : extent;
}

/**
 * march_words_hold_headline:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): "Partly held by Velmark": who holds how much, as the legend says it
 */
char *
march_words_hold_headline (const MarchHold *hold, const char *language)
{
  MarchExtent extent = hold->by_area ? get_extent_of_area (hold->extent) : hold->extent;

  if (hold->basis != MARCH_BASIS_OWN)
    return march_words_held_by (extent, hold->actor, language);
  return fill_in (get_own_word_format (extent), march_words_name_actor (hold->actor, language));
}

/**
 * march_words_own_headline:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): "Velmark says it owns it", never the bare word "claimed", which some
 * read as "says it holds"
 */
char *
march_words_own_headline (const MarchOwn *own, const char *language)
{
  const char *name = march_words_name_actor (own->actor, language);

  if (own->basis != MARCH_CLAIM_ASPIRATION)
    return g_strdup_printf (_("%s says it owns it"), name);
  return march_words_is_official (own)
             ? g_strdup_printf (_("An official of %s voiced a claim"), name)
             /* Translators: %s is a state; somebody of its side, of whom no office is on record. */
             : g_strdup_printf (_("A voice from %s spoke of a claim"), name);
}

static gboolean
is_of_body (const MarchOffice *office, const MarchActor *body, const MarchPeriod *when)
{
  return *office->title != '\0' && march_period_overlaps (&office->period, when)
         && march_actor_belongs_to (office->body, body, when);
}

/* Whether who says so held an office of the claimant's on a day on which the words were said, or
 * if that is not told published. */
static gboolean
is_voiced_by_official (const MarchAssertion *claim)
{
  for (guint i = 0; claim->according != NULL && i < claim->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (claim->evidence, i);
      const MarchPeriod   *when = march_quotation_get_time (evidence->quotation);
      GPtrArray           *offices = claim->according->offices;

      if (evidence->stance != MARCH_STANCE_SUPPORTS || when == NULL)
        continue;
      for (guint j = 0; j < offices->len; j++)
        if (is_of_body (g_ptr_array_index (offices, j), claim->actor, when))
          return TRUE;
    }
  return FALSE;
}

/**
 * march_words_is_official:
 *
 * Returns: whether somebody who voices the claim held an office of the claimant's when he did
 */
gboolean
march_words_is_official (const MarchOwn *own)
{
  for (guint i = 0; i < own->assertions->len; i++)
    if (is_voiced_by_official (g_ptr_array_index (own->assertions, i)))
      return TRUE;
  return FALSE;
}

/* The headline, what is added to it, and a full stop. */
static char *
join (char *headline, GPtrArray *additions)
{
  g_ptr_array_insert (additions, 0, headline);
  g_ptr_array_add (additions, NULL);
  {
    g_autofree char *clauses = g_strjoinv (", ", (char **) additions->pdata);

    return g_strdup_printf (_("%s."), clauses);
  }
}

static void
add_confidence (GPtrArray *additions, const MarchAssertion *assertion)
{
  g_ptr_array_add (additions, g_strdup (_("concluded")));
  g_ptr_array_add (additions, g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_CONFIDENCE,
                                                                    assertion->confidence)));
}

static void
add_origin_of (GPtrArray *additions, const MarchPlace *inherited_from, const char *language)
{
  if (inherited_from != NULL)
    g_ptr_array_add (additions,
                     /* Translators: a place, of which what is said holds as a whole. */
                     g_strdup_printf (_("as all of %s"),
                                      march_place_get_name (inherited_from,
                                                            march_words_get_language (language))));
}

/**
 * march_words_last_reported:
 *
 * Returns: (transfer full) (nullable): when an old report that is carried forward was made, as it
 * is given: "about December 2031", never a day of which nobody speaks; %NULL if it isn't old
 */
char *
march_words_last_reported (const MarchHold *hold)
{
  g_autofree char *date = march_hold_dup_report_date (hold);

  return hold->last_reported ? march_edtf_describe_text (date) : NULL;
}

/**
 * march_words_hold:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): the headline and how the hold is known, in a sentence
 */
char *
march_words_hold (const MarchHold *hold, const char *language)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *date = march_words_last_reported (hold);

  if (hold->basis == MARCH_BASIS_CONCLUDED)
    add_confidence (additions, g_ptr_array_index (hold->assertions, 0));
  if (hold->by_area)
    march_words_add_share (additions, march_hold_get_share (hold));
  if (hold->certainty == MARCH_CERTAINTY_POSSIBLE)
    g_ptr_array_add (additions, g_strdup (_("perhaps")));
  if (hold->against_interest)
    g_ptr_array_add (additions, g_strdup (_("as the other side says")));
  if (date != NULL && !hold->by_area)
    /* Translators: %s is a date, "27 December 2031" or "about December 2031" */
    g_ptr_array_add (additions, g_strdup_printf (_("last reported %s"), date));
  add_origin_of (additions, hold->inherited_from, language);
  return join (march_words_hold_headline (hold, language), additions);
}

/**
 * march_words_since:
 *
 * Returns: (transfer full) (nullable): since when it is said, "perhaps since September 2028", and
 * whether the claim is stated but its beginning concluded; %NULL if nothing is known of that
 */
char *
march_words_since (const MarchOwn *own)
{
  const MarchAssertion *decides = g_ptr_array_index (own->assertions, 0);
  g_autofree char *since = *own->since != '\0' ? march_edtf_describe_start (own->since) : NULL;

  if (own->certainty == MARCH_CERTAINTY_POSSIBLE && since != NULL)
    /* Translators: %s is a date, "September 2028" */
    return g_strdup_printf (_("perhaps since %s"), since);
  if (own->certainty == MARCH_CERTAINTY_POSSIBLE)
    return g_strdup (_("perhaps"));
  if (since == NULL)
    return NULL;
  if (own->first->origin == MARCH_ORIGIN_CONCLUDED && decides->origin == MARCH_ORIGIN_STATED)
    /* Translators: %s is a date; a quotation bears the claim, but its start is a conclusion. */
    return g_strdup_printf (_("since %s (concluded)"), since);
  /* Translators: %s is a date, "September 2028" */
  return g_strdup_printf (_("since %s"), since);
}

/**
 * march_words_own:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): the headline, whether it is concluded and since when, in a sentence
 */
char *
march_words_own (const MarchOwn *own, const char *language)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func (g_free);
  const MarchAssertion *decides = g_ptr_array_index (own->assertions, 0);
  char                 *since = march_words_since (own);

  if (decides->origin == MARCH_ORIGIN_CONCLUDED)
    add_confidence (additions, decides);
  if (since != NULL)
    g_ptr_array_add (additions, since);
  add_origin_of (additions, own->inherited_from, language);
  return join (march_words_own_headline (own, language), additions);
}

static void
add_control (GPtrArray *sentences, const MarchFinding *finding, const char *language)
{
  guint n_told =
      MAX (finding->n_deciding, finding->state == MARCH_STATE_SILENT ? finding->holds->len : 0);

  if (finding->state == MARCH_STATE_SILENT && finding->holds->len == 0)
    g_ptr_array_add (sentences, g_strdup (_("No quotation on record of who holds it.")));
  for (guint i = 0; i < n_told; i++)
    g_ptr_array_add (sentences, march_words_hold (g_ptr_array_index (finding->holds, i), language));
}

/* "Brena, Dorn", in the reader's way of making lists. */
static char *
list_places (GPtrArray *places, const char *language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                            march_place_get_name (g_ptr_array_index (places, i),
                                                  march_words_get_language (language)));
  return g_string_free (names, FALSE);
}

/**
 * march_words_undisputed:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): that the place is not disputed, or not as a whole and which of its
 * parts are; without a full stop
 */
char *
march_words_undisputed (const MarchFinding *finding, const char *language)
{
  g_autofree char *parts = list_places (finding->disputed_parts, language);

  if (*parts == '\0')
    return g_strdup (_("Not disputed in this dossier"));
  /* Translators: %s is a list of places. */
  return g_strdup_printf (_("Not disputed as a whole in this dossier; in dispute: %s"), parts);
}

/**
 * march_words_answer:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): who holds it, who says they own it and whether sources disagree,
 * without the place's name
 */
char *
march_words_answer (const MarchFinding *finding, const char *language)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (finding->state == MARCH_STATE_UNDISPUTED)
    {
      g_autofree char *undisputed = march_words_undisputed (finding, language);

      g_ptr_array_add (sentences, g_strdup_printf (_("%s."), undisputed));
    }
  else
    add_control (sentences, finding, language);
  for (guint i = 0; i < finding->owns->len; i++)
    g_ptr_array_add (sentences, march_words_own (g_ptr_array_index (finding->owns, i), language));
  if (march_finding_disagrees (finding))
    g_ptr_array_add (sentences, g_strdup (_("Sources disagree.")));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/**
 * march_words_finding:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): the place's name and the answer, on one line
 */
char *
march_words_finding (const MarchFinding *finding, const char *language)
{
  g_autofree char *answer = march_words_answer (finding, language);

  /* Translators: a place's name, then sentences about it */
  return g_strdup_printf (
      _("%1$s. %2$s"), march_place_get_name (finding->place, march_words_get_language (language)),
      answer);
}

static void
add_perspective (GPtrArray *parts, MarchSnapshot *snapshot, const char *language)
{
  const MarchQuestion *question = march_snapshot_get_question (snapshot);
  MarchCorpus         *corpus = march_snapshot_get_corpus (snapshot);
  const MarchActor    *actor = march_corpus_get_actor (corpus, question->according_actor);
  const MarchSource   *source = march_corpus_get_source (corpus, question->according_source);

  if (actor != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("according to %s"),
                                             march_words_name_actor (actor, language)));
  if (source != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("according to “%s”"), source->title));
  if (actor == NULL && source == NULL)
    g_ptr_array_add (parts, g_strdup (_("all sources")));
}

/**
 * march_words_question:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): "As of 15 May 2031, known by 1 June 2031, all sources"
 */
char *
march_words_question (MarchSnapshot *snapshot, const char *language)
{
  const MarchQuestion  *question = march_snapshot_get_question (snapshot);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *as_of = march_day_describe (question->as_of);

  g_ptr_array_add (parts, g_strdup_printf (_("As of %s"), as_of));
  if (question->known_by != MARCH_DAY_MAX)
    {
      g_autofree char *known_by = march_day_describe (question->known_by);

      g_ptr_array_add (parts, g_strdup_printf (_("known by %s"), known_by));
    }
  add_perspective (parts, snapshot, language);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * march_words_undisputed_as_asked:
 *
 * Returns: (transfer full): march_words_undisputed(), or where only some are asked or some sources
 * are left out that it isn't disputed by what these say
 */
char *
march_words_undisputed_as_asked (MarchSnapshot *snapshot, const MarchFinding *finding)
{
  const MarchQuestion  *question = march_snapshot_get_question (snapshot);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *asked = NULL;

  if (!march_question_restricts (question) || finding->disputed_parts->len > 0)
    return march_words_undisputed (finding, NULL);
  if (question->known_by != MARCH_DAY_MAX)
    {
      g_autofree char *known_by = march_day_describe (question->known_by);

      g_ptr_array_add (parts, g_strdup_printf (_("known by %s"), known_by));
    }
  if (question->according_actor != 0 || question->according_source != 0)
    add_perspective (parts, snapshot, NULL);
  g_ptr_array_add (parts, NULL);
  asked = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: %s is "known by 1 June 2031", "according to Velmark" or both. */
  return g_strdup_printf (_("Not disputed (%s)"), asked);
}
