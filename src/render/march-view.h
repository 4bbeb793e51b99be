/* march-view.h — which part of the map a picture shows, and at which size */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/**
 * MarchView:
 * @x: west edge on the unit square of Web Mercator (see march-mercator.h)
 * @y: north edge there
 * @zoom: fractional; the world is 256 × 2^zoom logical pixels wide
 * @width: in logical pixels
 * @height: in logical pixels
 * @scale: device pixels per logical pixel
 */
typedef struct
{
  double x, y;
  double zoom;
  double width, height;
  double scale;
} MarchView;

MarchView march_view_centered (double longitude,
                               double latitude,
                               double zoom,
                               double width,
                               double height,
                               double scale);
MarchView march_view_fit (const MarchBox *box,
                          double          width,
                          double          height,
                          double          scale,
                          const double    margins[4]);
double    march_view_world    (const MarchView *view);
void      march_view_project (const MarchView *view,
                              double           longitude,
                              double           latitude,
                              double          *px,
                              double          *py);
void      march_view_unproject (const MarchView *view,
                                double           px,
                                double           py,
                                double          *longitude,
                                double          *latitude);
gboolean  march_view_is_sane  (const MarchView *view);
double    march_view_metres_per_pixel (const MarchView *view);
double    march_view_round_length     (double metres);
char     *march_view_describe_length  (double metres);

G_END_DECLS
