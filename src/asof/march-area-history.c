/* march-area-history.c — how much land each holder has by one source, on every day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-area-history.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-snapshot-private.h"
#include "asof/march-words.h"
#include "base/march-number-words.h"

/* Less than this, in square metres, of a unit is the grid's rounding at its border. */
#define LEAST_M2 1.0
/* A change by less isn't told: in square metres. */
#define LEAST_CHANGE_M2 5000.0

typedef struct
{
  const MarchDatedImport *area_import;
  MarchAreaSeries        *series;
} Batch;

struct _MarchAreaHistory
{
  gatomicrefcount    references;
  MarchSnapshot     *snapshot; /* of any day */
  const MarchSource *source;   /* NULL: there is none */
  MarchAreaUnits    *units;
  GArray            *batches;  /* of Batch */
  GPtrArray         *holders;  /* of const MarchActor */
};

/** march_area_to_number: @m2: square metres. Returns: (transfer full): square kilometres as a
 * reader is told them, small ones with a decimal */
char *
march_area_to_number (double m2)
{
  const double km2 = m2 / 1e6;

  return march_words_for_number (km2 < 100 ? round (km2 * 10) / 10 : round (km2));
}

/** march_area_to_words: @m2: square metres. Returns: (transfer full): as a reader is told it */
char *
march_area_to_words (double m2)
{
  g_autofree char *number = NULL;

  if (isnan (m2))
    return g_strdup ("–");
  number = march_area_to_number (m2);
  /* Translators: an area. */
  return g_strdup_printf (_("%s km²"), number);
}

/** march_share_to_words: @share: 0 … 1, or NAN. Returns: (transfer full): in per cent */
char *
march_share_to_words (double share)
{
  if (isnan (share))
    return g_strdup ("–");
  /* Translators: a share in per cent. */
  return g_strdup_printf (_("%.1f %%"), 100 * share);
}

static void
clear_batch (gpointer batch)
{
  g_clear_pointer (&((Batch *) batch)->series, march_area_series_unref);
}

static MarchAreaSeries *
find_series (MarchAreaHistory *like, MarchHoldings *holdings)
{
  for (guint i = 0; i < like->batches->len; i++)
    {
      const Batch *batch = &g_array_index (like->batches, Batch, i);

      if (batch->area_import->holdings == holdings)
        return march_area_series_ref (batch->series);
    }
  return NULL;
}

static gboolean
add_batch (MarchAreaHistory       *history,
           const MarchDatedImport *area_import,
           MarchAreaHistory       *like,
           GCancellable           *cancellable,
           GError                **error)
{
  Batch batch = { area_import, NULL };

  if (like != NULL)
    batch.series = find_series (like, area_import->holdings);
  if (batch.series == NULL)
    batch.series
        = march_area_series_new (area_import->holdings,
                                 march_area_units_get_measure (history->units), cancellable, error);
  if (batch.series == NULL)
    return FALSE;
  g_array_append_val (history->batches, batch);
  if (!g_ptr_array_find (history->holders, area_import->holder, NULL))
    g_ptr_array_add (history->holders, (gpointer) area_import->holder);
  return TRUE;
}

