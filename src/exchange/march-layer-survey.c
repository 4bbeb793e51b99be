/* march-layer-survey.c — where the features of a layer lie, and what tells them apart */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-layer-survey.h"

#include <math.h>
#include <string.h>

/* What lies together is found on a grid: cells that hold something and touch are one cluster. */
#define CELL 0.5 /* degrees */
#define N_COLUMNS 720
#define N_ROWS 360
#define MOST_SAMPLES 10000 /* of one edge */

typedef struct
{
  guint32 *clusters; /* of each cell, 0: nothing is there; 1: not told yet */
  double  *weights;  /* of each cluster */
  guint    n_clusters;
} Grid;

/**
 * march_layer_get_key:
 * @field: for %MARCH_LAYER_KEY_FIELD
 *
 * Returns: (transfer none) (nullable): what the feature has there
 */
const char *
march_layer_get_key (MarchLayer              *layer,
                     const MarchLayerFeature *feature,
                     MarchLayerKey            key,
                     guint                    field)
{
  const MarchLayerValue *value;

  switch (key)
    {
    case MARCH_LAYER_KEY_SERIES:
      return march_layer_get_file (layer, feature->file)->series;
    case MARCH_LAYER_KEY_GROUP:
      return feature->group;
    case MARCH_LAYER_KEY_COLOUR:
      return feature->colour;
    case MARCH_LAYER_KEY_NAME:
      return feature->name;
    case MARCH_LAYER_KEY_FIELD:
      value = march_layer_get_value (feature, field);
      return value != NULL && value->kind != MARCH_VALUE_NULL ? value->text : NULL;
    default:
      g_assert_not_reached ();
    }
}

static void
count_free (MarchLayerCount *count)
{
  g_free (count->text);
  g_free (count);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const MarchLayerCount *count_a = *(MarchLayerCount *const *) a;
  const MarchLayerCount *count_b = *(MarchLayerCount *const *) b;

  if (count_a->n_features != count_b->n_features)
    return count_a->n_features > count_b->n_features ? -1 : 1;
  return g_strcmp0 (count_a->text, count_b->text);
}

/**
 * march_layer_count_keys:
 * @field: for %MARCH_LAYER_KEY_FIELD
 * @most: counting ends where there are more kinds
 *
 * Returns: (transfer full) (element-type MarchLayerCount): what the features have there, the most
 *   frequent first
 */
GPtrArray *
march_layer_count_keys (MarchLayer *layer, MarchLayerKey key, guint field, guint most)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  MarchLayerCount *none = NULL;

  for (guint i = 0; i < march_layer_get_n_features (layer) && counts->len <= most; i++)
    {
      const char      *text = march_layer_get_key (layer, march_layer_get_feature (layer, i), key,
                                                   field);
      MarchLayerCount *count = text != NULL ? g_hash_table_lookup (by_text, text) : none;

      if (count == NULL)
        {
          count = g_new0 (MarchLayerCount, 1);
          count->text = g_strdup (text);
          g_ptr_array_add (counts, count);
          if (text != NULL)
            g_hash_table_insert (by_text, count->text, count);
          else
            none = count;
        }
      count->n_features++;
    }
  g_ptr_array_sort (counts, compare_counts);
  return counts;
}

/**
 * march_layer_split_list:
 * @text: a cell that may hold several things, divided by ",", ";" or "|"
 *
 * Of addresses only those dividers count that another address follows, for they may have commas of
 * their own.
 *
 * Returns: (transfer full): the things, without blanks around them and without empty ones
 */
char **
march_layer_split_list (const char *text)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  gboolean    addresses = strstr (text, "://") != NULL;
  const char *start = text;

  for (const char *at = text;; at++)
    {
      gboolean divides = *at == '\0' || strchr (",;|", *at) != NULL;

      if (divides && *at != '\0' && addresses)
        {
          const char *next = at + 1 + strspn (at + 1, " \t\r\n");

          divides = g_str_has_prefix (next, "http://") || g_str_has_prefix (next, "https://")
                    || *next == '\0';
        }
      if (divides)
        {
          char *thing = g_strstrip (g_strndup (start, (gsize) (at - start)));

          if (*thing != '\0')
            g_ptr_array_add (things, thing);
          else
            g_free (thing);
          start = at + 1;
        }
      if (*at == '\0')
        break;
    }
  g_ptr_array_add (things, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&things), FALSE);
}

