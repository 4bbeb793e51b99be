/* march-history.c — who holds a place and who says it owns it, over the whole time of a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-why.h"
#include "panel/march-history.h"

static void
stretch_free (gpointer data)
{
  MarchStretch *stretch = data;

  g_free (stretch->dated);
  march_legend_entry_free (stretch->entry);
  g_ptr_array_unref (stretch->quotations);
  g_free (stretch);
}

static void
lane_free (gpointer data)
{
  MarchLane *lane = data;

  g_ptr_array_unref (lane->stretches);
  g_free (lane);
}

/**
 * march_stretch_describe:
 *
 * Returns: (transfer full): what holds and when, as the dates are given, then the days that are
 * drawn, told as derived from them, and how many quotations say so; of a silent stretch what is
 * missing
 */
char *
march_stretch_describe (const MarchStretch *stretch)
{
  g_autofree char *from = march_day_describe (stretch->from);
  g_autofree char *through = march_day_describe (stretch->until - 1);
  guint            n = stretch->quotations->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u quotation", "%u quotations", n), n);

  if (n == 0)
    /* Translators: the first and the last day. */
    return g_strdup_printf (_("No quotation on record says who held it from %1$s through %2$s. The "
                              "map guesses nothing."),
                            from, through);
  if (*stretch->dated == '\0')
    /* Translators: what holds, the first and the last day, how many quotations say so. */
    return g_strdup_printf (_("%1$s\nDrawn from %2$s through %3$s · %4$s"), stretch->entry->words,
                            from, through, count);
  /* Translators: what holds; when, as the sources say it; the first and the last day that follow;
   * how many quotations say so. */
  return g_strdup_printf (_("%1$s, %2$s\nDrawn from %3$s through %4$s (derived days) · %5$s"),
                          stretch->entry->words, stretch->dated, from, through, count);
}

/** march_stretch_describe_years: Returns: (transfer full): its name: "Stretch 2020–2028" */
char *
march_stretch_describe_years (const MarchStretch *stretch)
{
  gint64 first = 0;
  gint64 last = 0;
  guint  month = 0;
  guint  day = 0;

  march_day_to_ymd (stretch->from, &first, &month, &day);
  march_day_to_ymd (stretch->until - 1, &last, &month, &day);
  if (first == last)
    /* Translators: a stretch of a history, named by its year. */
    return g_strdup_printf (_("Stretch %d"), (int) first);
  /* Translators: a stretch of a history, named by its first and its last year. */
  return g_strdup_printf (_("Stretch %1$d–%2$d"), (int) first, (int) last);
}

/** march_history_free: @history: (transfer full): to be released with all its stretches */
void
march_history_free (MarchHistory *history)
{
  g_ptr_array_unref (history->lanes);
  march_corpus_unref (history->corpus);
  g_free (history);
}

/* The place and all from which it may inherit. */
static void
add_ancestors (GHashTable *places, const MarchPlace *place)
{
  if (!g_hash_table_add (places, (gpointer) place))
    return;
  for (guint i = 0; i < place->parents->len; i++)
    add_ancestors (places, ((const MarchPlaceLink *) place->parents->pdata[i])->place);
}

static void
add_bound (GTree *days, const MarchHistory *history, MarchDay day)
{
  MarchDay *key = NULL;

  if (day <= history->first || day > history->last)
    return;
  key = g_new (MarchDay, 1);
  *key = day;
  g_tree_insert (days, key, key);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MarchDay *first = a;
  const MarchDay *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
add_bounds_of (GTree                *days,
               const MarchHistory   *history,
               const MarchAssertion *assertion,
               guint                 carry_days)
{
  const MarchPeriod *period = &assertion->period;

  add_bound (days, history, period->from_earliest);
  add_bound (days, history, period->from_latest);
  add_bound (days, history, period->until_earliest);
  add_bound (days, history, period->until_latest);
  if (assertion->observed && period->from_latest < history->last)
    add_bound (days, history, period->from_latest + carry_days + 1);
}

/* Every day on which something may change: the first one and the bounds of all that the place may
 * show. */
static GTree *
list_bounds (const MarchHistory *history, const MarchPlace *place)
{
  GTree *days = g_tree_new_full (compare_days, NULL, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GPtrArray               *assertions = march_corpus_get_assertions (history->corpus);
  const MarchDossierFacts *facts = march_corpus_get_facts (history->corpus);
  MarchDay                *first = g_new (MarchDay, 1);

  *first = history->first;
  g_tree_insert (days, first, first);
  add_ancestors (places, place);
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind != MARCH_KIND_CONTROL && assertion->kind != MARCH_KIND_CLAIM)
        continue;
      if (g_hash_table_contains (places, assertion->place))
        add_bounds_of (days, history, assertion, facts->carry_days);
    }
  return days;
}

