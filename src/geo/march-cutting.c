/* march-cutting.c — areas taken day by day, and the pieces they leave */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-cutting-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "base/march-error.h"
#include "geo/march-rings-private.h"

#define MIN_COLUMNS 16
#define MAX_COLUMNS 8192

/* A stretch of the border that an area states, and the edge that stands for it in the map. */
typedef struct
{
  MarchGridPoint a, b; /* a < b */
  guint32        edge;
} Segment;

/* Land that was held from one day until another: the edges around it. */
typedef struct
{
  guint   from;
  guint   until;
  GArray *refs; /* of MarchEdgeRef */
} Cut;

struct _MarchCutting
{
  MarchPlanar *planar;
  GArray      *border; /* of Segment, sorted: what the last area stated */
  GPtrArray   *cuts;   /* of Cut, closed */

  GArray *owed; /* of guint32: edges around slivers that the last day held back */

  /* The day's own. */
  GArray     *turned; /* of guint32 */
  GArray     *looks;  /* of MarchLook */
  GHashTable *lost;   /* from label to Cut */
};

static void
cut_free (gpointer data)
{
  Cut *cut = data;

  g_array_unref (cut->refs);
  g_free (cut);
}

static void
march_cut_free (gpointer data)
{
  MarchCut *cut = data;

  g_ptr_array_unref (cut->polygons);
  g_free (cut);
}

/**
 * march_cutting_new:
 * @box: what spans all areas
 * @n_points: of the largest
 *
 * Returns: (transfer full): a map without land, before the first day
 */
MarchCutting *
march_cutting_new (const MarchBox *box, guint n_points)
{
  MarchCutting *cutting = g_new0 (MarchCutting, 1);
  gboolean      empty = box->west > box->east;

  cutting->planar = march_planar_new (empty ? 0 : march_grid_round (box->west),
                                      empty ? 0 : march_grid_round (box->east),
                                      CLAMP (n_points / 4, MIN_COLUMNS, MAX_COLUMNS));
  cutting->border = g_array_new (FALSE, FALSE, sizeof (Segment));
  cutting->cuts = g_ptr_array_new_with_free_func (cut_free);
  cutting->owed = g_array_new (FALSE, FALSE, sizeof (guint32));
  cutting->turned = g_array_new (FALSE, FALSE, sizeof (guint32));
  cutting->looks = g_array_new (FALSE, FALSE, sizeof (MarchLook));
  cutting->lost = g_hash_table_new (NULL, NULL);
  return cutting;
}

/**
 * march_cutting_free:
 * @cutting: (nullable) (transfer full): a map
 */
void
march_cutting_free (MarchCutting *cutting)
{
  if (cutting == NULL)
    return;
  march_planar_free (cutting->planar);
  g_array_unref (cutting->border);
  g_ptr_array_unref (cutting->cuts);
  g_array_unref (cutting->owed);
  g_array_unref (cutting->turned);
  g_array_unref (cutting->looks);
  g_hash_table_unref (cutting->lost);
  g_free (cutting);
}

static int
compare_segments (const void *a, const void *b)
{
  const Segment *p = a, *q = b;
  int            order = march_grid_compare (&p->a, &q->a);

  return order != 0 ? order : march_grid_compare (&p->b, &q->b);
}

static void
add_segments (GArray *border, const MarchPart *part)
{
  for (guint i = 0; i + 1 < part->n_points; i++)
    {
      const double  *point = part->points + 2 * i;
      MarchGridPoint from = { march_grid_round (point[0]), march_grid_round (point[1]) };
      MarchGridPoint to = { march_grid_round (point[2]), march_grid_round (point[3]) };
      int            order = march_grid_compare (&from, &to);
      Segment        segment = { order < 0 ? from : to, order < 0 ? to : from, MARCH_EDGE_NONE };

      if (order != 0)
        g_array_append_val (border, segment);
    }
}

/* Leaves one of an odd number of equal segments, none of an even number. */
static void
cancel_segments (GArray *border)
{
  guint n_left = 0;

  for (guint i = 0; i < border->len; i++)
    {
      const Segment *segment = &g_array_index (border, Segment, i);

      if (n_left > 0
          && compare_segments (segment, &g_array_index (border, Segment, n_left - 1)) == 0)
        n_left--;
      else
        g_array_index (border, Segment, n_left++) = *segment;
    }
  g_array_set_size (border, n_left);
}

