/* march-map-job.c — one picture of the map, painted by a worker */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-job.h"

#include <math.h>
#include <string.h>

#include "map/march-map-spare.h"

typedef struct
{
  MarchPainter     *painter;
  MarchSnapshot    *snapshot;
  MarchCompared    *compared; /* NULL: no other day */
  MarchView         view;
  MarchView         shown;
  MarchStyle        style;
  gboolean          frugal;
  MarchMapSurfaces *earlier;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_painter_unref (job->painter);
  march_snapshot_unref (job->snapshot);
  march_compared_unref (job->compared);
  g_clear_pointer (&job->earlier, march_map_surfaces_unref);
  g_free (job);
}

static cairo_surface_t *
new_surface (const MarchView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (view->width * view->scale),
                                                         (int) ceil (view->height * view->scale));

  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  return surface;
}

static gboolean
same_symbols (const Job *job)
{
  const MarchMapSurfaces *earlier = job->earlier;

  return earlier != NULL && earlier->snapshot == job->snapshot
         && memcmp (&earlier->view, &job->view, sizeof job->view) == 0
         && earlier->style.theme == job->style.theme && earlier->style.lens == job->style.lens
         && earlier->style.draft == job->style.draft
         && earlier->style.pattern_scale == job->style.pattern_scale;
}

static cairo_surface_t *
copy_surface (cairo_surface_t *original,
              const MarchView *view)
{
  cairo_surface_t *surface = march_map_spare_take (view);
  cairo_t         *cr;

  if (surface == NULL)
    surface = new_surface (view);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, original, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

/* Base and control on one surface, of which nothing is kept. */
static gboolean
paint_frugally (const Job        *job,
                MarchMapSurfaces *surfaces,
                GCancellable     *cancellable)
{
  cairo_t *cr;
  gboolean whole;

  surfaces->picture = new_surface (&job->view);
  cr = cairo_create (surfaces->picture);
  whole = march_painter_paint_base (job->painter, cr, &job->view, &job->style, cancellable)
          && march_painter_paint_control (job->painter, cr, job->snapshot, &job->view, &job->style,
                                          cancellable);
  cairo_destroy (cr);
  return whole;
}

/* The layers of an earlier picture of the same view need only what has changed; no other job is at
 * them, and what is shown is not theirs but a copy. */
static gboolean
paint_layers (const Job        *job,
              MarchMapSurfaces *surfaces,
              GCancellable     *cancellable)
{
  MarchLayers *earlier = job->earlier != NULL ? job->earlier->layers : NULL;

  if (earlier != NULL && march_layers_are_of (earlier, job->painter, &job->view))
    surfaces->layers = march_layers_ref (earlier);
  else
    surfaces->layers = march_layers_new (job->painter, &job->view);
  if (!march_layers_show (surfaces->layers, job->snapshot, &job->style, cancellable))
    return FALSE;
  surfaces->picture = copy_surface (march_layers_get_control (surfaces->layers), &job->view);
  march_map_spare_mark (surfaces->picture);
  return TRUE;
}

/* Where the picture is seen. */
static MarchRect
find_frame (const Job *job)
{
  const double world = march_view_world (&job->view);
  const double x = (job->shown.x - job->view.x) * world, y = (job->shown.y - job->view.y) * world;
  const double factor = world / march_view_world (&job->shown);

  return (MarchRect){ x, y, x + job->shown.width * factor, y + job->shown.height * factor };
}

/* Names give way to what is selected, so each selection has its own. */
static gboolean
paint_names (const Job        *job,
             MarchMapSurfaces *surfaces)
{
  const MarchRect frame = find_frame (job);
  cairo_t        *cr = cairo_create (surfaces->picture);
  gboolean        whole = FALSE;

  if (job->compared != NULL)
    march_compared_paint (job->compared, cr, &job->view, &job->style);
  whole = march_painter_paint_names (job->painter, cr, job->snapshot, &job->view, &job->style,
                                     &frame, NULL, &surfaces->selected_name);
  cairo_destroy (cr);
  cairo_surface_flush (surfaces->picture);
  return whole;
}

static void
list_legend (const Job        *job,
             MarchMapSurfaces *surfaces)
{
  if (same_symbols (job) && job->earlier->legend != NULL
      && job->earlier->compared == job->compared
      && job->earlier->style.selected == job->style.selected
      && memcmp (&job->earlier->on_screen, &job->shown, sizeof job->shown) == 0)
    surfaces->legend = g_ptr_array_ref (job->earlier->legend);
  else if (!job->style.draft)
    {
      surfaces->legend = march_painter_list_legend (job->painter, job->snapshot, &job->shown,
                                                    &job->style);
      if (job->compared != NULL)
        march_compared_list_legend (job->compared, surfaces->legend, &job->style);
    }
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job                         *job = task_data;
  g_autoptr (MarchMapSurfaces) surfaces = g_new0 (MarchMapSurfaces, 1);

  g_atomic_ref_count_init (&surfaces->count);
  surfaces->view = job->view;
  surfaces->on_screen = job->shown;
  surfaces->style = job->style;
  surfaces->snapshot = march_snapshot_ref (job->snapshot);
  surfaces->compared = job->compared != NULL ? march_compared_ref (job->compared) : NULL;
  if ((job->frugal ? paint_frugally (job, surfaces, cancellable)
                   : paint_layers (job, surfaces, cancellable))
      && paint_names (job, surfaces))
    {
      list_legend (job, surfaces);
      g_task_return_pointer (task, g_steal_pointer (&surfaces),
                             (GDestroyNotify) march_map_surfaces_unref);
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "A newer picture is wanted");
    }
}

