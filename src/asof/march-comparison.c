/* march-comparison.c — what land each holder gained and lost between two days by one source,
 * or what two sources disagree on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-comparison.h"

#include <glib/gi18n.h>

#include "asof/march-snapshot-private.h"
#include "asof/march-words.h"
#include "geo/march-gains.h"
#include "geo/march-geodesic.h"

/* Less, in square metres, is what is left over where a border was written in other digits. */
#define LEAST_M2 100.0
/* Less of what changed its word isn't told. */
#define LEAST_TOLD_M2 5e4

static void
free_land (gpointer data)
{
  MarchComparedLand *land = data;

  march_geometry_unref (land->gained);
  march_geometry_unref (land->lost);
  g_free (land);
}

/* The units, and the whole. Free with g_free(). */
static double *
measure (MarchAreaUnits *units, MarchGeometry *land)
{
  const guint n_units = march_area_units_get_n (units);
  double     *areas = g_new0 (double, n_units + 1);

  march_measure_land (march_area_units_get_measure (units), land, areas);
  areas[n_units] = march_geodesic_area (land);
  return areas;
}

/* @now: all land of this word that wasn't of this word before. */
static void
add_rows (MarchComparison         *comparison,
          MarchAreaUnits          *units,
          const MarchComparedLand *land,
          MarchGeometry           *now)
{
  const guint        n_units = march_area_units_get_n (units);
  g_autofree double *gained = measure (units, land->gained), *lost = measure (units, land->lost);
  g_autofree double *turned = measure (units, now);

  for (guint i = 0; i <= n_units; i++)
    {
      MarchComparedRow row = { i < n_units ? march_area_units_get (units, i) : NULL, land->side,
                               gained[i], lost[i], turned[i] };

      if (i == n_units || gained[i] >= LEAST_M2 || lost[i] >= LEAST_M2 || turned[i] >= LEAST_M2)
        g_array_append_val (comparison->rows, row);
    }
}

static void
add_land (MarchComparison     *comparison,
          MarchAreaUnits      *units,
          const MarchAreaSide *side,
          MarchGeometry       *gained,
          MarchGeometry       *lost,
          MarchGeometry       *turned)
{
  MarchComparedLand *land = g_new0 (MarchComparedLand, 1);

  *land = (MarchComparedLand){ *side, march_land_drop_slivers (gained),
                               march_land_drop_slivers (lost) };
  g_ptr_array_add (comparison->lands, land);
  add_rows (comparison, units, land, turned);
}

static MarchGeometry *
new_nothing (void)
{
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
}

/* The land of an import that may be missing. */
static MarchGeometry *
get_land (const MarchDatedImport *area_import, MarchDay day, GError **error)
{
  return area_import != NULL ? march_holdings_get_area (area_import->holdings, day, error)
                             : new_nothing ();
}

/* Replaces @land by what of it an import, which may be missing, doesn't hold. */
static gboolean
take_off (MarchGeometry         **land,
          const MarchDatedImport *area_import,
          MarchDay                day,
          GError                **error)
{
  g_autoptr (MarchGeometry) whole = g_steal_pointer (land);
  g_autoptr (MarchGeometry) taken = NULL;

  if (area_import == NULL || march_geometry_get_n_parts (whole) == 0)
    {
      *land = g_steal_pointer (&whole);
      return TRUE;
    }
  taken = march_holdings_get_area (area_import->holdings, day, error);
  if (taken != NULL)
    *land = march_land_subtract (whole, taken, error);
  return *land != NULL;
}

/* One holder's land on one word, before and after; each NULL if it isn't told. */
typedef struct
{
  const MarchDatedImport *before;
  const MarchDatedImport *after;
  MarchGeometry          *gained; /* of the word alone, whatever the other one says */
  MarchGeometry          *lost;
} Word;

