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

/* Less than this, in square metres, of a unit is the grid's rounding at its border. */
#define LEAST_M2 1.0
/* A change by less isn't told: in square metres. */
#define LEAST_CHANGE_M2 5000.0

typedef struct
{
  const MarchDatedImport *area_import;
  MarchAreaSeries        *series;
} Batch;

/* What of a holder's own word is assessed alike, by two batches that count on one day. */
typedef struct
{
  const MarchDatedImport *own;
  const MarchDatedImport *assessed;
  MarchAreaSeries        *series;
} Shared;

struct _MarchAreaHistory
{
  gatomicrefcount    references;
  MarchSnapshot     *snapshot; /* of any day */
  const MarchSource *source;   /* NULL: there is none */
  MarchAreaUnits    *units;
  GArray            *batches;  /* of Batch */
  GArray            *shared;   /* of Shared */
  GArray            *sides;    /* of MarchAreaSide, a holder's together */
};

static void
clear_batch (gpointer batch)
{
  g_clear_pointer (&((Batch *) batch)->series, march_area_series_unref);
}

static void
clear_shared (gpointer shared)
{
  g_clear_pointer (&((Shared *) shared)->series, march_area_series_unref);
}

/* A holder's own word comes right after what is assessed. */
static void
add_side (MarchAreaHistory *history, const MarchDatedImport *area_import)
{
  const MarchAreaSide side = { area_import->holder, area_import->basis, FALSE };
  guint               position = history->sides->len;

  for (guint i = 0; i < history->sides->len; i++)
    {
      const MarchAreaSide *other = &g_array_index (history->sides, MarchAreaSide, i);

      if (other->holder == side.holder && other->basis == side.basis)
        return;
      if (other->holder == side.holder)
        position = side.basis == MARCH_BASIS_OWN ? i + 1 : i;
    }
  g_array_insert_val (history->sides, position, side);
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
  add_side (history, area_import);
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

/* The batch that tells of a side on a day; NULL if none does. */
static const Batch *
choose_batch (MarchAreaHistory *history, const MarchAreaSide *side, MarchDay day)
{
  const Batch *best = NULL;

  for (guint i = 0; i < history->batches->len; i++)
    {
      const Batch            *batch = &g_array_index (history->batches, Batch, i);
      const MarchDatedImport *one = batch->area_import;

      if ((side == NULL || (one->holder == side->holder && one->basis == side->basis))
          && march_area_import_covers (one, day)
          && (best == NULL || MIN (one->last, day) >= MIN (best->area_import->last, day)))
        best = batch;
    }
  return best;
}

/* What is assessed of the holder of a side that is his own word; NULL of any other. */
static const Batch *
choose_assessed (MarchAreaHistory *history, const MarchAreaSide *side, MarchDay day)
{
  const MarchAreaSide assessed = { side->holder, MARCH_BASIS_INDEPENDENT, FALSE };

  return side->basis == MARCH_BASIS_OWN ? choose_batch (history, &assessed, day) : NULL;
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

      if (batch->area_import->holder != holder)
        continue;
      changes = march_area_series_get_days (batch->series, &n);
      g_array_append_vals (days, changes, n);
      g_array_append_vals (days, ends, G_N_ELEMENTS (ends));
    }
  g_array_sort (days, march_day_compare);
  return days;
}

static const Shared *
find_shared (MarchAreaHistory *history, MarchHoldings *own, MarchHoldings *assessed)
{
  for (guint i = 0; i < history->shared->len; i++)
    {
      const Shared *shared = &g_array_index (history->shared, Shared, i);

      if (shared->own->holdings == own && shared->assessed->holdings == assessed)
        return shared;
    }
  return NULL;
}

static gboolean
add_shared (MarchAreaHistory       *history,
            MarchAreaHistory       *like,
            const MarchDatedImport *own,
            const MarchDatedImport *assessed,
            GCancellable           *cancellable,
            GError                **error)
{
  const Shared *known = like != NULL ? find_shared (like, own->holdings, assessed->holdings) : NULL;
  Shared        shared = { own, assessed, NULL };
  MarchOverlap *overlap = march_corpus_get_overlap (history->snapshot->corpus, own, assessed);
  g_autoptr (MarchHoldings) land = NULL;

  if (known != NULL)
    shared.series = march_area_series_ref (known->series);
  else
    land = march_overlap_list_all (overlap, cancellable, error);
  if (land != NULL)
    shared.series = march_area_series_new (land, march_area_units_get_measure (history->units),
                                           cancellable, error);
  if (shared.series == NULL)
    return FALSE;
  g_array_append_val (history->shared, shared);
  return TRUE;
}

