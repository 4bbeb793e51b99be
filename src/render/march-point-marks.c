/* march-point-marks.c — imported points as marks, one a cell of the screen */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-point-marks.h"

#include <math.h>
#include <string.h>

#define CELL 11.0       /* pattern pixels */
#define MOST_CELLS 4e6  /* of a picture, however large */
#define HALO 1.0
#define LINE 1.0
#define PICK_SLACK 3.0 /* logical pixels beside a mark that still mean it */

/* A grid over a part of the picture, anchored to the map so that panning changes no mark. */
typedef struct
{
  double   world;    /* logical pixels */
  double   x, y;     /* of the view's corner, from the world's */
  double   size;     /* of a cell */
  gint64   column, row; /* of the first cell */
  gint64   n_columns, n_rows;
  guint   *cells;    /* number of the cell's mark, from 1; 0: none */
  GArray  *marks;
  const MarchDatedImport *import; /* whose points are being put in */
} Grid;

/** march_points_are_shown: Returns: whether points are wanted, and the lens shows who holds what */
gboolean
march_points_are_shown (const MarchStyle *style)
{
  return style->points
         && (style->lens == MARCH_PAINT_CONTROL || style->lens == MARCH_PAINT_BOTH);
}

static void
init_grid (Grid *grid, const MarchView *view, const MarchStyle *style)
{
  grid->world = march_view_world (view);
  grid->x = view->x * grid->world;
  grid->y = view->y * grid->world;
  grid->size = MAX (CELL * CLAMP (style->pattern_scale, 0.1, 10),
                    sqrt (view->width * view->height / MOST_CELLS));
}

/* The cells over @part of the view, a cell around it, and no farther than the world. */
static void
choose_cells (Grid *grid, const MarchRect *part)
{
  gint64 last = (gint64) floor (grid->world / grid->size);
  gint64 column = (gint64) floor ((grid->x + part->x1) / grid->size) + 1;
  gint64 row = (gint64) floor ((grid->y + part->y1) / grid->size) + 1;

  grid->column = MAX ((gint64) floor ((grid->x + part->x0) / grid->size) - 1, 0);
  grid->row = MAX ((gint64) floor ((grid->y + part->y0) / grid->size) - 1, 0);
  grid->n_columns = MAX (MIN (column, last) - grid->column + 1, 0);
  grid->n_rows = MAX (MIN (row, last) - grid->row + 1, 0);
}

static guint32
to_steps (double unit)
{
  return (guint32) CLAMP (unit * MARCH_POINT_STEPS, 0, MARCH_POINT_STEPS - 1);
}

static MarchPointBox
get_box (const Grid *grid)
{
  double unit = grid->size / grid->world;

  return (MarchPointBox){ to_steps ((double) grid->column * unit),
                          to_steps ((double) grid->row * unit),
                          to_steps ((double) (grid->column + grid->n_columns) * unit),
                          to_steps ((double) (grid->row + grid->n_rows) * unit) };
}

static void
add_side (MarchPointMark *mark, const MarchDatedImport *import)
{
  MarchPointSide side = { import->holder, import->basis == MARCH_BASIS_OWN };

  for (guint i = 0; i < mark->n_sides; i++)
    if (mark->sides[i].actor == side.actor && mark->sides[i].own_word == side.own_word)
      return;
  if (mark->n_sides < MARCH_POINT_SIDES)
    mark->sides[mark->n_sides++] = side;
}

static gboolean
put_in (const MarchPoint *point, gpointer data)
{
  Grid            *grid = data;
  double           x = point->x * (grid->world / MARCH_POINT_STEPS);
  double           y = point->y * (grid->world / MARCH_POINT_STEPS);
  gint64           column = (gint64) floor (x / grid->size) - grid->column;
  gint64           row = (gint64) floor (y / grid->size) - grid->row;
  guint           *cell;
  MarchPointMark  *mark;

  if (column < 0 || row < 0 || column >= grid->n_columns || row >= grid->n_rows)
    return TRUE;
  cell = &grid->cells[row * grid->n_columns + column];
  if (*cell == 0)
    {
      g_array_set_size (grid->marks, grid->marks->len + 1);
      *cell = grid->marks->len;
    }
  mark = &g_array_index (grid->marks, MarchPointMark, *cell - 1);
  mark->spot.x += x - grid->x;
  mark->spot.y += y - grid->y;
  mark->n_points++;
  add_side (mark, grid->import);
  return TRUE;
}

