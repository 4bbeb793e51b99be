/* march-track.h — a line on the Mercator square, with fewer points for smaller zooms */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} MarchSpot;

/* Of the unit square or of pixels, as the user says. */
typedef struct
{
  double x0, y0, x1, y1;
} MarchRect;

/* Level l is for zooms up to l; the last one has every point. */
#define MARCH_TRACK_LEVELS 15

/**
 * MarchTrack:
 *
 * Immutable. Levels that would be equal share their points.
 */
typedef struct
{
  MarchRect  box;
  MarchSpot *points[MARCH_TRACK_LEVELS];
  guint      n_points[MARCH_TRACK_LEVELS];
} MarchTrack;

void     march_track_init       (MarchTrack *track, const MarchSpot *points, guint n_points);
void     march_track_clear      (MarchTrack *track);
guint    march_track_level      (double zoom, double scale);

/**
 * MarchShape:
 *
 * A geometry that shares no edge with another: a sea, a lake, a river, a dated area.
 */
typedef struct
{
  MarchRect   box;
  MarchTrack *tracks;
  guint       n_tracks;
} MarchShape;

MarchShape *march_shape_new     (MarchGeometry *geometry);
MarchShape *march_shape_new_plain (MarchGeometry *geometry);
void        march_shape_free    (MarchShape *shape);

MarchSpot   march_spot_project  (double longitude, double latitude);
gboolean    march_rect_meets    (const MarchRect *a, const MarchRect *b);
void        march_rect_extend   (MarchRect *rect, const MarchRect *other);
gboolean    march_rect_cut_line (const MarchRect *rect, MarchSpot *from, MarchSpot *to);

#define MARCH_RECT_EMPTY ((MarchRect){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchShape, march_shape_free)

G_END_DECLS