static GArray *
list_segments (MarchGeometry *area)
{
  GArray *border = g_array_sized_new (FALSE, FALSE, sizeof (Segment),
                                      march_geometry_count_points (area));

  for (guint i = 0; i < march_geometry_get_n_parts (area); i++)
    add_segments (border, march_geometry_get_part (area, i));
  if (border->len > 0)
    qsort (border->data, border->len, sizeof (Segment), compare_segments);
  cancel_segments (border);
  return border;
}

static void
turn (MarchCutting *cutting, guint32 edge)
{
  march_planar_turn (cutting->planar, edge);
  g_array_append_val (cutting->turned, edge);
}

/* Puts new borders into the map, and notes where a border begins or ends. */
static void
turn_changes (MarchCutting *cutting, GArray *border)
{
  GArray *old = cutting->border;
  guint   i = 0, j = 0;

  while (i < old->len || j < border->len)
    {
      const Segment *was = &g_array_index (old, Segment, i);
      Segment       *is = &g_array_index (border, Segment, j);
      int            order;

      if (i == old->len)
        order = 1;
      else
        order = j == border->len ? -1 : compare_segments (was, is);

      if (order > 0)
        is->edge = march_planar_add (cutting->planar, &is->a, &is->b);
      if (order == 0)
        is->edge = was->edge;
      else
        turn (cutting, order < 0 ? was->edge : is->edge);
      i += order <= 0;
      j += order >= 0;
    }
}

static void
look_all (MarchCutting *cutting, GArray *touched)
{
  g_array_set_size (cutting->looks, touched->len);
  for (guint i = 0; i < touched->len; i++)
    {
      MarchLook *look = &g_array_index (cutting->looks, MarchLook, i);

      look->edge = g_array_index (touched, guint32, i);
      march_planar_look (cutting->planar, look->edge, look->sides);
    }
}

/* The label after the day. One that is no day's is that of borders turned inside out, less than a
 * cell apart: it stays, so that the sums around it are right, and is no land. */
static guint32
relabel (MarchCutting *cutting, const MarchSide *side)
{
  if (!side->turned)
    return (guint32) side->label;
  return side->label != 0 ? 0 : cutting->planar->day;
}

static gboolean
is_land (guint32 label, guint32 n_days)
{
  return label > 0 && label <= n_days;
}

static void
add_to_cut (GArray **refs, MarchEdgeRef ref)
{
  g_array_append_val (*refs, ref);
}

static Cut *
ensure_cut (MarchCutting *cutting, guint32 from)
{
  Cut *cut = g_hash_table_lookup (cutting->lost, GUINT_TO_POINTER (from));

  if (cut == NULL)
    {
      cut = g_new (Cut, 1);
      *cut = (Cut){ from, cutting->planar->day, g_array_new (FALSE, FALSE, sizeof (MarchEdgeRef)) };
      g_ptr_array_add (cutting->cuts, cut);
      g_hash_table_insert (cutting->lost, GUINT_TO_POINTER (from), cut);
    }
  return cut;
}

/* Files the edge under the land that ends today on one of its sides. */
static void
file_lost (MarchCutting *cutting, const MarchLook *look)
{
  MarchPlanarEdge *edge = march_planar_edge (cutting->planar, look->edge);
  guint32          lost[2];

  for (guint i = 0; i < 2; i++)
    lost[i] = look->sides[i].turned ? (guint32) look->sides[i].label : 0;
  if (lost[0] == lost[1])
    return;
  for (guint i = 0; i < 2; i++)
    if (is_land (lost[i], cutting->planar->day))
      {
        add_to_cut (&ensure_cut (cutting, lost[i])->refs, MARCH_EDGE_REF (look->edge, i == 1));
        /* It was no border yet, but bounds a piece of that time from now on. */
        edge->since = MIN (edge->since, lost[i]);
      }
}

static void
apply (MarchCutting *cutting, const MarchLook *look)
{
  MarchPlanarEdge *edge = march_planar_edge (cutting->planar, look->edge);

  file_lost (cutting, look);
  edge->left = relabel (cutting, &look->sides[0]);
  edge->right = relabel (cutting, &look->sides[1]);
  edge->jump = (gint32) edge->left - (gint32) edge->right;
  edge->turns = 0;
  if (edge->jump == 0 && !edge->kept)
    march_planar_bury (cutting->planar, look->edge);
  edge->kept = FALSE;
}