/**
 * march_point_marks_list:
 * @part: of the view, in logical pixels; marks may also lie in the cells around it
 *
 * Goes through all points of the day that lie there: some milliseconds for 300,000.
 *
 * Returns: (transfer full) (element-type MarchPointMark): in an order that the view and the day
 * decide
 */
GArray *
march_point_marks_list (MarchSnapshot    *snapshot,
                        const MarchView  *view,
                        const MarchStyle *style,
                        const MarchRect  *part)
{
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (snapshot);
  MarchDay      day = march_snapshot_get_question (snapshot)->as_of;
  Grid          grid = { .marks = g_array_new (FALSE, TRUE, sizeof (MarchPointMark)) };
  MarchPointBox box;

  init_grid (&grid, view, style);
  choose_cells (&grid, part);
  if (imports->len == 0 || grid.n_columns == 0 || grid.n_rows == 0
      || !march_points_are_shown (style))
    return grid.marks;
  grid.cells = g_new0 (guint, (gsize) grid.n_columns * (gsize) grid.n_rows);
  box = get_box (&grid);
  for (guint i = 0; i < imports->len; i++)
    {
      grid.import = g_ptr_array_index (imports, i);
      march_points_visit (grid.import->points, &box, day, day, put_in, &grid);
    }
  for (guint i = 0; i < grid.marks->len; i++)
    {
      MarchPointMark *mark = &g_array_index (grid.marks, MarchPointMark, i);

      mark->spot.x /= mark->n_points;
      mark->spot.y /= mark->n_points;
    }
  g_free (grid.cells);
  return grid.marks;
}

/* Half of a mark's side: it tells one point from some, many and a crowd. */
static double
get_half (const MarchPointMark *mark, const MarchStyle *style)
{
  const double half = mark->n_points == 1    ? 2.5
                      : mark->n_points < 10  ? 3.25
                      : mark->n_points < 100 ? 4
                                             : 4.5;

  return half * style->pattern_scale;
}

/** march_point_mark_reach: Returns: half of its side, halo included, in logical pixels */
double
march_point_mark_reach (const MarchPointMark *mark, const MarchStyle *style)
{
  return get_half (mark, style) + HALO * style->pattern_scale;
}

/* What two days make different. */
typedef struct
{
  Grid      grid;
  MarchDay  before, after;
  MarchRect box;
  gboolean  any;
} Change;

/* The mark of a cell changes with each of its points. */
static gboolean
compare_point (const MarchPoint *point, gpointer data)
{
  Change *change = data;
  Grid   *grid = &change->grid;
  double  x, y;

  if (march_point_counts (point, change->before) == march_point_counts (point, change->after))
    return TRUE;
  x = floor (point->x * (grid->world / MARCH_POINT_STEPS) / grid->size) * grid->size - grid->x;
  y = floor (point->y * (grid->world / MARCH_POINT_STEPS) / grid->size) * grid->size - grid->y;
  march_rect_extend (&change->box, &(MarchRect){ x - grid->size, y - grid->size,
                                                 x + 2 * grid->size, y + 2 * grid->size });
  change->any = TRUE;
  return TRUE;
}

/**
 * march_point_marks_find_changed:
 * @changed: (out): where marks differ, in logical pixels
 *
 * Returns: whether any mark in view differs between two snapshots of one corpus
 */
gboolean
march_point_marks_find_changed (MarchSnapshot    *before,
                                MarchSnapshot    *after,
                                const MarchView  *view,
                                const MarchStyle *style,
                                MarchRect        *changed)
{
  g_autoptr (GPtrArray) one = march_snapshot_list_points (before);
  g_autoptr (GPtrArray) other = march_snapshot_list_points (after);
  const MarchRect       whole = { 0, 0, view->width, view->height };
  Change                change = { .before = march_snapshot_get_question (before)->as_of,
                                   .after = march_snapshot_get_question (after)->as_of };
  MarchPointBox         box;

  if (!march_points_are_shown (style) || march_snapshot_equal_points (before, after))
    return FALSE;
  *changed = whole;
  if (one->len != other->len || memcmp (one->pdata, other->pdata, one->len * sizeof (gpointer)))
    return TRUE;
  init_grid (&change.grid, view, style);
  choose_cells (&change.grid, &whole);
  change.box = MARCH_RECT_EMPTY;
  box = get_box (&change.grid);
  for (guint i = 0; i < one->len; i++)
    march_points_visit (((const MarchDatedImport *) one->pdata[i])->points, &box,
                        MIN (change.before, change.after), MAX (change.before, change.after),
                        compare_point, &change);
  *changed = change.box;
  return change.any;
}

