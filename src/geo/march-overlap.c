/* march-overlap.c — land that two holdings have in common, day by day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-overlap.h"

#include <math.h>

#include "geo/march-geos-private.h"

/* In degrees, in the mean over a polygon: what borders that are written in other digits leave
 * between them. As for the slivers of a day. */
#define SLIVER_WIDTH 1e-6

/* Two pieces, borrowed from the holdings, and what they share. */
typedef struct
{
  MarchPiece *one;
  MarchPiece *other;
  MarchPiece *shared; /* NULL: nothing, for all their days */
} Pair;

struct _MarchOverlap
{
  gatomicrefcount references;
  MarchHoldings  *one;
  MarchHoldings  *other;
  GMutex          mutex; /* guards what follows */
  GHashTable     *pairs; /* of Pair */
};

static guint
hash_pair (gconstpointer data)
{
  const Pair *pair = data;

  return g_direct_hash (pair->one) * 31 + g_direct_hash (pair->other);
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a, *second = b;

  return first->one == second->one && first->other == second->other;
}

static void
free_pair (gpointer data)
{
  g_clear_pointer (&((Pair *) data)->shared, march_piece_unref);
  g_free (data);
}

/** march_overlap_new: Returns: (transfer full): the overlap of two holdings, of which nothing is
 * computed yet */
MarchOverlap *
march_overlap_new (MarchHoldings *one, MarchHoldings *other)
{
  MarchOverlap *overlap = g_new0 (MarchOverlap, 1);

  g_atomic_ref_count_init (&overlap->references);
  overlap->one = march_holdings_ref (one);
  overlap->other = march_holdings_ref (other);
  g_mutex_init (&overlap->mutex);
  overlap->pairs = g_hash_table_new_full (hash_pair, equal_pairs, free_pair, NULL);
  return overlap;
}

/** march_overlap_ref: Returns: (transfer full): @overlap; any thread */
MarchOverlap *
march_overlap_ref (MarchOverlap *overlap)
{
  g_atomic_ref_count_inc (&overlap->references);
  return overlap;
}

/** march_overlap_unref: @overlap: (nullable) (transfer full): from any thread */
void
march_overlap_unref (MarchOverlap *overlap)
{
  if (overlap == NULL || !g_atomic_ref_count_dec (&overlap->references))
    return;
  g_hash_table_unref (overlap->pairs);
  g_mutex_clear (&overlap->mutex);
  march_holdings_unref (overlap->one);
  march_holdings_unref (overlap->other);
  g_free (overlap);
}

typedef GEOSGeometry *(*Overlay) (GEOSContextHandle_t handle, const GEOSGeometry *a,
                                  const GEOSGeometry *b);

static MarchGeometry *
overlay (Overlay compute, MarchGeometry *one, MarchGeometry *other, GError **error)
{
  g_autoptr (MarchGeos) geos = march_geos_new ();
  GEOSGeometry  *a = march_geos_from (geos, one);
  GEOSGeometry  *b = march_geos_from (geos, other);
  GEOSGeometry  *found = a != NULL && b != NULL ? compute (geos->handle, a, b) : NULL;
  MarchGeometry *result = NULL;

  if (found != NULL)
    result = march_geos_to (geos, found, NULL);
  else
    march_geos_set_error (geos, error);
  GEOSGeom_destroy_r (geos->handle, found);
  GEOSGeom_destroy_r (geos->handle, b);
  GEOSGeom_destroy_r (geos->handle, a);
  return result;
}

static gboolean
is_apart (MarchGeometry *a, MarchGeometry *b)
{
  return march_geometry_get_n_parts (a) == 0 || march_geometry_get_n_parts (b) == 0
         || !march_box_intersects (march_geometry_get_box (a), march_geometry_get_box (b));
}

/**
 * march_land_subtract:
 * @land: valid polygons
 * @taken: valid polygons
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with them
 *
 * Returns: (transfer full) (nullable): what of @land isn't in @taken
 */
MarchGeometry *
march_land_subtract (MarchGeometry *land, MarchGeometry *taken, GError **error)
{
  return is_apart (land, taken) ? march_geometry_ref (land)
                                : overlay (GEOSDifference_r, land, taken, error);
}

/* Twice the area that a ring encloses, of a hole negative; and its length. */
static double
measure_ring (const MarchPart *ring, double *length)
{
  double twice = 0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const double *a = ring->points + 2 * i,
                   *b = ring->points + 2 * ((i + 1) % ring->n_points);

      /* Near the ring, where digits count. */
      twice += (a[0] - ring->points[0]) * (b[1] - ring->points[1])
               - (b[0] - ring->points[0]) * (a[1] - ring->points[1]);
      *length += hypot (b[0] - a[0], b[1] - a[1]);
    }
  return ring->hole ? -fabs (twice) : fabs (twice);
}

/* Of the polygon whose rings begin at @first. @next: (out): where those of the next one do. */
static gboolean
is_sliver (MarchGeometry *land, guint first, guint *next)
{
  const guint n = march_geometry_get_n_parts (land);
  double      twice = 0, length = 0;

  for (*next = first; *next < n; (*next)++)
    {
      const MarchPart *ring = march_geometry_get_part (land, *next);

      if (ring->polygon != march_geometry_get_part (land, first)->polygon)
        break;
      twice += measure_ring (ring, &length);
    }
  return twice < SLIVER_WIDTH * length;
}

