/* march-points.c — dated points by the hundred thousand, packed for questions by day and by view */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-points.h"

#include <stdlib.h>
#include <string.h>

#include "geo/march-mercator.h"

#define FAN 16     /* points in a leaf, and nodes below a node */
#define LEVELS 8   /* 16^8 points and more */

/* What the points below have in common. */
typedef struct
{
  MarchPointBox box;
  gint32        from;  /* the earliest */
  gint32        until; /* the latest */
} Node;

struct _MarchPoints
{
  gatomicrefcount ref_count;
  GArray         *points; /* of MarchPoint */
  char           *names;  /* each ends with 0; the first is "" */
  GArray         *days;   /* of MarchDay: those of change */
  GArray         *levels[LEVELS]; /* of Node: leaves first, a single one last */
  guint           n_levels;
};

struct _MarchPointsBuilder
{
  GArray     *points;
  GString    *names;
  GHashTable *offsets; /* of a name in @names, by its text */
};

/** march_points_builder_new: Returns: (transfer full): a builder without points */
MarchPointsBuilder *
march_points_builder_new (void)
{
  MarchPointsBuilder *builder = g_new0 (MarchPointsBuilder, 1);

  builder->points = g_array_new (FALSE, FALSE, sizeof (MarchPoint));
  builder->names = g_string_new (NULL);
  g_string_append_c (builder->names, '\0');
  builder->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return builder;
}

void
march_points_builder_free (MarchPointsBuilder *builder)
{
  g_clear_pointer (&builder->points, g_array_unref);
  if (builder->names != NULL)
    g_string_free (builder->names, TRUE);
  g_hash_table_unref (builder->offsets);
  g_free (builder);
}

