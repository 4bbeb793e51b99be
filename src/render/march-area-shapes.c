/* march-area-shapes.c — dated areas of a day, prepared for drawing and kept for the next time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-area-shapes.h"

#include <math.h>

#include "geo/march-coarse.h"
#include "geo/march-holdings-builder.h"
#include "geo/march-mercator.h"

#define CELLS_TO_PIXEL 3        /* of the lattice that a level's points are on */
#define MOST_EDGES (1 << 18)    /* kept, in all shapes together */
#define STATED_DAY 0            /* an assertion's area is the same on all its days */

struct _MarchAreaShape
{
  gatomicrefcount ref_count;
  MarchHoldings  *holdings;
  MarchDay        day;
  guint           level;
  MarchOutline   *outline;
  MarchShape     *shape; /* of the same; NULL until it is asked for */
  MarchShape     *lines[2]; /* the same: without contact, with it */
  const MarchContactGround *ground;
  const MarchActor         *holder;
};

struct _MarchAreaShapes
{
  const MarchLand    *land;
  MarchContactGround *ground; /* NULL until it is needed */
  GMutex mutex;
  GQueue kept; /* of MarchAreaShape, the one used last first */
  GHashTable *stated; /* of MarchGeometry → MarchHoldings: areas of assertions */
};

static void
clear_paths (MarchAreaShape *shape)
{
  g_clear_pointer (&shape->shape, march_shape_free);
  for (guint i = 0; i < G_N_ELEMENTS (shape->lines); i++)
    g_clear_pointer (&shape->lines[i], march_shape_free);
}

void
march_area_shape_unref (MarchAreaShape *shape)
{
  if (!g_atomic_ref_count_dec (&shape->ref_count))
    return;
  march_holdings_unref (shape->holdings);
  march_outline_free (shape->outline);
  clear_paths (shape);
  g_free (shape);
}

/** march_area_shape_get_outline: Returns: (transfer none): the edges of the land */
MarchOutline *
march_area_shape_get_outline (MarchAreaShape *shape)
{
  return shape->outline;
}

/** march_area_shape_get_path: Returns: (transfer none): the path for surfaces without pixels; fill
 * it by the even-odd rule */
const MarchShape *
march_area_shape_get_path (MarchAreaShape *shape)
{
  if (shape->shape == NULL)
    {
      g_autoptr (MarchGeometry) lines = march_coarse_connect (shape->outline);

      shape->shape = march_shape_new_plain (lines);
    }
  return shape->shape;
}

/**
 * march_area_shape_get_lines:
 * @contact: whether those where there is contact with others, or those where there is none
 *
 * Returns: (transfer none): lines for surfaces without pixels
 */
const MarchShape *
march_area_shape_get_lines (MarchAreaShape *shape, gboolean contact)
{
  MarchShape **lines = &shape->lines[contact ? 1 : 0];

  if (*lines == NULL)
    {
      g_autoptr (MarchGeometry) found = march_coarse_connect_contact (shape->outline, contact);

      *lines = march_shape_new_plain (found);
    }
  return *lines;
}

/** march_area_shapes_new: @land: outlives it. Returns: (transfer full): nothing kept yet */
MarchAreaShapes *
march_area_shapes_new (const MarchLand *land)
{
  MarchAreaShapes *shapes = g_new0 (MarchAreaShapes, 1);

  shapes->land = land;
  g_mutex_init (&shapes->mutex);
  g_queue_init (&shapes->kept);
  shapes->stated = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) march_geometry_unref,
                                          (GDestroyNotify) march_holdings_unref);
  return shapes;
}

void
march_area_shapes_free (MarchAreaShapes *shapes)
{
  g_queue_clear_full (&shapes->kept, (GDestroyNotify) march_area_shape_unref);
  g_hash_table_unref (shapes->stated);
  g_clear_pointer (&shapes->ground, march_contact_ground_free);
  g_mutex_clear (&shapes->mutex);
  g_free (shapes);
}

/* Degrees of longitude; the last level has every point as it is. */
static double
lattice_step (guint level)
{
  if (level + 1 >= MARCH_TRACK_LEVELS)
    return 0;
  return 360 / (MARCH_MERCATOR_TILE * exp2 (level) * CELLS_TO_PIXEL);
}

static void
go_to_day (MarchAreaShape *shape, MarchDay day)
{
  g_autoptr (GPtrArray) pieces = march_holdings_list_turned (shape->holdings, shape->day, day);
  const gboolean        known = march_holdings_is_known (shape->holdings, day);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MarchPiece *piece = g_ptr_array_index (pieces, i);

      if (known && day >= piece->from && day < piece->until)
        march_outline_add (shape->outline, piece);
      else
        march_outline_remove (shape->outline, piece);
    }
  shape->day = day;
  if (pieces->len > 0)
    clear_paths (shape);
}

/* Of all days. */
static MarchBox
find_extent (MarchHoldings *holdings)
{
  MarchBox extent = { 0, 0, 0, 0 };

  for (guint i = 0; i < march_holdings_get_n_pieces (holdings); i++)
    {
      const MarchBox *box = march_geometry_get_box (march_holdings_get_piece (holdings, i)->area);

      if (i == 0)
        extent = *box;
      march_box_extend (&extent, box);
    }
  return extent;
}

