/* march-timeline-model.c — what a timeline shows of a dossier: its events, and how claims grow */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-model.h"

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const MarchTimelineEvent *first = *(const MarchTimelineEvent *const *) a;
  const MarchTimelineEvent *second = *(const MarchTimelineEvent *const *) b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return first->last < second->last ? -1 : first->last > second->last;
}

/**
 * march_timeline_list_events:
 *
 * Returns: (transfer full) (element-type MarchTimelineEvent): the dated events, by day; they borrow
 * from @corpus
 */
GPtrArray *
march_timeline_list_events (MarchCorpus *corpus)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *assertions = march_corpus_get_assertions (corpus);
  GPtrArray               *events = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];
      MarchTimelineEvent   *event = NULL;

      if (assertion->kind != MARCH_KIND_EVENT || assertion->retracted
          || assertion->superseded_by != NULL || assertion->period.from_earliest == MARCH_DAY_MIN
          || assertion->period.from_earliest > facts->last)
        continue;
      event = g_new0 (MarchTimelineEvent, 1);
      event->assertion = assertion;
      event->first = assertion->period.from_earliest;
      event->last = assertion->period.until_latest == MARCH_DAY_MAX
                        ? event->first
                        : assertion->period.until_latest - 1;
      event->last = MAX (event->first, event->last);
      g_ptr_array_add (events, event);
    }
  g_ptr_array_sort (events, compare_events);
  return events;
}

static void
lane_free (gpointer data)
{
  MarchTimelineLane *lane = data;

  g_array_unref (lane->steps);
  g_free (lane);
}

typedef struct
{
  MarchCorpus *corpus;
  GArray      *days; /* of MarchDay */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_array_unref (job->days);
  g_free (job);
}

static MarchTimelineLane *
get_lane (GPtrArray        *lanes,
          const MarchActor *actor)
{
  MarchTimelineLane *lane = NULL;

  for (guint i = 0; i < lanes->len; i++)
    if (((MarchTimelineLane *) lanes->pdata[i])->actor == actor)
      return lanes->pdata[i];
  lane = g_new0 (MarchTimelineLane, 1);
  lane->actor = actor;
  lane->steps = g_array_new (FALSE, FALSE, sizeof (MarchTimelineStep));
  g_ptr_array_add (lanes, lane);
  return lane;
}

static void
append_step (MarchTimelineLane *lane,
             MarchDay           day,
             guint              count)
{
  const MarchTimelineStep  step = { day, count };
  const MarchTimelineStep *before = lane->steps->len > 0
                                        ? &g_array_index (lane->steps, MarchTimelineStep,
                                                          lane->steps->len - 1)
                                        : NULL;

  if (before != NULL ? before->count != count : count > 0)
    g_array_append_val (lane->steps, step);
  lane->most = MAX (lane->most, count);
}

/* Counts what the map hatches on that day: units that somebody says to own and that are disputed.
 */
static void
count_day (MarchCorpus *corpus,
           MarchDay     day,
           GPtrArray   *lanes)
{
  const MarchQuestion       question = { day, MARCH_DAY_MAX, 0, 0 };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &question);
  g_autoptr (GHashTable)    counts = g_hash_table_new (NULL, NULL);
  GPtrArray                *places = march_corpus_get_places (corpus);
  GHashTableIter            iter;
  gpointer                  actor;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace   *place = places->pdata[i];
      const MarchFinding *finding = place->kind == MARCH_PLACE_UNIT
                                        ? march_snapshot_get_finding (snapshot, place)
                                        : NULL;

      if (finding == NULL || !finding->disputed)
        continue;
      for (guint j = 0; j < finding->owns->len; j++)
        {
          const MarchOwn *own = finding->owns->pdata[j];

          if (own->basis != MARCH_CLAIM_ASPIRATION && own->certainty == MARCH_CERTAINTY_CERTAIN
              && own->actor != NULL)
            {
              const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, own->actor));

              g_hash_table_insert (counts, (gpointer) own->actor, GUINT_TO_POINTER (before + 1));
            }
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &actor, NULL))
    get_lane (lanes, actor);
  for (guint i = 0; i < lanes->len; i++)
    append_step (lanes->pdata[i], day,
                 GPOINTER_TO_UINT (
                     g_hash_table_lookup (counts, ((MarchTimelineLane *) lanes->pdata[i])->actor)));
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const MarchTimelineLane *first = *(const MarchTimelineLane *const *) a;
  const MarchTimelineLane *second = *(const MarchTimelineLane *const *) b;

  if (first->actor->palette != second->actor->palette)
    return first->actor->palette < second->actor->palette ? -1 : 1;
  return first->actor->id < second->actor->id ? -1 : first->actor->id > second->actor->id;
}

static void
lanes_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job                  *job = task_data;
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (lane_free);

  for (guint i = 0; i < job->days->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      count_day (job->corpus, g_array_index (job->days, MarchDay, i), lanes);
    }
  g_ptr_array_sort (lanes, compare_lanes);
  g_task_return_pointer (task, g_steal_pointer (&lanes), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * march_timeline_lanes_async:
 * @changes: (element-type MarchChange): the days on which counts may change
 *
 * Counts on a worker thread how many units each claimant says to own on each of these days.
 */
void
march_timeline_lanes_async (MarchCorpus        *corpus,
                            GPtrArray          *changes,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (corpus);
  job->days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  g_array_append_val (job->days, march_corpus_get_facts (corpus)->first);
  for (guint i = 0; i < changes->len; i++)
    g_array_append_val (job->days, ((MarchChange *) changes->pdata[i])->day);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, lanes_thread);
}

/** march_timeline_lanes_finish: Returns: (transfer full) (element-type MarchTimelineLane): one a
 * claimant; they borrow from the corpus */
GPtrArray *
march_timeline_lanes_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
