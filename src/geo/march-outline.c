/* march-outline.c — the border of land as a set of edges, kept while pieces come and go */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-outline.h"

#include "geo/march-mercator.h"

/* Each edge is there once, from its lower to its upper end, with how often land is on its left less
 * how often on its right: between two pieces that are both held that is nought, and the edge goes.
 * They are found by a table of open addresses, half full at most. They lie in bands by latitude, so
 * that who paints a part of the map looks at few of them. */

#define BANDS 512
#define LEAST_SLOTS 256

typedef struct
{
  GArray *edges; /* of MarchOutlineEdge; NULL before the first */
  guint   n_put; /* since the box of the run was last as small as it can be */
} Band;

/* Where an edge lies. */
typedef struct
{
  guint band;
  guint index; /* and 1; 0 for a free slot */
} Slot;

struct _MarchOutline
{
  gint64          cells; /* of the grid, to a cell of the lattice in longitude */
  gint64          south, band_size; /* on the grid */
  Band            bands[BANDS];
  MarchOutlineRun runs[BANDS]; /* the same, for others to see */
  guint           n_edges;
  Slot           *slots;
  guint           mask; /* their number, which is a power of two, less 1 */
  MarchOutlineJudge judge; /* NULL: there is contact everywhere */
  gpointer          judge_data;
};

/**
 * march_outline_new:
 * @step: points are put on a lattice of so many degrees of longitude and half as many of latitude;
 * 0: they stay where they are
 * @extent: where the pieces will be, about
 *
 * Returns: (transfer full): the outline of no land
 */
MarchOutline *
march_outline_new (double step, const MarchBox *extent)
{
  MarchOutline *outline = g_new0 (MarchOutline, 1);

  outline->cells = (gint64) (step * MARCH_GRID_SCALE);
  outline->south = (gint64) (extent->south * MARCH_GRID_SCALE);
  outline->band_size
      = MAX ((gint64) ((extent->north - extent->south) * MARCH_GRID_SCALE / BANDS) + 1, 1);
  outline->slots = g_new0 (Slot, LEAST_SLOTS);
  outline->mask = LEAST_SLOTS - 1;
  return outline;
}

void
march_outline_free (MarchOutline *outline)
{
  for (guint i = 0; i < BANDS; i++)
    g_clear_pointer (&outline->bands[i].edges, g_array_unref);
  g_free (outline->slots);
  g_free (outline);
}

static gint32
snap (gint32 value, gint64 step)
{
  gint64 shifted = (gint64) value + step / 2;

  if (step <= 1)
    return value;
  return (gint32) (shifted - ((shifted % step) + step) % step);
}

static MarchGridPoint
snap_point (const MarchOutline *outline, const double *degrees)
{
  return (MarchGridPoint){ snap (march_grid_round (degrees[0]), outline->cells),
                           snap (march_grid_round (degrees[1]), outline->cells / 2) };
}

static inline MarchOutlineEdge *
edge_in (const MarchOutline *outline, const Slot *slot)
{
  return &g_array_index (outline->bands[slot->band].edges, MarchOutlineEdge, slot->index - 1);
}

/* Where in the table an edge is looked for first. */
static inline guint
home_of (const MarchOutline *outline, const MarchOutlineEdge *edge)
{
  guint64 hash = (guint32) edge->from.x * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
                 + (guint32) edge->from.y * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)
                 + (guint32) edge->to.x * G_GUINT64_CONSTANT (0x165667b19e3779f9)
                 + (guint32) edge->to.y * G_GUINT64_CONSTANT (0x27d4eb2f165667c5);

  return (guint) ((hash ^ hash >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) >> 32)
         & outline->mask;
}

/* The slot of the edge between the same points, or the free one where it would be. */
static guint
find_slot (const MarchOutline *outline, const MarchOutlineEdge *edge)
{
  guint at = home_of (outline, edge);

  while (outline->slots[at].index != 0)
    {
      const MarchOutlineEdge *there = edge_in (outline, &outline->slots[at]);

      if (march_grid_equal (&there->from, &edge->from) && march_grid_equal (&there->to, &edge->to))
        break;
      at = (at + 1) & outline->mask;
    }
  return at;
}

