/* march-contact-ground.c — tells a line of contact from a coast and from a state's border */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-contact-ground.h"

#include <math.h>

#include "geo/march-contact.h"

/* The sides of borders lie in the cells of a grid that they run through, each row's cells one after
 * the other; of each cell it is known on whose land its middle lies. What is asked for is then a
 * matter of a few cells, most of them empty. */

#define LEVEL 9 /* of the borders: two maps of one coast differ by more than this one leaves out   \
                 */
#define MOST_CELLS 512 /* to a side of the grid */
#define MOST_ENTRIES (1 << 22)
#define LEAST_CELL 1e-4      /* about the reach at the equator */
#define EQUATOR 40075016.686 /* metres */
#define OUTSIDE 0            /* a side that is no land of the dossier */

/* A straight side of a border, with who has the land to its left and to its right. */
typedef struct
{
  MarchSpot from, to;
  guint     left, right;
} Side;

struct _MarchContactGround
{
  GPtrArray *states; /* of MarchPlace, or NULL: of no state; their numbers are from 1 */
  GArray    *sides;  /* of Side */
  double     x, y;   /* of the grid's corner */
  double     cell;
  int        n;       /* cells to a side */
  guint     *starts;  /* of each cell's entries, and where the last one's end */
  guint     *entries; /* indices of sides */
  guint     *middles; /* on whose land they are */
};

static guint
get_state (MarchContactGround *ground, const MarchLand *land, guint face)
{
  guint index;

  if (face == MARCH_MESH_NONE || !land->faces[face].ours)
    return OUTSIDE;
  if (!g_ptr_array_find (ground->states, land->faces[face].state, &index))
    {
      index = ground->states->len;
      g_ptr_array_add (ground->states, (gpointer) land->faces[face].state);
    }
  return index + 1;
}

static void
list_sides (MarchContactGround *ground, const MarchLand *land)
{
  for (guint i = 0; i < land->mesh->n_arcs; i++)
    {
      const MarchMeshArc *arc = &land->mesh->arcs[i];
      const MarchSpot    *points = arc->track.points[LEVEL];
      const guint         left = get_state (ground, land, arc->left),
                  right = get_state (ground, land, arc->right);

      for (guint j = 1; left != right && j < arc->track.n_points[LEVEL]; j++)
        g_array_append_vals (ground->sides, &(Side){ points[j - 1], points[j], left, right }, 1);
    }
}

static int
to_cell (const MarchContactGround *ground, double from_corner)
{
  return (int) CLAMP (floor (from_corner / ground->cell), 0, ground->n - 1);
}

typedef void (*CellFunc) (MarchContactGround *ground, guint cell, guint side);

static void
count_cell (MarchContactGround *ground, guint cell, guint side)
{
  ground->starts[cell + 1]++;
}

/* Starts move on; see fill_cells(). */
static void
enter_cell (MarchContactGround *ground, guint cell, guint side)
{
  ground->entries[ground->starts[cell]++] = side;
}

/* The cells that a side runs through, and some that it comes close to. */
static void
visit_cells (MarchContactGround *ground, guint index, CellFunc visit)
{
  const Side *side = &g_array_index (ground->sides, Side, index);
  const int   first = to_cell (ground, MIN (side->from.y, side->to.y) - ground->y),
            last = to_cell (ground, MAX (side->from.y, side->to.y) - ground->y);

  for (int row = first; row <= last; row++)
    {
      const double    top = ground->y + row * ground->cell;
      const MarchRect rect = { -1, top - 1e-9, 2, top + ground->cell + 1e-9 };
      MarchSpot       a = side->from, b = side->to;
      int             west, east;

      if (!march_rect_cut_line (&rect, &a, &b))
        continue;
      west = to_cell (ground, MIN (a.x, b.x) - ground->x - 1e-9);
      east = to_cell (ground, MAX (a.x, b.x) - ground->x + 1e-9);
      for (int column = west; column <= east; column++)
        visit (ground, (guint) (row * ground->n + column), index);
    }
}

static void
count_cells (MarchContactGround *ground, const MarchRect *box)
{
  const guint n_cells = (guint) (ground->n * ground->n);

  ground->cell = MAX (MAX (box->x1 - box->x0, box->y1 - box->y0) / ground->n * (1 + 1e-9),
                      LEAST_CELL);
  g_free (ground->starts);
  ground->starts = g_new0 (guint, n_cells + 2);
  for (guint i = 0; i < ground->sides->len; i++)
    visit_cells (ground, i, count_cell);
  for (guint i = 0; i < n_cells; i++)
    ground->starts[i + 1] += ground->starts[i];
}