static void
clear_word (Word *word)
{
  g_clear_pointer (&word->gained, march_geometry_unref);
  g_clear_pointer (&word->lost, march_geometry_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Word, clear_word)

static gboolean
find_gains (const MarchComparison *comparison, Word *word, GError **error)
{
  if (word->before != NULL && word->after != NULL)
    return march_gains_find (word->before->holdings, comparison->from, word->after->holdings,
                             comparison->to, &word->gained, &word->lost, error);
  word->gained = get_land (word->after, comparison->to, error);
  if (word->gained != NULL)
    word->lost = get_land (word->before, comparison->from, error);
  return word->lost != NULL;
}

static gboolean
is_told (const Word *word)
{
  return word->before != NULL && word->after != NULL;
}

/* Adds what is gained and lost on a word. What of @whole isn't in @left is the holder's on both
 * days, but on the other word before. */
static gboolean
add_word (MarchComparison     *comparison,
          MarchAreaUnits      *units,
          const MarchAreaSide *side,
          MarchGeometry       *gained,
          MarchGeometry       *lost,
          MarchGeometry       *whole,
          MarchGeometry       *left,
          GError             **error)
{
  g_autoptr (MarchGeometry) turned = NULL;

  if (comparison->other != NULL || whole == left)
    turned = new_nothing ();
  else
    turned = march_land_subtract (whole, left, error);
  if (turned != NULL)
    add_land (comparison, units, side, gained, lost, turned);
  return turned != NULL;
}

/* Of two days what is assessed is gained only where the holder didn't say before that it holds it,
 * and lost only where it doesn't go on to say so. */
static gboolean
compare_assessed (MarchComparison *comparison,
                  const Word      *assessed,
                  const Word      *own,
                  MarchAreaUnits  *units,
                  MarchGeometry  **lost,
                  GError         **error)
{
  g_autoptr (MarchGeometry) gained = march_geometry_ref (assessed->gained);

  *lost = march_geometry_ref (assessed->lost);
  if (comparison->other == NULL
      && (!take_off (&gained, own->before, comparison->from, error)
          || !take_off (lost, own->after, comparison->to, error)))
    return FALSE;
  return !is_told (assessed)
         || add_word (comparison, units,
                      &(MarchAreaSide){ assessed->before->holder, assessed->before->basis, FALSE },
                      gained, *lost, assessed->gained, gained, error);
}

/* What a holder says counts only beyond what is assessed before and after. */
static gboolean
compare_own (MarchComparison *comparison,
             const Word      *assessed,
             const Word      *own,
             MarchAreaUnits  *units,
             MarchGeometry   *lost,
             GError         **error)
{
  const gboolean      also = assessed->before != NULL || assessed->after != NULL;
  const MarchAreaSide side = { own->before->holder, own->before->basis, also };
  g_autoptr (MarchGeometry) said = march_geometry_ref (own->gained);
  g_autoptr (MarchGeometry) unsaid = march_geometry_ref (own->lost);

  return take_off (&said, assessed->before, comparison->from, error)
         && take_off (&said, assessed->after, comparison->to, error)
         && take_off (&unsaid, assessed->before, comparison->from, error)
         && take_off (&unsaid, assessed->after, comparison->to, error)
         && add_word (comparison, units, &side, said, unsaid, assessed->lost, lost, error);
}

/* Where both days, or sources, have no word in common, one word is held against the other. */
static gboolean
compare_across (MarchComparison *comparison,
                Word            *word,
                MarchAreaUnits  *units,
                GError         **error)
{
  const MarchAreaSide side = { word->after->holder, word->after->basis, FALSE };
  g_autoptr (MarchGeometry) now = get_land (word->after, comparison->to, error);

  return now != NULL && find_gains (comparison, word, error)
         && add_word (comparison, units, &side, word->gained, word->lost, now, word->gained, error);
}

static const MarchDatedImport *
find_side (GPtrArray *imports, const MarchActor *holder, MarchBasis basis)
{
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (imports, i);

      if (one->holder == holder && one->basis == basis)
        return one;
    }
  return NULL;
}

static gboolean
compare_holder (MarchComparison  *comparison,
                const MarchActor *holder,
                GPtrArray        *before,
                GPtrArray        *after,
                MarchAreaUnits   *units,
                GError          **error)
{
  g_auto (Word) assessed = { find_side (before, holder, MARCH_BASIS_INDEPENDENT),
                             find_side (after, holder, MARCH_BASIS_INDEPENDENT), NULL, NULL };
  g_auto (Word) own = { find_side (before, holder, MARCH_BASIS_OWN),
                        find_side (after, holder, MARCH_BASIS_OWN), NULL, NULL };
  g_auto (Word) across = { assessed.before != NULL ? assessed.before : own.before,
                           assessed.after != NULL ? assessed.after : own.after, NULL, NULL };
  g_autoptr (MarchGeometry) lost = NULL;

  if (!is_told (&across))
    return TRUE;
  if (!is_told (&assessed) && !is_told (&own))
    return compare_across (comparison, &across, units, error);
  return find_gains (comparison, &assessed, error) && find_gains (comparison, &own, error)
         && compare_assessed (comparison, &assessed, &own, units, &lost, error)
         && (!is_told (&own) || compare_own (comparison, &assessed, &own, units, lost, error));
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
      const MarchActor *holder = ((const MarchDatedImport *) before->pdata[i])->holder;
      const gboolean    done
          = i > 0 && ((const MarchDatedImport *) before->pdata[i - 1])->holder == holder;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (!done && !compare_holder (comparison, holder, before, after, units, error)))
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

/** march_compared_row_differs: Returns: whether anything is gained or lost: a unit’s row may tell
 * of nothing but what changed its word */
gboolean
march_compared_row_differs (const MarchComparedRow *row)
{
  return row->gained >= LEAST_M2 || row->lost >= LEAST_M2;
}

/** march_compared_row_describe_turned: Returns: (transfer full) (nullable): what of the holder's
 * land is on this word now and was on the other before, in a sentence; %NULL if there is none to
 * speak of */
char *
march_compared_row_describe_turned (const MarchComparedRow *row)
{
  const char      *name = march_actor_get_name (row->side.holder, march_words_get_language (NULL));
  g_autofree char *area = NULL;

  if (row->turned < LEAST_TOLD_M2)
    return NULL;
  area = march_area_to_words (row->turned);
  if (row->side.basis != MARCH_BASIS_OWN)
    /* Translators: an area, and an actor. */
    return g_strdup_printf (_("%1$s that only %2$s said it holds is now assessed: neither gained "
                              "nor lost."),
                            area, name);
  /* Translators: an area, and an actor. */
  return g_strdup_printf (_("%1$s that was assessed is now only said by %2$s: neither gained nor "
                            "lost."),
                          area, name);
}

/** march_comparison_describe_turned: Returns: (transfer full) (nullable): what of anybody's land
 * changed its word, wherever it lies, in sentences; %NULL if nothing did */
char *
march_comparison_describe_turned (MarchComparison *comparison)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);
      g_autofree char *words = row->place == NULL ? march_compared_row_describe_turned (row) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
