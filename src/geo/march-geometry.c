/* march-geometry.c — points, lines and polygons in longitude and latitude */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-geometry.h"

#include <math.h>
#include <string.h>

#include "geo/march-label-point.h"

struct _MarchGeometry
{
  gatomicrefcount   references;
  MarchGeometryKind kind;
  MarchBox          box;
  guint             n_parts;
  MarchPart        *parts;
  double           *points;

  gsize             labelled; /* guards the next two, which are found when first asked for */
  double            label_longitude;
  double            label_latitude;
};

static gboolean
is_open_ring (MarchGeometryKind kind,
              const MarchPart  *part)
{
  const double *last = part->points + 2 * (part->n_points - 1);

  return kind == MARCH_GEOMETRY_POLYGON &&
         (part->points[0] != last[0] || part->points[1] != last[1]);
}

static void
extend_by_points (MarchBox     *box,
                  const double *points,
                  guint         n_points)
{
  for (guint i = 0; i < n_points; i++)
    {
      const MarchBox point = { points[2 * i], points[2 * i + 1], points[2 * i], points[2 * i + 1] };

      march_box_extend (box, &point);
    }
}

static gsize
count_needed (MarchGeometryKind kind,
              const MarchPart  *parts,
              guint             n_parts)
{
  gsize n_points = 0;

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].n_points > 0)
      n_points += parts[i].n_points + (gsize) is_open_ring (kind, &parts[i]);
  return n_points;
}

/* Copies a part to @points, and closes a ring. */
static void
add_part (MarchGeometry   *geometry,
          const MarchPart *part,
          double          *points)
{
  MarchPart *copy = &geometry->parts[geometry->n_parts++];

  *copy = *part;
  copy->points = points;
  memcpy (points, part->points, 2 * part->n_points * sizeof (double));
  if (is_open_ring (geometry->kind, part))
    {
      memcpy (points + 2 * part->n_points, points, 2 * sizeof (double));
      copy->n_points++;
    }
  extend_by_points (&geometry->box, copy->points, copy->n_points);
}

/**
 * march_geometry_new:
 * @kind: what the parts are
 * @parts: (array length=n_parts): points, lines, or rings: a polygon's outer ring, then its holes,
 * then the next polygon's; their points are copied and must be finite
 * @n_parts: 0 makes an empty geometry
 *
 * A ring that isn't closed is closed, and parts without points are left out.
 *
 * Returns: (transfer full): a geometry
 */
MarchGeometry *
march_geometry_new (MarchGeometryKind kind,
                    const MarchPart  *parts,
                    guint             n_parts)
{
  MarchGeometry *geometry = g_new0 (MarchGeometry, 1);
  double        *next;

  g_atomic_ref_count_init (&geometry->references);
  geometry->kind = kind;
  geometry->box = MARCH_BOX_EMPTY;
  geometry->parts = g_new (MarchPart, n_parts);
  geometry->points = next = g_new (double, 2 * count_needed (kind, parts, n_parts));
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].n_points > 0)
      {
        add_part (geometry, &parts[i], next);
        next += 2 * (gsize) geometry->parts[geometry->n_parts - 1].n_points;
      }
  return geometry;
}

/**
 * march_geometry_ref:
 * @geometry: a geometry
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): @geometry
 */
MarchGeometry *
march_geometry_ref (MarchGeometry *geometry)
{
  g_atomic_ref_count_inc (&geometry->references);
  return geometry;
}

/**
 * march_geometry_unref:
 * @geometry: (nullable) (transfer full): a geometry
 *
 * May be called in any thread.
 */
void
march_geometry_unref (MarchGeometry *geometry)
{
  if (geometry == NULL || !g_atomic_ref_count_dec (&geometry->references))
    return;
  g_free (geometry->parts);
  g_free (geometry->points);
  g_free (geometry);
}

/**
 * march_geometry_get_kind:
 * @geometry: a geometry
 *
 * Returns: what its parts are
 */
MarchGeometryKind
march_geometry_get_kind (MarchGeometry *geometry)
{
  return geometry->kind;
}

/**
 * march_geometry_get_box:
 * @geometry: a geometry
 *
 * Returns: (transfer none): what its points span, empty for an empty geometry
 */
const MarchBox *
march_geometry_get_box (MarchGeometry *geometry)
{
  return &geometry->box;
}

