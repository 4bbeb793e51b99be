/* march-timeline-model.c — what a timeline shows of a dossier: its events, and how claims grow */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-timeline"

#include "config.h"

#include "timeline/march-timeline-model.h"

#include <glib/gi18n.h>

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
 * Returns: (transfer full) (element-type MarchTimelineEvent): the dated events that are known under
 * the question of @snapshot, by day; they borrow from its corpus
 */
GPtrArray *
march_timeline_list_events (MarchSnapshot *snapshot)
{
  MarchCorpus             *corpus = march_snapshot_get_corpus (snapshot);
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  GPtrArray               *assertions = march_corpus_get_assertions (corpus);
  GPtrArray               *events = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];
      MarchTimelineEvent   *event = NULL;

      if (assertion->kind != MARCH_KIND_EVENT || !march_snapshot_is_known (snapshot, assertion)
          || assertion->period.from_earliest == MARCH_DAY_MIN
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

/** march_timeline_event_describe: Returns: (transfer full): its name and its own date, as closely
 * as that is known: never the day of the map */
char *
march_timeline_event_describe (const MarchTimelineEvent *event)
{
  g_autofree char *when = march_edtf_describe_text (event->assertion->valid);

  return g_strdup_printf ("%s · %s", event->assertion->title, when);
}

/**
 * march_timeline_find_event:
 * @precision: events known less closely, in days, are left out
 *
 * Returns: (nullable): the event that may have been on @day and is dated most closely, the first of
 * several
 */
const MarchTimelineEvent *
march_timeline_find_event (GPtrArray *events,
                           MarchDay   day,
                           MarchDay   precision)
{
  const MarchTimelineEvent *found = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const MarchTimelineEvent *event = events->pdata[i];
      const MarchDay            span = event->last - event->first;

      if (day < event->first || day > event->last || span >= precision)
        continue;
      if (found == NULL || span < found->last - found->first)
        found = event;
    }
  return found;
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
  MarchCorpus  *corpus;
  MarchQuestion question;
  GArray       *days;      /* of MarchDay */
  GPtrArray    *claimants; /* of MarchActor: each gets a lane, even an empty one */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_array_unref (job->days);
  g_ptr_array_unref (job->claimants);
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
             MarchTimelineStep  step)
{
  const MarchTimelineStep *before = lane->steps->len > 0
                                        ? &g_array_index (lane->steps, MarchTimelineStep,
                                                          lane->steps->len - 1)
                                        : NULL;

  if (before != NULL ? before->certain != step.certain || before->possible != step.possible
                     : step.certain + step.possible > 0)
    g_array_append_val (lane->steps, step);
  lane->most = MAX (lane->most, step.certain + step.possible);
}

/* Adds one to the count of @own's claimant. */
static void
count_own (const MarchOwn *own,
           GHashTable     *steps)
{
  MarchTimelineStep *step = g_hash_table_lookup (steps, own->actor);

  if (step == NULL)
    {
      step = g_new0 (MarchTimelineStep, 1);
      g_hash_table_insert (steps, (gpointer) own->actor, step);
    }
  if (own->certainty == MARCH_CERTAINTY_CERTAIN)
    step->certain++;
  else
    step->possible++;
}

static void
count_place (const MarchFinding *finding,
             GHashTable         *steps)
{
  if (!finding->disputed)
    return;
  for (guint i = 0; i < finding->owns->len; i++)
    {
      const MarchOwn *own = finding->owns->pdata[i];

      if (own->basis != MARCH_CLAIM_ASPIRATION && own->certainty != MARCH_CERTAINTY_NONE
          && own->actor != NULL)
        count_own (own, steps);
    }
}

/* Counts what the map hatches on that day: units that somebody says to own and that are disputed.
 */
