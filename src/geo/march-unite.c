/* march-unite.c — many areas made one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-unite.h"

#include "geo/march-geos-private.h"
#include "geo/march-grid.h"
#include "geo/march-repair.h"

/* Overlays on the grid move a border by less than a cell; what is further apart than two borders
 * can move stays apart. */
#define APART (2 * MARCH_GRID_SIZE)
#define BRANCHES 10

/* Areas sorted into groups, each of which is apart from all others. */
typedef struct
{
  MarchGeos    *geos;
  GPtrArray    *areas;
  GEOSSTRtree  *boxes;  /* of guint *: elements of: */
  guint        *numbers;
  guint        *groups; /* a forest: the number of an area of the same group; a root's is its own */
  guint         at;     /* the area whose neighbours are looked for */
  GEOSGeometry *shape;  /* (nullable): of that one */
  const GEOSPreparedGeometry *prepared; /* (nullable): likewise */
} Grouping;

static MarchGeometry *
get_area (const Grouping *grouping, guint number)
{
  return g_ptr_array_index (grouping->areas, number);
}

static GEOSGeometry *
new_box (Grouping *grouping, guint number, double margin)
{
  const MarchBox *box = march_geometry_get_box (get_area (grouping, number));

  return GEOSGeom_createRectangle_r (grouping->geos->handle, box->west - margin,
                                     box->south - margin, box->east + margin, box->north + margin);
}

static guint
find_root (Grouping *grouping, guint number)
{
  while (grouping->groups[number] != number)
    {
      grouping->groups[number] = grouping->groups[grouping->groups[number]];
      number = grouping->groups[number];
    }
  return number;
}

/* If GEOS can't tell, they are united, which is always right. */
static gboolean
is_near (Grouping *grouping, guint other)
{
  GEOSContextHandle_t handle = grouping->geos->handle;
  GEOSGeometry       *shape = march_geos_from (grouping->geos, get_area (grouping, other));
  gboolean            near;

  if (grouping->prepared == NULL)
    {
      grouping->shape = march_geos_from (grouping->geos, get_area (grouping, grouping->at));
      grouping->prepared = GEOSPrepare_r (handle, grouping->shape);
    }
  near = GEOSPreparedDistanceWithin_r (handle, grouping->prepared, shape, APART) != 0;
  GEOSGeom_destroy_r (handle, shape);
  return near;
}

/* The smaller number is the root, so that groups keep the order of their first areas. */
static void
neighbour_cb (void *item, void *data)
{
  Grouping *grouping = data;
  guint     number = *(const guint *) item;
  guint     a, b;

  if (number <= grouping->at)
    return;
  a = find_root (grouping, grouping->at);
  b = find_root (grouping, number);
  if (a != b && is_near (grouping, number))
    grouping->groups[MAX (a, b)] = MIN (a, b);
}

static void
put_away (Grouping *grouping)
{
  GEOSPreparedGeom_destroy_r (grouping->geos->handle, grouping->prepared);
  GEOSGeom_destroy_r (grouping->geos->handle, grouping->shape);
  grouping->prepared = NULL;
  grouping->shape = NULL;
}

static void
clear_grouping (Grouping *grouping)
{
  GEOSSTRtree_destroy_r (grouping->geos->handle, grouping->boxes);
  g_free (grouping->numbers);
  g_free (grouping->groups);
  march_geos_free (grouping->geos);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grouping, clear_grouping)

static gboolean
is_empty (const Grouping *grouping, guint number)
{
  return march_geometry_get_n_parts (get_area (grouping, number)) == 0;
}

static void
plant (Grouping *grouping)
{
  for (guint i = 0; i < grouping->areas->len; i++)
    {
      grouping->numbers[i] = grouping->groups[i] = i;
      if (!is_empty (grouping, i))
        {
          GEOSGeometry *box = new_box (grouping, i, 0);

          GEOSSTRtree_insert_r (grouping->geos->handle, grouping->boxes, box,
                                grouping->numbers + i);
          GEOSGeom_destroy_r (grouping->geos->handle, box);
        }
    }
}

