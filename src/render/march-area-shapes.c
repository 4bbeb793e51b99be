/* march-area-shapes.c — imported areas of a day, prepared for drawing and kept for the next time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-area-shapes.h"

#include <math.h>

#include "geo/march-coarse.h"
#include "geo/march-mercator.h"

#define CELLS_TO_PIXEL 3        /* of the lattice that a level's points are on */
#define MOST_POINTS (1 << 20)   /* kept, in all shapes together */

struct _MarchAreaShape
{
  gatomicrefcount ref_count;
  MarchHoldings  *holdings;
  MarchDay        from, until; /* the days on which its pieces are held */
  guint           level;
  guint           n_points;
  MarchShape     *shape;
};

struct _MarchAreaShapes
{
  GMutex mutex;
  GQueue kept; /* of MarchAreaShape, the one used last first */
  guint  n_points;
};

void
march_area_shape_unref (MarchAreaShape *shape)
{
  if (!g_atomic_ref_count_dec (&shape->ref_count))
    return;
  march_holdings_unref (shape->holdings);
  march_shape_free (shape->shape);
  g_free (shape);
}

/** march_area_shape_peek: Returns: (transfer none): the path; fill it by the even-odd rule */
const MarchShape *
march_area_shape_peek (MarchAreaShape *shape)
{
  return shape->shape;
}

/** march_area_shapes_new: Returns: (transfer full): nothing kept yet */
MarchAreaShapes *
march_area_shapes_new (void)
{
  MarchAreaShapes *shapes = g_new0 (MarchAreaShapes, 1);

  g_mutex_init (&shapes->mutex);
  g_queue_init (&shapes->kept);
  return shapes;
}

void
march_area_shapes_free (MarchAreaShapes *shapes)
{
  g_queue_clear_full (&shapes->kept, (GDestroyNotify) march_area_shape_unref);
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

/* The days around @day on which the same pieces are held. */
static void
find_stretch (MarchHoldings *holdings, MarchDay day, MarchDay *from, MarchDay *until)
{
  g_autoptr (GArray) days = march_holdings_list_changes (holdings);

  *from = MARCH_DAY_MIN;
  *until = MARCH_DAY_MAX;
  for (guint i = 0; i < days->len; i++)
    {
      MarchDay change = g_array_index (days, MarchDay, i);

      if (change <= day)
        *from = MAX (*from, change);
      else
        *until = MIN (*until, change);
    }
}

static MarchAreaShape *
make_shape (const MarchAreaImport *area_import, MarchDay day, guint level)
{
  g_autoptr (GPtrArray)     pieces = march_holdings_list_pieces (area_import->holdings, day);
  g_autoptr (MarchGeometry) outline = march_coarse_outline (pieces, lattice_step (level));
  MarchAreaShape           *shape = g_new0 (MarchAreaShape, 1);

  g_atomic_ref_count_init (&shape->ref_count);
  shape->holdings = march_holdings_ref (area_import->holdings);
  find_stretch (area_import->holdings, day, &shape->from, &shape->until);
  shape->level = level;
  shape->n_points = march_geometry_count_points (outline);
  shape->shape = march_shape_new_plain (outline);
  return shape;
}

/* With the lock held. */
static MarchAreaShape *
look_up (MarchAreaShapes *shapes, MarchHoldings *holdings, MarchDay day, guint level)
{
  for (GList *link = shapes->kept.head; link != NULL; link = link->next)
    {
      MarchAreaShape *shape = link->data;

      if (shape->holdings != holdings || shape->level != level || day < shape->from
          || day >= shape->until)
        continue;
      g_queue_unlink (&shapes->kept, link);
      g_queue_push_head_link (&shapes->kept, link);
      g_atomic_ref_count_inc (&shape->ref_count);
      return shape;
    }
  return NULL;
}

static void
keep (MarchAreaShapes *shapes, MarchAreaShape *shape)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&shapes->mutex);

  g_atomic_ref_count_inc (&shape->ref_count);
  g_queue_push_head (&shapes->kept, shape);
  shapes->n_points += shape->n_points;
  while (shapes->n_points > MOST_POINTS && shapes->kept.length > 1)
    {
      MarchAreaShape *oldest = g_queue_pop_tail (&shapes->kept);

      shapes->n_points -= oldest->n_points;
      march_area_shape_unref (oldest);
    }
}

/**
 * march_area_shapes_get:
 * @level: see march_track_level()
 *
 * Some milliseconds for a shape that isn't kept.
 *
 * Returns: (transfer full): the land on @day, which is empty if none is held
 */
MarchAreaShape *
march_area_shapes_get (MarchAreaShapes       *shapes,
                       const MarchAreaImport *area_import,
                       MarchDay               day,
                       guint                  level)
{
  MarchAreaShape *shape;

  g_mutex_lock (&shapes->mutex);
  shape = look_up (shapes, area_import->holdings, day, level);
  g_mutex_unlock (&shapes->mutex);
  if (shape != NULL)
    return shape;
  shape = make_shape (area_import, day, level);
  keep (shapes, shape);
  return shape;
}
