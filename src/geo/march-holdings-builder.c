/* march-holdings-builder.c — dated areas cut into pieces with intervals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-holdings-builder.h"

#include "geo/march-cutting-private.h"
#include "geo/march-unite.h"

struct _MarchHoldingsBuilder
{
  GTree *areas; /* from MarchDay to GPtrArray of MarchGeometry, on the grid: what is held on it */
};

/* What spans all areas, and how large the largest is. */
typedef struct
{
  MarchBox box;
  guint    n_points;
} Extent;

static int
compare_days (const void *a, const void *b, gpointer data)
{
  const MarchDay *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

/**
 * march_holdings_builder_new:
 *
 * Returns: (transfer full): a builder without areas
 */
MarchHoldingsBuilder *
march_holdings_builder_new (void)
{
  MarchHoldingsBuilder *builder = g_new (MarchHoldingsBuilder, 1);

  builder->areas = g_tree_new_full (compare_days, NULL, g_free,
                                    (GDestroyNotify) g_ptr_array_unref);
  return builder;
}

/**
 * march_holdings_builder_free:
 * @builder: (nullable) (transfer full): a builder
 */
void
march_holdings_builder_free (MarchHoldingsBuilder *builder)
{
  if (builder == NULL)
    return;
  g_tree_unref (builder->areas);
  g_free (builder);
}

static void
prefix_day (MarchDay day, GError **error)
{
  g_autofree char *iso = march_day_to_iso (day);

  g_prefix_error (error, "%s: ", iso);
}

/**
 * march_holdings_builder_add:
 * @builder: a builder
 * @day: the day for which @area is stated, neither #MARCH_DAY_MIN nor #MARCH_DAY_MAX
 * @area: polygons as the source gives them; empty for a day that states that no land is held
 * @report: (out caller-allocates) (optional): what was repaired; see march_repair_area()
 * @error: as for march_repair_area()
 *
 * Adds what is held on a day, repaired and on the grid. Days may come in any order. Several areas
 * of one day are united in the end.
 *
 * Returns: whether @area could be used; if it could not be repaired, @builder is as it was
 */
gboolean
march_holdings_builder_add (MarchHoldingsBuilder *builder,
                            MarchDay              day,
                            MarchGeometry        *area,
                            MarchRepair          *report,
                            GError              **error)
{
  g_autoptr (MarchGeometry) repaired = march_repair_area (area, report, error);
  GPtrArray *stated = g_tree_lookup (builder->areas, &day);

  g_return_val_if_fail (day != MARCH_DAY_MIN && day != MARCH_DAY_MAX, FALSE);
  if (repaired == NULL)
    return FALSE;
  if (stated == NULL)
    {
      stated = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref);
      g_tree_insert (builder->areas, g_memdup2 (&day, sizeof day), stated);
    }
  g_ptr_array_add (stated, g_steal_pointer (&repaired));
  return TRUE;
}

/* Once all of a day are one. */
static MarchGeometry *
get_area (const GPtrArray *stated)
{
  return g_ptr_array_index (stated, 0);
}

static gboolean
extend_cb (gpointer key, gpointer value, gpointer data)
{
  Extent *extent = data;

  MarchGeometry *area = get_area (value);

  march_box_extend (&extent->box, march_geometry_get_box (area));
  extent->n_points = MAX (extent->n_points, march_geometry_count_points (area));
  return FALSE;
}

static gboolean
add_day_cb (gpointer key, gpointer value, gpointer data)
{
  g_array_append_val ((GArray *) data, *(MarchDay *) key);
  return FALSE;
}

static gboolean
unite_days (MarchHoldingsBuilder *builder, GArray *days, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < days->len; i++)
    {
      MarchDay       day = g_array_index (days, MarchDay, i);
      GPtrArray     *stated = g_tree_lookup (builder->areas, &day);
      MarchGeometry *area;

      if (stated->len == 1)
        continue;
      area = march_unite_areas (stated, cancellable, error);
      if (area == NULL)
        {
          prefix_day (day, error);
          return FALSE;
        }
      g_ptr_array_set_size (stated, 0);
      g_ptr_array_add (stated, area);
    }
  return TRUE;
}