/* A grid so fine that few sides are in a cell, and so coarse that few cells are in a side. */
static void
fill_cells (MarchContactGround *ground)
{
  MarchRect box = MARCH_RECT_EMPTY;
  guint     n_cells;

  for (guint i = 0; i < ground->sides->len; i++)
    {
      const Side *side = &g_array_index (ground->sides, Side, i);

      march_rect_extend (&box,
                         &(MarchRect){ side->from.x, side->from.y, side->from.x, side->from.y });
      march_rect_extend (&box, &(MarchRect){ side->to.x, side->to.y, side->to.x, side->to.y });
    }
  ground->x = box.x0;
  ground->y = box.y0;
  ground->n = 2 * MOST_CELLS;
  do
    {
      ground->n /= 2;
      count_cells (ground, &box);
      n_cells = (guint) (ground->n * ground->n);
    }
  while (ground->starts[n_cells] > MAX (MOST_ENTRIES, 2 * ground->sides->len) && ground->n > 1);
  ground->entries = g_new (guint, ground->starts[n_cells] + 1);
  for (guint i = 0; i < ground->sides->len; i++)
    visit_cells (ground, i, enter_cell);
  for (guint i = n_cells; i > 0; i--)
    ground->starts[i] = ground->starts[i - 1];
  ground->starts[0] = 0;
}

/* Above 0 if @spot is to the right of the way from @a to @b, on a map with north up. */
static double
find_hand (const MarchSpot *a, const MarchSpot *b, const MarchSpot *spot)
{
  return (b->x - a->x) * (spot->y - a->y) - (b->y - a->y) * (spot->x - a->x);
}

/* Whether a side crosses the way from @a to @b; @at: (out): where, from 0 to 1. */
static gboolean
crosses (const Side *side, const MarchSpot *a, const MarchSpot *b, double *at)
{
  const double from = find_hand (a, b, &side->from), to = find_hand (a, b, &side->to),
               one = find_hand (&side->from, &side->to, a),
               other = find_hand (&side->from, &side->to, b);

  if ((from > 0) == (to > 0) || (one > 0) == (other > 0))
    return FALSE;
  *at = one / (one - other);
  return TRUE;
}

/* On whose land @to is: beyond the last of a cell's sides on the way there from @from, which is on
 * the land of @land. */
static guint
follow (const MarchContactGround *ground,
        guint                     cell,
        const MarchSpot          *from,
        const MarchSpot          *to,
        double                   *last,
        guint                     land)
{
  for (guint i = ground->starts[cell]; i < ground->starts[cell + 1]; i++)
    {
      const Side *side = &g_array_index (ground->sides, Side, ground->entries[i]);
      double      at;

      if (!crosses (side, from, to, &at) || at <= *last)
        continue;
      *last = at;
      land = find_hand (&side->from, &side->to, to) > 0 ? side->right : side->left;
    }
  return land;
}

static MarchSpot
middle_of (const MarchContactGround *ground, int row, int column)
{
  return (MarchSpot){ ground->x + (column + 0.5) * ground->cell,
                      ground->y + (row + 0.5) * ground->cell };
}

/* Each row from its west, where no land is. */
static void
find_middles (MarchContactGround *ground)
{
  ground->middles = g_new (guint, (gsize) ground->n * (gsize) ground->n);
  for (int row = 0; row < ground->n; row++)
    {
      MarchSpot before = middle_of (ground, row, -1);
      guint     land = OUTSIDE;

      for (int column = 0; column < ground->n; column++)
        {
          const guint     cell = (guint) (row * ground->n + column);
          const MarchSpot middle = middle_of (ground, row, column);
          double          last = -1;

          if (column > 0)
            land = follow (ground, cell - 1, &before, &middle, &last, land);
          land = follow (ground, cell, &before, &middle, &last, land);
          ground->middles[cell] = land;
          before = middle;
        }
    }
}

/**
 * march_contact_ground_new:
 *
 * Returns: (transfer full): it borrows states from @land's corpus
 */
