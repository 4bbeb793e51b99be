/* march-gaps-records.c — what is missing of sources, quotations, assertions and places */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-gaps-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "corpus/march-verify.h"

/* So much of a quotation tells which it is. */
#define MOST_LETTERS 60

static void
add_source_gap (GPtrArray *gaps, MarchGapKind kind, const MarchSource *source, char *sentence)
{
  march_gaps_add (gaps, kind, sentence)->source = source;
}

/* "title, author": what identifies a source and isn't known. */
static char *
list_missing (const MarchSource *source)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (!source->titled)
    g_ptr_array_add (missing, (gpointer) _("title"));
  if (*source->author == '\0')
    g_ptr_array_add (missing, (gpointer) _("author"));
  if (*source->publication == '\0')
    g_ptr_array_add (missing, (gpointer) _("publication"));
  g_ptr_array_add (missing, NULL);
  return g_strjoinv (", ", (char **) missing->pdata);
}

static char *
describe_date (const MarchSource *source)
{
  g_autoptr (MarchEdtf) edtf =
      *source->published != '\0' ? march_edtf_new (source->published, NULL) : NULL;
  g_autofree char *words = NULL;

  if (edtf == NULL)
    return g_strdup_printf (_("“%s”: date of publication not known."), source->title);
  if (!march_edtf_is_approximate (edtf) && !march_edtf_is_uncertain (edtf))
    return NULL;
  words = march_edtf_describe (edtf);
  return g_strdup_printf (_("“%1$s”: its date, %2$s, is inferred."), source->title, words);
}

static void
add_gaps_of_source (GPtrArray *gaps, const MarchSource *source)
{
  g_autofree char *missing = list_missing (source);
  char            *date = describe_date (source);

  if (*missing != '\0')
    /* Translators: a source's title or description, and a list such as "title, author" */
    add_source_gap (gaps, MARCH_GAP_UNIDENTIFIED_SOURCE, source,
                    g_strdup_printf (_("“%1$s”: not known: %2$s."), source->title, missing));
  if (date != NULL)
    add_source_gap (gaps, MARCH_GAP_INFERRED_DATE, source, date);
  if (source->grade == 0)
    add_source_gap (gaps, MARCH_GAP_UNGRADED, source,
                    g_strdup_printf (_("“%s”: its reliability isn't graded."), source->title));
  if (source->text == NULL && source->quotations->len > 0)
    add_source_gap (gaps, MARCH_GAP_NO_TEXT, source,
                    g_strdup_printf (_("“%s”: its text isn't attached, so that its quotations "
                                       "aren't verified."),
                                     source->title));
}

/* Imported areas colour the map without a word of their source: who that is matters as much. */
static void
add_gaps_of_unquoted (MarchCorpus *corpus, GPtrArray *gaps, const MarchSource *source)
{
  g_autoptr (GPtrArray) of_areas = march_corpus_list_area_sources (corpus);

  if (g_ptr_array_find (of_areas, source, NULL))
    {
      add_source_gap (gaps, MARCH_GAP_UNQUOTED, source,
                      g_strdup_printf (_("“%s”: its areas are imported, and nothing is quoted from "
                                         "it."),
                                       source->title));
      add_gaps_of_source (gaps, source);
      return;
    }
  add_source_gap (gaps, MARCH_GAP_UNQUOTED, source,
                  g_strdup_printf (_("“%s”: nothing is quoted from it."), source->title));
}

static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= MOST_LETTERS)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, MOST_LETTERS);
  return g_strconcat (start, "…", NULL);
}

static void
add_gap_of_quotation (GPtrArray *gaps, const MarchQuotation *quotation)
{
  const MarchSource *source = quotation->source;
  g_autofree char   *words = NULL;
  MarchGap          *gap;

  if (source->text == NULL
      || march_verify_quotation (quotation, source->text) != MARCH_MATCH_NOT_FOUND)
    return;
  /* Translators: stands for the words of a quotation of which only the place is recorded. */
  words = quotation->exact != NULL ? shorten (quotation->exact) : g_strdup (_("a pointer"));
  gap = march_gaps_add (gaps, MARCH_GAP_UNVERIFIED,
                        g_strdup_printf (_("“%1$s”: not found in its text: “%2$s”."),
                                         source->title, words));
  gap->source = source;
  gap->quotation = quotation;
}

static gboolean
has_support (GPtrArray *all_evidence)
{
  for (guint i = 0; i < all_evidence->len; i++)
    if (((const MarchEvidence *) g_ptr_array_index (all_evidence, i))->stance
        == MARCH_STANCE_SUPPORTS)
      return TRUE;
  return FALSE;
}

