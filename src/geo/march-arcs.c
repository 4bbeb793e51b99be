/* march-arcs.c — borders that neighbours share, held once and simplified together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-arcs.h"

#include <string.h>

#include "geo/march-arcs-private.h"
#include "geo/march-simplify.h"

struct _MarchArcs
{
  gatomicrefcount references;
  MarchTopology  *topology;
  guint           n_arcs;
  MarchArc       *arcs;
  double         *points;
};

static const guint *
move_owners (GArray *owners,
             guint **next)
{
  const guint *first = *next;

  if (owners->len > 0)
    memcpy (*next, owners->data, owners->len * sizeof (guint));
  *next += owners->len;
  return first;
}

static guint *
new_owners (GPtrArray *raw_arcs)
{
  gsize n_owners = 0;

  for (guint i = 0; i < raw_arcs->len; i++)
    {
      const MarchRawArc *raw = raw_arcs->pdata[i];

      n_owners += raw->left->len + raw->right->len;
    }
  return g_new (guint, n_owners);
}

/* Takes the points of all arcs, which stand in a row in @points; each arc's n_points is set
 * already. */
static void
take_points (MarchArcs *arcs,
             GArray    *points)
{
  const double *next;

  arcs->points = (double *) (gpointer) g_array_free (points, FALSE);
  next = arcs->points;
  for (guint i = 0; i < arcs->n_arcs; i++)
    {
      arcs->arcs[i].points = next;
      next += 2 * (gsize) arcs->arcs[i].n_points;
    }
}

/**
 * march_arcs_new:
 * @geometries: (element-type MarchGeometry): polygons, in degrees; geometries of another kind get
 * no rings
 *
 * Cuts all rings where they meet or part, and projects them. Takes time in proportion to the number
 * of points.
 *
 * Returns: (transfer full): the arcs with all their points
 */
MarchArcs *
march_arcs_new (GPtrArray *geometries)
{
  MarchArcs *arcs = g_new0 (MarchArcs, 1);
  GArray    *points = g_array_new (FALSE, FALSE, sizeof (double));
  guint     *next_owner;
  g_autoptr (GPtrArray) raw_arcs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_raw_arc_free);

  g_atomic_ref_count_init (&arcs->references);
  arcs->topology = march_topology_new (geometries, raw_arcs);
  arcs->n_arcs = raw_arcs->len;
  arcs->arcs = g_new0 (MarchArc, arcs->n_arcs);
  arcs->topology->owners = next_owner = new_owners (raw_arcs);
  for (guint i = 0; i < arcs->n_arcs; i++)
    {
      const MarchRawArc *raw = raw_arcs->pdata[i];
      MarchArc          *arc = &arcs->arcs[i];

      arc->n_points = raw->points->len / 2;
      arc->n_left = raw->left->len;
      arc->n_right = raw->right->len;
      arc->left = move_owners (raw->left, &next_owner);
      arc->right = move_owners (raw->right, &next_owner);
      g_array_append_vals (points, raw->points->data, raw->points->len);
    }
  take_points (arcs, points);
  return arcs;
}

/**
 * march_arcs_simplify:
 * @arcs: arcs, best those with all their points
 * @tolerance: how far a dropped point may lie from the new arc, on the unit square; half a pixel at
 * zoom z is 0.5 / (256 × 2^z)
 *
 * A level of detail. Arcs keep their indices, ends, owners and rings, so neighbours go on matching
 * exactly.
 *
 * Returns: (transfer full): the same arcs with fewer points
 */
MarchArcs *
march_arcs_simplify (MarchArcs *arcs,
                     double     tolerance)
{
  MarchArcs *simple = g_new0 (MarchArcs, 1);
  GArray    *points = g_array_new (FALSE, FALSE, sizeof (double));

  g_atomic_ref_count_init (&simple->references);
  g_atomic_ref_count_inc (&arcs->topology->references);
  simple->topology = arcs->topology;
  simple->n_arcs = arcs->n_arcs;
  simple->arcs = g_memdup2 (arcs->arcs, arcs->n_arcs * sizeof (MarchArc));
  for (guint i = 0; i < arcs->n_arcs; i++)
    {
      guint before = points->len;

      march_simplify_line (arcs->arcs[i].points, arcs->arcs[i].n_points, tolerance, points);
      simple->arcs[i].n_points = (points->len - before) / 2;
    }
  take_points (simple, points);
  return simple;
}