static void
grow_table (MarchOutline *outline)
{
  guint n_slots = 2 * (outline->mask + 1);

  g_free (outline->slots);
  outline->slots = g_new0 (Slot, n_slots);
  outline->mask = n_slots - 1;
  for (guint i = 0; i < BANDS; i++)
    for (guint j = 0; outline->bands[i].edges != NULL && j < outline->bands[i].edges->len; j++)
      {
        const Slot slot = { i, j + 1 };

        outline->slots[find_slot (outline, edge_in (outline, &slot))] = slot;
      }
}

/* Those that had to go past it move up, so that no search stops short of them. */
static void
free_slot (MarchOutline *outline, guint at)
{
  guint hole = at;

  for (guint i = (at + 1) & outline->mask; outline->slots[i].index != 0;
       i = (i + 1) & outline->mask)
    {
      guint home = home_of (outline, edge_in (outline, &outline->slots[i]));

      if (((i - home) & outline->mask) < ((i - hole) & outline->mask))
        continue;
      outline->slots[hole] = outline->slots[i];
      hole = i;
    }
  outline->slots[hole].index = 0;
}

static void
extend_box (MarchOutlineRun *box, const MarchOutlineEdge *edge)
{
  box->x0 = MIN (box->x0, MIN (edge->x0, edge->x1));
  box->y0 = MIN (box->y0, MIN (edge->y0, edge->y1));
  box->x1 = MAX (box->x1, MAX (edge->x0, edge->x1));
  box->y1 = MAX (box->y1, MAX (edge->y0, edge->y1));
}

/* A band's box only grows, until so many edges were put into it as it has. */
static void
put_in_band (MarchOutline *outline, guint index, const MarchOutlineEdge *edge)
{
  Band            *band = &outline->bands[index];
  MarchOutlineRun *run = &outline->runs[index];

  if (band->edges == NULL)
    band->edges = g_array_new (FALSE, FALSE, sizeof (MarchOutlineEdge));
  g_array_append_vals (band->edges, edge, 1);
  run->edges = (const void *) band->edges->data;
  run->n_edges = band->edges->len;
  if (run->n_edges > 1 && band->n_put++ < run->n_edges)
    {
      extend_box (run, edge);
      return;
    }
  run->x0 = run->y0 = G_MAXDOUBLE;
  run->x1 = run->y1 = -G_MAXDOUBLE;
  band->n_put = 0;
  for (guint i = 0; i < run->n_edges; i++)
    extend_box (run, &run->edges[i]);
}

/* The last one of the band takes its place. */
static void
take_from_band (MarchOutline *outline, guint at)
{
  const Slot slot = outline->slots[at];
  GArray    *edges = outline->bands[slot.band].edges;

  free_slot (outline, at);
  if (slot.index != edges->len)
    outline->slots[find_slot (outline, &g_array_index (edges, MarchOutlineEdge, edges->len - 1))]
        .index = slot.index;
  g_array_remove_index_fast (edges, slot.index - 1);
  outline->runs[slot.band].n_edges = edges->len;
  outline->n_edges--;
}

static guint
band_of (const MarchOutline *outline, gint32 latitude)
{
  return (guint) CLAMP ((latitude - outline->south) / outline->band_size, 0, BANDS - 1);
}

/* Latitudes beyond the square's edge are moved onto it. */
static double
project_latitude (gint32 cells)
{
  const double latitude = march_grid_degrees (cells);

  return march_mercator_y (
      CLAMP (latitude, -MARCH_MERCATOR_MAX_LATITUDE, MARCH_MERCATOR_MAX_LATITUDE));
}

static void
insert (MarchOutline *outline, guint at, MarchOutlineEdge *edge)
{
  const guint band = band_of (outline, edge->from.y);

  edge->x0 = march_mercator_x (march_grid_degrees (edge->from.x));
  edge->y0 = project_latitude (edge->from.y);
  edge->x1 = march_mercator_x (march_grid_degrees (edge->to.x));
  edge->y1 = project_latitude (edge->to.y);
  put_in_band (outline, band, edge);
  outline->slots[at] = (Slot){ band, outline->bands[band].edges->len };
  if (2 * ++outline->n_edges > outline->mask)
    grow_table (outline);
}

