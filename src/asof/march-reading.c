/* march-reading.c — a stated figure held against imported areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-reading.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-area-days.h"
#include "asof/march-area-history.h"
#include "asof/march-comparison.h"
#include "base/march-number-words.h"
#include "geo/march-geodesic.h"

#define M2_PER_KM2 1e6

static gboolean
is_share (const MarchAssertion *figure)
{
  return g_str_equal (figure->unit, "%");
}

/** march_figure_is_of_land: Returns: whether @assertion is a figure that areas can be held against:
 * square kilometres, or a share */
gboolean
march_figure_is_of_land (const MarchAssertion *assertion)
{
  return assertion->kind == MARCH_KIND_FIGURE
         && (is_share (assertion) || g_str_equal (assertion->unit, "km²"));
}

/** march_reading_free: @reading: (transfer full) */
void
march_reading_free (MarchReading *reading)
{
  g_free (reading->words);
  g_free (reading);
}

typedef struct
{
  MarchSnapshot        *snapshot;
  const MarchAssertion *figure;
  MarchAreaUnits       *units;
  MarchDay              from, to; /* the same: held on that day */
} Job;

/* The nearest of the figure's range, open where an end is missing: "at least", "at most". */
static double
get_stated (const MarchAssertion *figure, double measured)
{
  const double low = isnan (figure->low) ? -INFINITY : figure->low;
  const double high = isnan (figure->high) ? INFINITY : figure->high;

  return CLAMP (measured, low, high);
}

static void
set_difference (MarchReading *reading, const MarchAssertion *figure)
{
  const double stated = get_stated (figure, reading->measured);

  reading->difference = reading->measured - stated;
  reading->relative = stated != 0 ? reading->difference / stated : NAN;
}

/* The holder's areas, on one word or on both; what is assessed is first. */
static GPtrArray *
list_imports (const Job *job, const MarchSource *source, MarchDay day)
{
  GPtrArray *areas = march_snapshot_list_areas_on (job->snapshot, source, day);

  for (guint i = areas->len; i > 0; i--)
    if (((const MarchDatedImport *) areas->pdata[i - 1])->holder != job->figure->read_holder)
      g_ptr_array_remove_index (areas, i - 1);
  return areas;
}

static gboolean
is_covered (const Job *job, const MarchSource *source, MarchDay day)
{
  g_autoptr (GPtrArray) areas = list_imports (job, source, day);

  return areas->len > 0;
}

static gboolean
has_both_words (const Job *job, const MarchSource *source, MarchDay day)
{
  g_autoptr (GPtrArray) areas = list_imports (job, source, day);

  return areas->len > 1;
}

static void
tell_not_covered (const Job *job, MarchReading *reading, MarchDay day)
{
  g_autofree char *words = march_day_describe (day);

  reading->measured = reading->lost = NAN;
  reading->words = g_strdup_printf (_("“%1$s” doesn’t cover %2$s."), reading->source->title, words);
}

/* Square metres of @land in the place that the figure is read of. */
static double
measure_land (const Job *job, MarchGeometry *land)
{
  const guint        n = march_area_units_get_n (job->units);
  g_autofree double *areas = g_new0 (double, n + 1);

  march_measure_land (march_area_units_get_measure (job->units), land, areas);
  areas[n] = march_geodesic_area (land);
  return march_area_units_sum (job->units, job->figure->read_place, areas);
}

/* Square metres of the first of @areas, or of all; NAN on failure. */
static double
measure_areas (const Job *job, GPtrArray *areas, gboolean all, GError **error)
{
  double m2 = 0;

  for (guint i = 0; i < (all ? areas->len : 1); i++)
    {
      g_autoptr (MarchGeometry) land = march_areas_get_land (areas, areas->pdata[i], job->to,
                                                             error);

      if (land == NULL)
        return NAN;
      m2 += measure_land (job, land);
    }
  return m2;
}

static gboolean
measure_held (const Job *job, MarchReading *reading, GError **error)
{
  g_autoptr (GPtrArray) areas = list_imports (job, reading->source, job->to);
  const double size = job->figure->read_place != NULL
                          ? march_area_units_get_size (job->units, job->figure->read_place)
                          : NAN;
  g_autofree char *day = march_day_describe (job->to);
  double m2;

  if (areas->len == 0)
    {
      tell_not_covered (job, reading, job->to);
      return TRUE;
    }
  m2 = measure_areas (job, areas, reading->with_own_word, error);
  if (isnan (m2))
    return FALSE;
  reading->lost = NAN;
  reading->measured = m2 / M2_PER_KM2;
  if (is_share (job->figure))
    reading->measured *= 100 * M2_PER_KM2 / size;
  /* Translators: of an area; a day. */
  reading->words = g_strdup_printf (_("Held on %s"), day);
  return TRUE;
}

static double
sum_gained (const Job *job, MarchComparison *comparison, gboolean all, gboolean lost)
{
  double sum = NAN;

  for (guint i = 0; i < comparison->lands->len; i++)
    {
      const MarchComparedLand *land = g_ptr_array_index (comparison->lands, i);

      if (land->side.holder == job->figure->read_holder && (isnan (sum) || all))
        sum = (isnan (sum) ? 0 : sum)
              + measure_land (job, lost ? land->lost : land->gained) / M2_PER_KM2;
    }
  return sum;
}

/* The newest day until @day of which a source has data; %MARCH_DAY_MIN if there is none. */
static MarchDay
find_data (const Job *job, const MarchSource *source, MarchDay day)
{
  g_autoptr (GArray) days = march_snapshot_list_area_days (job->snapshot, source);
  MarchDay newest = MARCH_DAY_MIN;

  for (guint i = 0; i < days->len; i++)
    {
      const MarchAreaDays *some = &g_array_index (days, MarchAreaDays, i);

      if (some->data && some->from <= day)
        newest = MAX (newest, MIN (some->until - 1, day));
    }
  return newest;
}