static MarchLane *
get_lane (MarchHistory *history, const MarchActor *actor)
{
  MarchLane *lane = NULL;

  for (guint i = 0; i < history->lanes->len; i++)
    {
      lane = history->lanes->pdata[i];
      if (lane->actor == actor)
        return lane;
    }
  lane = g_new0 (MarchLane, 1);
  lane->actor = actor;
  lane->stretches = g_ptr_array_new_with_free_func (stretch_free);
  g_ptr_array_add (history->lanes, lane);
  return lane;
}

static gboolean
is_same (const MarchLegendEntry *a, const MarchLegendEntry *b)
{
  return march_legend_entry_same_look (a, b) && g_strcmp0 (a->words, b->words) == 0;
}

static void
add_quotations (GPtrArray *quotations, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!g_ptr_array_find (quotations, more->pdata[i], NULL))
      g_ptr_array_add (quotations, more->pdata[i]);
}

/* Adds the dates of the assertion that decides, in its own precision. */
static void
add_dates (MarchStretch *stretch, const MarchWhyRow *row)
{
  const MarchAssertion *decides = row->assertions->len > 0 ? row->assertions->pdata[0] : NULL;
  g_autofree char      *old = NULL;
  g_autofree char      *dates = NULL;

  if (decides == NULL || *decides->valid == '\0')
    return;
  dates = march_edtf_describe_text (decides->valid);
  if (strstr (stretch->dated, dates) != NULL)
    return;
  old = g_steal_pointer (&stretch->dated);
  stretch->dated = g_strdup_printf ("%s%s%s", old, *old != '\0' ? " · " : "", dates);
}

/* Lengthens the lane's last stretch where the same goes on. */
static MarchStretch *
add_entry (MarchLane *lane, MarchLegendEntry *taken, MarchDay from, MarchDay until)
{
  g_autoptr (MarchLegendEntry) entry = taken;
  guint         n = lane->stretches->len;
  MarchStretch *last = n == 0 ? NULL : lane->stretches->pdata[n - 1];

  if (last == NULL || last->until != from || !is_same (last->entry, entry))
    {
      last = g_new0 (MarchStretch, 1);
      last->from = from;
      last->entry = g_steal_pointer (&entry);
      last->dated = g_strdup ("");
      last->quotations = g_ptr_array_new ();
      g_ptr_array_add (lane->stretches, last);
    }
  last->until = until;
  return last;
}

static void
add_stretch (MarchLane         *lane,
             const MarchWhy    *why,
             const MarchWhyRow *row,
             MarchDay           from,
             MarchDay           until)
{
  MarchStretch *stretch = add_entry (lane, march_legend_entry_new_for_why (why, row), from, until);

  add_dates (stretch, row);
  add_quotations (stretch->quotations, row->quotations);
}

static gboolean
is_of_control (const MarchWhyRow *row)
{
  return row->own == NULL && row->symbol != MARCH_SYMBOL_UNDISPUTED;
}

/* What the map draws is one sample of all who hold the place; what holds for certain is drawn
 * rather than what only perhaps does. */
static MarchLegendEntry *
new_control_entry (const MarchWhy *why)
{
  const MarchWhyRow   *main_row = NULL;
  g_autoptr (GPtrArray) headlines = g_ptr_array_new ();
  MarchLegendEntry    *entry = NULL;

  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = why->rows->pdata[i];

      if (!is_of_control (row))
        continue;
      g_ptr_array_add (headlines, row->headline);
      if (main_row == NULL
          || (main_row->certainty != MARCH_CERTAINTY_CERTAIN
              && row->certainty == MARCH_CERTAINTY_CERTAIN))
        main_row = row;
    }
  if (main_row == NULL)
    return NULL;
  g_ptr_array_add (headlines, NULL);
  entry = march_legend_entry_new_for_why (why, main_row);
  g_free (entry->words);
  entry->words = g_strjoinv (" · ", (char **) headlines->pdata);
  return entry;
}