static gboolean
group (Grouping *grouping, GCancellable *cancellable, GError **error)
{
  plant (grouping);
  for (grouping->at = 0; grouping->at < grouping->areas->len; grouping->at++)
    {
      GEOSGeometry *box;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_empty (grouping, grouping->at))
        continue;
      box = new_box (grouping, grouping->at, APART);
      GEOSSTRtree_query_r (grouping->geos->handle, grouping->boxes, box, neighbour_cb, grouping);
      GEOSGeom_destroy_r (grouping->geos->handle, box);
      put_away (grouping);
    }
  return TRUE;
}

/* By halves: one by one, the first would be gone over again for each of the others. */
static MarchGeometry *
unite (MarchGeometry **areas, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchGeometry) first = NULL;
  g_autoptr (MarchGeometry) second = NULL;

  if (n == 1)
    return march_geometry_ref (areas[0]);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  first = unite (areas, n / 2, cancellable, error);
  if (first != NULL)
    second = unite (areas + n / 2, n - n / 2, cancellable, error);
  return second != NULL ? march_repair_unite (first, second, error) : NULL;
}

static int
compare_groups (const void *a, const void *b, gpointer data)
{
  Grouping   *grouping = data;
  const guint one = *(const guint *) a, other = *(const guint *) b;
  const guint root = find_root (grouping, one), other_root = find_root (grouping, other);

  if (root != other_root)
    return root < other_root ? -1 : 1;
  return (one > other) - (one < other);
}

/* The areas by their groups, and in a group in their order. */
static MarchGeometry **
sort_areas (Grouping *grouping)
{
  const guint     n = grouping->areas->len;
  MarchGeometry **sorted = g_new (MarchGeometry *, n);

  g_qsort_with_data (grouping->numbers, (int) n, sizeof (guint), compare_groups, grouping);
  for (guint i = 0; i < n; i++)
    sorted[i] = get_area (grouping, grouping->numbers[i]);
  return sorted;
}

/* What is left once the areas of each group are one. */
static GPtrArray *
unite_groups (Grouping *grouping, GCancellable *cancellable, GError **error)
{
  g_autofree MarchGeometry **sorted = sort_areas (grouping);
  g_autoptr (GPtrArray)
      united = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);

  for (guint i = 0, next; i < grouping->areas->len; i = next)
    {
      guint          root = find_root (grouping, grouping->numbers[i]);
      MarchGeometry *one;

      for (next = i + 1; next < grouping->areas->len
                         && find_root (grouping, grouping->numbers[next]) == root;)
        next++;
      one = unite (sorted + i, next - i, cancellable, error);
      if (one == NULL)
        return NULL;
      g_ptr_array_add (united, one);
    }
  return g_steal_pointer (&united);
}

/* Areas that are apart, side by side. */
static MarchGeometry *
join (GPtrArray *areas)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  guint n_polygons = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      MarchGeometry *area = g_ptr_array_index (areas, i);

      for (guint j = 0; j < march_geometry_get_n_parts (area); j++)
        {
          MarchPart part = *march_geometry_get_part (area, j);

          n_polygons += !part.hole;
          part.polygon = n_polygons - 1;
          g_array_append_val (parts, part);
        }
    }
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, (const void *) parts->data, parts->len);
}

/**
 * march_unite_areas:
 * @areas: (element-type MarchGeometry): valid polygons on the grid, at least one area
 * @cancellable: (nullable): to stop it
 * @error: %MARCH_ERROR_FAILED if GEOS can't cope with them, or %G_IO_ERROR_CANCELLED
 *
 * Only areas that touch each other, or nearly so, are overlaid: of many that lie side by side most
 * are left as they are. For any thread.
 *
 * Returns: (transfer full) (nullable): valid polygons on the grid, the land of all
 */
MarchGeometry *
march_unite_areas (GPtrArray *areas, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) united = NULL;
  g_auto (Grouping) grouping = { .geos = march_geos_new (), .areas = areas };

  grouping.boxes = GEOSSTRtree_create_r (grouping.geos->handle, BRANCHES);
  grouping.numbers = g_new (guint, areas->len);
  grouping.groups = g_new (guint, areas->len);
  if (group (&grouping, cancellable, error))
    united = unite_groups (&grouping, cancellable, error);
  return united != NULL ? join (united) : NULL;
}