/**
 * march_layer_get_box:
 * @box: (out): what all features span
 */
void
march_layer_get_box (MarchLayer *layer, MarchBox *box)
{
  *box = MARCH_BOX_EMPTY;
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    march_box_extend (box, march_geometry_get_box (march_layer_get_feature (layer, i)->geometry));
}

static guint
find_cell (double longitude, double latitude)
{
  double turned = fmod (longitude + 540, 360);
  guint  column = MIN ((guint) (turned / CELL), N_COLUMNS - 1);
  guint  row = MIN ((guint) ((latitude + 90) / CELL), N_ROWS - 1);

  return row * N_COLUMNS + column;
}

/* Marks the cells that a line passes. */
static void
mark_edge (Grid *grid, const double *a, const double *b)
{
  double length = MAX (fabs (b[0] - a[0]), fabs (b[1] - a[1]));
  guint  n = MIN ((guint) (length / CELL) * 2 + 1, MOST_SAMPLES);

  for (guint i = 0; i <= n; i++)
    {
      double   share = (double) i / n;
      guint32 *cell =
          &grid->clusters[find_cell (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))];

      *cell = MAX (*cell, 1);
    }
}

static void
mark_part (Grid *grid, const MarchPart *part)
{
  for (guint i = 0; i < part->n_points; i++)
    mark_edge (grid, part->points + 2 * i, part->points + 2 * MIN (i + 1, part->n_points - 1));
}

/* Numbers a cell and all that can be reached from it by steps from cell to cell, also across the
 * corners and the 180th meridian. */
static void
flood (Grid *grid, guint start, guint32 cluster, GArray *open)
{
  grid->clusters[start] = cluster;
  g_array_append_val (open, start);
  while (open->len > 0)
    {
      guint cell = g_array_index (open, guint, open->len - 1);
      int   row = (int) (cell / N_COLUMNS), column = (int) (cell % N_COLUMNS);

      g_array_set_size (open, open->len - 1);
      for (int y = MAX (row - 1, 0); y <= MIN (row + 1, N_ROWS - 1); y++)
        for (int x = column - 1; x <= column + 1; x++)
          {
            guint next = (guint) (y * N_COLUMNS + (x + N_COLUMNS) % N_COLUMNS);

            if (grid->clusters[next] == 1)
              {
                grid->clusters[next] = cluster;
                g_array_append_val (open, next);
              }
          }
    }
}

static void
number_clusters (Grid *grid)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < N_COLUMNS * N_ROWS; i++)
    if (grid->clusters[i] == 1)
      flood (grid, i, 2 + grid->n_clusters++, open);
}

/* Square degrees, shrunk towards the poles; 1 for what is no ring. */
static double
weigh_part (MarchGeometryKind kind, const MarchPart *part)
{
  double area = 0;

  if (kind != MARCH_GEOMETRY_POLYGON)
    return 1;
  for (guint i = 0; i + 1 < part->n_points; i++)
    {
      const double *a = part->points + 2 * i, *b = a + 2;

      area += a[0] * b[1] - b[0] * a[1];
    }
  return fabs (area) / 2 * cos (part->points[1] * G_PI / 180);
}

typedef void (*PartFunc) (Grid *grid, MarchGeometryKind kind, const MarchPart *part);

static void
mark_cb (Grid *grid, MarchGeometryKind kind, const MarchPart *part)
{
  mark_part (grid, part);
}

static void
weigh_cb (Grid *grid, MarchGeometryKind kind, const MarchPart *part)
{
  guint32 cluster = grid->clusters[find_cell (part->points[0], part->points[1])];

  grid->weights[cluster - 2] += weigh_part (kind, part);
}

