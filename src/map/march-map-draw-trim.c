/* march-map-draw-trim.c — what is drawn, without what its neighbours have */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw-trim.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-newest.h"
#include "geo/march-repair.h"

typedef struct
{
  MarchGeometry *shape;
  GPtrArray     *rivals; /* of MarchGeometry */
  guint          n_cut;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->shape, march_geometry_unref);
  g_ptr_array_unref (job->rivals);
  g_free (job);
}

static MarchGeometry *
run (Job *job, GError **error)
{
  g_autoptr (MarchGeometry) rest = march_repair_trim (job->shape, job->rivals, &job->n_cut, error);

  if (rest == NULL || march_geometry_get_n_parts (rest) > 0)
    return g_steal_pointer (&rest);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _ ("Nothing would be left: neighbours of its kind and level have all of it."));
  return NULL;
}

static void
trim_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError        *error = NULL;
  MarchGeometry *rest = run (data, &error);

  if (rest != NULL)
    g_task_return_pointer (task, rest, (GDestroyNotify) march_geometry_unref);
  else
    g_task_return_error (task, error);
}

/** march_map_draw_trim_async: @drawing: with a shape; on another thread, see march_newest_run() */
void
march_map_draw_trim_async (MarchDrawing       *drawing,
                           GCancellable      **newest,
                           gpointer            owner,
                           GAsyncReadyCallback done)
{
  Job *job = g_new0 (Job, 1);

  job->shape = march_drawing_get_shape (drawing);
  job->rivals = march_drawing_list_rivals (drawing);
  march_newest_run (newest, owner, trim_in_thread, job, free_job, done);
}

/** march_map_draw_trim_finish: @n_cut: (out): how many neighbours had some of it. Returns:
 * (transfer full) (nullable): what is left */
MarchGeometry *
march_map_draw_trim_finish (GAsyncResult *result, guint *n_cut, GError **error)
{
  *n_cut = ((Job *) g_task_get_task_data (G_TASK (result)))->n_cut;
  return g_task_propagate_pointer (G_TASK (result), error);
}
