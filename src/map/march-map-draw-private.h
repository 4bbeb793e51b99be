/* march-map-draw-private.h — what the files of a drawing over the map share; private to them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "map/march-map-draw.h"

G_BEGIN_DECLS

/* How far from a handle it is taken hold of. */
#define MARCH_MAP_DRAW_REACH 11.0

struct _MarchMapDraw
{
  MarchMapTool  parent;

  MarchDrawing *drawing; /* borrowed; NULL: nothing is drawn */
  GArray       *handles; /* of MarchMapHandle; NULL: to be listed */
  gboolean      dense;
  gboolean      chosen;       /* a ring is: */
  guint         ring;
  gboolean      selected;     /* and a corner of it: */
  guint         corner;
  gboolean      snapped;      /* the pointer, to a corner there: */
  double        snap_x, snap_y;
  GArray       *way;          /* of MarchDrawnPoint: borders that lead there; NULL: none */
  gboolean      longer;       /* the longer way is wanted */
  gboolean      leading;      /* a stretch of the ring is to follow a border, from: */
  guint         lead_from;
  double        defect_longitude, defect_latitude; /* NAN: none */
};

GArray *march_map_draw_get_handles (MarchMapDraw *draw);

/* march-map-draw-paint.c */
void    march_map_draw_paint       (MarchMapTool *tool, cairo_t *cr, const MarchPalette *palette);

G_END_DECLS