/**
 * march_geometry_get_n_parts:
 * @geometry: a geometry
 *
 * Returns: how many points, lines or rings it has
 */
guint
march_geometry_get_n_parts (MarchGeometry *geometry)
{
  return geometry->n_parts;
}

/**
 * march_geometry_get_part:
 * @geometry: a geometry
 * @index: counted from 0
 *
 * Returns: (transfer none): one part
 */
const MarchPart *
march_geometry_get_part (MarchGeometry *geometry,
                         guint          index)
{
  g_return_val_if_fail (index < geometry->n_parts, NULL);
  return &geometry->parts[index];
}

/**
 * march_geometry_count_points:
 * @geometry: a geometry
 *
 * Returns: the number of points of all parts, a ring's first counted twice
 */
guint
march_geometry_count_points (MarchGeometry *geometry)
{
  guint n_points = 0;

  for (guint i = 0; i < geometry->n_parts; i++)
    n_points += geometry->parts[i].n_points;
  return n_points;
}

/* Whether a ray to the east crosses the ring an odd number of times. */
static gboolean
ring_contains (const MarchPart *ring,
               double           x,
               double           y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const double *a = ring->points + 2 * i;
      const double *b = a + 2;

      if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
        inside = !inside;
    }
  return inside;
}

/**
 * march_geometry_contains:
 * @geometry: a geometry; only a polygon contains anything
 * @longitude: degrees
 * @latitude: degrees
 *
 * Straight edges in longitude and latitude. A point on the border may count either way, but of two
 * neighbours that share the border's points it is in one of them.
 *
 * Returns: whether the point lies in one of the polygons and in none of that polygon's holes
 */
gboolean
march_geometry_contains (MarchGeometry *geometry,
                         double         longitude,
                         double         latitude)
{
  const MarchBox *box = &geometry->box;
  gboolean        inside = FALSE;

  if (geometry->kind != MARCH_GEOMETRY_POLYGON ||
      !(longitude >= box->west && longitude <= box->east && latitude >= box->south &&
        latitude <= box->north))
    return FALSE;

  for (guint i = 0; i < geometry->n_parts; i++)
    {
      const MarchPart *ring = &geometry->parts[i];

      if (i > 0 && ring->polygon != geometry->parts[i - 1].polygon && inside)
        return TRUE;
      if (i == 0 || ring->polygon != geometry->parts[i - 1].polygon)
        inside = FALSE;
      inside ^= ring_contains (ring, longitude, latitude);
    }
  return inside;
}

/**
 * march_geometry_get_label_point:
 * @geometry: a geometry
 * @longitude: (out): degrees, NAN for an empty geometry
 * @latitude: (out): degrees, NAN for an empty geometry
 *
 * Finds where a name stands best: in the largest polygon the point farthest from its border,
 * halfway along the longest line, or the first point. It is found once and kept. May be called in
 * any thread.
 */
void
march_geometry_get_label_point (MarchGeometry *geometry,
                                double        *longitude,
                                double        *latitude)
{
  if (g_once_init_enter (&geometry->labelled))
    {
      march_label_point_find (geometry, &geometry->label_longitude, &geometry->label_latitude);
      g_once_init_leave (&geometry->labelled, 1);
    }
  *longitude = geometry->label_longitude;
  *latitude = geometry->label_latitude;
}

static gboolean
is_empty_box (const MarchBox *box)
{
  return box->west > box->east;
}

/**
 * march_box_extend:
 * @box: (inout): a box, empty or not
 * @other: another
 *
 * Makes @box just so large that it holds both.
 */
void
march_box_extend (MarchBox       *box,
                  const MarchBox *other)
{
  if (is_empty_box (other))
    return;
  if (is_empty_box (box))
    {
      *box = *other;
      return;
    }
  box->west = MIN (box->west, other->west);
  box->south = MIN (box->south, other->south);
  box->east = MAX (box->east, other->east);
  box->north = MAX (box->north, other->north);
}

/**
 * march_box_intersects:
 * @a: a box
 * @b: another
 *
 * Returns: whether they have a point in common; an empty one has none
 */
gboolean
march_box_intersects (const MarchBox *a,
                      const MarchBox *b)
{
  return !is_empty_box (a) && !is_empty_box (b) &&
         a->west <= b->east && b->west <= a->east && a->south <= b->north && b->south <= a->north;
}
