/* march-session-answer.c — the snapshot that answers what a session asks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-session-private.h"

#include "base/march-newest.h"

/* A snapshot that took longer than this is made by a worker the next time: half a frame at 60 Hz.
 */
#define PATIENCE_US 8000

/* Whether both rest on the same records and ask the same but for the day. */
static gboolean
knows_the_same (MarchSnapshot *a, MarchSnapshot *b)
{
  const MarchQuestion *first = march_snapshot_get_question (a);
  const MarchQuestion *second = march_snapshot_get_question (b);

  return march_snapshot_get_corpus (a) == march_snapshot_get_corpus (b)
         && first->known_by == second->known_by && first->according_actor == second->according_actor
         && first->according_source == second->according_source
         && first->area_source == second->area_source;
}

static void
take_snapshot (MarchSession *self, MarchSnapshot *snapshot)
{
  if (snapshot == NULL || self->snapshot == NULL || !knows_the_same (snapshot, self->snapshot))
    g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  self->snapshot = snapshot;
  g_object_notify (G_OBJECT (self), "snapshot");
}

typedef struct
{
  MarchCorpus  *corpus;
  MarchQuestion question;
  gint64        cost_us;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_free (job);
}

static MarchSnapshot *
answer (Job *job)
{
  gint64         start = g_get_monotonic_time ();
  MarchSnapshot *snapshot = march_snapshot_new (job->corpus, &job->question);

  job->cost_us = g_get_monotonic_time () - start;
  return snapshot;
}

static void
compute_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, answer (task_data), (GDestroyNotify) march_snapshot_unref);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSession *self = MARCH_SESSION (source);
  Job          *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarchSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!march_newest_end (&self->computing, result))
    return;
  self->last_cost_us = job->cost_us;
  take_snapshot (self, g_steal_pointer (&snapshot));
}

static Job *
job_new (MarchSession *self)
{
  Job *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (self->corpus);
  job->question = self->question;
  return job;
}

static void
answer_now (MarchSession *self, gboolean areas)
{
  Job           *job = job_new (self);
  MarchSnapshot *snapshot;

  if (!areas)
    job->question.area_source = MARCH_NO_AREA_SOURCE;
  snapshot = answer (job);
  self->last_cost_us = job->cost_us;
  job_free (job);
  take_snapshot (self, snapshot);
}

/** march_session_ask_again: makes a snapshot that answers the question as it is now; at once if
 * that was quick the last time and no areas have to be measured, else by a worker, until which the
 * first answer does without areas */
void
march_session_ask_again (MarchSession *self)
{
  gboolean measured, at_once;

  march_newest_stop (&self->computing);
  if (self->corpus == NULL)
    {
      take_snapshot (self, NULL);
      return;
    }
  measured = march_question_is_measured (self->corpus, &self->question);
  at_once = measured && (self->snapshot == NULL || self->last_cost_us < PATIENCE_US);
  if (at_once || self->snapshot == NULL)
    answer_now (self, measured);
  if (!at_once)
    march_newest_run (&self->computing, self, compute_thread, job_new (self), job_free,
                      computed_cb);
}