static void
count_day (Job       *job,
           MarchDay   day,
           GPtrArray *lanes)
{
  MarchQuestion             question = job->question;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (GHashTable)    steps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GPtrArray                *places = march_corpus_get_places (job->corpus);
  GHashTableIter            iter;
  gpointer                  actor;

  question.as_of = day;
  snapshot = march_snapshot_new (job->corpus, &question);
  for (guint i = 0; i < places->len; i++)
    if (((const MarchPlace *) places->pdata[i])->kind == MARCH_PLACE_UNIT)
      count_place (march_snapshot_get_finding (snapshot, places->pdata[i]), steps);
  g_hash_table_iter_init (&iter, steps);
  while (g_hash_table_iter_next (&iter, &actor, NULL))
    get_lane (lanes, actor);
  for (guint i = 0; i < lanes->len; i++)
    {
      MarchTimelineLane       *lane = lanes->pdata[i];
      const MarchTimelineStep *step = g_hash_table_lookup (steps, lane->actor);

      append_step (lane, (MarchTimelineStep){ day, step != NULL ? step->certain : 0,
                                              step != NULL ? step->possible : 0 });
    }
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

  for (guint i = 0; i < job->claimants->len; i++)
    get_lane (lanes, job->claimants->pdata[i]);
  for (guint i = 0; i < job->days->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      count_day (job, g_array_index (job->days, MarchDay, i), lanes);
    }
  g_ptr_array_sort (lanes, compare_lanes);
  g_task_return_pointer (task, g_steal_pointer (&lanes), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * march_timeline_lanes_async:
 * @snapshot: whose question is asked of every day
 * @changes: (element-type MarchChange): the days on which counts may change
 * @claimants: (element-type MarchActor): of the same corpus; each gets a lane, even an empty one
 *
 * Counts on a worker thread how many regions each claimant says to own on each of these days.
 */
void
march_timeline_lanes_async (MarchSnapshot      *snapshot,
                            GPtrArray          *changes,
                            GPtrArray          *claimants,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (march_snapshot_get_corpus (snapshot));
  job->question = *march_snapshot_get_question (snapshot);
  job->claimants = g_ptr_array_copy (claimants, NULL, NULL);
  job->days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  g_array_append_val (job->days, march_corpus_get_facts (job->corpus)->first);
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

static const MarchTimelineStep *
find_step (const MarchTimelineLane *lane,
           MarchDay                 day)
{
  const MarchTimelineStep *found = NULL;

  for (guint i = 0; i < lane->steps->len; i++)
    {
      const MarchTimelineStep *step = &g_array_index (lane->steps, MarchTimelineStep, i);

      if (step->from <= day)
        found = step;
    }
  return found;
}

/**
 * march_timeline_lane_describe:
 * @language: (nullable): of the claimant's name
 *
 * Returns: (transfer full): how many disputed regions the claimant says to own on @day; that
 * nothing is on record is told as that
 */
char *
march_timeline_lane_describe (const MarchTimelineLane *lane,
                              MarchDay                 day,
                              const char              *language)
{
  const MarchTimelineStep *step = find_step (lane, day);
  const char              *name = march_actor_get_name (lane->actor, language);
  g_autofree char         *words = NULL;

  if (step == NULL || step->certain + step->possible == 0)
    /* Translators: %s is an actor. */
    return g_strdup_printf (_("%s: no claim to a disputed region on record for this day"), name);
  if (step->certain == 0)
    /* Translators: an actor and how many regions. */
    return g_strdup_printf (ngettext ("Perhaps %s says it owns %u disputed region",
                                      "Perhaps %s says it owns %u disputed regions",
                                      step->possible),
                            name, step->possible);
  /* Translators: an actor and how many regions. */
  words = g_strdup_printf (ngettext ("%s says it owns %u disputed region",
                                     "%s says it owns %u disputed regions", step->certain),
                           name, step->certain);
  if (step->possible == 0)
    return g_steal_pointer (&words);
  /* Translators: %s is a count of regions, %u how many more are possible. */
  return g_strdup_printf (_("%s, perhaps %u more"), words, step->possible);
}

/** march_timeline_step_describe: Returns: (transfer full): its count in words; "" for none */
char *
march_timeline_step_describe (const MarchTimelineStep *step)
{
  g_autofree char *words = NULL;

  if (step->certain + step->possible == 0)
    return g_strdup ("");
  if (step->certain == 0)
    return g_strdup_printf (ngettext ("perhaps %u region", "perhaps %u regions", step->possible),
                            step->possible);
  words = g_strdup_printf (ngettext ("%u region", "%u regions", step->certain), step->certain);
  if (step->possible == 0)
    return g_steal_pointer (&words);
  return g_strdup_printf (_("%s, perhaps %u more"), words, step->possible);
}