static void
turn_edge (MarchOutline *outline, MarchGridPoint from, MarchGridPoint to, int winding)
{
  MarchOutlineEdge edge = { from, to, winding, MARCH_VERDICT_NONE, 0, 0, 0, 0 }, *there;
  guint            at;

  if (march_grid_compare (&from, &to) > 0)
    edge = (MarchOutlineEdge){ to, from, -winding, MARCH_VERDICT_NONE, 0, 0, 0, 0 };
  at = find_slot (outline, &edge);
  if (outline->slots[at].index == 0)
    {
      insert (outline, at, &edge);
      return;
    }
  there = edge_in (outline, &outline->slots[at]);
  there->winding += edge.winding;
  there->verdict = MARCH_VERDICT_NONE;
  if (there->winding == 0)
    take_from_band (outline, at);
}

/* Twice what a ring encloses, above 0 if it runs counterclockwise. */
static double
ring_area (const MarchPart *part)
{
  double sum = 0;

  for (guint i = 1; i < part->n_points; i++)
    {
      const double *a = part->points + 2 * (i - 1), *b = a + 2;

      sum += (a[0] - part->points[0]) * (b[1] - part->points[1])
             - (b[0] - part->points[0]) * (a[1] - part->points[1]);
    }
  return sum;
}

/* Which way a file's rings run is not to be relied on. */
static void
turn_ring (MarchOutline *outline, const MarchPart *part, int winding)
{
  MarchGridPoint last = snap_point (outline, part->points);

  if ((ring_area (part) < 0) != part->hole)
    winding = -winding;
  for (guint i = 1; i < part->n_points; i++)
    {
      MarchGridPoint at = snap_point (outline, part->points + 2 * i);

      if (march_grid_equal (&last, &at))
        continue;
      turn_edge (outline, last, at, winding);
      last = at;
    }
}

static void
turn_piece (MarchOutline *outline, const MarchPiece *piece, int winding)
{
  for (guint i = 0; i < march_geometry_get_n_parts (piece->area); i++)
    {
      const MarchPart *part = march_geometry_get_part (piece->area, i);

      if (part->n_points > 0)
        turn_ring (outline, part, winding);
    }
}

/**
 * march_outline_add:
 * @piece: that isn't part of the land yet
 */
void
march_outline_add (MarchOutline *outline, const MarchPiece *piece)
{
  turn_piece (outline, piece, 1);
}

/**
 * march_outline_remove:
 * @piece: that was added
 */
void
march_outline_remove (MarchOutline *outline, const MarchPiece *piece)
{
  turn_piece (outline, piece, -1);
}

/** march_outline_get_n_edges: Returns: how many there are */
guint
march_outline_get_n_edges (MarchOutline *outline)
{
  return outline->n_edges;
}

/**
 * march_outline_get_runs:
 * @n_runs: (out): how many, empty ones included
 *
 * Returns: (transfer none): all edges, good until a piece comes or goes
 */
const MarchOutlineRun *
march_outline_get_runs (MarchOutline *outline, guint *n_runs)
{
  *n_runs = BANDS;
  return outline->runs;
}

/**
 * march_outline_set_judge:
 * @judge: (scope notified): asked once of an edge, when somebody asks for it
 * @user_data: as long-lived as the outline
 */
void
march_outline_set_judge (MarchOutline *outline, MarchOutlineJudge judge, gpointer user_data)
{
  outline->judge = judge;
  outline->judge_data = user_data;
}

/**
 * march_outline_is_contact:
 * @run: of march_outline_get_runs()
 * @edge: of the run
 *
 * Returns: whether the land meets others' there; without a judge it does everywhere
 */
gboolean
march_outline_is_contact (MarchOutline *outline, guint run, guint edge)
{
  MarchOutlineEdge *self = &g_array_index (outline->bands[run].edges, MarchOutlineEdge, edge);

  if (outline->judge == NULL)
    return TRUE;
  if (self->verdict == MARCH_VERDICT_NONE)
    self->verdict = outline->judge (self, outline->judge_data) ? MARCH_VERDICT_CONTACT
                                                               : MARCH_VERDICT_NO_CONTACT;
  return self->verdict == MARCH_VERDICT_CONTACT;
}
