/* march-arcs-build.c — finds the stretches of border that rings share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-arcs-private.h"

#include <string.h>

#include "geo/march-mercator.h"

/* As in M. Bostock's TopoJSON: a point where not all rings have the same two neighbours is a
 * junction, and rings are cut there. Two neighbours of one border then walk the same points between
 * the same junctions, and the first step of an arc names it. */

#define NO_POINT G_MAXUINT

typedef struct
{
  double   longitude, latitude;
  guint    low, high; /* neighbours in the rings, by id */
  gboolean junction;
} Vertex;

typedef struct
{
  guint    first; /* in the ids of all rings */
  guint    n_ids; /* the first not repeated; 0 if the ring has no area */
  guint    geometry;
  gboolean inside_left; /* whether the land is on the left of one who walks the ring */
} Ring;

typedef struct
{
  GArray     *vertices; /* of Vertex; its index is the id */
  guint      *slots;    /* hash of ids by coordinates, open addressing */
  gsize       n_slots;  /* a power of two */
  GArray     *ids;      /* of guint */
  GArray     *rings;    /* of Ring */
  GHashTable *steps;    /* directed first step → arc, ~arc if that walks it backwards */
  GPtrArray  *arcs;     /* of MarchRawArc */
  GArray     *ring_arcs; /* of int */
} Builder;

