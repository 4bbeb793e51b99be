/* march-rings-trace.h — directed edges followed until they close to rings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-rings-private.h"

G_BEGIN_DECLS

/* A closed ring that no point is on twice: above 0 the area of an outer ring, below that of a
 * hole, in half cells. */
typedef struct
{
  GArray          *points; /* of MarchGridPoint, the first not repeated */
  MarchGridProduct area;
  gint32           west, south, east, north;
  guint            polygon;
} MarchRing;

MarchGridProduct march_ring_signed_area (const MarchGridPoint *points, guint n_points);
GPtrArray       *march_rings_trace      (GArray *edges);

G_END_DECLS