static guint32
keep_name (MarchPointsBuilder *builder, const char *name)
{
  gpointer known = NULL;
  guint32  offset = (guint32) builder->names->len;

  if (name == NULL || *name == '\0')
    return 0;
  if (g_hash_table_lookup_extended (builder->offsets, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (builder->names->len > G_MAXUINT32 - strlen (name) - 1)
    return 0;
  g_string_append_len (builder->names, name, (gssize) strlen (name) + 1);
  g_hash_table_insert (builder->offsets, g_strdup (name), GUINT_TO_POINTER (offset));
  return offset;
}

static guint32
to_steps (double unit)
{
  return (guint32) CLAMP (unit * MARCH_POINT_STEPS, 0, MARCH_POINT_STEPS - 1);
}

static gint32
pack_day (MarchDay day)
{
  return (gint32) CLAMP (day, G_MININT32, MARCH_POINT_OPEN);
}

/**
 * march_points_builder_add:
 * @longitude: degrees; a whole turn more or less is the same
 * @latitude: degrees
 * @until: the day after the last on which it counts; #MARCH_DAY_MAX: none
 * @told: the day after the last of which its file tells
 * @name: (nullable)
 */
void
march_points_builder_add (MarchPointsBuilder *builder,
                          double              longitude,
                          double              latitude,
                          MarchDay            from,
                          MarchDay            until,
                          MarchDay            told,
                          const char         *name)
{
  double     x = march_mercator_x (longitude);
  MarchPoint point = { .from = pack_day (from), .until = pack_day (until),
                       .told = pack_day (told) };

  point.x = to_steps (x >= 0 && x < 1 ? x : x - (x >= 1) + (x < 0));
  point.y = to_steps (march_mercator_y (latitude));
  point.name = keep_name (builder, name);
  g_array_append_val (builder->points, point);
}

/* A point's place on the curve, and its place before it was sorted. */
typedef struct
{
  guint64 key;
  guint   index;
} Turn;

static guint64
spread (guint32 number)
{
  guint64 bits = number;

  bits = (bits | bits << 16) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
  bits = (bits | bits << 8) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  bits = (bits | bits << 4) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  bits = (bits | bits << 2) & G_GUINT64_CONSTANT (0x3333333333333333);
  return (bits | bits << 1) & G_GUINT64_CONSTANT (0x5555555555555555);
}

static int
compare_turns (const void *a, const void *b)
{
  const Turn *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return (one->index > other->index) - (one->index < other->index);
}

/* Along Morton's curve; points of one place stay as they came. */
static GArray *
sort_points (const GArray *points)
{
  GArray          *sorted = g_array_sized_new (FALSE, FALSE, sizeof (MarchPoint), points->len);
  g_autofree Turn *turns = g_new (Turn, points->len + 1);

  for (guint i = 0; i < points->len; i++)
    {
      const MarchPoint *point = &g_array_index (points, MarchPoint, i);

      turns[i] = (Turn){ spread (point->x) | spread (point->y) << 1, i };
    }
  qsort (turns, points->len, sizeof *turns, compare_turns);
  for (guint i = 0; i < points->len; i++)
    g_array_append_val (sorted, g_array_index (points, MarchPoint, turns[i].index));
  return sorted;
}

static void
extend (Node *node, const Node *other)
{
  node->box.x0 = MIN (node->box.x0, other->box.x0);
  node->box.y0 = MIN (node->box.y0, other->box.y0);
  node->box.x1 = MAX (node->box.x1, other->box.x1);
  node->box.y1 = MAX (node->box.y1, other->box.y1);
  node->from = MIN (node->from, other->from);
  node->until = MAX (node->until, other->until);
}

static Node
get_node (const MarchPoints *points, guint level, guint index)
{
  const MarchPoint *point;

  if (level > 0)
    return g_array_index (points->levels[level - 1], Node, index);
  point = &g_array_index (points->points, MarchPoint, index);
  return (Node){ { point->x, point->y, point->x, point->y }, point->from, point->until };
}

/* The nodes over @n points or nodes of the level below. */
static void
add_level (MarchPoints *points, guint n)
{
  guint   level = points->n_levels;
  GArray *nodes = g_array_sized_new (FALSE, FALSE, sizeof (Node), n / FAN + 1);

  for (guint i = 0; i < n; i += FAN)
    {
      Node node = get_node (points, level, i);

      for (guint j = i + 1; j < MIN (i + FAN, n); j++)
        {
          const Node other = get_node (points, level, j);

          extend (&node, &other);
        }
      g_array_append_val (nodes, node);
    }
  points->levels[points->n_levels++] = nodes;
}

static void
add_day (GHashTable *known, GArray *days, gint32 packed)
{
  MarchDay day = packed;

  if (packed != MARCH_POINT_OPEN && g_hash_table_add (known, GINT_TO_POINTER (packed)))
    g_array_append_val (days, day);
}

/* The days on which a point begins to count or does no longer. */
static GArray *
list_days (const GArray *points)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  for (guint i = 0; i < points->len; i++)
    {
      add_day (known, days, g_array_index (points, MarchPoint, i).from);
      add_day (known, days, g_array_index (points, MarchPoint, i).until);
    }
  g_array_sort (days, march_day_compare);
  return days;
}

/**
 * march_points_builder_end:
 *
 * Sorts what was added; a tenth of a second or so for 300,000. The builder is of no use afterwards
 * but to be freed.
 *
 * Returns: (transfer full): the points
 */
MarchPoints *
march_points_builder_end (MarchPointsBuilder *builder)
{
  MarchPoints *points = g_new0 (MarchPoints, 1);

  g_atomic_ref_count_init (&points->ref_count);
  points->points = sort_points (builder->points);
  g_clear_pointer (&builder->points, g_array_unref);
  points->days = list_days (points->points);
  points->names = g_string_free (g_steal_pointer (&builder->names), FALSE);
  for (guint n = points->points->len; n > (points->n_levels == 0 ? 0 : 1);
       n = points->levels[points->n_levels - 1]->len)
    add_level (points, n);
  return points;
}

/** march_points_ref: Returns: (transfer full): @points; on any thread */
MarchPoints *
march_points_ref (MarchPoints *points)
{
  g_atomic_ref_count_inc (&points->ref_count);
  return points;
}

/** march_points_unref: gives up one reference, on any thread */
void
march_points_unref (MarchPoints *points)
{
  if (!g_atomic_ref_count_dec (&points->ref_count))
    return;
  for (guint i = 0; i < points->n_levels; i++)
    g_array_unref (points->levels[i]);
  g_array_unref (points->points);
  g_array_unref (points->days);
  g_free (points->names);
  g_free (points);
}

guint
march_points_get_n_points (MarchPoints *points)
{
  return points->points->len;
}

/** march_points_get: Returns: (transfer none): one of them, as long as @points are held */
const MarchPoint *
march_points_get (MarchPoints *points, guint index)
{
  g_return_val_if_fail (index < points->points->len, NULL);
  return &g_array_index (points->points, MarchPoint, index);
}

/** march_points_get_name: Returns: (transfer none): "" if it has none */
const char *
march_points_get_name (MarchPoints *points, const MarchPoint *point)
{
  return points->names + point->name;
}

/**
 * march_points_list_changes:
 *
 * Returns: (transfer full) (element-type MarchDay): the days on which a point begins to count or
 * does no longer, in order
 */
GArray *
march_points_list_changes (MarchPoints *points)
{
  return g_array_copy (points->days);
}

/** march_points_differ: Returns: whether other points count on one day than on the other */
gboolean
march_points_differ (MarchPoints *points, MarchDay one, MarchDay other)
{
  MarchDay first = MIN (one, other), last = MAX (one, other);
  guint    low = 0, high = points->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (points->days, MarchDay, middle) <= first)
        low = middle + 1;
      else
        high = middle;
    }
  return low < points->days->len && g_array_index (points->days, MarchDay, low) <= last;
}

