/* drawing-fixtures.h — two squares side by side, one of them drawn, for tests of drawings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-drawing.h"

/* Two squares side by side, which share the border at longitude 1, with a corner in its middle. */
static const double pair_west[] = { 0, 0, 1, 0, 1, 0.5, 1, 1, 0, 1, 0, 0 };
static const double pair_east[] = { 1, 0, 2, 0, 2, 1, 1, 1, 1, 0.5, 1, 0 };
static const double pair_hole[] = { 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.25, 0.25 };

#define POLYGON(points, at, inner)                                                                 \
  {                                                                                                \
    points, G_N_ELEMENTS (points) / 2, at, inner                                                   \
  }

static inline MarchGeometry *
make_west (void)
{
  const MarchPart parts[] = { POLYGON (pair_west, 0, FALSE), POLYGON (pair_hole, 0, TRUE) };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, parts, 2);
}

static inline MarchGeometry *
make_east (void)
{
  const MarchPart part = POLYGON (pair_east, 0, FALSE);

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static inline MarchDrawing *
make_pair (void)
{
  g_autoptr (MarchGeometry) own = make_west ();
  g_autoptr (MarchGeometry) other = make_east ();
  MarchDrawing *drawing = march_drawing_new (MARCH_GEOMETRY_POLYGON, own);

  march_drawing_add_neighbour (drawing, 77, other);
  return drawing;
}

/* All corners of all outlines, to be compared. */
static inline char *
describe (MarchDrawing *drawing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < march_drawing_get_n_outlines (drawing); i++)
    for (guint k = 0; k < march_drawing_get_n_rings (drawing, i); k++)
      {
        guint n;
        const MarchDrawnPoint *points = march_drawing_get_ring (drawing, i, k, &n);

        for (guint p = 0; p < n; p++)
          g_string_append_printf (text, "%g,%g ", points[p].longitude, points[p].latitude);
        g_string_append (text, k + 1 < march_drawing_get_n_rings (drawing, i) ? "/ " : "| ");
      }
  return g_string_free (text, FALSE);
}

static inline void
expect (MarchDrawing *drawing, const char *words)
{
  g_autofree char *text = describe (drawing);

  g_assert_cmpstr (text, ==, words);
}

#define UNTOUCHED "0,0 1,0 1,0.5 1,1 0,1 / 0.25,0.25 0.25,0.75 0.75,0.75 | 1,0 2,0 2,1 1,1 1,0.5 | "

static inline void
undo_all (MarchDrawing *drawing, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (march_drawing_undo (drawing));
  g_assert_false (march_drawing_undo (drawing));
}
