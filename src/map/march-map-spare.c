/* march-map-spare.c — the surface of a picture that is gone, kept a moment for the next one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-map"

#include "config.h"

#include "map/march-map-spare.h"

#include <math.h>

/* While days follow each other, pictures of one size come and go. To hand a dozen megabytes back to
 * the system takes the main thread some four milliseconds each time, and the worker as long again
 * to get them anew, page by page. One surface is kept, and only for a moment. */

#define KEPT_MS 1500

static GMutex           mutex;
static cairo_surface_t *spare;
static guint            n_given; /* changes whenever the spare one does */

static const cairo_user_data_key_t spared;

static void
drop (cairo_surface_t *surface)
{
  if (surface != NULL)
    cairo_surface_destroy (surface);
}

static gboolean
drop_old_cb (gpointer given)
{
  cairo_surface_t *old = NULL;

  g_mutex_lock (&mutex);
  if (n_given == GPOINTER_TO_UINT (given))
    old = g_steal_pointer (&spare);
  g_mutex_unlock (&mutex);
  drop (old);
  return G_SOURCE_REMOVE;
}

static void
give (cairo_surface_t *surface)
{
  cairo_surface_t *old;
  guint            given;

  g_mutex_lock (&mutex);
  old = spare;
  spare = surface;
  given = ++n_given;
  g_mutex_unlock (&mutex);
  drop (old);
  g_timeout_add (KEPT_MS, drop_old_cb, GUINT_TO_POINTER (given));
}

/**
 * march_map_spare_mark:
 * @surface: an image that may be kept when nobody has it any longer
 */
void
march_map_spare_mark (cairo_surface_t *surface)
{
  cairo_surface_set_user_data (surface, &spared, GINT_TO_POINTER (TRUE), NULL);
}

/**
 * march_map_spare_release:
 * @surface: (transfer full): an image
 *
 * Gives up a reference: the last one to an image that march_map_spare_mark() was told of keeps it.
 * On any thread.
 */
void
march_map_spare_release (cairo_surface_t *surface)
{
  if (cairo_surface_get_reference_count (surface) == 1
      && cairo_surface_get_user_data (surface, &spared) != NULL)
    give (surface);
  else
    cairo_surface_destroy (surface);
}

static gboolean
is_fit (cairo_surface_t *surface, const MarchView *view)
{
  double x_scale, y_scale;

  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  return cairo_surface_get_reference_count (surface) == 1 && x_scale == view->scale
         && cairo_image_surface_get_width (surface) == (int) ceil (view->width * view->scale)
         && cairo_image_surface_get_height (surface) == (int) ceil (view->height * view->scale);
}

/**
 * march_map_spare_take:
 *
 * On any thread.
 *
 * Returns: (transfer full) (nullable): an image for a picture of @view, with whatever is on it
 */
cairo_surface_t *
march_map_spare_take (const MarchView *view)
{
  cairo_surface_t *surface = NULL;

  g_mutex_lock (&mutex);
  if (spare != NULL && is_fit (spare, view))
    {
      surface = g_steal_pointer (&spare);
      n_given++;
    }
  g_mutex_unlock (&mutex);
  return surface;
}