/* The mark at a spot, or the one nearest to it within reach; %NULL if there is none. */
static const MarchPointMark *
find_mark (const GArray *marks, const MarchStyle *style, double px, double py)
{
  const MarchPointMark *best = NULL;
  double                nearest = INFINITY;

  for (guint i = 0; i < marks->len; i++)
    {
      const MarchPointMark *mark = &g_array_index (marks, MarchPointMark, i);
      double distance = MAX (fabs (mark->spot.x - px), fabs (mark->spot.y - py));

      if (distance <= march_point_mark_reach (mark, style) + PICK_SLACK && distance < nearest)
        {
          best = mark;
          nearest = distance;
        }
    }
  return best;
}

/* The search for the point that is nearest to a spot. */
typedef struct
{
  const Grid     *grid;
  double          x, y; /* from the world's corner */
  double          nearest;
  MarchPointPick *pick;
} Search;

static gboolean
consider (const MarchPoint *point, gpointer data)
{
  Search *search = data;
  double  to_pixels = search->grid->world / MARCH_POINT_STEPS;
  double  distance = hypot (point->x * to_pixels - search->x, point->y * to_pixels - search->y);

  if (floor (point->x * to_pixels / search->grid->size) != (double) search->grid->column
      || floor (point->y * to_pixels / search->grid->size) != (double) search->grid->row
      || distance >= search->nearest)
    return TRUE;
  search->nearest = distance;
  search->pick->point = point;
  search->pick->import = search->grid->import;
  return TRUE;
}

/**
 * march_point_marks_pick:
 * @px: logical pixels
 * @pick: (out): what is there, valid as long as the snapshot
 *
 * Returns: whether a mark lies there
 */
gboolean
march_point_marks_pick (MarchSnapshot    *snapshot,
                        const MarchView  *view,
                        const MarchStyle *style,
                        double            px,
                        double            py,
                        MarchPointPick   *pick)
{
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (snapshot);
  g_autoptr (GArray) marks = NULL;
  MarchDay              day = march_snapshot_get_question (snapshot)->as_of;
  const MarchPointMark *mark;
  MarchPointBox         box;
  Grid                  grid = { 0 };
  Search                search = { &grid, 0, 0, INFINITY, pick };

  *pick = (MarchPointPick){ 0 };
  if (!march_view_is_sane (view) || !isfinite (px) || !isfinite (py))
    return FALSE;
  marks = march_point_marks_list (snapshot, view, style, &(MarchRect){ px, py, px, py });
  mark = find_mark (marks, style, px, py);
  if (mark == NULL)
    return FALSE;
  pick->spot = mark->spot;
  pick->n_points = mark->n_points;
  init_grid (&grid, view, style);
  search.x = grid.x + px;
  search.y = grid.y + py;
  grid.column = (gint64) floor ((grid.x + mark->spot.x) / grid.size);
  grid.row = (gint64) floor ((grid.y + mark->spot.y) / grid.size);
  grid.n_columns = grid.n_rows = 1;
  box = get_box (&grid);
  for (guint i = 0; i < imports->len; i++)
    {
      grid.import = g_ptr_array_index (imports, i);
      march_points_visit (grid.import->points, &box, day, day, consider, &search);
    }
  return pick->point != NULL;
}

static gboolean
stop_cb (const MarchPoint *point, gpointer user_data)
{
  return FALSE;
}

/** march_points_are_in: Returns: whether a point of the import counts on @day within the view */
gboolean
march_points_are_in (const MarchDatedImport *import, MarchDay day, const MarchView *view)
{
  double        world = march_view_world (view);
  MarchPointBox box = { to_steps (view->x), to_steps (view->y),
                        to_steps (view->x + view->width / world),
                        to_steps (view->y + view->height / world) };

  return !march_points_visit (import->points, &box, day, day, stop_cb, NULL);
}