/**
 * march_cutting_step:
 * @cutting: a map
 * @area: the land of the next day: valid polygons on the grid
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED, or %MARCH_ERROR_BAD_INPUT if the borders are too intricate
 *
 * Cuts off what is lost, and adds what is gained.
 *
 * Returns: whether it came to the end; else the map is of no more use
 */
gboolean
march_cutting_step (MarchCutting  *cutting,
                    MarchGeometry *area,
                    GCancellable  *cancellable,
                    GError       **error)
{
  GArray *border = list_segments (area);
  g_autoptr (GArray) touched = NULL;

  cutting->planar->day++;
  g_array_set_size (cutting->turned, 0);
  g_array_set_size (cutting->planar->checks, 0);
  g_hash_table_remove_all (cutting->lost);
  for (guint i = 0; i < cutting->owed->len; i++)
    turn (cutting, g_array_index (cutting->owed, guint32, i));
  turn_changes (cutting, border);
  g_array_unref (cutting->border);
  cutting->border = border;
  if (!march_planar_place_all (cutting->planar, cancellable, error))
    return FALSE;

  touched = march_touched_list (cutting->planar, cutting->turned);
  look_all (cutting, touched);
  march_slivers_hold_back (cutting->planar, cutting->looks, area, cutting->owed);
  if (cutting->owed->len > 0)
    look_all (cutting, touched);
  for (guint i = 0; i < cutting->looks->len; i++)
    apply (cutting, &g_array_index (cutting->looks, MarchLook, i));
  return TRUE;
}

static void
add_edge_cb (MarchPlanar *planar, MarchEdgeRef ref, gpointer data)
{
  const MarchPlanarEdge *edge = march_planar_edge (planar, MARCH_EDGE_INDEX (ref));
  gboolean               reversed = MARCH_EDGE_REVERSED (ref);
  MarchGridEdge          directed = { reversed ? edge->b : edge->a, reversed ? edge->a : edge->b };

  g_array_append_val ((GArray *) data, directed);
}

/* The land that no day has ended. */
static void
file_kept (MarchCutting *cutting)
{
  guint32 n_days = cutting->planar->day;

  cutting->planar->day = 0;
  g_hash_table_remove_all (cutting->lost);
  for (guint32 i = 0; i < cutting->planar->edges->len; i++)
    {
      const MarchPlanarEdge *edge = march_planar_edge (cutting->planar, i);
      MarchEdgeRef           refs[2] = { MARCH_EDGE_REF (i, FALSE), MARCH_EDGE_REF (i, TRUE) };

      if (edge->state != MARCH_EDGE_PLACED)
        continue;
      if (is_land (edge->left, n_days))
        add_to_cut (&ensure_cut (cutting, edge->left)->refs, refs[0]);
      if (is_land (edge->right, n_days))
        add_to_cut (&ensure_cut (cutting, edge->right)->refs, refs[1]);
    }
}

static GPtrArray *
assemble (MarchCutting *cutting, const Cut *cut, GError **error)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (MarchGridEdge));
  GPtrArray *polygons;

  for (guint i = 0; i < cut->refs->len; i++)
    march_planar_resolve (cutting->planar, g_array_index (cut->refs, MarchEdgeRef, i), add_edge_cb,
                          edges);
  march_rings_cancel (edges);
  polygons = march_rings_to_polygons (edges);
  if (polygons == NULL)
    g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                 _ ("A piece of land came out without a closed border."));
  return polygons;
}

static int
compare_cuts (const void *a, const void *b)
{
  const MarchCut *p = *(MarchCut *const *) a, *q = *(MarchCut *const *) b;

  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;
  /* 0 is for ever: it wraps around to the greatest. */
  return (p->until - 1 > q->until - 1) - (p->until - 1 < q->until - 1);
}

/**
 * march_cutting_finish:
 * @cutting: a map, of no more use afterwards
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type MarchCut): all land there ever was, by the
 * first day and the last
 */
GPtrArray *
march_cutting_finish (MarchCutting *cutting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (march_cut_free);

  file_kept (cutting);
  for (guint i = 0; i < cutting->cuts->len; i++)
    {
      const Cut *cut = g_ptr_array_index (cutting->cuts, i);
      GPtrArray *polygons;
      MarchCut  *whole;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      polygons = assemble (cutting, cut, error);
      if (polygons == NULL)
        return NULL;
      whole = g_new (MarchCut, 1);
      *whole = (MarchCut){ cut->from, cut->until, polygons };
      g_ptr_array_add (all, whole);
    }
  g_ptr_array_sort (all, compare_cuts);
  return g_steal_pointer (&all);
}
