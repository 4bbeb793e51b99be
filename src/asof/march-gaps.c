/* march-gaps.c — what the dossier does not know */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-gaps.h"

#include <glib/gi18n.h>

#include "asof/march-disagreement.h"
#include "asof/march-silence.h"
#include "asof/march-sweep.h"
#include "asof/march-words.h"

static void
gap_free (gpointer data)
{
  MarchGap *gap = data;

  g_free (gap->sentence);
  g_free (gap);
}

/* Takes @sentence. */
static MarchGap *
add_gap (GPtrArray *gaps, MarchGapKind kind, char *sentence)
{
  MarchGap *gap = g_new0 (MarchGap, 1);

  gap->kind = kind;
  gap->sentence = sentence;
  g_ptr_array_add (gaps, gap);
  return gap;
}

typedef struct
{
  MarchCorpus *corpus;
  GPtrArray   *gaps;
  GPtrArray   *listeners; /* of MarchListener, to areas that are painted */
  GPtrArray   *marks;     /* of MarchListener, to other places of their own */
  GHashTable  *told;      /* set of what has been told of one stretch already */
} Sweep;

static void
add_silence (const MarchPlace *place, MarchDay from, MarchDay until, gpointer data)
{
  const Sweep     *sweep = data;
  g_autofree char *name = march_words_name_place (sweep->corpus, place);
  g_autofree char *first = march_day_describe (from);
  g_autofree char *last = march_day_describe (until - 1);
  MarchGap        *gap;

  /* Translators: a place, and the first and the last day */
  gap = add_gap (
      sweep->gaps, MARCH_GAP_CONTROL_SILENT,
      g_strdup_printf (_("Control of %1$s: no quotation on record from %2$s through %3$s."),
                       name, first, last));
  gap->place = place;
  gap->from = from;
  gap->until = until;
}

/* Whether @key hasn't been told yet. Takes it. */
static gboolean
tell_once (Sweep *sweep, char *key)
{
  return g_hash_table_add (sweep->told, key);
}

static char *
describe_dependent_hold (Sweep *sweep, const MarchFinding *finding, const MarchHold *hold)
{
  g_autofree char *name = march_words_name_place (sweep->corpus, finding->place);
  g_autofree char *headline = march_words_hold_headline (hold, NULL);

  if (hold->basis == MARCH_BASIS_OWN)
    return g_strdup_printf (_("%1$s: “%2$s” rests on the holder's own word alone."),
                            name, headline);
  return g_strdup_printf (_("%1$s: “%2$s” is concluded; no independent source says so."),
                          name, headline);
}

static void
note_dependent_holds (Sweep *sweep, const MarchFinding *finding)
{
  for (guint i = 0; i < finding->n_deciding; i++)
    {
      const MarchHold      *hold = g_ptr_array_index (finding->holds, i);
      const MarchAssertion *deciding = g_ptr_array_index (hold->assertions, 0);
      MarchGap             *gap;

      if (hold->basis == MARCH_BASIS_INDEPENDENT || hold->inherited_from != NULL
          || !tell_once (sweep, g_strdup_printf ("hold %" G_GINT64_FORMAT, deciding->id)))
        continue;
      gap = add_gap (sweep->gaps, MARCH_GAP_NO_INDEPENDENT,
                     describe_dependent_hold (sweep, finding, hold));
      gap->place = finding->place;
      gap->assertion = deciding;
    }
}

/* Whether the place is the one to tell it of: its own, or one that inherits from two places what
 * they don't say of each other. */
static gboolean
lies_at (const MarchConflict *conflict, const MarchPlace *place)
{
  return conflict->a->place == place || conflict->a->place != conflict->b->place;
}