static gboolean
add_batches (MarchAreaHistory *history,
             MarchAreaHistory *like,
             GCancellable     *cancellable,
             GError          **error)
{
  GPtrArray *imports = march_corpus_get_area_imports (history->snapshot->corpus);

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);

      if (area_import->source == history->source
          && march_snapshot_asks_for_areas (history->snapshot, area_import)
          && !add_batch (history, area_import, like, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_area_history_new:
 * @snapshot: known by when and according to whom; its day doesn't matter
 * @source: (nullable): whose areas; %NULL: march_snapshot_get_area_source()
 * @like: (nullable): what was measured before, of which all that is the same is taken over
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED, or as for march_area_series_new()
 *
 * It takes seconds for a long history: do it off the main thread. Afterwards each day is a sum.
 *
 * Returns: (transfer full) (nullable): the history; one without holders if there are no areas
 */
MarchAreaHistory *
march_area_history_new (MarchSnapshot     *snapshot,
                        const MarchSource *source,
                        MarchAreaHistory  *like,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr (MarchAreaHistory) history = g_new0 (MarchAreaHistory, 1);
  MarchCorpus *corpus = march_snapshot_get_corpus (snapshot);

  g_atomic_ref_count_init (&history->references);
  history->snapshot = march_snapshot_ref (snapshot);
  history->source = source != NULL ? source : march_snapshot_get_area_source (snapshot);
  history->batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  g_array_set_clear_func (history->batches, clear_batch);
  history->holders = g_ptr_array_new ();
  if (like != NULL && !march_area_units_equal (like->units, corpus))
    like = NULL;
  history->units = like != NULL ? march_area_units_move (like->units, corpus)
                                : march_area_units_new (corpus, error);
  if (history->units == NULL || !add_batches (history, like, cancellable, error))
    return NULL;
  return g_steal_pointer (&history);
}

/** march_area_history_ref: Returns: (transfer full): @history; any thread */
MarchAreaHistory *
march_area_history_ref (MarchAreaHistory *history)
{
  g_atomic_ref_count_inc (&history->references);
  return history;
}

/** march_area_history_unref: @history: (nullable) (transfer full): from any thread */
void
march_area_history_unref (MarchAreaHistory *history)
{
  if (history == NULL || !g_atomic_ref_count_dec (&history->references))
    return;
  g_array_unref (history->batches);
  g_ptr_array_unref (history->holders);
  march_area_units_unref (history->units);
  march_snapshot_unref (history->snapshot);
  g_free (history);
}

/** march_area_history_answers: Returns: whether it is the history of what @snapshot asks, whatever
 * its day, and of the source that it draws */
gboolean
march_area_history_answers (MarchAreaHistory *history, MarchSnapshot *snapshot)
{
  const MarchQuestion *a = &history->snapshot->question, *b = &snapshot->question;

  return history->snapshot->corpus == snapshot->corpus && a->known_by == b->known_by
         && a->according_actor == b->according_actor && a->according_source == b->according_source
         && a->area_source == b->area_source
         && history->source == march_snapshot_get_area_source (snapshot);
}

/** march_area_history_get_source: Returns: (transfer none) (nullable): whose areas it measures */
const MarchSource *
march_area_history_get_source (MarchAreaHistory *history)
{
  return history->source;
}

/** march_area_history_get_units: Returns: (transfer none): by which it measures */
MarchAreaUnits *
march_area_history_get_units (MarchAreaHistory *history)
{
  return history->units;
}

/** march_area_history_get_holders: Returns: (transfer none) (element-type MarchActor): those who
 * hold land on any day */
GPtrArray *
march_area_history_get_holders (MarchAreaHistory *history)
{
  return history->holders;
}

/** march_area_history_get_span: @first: (out): the first day with data; @last: (out): the last.
 * Without any, the first comes after the last. */
void
march_area_history_get_span (MarchAreaHistory *history, MarchDay *first, MarchDay *last)
{
  *first = MARCH_DAY_MAX;
  *last = MARCH_DAY_MIN;
  for (guint i = 0; i < history->batches->len; i++)
    {
      const Batch *batch = &g_array_index (history->batches, Batch, i);

      *first = MIN (*first, batch->area_import->first);
      *last = MAX (*last, batch->area_import->last);
    }
}

/* The batch that tells of a holder on a day; NULL if none does. */
static const Batch *
choose_batch (MarchAreaHistory *history, const MarchActor *holder, MarchDay day)
{
  const Batch *best = NULL;

  for (guint i = 0; i < history->batches->len; i++)
    {
      const Batch *batch = &g_array_index (history->batches, Batch, i);

      if ((holder == NULL || batch->area_import->holder == holder)
          && march_area_import_covers (batch->area_import, day)
          && (best == NULL
              || MIN (batch->area_import->last, day) >= MIN (best->area_import->last, day)))
        best = batch;
    }
  return best;
}

/** march_area_history_get_cover: Returns: whether anything is known of @day, and if not, why */
MarchAreaCover
march_area_history_get_cover (MarchAreaHistory *history, MarchDay day)
{
  const Batch *batch = choose_batch (history, NULL, day);
  MarchDay     first, last;

  if (history->batches->len == 0)
    return MARCH_COVER_NONE;
  if (batch != NULL)
    return day > batch->area_import->last ? MARCH_COVER_CARRIED : MARCH_COVER_DATA;
  march_area_history_get_span (history, &first, &last);
  if (day < first)
    return MARCH_COVER_BEFORE;
  return day > last ? MARCH_COVER_AFTER : MARCH_COVER_OPEN;
}

static char *
describe_own_cover (MarchAreaHistory *history, MarchDay day)
{
  const char      *title = history->source != NULL ? history->source->title : "";
  g_autofree char *first_words = NULL, *last_words = NULL, *words = march_day_describe (day);
  MarchDay         first, last;

  march_area_history_get_span (history, &first, &last);
  if (history->batches->len > 0)
    {
      first_words = march_day_describe (first);
      last_words = march_day_describe (last);
    }
  switch (march_area_history_get_cover (history, day))
    {
    case MARCH_COVER_BEFORE:
      /* Translators: a source and two days. */
      return g_strdup_printf (_("“%1$s” has no data before %2$s; nothing is carried backward."),
                              title, first_words);
    case MARCH_COVER_AFTER:
      return g_strdup_printf (_("“%1$s” has no data after %2$s, and that day isn’t carried on."),
                              title, last_words);
    case MARCH_COVER_OPEN:
      return g_strdup_printf (_("“%1$s” has no data for %2$s; the day is left open."), title,
                              words);
    case MARCH_COVER_CARRIED:
      return g_strdup_printf (_("“%1$s”, carried from %2$s, its last day with data."), title,
                              last_words);
    case MARCH_COVER_DATA:
      return g_strdup_printf (_("“%1$s”, as of %2$s."), title, words);
    case MARCH_COVER_NONE:
    default:
      return g_strdup (_("No areas are imported that count here."));
    }
}

/**
 * march_area_history_describe_cover:
 *
 * Returns: (transfer full): a sentence that tells from which source and day the areas of @day are,
 * or why there are none and which sources have some
 */
char *
march_area_history_describe_cover (MarchAreaHistory *history, MarchDay day)
{
  g_autofree char *own = describe_own_cover (history, day);
  g_autofree char *others = NULL;

  if (march_area_history_get_cover (history, day) < MARCH_COVER_CARRIED)
    others = march_words_other_areas (history->snapshot, history->source, day);
  if (others == NULL)
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s %s", own, others);
}

/**
 * march_area_history_measure:
 * @place: (nullable): a unit, or what consists of units; %NULL: wherever it lies
 * @holder: who holds it
 *
 * Returns: square metres; NAN if nothing is known of @day, or @place isn't made of units
 */
double
march_area_history_measure (MarchAreaHistory *history,
                            const MarchPlace *place,
                            const MarchActor *holder,
                            MarchDay          day)
{
  const Batch  *batch = choose_batch (history, holder, day);
  const double *areas = batch != NULL ? march_area_series_find (batch->series, day) : NULL;
  g_autoptr (GArray) found = NULL;

  if (areas == NULL)
    return NAN;
  if (place != NULL)
    found = march_area_units_find (history->units, place);
  if (found != NULL && found->len == 0)
    return NAN;
  return march_area_units_sum (history->units, place, areas);
}

static void
add_row (MarchAreaHistory *history,
         GArray           *rows,
         const MarchPlace *place,
         const MarchPlace *country,
         const MarchActor *holder,
         double            m2)
{
  MarchAreaRow row = { place, holder, m2, NAN, country, NAN };

  if (place != NULL)
    row.share = m2 / march_area_units_get_size (history->units, place);
  if (country != NULL)
    row.country_share = m2 / march_area_units_get_size (history->units, country);
  if (place == NULL || m2 >= LEAST_M2)
    g_array_append_val (rows, row);
}

static void
add_rows_of (MarchAreaHistory *history, GArray *rows, const MarchActor *holder, const double *areas)
{
  g_autoptr (GPtrArray) states = march_area_units_list_states (history->units);
  guint n_units = march_area_units_get_n (history->units);

  for (guint i = 0; i < n_units; i++)
    add_row (history, rows, march_area_units_get (history->units, i),
             march_area_units_get_state (history->units, i), holder, areas[i]);
  for (guint i = 0; i < states->len; i++)
    add_row (history, rows, states->pdata[i], states->pdata[i], holder,
             march_area_units_sum (history->units, states->pdata[i], areas));
  add_row (history, rows, NULL, NULL, holder, areas[n_units]);
}

/**
 * march_area_history_list_rows:
 *
 * Returns: (transfer full) (element-type MarchAreaRow): by holder: the units in which the holder
 * has land on @day, their states, and the whole; empty if nothing is known of the day
 */
GArray *
march_area_history_list_rows (MarchAreaHistory *history, MarchDay day)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (MarchAreaRow));

  for (guint i = 0; i < history->holders->len; i++)
    {
      const MarchActor *holder = g_ptr_array_index (history->holders, i);
      const Batch      *batch = choose_batch (history, holder, day);

      if (batch != NULL)
        add_rows_of (history, rows, holder, march_area_series_find (batch->series, day));
    }
  return rows;
}