MarchContactGround *
march_contact_ground_new (const MarchLand *land)
{
  MarchContactGround *ground = g_new0 (MarchContactGround, 1);

  ground->states = g_ptr_array_new ();
  ground->sides = g_array_new (FALSE, FALSE, sizeof (Side));
  list_sides (ground, land);
  if (ground->sides->len == 0)
    return ground;
  fill_cells (ground);
  find_middles (ground);
  return ground;
}

void
march_contact_ground_free (MarchContactGround *ground)
{
  g_ptr_array_unref (ground->states);
  g_array_unref (ground->sides);
  g_free (ground->starts);
  g_free (ground->entries);
  g_free (ground->middles);
  g_free (ground);
}

static guint
find_land (const MarchContactGround *ground, const MarchSpot *spot)
{
  const double side = ground->n * ground->cell;
  double       last = -1;
  int          row, column;
  MarchSpot    middle;
  guint        cell;

  if (spot->x < ground->x || spot->y < ground->y || spot->x > ground->x + side
      || spot->y > ground->y + side)
    return OUTSIDE;
  row = to_cell (ground, spot->y - ground->y);
  column = to_cell (ground, spot->x - ground->x);
  middle = middle_of (ground, row, column);
  cell = (guint) (row * ground->n + column);
  return follow (ground, cell, &middle, spot, &last, ground->middles[cell]);
}

/* Whether the way meets a border; @states: one between two lands of the dossier. */
static gboolean
meets (const MarchContactGround *ground, const MarchSpot *a, const MarchSpot *b, gboolean states)
{
  const int west = to_cell (ground, MIN (a->x, b->x) - ground->x),
            east = to_cell (ground, MAX (a->x, b->x) - ground->x),
            north = to_cell (ground, MIN (a->y, b->y) - ground->y),
            south = to_cell (ground, MAX (a->y, b->y) - ground->y);

  for (int row = north; row <= south; row++)
    for (int column = west; column <= east; column++)
      {
        const guint cell = (guint) (row * ground->n + column);

        for (guint i = ground->starts[cell]; i < ground->starts[cell + 1]; i++)
          {
            const Side *side = &g_array_index (ground->sides, Side, ground->entries[i]);
            double      at;

            if (crosses (side, a, b, &at)
                && (!states || (side->left != OUTSIDE && side->right != OUTSIDE)))
              return TRUE;
          }
      }
  return FALSE;
}

static gboolean
is_own (const MarchContactGround *ground, guint land, const MarchActor *holder)
{
  const MarchPlace *state = land != OUTSIDE ? g_ptr_array_index (ground->states, land - 1) : NULL;

  return state != NULL && state->state == holder;
}

/**
 * march_contact_ground_judge:
 * @holder: who holds the land to the left of the way from @from to @to, on a map with north up
 * @from: an end of a side of its border, on the unit square
 * @to: the other end
 * @reach: how far on the unit square two maps may differ, where that is more than
 *   #MARCH_CONTACT_REACH
 *
 * No contact is where within reach beyond the side lies a coast, the border of a state or the end
 * of the dossier's land, nor where the holder's land goes on into its own state a little farther
 * than the border is. What lies farther away does not count, so a day's land says nothing of it.
 *
 * Returns: whether there is a line of contact
 */
gboolean
march_contact_ground_judge (const MarchContactGround *ground,
                            const MarchActor         *holder,
                            const MarchSpot          *from,
                            const MarchSpot          *to,
                            double                    reach)
{
  const MarchSpot middle = { (from->x + to->x) / 2, (from->y + to->y) / 2 };
  const double    dx = to->x - from->x, dy = to->y - from->y, length = hypot (dx, dy);
  /* Distances grow with latitude on this map. */
  const double metre = cosh (G_PI * (1 - 2 * middle.y)) / EQUATOR;
  const double far = MAX (reach, MARCH_CONTACT_REACH * metre);
  MarchSpot    beyond, behind;
  guint        land;

  if (ground->sides->len == 0 || length <= 0)
    return FALSE;
  beyond = (MarchSpot){ middle.x - far * dy / length, middle.y + far * dx / length };
  behind = (MarchSpot){ middle.x + far * dy / length, middle.y - far * dx / length };
  land = find_land (ground, &middle);
  if (land == OUTSIDE || meets (ground, &middle, &beyond, FALSE))
    return FALSE;
  return !is_own (ground, land, holder) || !meets (ground, &middle, &behind, TRUE);
}
