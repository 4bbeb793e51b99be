/* march-area-tally.c — how much of each place the pieces of imported areas cover, measured once */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-area-tally.h"

#include <string.h>

#include "geo/march-measure.h"
#include "geo/march-overlap.h"

#define LEAST_M2 1e-3 /* less is rounding */
#define MAX_DEPTH 16 /* of the graph of places; a hostile one may turn in circles */

/* A place that can be measured: @unit of the measure, or a point. */
typedef struct
{
  gint64         id;
  MarchGeometry *geometry;
  gboolean       point;
  guint          unit;
} Column;

typedef struct
{
  guint  column;
  double m2; /* 0 at a point that the piece holds */
} Part;

/* What of two holdings is the same land. */
typedef struct
{
  MarchHoldings *own;
  MarchHoldings *assessed;
  MarchOverlap  *overlap;
} Shared;

struct _MarchAreaTally
{
  gatomicrefcount ref_count;
  GArray         *columns; /* of Column */
  GMutex          mutex;   /* guards what follows */
  MarchMeasure   *measure; /* NULL until it is needed */
  gboolean        failed;  /* it can't be made */
  GHashTable     *parts;   /* MarchPiece, owned → GArray of Part */
  GArray         *shared;  /* of Shared */
};

static gboolean
is_of_kind (MarchGeometry *geometry, MarchGeometryKind kind)
{
  return geometry != NULL && march_geometry_get_kind (geometry) == kind;
}

/* A sea is nobody's land, though borders of units and coasts may differ. */
static gboolean
is_measured (const MarchPlace *place)
{
  return place->kind != MARCH_PLACE_SEA
         && (is_of_kind (place->geometry, MARCH_GEOMETRY_POLYGON)
             || is_of_kind (place->geometry, MARCH_GEOMETRY_POINT));
}

static void
clear_column (gpointer data)
{
  march_geometry_unref (((Column *) data)->geometry);
}

static void
clear_shared (gpointer data)
{
  march_holdings_unref (((Shared *) data)->own);
  march_holdings_unref (((Shared *) data)->assessed);
  march_overlap_unref (((Shared *) data)->overlap);
}

/**
 * march_area_tally_new:
 * @places: (element-type MarchPlace): those with a shape or a point are measured
 *
 * Returns: (transfer full): a tally of which nothing is measured yet
 */
MarchAreaTally *
march_area_tally_new (GPtrArray *places)
{
  MarchAreaTally *tally = g_new0 (MarchAreaTally, 1);
  guint           n_units = 0;

  g_atomic_ref_count_init (&tally->ref_count);
  g_mutex_init (&tally->mutex);
  tally->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (tally->columns, clear_column);
  tally->parts = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) march_piece_unref,
                                        (GDestroyNotify) g_array_unref);
  tally->shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  g_array_set_clear_func (tally->shared, clear_shared);
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);
      Column            column = { .id = place->id };

      if (!is_measured (place))
        continue;
      column.geometry = march_geometry_ref (place->geometry);
      column.point = is_of_kind (place->geometry, MARCH_GEOMETRY_POINT);
      column.unit = column.point ? 0 : n_units++;
      g_array_append_val (tally->columns, column);
    }
  return tally;
}

MarchAreaTally *
march_area_tally_ref (MarchAreaTally *tally)
{
  g_atomic_ref_count_inc (&tally->ref_count);
  return tally;
}

void
march_area_tally_unref (MarchAreaTally *tally)
{
  if (tally == NULL || !g_atomic_ref_count_dec (&tally->ref_count))
    return;
  g_array_unref (tally->columns);
  g_hash_table_unref (tally->parts);
  g_array_unref (tally->shared);
  march_measure_unref (tally->measure);
  g_mutex_clear (&tally->mutex);
  g_free (tally);
}

static gboolean
same_geometry (MarchGeometry *a, MarchGeometry *b)
{
  if (a == b)
    return TRUE;
  if (march_geometry_get_kind (a) != march_geometry_get_kind (b)
      || march_geometry_get_n_parts (a) != march_geometry_get_n_parts (b))
    return FALSE;
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *one = march_geometry_get_part (a, i);
      const MarchPart *other = march_geometry_get_part (b, i);

      if (one->n_points != other->n_points || one->hole != other->hole
          || memcmp (one->points, other->points, 2 * one->n_points * sizeof (double)) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * march_area_tally_same_places:
 *
 * Returns: whether both measure the same places in the same shapes, so that what one has measured
 * is good for the other
 */
gboolean
march_area_tally_same_places (MarchAreaTally *tally, MarchAreaTally *other)
{
  if (tally->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < tally->columns->len; i++)
    {
      const Column *one = &g_array_index (tally->columns, Column, i),
                   *two = &g_array_index (other->columns, Column, i);

      if (one->id != two->id || !same_geometry (one->geometry, two->geometry))
        return FALSE;
    }
  return TRUE;
}

/* The units, prepared; NULL if GEOS can't cope with one of them. */
static MarchMeasure *
get_measure (MarchAreaTally *tally)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tally->mutex);
  g_autoptr (GPtrArray)    units = NULL;
  g_autoptr (GError)       error = NULL;

  if (tally->measure != NULL || tally->failed)
    return tally->measure;
  units = g_ptr_array_new ();
  for (guint i = 0; i < tally->columns->len; i++)
    if (!g_array_index (tally->columns, Column, i).point)
      g_ptr_array_add (units, g_array_index (tally->columns, Column, i).geometry);
  tally->measure = march_measure_new (units, &error);
  tally->failed = tally->measure == NULL;
  if (error != NULL)
    g_message ("Places can't be measured: %s", error->message);
  return tally->measure;
}