/* Days on which a batch of the holder may change or begin or end to tell. */
static GArray *
list_days (MarchAreaHistory *history, const MarchActor *holder)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  for (guint i = 0; i < history->batches->len; i++)
    {
      const Batch    *batch = &g_array_index (history->batches, Batch, i);
      const MarchDay *changes;
      MarchDay        ends[] = { batch->area_import->first, batch->area_import->last + 1 };
      guint           n;

      if (holder != NULL && batch->area_import->holder != holder)
        continue;
      changes = march_area_series_get_days (batch->series, &n);
      g_array_append_vals (days, changes, n);
      g_array_append_vals (days, ends, G_N_ELEMENTS (ends));
    }
  g_array_sort (days, march_day_compare);
  return days;
}

static gboolean
differs (double a, double b)
{
  return isnan (a) != isnan (b) || fabs (a - b) >= LEAST_CHANGE_M2;
}

/**
 * march_area_history_list_steps:
 * @place: (nullable): as for march_area_history_measure()
 *
 * Returns: (transfer full) (element-type MarchAreaStep): what @holder has, from the first day that
 * is known, each until the next; changes that nobody would see are left out
 */
GArray *
march_area_history_list_steps (MarchAreaHistory *history,
                               const MarchPlace *place,
                               const MarchActor *holder)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MarchAreaStep));
  g_autoptr (GArray) days = list_days (history, holder);
  double before = NAN;

  for (guint i = 0; i < days->len; i++)
    {
      MarchDay      day = g_array_index (days, MarchDay, i);
      MarchAreaStep step = { day, march_area_history_measure (history, place, holder, day) };

      if (!differs (before, step.m2))
        continue;
      before = step.m2;
      g_array_append_val (steps, step);
    }
  return steps;
}

/**
 * march_area_history_list_changes:
 * @place: (nullable): as for march_area_history_measure()
 *
 * Returns: (transfer full) (element-type MarchDay): the days on which anybody's area in @place
 * changes, or begins or ends to be known, in their order
 */
GArray *
march_area_history_list_changes (MarchAreaHistory *history, const MarchPlace *place)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));

  for (guint i = 0; i < history->holders->len; i++)
    {
      g_autoptr (GArray) steps = march_area_history_list_steps (history, place,
                                                                history->holders->pdata[i]);

      for (guint j = 0; j < steps->len; j++)
        g_array_append_val (days, g_array_index (steps, MarchAreaStep, j).from);
    }
  g_array_sort (days, march_day_compare);
  for (guint i = days->len; i > 1; i--)
    if (g_array_index (days, MarchDay, i - 1) == g_array_index (days, MarchDay, i - 2))
      g_array_remove_index (days, i - 1);
  return days;
}