/**
 * march_arcs_ref:
 * @arcs: arcs
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @arcs
 */
MarchArcs *
march_arcs_ref (MarchArcs *arcs)
{
  g_atomic_ref_count_inc (&arcs->references);
  return arcs;
}

/**
 * march_arcs_unref:
 * @arcs: (nullable) (transfer full): arcs
 *
 * May be called in any thread.
 */
void
march_arcs_unref (MarchArcs *arcs)
{
  if (arcs == NULL || !g_atomic_ref_count_dec (&arcs->references))
    return;
  march_topology_unref (arcs->topology);
  g_free (arcs->arcs);
  g_free (arcs->points);
  g_free (arcs);
}

/**
 * march_arcs_get_n_arcs:
 * @arcs: arcs
 *
 * Returns: how many there are
 */
guint
march_arcs_get_n_arcs (MarchArcs *arcs)
{
  return arcs->n_arcs;
}

/**
 * march_arcs_get_arc:
 * @arcs: arcs
 * @index: counted from 0
 *
 * Returns: (transfer none): one of them
 */
const MarchArc *
march_arcs_get_arc (MarchArcs *arcs,
                    guint      index)
{
  g_return_val_if_fail (index < arcs->n_arcs, NULL);
  return &arcs->arcs[index];
}

/**
 * march_arcs_get_n_rings:
 * @arcs: arcs
 * @geometry: a geometry, counted from 0 as they were given
 *
 * Returns: how many rings it has: its parts if it is a polygon, else 0
 */
guint
march_arcs_get_n_rings (MarchArcs *arcs,
                        guint      geometry)
{
  g_return_val_if_fail (geometry < arcs->topology->n_geometries, 0);
  return arcs->topology->first_rings[geometry + 1] - arcs->topology->first_rings[geometry];
}

/**
 * march_arcs_get_ring:
 * @arcs: arcs
 * @geometry: a geometry
 * @ring: counted from 0
 *
 * Returns: (transfer none): the ring as a sequence of arcs
 */
const MarchArcRing *
march_arcs_get_ring (MarchArcs *arcs,
                     guint      geometry,
                     guint      ring)
{
  g_return_val_if_fail (ring < march_arcs_get_n_rings (arcs, geometry), NULL);
  return &arcs->topology->rings[arcs->topology->first_rings[geometry] + ring];
}

/* The points of an arc but its first. */
static void
append_onward (const MarchArc *arc,
               gboolean        backwards,
               GArray         *points)
{
  if (!backwards)
    {
      g_array_append_vals (points, arc->points + 2, 2 * (arc->n_points - 1));
      return;
    }
  for (guint i = arc->n_points - 1; i > 0; i--)
    g_array_append_vals (points, arc->points + 2 * (i - 1), 2);
}

/**
 * march_arcs_append_ring:
 * @arcs: arcs
 * @geometry: a geometry
 * @ring: counted from 0
 * @points: array of double to which the ring's x and y are appended, its first point repeated at
 * the end
 *
 * Joins a ring's arcs. It may begin at another point than the ring that was given.
 */
void
march_arcs_append_ring (MarchArcs *arcs,
                        guint      geometry,
                        guint      ring,
                        GArray    *points)
{
  const MarchArcRing *sequence = march_arcs_get_ring (arcs, geometry, ring);

  for (guint i = 0; i < sequence->n_arcs; i++)
    {
      gboolean        backwards = sequence->arcs[i] < 0;
      const MarchArc *arc = &arcs->arcs[backwards ? ~sequence->arcs[i] : sequence->arcs[i]];

      if (i == 0)
        g_array_append_vals (points, arc->points + (backwards ? 2 * (arc->n_points - 1) : 0), 2);
      append_onward (arc, backwards, points);
    }
}