/* A square on whole device pixels. */
static MarchRect
get_square (const MarchView *view, const MarchPointMark *mark, double half)
{
  double side = MAX (round (2 * half * view->scale), 1) / view->scale;
  double x = round ((mark->spot.x - half) * view->scale) / view->scale;
  double y = round ((mark->spot.y - half) * view->scale) / view->scale;

  return (MarchRect){ x, y, x + side, y + side };
}

static void
add_rect (cairo_t *cr, const MarchRect *rect)
{
  cairo_rectangle (cr, rect->x0, rect->y0, rect->x1 - rect->x0, rect->y1 - rect->y0);
}

static void
fill (cairo_t *cr, const MarchInk *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, alpha);
  cairo_fill (cr);
}

static void
paint_halos (cairo_t *cr, const MarchView *view, const MarchStyle *style, const GArray *marks)
{
  cairo_new_path (cr);
  for (guint i = 0; i < marks->len; i++)
    {
      const MarchPointMark *mark = &g_array_index (marks, MarchPointMark, i);
      MarchRect             square = get_square (view, mark, march_point_mark_reach (mark, style));

      add_rect (cr, &square);
    }
  fill (cr, &march_palette_get (style->theme)->halo, 0.85);
}

/* One of the upright stripes of equal width that a square has for each side; a width says nothing
 * of how many points are whose. */
static MarchRect
get_stripe (const MarchRect *square, guint index, guint n)
{
  double width = (square->x1 - square->x0) / n;

  return (MarchRect){ square->x0 + index * width, square->y0, square->x0 + (index + 1) * width,
                      square->y1 };
}

/* The stripes of one side in all marks: its ink, and within it its fill, or paper where it is
 * its own word. */
static void
paint_side (cairo_t              *cr,
            const MarchView      *view,
            const MarchStyle     *style,
            const GArray         *marks,
            const MarchPointSide *side,
            gboolean              inner)
{
  double   line = MAX (round (LINE * style->pattern_scale * view->scale), 1) / view->scale;
  guint    slot = side->actor->palette;
  MarchInk ink = inner && side->own_word ? march_palette_get (style->theme)->halo
                 : inner                 ? march_palette_get_fill (style->theme, slot)
                                         : march_palette_get_ink (style->theme, slot);

  cairo_new_path (cr);
  for (guint i = 0; i < marks->len; i++)
    {
      const MarchPointMark *mark = &g_array_index (marks, MarchPointMark, i);
      MarchRect             square = get_square (view, mark, get_half (mark, style));

      for (guint k = 0; k < mark->n_sides; k++)
        if (mark->sides[k].actor == side->actor && mark->sides[k].own_word == side->own_word)
          {
            MarchRect stripe = get_stripe (&square, k, mark->n_sides);

            if (inner)
              stripe = (MarchRect){ k == 0 ? stripe.x0 + line : stripe.x0, stripe.y0 + line,
                                    k + 1 == mark->n_sides ? stripe.x1 - line : stripe.x1,
                                    stripe.y1 - line };
            add_rect (cr, &stripe);
          }
    }
  fill (cr, &ink, 1);
}

static GArray *
list_sides (const GArray *marks)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (MarchPointSide));

  for (guint i = 0; i < marks->len; i++)
    {
      const MarchPointMark *mark = &g_array_index (marks, MarchPointMark, i);

      for (guint k = 0; k < mark->n_sides; k++)
        {
          gboolean known = FALSE;

          for (guint j = 0; j < sides->len; j++)
            known = known
                    || (g_array_index (sides, MarchPointSide, j).actor == mark->sides[k].actor
                        && g_array_index (sides, MarchPointSide, j).own_word
                               == mark->sides[k].own_word);
          if (!known)
            g_array_append_val (sides, mark->sides[k]);
        }
    }
  return sides;
}

/**
 * march_point_marks_paint:
 * @marks: (element-type MarchPointMark)
 *
 * Draws squares: no dots, which mean a voiced claim, and no rings, which mean a settlement.
 */
void
march_point_marks_paint (cairo_t          *cr,
                         const MarchView  *view,
                         const MarchStyle *style,
                         const GArray     *marks)
{
  g_autoptr (GArray) sides = list_sides (marks);

  if (marks->len == 0)
    return;
  paint_halos (cr, view, style, marks);
  for (guint i = 0; i < 2 * sides->len; i++)
    paint_side (cr, view, style, marks, &g_array_index (sides, MarchPointSide, i / 2), i % 2 != 0);
}