/** march_map_surfaces_ref: Returns: (transfer full): @surfaces */
MarchMapSurfaces *
march_map_surfaces_ref (MarchMapSurfaces *surfaces)
{
  g_atomic_ref_count_inc (&surfaces->count);
  return surfaces;
}

/** march_map_surfaces_unref: gives up one reference, on any thread */
void
march_map_surfaces_unref (MarchMapSurfaces *surfaces)
{
  if (!g_atomic_ref_count_dec (&surfaces->count))
    return;
  g_clear_pointer (&surfaces->layers, march_layers_unref);
  g_clear_pointer (&surfaces->picture, march_map_spare_release);
  /* The legend's entries borrow from the snapshot's corpus. */
  g_clear_pointer (&surfaces->legend, g_ptr_array_unref);
  march_snapshot_unref (surfaces->snapshot);
  march_compared_unref (surfaces->compared);
  g_free (surfaces);
}

/**
 * march_map_job_async:
 * @compared: (nullable): what to draw of another day
 * @view: what to paint, margins included
 * @shown: the part of it that is on screen, for the legend
 * @frugal: whether to paint on one surface, of which nothing can be kept for a later picture
 * @earlier: (nullable): what was painted before; what is still good of it is not painted again. The
 * job before has to be finished
 * @callback: called on the main thread
 *
 * Paints on a worker thread.
 */
void
march_map_job_async (MarchPainter       *painter,
                     MarchSnapshot      *snapshot,
                     MarchCompared      *compared,
                     const MarchView    *view,
                     const MarchView    *shown,
                     const MarchStyle   *style,
                     gboolean            frugal,
                     MarchMapSurfaces   *earlier,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->painter = march_painter_ref (painter);
  job->snapshot = march_snapshot_ref (snapshot);
  job->compared = compared != NULL ? march_compared_ref (compared) : NULL;
  job->view = *view;
  job->shown = *shown;
  job->style = *style;
  job->frugal = frugal;
  job->earlier = earlier != NULL ? march_map_surfaces_ref (earlier) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_thread);
}

/**
 * march_map_job_finish:
 *
 * Returns: (transfer full): what was painted, or NULL with %G_IO_ERROR_CANCELLED
 */
MarchMapSurfaces *
march_map_job_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
