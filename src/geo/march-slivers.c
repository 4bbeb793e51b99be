/* march-slivers.c — changes too narrow to be land, held back until they are wider */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "geo/march-cutting-private.h"
#include "geo/march-rings-private.h"

/* A source that writes the same border with other digits moves it by some centimetres everywhere.
 * What lies between is no land that changed hands, and would be more pieces than all real changes.
 * Such slivers wait: the borders stay where they were, and the next day tries again. Together they
 * may not come near the millionth of the area that a day may differ. */
#define MAX_WIDTH 10.0 /* cells, in the mean over a sliver */
#define MAX_SHARE 2e-7 /* of the day's area */

typedef struct
{
  MarchGeometry *polygon;
  double         area;  /* square cells */
  double         width; /* cells */
} Sliver;

typedef struct
{
  MarchGridPoint a, b; /* a < b */
  guint32        edge;
} Known;

typedef struct
{
  gint64        kind;
  MarchGridEdge edge;
} Border;

static int
compare_known (const void *a, const void *b)
{
  const Known *p = a, *q = b;
  int          order = march_grid_compare (&p->a, &q->a);

  return order != 0 ? order : march_grid_compare (&p->b, &q->b);
}

static int
compare_slivers (const void *a, const void *b)
{
  const Sliver *p = a, *q = b;

  return (p->width > q->width) - (p->width < q->width);
}

static double
ring_area (const MarchPart *ring)
{
  const double *origin = ring->points;
  double        area = 0;

  for (guint i = 1; i + 1 < ring->n_points; i++)
    {
      const double *a = ring->points + 2 * i, *b = a + 2;

      area += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
    }
  return fabs (area) / 2 * MARCH_GRID_SCALE * MARCH_GRID_SCALE;
}

static double
ring_length (const MarchPart *ring)
{
  double length = 0;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const double *a = ring->points + 2 * i, *b = a + 2;

      length += hypot (b[0] - a[0], b[1] - a[1]);
    }
  return length * MARCH_GRID_SCALE;
}

static Sliver
measure (MarchGeometry *polygon)
{
  Sliver sliver = { polygon, 0, 0 };
  double length = 0;

  for (guint i = 0; i < march_geometry_get_n_parts (polygon); i++)
    {
      const MarchPart *ring = march_geometry_get_part (polygon, i);

      sliver.area += ring->hole ? -ring_area (ring) : ring_area (ring);
      length += ring_length (ring);
    }
  sliver.width = length > 0 ? 2 * sliver.area / length : 0;
  return sliver;
}

/* What was the same before the day and is turned over by it: 0 for what isn't. */
static gint64
get_kind (const MarchSide *side)
{
  return side->turned ? (gint64) side->label + 1 : 0;
}

static int
compare_borders (const void *a, const void *b)
{
  const Border *p = a, *q = b;

  return (p->kind > q->kind) - (p->kind < q->kind);
}

/* The borders of all kinds of land that the day turns over. */
static GArray *
list_borders (MarchPlanar *planar, GArray *looks, GArray *known)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (Border));

  for (guint i = 0; i < looks->len; i++)
    {
      const MarchLook       *look = &g_array_index (looks, MarchLook, i);
      const MarchPlanarEdge *edge = march_planar_edge (planar, look->edge);
      Border                 left = { get_kind (&look->sides[0]), { edge->a, edge->b } };
      Border                 right = { get_kind (&look->sides[1]), { edge->b, edge->a } };
      Known                  entry = { edge->a, edge->b, look->edge };

      if (left.kind == right.kind)
        continue;
      if (left.kind != 0)
        g_array_append_val (borders, left);
      if (right.kind != 0)
        g_array_append_val (borders, right);
      g_array_append_val (known, entry);
    }
  g_array_sort (borders, compare_borders);
  return borders;
}

/* The polygons that the day turns over, parted where they weren't the same before. */
static GPtrArray *
list_turned (MarchPlanar *planar, GArray *looks, GArray *known)
{
  g_autoptr (GArray) borders = list_borders (planar, looks, known);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (MarchGridEdge));
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);

  for (guint i = 0; i < borders->len; i++)
    {
      const Border *border = &g_array_index (borders, Border, i);
      GPtrArray    *polygons;

      g_array_append_val (edges, border->edge);
      if (i + 1 < borders->len && g_array_index (borders, Border, i + 1).kind == border->kind)
        continue;
      polygons = march_rings_to_polygons (edges);
      g_array_set_size (edges, 0);
      if (polygons != NULL)
        g_ptr_array_extend_and_steal (all, polygons);
    }
  return all;
}

static GArray *
list_slivers (GPtrArray *polygons)
{
  GArray *slivers = g_array_new (FALSE, FALSE, sizeof (Sliver));

  for (guint i = 0; i < polygons->len; i++)
    {
      Sliver sliver = measure (g_ptr_array_index (polygons, i));

      if (sliver.width < MAX_WIDTH)
        g_array_append_val (slivers, sliver);
    }
  if (slivers->len > 0)
    qsort (slivers->data, slivers->len, sizeof (Sliver), compare_slivers);
  return slivers;
}

static void
hold_ring (MarchPlanar *planar, const GArray *known, const MarchPart *ring, GArray *owed)
{
  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const double  *point = ring->points + 2 * i;
      MarchGridPoint from = { march_grid_round (point[0]), march_grid_round (point[1]) };
      MarchGridPoint to = { march_grid_round (point[2]), march_grid_round (point[3]) };
      gboolean       turned = march_grid_compare (&from, &to) > 0;
      const Known    wanted = { turned ? to : from, turned ? from : to, 0 };
      const Known   *entry = bsearch (&wanted, known->data, known->len, sizeof (Known),
                                      compare_known);

      g_assert (entry != NULL);
      march_planar_edge (planar, entry->edge)->turns ^= 1;
      march_planar_edge (planar, entry->edge)->kept = TRUE;
      g_array_append_val (owed, entry->edge);
    }
}

/**
 * march_slivers_hold_back:
 * @planar: a map with no edge waiting
 * @looks: array of #MarchLook: all edges near what the day turns over
 * @area: the day's area
 * @owed: array of guint32, emptied, and filled with the edges around slivers, which don't turn now;
 * the next day has to turn them, as if its own border began or ended there
 *
 * Where @owed isn't empty afterwards the sides of @looks are out of date.
 */
void
march_slivers_hold_back (MarchPlanar *planar, GArray *looks, MarchGeometry *area, GArray *owed)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_autoptr (GPtrArray) polygons = list_turned (planar, looks, known);
  g_autoptr (GArray) slivers = NULL;
  double left = MAX_SHARE * measure (area).area;

  g_array_set_size (owed, 0);
  if (polygons->len == 0)
    return;
  slivers = list_slivers (polygons);
  qsort (known->data, known->len, sizeof (Known), compare_known);
  for (guint i = 0; i < slivers->len; i++)
    {
      const Sliver *sliver = &g_array_index (slivers, Sliver, i);

      left -= sliver->area;
      if (left < 0)
        break;
      for (guint j = 0; j < march_geometry_get_n_parts (sliver->polygon); j++)
        hold_ring (planar, known, march_geometry_get_part (sliver->polygon, j), owed);
    }
}
