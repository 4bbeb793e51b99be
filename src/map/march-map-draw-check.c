/* march-map-draw-check.c — whether what is drawn holds together, and its neighbours still do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-draw-check.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words.h"
#include "base/march-newest.h"

typedef struct
{
  MarchGeometry *shape; /* NULL: too few corners */
  GPtrArray     *moved; /* of MarchMovedOutline */
  MarchCorpus   *corpus;
} Job;

static Job *
new_job (MarchDrawing *drawing, MarchCorpus *corpus)
{
  Job *job = g_new0 (Job, 1);

  job->shape = march_drawing_get_shape (drawing);
  job->moved = march_drawing_list_moved (drawing);
  job->corpus = march_corpus_ref (corpus);
  return job;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->shape, march_geometry_unref);
  g_ptr_array_unref (job->moved);
  march_corpus_unref (job->corpus);
  g_free (job);
}

/** march_draw_defect_free: frees all of it */
void
march_draw_defect_free (MarchDrawDefect *defect)
{
  g_free (defect->words);
  g_free (defect);
}

/* Returns: whether it is sound. */
static gboolean
look (MarchGeometry *shape, const MarchPlace *neighbour, MarchDrawDefect *defect)
{
  g_auto (MarchRepair) report = MARCH_REPAIR_INIT;

  if (march_geometry_get_kind (shape) != MARCH_GEOMETRY_POLYGON
      || march_repair_look (shape, &report))
    return TRUE;
  defect->longitude = report.longitude;
  defect->latitude = report.latitude;
  if (neighbour == NULL)
    /* Translators: %s is a phrase such as "a ring touches itself" */
    defect->words = g_strdup_printf (_("It can’t be finished so: %s."), report.reason);
  else
    /* Translators: the name of a place, and a phrase such as "a ring touches itself" */
    defect->words
        = g_strdup_printf (_("It can’t be finished so, for the sake of %s: %s."),
                           march_place_get_name (neighbour, march_words_get_language (NULL)),
                           report.reason);
  return FALSE;
}

static MarchDrawDefect *
run (const Job *job)
{
  MarchDrawDefect *defect = g_new0 (MarchDrawDefect, 1);

  defect->longitude = defect->latitude = NAN;
  if (job->shape != NULL && !look (job->shape, NULL, defect))
    return defect;
  for (guint i = 0; i < job->moved->len; i++)
    {
      const MarchMovedOutline *moved = job->moved->pdata[i];
      const MarchPlace        *place = march_corpus_get_place (job->corpus, moved->id);

      if (place != NULL && !look (moved->geometry, place, defect))
        break;
    }
  return defect;
}

/** march_map_draw_check: Returns: (transfer full): what is wrong, if anything is */
MarchDrawDefect *
march_map_draw_check (MarchDrawing *drawing, MarchCorpus *corpus)
{
  Job             *job = new_job (drawing, corpus);
  MarchDrawDefect *defect = run (job);

  free_job (job);
  return defect;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, run (data), (GDestroyNotify) march_draw_defect_free);
}

/** march_map_draw_check_async: on another thread; see march_newest_run() */
void
march_map_draw_check_async (MarchDrawing       *drawing,
                            MarchCorpus        *corpus,
                            GCancellable      **newest,
                            gpointer            owner,
                            GAsyncReadyCallback done)
{
  march_newest_run (newest, owner, check_in_thread, new_job (drawing, corpus), free_job, done);
}

/** march_map_draw_check_finish: Returns: (transfer full) (nullable): NULL if it was cancelled */
MarchDrawDefect *
march_map_draw_check_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