/* Some milliseconds the first time. */
static const MarchContactGround *
get_ground (MarchAreaShapes *shapes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&shapes->mutex);

  if (shapes->ground == NULL)
    shapes->ground = march_contact_ground_new (shapes->land);
  return shapes->ground;
}

/* The lattice moves a border by a step at most. */
static gboolean
judge (const MarchOutlineEdge *edge, gpointer user_data)
{
  const MarchAreaShape *shape = user_data;
  const MarchSpot       ends[] = { { edge->x0, edge->y0 }, { edge->x1, edge->y1 } };
  const guint           first = edge->winding > 0 ? 0 : 1;

  return march_contact_ground_judge (shape->ground, shape->holder, &ends[first], &ends[1 - first],
                                     lattice_step (shape->level) / 360);
}

static MarchAreaShape *
make_shape (MarchAreaShapes  *shapes,
            MarchHoldings    *holdings,
            const MarchActor *holder,
            MarchDay          day,
            guint             level)
{
  g_autoptr (GPtrArray) pieces = march_holdings_list_pieces (holdings, day);
  const MarchBox        extent = find_extent (holdings);
  MarchAreaShape       *shape = g_new0 (MarchAreaShape, 1);

  g_atomic_ref_count_init (&shape->ref_count);
  shape->holdings = march_holdings_ref (holdings);
  shape->day = day;
  shape->level = level;
  shape->ground = get_ground (shapes);
  shape->holder = holder;
  shape->outline = march_outline_new (lattice_step (level), &extent);
  march_outline_set_judge (shape->outline, judge, shape);
  for (guint i = 0; i < pieces->len; i++)
    march_outline_add (shape->outline, g_ptr_array_index (pieces, i));
  return shape;
}

/* One that nobody else holds, of whatever day; it is no longer kept. */
static MarchAreaShape *
take (MarchAreaShapes *shapes, MarchHoldings *holdings, guint level)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&shapes->mutex);

  for (GList *link = shapes->kept.head; link != NULL; link = link->next)
    {
      MarchAreaShape *shape = link->data;

      if (shape->holdings != holdings || shape->level != level
          || !g_atomic_ref_count_compare (&shape->ref_count, 1))
        continue;
      g_queue_delete_link (&shapes->kept, link);
      return shape;
    }
  return NULL;
}

static void
keep (MarchAreaShapes *shapes, MarchAreaShape *shape)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&shapes->mutex);
  guint n_edges = 0;

  g_atomic_ref_count_inc (&shape->ref_count);
  g_queue_push_head (&shapes->kept, shape);
  for (GList *link = shapes->kept.head; link != NULL; link = link->next)
    n_edges += march_outline_get_n_edges (((MarchAreaShape *) link->data)->outline);
  while (n_edges > MOST_EDGES && shapes->kept.length > 1)
    {
      MarchAreaShape *oldest = g_queue_pop_tail (&shapes->kept);

      n_edges -= march_outline_get_n_edges (oldest->outline);
      march_area_shape_unref (oldest);
    }
}

static MarchAreaShape *
get_shape (MarchAreaShapes  *shapes,
           MarchHoldings    *holdings,
           const MarchActor *holder,
           MarchDay          day,
           guint             level)
{
  MarchAreaShape *shape = take (shapes, holdings, level);

  if (shape == NULL)
    shape = make_shape (shapes, holdings, holder, day, level);
  else if (shape->day != day)
    go_to_day (shape, day);
  keep (shapes, shape);
  return shape;
}

/**
 * march_area_shapes_get:
 * @level: see march_track_level()
 *
 * The outline that was used last goes on to @day, if nobody holds it: from a day to the next that
 * is a matter of microseconds, while a new one takes some hundred.
 *
 * Returns: (transfer full): the land on @day, which is empty if none is held; for one thread
 */
MarchAreaShape *
march_area_shapes_get (MarchAreaShapes        *shapes,
                       const MarchDatedImport *area_import,
                       MarchDay                day,
                       guint                   level)
{
  return get_shape (shapes, area_import->holdings, area_import->holder, day, level);
}

/* Valid, on the grid, and its rings the way that outlines need them; without land if it can't be
 * made so. */
static MarchHoldings *
make_stated (MarchGeometry *area)
{
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  MarchHoldings *holdings = NULL;

  if (march_holdings_builder_add (builder, STATED_DAY, area, NULL, NULL))
    holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL, NULL);
  if (holdings == NULL)
    {
      g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

      holdings = march_holdings_new (pieces, NULL, 0);
    }
  return holdings;
}

/**
 * march_area_shapes_get_stated:
 * @area: of an assertion
 * @holder: who holds it
 * @level: see march_track_level()
 *
 * Returns: (transfer full): the land that an assertion tells of; for one thread
 */
MarchAreaShape *
march_area_shapes_get_stated (MarchAreaShapes  *shapes,
                              MarchGeometry    *area,
                              const MarchActor *holder,
                              guint             level)
{
  MarchHoldings *holdings;

  g_mutex_lock (&shapes->mutex);
  holdings = g_hash_table_lookup (shapes->stated, area);
  if (holdings == NULL)
    {
      holdings = make_stated (area);
      g_hash_table_insert (shapes->stated, march_geometry_ref (area), holdings);
    }
  g_mutex_unlock (&shapes->mutex);
  return get_shape (shapes, holdings, holder, STATED_DAY, level);
}
