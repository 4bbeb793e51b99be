/* march-comparison.c — what land each holder gained and lost between two days by one source,
 * or what two sources disagree on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-comparison.h"

#include <glib/gi18n.h>

#include "asof/march-area-history.h"
#include "asof/march-snapshot-private.h"
#include "geo/march-gains.h"
#include "geo/march-geodesic.h"

/* Less, in square metres, is what is left over where a border was written in other digits. */
#define LEAST_M2 100.0

static void
free_land (gpointer data)
{
  MarchComparedLand *land = data;

  march_geometry_unref (land->gained);
  march_geometry_unref (land->lost);
  g_free (land);
}

static void
add_rows (MarchComparison         *comparison,
          MarchAreaUnits          *units,
          const MarchComparedLand *land)
{
  guint              n_units = march_area_units_get_n (units);
  MarchMeasure      *measure = march_area_units_get_measure (units);
  g_autofree double *gained = g_new0 (double, n_units + 1);
  g_autofree double *lost = g_new0 (double, n_units + 1);

  march_measure_land (measure, land->gained, gained);
  march_measure_land (measure, land->lost, lost);
  gained[n_units] = march_geodesic_area (land->gained);
  lost[n_units] = march_geodesic_area (land->lost);
  for (guint i = 0; i <= n_units; i++)
    {
      MarchComparedRow row = { i < n_units ? march_area_units_get (units, i) : NULL, land->holder,
                               gained[i], lost[i] };

      if (i == n_units || gained[i] >= LEAST_M2 || lost[i] >= LEAST_M2)
        g_array_append_val (comparison->rows, row);
    }
}

static gboolean
compare_holder (MarchComparison        *comparison,
                const MarchDatedImport *before,
                const MarchDatedImport *after,
                MarchAreaUnits         *units,
                GError                **error)
{
  MarchComparedLand *land;
  MarchGeometry     *gained = NULL, *lost = NULL;

  if (!march_gains_find (before->holdings, comparison->from, after->holdings, comparison->to,
                         &gained, &lost, error))
    return FALSE;
  land = g_new0 (MarchComparedLand, 1);
  *land = (MarchComparedLand){ before->holder, gained, lost };
  g_ptr_array_add (comparison->lands, land);
  add_rows (comparison, units, land);
  return TRUE;
}

static const MarchDatedImport *
find_holder (GPtrArray *imports, const MarchActor *holder)
{
  for (guint i = 0; i < imports->len; i++)
    if (((const MarchDatedImport *) imports->pdata[i])->holder == holder)
      return imports->pdata[i];
  return NULL;
}

/* Of two sources on one day. */
static char *
describe_apart (MarchComparison *comparison, GPtrArray *ours, GPtrArray *theirs)
{
  g_autofree char   *day = march_day_describe (comparison->to);
  const MarchSource *silent = ours->len == 0 ? comparison->source : comparison->other;

  if (ours->len > 0 && theirs->len > 0)
    return g_strdup (_("No two sources have areas of one holder on this day"));
  return g_strdup_printf (_("“%1$s” doesn’t cover %2$s."), silent->title, day);
}

static char *
describe_untold (MarchComparison *comparison, GPtrArray *before, GPtrArray *after)
{
  g_autofree char *from = march_day_describe (comparison->from);
  g_autofree char *to = march_day_describe (comparison->to);

  if (comparison->lands->len > 0)
    return NULL;
  if (comparison->source == NULL)
    return g_strdup (_("No areas are imported that could be compared."));
  if (comparison->other != NULL)
    return describe_apart (comparison, before, after);
  if (before->len == 0 && after->len == 0)
    return g_strdup_printf (_("“%1$s” covers neither %2$s nor %3$s."), comparison->source->title,
                            from, to);
  return g_strdup_printf (_("“%1$s” doesn’t cover %2$s."), comparison->source->title,
                          before->len == 0 ? from : to);
}

static gboolean
compare (MarchComparison *comparison,
         MarchAreaUnits  *units,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (GPtrArray) before = march_snapshot_list_areas_on (
      comparison->snapshot, comparison->source, comparison->from);
  const MarchSource    *second_source = comparison->other != NULL ? comparison->other
                                                                  : comparison->source;
  g_autoptr (GPtrArray) after = march_snapshot_list_areas_on (comparison->snapshot, second_source,
                                                              comparison->to);

  for (guint i = 0; i < before->len; i++)
    {
      const MarchDatedImport *first = g_ptr_array_index (before, i);
      const MarchDatedImport *second = find_holder (after, first->holder);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (second != NULL && !compare_holder (comparison, first, second, units, error)))
        return FALSE;
    }
  comparison->untold = describe_untold (comparison, before, after);
  return TRUE;
}

