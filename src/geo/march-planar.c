/* march-planar.c — the borders between pieces that are held now, on the grid */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-planar-private.h"

/**
 * march_planar_new:
 * @west: the least longitude that any edge will have
 * @east: the greatest
 * @n_columns: how finely to search
 *
 * Returns: (transfer full): a map without land
 */
MarchPlanar *
march_planar_new (gint32 west, gint32 east, guint n_columns)
{
  MarchPlanar *planar = g_new0 (MarchPlanar, 1);

  planar->edges = g_array_new (FALSE, FALSE, sizeof (MarchPlanarEdge));
  planar->waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  planar->checks = g_array_new (FALSE, FALSE, sizeof (guint32));
  planar->west = west;
  planar->column_width = ((gint64) east - west) / n_columns + 1;
  planar->n_columns = n_columns;
  planar->columns = g_new (GArray *, n_columns);
  planar->dead = g_new (GArray *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      planar->columns[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      planar->dead[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  return planar;
}

/**
 * march_planar_free:
 * @planar: (nullable) (transfer full): a map
 */
void
march_planar_free (MarchPlanar *planar)
{
  if (planar == NULL)
    return;
  for (guint i = 0; i < planar->n_columns; i++)
    {
      g_array_unref (planar->columns[i]);
      g_array_unref (planar->dead[i]);
    }
  g_free (planar->columns);
  g_free (planar->dead);
  g_array_unref (planar->edges);
  g_array_unref (planar->waiting);
  g_array_unref (planar->checks);
  g_free (planar);
}

/**
 * march_planar_columns:
 * @planar: a map
 * @west: a longitude
 * @east: another, not less
 *
 * Returns: the columns that hold every placed edge between them
 */
MarchColumns
march_planar_columns (MarchPlanar *planar, gint64 west, gint64 east)
{
  gint64 last = planar->n_columns - 1;
  gint64 from = (west - planar->west) / planar->column_width;
  gint64 to = (east - planar->west) / planar->column_width;

  return (MarchColumns){ (guint) CLAMP (from, 0, last), (guint) CLAMP (to, 0, last) };
}

/**
 * march_planar_add:
 * @planar: a map
 * @a: one end
 * @b: another, which differs
 *
 * Returns: the index of a new edge that waits to be placed
 */
guint32
march_planar_add (MarchPlanar *planar, const MarchGridPoint *a, const MarchGridPoint *b)
{
  gboolean        turned = march_grid_compare (a, b) > 0;
  MarchPlanarEdge edge = { .a = turned ? *b : *a,
                           .b = turned ? *a : *b,
                           .since = planar->day,
                           .until = G_MAXUINT32,
                           .state = MARCH_EDGE_WAITING };
  guint32         index = planar->edges->len;

  g_array_append_val (planar->edges, edge);
  g_array_append_val (planar->waiting, index);
  return index;
}

/* Another edge in the place of one that died, for its time too. */
static guint32
revive (MarchPlanar *planar, guint32 edge)
{
  MarchPlanarEdge  dead = *march_planar_edge (planar, edge);
  guint32          again = march_planar_add (planar, &dead.a, &dead.b);
  MarchPlanarEdge *record = march_planar_edge (planar, edge);

  march_planar_edge (planar, again)->since = dead.since;
  march_planar_remove (planar, edge, MARCH_EDGE_SAME);
  record->first = again;
  return again;
}

/**
 * march_planar_turn:
 * @planar: a map
 * @edge: an edge, in any state
 *
 * Lets the land that the day turns over begin or end at @edge. One that had died waits to be placed
 * again.
 */
void
march_planar_turn (MarchPlanar *planar, guint32 edge)
{
  MarchPlanarEdge record = *march_planar_edge (planar, edge);

  switch (record.state)
    {
    case MARCH_EDGE_SPLIT:
      for (guint32 i = 0; i < record.n; i++)
        march_planar_turn (planar, record.first + i);
      break;
    case MARCH_EDGE_SAME:
      march_planar_turn (planar, record.first);
      break;
    case MARCH_EDGE_DEAD:
      edge = revive (planar, edge);
      G_GNUC_FALLTHROUGH;
    default:
      march_planar_edge (planar, edge)->turns ^= 1;
    }
}

/**
 * march_planar_resolve:
 * @planar: a map
 * @ref: an edge and a direction
 * @visit: called for each edge that is in its place now, in turn
 * @data: for @visit
 */
void
march_planar_resolve (MarchPlanar *planar, MarchEdgeRef ref, MarchEdgeVisit visit, gpointer data)
{
  guint32                edge = MARCH_EDGE_INDEX (ref);
  gboolean               reversed = MARCH_EDGE_REVERSED (ref);
  const MarchPlanarEdge *record = march_planar_edge (planar, edge);

  switch (record->state)
    {
    case MARCH_EDGE_SPLIT:
      for (guint32 i = 0; i < record->n; i++)
        {
          guint32 child = record->first + i;

          march_planar_resolve (planar,
                                MARCH_EDGE_REF (child,
                                                reversed
                                                    != march_planar_edge (planar, child)->reversed),
                                visit, data);
        }
      break;
    case MARCH_EDGE_SAME:
      march_planar_resolve (planar, MARCH_EDGE_REF (record->first, reversed), visit, data);
      break;
    default:
      visit (planar, ref, data);
    }
}

/**
 * march_planar_insert:
 * @planar: a map
 * @edge: a waiting edge
 *
 * Lets the searches find it, among the dead edges if its time is over.
 */
void
march_planar_insert (MarchPlanar *planar, guint32 edge)
{
  MarchPlanarEdge *record = march_planar_edge (planar, edge);
  MarchColumns     columns = march_planar_columns (planar, record->a.x, record->b.x);

  gboolean dead = record->until <= planar->day;
  GArray **where = dead ? planar->dead : planar->columns;

  record->state = dead ? MARCH_EDGE_DEAD : MARCH_EDGE_PLACED;
  for (guint i = columns.first; i <= columns.last; i++)
    g_array_append_val (where[i], edge);
}

static void
remove_from (GArray *column, guint32 edge)
{
  const guint32 *edges = (const void *) column->data;

  for (guint i = 0; i < column->len; i++)
    if (edges[i] == edge)
      {
        g_array_remove_index_fast (column, i);
        return;
      }
}

/**
 * march_planar_remove:
 * @planar: a map
 * @edge: a placed or dead edge
 * @state: what becomes of it
 *
 * Takes it from the searches.
 */
void
march_planar_remove (MarchPlanar *planar, guint32 edge, MarchEdgeState state)
{
  MarchPlanarEdge *record = march_planar_edge (planar, edge);
  MarchColumns     columns = march_planar_columns (planar, record->a.x, record->b.x);

  GArray **where = record->state == MARCH_EDGE_DEAD ? planar->dead : planar->columns;

  record->state = state;
  for (guint i = columns.first; i <= columns.last; i++)
    remove_from (where[i], edge);
}

/**
 * march_planar_bury:
 * @planar: a map
 * @edge: a placed edge, the labels on whose sides are the same from this day on
 */
void
march_planar_bury (MarchPlanar *planar, guint32 edge)
{
  march_planar_remove (planar, edge, MARCH_EDGE_DEAD);
  march_planar_edge (planar, edge)->until = planar->day;
  march_planar_insert (planar, edge);
}

/* Whether a ray that starts at (@x, @y), in half cells, and goes north, an infinitesimal to the
 * east, crosses @edge. */
static inline gboolean
is_north_of (const MarchPlanarEdge *edge, gint64 x, gint64 y)
{
  gint64 dx = (gint64) edge->b.x - edge->a.x, dy = (gint64) edge->b.y - edge->a.y;

  if (2 * (gint64) edge->a.x > x || x >= 2 * (gint64) edge->b.x)
    return FALSE;
  if (2 * (gint64) MAX (edge->a.y, edge->b.y) < y)
    return FALSE;
  return (MarchGridProduct) dx * (y - 2 * (gint64) edge->a.y)
         < (MarchGridProduct) dy * (x - 2 * (gint64) edge->a.x);
}

/**
 * march_planar_look:
 * @planar: a map with no edge waiting
 * @edge: a placed edge
 * @sides: (out): what lies on its left, and on its right
 *
 * The label, and whether the day turns it over, from the edges north of the middle of @edge.
 */
void
march_planar_look (MarchPlanar *planar, guint32 edge, MarchSide sides[2])
{
  const MarchPlanarEdge *record = march_planar_edge (planar, edge);
  gint64                 x = (gint64) record->a.x + record->b.x;
  gint64                 y = (gint64) record->a.y + record->b.y;
  /* The ray starts on the left of an edge to the east, on the right of one straight north. */
  guint          near = record->a.x == record->b.x ? 1 : 0;
  gint32         label = 0;
  guint          turns = 0;
  MarchColumns   columns = march_planar_columns (planar, x >> 1, x >> 1);
  const GArray  *column = planar->columns[columns.first];
  const guint32 *others = (const void *) column->data;

  for (guint i = 0; i < column->len; i++)
    if (others[i] != edge)
      {
        const MarchPlanarEdge *other = march_planar_edge (planar, others[i]);

        if ((other->jump != 0 || other->turns) && is_north_of (other, x, y))
          {
            label -= other->jump;
            turns ^= other->turns;
          }
      }
  sides[near] = (MarchSide){ label, turns != 0 };
  sides[1 - near].label = near == 0 ? label - record->jump : label + record->jump;
  sides[1 - near].turned = (turns ^ record->turns) != 0;
}
