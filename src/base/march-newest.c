/* march-newest.c — work on another thread, of which only the newest counts */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-newest.h"

/**
 * march_newest_begin:
 * @newest: (inout): of the work that is under way, if any; that is cancelled
 *
 * Returns: (transfer none): for the work that is begun now
 */
GCancellable *
march_newest_begin (GCancellable **newest)
{
  march_newest_stop (newest);
  *newest = g_cancellable_new ();
  return *newest;
}

/**
 * march_newest_run:
 * @newest: (inout): as march_newest_begin() has it
 * @owner: (type GObject): kept until @done was called
 * @work: gets @job as its data
 * @job: (transfer full): the data of the task
 * @done: asks march_newest_end() whether its result is still wanted
 *
 * Begins work on another thread in place of what is under way.
 */
void
march_newest_run (GCancellable      **newest,
                  gpointer            owner,
                  GTaskThreadFunc     work,
                  gpointer            job,
                  GDestroyNotify      free_job,
                  GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (owner, march_newest_begin (newest), done, NULL);

  g_task_set_source_tag (task, march_newest_run);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, work);
}

/**
 * march_newest_end:
 * @newest: (inout): %NULL afterwards if @result is of the newest work
 * @result: a #GTask
 *
 * Returns: whether nothing newer was begun and nobody stopped that work
 */
gboolean
march_newest_end (GCancellable **newest, GAsyncResult *result)
{
  if (*newest == NULL || g_task_get_cancellable (G_TASK (result)) != *newest)
    return FALSE;
  g_clear_object (newest);
  return TRUE;
}

/** march_newest_stop: @newest: (inout): of the work that is cancelled, if any; %NULL afterwards */
void
march_newest_stop (GCancellable **newest)
{
  g_cancellable_cancel (*newest);
  g_clear_object (newest);
}