static gboolean
add_shared_of (MarchAreaHistory    *history,
               MarchAreaHistory    *like,
               const MarchAreaSide *side,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (GArray) days = list_days (history, side->holder);

  for (guint i = 0; i < days->len; i++)
    {
      const MarchDay day = g_array_index (days, MarchDay, i);
      const Batch   *own = choose_batch (history, side, day);
      const Batch   *assessed = choose_assessed (history, side, day);

      if (own != NULL && assessed != NULL
          && find_shared (history, own->area_import->holdings, assessed->area_import->holdings)
                 == NULL
          && !add_shared (history, like, own->area_import, assessed->area_import, cancellable,
                          error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all_shared (MarchAreaHistory *history,
                MarchAreaHistory *like,
                GCancellable     *cancellable,
                GError          **error)
{
  for (guint i = 0; i < history->sides->len; i++)
    {
      MarchAreaSide *side = &g_array_index (history->sides, MarchAreaSide, i);

      side->also = i > 0 && side[-1].holder == side->holder;
      if (side->also
          && !add_shared_of (history, like, side, cancellable, error))
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
  history->shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  g_array_set_clear_func (history->shared, clear_shared);
  history->sides = g_array_new (FALSE, FALSE, sizeof (MarchAreaSide));
  if (like != NULL && !march_area_units_equal (like->units, corpus))
    like = NULL;
  history->units = like != NULL ? march_area_units_move (like->units, corpus)
                                : march_area_units_new (corpus, error);
  if (history->units == NULL || !add_batches (history, like, cancellable, error)
      || !add_all_shared (history, like, cancellable, error))
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
  g_array_unref (history->shared);
  g_array_unref (history->sides);
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

/** march_area_history_get_sides: Returns: (transfer none) (element-type MarchAreaSide): those who
 * hold land on any day, and on whose word, a holder's together */
GArray *
march_area_history_get_sides (MarchAreaHistory *history)
{
  return history->sides;
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

/* A row of square metres as in a series, without what is assessed alike; NULL if nothing is known
 * of the day. */
static double *
dup_areas (MarchAreaHistory *history, const MarchAreaSide *side, MarchDay day)
{
  const Batch   *batch = choose_batch (history, side, day);
  const Batch   *assessed = choose_assessed (history, side, day);
  const guint    n = march_area_units_get_n (history->units) + 1;
  const double  *found = batch != NULL ? march_area_series_find (batch->series, day) : NULL;
  const double  *taken = NULL;
  const Shared  *shared = NULL;
  double        *areas = found != NULL ? g_memdup2 (found, n * sizeof *found) : NULL;

  if (areas != NULL && assessed != NULL)
    shared = find_shared (history, batch->area_import->holdings, assessed->area_import->holdings);
  if (shared != NULL)
    taken = march_area_series_find (shared->series, day);
  for (guint i = 0; taken != NULL && i < n; i++)
    areas[i] = MAX (areas[i] - taken[i], 0);
  return areas;
}

/**
 * march_area_history_measure:
 * @place: (nullable): a unit, or what consists of units; %NULL: wherever it lies
 * @side: who holds it, and on whose word
 *
 * Returns: square metres; NAN if nothing is known of @day, or @place isn't made of units
 */
double
march_area_history_measure (MarchAreaHistory    *history,
                            const MarchPlace    *place,
                            const MarchAreaSide *side,
                            MarchDay             day)
{
  g_autofree double *areas = dup_areas (history, side, day);
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
         const MarchAreaSide *side,
         double            m2)
{
  MarchAreaRow row = { place, *side, m2, NAN, country, NAN };

  if (place != NULL)
    row.share = m2 / march_area_units_get_size (history->units, place);
  if (country != NULL)
    row.country_share = m2 / march_area_units_get_size (history->units, country);
  if (place == NULL || m2 >= LEAST_M2)
    g_array_append_val (rows, row);
}

static void
add_rows_of (MarchAreaHistory    *history,
             GArray              *rows,
             const MarchAreaSide *side,
             const double        *areas)
{
  g_autoptr (GPtrArray) states = march_area_units_list_states (history->units);
  guint n_units = march_area_units_get_n (history->units);

  for (guint i = 0; i < n_units; i++)
    add_row (history, rows, march_area_units_get (history->units, i),
             march_area_units_get_state (history->units, i), side, areas[i]);
  for (guint i = 0; i < states->len; i++)
    add_row (history, rows, states->pdata[i], states->pdata[i], side,
             march_area_units_sum (history->units, states->pdata[i], areas));
  add_row (history, rows, NULL, NULL, side, areas[n_units]);
}

/**
 * march_area_history_list_rows:
 *
 * Returns: (transfer full) (element-type MarchAreaRow): by side: the units in which the holder
 * has land on @day, their states, and the whole; empty if nothing is known of the day
 */
GArray *
march_area_history_list_rows (MarchAreaHistory *history, MarchDay day)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (MarchAreaRow));

  for (guint i = 0; i < history->sides->len; i++)
    {
      const MarchAreaSide *side = &g_array_index (history->sides, MarchAreaSide, i);
      g_autofree double   *areas = dup_areas (history, side, day);

      if (areas != NULL)
        add_rows_of (history, rows, side, areas);
    }
  return rows;
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
 * Returns: (transfer full) (element-type MarchAreaStep): what @side has, from the first day that
 * is known, each until the next; changes that nobody would see are left out
 */
GArray *
march_area_history_list_steps (MarchAreaHistory    *history,
                               const MarchPlace    *place,
                               const MarchAreaSide *side)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MarchAreaStep));
  g_autoptr (GArray) days = list_days (history, side->holder);
  double before = NAN;

  for (guint i = 0; i < days->len; i++)
    {
      MarchDay      day = g_array_index (days, MarchDay, i);
      MarchAreaStep step = { day, march_area_history_measure (history, place, side, day) };

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

  for (guint i = 0; i < history->sides->len; i++)
    {
      g_autoptr (GArray) steps = march_area_history_list_steps (
          history, place, &g_array_index (history->sides, MarchAreaSide, i));

      for (guint j = 0; j < steps->len; j++)
        g_array_append_val (days, g_array_index (steps, MarchAreaStep, j).from);
    }
  g_array_sort (days, march_day_compare);
  for (guint i = days->len; i > 1; i--)
    if (g_array_index (days, MarchDay, i - 1) == g_array_index (days, MarchDay, i - 2))
      g_array_remove_index (days, i - 1);
  return days;
}
