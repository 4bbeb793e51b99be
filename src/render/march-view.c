/* march-view.c — which part of the map a picture shows, and at which size */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-number-words.h"
#include "geo/march-mercator.h"

#define EARTH_CIRCUMFERENCE 40075016.685578488 /* metres, EPSG:3857 */
#define MIN_ZOOM 0.0
#define MAX_ZOOM 22.0

/**
 * march_view_world:
 *
 * Returns: the width of the whole world in logical pixels
 */
double
march_view_world (const MarchView *view)
{
  return MARCH_MERCATOR_TILE * exp2 (view->zoom);
}

/**
 * march_view_centered:
 *
 * Returns: a view of the given size in logical pixels whose middle is the given point
 */
MarchView
march_view_centered (double longitude,
                     double latitude,
                     double zoom,
                     double width,
                     double height,
                     double scale)
{
  MarchView view = { .zoom = zoom, .width = width, .height = height, .scale = scale };
  double world = march_view_world (&view);

  view.x = march_mercator_x (longitude) - width / 2 / world;
  view.y = march_mercator_y (latitude) - height / 2 / world;
  return view;
}

/**
 * march_view_fit:
 * @box: what to show
 * @margins: logical pixels to leave free at top, right, bottom and left
 *
 * Returns: the closest view that shows all of @box in the middle of the free part; all of the world
 * for an empty box
 */
MarchView
march_view_fit (const MarchBox *box,
                double          width,
                double          height,
                double          scale,
                const double    margins[4])
{
  MarchBox  all = { -180, -60, 180, 80 };
  MarchView view = { .width = width, .height = height, .scale = scale };
  double    west, east, north, south, free_width, free_height, zoom_x, zoom_y, world;

  if (box->west > box->east)
    box = &all;
  west = march_mercator_x (box->west);
  east = march_mercator_x (box->east);
  north = march_mercator_y (box->north);
  south = march_mercator_y (box->south);
  free_width = MAX (width - margins[1] - margins[3], 1);
  free_height = MAX (height - margins[0] - margins[2], 1);
  zoom_x = log2 (free_width / MARCH_MERCATOR_TILE / MAX (east - west, 1e-7));
  zoom_y = log2 (free_height / MARCH_MERCATOR_TILE / MAX (south - north, 1e-7));
  view.zoom = CLAMP (MIN (zoom_x, zoom_y), MIN_ZOOM, MAX_ZOOM);
  world = march_view_world (&view);
  view.x = (west + east) / 2 - (margins[3] + free_width / 2) / world;
  view.y = (north + south) / 2 - (margins[0] + free_height / 2) / world;
  return view;
}

/**
 * march_view_project:
 *
 * Where a point stands on the picture, in logical pixels from its top left corner.
 */
void
march_view_project (const MarchView *view,
                    double           longitude,
                    double           latitude,
                    double          *px,
                    double          *py)
{
  double world = march_view_world (view);

  *px = (march_mercator_x (longitude) - view->x) * world;
  *py = (march_mercator_y (latitude) - view->y) * world;
}

/**
 * march_view_unproject:
 *
 * Which point stands at a place of the picture; beyond the world's edge, the longitude is out of
 * range.
 */
void
march_view_unproject (const MarchView *view,
                      double           px,
                      double           py,
                      double          *longitude,
                      double          *latitude)
{
  double world = march_view_world (view);

  *longitude = march_mercator_longitude (view->x + px / world);
  *latitude = march_mercator_latitude (view->y + py / world);
}

/**
 * march_view_metres_per_pixel:
 *
 * Returns: the ground length of a logical pixel in the middle of the picture
 */
double
march_view_metres_per_pixel (const MarchView *view)
{
  double world = march_view_world (view);
  double latitude = march_mercator_latitude (CLAMP (view->y + view->height / 2 / world, 0, 1));

  return EARTH_CIRCUMFERENCE * cos (latitude * G_PI / 180) / world;
}

/**
 * march_view_round_length:
 *
 * Returns: the largest 1, 2 or 5 times a power of ten that is not longer than @metres, which are
 * more than 0
 */
double
march_view_round_length (double metres)
{
  double power = pow (10, floor (log10 (metres)));
  double digit = metres / power;

  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/** march_view_describe_length: Returns: (transfer full): a round length in words */
char *
march_view_describe_length (double metres)
{
  gboolean         far = metres >= 1000;
  g_autofree char *number = march_words_for_decimals (far ? metres / 1000 : metres, 0);

  return g_strdup_printf (far ? _("%s km") : _("%s m"), number);
}

/**
 * march_view_is_sane:
 *
 * Returns: whether a picture of the view can be made: finite numbers, a zoom and a size that fit a
 * surface
 */
gboolean
march_view_is_sane (const MarchView *view)
{
  return isfinite (view->x) && isfinite (view->y) && fabs (view->x) < 1e6 && fabs (view->y) < 1e6
         && isfinite (view->zoom) && view->zoom > -10 && view->zoom < 30 && view->width > 0
         && view->height > 0 && view->scale > 0 && view->width * view->scale <= 32767
         && view->height * view->scale <= 32767;
}