static void
add_gap_of_proposal (GPtrArray *gaps, const MarchProposal *proposal)
{
  if (!has_support (proposal->evidence))
    march_gaps_add (gaps, MARCH_GAP_NO_EVIDENCE,
                    g_strdup_printf (_("No quotation supports the proposal “%s”."),
                                     proposal->title))->proposal = proposal;
}

/* Whether a link says of either that it is independent of the other. */
static gboolean
are_independent (const MarchSource *a, const MarchSource *b)
{
  for (guint i = 0; i < a->links->len; i++)
    {
      const MarchSourceLink *link = a->links->pdata[i];

      if (link->other == b && link->independent)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_supporting (const MarchAssertion *assertion)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (evidence->stance == MARCH_STANCE_SUPPORTS
          && !g_ptr_array_find (sources, evidence->quotation->source, NULL))
        g_ptr_array_add (sources, (gpointer) evidence->quotation->source);
    }
  return sources;
}

static gboolean
confirm_each_other (GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < sources->len; j++)
      if (are_independent (sources->pdata[i], sources->pdata[j]))
        return TRUE;
  return FALSE;
}

/* Sources that are not shown to be independent never confirm each other. */
static void
add_gap_of_support (MarchCorpus *corpus, GPtrArray *gaps, const MarchAssertion *assertion)
{
  g_autoptr (GPtrArray) sources = list_supporting (assertion);
  g_autofree char *words = march_words_assertion (assertion, NULL);
  g_autofree char *name = march_words_name_place (corpus, assertion->place);
  MarchGap        *gap;

  if (sources->len == 0 || confirm_each_other (sources))
    return;
  if (sources->len == 1)
    gap = march_gaps_add (gaps, MARCH_GAP_SINGLE_SOURCE,
                          g_strdup_printf (_("%1$s: “%2$s” rests on one source, “%3$s”."), name,
                                           words,
                                           ((const MarchSource *) sources->pdata[0])->title));
  else
    /* Translators: a place, what is said of it, and how many sources, always more than one. */
    gap = march_gaps_add (gaps, MARCH_GAP_SINGLE_SOURCE,
                          g_strdup_printf (ngettext ("%1$s: “%2$s” rests on %3$u source.",
                                                     "%1$s: “%2$s” rests on %3$u sources, of which "
                                                     "none is shown to be independent of another.",
                                                     sources->len),
                                           name, words, sources->len));
  gap->place = assertion->place;
  gap->assertion = assertion;
  gap->source = sources->len > 1 ? sources->pdata[0] : NULL;
}

static gboolean
is_current (const MarchAssertion *assertion)
{
  return !assertion->retracted && assertion->superseded_by == NULL;
}

static gboolean
colours (const MarchAssertion *assertion)
{
  return is_current (assertion) && assertion->rank != MARCH_RANK_DEPRECATED
         && assertion->mode == MARCH_MODE_STATED && assertion->origin == MARCH_ORIGIN_STATED
         && (assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM);
}

static void
add_gap_of_assertion (MarchCorpus *corpus, GPtrArray *gaps, const MarchAssertion *assertion)
{
  g_autofree char *words = march_words_assertion (assertion, NULL);
  g_autofree char *name = NULL;
  MarchGap        *gap;

  if (!is_current (assertion) || has_support (assertion->evidence))
    return;
  if (assertion->place != NULL)
    name = march_words_name_place (corpus, assertion->place);
  if (name != NULL)
    gap = march_gaps_add (gaps, MARCH_GAP_NO_EVIDENCE,
                   g_strdup_printf (_("%1$s: no quotation supports “%2$s”."),
                                    name, words));
  else
    gap = march_gaps_add (gaps, MARCH_GAP_NO_EVIDENCE,
                   g_strdup_printf (_("No quotation supports “%s”."), words));
  gap->place = assertion->place;
  gap->assertion = assertion;
}

/* What has no evidence at all nobody is on record with: it is the analyst's to mend, and no matter
 * of a perspective, just as a source without a quotation. */
static void
add_gaps_of_evidence (MarchCorpus *corpus, GPtrArray *gaps)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);
  GPtrArray *proposals = march_corpus_get_proposals (corpus);

  for (guint i = 0; i < assertions->len; i++)
    {
      add_gap_of_assertion (corpus, gaps, g_ptr_array_index (assertions, i));
      if (colours (g_ptr_array_index (assertions, i)))
        add_gap_of_support (corpus, gaps, g_ptr_array_index (assertions, i));
    }
  for (guint i = 0; i < proposals->len; i++)
    add_gap_of_proposal (gaps, g_ptr_array_index (proposals, i));
}

