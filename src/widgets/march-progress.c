/* march-progress.c — how far a thread is, for a bar in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-progress.h"

struct _MarchProgress
{
  gatomicrefcount references;
  GMutex          mutex; /* of all that follows */
  double          from;
  double          to;
  double          fraction;
  char           *name;
};

MarchProgress *
march_progress_new (void)
{
  MarchProgress *progress = g_new0 (MarchProgress, 1);

  g_atomic_ref_count_init (&progress->references);
  g_mutex_init (&progress->mutex);
  progress->to = 1;
  return progress;
}

MarchProgress *
march_progress_ref (MarchProgress *progress)
{
  g_atomic_ref_count_inc (&progress->references);
  return progress;
}

void
march_progress_unref (MarchProgress *progress)
{
  if (!g_atomic_ref_count_dec (&progress->references))
    return;
  g_mutex_clear (&progress->mutex);
  g_free (progress->name);
  g_free (progress);
}

/** march_progress_set_range: what is told from now on is a part of the whole */
void
march_progress_set_range (MarchProgress *progress, double from, double to)
{
  g_mutex_lock (&progress->mutex);
  progress->from = from;
  progress->to = to;
  progress->fraction = from;
  g_mutex_unlock (&progress->mutex);
}

/** march_progress_tell: @progress is a #MarchProgress; the form of a #MarchAreaProgress */
void
march_progress_tell (double fraction, gpointer progress)
{
  march_progress_tell_name (fraction, NULL, progress);
}

/** march_progress_tell_name: likewise, with the name of what is being worked at */
void
march_progress_tell_name (double fraction, const char *name, gpointer data)
{
  MarchProgress *progress = data;

  g_mutex_lock (&progress->mutex);
  progress->fraction = progress->from + CLAMP (fraction, 0, 1) * (progress->to - progress->from);
  if (g_strcmp0 (name, progress->name) != 0)
    {
      g_free (progress->name);
      progress->name = g_strdup (name);
    }
  g_mutex_unlock (&progress->mutex);
}

double
march_progress_get_fraction (MarchProgress *progress)
{
  double fraction;

  g_mutex_lock (&progress->mutex);
  fraction = progress->fraction;
  g_mutex_unlock (&progress->mutex);
  return fraction;
}

/** march_progress_dup_name: Returns: (transfer full) (nullable): the last name that was told */
char *
march_progress_dup_name (MarchProgress *progress)
{
  char *name;

  g_mutex_lock (&progress->mutex);
  name = g_strdup (progress->name);
  g_mutex_unlock (&progress->mutex);
  return name;
}