static MarchComparison *
make (MarchSnapshot     *snapshot,
      const MarchSource *source,
      const MarchSource *other,
      MarchDay           from,
      MarchDay           to,
      MarchAreaUnits    *units,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr (MarchComparison) comparison = g_new0 (MarchComparison, 1);
  g_autoptr (MarchAreaUnits) own = NULL;

  g_atomic_ref_count_init (&comparison->references);
  comparison->snapshot = march_snapshot_ref (snapshot);
  comparison->from = from;
  comparison->to = to;
  comparison->source = source != NULL ? source : march_snapshot_get_area_source (snapshot);
  comparison->other = other;
  comparison->lands = g_ptr_array_new_with_free_func (free_land);
  comparison->rows = g_array_new (FALSE, FALSE, sizeof (MarchComparedRow));
  own = units != NULL ? march_area_units_ref (units)
                      : march_area_units_new (march_snapshot_get_corpus (snapshot), error);
  if (own == NULL || !compare (comparison, own, cancellable, error))
    return NULL;
  return g_steal_pointer (&comparison);
}

/**
 * march_comparison_new:
 * @snapshot: known by when and according to whom; its day doesn't matter
 * @source: (nullable): whose areas; %NULL: march_snapshot_get_area_source()
 * @from: the first day
 * @to: the second day, not before @from
 * @units: (nullable): of the snapshot's corpus; %NULL: they are prepared, which takes a while
 * @cancellable: (nullable): checked between holders
 * @error: %G_IO_ERROR_CANCELLED, or as for march_gains_find()
 *
 * For any thread; off the main one for large areas.
 *
 * Returns: (transfer full) (nullable): what differs
 */
MarchComparison *
march_comparison_new (MarchSnapshot     *snapshot,
                      const MarchSource *source,
                      MarchDay           from,
                      MarchDay           to,
                      MarchAreaUnits    *units,
                      GCancellable      *cancellable,
                      GError           **error)
{
  return make (snapshot, source, NULL, from, to, units, cancellable, error);
}

/**
 * march_comparison_new_of_sources:
 * @snapshot: as of which day
 * @source: (nullable): whose areas; %NULL: march_snapshot_get_area_source()
 * @other: whose areas they are held against
 * @units: (nullable): as for march_comparison_new()
 * @cancellable: (nullable): checked between holders
 * @error: as for march_comparison_new()
 *
 * What @other alone has counts as gained, what @source alone has as lost. Of a holder of whom only
 * one tells there is nothing to compare. For any thread; off the main one for large areas.
 *
 * Returns: (transfer full) (nullable): on what land the two sources disagree
 */
MarchComparison *
march_comparison_new_of_sources (MarchSnapshot     *snapshot,
                                 const MarchSource *source,
                                 const MarchSource *other,
                                 MarchAreaUnits    *units,
                                 GCancellable      *cancellable,
                                 GError           **error)
{
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;

  return make (snapshot, source, other, day, day, units, cancellable, error);
}

/** march_comparison_ref: Returns: (transfer full): @comparison; any thread */
MarchComparison *
march_comparison_ref (MarchComparison *comparison)
{
  g_atomic_ref_count_inc (&comparison->references);
  return comparison;
}

/** march_comparison_unref: @comparison: (nullable) (transfer full): from any thread */
void
march_comparison_unref (MarchComparison *comparison)
{
  if (comparison == NULL || !g_atomic_ref_count_dec (&comparison->references))
    return;
  g_ptr_array_unref (comparison->lands);
  g_array_unref (comparison->rows);
  g_free (comparison->untold);
  march_snapshot_unref (comparison->snapshot);
  g_free (comparison);
}

/** march_comparison_describe: Returns: (transfer full): which two days are compared: "Compared: 10
 * May 2031 → 15 May 2031" */
char *
march_comparison_describe (MarchComparison *comparison)
{
  g_autofree char *from = march_day_describe (comparison->from);
  g_autofree char *to = march_day_describe (comparison->to);

  /* Translators: two days. */
  return g_strdup_printf (_("Compared: %1$s → %2$s"), from, to);
}

/** march_comparison_describe_apart: @comparison: of two sources. Returns: (transfer full): on how
 * much land they disagree: "“Daily sheet” and “Ledger” disagree on 512 km²", or why that isn't
 * known */
char *
march_comparison_describe_apart (MarchComparison *comparison)
{
  double           m2 = 0;
  g_autofree char *area = NULL;

  if (comparison->untold != NULL)
    return g_strdup (comparison->untold);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);

      if (row->place == NULL)
        m2 += row->gained + row->lost;
    }
  area = march_area_to_words (m2);
  /* Translators: two sources of areas, and how large the land is that only one of them has. */
  return g_strdup_printf (_("“%1$s” and “%2$s” disagree on %3$s"), comparison->source->title,
                          comparison->other->title, area);
}