static void
add_points (MarchAreaTally *tally, MarchGeometry *area, GArray *parts)
{
  for (guint i = 0; i < tally->columns->len; i++)
    {
      const Column   *column = &g_array_index (tally->columns, Column, i);
      const MarchBox *at = march_geometry_get_box (column->geometry);
      const Part      part = { i, 0 };

      if (column->point && march_box_intersects (at, march_geometry_get_box (area))
          && march_geometry_contains (area, at->west, at->south))
        g_array_append_val (parts, part);
    }
}

/* What the piece covers. */
static GArray *
measure_piece (MarchAreaTally *tally, MarchPiece *piece)
{
  MarchMeasure      *measure = get_measure (tally);
  GArray            *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autofree double *areas = NULL;

  add_points (tally, piece->area, parts);
  if (measure == NULL)
    return parts;
  areas = g_new0 (double, march_measure_get_n_units (measure) + 1);
  march_measure_land (measure, piece->area, areas);
  for (guint i = 0; i < tally->columns->len; i++)
    {
      const Column *column = &g_array_index (tally->columns, Column, i);
      const Part    part = { i, column->point ? 0 : areas[column->unit] };

      if (part.m2 >= LEAST_M2)
        g_array_append_val (parts, part);
    }
  return parts;
}

static GArray *
look_up (MarchAreaTally *tally, MarchPiece *piece)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tally->mutex);
  GArray                  *parts = g_hash_table_lookup (tally->parts, piece);

  return parts != NULL ? g_array_ref (parts) : NULL;
}

/* Measured without the lock: nobody who asks for pieces that are at hand has to wait. */
static GArray *
get_parts (MarchAreaTally *tally, MarchPiece *piece)
{
  GArray *parts = look_up (tally, piece);

  if (parts != NULL)
    return parts;
  parts = measure_piece (tally, piece);
  g_mutex_lock (&tally->mutex);
  if (!g_hash_table_contains (tally->parts, piece))
    g_hash_table_insert (tally->parts, march_piece_ref (piece), g_array_ref (parts));
  g_mutex_unlock (&tally->mutex);
  return parts;
}

/**
 * march_area_tally_get_overlap:
 * @own: what a holder says it holds
 * @assessed: what others assess it to hold
 *
 * Returns: (transfer none): the land that is in both, kept as long as the tally is
 */
MarchOverlap *
march_area_tally_get_overlap (MarchAreaTally *tally, MarchHoldings *own, MarchHoldings *assessed)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tally->mutex);
  Shared                   shared = { NULL, NULL, NULL };

  for (guint i = 0; i < tally->shared->len; i++)
    {
      const Shared *known = &g_array_index (tally->shared, Shared, i);

      if (known->own == own && known->assessed == assessed)
        return known->overlap;
    }
  shared = (Shared){ march_holdings_ref (own), march_holdings_ref (assessed),
                     march_overlap_new (own, assessed) };
  g_array_append_val (tally->shared, shared);
  return shared.overlap;
}

static gboolean
has_all (MarchAreaTally *tally, GPtrArray *pieces)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&tally->mutex);

  for (guint i = 0; i < pieces->len; i++)
    if (!g_hash_table_contains (tally->parts, g_ptr_array_index (pieces, i)))
      return FALSE;
  return TRUE;
}

/**
 * march_area_tally_has:
 * @assessed: (nullable): as for march_area_tally_sum()
 *
 * Returns: whether all pieces of the day are measured already, so that their sum costs next to
 * nothing
 */
gboolean
march_area_tally_has (MarchAreaTally *tally,
                      MarchHoldings  *holdings,
                      MarchHoldings  *assessed,
                      MarchDay        day)
{
  g_autoptr (GPtrArray) pieces = march_holdings_list_pieces (holdings, day);
  g_autoptr (GPtrArray) shared = NULL;
  MarchOverlap         *overlap;

  if (!has_all (tally, pieces))
    return FALSE;
  if (assessed == NULL)
    return TRUE;
  overlap = march_area_tally_get_overlap (tally, holdings, assessed);
  if (!march_overlap_has (overlap, day))
    return FALSE;
  shared = march_overlap_list_pieces (overlap, day);
  return has_all (tally, shared);
}

