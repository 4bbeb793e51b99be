/* march-grid.h — the grid that the borders of areas are on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Cells to a degree: a cell is at most 11 mm wide. */
#define MARCH_GRID_SCALE 1e7
#define MARCH_GRID_SIZE 1e-7
/* What 32 bits hold, and longitudes above 180 that go on across the date line. */
#define MARCH_GRID_MAX_LONGITUDE 214.0

/**
 * MarchGridPoint:
 *
 * Longitude and latitude in cells.
 */
typedef struct
{
  gint32 x, y;
} MarchGridPoint;

static inline gint32
march_grid_round (double degrees)
{
  return (gint32) lround (degrees * MARCH_GRID_SCALE);
}

/* The double nearest to the decimal number, the same that reading its seven digits gives. */
static inline double
march_grid_degrees (gint32 cells)
{
  return cells / MARCH_GRID_SCALE;
}

static inline int
march_grid_compare (const MarchGridPoint *a, const MarchGridPoint *b)
{
  if (a->x != b->x)
    return a->x < b->x ? -1 : 1;
  return (a->y > b->y) - (a->y < b->y);
}

static inline gboolean
march_grid_equal (const MarchGridPoint *a, const MarchGridPoint *b)
{
  return a->x == b->x && a->y == b->y;
}

/* Products of two differences of 33 bits need more than 64. */
__extension__ typedef __int128 MarchGridProduct;

/* Twice the area of the triangle; above 0 if @c is to the left of the way from @a to @b. */
static inline MarchGridProduct
march_grid_cross (const MarchGridPoint *a, const MarchGridPoint *b, const MarchGridPoint *c)
{
  gint64 dx = (gint64) b->x - a->x, dy = (gint64) b->y - a->y;
  gint64 cx = (gint64) c->x - a->x, cy = (gint64) c->y - a->y;

  return (MarchGridProduct) dx * cy - (MarchGridProduct) dy * cx;
}

G_END_DECLS