/** march_gaps_count_drafts: Returns: how many assertions that stand, and proposals, no quotation
 * supports: they are on record, and colour nothing */
guint
march_gaps_count_drafts (MarchCorpus *corpus)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);
  GPtrArray *proposals = march_corpus_get_proposals (corpus);
  guint      n = 0;

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      n += is_current (assertion) && !has_support (assertion->evidence);
    }
  for (guint i = 0; i < proposals->len; i++)
    n += !has_support (((const MarchProposal *) proposals->pdata[i])->evidence);
  return n;
}

/* What is only described, and the states themselves, are there for others. */
static gboolean
asks_for_a_statement (const MarchPlace *place)
{
  return place->kind != MARCH_PLACE_DESCRIPTION && place->kind != MARCH_PLACE_STATE;
}

static GHashTable *
list_stated_places (MarchCorpus *corpus)
{
  GHashTable *stated = g_hash_table_new (NULL, NULL);
  GPtrArray  *assertions = march_corpus_get_assertions (corpus);
  GPtrArray  *proposals = march_corpus_get_proposals (corpus);

  for (guint i = 0; i < assertions->len; i++)
    if (is_current (assertions->pdata[i]))
      g_hash_table_add (stated, (gpointer) ((const MarchAssertion *) assertions->pdata[i])->place);
  for (guint i = 0; i < proposals->len; i++)
    {
      GPtrArray *terms = ((const MarchProposal *) proposals->pdata[i])->places;

      for (guint j = 0; j < terms->len; j++)
        g_hash_table_add (stated,
                          (gpointer) ((const MarchProposalTerm *) terms->pdata[j])->place);
    }
  return stated;
}

static void
add_gaps_of_unstated (MarchCorpus *corpus, GPtrArray *gaps)
{
  g_autoptr (GHashTable) stated = list_stated_places (corpus);
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      g_autofree char  *name = NULL;

      if (!asks_for_a_statement (place) || g_hash_table_contains (stated, place))
        continue;
      name = march_words_name_place (corpus, place);
      march_gaps_add (gaps, MARCH_GAP_NO_STATEMENT,
                      g_strdup_printf (_("%s: nothing is stated of it."), name))->place = place;
    }
}

/* A composite is as large as its parts, and so is a place with parts that have a shape. */
static gboolean
asks_for_a_shape (const MarchPlace *place)
{
  if (place->geometry != NULL || !asks_for_a_statement (place)
      || place->kind == MARCH_PLACE_COMPOSITE)
    return FALSE;
  for (guint i = 0; i < place->children->len; i++)
    if (((const MarchPlaceLink *) place->children->pdata[i])->place->geometry != NULL)
      return FALSE;
  return TRUE;
}

static void
add_gaps_of_shapes (MarchCorpus *corpus, GPtrArray *gaps)
{
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      g_autofree char  *name = NULL;

      if (!asks_for_a_shape (place))
        continue;
      name = march_words_name_place (corpus, place);
      march_gaps_add (gaps, MARCH_GAP_NO_SHAPE,
                      g_strdup_printf (_("%s: it has no shape, and isn't drawn."), name))
          ->place = place;
    }
}

static void
add_gaps_of_sources (MarchCorpus *corpus, MarchSnapshot *snapshot, GPtrArray *gaps)
{
  const MarchQuestion *question = march_snapshot_get_question (snapshot);
  GPtrArray           *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (march_snapshot_is_source_heard (snapshot, source))
        add_gaps_of_source (gaps, source);
      else if (source->quotations->len == 0 && !march_question_restricts (question))
        add_gaps_of_unquoted (corpus, gaps, source);
    }
}

/**
 * march_gaps_add_of_records:
 * @snapshot: without imported areas; on which day doesn't matter
 * @gaps: (element-type MarchGap): gets what is missing of what the question of @snapshot lets in
 */
void
march_gaps_add_of_records (MarchCorpus *corpus, MarchSnapshot *snapshot, GPtrArray *gaps)
{
  const gboolean all = !march_question_restricts (march_snapshot_get_question (snapshot));
  GPtrArray     *quotations = march_corpus_get_quotations (corpus);

  if (all)
    add_gaps_of_evidence (corpus, gaps);
  add_gaps_of_sources (corpus, snapshot, gaps);
  for (guint i = 0; all && i < quotations->len; i++)
    add_gap_of_quotation (gaps, quotations->pdata[i]);
  if (!all)
    return;
  add_gaps_of_unstated (corpus, gaps);
  add_gaps_of_shapes (corpus, gaps);
}