/* A day's sums, a column each. */
typedef struct
{
  MarchAreaTally *tally;
  double         *m2;
  gboolean       *inside; /* at a point */
  GHashTable     *columns; /* gint64, an id → column + 1 */
} Sums;

/* Adds what a piece covers, or takes it off. */
static void
add_piece (Sums *sums, MarchPiece *piece, gboolean off)
{
  g_autoptr (GArray) parts = get_parts (sums->tally, piece);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      sums->m2[part->column] += off ? -part->m2 : part->m2;
      sums->inside[part->column] = !off;
    }
}

static void
add_pieces (Sums *sums, GPtrArray *pieces, gboolean off)
{
  for (guint i = 0; i < pieces->len; i++)
    add_piece (sums, g_ptr_array_index (pieces, i), off);
}

/* Adds up a place's shape, or without one those of its parts, each once: a part may belong to
 * several of them. */
static void
add_place (const Sums       *sums,
           const MarchPlace *place,
           guint             depth,
           GHashTable       *added,
           MarchAreaPart    *cover)
{
  guint         found = GPOINTER_TO_UINT (g_hash_table_lookup (sums->columns, &place->id));
  const Column *column = found > 0 ? &g_array_index (sums->tally->columns, Column, found - 1)
                                   : NULL;

  if (!g_hash_table_add (added, (gpointer) place))
    return;
  if (column != NULL && !column->point)
    {
      cover->m2 += sums->m2[found - 1];
      cover->of_m2 += march_measure_get_unit (sums->tally->measure, column->unit);
      return;
    }
  for (guint i = 0; i < place->children->len && depth > 0 && column == NULL; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->children, i);

      if (link->kind != MARCH_LINK_DESCRIBED && link->place->kind != MARCH_PLACE_SETTLEMENT)
        add_place (sums, link->place, depth - 1, added, cover);
    }
}

static void
sum_place (const Sums *sums, const MarchPlace *place, GHashTable *covers)
{
  guint          found = GPOINTER_TO_UINT (g_hash_table_lookup (sums->columns, &place->id));
  MarchAreaPart cover = { 0 };

  cover.point = found > 0 && g_array_index (sums->tally->columns, Column, found - 1).point;
  if (!cover.point && place->kind != MARCH_PLACE_SEA && sums->tally->measure != NULL)
    {
      g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);

      add_place (sums, place, MAX_DEPTH, added, &cover);
    }
  if (cover.point ? sums->inside[found - 1] : cover.m2 >= LEAST_M2)
    g_hash_table_insert (covers, (gpointer) place, g_memdup2 (&cover, sizeof cover));
}

/**
 * march_area_tally_sum:
 * @places: (element-type MarchPlace): of a corpus with the places that the tally was made for
 * @assessed: (nullable): holdings whose land is left out: what of a holder's own word others assess
 *   alike is not counted a second time
 *
 * Measures the pieces of the day that weren't measured before: some 0.1 s for the whole of a large
 * area, so never on the main thread unless march_area_tally_has().
 *
 * Returns: (transfer full) (element-type MarchPlace MarchAreaPart): the places of which something
 * is covered
 */
GHashTable *
march_area_tally_sum (MarchAreaTally *tally,
                      GPtrArray      *places,
                      MarchHoldings  *holdings,
                      MarchHoldings  *assessed,
                      MarchDay        day)
{
  g_autoptr (GPtrArray)  pieces = march_holdings_list_pieces (holdings, day);
  g_autoptr (GPtrArray)  shared = NULL;
  g_autofree double     *m2 = g_new0 (double, tally->columns->len + 1);
  g_autofree gboolean   *inside = g_new0 (gboolean, tally->columns->len + 1);
  g_autoptr (GHashTable) columns = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable            *covers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Sums                   sums = { tally, m2, inside, columns };

  for (guint i = 0; i < tally->columns->len; i++)
    g_hash_table_insert (columns, &g_array_index (tally->columns, Column, i).id,
                         GUINT_TO_POINTER (i + 1));
  if (assessed != NULL)
    shared = march_overlap_list_pieces (march_area_tally_get_overlap (tally, holdings, assessed),
                                        day);
  add_pieces (&sums, pieces, FALSE);
  if (shared != NULL)
    add_pieces (&sums, shared, TRUE);
  for (guint i = 0; i < places->len && pieces->len > 0; i++)
    sum_place (&sums, g_ptr_array_index (places, i), covers);
  return covers;
}