static gsize
hash_point (double longitude,
            double latitude)
{
  guint64 x, y;

  memcpy (&x, &longitude, sizeof x);
  memcpy (&y, &latitude, sizeof y);
  x = (x ^ (x >> 32)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  y = (y ^ (y >> 29)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x ^= y;
  return (gsize) (x ^ (x >> 31));
}

/* The id of a point, the same for all that are equal. */
static guint
intern_point (Builder *builder,
              double   longitude,
              double   latitude)
{
  const Vertex vertex = { longitude + 0.0, latitude + 0.0, NO_POINT, NO_POINT,
                          FALSE }; /* -0 becomes 0 */
  gsize        slot = hash_point (vertex.longitude, vertex.latitude) & (builder->n_slots - 1);

  for (; builder->slots[slot] != NO_POINT; slot = (slot + 1) & (builder->n_slots - 1))
    {
      const Vertex *known = &g_array_index (builder->vertices, Vertex, builder->slots[slot]);

      if (known->longitude == vertex.longitude && known->latitude == vertex.latitude)
        return builder->slots[slot];
    }
  builder->slots[slot] = builder->vertices->len;
  g_array_append_val (builder->vertices, vertex);
  return builder->slots[slot];
}

static guint
id_at (Builder    *builder,
       const Ring *ring,
       guint       index)
{
  return g_array_index (builder->ids, guint, ring->first + index % ring->n_ids);
}

static gboolean
is_counter_clockwise (const MarchPart *part)
{
  const double *origin = part->points;
  double        twice = 0;

  for (guint i = 0; i + 1 < part->n_points; i++)
    {
      const double *a = part->points + 2 * i;

      twice += (a[0] - origin[0]) * (a[3] - origin[1]) - (a[2] - origin[0]) * (a[1] - origin[1]);
    }
  return twice > 0;
}

/* Points that repeat the one before them are dropped. */
static void
load_ring (Builder         *builder,
           guint            geometry,
           const MarchPart *part)
{
  Ring ring = { builder->ids->len, 0, geometry, is_counter_clockwise (part) != part->hole };

  for (guint i = 0; i < part->n_points; i++)
    {
      guint id = intern_point (builder, part->points[2 * i], part->points[2 * i + 1]);

      if (builder->ids->len == ring.first ||
          g_array_index (builder->ids, guint, builder->ids->len - 1) != id)
        g_array_append_val (builder->ids, id);
    }
  while (builder->ids->len > ring.first + 1 &&
         g_array_index (builder->ids, guint, builder->ids->len - 1) ==
             g_array_index (builder->ids, guint, ring.first))
    g_array_set_size (builder->ids, builder->ids->len - 1);
  ring.n_ids = builder->ids->len - ring.first;
  if (ring.n_ids < 3)
    ring.n_ids = 0;
  g_array_append_val (builder->rings, ring);
}

static void
mark_junctions (Builder    *builder,
                const Ring *ring)
{
  for (guint i = 0; i < ring->n_ids; i++)
    {
      Vertex *vertex = &g_array_index (builder->vertices, Vertex, id_at (builder, ring, i));
      guint   before = id_at (builder, ring, i + ring->n_ids - 1);
      guint   after = id_at (builder, ring, i + 1);

      if (vertex->low == NO_POINT)
        {
          vertex->low = MIN (before, after);
          vertex->high = MAX (before, after);
        }
      else if (vertex->low != MIN (before, after) || vertex->high != MAX (before, after))
        vertex->junction = TRUE;
    }
}

static gint64
step_key (guint from,
          guint to)
{
  return (gint64) (((guint64) from << 32) | to);
}

static void
add_step (Builder *builder,
          guint    from,
          guint    to,
          int      arc)
{
  gint64 key = step_key (from, to);

  if (!g_hash_table_contains (builder->steps, &key))
    g_hash_table_insert (builder->steps, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (arc));
}

static MarchRawArc *
new_raw_arc (Builder    *builder,
             const Ring *ring,
             guint       first,
             guint       last)
{
  MarchRawArc *arc = g_new (MarchRawArc, 1);

  arc->points = g_array_sized_new (FALSE, FALSE, sizeof (double), 2 * (last - first + 1));
  arc->left = g_array_new (FALSE, FALSE, sizeof (guint));
  arc->right = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = first; i <= last; i++)
    {
      const Vertex *vertex = &g_array_index (builder->vertices, Vertex, id_at (builder, ring, i));
      const double  xy[2] = { march_mercator_x (vertex->longitude),
                              march_mercator_y (vertex->latitude) };

      g_array_append_vals (arc->points, xy, 2);
    }
  return arc;
}

/* The points @first to @last of a ring, as an arc that may be known already. */
static void
add_arc (Builder    *builder,
         const Ring *ring,
         guint       first,
         guint       last)
{
  guint        from = id_at (builder, ring, first);
  gint64       key = step_key (from, id_at (builder, ring, first + 1));
  gpointer     known = NULL;
  int          arc = (int) builder->arcs->len;
  MarchRawArc *raw;

  if (g_hash_table_lookup_extended (builder->steps, &key, NULL, &known))
    arc = GPOINTER_TO_INT (known);
  else
    {
      g_ptr_array_add (builder->arcs, new_raw_arc (builder, ring, first, last));
      add_step (builder, from, id_at (builder, ring, first + 1), arc);
      add_step (builder, id_at (builder, ring, last), id_at (builder, ring, last - 1), ~arc);
    }
  raw = g_ptr_array_index (builder->arcs, arc >= 0 ? arc : ~arc);
  g_array_append_val ((arc >= 0) == ring->inside_left ? raw->left : raw->right, ring->geometry);
  g_array_append_val (builder->ring_arcs, arc);
}

/* A ring without junctions starts at its point of the lowest id, so that all that share it start
 * alike. */
static guint
find_start (Builder    *builder,
            const Ring *ring,
            gboolean   *has_junction)
{
  guint lowest = 0;

  for (guint i = 0; i < ring->n_ids; i++)
    {
      if (g_array_index (builder->vertices, Vertex, id_at (builder, ring, i)).junction)
        {
          *has_junction = TRUE;
          return i;
        }
      if (id_at (builder, ring, i) < id_at (builder, ring, lowest))
        lowest = i;
    }
  *has_junction = FALSE;
  return lowest;
}

static void
cut_ring (Builder    *builder,
          const Ring *ring)
{
  gboolean has_junction;
  guint    start, first;

  if (ring->n_ids == 0)
    return;
  start = first = find_start (builder, ring, &has_junction);
  for (guint i = start + 1; i <= start + ring->n_ids; i++)
    if (i == start + ring->n_ids ||
        g_array_index (builder->vertices, Vertex, id_at (builder, ring, i)).junction)
      {
        add_arc (builder, ring, first, i);
        first = i;
      }
}

static void
init_builder (Builder   *builder,
              GPtrArray *geometries,
              GPtrArray *raw_arcs)
{
  gsize n_points = 0;

  for (guint i = 0; i < geometries->len; i++)
    if (march_geometry_get_kind (geometries->pdata[i]) == MARCH_GEOMETRY_POLYGON)
      n_points += march_geometry_count_points (geometries->pdata[i]);

  builder->n_slots = 16;
  while (builder->n_slots < 2 * n_points)
    builder->n_slots *= 2;
  builder->slots = g_new (guint, builder->n_slots);
  memset (builder->slots, 0xff, builder->n_slots * sizeof (guint));
  builder->vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  builder->ids = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) n_points);
  builder->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  builder->steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  builder->arcs = raw_arcs;
  builder->ring_arcs = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