/** march_point_counts: Returns: whether it counts on @day */
gboolean
march_point_counts (const MarchPoint *point, MarchDay day)
{
  return point->from <= day && (point->until == MARCH_POINT_OPEN || day < point->until);
}

/* A question on its way down the tree. */
typedef struct
{
  const MarchPoints   *points;
  const MarchPointBox *box;
  gint32               first, last;
  MarchPointFunc       visit;
  gpointer             user_data;
} Walk;

static gboolean
meets (const Walk *walk, const Node *node)
{
  return node->box.x0 <= walk->box->x1 && node->box.x1 >= walk->box->x0
         && node->box.y0 <= walk->box->y1 && node->box.y1 >= walk->box->y0
         && node->from <= walk->last
         && (node->until == MARCH_POINT_OPEN || node->until > walk->first);
}

static gboolean
go_down (const Walk *walk, guint level, guint index)
{
  guint n = level > 0 ? walk->points->levels[level - 1]->len : walk->points->points->len;

  for (guint i = index * FAN; i < MIN ((index + 1) * FAN, n); i++)
    {
      const Node node = get_node (walk->points, level, i);

      if (!meets (walk, &node))
        continue;
      if (level > 0 ? !go_down (walk, level - 1, i)
                    : !walk->visit (&g_array_index (walk->points->points, MarchPoint, i),
                                    walk->user_data))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_points_visit:
 * @first: see @last
 * @last: the last day; those are visited that count on a day from @first through it
 * @visit: (scope call)
 *
 * Visits the points in @box, always in the same order.
 *
 * Returns: %FALSE if @visit ended it
 */
gboolean
march_points_visit (MarchPoints         *points,
                    const MarchPointBox *box,
                    MarchDay             first,
                    MarchDay             last,
                    MarchPointFunc       visit,
                    gpointer             user_data)
{
  const Walk walk = { points, box, pack_day (first), pack_day (last), visit, user_data };

  return points->n_levels == 0 || go_down (&walk, points->n_levels - 1, 0);
}