/* A source without data after the first day measures nothing: it only carries what it had. */
static gboolean
tell_no_data (const Job *job, MarchReading *reading)
{
  g_autofree char *from = march_day_describe (job->from), *to = march_day_describe (job->to);

  if (find_data (job, reading->source, job->to) > job->from)
    return FALSE;
  reading->measured = reading->lost = NAN;
  /* Translators: a source; two days. */
  reading->words = g_strdup_printf (_("“%1$s” has no data after %2$s, through %3$s."),
                                    reading->source->title, from, to);
  return TRUE;
}

/* Of which days the data are, where they are not of the first and the last day themselves. */
static void
tell_data (const Job *job, MarchReading *reading)
{
  const MarchDay   first = find_data (job, reading->source, job->from);
  const MarchDay   last = find_data (job, reading->source, job->to);
  g_autofree char *from = march_day_describe (first), *to = march_day_describe (last);
  g_autofree char *words = g_steal_pointer (&reading->words);

  if (first == job->from && last == job->to)
    reading->words = g_steal_pointer (&words);
  else
    /* Translators: what was gained and lost; two days. */
    reading->words = g_strdup_printf (_("%1$s (by data of %2$s and %3$s)"), words, from, to);
}

static gboolean
measure_gained (const Job    *job,
                MarchReading *reading,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (MarchComparison) comparison = NULL;
  g_autofree char *from = march_day_describe (job->from), *to = march_day_describe (job->to);
  g_autofree char *lost = NULL;

  if (!is_covered (job, reading->source, job->from) || !is_covered (job, reading->source, job->to))
    {
      tell_not_covered (job, reading,
                        !is_covered (job, reading->source, job->from) ? job->from : job->to);
      return TRUE;
    }
  if (tell_no_data (job, reading))
    return TRUE;
  comparison = march_comparison_new (job->snapshot, reading->source, job->from, job->to, job->units,
                                     cancellable, error);
  if (comparison == NULL)
    return FALSE;
  reading->measured = sum_gained (job, comparison, reading->with_own_word, FALSE);
  reading->lost = sum_gained (job, comparison, reading->with_own_word, TRUE);
  lost = march_area_to_words (reading->lost * M2_PER_KM2);
  /* Translators: of an area: two days, and how much was lost between them. */
  reading->words = g_strdup_printf (_("Gained from %1$s to %2$s; %3$s lost"), from, to, lost);
  tell_data (job, reading);
  return TRUE;
}

static gboolean
measure_source (const Job         *job,
                const MarchSource *source,
                gboolean           with_own_word,
                GPtrArray         *readings,
                GCancellable      *cancellable,
                GError           **error)
{
  MarchReading *reading = g_new0 (MarchReading, 1);
  gboolean      good;

  g_ptr_array_add (readings, reading);
  reading->source = source;
  reading->with_own_word = with_own_word;
  good = job->from == job->to || is_share (job->figure)
             ? measure_held (job, reading, error)
             : measure_gained (job, reading, cancellable, error);
  if (good)
    set_difference (reading, job->figure);
  return good;
}

/** march_reading_get_days: @from: (out): the first day that the figure is read of; @to: (out): the
 * last; the same for land held on that day. Returns: FALSE if either is open or it isn't read */
gboolean
march_reading_get_days (const MarchAssertion *figure, MarchDay *from, MarchDay *to)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (figure->read_period, NULL);
  const MarchPeriod *period = edtf != NULL ? march_edtf_get_period (edtf) : NULL;

  if (period == NULL || period->from_earliest == MARCH_DAY_MIN
      || period->until_latest == MARCH_DAY_MAX)
    return FALSE;
  *from = period->from_earliest;
  *to = period->until_latest - 1;
  return TRUE;
}

/**
 * march_reading_measure:
 * @figure: one that march_figure_is_of_land() and that the analyst has read
 * @units: (nullable): of the snapshot's corpus; %NULL: they are prepared, which takes a while
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED, or as for march_comparison_new()
 *
 * Square kilometres over an interval are what the holder gained from its first through its last
 * day; on one day, and of a share, what the holder held on the last. For any thread.
 *
 * Returns: (transfer full) (nullable) (element-type MarchReading): one a source of areas, and one
 * more with the holder's own word where the source has both; empty if the figure isn't read, or its
 * time is open
 */
GPtrArray *
march_reading_measure (MarchSnapshot        *snapshot,
                       const MarchAssertion *figure,
                       MarchAreaUnits       *units,
                       GCancellable         *cancellable,
                       GError              **error)
{
  MarchCorpus *corpus = march_snapshot_get_corpus (snapshot);
  g_autoptr (GPtrArray) sources = march_corpus_list_area_sources (corpus);
  g_autoptr (GPtrArray) readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_reading_free);
  g_autoptr (MarchAreaUnits) own = NULL;
  Job job = { snapshot, figure, NULL, 0, 0 };

  if (figure->read_holder == NULL || !march_reading_get_days (figure, &job.from, &job.to))
    return g_steal_pointer (&readings);
  own = units != NULL ? march_area_units_ref (units) : march_area_units_new (corpus, error);
  job.units = own;
  if (own == NULL)
    return NULL;
  for (guint i = 0; i < sources->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !measure_source (&job, sources->pdata[i], FALSE, readings, cancellable, error)
        || (has_both_words (&job, sources->pdata[i], job.to)
            && !measure_source (&job, sources->pdata[i], TRUE, readings, cancellable, error)))
      return NULL;
  return g_steal_pointer (&readings);
}
