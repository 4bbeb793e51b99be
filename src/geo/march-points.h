/* march-points.h — dated points by the hundred thousand, packed for questions by day and by view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"
#include "geo/march-geometry.h"

G_BEGIN_DECLS

/* The unit square of march-mercator.h is so many steps wide: one is 9 mm at the equator. */
#define MARCH_POINT_STEPS 4294967296.0
#define MARCH_POINT_OPEN G_MAXINT32 /* in place of a day: no end */

/**
 * MarchPoint:
 * @x: steps from the west
 * @y: steps from the north
 * @from: the first day on which it counts, since 1970-01-01
 * @until: the day after the last, or #MARCH_POINT_OPEN
 * @told: the day after the last of which its file tells, or #MARCH_POINT_OPEN; between it and
 *   @until the point is carried
 * @name: see march_points_get_name()
 */
typedef struct
{
  guint32 x;
  guint32 y;
  gint32  from;
  gint32  until;
  gint32  told;
  guint32 name;
} MarchPoint;

/**
 * MarchPointBox:
 *
 * Steps; the ends are in it.
 */
typedef struct
{
  guint32 x0, y0, x1, y1;
} MarchPointBox;

/**
 * MarchPoints:
 *
 * The points of one holder by one source: 24 bytes each, in the order of a curve that fills the
 * plane, under a tree of boxes and days. Immutable and counted atomically, so they may cross
 * threads.
 */
typedef struct _MarchPoints MarchPoints;
typedef struct _MarchPointsBuilder MarchPointsBuilder;

/* Returns whether to go on. */
typedef gboolean (*MarchPointFunc) (const MarchPoint *point, gpointer user_data);

MarchPointsBuilder *march_points_builder_new  (void);
void                march_points_builder_free (MarchPointsBuilder *builder);
void                march_points_builder_add  (MarchPointsBuilder *builder, double longitude,
                                               double latitude, MarchDay from, MarchDay until,
                                               MarchDay told, const char *name);
MarchPoints        *march_points_builder_end  (MarchPointsBuilder *builder);

MarchPoints        *march_points_ref          (MarchPoints *points);
void                march_points_unref        (MarchPoints *points);
guint               march_points_get_n_points (MarchPoints *points);
const MarchPoint   *march_points_get          (MarchPoints *points, guint index);
const char         *march_points_get_name     (MarchPoints *points, const MarchPoint *point);
GArray             *march_points_list_changes (MarchPoints *points);
gboolean            march_points_differ       (MarchPoints *points, MarchDay one, MarchDay other);
gboolean            march_point_counts        (const MarchPoint *point, MarchDay day);
gboolean            march_points_visit        (MarchPoints *points, const MarchPointBox *box,
                                               MarchDay first, MarchDay last, MarchPointFunc visit,
                                               gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPoints, march_points_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPointsBuilder, march_points_builder_free)

G_END_DECLS