static void
note_conflicts (Sweep *sweep, const MarchFinding *finding)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < finding->conflicts->len; i++)
    {
      const MarchConflict *conflict = g_ptr_array_index (finding->conflicts, i);
      g_autofree char     *a = march_words_assertion (conflict->a, NULL);
      g_autofree char     *b = march_words_assertion (conflict->b, NULL);
      MarchGap            *gap;

      if (conflict->settled || !lies_at (conflict, finding->place)
          || !tell_once (sweep, g_strdup_printf ("conflict %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                 conflict->a->id, conflict->b->id)))
        continue;
      if (name == NULL)
        name = march_words_name_place (sweep->corpus, finding->place);
      /* Translators: a place, and what two sources say of it */
      gap = add_gap (sweep->gaps, MARCH_GAP_CONFLICT,
                     g_strdup_printf (_("%1$s: sources disagree: “%2$s” and “%3$s”."),
                                      name, a, b));
      gap->place = finding->place;
      gap->assertion = conflict->a;
    }
}

/* Who held a town while nobody disputed it, nobody asks, though a part of its region was held. */
static void
hear_marks (Sweep *sweep, MarchSnapshot *snapshot, MarchDay from, MarchDay until)
{
  for (guint i = 0; i < sweep->marks->len; i++)
    {
      MarchListener *mark = g_ptr_array_index (sweep->marks, i);

      if (march_snapshot_get_finding (snapshot, march_listener_get_place (mark))->disputed)
        march_listener_hear (mark, snapshot, from, until);
    }
}

static void
visit_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  Sweep     *sweep = data;
  GPtrArray *places = march_corpus_get_places (march_snapshot_get_corpus (snapshot));

  for (guint i = 0; i < sweep->listeners->len; i++)
    march_listener_hear (g_ptr_array_index (sweep->listeners, i), snapshot, from, until);
  hear_marks (sweep, snapshot, from, until);
  for (guint i = 0; i < places->len; i++)
    {
      const MarchFinding *finding =
          march_snapshot_get_finding (snapshot, g_ptr_array_index (places, i));

      note_dependent_holds (sweep, finding);
      note_conflicts (sweep, finding);
    }
}

/* A whole leaves the question to its parts, and what is only described is nowhere to be held. */
static gboolean
is_mark (const MarchPlace *place)
{
  return place->kind == MARCH_PLACE_SETTLEMENT || place->kind == MARCH_PLACE_SITE
         || place->kind == MARCH_PLACE_SEA;
}

static void
add_gaps_of_places (MarchCorpus *corpus, const MarchQuestion *question, GPtrArray *gaps)
{
  g_autoptr (GPtrArray) listeners =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_listener_free);
  g_autoptr (GPtrArray) marks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_listener_free);
  g_autoptr (GPtrArray)  others = g_ptr_array_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sweep                  sweep = { corpus, others, listeners, marks, told };
  GPtrArray             *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (march_place_is_painted (place))
        g_ptr_array_add (listeners, march_listener_new (place));
      else if (is_mark (place))
        g_ptr_array_add (marks, march_listener_new (place));
    }
  march_sweep (corpus, question, visit_stretch, &sweep);
  sweep.gaps = gaps;
  for (guint i = 0; i < listeners->len; i++)
    march_listener_report (g_ptr_array_index (listeners, i), add_silence, &sweep);
  for (guint i = 0; i < marks->len; i++)
    march_listener_report (g_ptr_array_index (marks, i), add_silence, &sweep);
  g_ptr_array_extend_and_steal (gaps, g_steal_pointer (&others));
}

/* What no place shows. */
static void
add_disagreements (MarchSnapshot *snapshot, GPtrArray *gaps)
{
  g_autoptr (GPtrArray) disagreements = march_snapshot_list_disagreements (snapshot);

  for (guint i = 0; i < disagreements->len; i++)
    {
      const MarchDisagreement *disagreement = g_ptr_array_index (disagreements, i);

      if (!disagreement->settled)
        add_gap (gaps, MARCH_GAP_CONFLICT, march_disagreement_describe (disagreement))->assertion =
            disagreement->a;
    }
}

static void
add_source_gap (GPtrArray *gaps, MarchGapKind kind, const MarchSource *source, char *sentence)
{
  add_gap (gaps, kind, sentence)->source = source;
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
                    g_strdup_printf (_("“%s”: its text isn't attached."), source->title));
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
    add_gap (gaps, MARCH_GAP_NO_EVIDENCE,
             g_strdup_printf (_("No quotation supports the proposal “%s”."), proposal->title));
}

static void
add_gap_of_assertion (MarchCorpus *corpus, GPtrArray *gaps, const MarchAssertion *assertion)
{
  g_autofree char *words = march_words_assertion (assertion, NULL);
  g_autofree char *name = NULL;
  MarchGap        *gap;

  if (assertion->retracted || assertion->superseded_by != NULL
      || has_support (assertion->evidence))
    return;
  if (assertion->place != NULL)
    name = march_words_name_place (corpus, assertion->place);
  if (name != NULL)
    gap = add_gap (gaps, MARCH_GAP_NO_EVIDENCE,
                   g_strdup_printf (_("%1$s: no quotation supports “%2$s”."),
                                    name, words));
  else
    gap = add_gap (gaps, MARCH_GAP_NO_EVIDENCE,
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
    add_gap_of_assertion (corpus, gaps, g_ptr_array_index (assertions, i));
  for (guint i = 0; i < proposals->len; i++)
    add_gap_of_proposal (gaps, g_ptr_array_index (proposals, i));
}

/**
 * march_gaps_list_known:
 * @question: known by when and according to whom; its day doesn't matter
 *
 * Sweeps over the whole timeline: call it off the main thread for a large dossier.
 *
 * Returns: (transfer full) (element-type MarchGap): silences first, then what colours rest on,
 * disagreements, assertions without support, and what isn't known of the quoted sources, all of it
 * as far as it concerns what the question lets in; and, if it lets everything in, the sources that
 * nothing is quoted from
 */
GPtrArray *
march_gaps_list_known (MarchCorpus *corpus, const MarchQuestion *question)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);
  GPtrArray *sources = march_corpus_get_sources (corpus);
  MarchQuestion without_areas = *question;
  g_autoptr (MarchSnapshot) snapshot = NULL;

  without_areas.area_source = MARCH_NO_AREA_SOURCE;
  snapshot = march_snapshot_new (corpus, &without_areas);
  add_gaps_of_places (corpus, question, gaps);
  add_disagreements (snapshot, gaps);
  if (!march_question_restricts (question))
    add_gaps_of_evidence (corpus, gaps);
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (march_snapshot_is_source_heard (snapshot, source))
        add_gaps_of_source (gaps, source);
      else if (source->quotations->len == 0 && !march_question_restricts (question))
        add_gaps_of_unquoted (corpus, gaps, source);
    }
  return gaps;
}

/**
 * march_gaps_list:
 *
 * Returns: (transfer full) (element-type MarchGap): what march_gaps_list_known() lists of all that
 * is on record
 */
GPtrArray *
march_gaps_list (MarchCorpus *corpus)
{
  return march_gaps_list_known (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX });
}