/* Calls @func with each part, but of areas alone if there are any, and not with their holes. */
static void
for_each_part (MarchLayer *layer, Grid *grid, PartFunc func)
{
  gboolean areas = march_layer_count_kind (layer, MARCH_GEOMETRY_POLYGON) > 0;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      MarchGeometry    *geometry = march_layer_get_feature (layer, i)->geometry;
      MarchGeometryKind kind = march_geometry_get_kind (geometry);

      for (guint j = 0; j < march_geometry_get_n_parts (geometry); j++)
        if ((!areas || kind == MARCH_GEOMETRY_POLYGON)
            && !march_geometry_get_part (geometry, j)->hole)
          func (grid, kind, march_geometry_get_part (geometry, j));
    }
}

static guint32
find_heaviest (const Grid *grid)
{
  guint best = 0;

  for (guint i = 1; i < grid->n_clusters; i++)
    if (grid->weights[i] > grid->weights[best])
      best = i;
  return best + 2;
}

static void
extend_by_part (MarchBox *box, const MarchPart *part)
{
  for (guint i = 0; i < part->n_points; i++)
    {
      const double  *point = part->points + 2 * i;
      const MarchBox at = { point[0], point[1], point[0], point[1] };

      march_box_extend (box, &at);
    }
}

static guint
count_away (MarchLayer *layer, const MarchBox *box)
{
  guint n_away = 0;

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    n_away += !march_box_intersects (box, march_geometry_get_box (march_layer_get_feature (layer, i)
                                                                      ->geometry));
  return n_away;
}

/**
 * march_layer_find_main:
 * @box: (out): what the main part of the layer spans
 * @n_away: (out): how many features lie outside of it altogether
 *
 * Some layers hold land far from their subject, and a view of all would show mostly sea. The main
 * part is what lies together, with gaps of less than about a degree, and is the largest: by area,
 * or by the number of points and lines where there are no areas.
 */
void
march_layer_find_main (MarchLayer *layer, MarchBox *box, guint *n_away)
{
  g_autofree guint32 *clusters = g_new0 (guint32, N_COLUMNS * N_ROWS);
  Grid                grid = { .clusters = clusters };
  guint32             heaviest;

  *box = MARCH_BOX_EMPTY;
  *n_away = 0;
  for_each_part (layer, &grid, mark_cb);
  number_clusters (&grid);
  if (grid.n_clusters == 0)
    return;
  grid.weights = g_new0 (double, grid.n_clusters);
  for_each_part (layer, &grid, weigh_cb);
  heaviest = find_heaviest (&grid);
  g_free (grid.weights);

  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      MarchGeometry *geometry = march_layer_get_feature (layer, i)->geometry;

      for (guint j = 0; j < march_geometry_get_n_parts (geometry); j++)
        {
          const MarchPart *part = march_geometry_get_part (geometry, j);

          if (clusters[find_cell (part->points[0], part->points[1])] == heaviest)
            extend_by_part (box, part);
        }
    }
  *n_away = count_away (layer, box);
}

/**
 * march_layer_find_within:
 * @subject: what the dossier is about
 * @box: (out): what the parts that reach into it span; empty if none does
 * @n_away: (out): how many features lie outside of it altogether
 */
void
march_layer_find_within (MarchLayer *layer, const MarchBox *subject, MarchBox *box, guint *n_away)
{
  *box = MARCH_BOX_EMPTY;
  for (guint i = 0; i < march_layer_get_n_features (layer); i++)
    {
      MarchGeometry *geometry = march_layer_get_feature (layer, i)->geometry;

      for (guint j = 0; j < march_geometry_get_n_parts (geometry); j++)
        {
          MarchBox part = MARCH_BOX_EMPTY;

          extend_by_part (&part, march_geometry_get_part (geometry, j));
          if (march_box_intersects (&part, subject))
            march_box_extend (box, &part);
        }
    }
  *n_away = count_away (layer, subject);
}
