/* march-gaps.c — what the dossier does not know */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-gaps.h"

#include <glib/gi18n.h>

#include "asof/march-disagreement.h"
#include "asof/march-gaps-private.h"
#include "asof/march-silence.h"
#include "asof/march-sweep.h"
#include "asof/march-words.h"
#include "base/march-newest.h"

static void
gap_free (gpointer data)
{
  MarchGap *gap = data;

  g_free (gap->sentence);
  g_free (gap);
}

/** march_gaps_add: @sentence: (transfer full). Returns: (transfer none): the new gap, of nothing
 * yet */
MarchGap *
march_gaps_add (GPtrArray *gaps, MarchGapKind kind, char *sentence)
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
  gap = march_gaps_add (
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
      gap = march_gaps_add (sweep->gaps, MARCH_GAP_NO_INDEPENDENT,
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
      gap = march_gaps_add (sweep->gaps, MARCH_GAP_CONFLICT,
                     g_strdup_printf (_("%1$s: sources disagree: “%2$s” and “%3$s”."),
                                      name, a, b));
      gap->place = finding->place;
      gap->assertion = conflict->a;
      gap->other = conflict->b;
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
      MarchGap                *gap = NULL;

      if (disagreement->settled)
        continue;
      gap = march_gaps_add (gaps, MARCH_GAP_CONFLICT, march_disagreement_describe (disagreement));
      gap->assertion = disagreement->a;
      gap->other = disagreement->b;
    }
}

/**
 * march_gaps_list_known:
 * @question: known by when and according to whom; its day doesn't matter
 *
 * Sweeps over the whole timeline: call it off the main thread for a large dossier.
 *
 * Returns: (transfer full) (element-type MarchGap): silences first, then what colours rest on,
 * disagreements and what isn't known of the quoted sources, all of it as far as it concerns what
 * the question lets in; and, if it lets everything in, what nobody is on record with: assertions
 * without support or with that of one source, places without a statement or a shape, sources that
 * nothing is quoted from, and words that their text doesn't have
 */
GPtrArray *
march_gaps_list_known (MarchCorpus *corpus, const MarchQuestion *question)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);
  MarchQuestion without_areas = *question;
  g_autoptr (MarchSnapshot) snapshot = NULL;

  without_areas.area_source = MARCH_NO_AREA_SOURCE;
  snapshot = march_snapshot_new (corpus, &without_areas);
  add_gaps_of_places (corpus, question, gaps);
  add_disagreements (snapshot, gaps);
  march_gaps_add_of_records (corpus, snapshot, gaps);
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

typedef struct
{
  MarchCorpus  *corpus;
  MarchQuestion question;
} Job;

static void
free_job (gpointer data)
{
  march_corpus_unref (((Job *) data)->corpus);
  g_free (data);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, march_gaps_list_known (job->corpus, &job->question),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * march_gaps_list_async:
 * @newest: (inout): as of march_newest_run(), with @owner and @done
 *
 * As march_gaps_list_known(), on another thread, in place of what @newest is of. The gaps point
 * into @corpus, which the caller keeps.
 */
void
march_gaps_list_async (MarchCorpus         *corpus,
                       const MarchQuestion *question,
                       GCancellable       **newest,
                       gpointer             owner,
                       GAsyncReadyCallback  done)
{
  Job *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (corpus);
  job->question = *question;
  march_newest_run (newest, owner, list_in_thread, job, free_job, done);
}

/** march_gaps_list_finish: as march_gaps_list_known(); %NULL with %G_IO_ERROR_CANCELLED */
GPtrArray *
march_gaps_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