static void
add_control (MarchHistory *history, const MarchWhy *why, MarchDay from, MarchDay until)
{
  MarchLegendEntry *entry = new_control_entry (why);
  MarchStretch     *stretch = NULL;

  if (entry == NULL)
    return;
  stretch = add_entry (history->lanes->pdata[0], entry, from, until);
  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = why->rows->pdata[i];

      if (!is_of_control (row))
        continue;
      add_dates (stretch, row);
      add_quotations (stretch->quotations, row->quotations);
    }
}

/* A place that is disputed on some day has nothing on record about control on a day without a
 * dispute, either. */
static void
add_silence (MarchHistory      *history,
             const MarchWhy    *why,
             const MarchWhyRow *row,
             MarchDay           from,
             MarchDay           until)
{
  MarchWhyRow silence = *row;

  silence.symbol = MARCH_SYMBOL_SILENT;
  silence.headline = _("No quotation on record");
  add_stretch (history->lanes->pdata[0], why, &silence, from, until);
}

static gboolean
is_silent (const MarchLane *lane)
{
  for (guint i = 0; i < lane->stretches->len; i++)
    if (((const MarchStretch *) lane->stretches->pdata[i])->entry->symbol != MARCH_SYMBOL_SILENT)
      return FALSE;
  return TRUE;
}

static void
add_day (MarchHistory        *history,
         const MarchQuestion *question,
         const MarchPlace    *place,
         MarchDay             from,
         MarchDay             until)
{
  MarchQuestion on_day = *question;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (MarchWhy) why = NULL;

  on_day.as_of = from;
  snapshot = march_snapshot_new (history->corpus, &on_day);
  why = march_why_new (snapshot, place);
  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = why->rows->pdata[i];

      if (row->own != NULL)
        add_stretch (get_lane (history, row->actor), why, row, from, until);
      else if (row->symbol == MARCH_SYMBOL_UNDISPUTED)
        add_silence (history, why, row, from, until);
    }
  add_control (history, why, from, until);
}

/**
 * march_history_new:
 * @corpus: a dossier's records
 * @question: known by when and according to whom; its day doesn't matter
 * @place: a place of @corpus
 * @cancellable: (nullable): stops the work early
 *
 * Asks for the answer on each day on which one may change. Callable from any thread.
 *
 * Returns: (transfer full): the history, incomplete if it was cancelled
 */
MarchHistory *
march_history_new (MarchCorpus         *corpus,
                   const MarchQuestion *question,
                   const MarchPlace    *place,
                   GCancellable        *cancellable)
{
  MarchHistory *history = g_new0 (MarchHistory, 1);
  g_autoptr (GTree) days = NULL;
  GTreeNode *node = NULL;

  history->corpus = march_corpus_ref (corpus);
  history->first = march_corpus_get_facts (corpus)->first;
  history->last = march_corpus_get_facts (corpus)->last;
  history->lanes = g_ptr_array_new_with_free_func (lane_free);
  get_lane (history, NULL);
  days = list_bounds (history, place);
  for (node = g_tree_node_first (days); node != NULL && !g_cancellable_is_cancelled (cancellable);
       node = g_tree_node_next (node))
    {
      GTreeNode *next = g_tree_node_next (node);
      MarchDay   until
          = next == NULL ? history->last + 1 : *(const MarchDay *) g_tree_node_key (next);

      add_day (history, question, place, *(const MarchDay *) g_tree_node_key (node), until);
    }
  /* Where nothing is ever disputed, nothing is missing. */
  if (history->lanes->len == 1 && is_silent (history->lanes->pdata[0]))
    g_ptr_array_set_size (((MarchLane *) history->lanes->pdata[0])->stretches, 0);
  return history;
}

typedef struct
{
  MarchCorpus      *corpus;
  MarchQuestion     question;
  const MarchPlace *place;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_free (job);
}

static void
job_run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task,
                         march_history_new (job->corpus, &job->question, job->place, cancellable),
                         (GDestroyNotify) march_history_free);
}

/** march_history_new_async: like march_history_new(), in a worker thread */
void
march_history_new_async (MarchCorpus         *corpus,
                         const MarchQuestion *question,
                         const MarchPlace    *place,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->corpus = march_corpus_ref (corpus);
  job->question = *question;
  job->place = place;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_run);
}

/** march_history_new_finish: Returns: (transfer full) (nullable): the history, NULL if it was
 * cancelled */
MarchHistory *
march_history_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