/**
 * march_land_drop_slivers:
 * @land: polygons that an overlay gave
 *
 * Returns: (transfer full): those of them that are wider than borders in other digits are apart
 */
MarchGeometry *
march_land_drop_slivers (MarchGeometry *land)
{
  const guint n = march_geometry_get_n_parts (land);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  guint n_polygons = 0;

  for (guint first = 0, next; first < n; first = next)
    {
      if (is_sliver (land, first, &next))
        continue;
      for (guint i = first; i < next; i++)
        {
          MarchPart part = *march_geometry_get_part (land, i);

          part.polygon = n_polygons;
          g_array_append_val (parts, part);
        }
      n_polygons++;
    }
  if (parts->len == n)
    return march_geometry_ref (land);
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, (const void *) parts->data, parts->len);
}

static gboolean
share_a_day (const Pair *pair)
{
  return pair->one->from < pair->other->until && pair->other->from < pair->one->until;
}

/* Those whose boxes are apart are told at once, and not kept. */
static gboolean
may_overlap (const Pair *pair)
{
  return share_a_day (pair) && !is_apart (pair->one->area, pair->other->area);
}

static gboolean
compute (Pair *pair, GError **error)
{
  g_autoptr (MarchGeometry) area = overlay (GEOSIntersection_r, pair->one->area, pair->other->area,
                                            error);

  if (area == NULL)
    return FALSE;
  if (march_geometry_get_n_parts (area) > 0)
    pair->shared = march_piece_new (area, MAX (pair->one->from, pair->other->from),
                                    MIN (pair->one->until, pair->other->until));
  return TRUE;
}

/* Returns: what is known of the two; NULL if nothing is */
static const Pair *
look_up (MarchOverlap *overlap, const Pair *pair)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&overlap->mutex);

  return g_hash_table_lookup (overlap->pairs, pair);
}

static const Pair *
keep (MarchOverlap *overlap, const Pair *pair)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&overlap->mutex);
  const Pair *known = g_hash_table_lookup (overlap->pairs, pair);
  Pair       *own;

  if (known != NULL)
    {
      g_clear_pointer (&((Pair *) pair)->shared, march_piece_unref);
      return known;
    }
  own = g_memdup2 (pair, sizeof *pair);
  g_hash_table_add (overlap->pairs, own);
  return own;
}

/* Computed without the lock: nobody who asks for what is at hand has to wait. */
static gboolean
add_shared (MarchOverlap *overlap, Pair pair, GPtrArray *shared, GError **error)
{
  const Pair *known = may_overlap (&pair) ? look_up (overlap, &pair) : &pair;

  if (known == NULL)
    {
      if (!compute (&pair, error))
        return FALSE;
      known = keep (overlap, &pair);
    }
  if (known->shared != NULL)
    g_ptr_array_add (shared, march_piece_ref (known->shared));
  return TRUE;
}

/**
 * march_overlap_list_pieces:
 * @day: which both holdings know
 *
 * Computes what wasn't computed before: with GEOS, so that its borders may lie off the grid by less
 * than its step. What GEOS can't cope with counts as apart, and is warned of.
 *
 * Returns: (transfer full) (element-type MarchPiece): the land that both hold on @day; the same
 * pieces for all days on which they are held. They don't overlap, and needn't share their points.
 */
GPtrArray *
march_overlap_list_pieces (MarchOverlap *overlap, MarchDay day)
{
  g_autoptr (GPtrArray) ones = march_holdings_list_pieces (overlap->one, day);
  g_autoptr (GPtrArray) others = march_holdings_list_pieces (overlap->other, day);
  GPtrArray *shared = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);

  for (guint i = 0; i < ones->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        g_autoptr (GError) error = NULL;

        if (!add_shared (overlap, (Pair){ ones->pdata[i], others->pdata[j], NULL }, shared, &error))
          g_warning ("Land that two holdings share can't be computed: %s", error->message);
      }
  return shared;
}

/** march_overlap_has: Returns: whether march_overlap_list_pieces() of @day has nothing left to
 * compute */
gboolean
march_overlap_has (MarchOverlap *overlap, MarchDay day)
{
  g_autoptr (GPtrArray) ones = march_holdings_list_pieces (overlap->one, day);
  g_autoptr (GPtrArray) others = march_holdings_list_pieces (overlap->other, day);

  for (guint i = 0; i < ones->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const Pair pair = { ones->pdata[i], others->pdata[j], NULL };

        if (may_overlap (&pair) && look_up (overlap, &pair) == NULL)
          return FALSE;
      }
  return TRUE;
}

/**
 * march_overlap_list_all:
 * @cancellable: (nullable): checked between pieces
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with it, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what both hold, of all days, to be measured; without blanks,
 * and its pieces of a day needn't share their points
 */
MarchHoldings *
march_overlap_list_all (MarchOverlap *overlap, GCancellable *cancellable, GError **error)
{
  const guint n = march_holdings_get_n_pieces (overlap->one),
              n_others = march_holdings_get_n_pieces (overlap->other);
  g_autoptr (GPtrArray) shared
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);

  for (guint i = 0; i < n; i++)
    {
      Pair pair = { march_holdings_get_piece (overlap->one, i), NULL, NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint j = 0; j < n_others; j++)
        {
          pair.other = march_holdings_get_piece (overlap->other, j);
          if (!add_shared (overlap, pair, shared, error))
            return NULL;
        }
    }
  return march_holdings_new (shared, NULL, 0);
}