clear_builder (Builder *builder)
{
  g_free (builder->slots);
  g_array_unref (builder->vertices);
  g_array_unref (builder->ids);
  g_array_unref (builder->rings);
  g_hash_table_unref (builder->steps);
}

static void
load_geometries (Builder       *builder,
                 GPtrArray     *geometries,
                 MarchTopology *topology)
{
  for (guint i = 0; i < geometries->len; i++)
    {
      MarchGeometry *geometry = geometries->pdata[i];
      gboolean       polygon = march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON;

      topology->first_rings[i] = builder->rings->len;
      for (guint j = 0; polygon && j < march_geometry_get_n_parts (geometry); j++)
        load_ring (builder, i, march_geometry_get_part (geometry, j));
    }
  topology->first_rings[geometries->len] = builder->rings->len;
}

/**
 * march_topology_new:
 * @geometries: (element-type MarchGeometry): only polygons have rings
 * @raw_arcs: (element-type MarchRawArc): an empty array, to which the arcs are appended in the
 * order in which rings meet them
 *
 * Returns: (transfer full): the rings as sequences of arcs, its owners not set
 */
MarchTopology *
march_topology_new (GPtrArray *geometries,
                    GPtrArray *raw_arcs)
{
  MarchTopology    *topology = g_new0 (MarchTopology, 1);
  Builder           builder;
  g_autofree guint *starts = NULL;

  g_atomic_ref_count_init (&topology->references);
  topology->n_geometries = geometries->len;
  topology->first_rings = g_new (guint, geometries->len + 1);
  init_builder (&builder, geometries, raw_arcs);
  load_geometries (&builder, geometries, topology);
  for (guint i = 0; i < builder.rings->len; i++)
    mark_junctions (&builder, &g_array_index (builder.rings, Ring, i));

  starts = g_new (guint, builder.rings->len + 1);
  for (guint i = 0; i < builder.rings->len; i++)
    {
      starts[i] = builder.ring_arcs->len;
      cut_ring (&builder, &g_array_index (builder.rings, Ring, i));
    }
  starts[builder.rings->len] = builder.ring_arcs->len;

  topology->rings = g_new (MarchArcRing, builder.rings->len);
  topology->ring_arcs = (int *) (gpointer) g_array_free (builder.ring_arcs, FALSE);
  for (guint i = 0; i < builder.rings->len; i++)
    topology->rings[i] =
        (MarchArcRing){ topology->ring_arcs + starts[i], starts[i + 1] - starts[i] };
  clear_builder (&builder);
  return topology;
}

/**
 * march_topology_unref:
 * @topology: (transfer full): a topology
 */
void
march_topology_unref (MarchTopology *topology)
{
  if (!g_atomic_ref_count_dec (&topology->references))
    return;
  g_free (topology->rings);
  g_free (topology->first_rings);
  g_free (topology->ring_arcs);
  g_free (topology->owners);
  g_free (topology);
}

/**
 * march_raw_arc_free:
 * @arc: (transfer full): an arc
 */
void
march_raw_arc_free (MarchRawArc *arc)
{
  g_array_unref (arc->points);
  g_array_unref (arc->left);
  g_array_unref (arc->right);
  g_free (arc);
}
