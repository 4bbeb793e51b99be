/* march-anchors.c — where on a shape its name may stand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-land.h"

#define LATTICE 5 /* anchors of names are looked for on a grid of so many rows and columns */
#define NEIGHBOUR_LATTICE 8

static GArray *
project_all (MarchGeometry *geometry)
{
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (MarchSpot),
                                     march_geometry_count_points (geometry));

  for (guint i = 0; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      for (guint j = 0; j < part->n_points; j++)
        {
          MarchSpot spot = march_spot_project (part->points[2 * j], part->points[2 * j + 1]);

          g_array_append_val (spots, spot);
        }
    }
  return spots;
}

/* To the nearest vertex: edges are short where it matters. */
static double
clearance_of (const GArray *outline, const MarchSpot *spot)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < outline->len; i++)
    {
      const MarchSpot *at = &g_array_index (outline, MarchSpot, i);
      double           dx = at->x - spot->x, dy = at->y - spot->y;

      least = MIN (least, dx * dx + dy * dy);
    }
  return sqrt (least);
}

static void
add_anchor (const GArray *outline,
            MarchAnchor  *anchors,
            guint        *n_anchors,
            double        longitude,
            double        latitude)
{
  MarchAnchor *anchor;

  if (*n_anchors == MARCH_LAND_MAX_ANCHORS)
    return;
  anchor = &anchors[(*n_anchors)++];
  anchor->spot = march_spot_project (longitude, latitude);
  anchor->clearance = clearance_of (outline, &anchor->spot);
}

/* The label point, then points of a lattice that lie inside, so that a large place has its name on
 * every close view. */
static void
find_anchors (MarchGeometry *geometry, MarchAnchor *anchors, guint *n_anchors)
{
  g_autoptr (GArray) outline = project_all (geometry);
  const MarchBox *box = march_geometry_get_box (geometry);
  double          longitude, latitude;

  march_geometry_get_label_point (geometry, &longitude, &latitude);
  add_anchor (outline, anchors, n_anchors, longitude, latitude);
  for (guint i = 0; i < LATTICE * LATTICE && *n_anchors < MARCH_LAND_MAX_ANCHORS; i++)
    {
      guint cell = i * 7 % (LATTICE * LATTICE); /* scattered, not row by row */

      longitude = box->west + (box->east - box->west) * (cell % LATTICE + 0.5) / LATTICE;
      latitude = box->south + (box->north - box->south) * (cell / LATTICE + 0.5) / LATTICE;
      if (march_geometry_contains (geometry, longitude, latitude))
        add_anchor (outline, anchors, n_anchors, longitude, latitude);
    }
}

/* How far a point of a neighbour's land is from its edge and from that of @shown. */
static double
room_of (const GArray *outline, const MarchBox *shown, double longitude, double latitude)
{
  MarchSpot spot = march_spot_project (longitude, latitude),
            north_west = march_spot_project (shown->west, shown->north),
            south_east = march_spot_project (shown->east, shown->south);
  double across = MIN (spot.x - north_west.x, south_east.x - spot.x),
         down = MIN (spot.y - north_west.y, south_east.y - spot.y);

  /* A name is wider than it is high. */
  return MIN (clearance_of (outline, &spot), MIN (across / 2, down));
}

/* A neighbour is named within what is around the land of the dossier first, where it has most
 * room. */
static void
anchor_neighbour (MarchLandFace *face, const MarchBox *shown)
{
  g_autoptr (GArray) outline = project_all (face->geometry);
  const MarchBox *box = march_geometry_get_box (face->geometry);
  MarchBox        part = { MAX (box->west, shown->west), MAX (box->south, shown->south),
                           MIN (box->east, shown->east), MIN (box->north, shown->north) };
  double          best_longitude = 0, best_latitude = 0, best = 0;

  for (guint i = 0; i < NEIGHBOUR_LATTICE * NEIGHBOUR_LATTICE; i++)
    {
      double longitude = part.west
                         + (part.east - part.west) * (i % NEIGHBOUR_LATTICE + 0.5)
                               / NEIGHBOUR_LATTICE;
      double latitude = part.south
                        + (part.north - part.south) * (i / NEIGHBOUR_LATTICE + 0.5)
                              / NEIGHBOUR_LATTICE;
      double room = room_of (outline, shown, longitude, latitude);

      if (room <= best || !march_geometry_contains (face->geometry, longitude, latitude))
        continue;
      best = room;
      best_longitude = longitude;
      best_latitude = latitude;
    }
  if (best <= 0)
    return;
  face->n_anchors = MIN (face->n_anchors, MARCH_LAND_MAX_ANCHORS - 1);
  memmove (&face->anchors[1], &face->anchors[0], face->n_anchors * sizeof face->anchors[0]);
  face->anchors[0] = (MarchAnchor){ march_spot_project (best_longitude, best_latitude), best };
  face->n_anchors++;
}

/* What is around the land of the dossier. */
static MarchBox
find_shown (const MarchLand *land)
{
  MarchBox shown = MARCH_BOX_EMPTY;
  double   width, height;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    {
      const MarchLandFace *face = &land->faces[i];

      if (face->ours && shown.west > shown.east)
        shown = *march_geometry_get_box (face->geometry);
      else if (face->ours)
        march_box_extend (&shown, march_geometry_get_box (face->geometry));
    }
  width = shown.east - shown.west;
  height = shown.north - shown.south;
  return (MarchBox){ shown.west - width / 6, MAX (shown.south - height / 6, -80),
                     shown.east + width / 6, MIN (shown.north + height / 6, 80) };
}

static void
anchor_faces (MarchLand *land)
{
  const MarchBox shown = find_shown (land);

  for (guint i = 0; i < land->mesh->n_faces; i++)
    {
      MarchLandFace *face = &land->faces[i];

      find_anchors (face->geometry, face->anchors, &face->n_anchors);
      if (!face->ours && shown.east > shown.west)
        anchor_neighbour (face, &shown);
    }
}

/* The middle of a state's units, weighted by the size of each. */
static void
collect_state (MarchLand *land, const MarchPlace *place)
{
  MarchLandState state = { .place = place, .box = MARCH_RECT_EMPTY };
  double         weights = 0;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    {
      const MarchRect *box = &land->mesh->faces[i].box;
      double           weight = (box->x1 - box->x0) * (box->y1 - box->y0);

      if (land->faces[i].state != place || land->faces[i].place == place || weight <= 0)
        continue;
      state.anchor.x += weight * land->faces[i].anchors[0].spot.x;
      state.anchor.y += weight * land->faces[i].anchors[0].spot.y;
      weights += weight;
      march_rect_extend (&state.box, box);
    }
  if (weights <= 0)
    return;
  state.anchor.x /= weights;
  state.anchor.y /= weights;
  g_array_append_val (land->states, state);
}

/**
 * march_land_find_anchors:
 *
 * Finds where names may stand, when first a name is to be written: it takes as long as all else
 * that is prepared. Any thread.
 */
void
march_land_find_anchors (MarchLand *land)
{
  GPtrArray *places = march_corpus_get_places (land->corpus);

  if (!g_once_init_enter (&land->anchored))
    return;
  anchor_faces (land);
  for (guint i = 0; i < land->seas->len; i++)
    {
      MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);

      find_anchors (sea->place->geometry, sea->anchors, &sea->n_anchors);
    }
  for (guint i = 0; i < places->len; i++)
    if (((const MarchPlace *) g_ptr_array_index (places, i))->kind == MARCH_PLACE_STATE)
      collect_state (land, g_ptr_array_index (places, i));
  g_once_init_leave (&land->anchored, 1);
}