static gboolean
cut_days (MarchHoldingsBuilder *builder,
          MarchCutting         *cutting,
          GArray               *days,
          MarchHoldingsProgress progress,
          gpointer              data,
          GCancellable         *cancellable,
          GError              **error)
{
  for (guint i = 0; i < days->len; i++)
    {
      MarchDay       day = g_array_index (days, MarchDay, i);
      MarchGeometry *area = get_area (g_tree_lookup (builder->areas, &day));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!march_cutting_step (cutting, area, cancellable, error))
        {
          prefix_day (day, error);
          return FALSE;
        }
      if (progress != NULL)
        progress (i + 1, days->len, data);
    }
  return TRUE;
}

static GArray *
list_blanks (GArray *days, MarchMissing missing)
{
  GArray *blanks = g_array_new (FALSE, FALSE, sizeof (MarchBlank));

  if (missing == MARCH_MISSING_CARRIED)
    return blanks;
  for (guint i = 0; i < days->len; i++)
    {
      MarchBlank blank = { g_array_index (days, MarchDay, i) + 1, MARCH_DAY_MAX };

      if (i + 1 < days->len)
        blank.until = g_array_index (days, MarchDay, i + 1);
      if (blank.from < blank.until)
        g_array_append_val (blanks, blank);
    }
  return blanks;
}

static MarchHoldings *
collect (GPtrArray *cuts, GArray *days, MarchMissing missing)
{
  g_autoptr (GPtrArray)
      pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) march_piece_unref);
  g_autoptr (GArray) blanks = list_blanks (days, missing);
  MarchDay last = days->len > 0 ? g_array_index (days, MarchDay, days->len - 1) : 0;
  MarchDay open = missing == MARCH_MISSING_CARRIED ? MARCH_DAY_MAX : last + 1;

  for (guint i = 0; i < cuts->len; i++)
    {
      const MarchCut *cut = g_ptr_array_index (cuts, i);
      MarchDay        from = g_array_index (days, MarchDay, cut->from - 1);
      MarchDay until = cut->until > 0 ? g_array_index (days, MarchDay, cut->until - 1) : open;

      for (guint j = 0; j < cut->polygons->len; j++)
        g_ptr_array_add (pieces,
                         march_piece_new (g_ptr_array_index (cut->polygons, j), from, until));
    }
  return march_holdings_new (pieces, (const void *) blanks->data, blanks->len);
}

/**
 * march_holdings_builder_run:
 * @builder: a builder, to which more can be added
 * @missing: what days between those stated mean
 * @progress: (nullable) (scope call): called after each day
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED, %MARCH_ERROR_BAD_INPUT if the borders are too intricate to cut, or
 * %MARCH_ERROR_FAILED if GEOS can't cope with them
 *
 * Cuts the areas, day by day in their order. On every stated day the pieces that are valid make up
 * the area of that day: nothing is lost, nothing invented, to a millionth of the area. What differs
 * are borders that are bent by a fraction of a cell where they cross (land of a few cells between
 * them may come to nothing), and slivers under a decimetre wide, which wait until they are wider: a
 * border written with other digits doesn't change hands. A piece is as large as land with one
 * interval gets; it is cut only where a part of it was lost or gained on another day. Land that is
 * lost and gained again has two intervals. What changes over missing days changes on the first day
 * after them.
 *
 * For any thread. Takes about as long as the changes are large, not the areas.
 *
 * Returns: (transfer full) (nullable): the pieces, by their first day
 */
MarchHoldings *
march_holdings_builder_run (MarchHoldingsBuilder *builder,
                            MarchMissing          missing,
                            MarchHoldingsProgress progress,
                            gpointer              data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  g_autoptr (MarchCutting) cutting = NULL;
  g_autoptr (GPtrArray) cuts = NULL;
  Extent extent = { MARCH_BOX_EMPTY, 0 };

  g_tree_foreach (builder->areas, add_day_cb, days);
  if (!unite_days (builder, days, cancellable, error))
    return NULL;
  g_tree_foreach (builder->areas, extend_cb, &extent);
  cutting = march_cutting_new (&extent.box, extent.n_points);
  if (!cut_days (builder, cutting, days, progress, data, cancellable, error))
    return NULL;
  cuts = march_cutting_finish (cutting, cancellable, error);
  return cuts != NULL ? collect (cuts, days, missing) : NULL;
}
