/* march-why.c — from a colour back to the rule, the assertions, the words and the sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-why-private.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

static void
row_free (gpointer data)
{
  MarchWhyRow *row = data;

  g_free (row->drawing);
  g_free (row->rule);
  g_free (row->headline);
  g_ptr_array_unref (row->assertions);
  g_ptr_array_unref (row->evidence);
  g_ptr_array_unref (row->quotations);
  g_ptr_array_unref (row->sources);
  g_ptr_array_unref (row->areas);
  g_free (row);
}

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (!g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

static guint
get_stance_order (MarchStance stance)
{
  static const guint orders[] = { [MARCH_STANCE_SUPPORTS] = 0,
                                  [MARCH_STANCE_QUALIFIES] = 1,
                                  [MARCH_STANCE_DISPUTES] = 2 };

  return orders[stance];
}

/* What supports, then what qualifies, then what disputes; in each, words that are stored before
 * passages that are only pointed at. */
static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const MarchEvidence *first = *(const MarchEvidence *const *) a,
                      *second = *(const MarchEvidence *const *) b;
  guint one = get_stance_order (first->stance), other = get_stance_order (second->stance);

  if (one != other)
    return one < other ? -1 : 1;
  return (first->quotation->exact == NULL) - (second->quotation->exact == NULL);
}

static gboolean
has_quotation (GPtrArray *all_evidence, const MarchQuotation *quotation)
{
  for (guint i = 0; i < all_evidence->len; i++)
    if (((const MarchEvidence *) g_ptr_array_index (all_evidence, i))->quotation == quotation)
      return TRUE;
  return FALSE;
}

/* The known evidence of @assertions, each quotation once: as it bears on the first of them that it
 * bears on. In the order in which it is told. */
GPtrArray *
march_why_list_evidence (MarchSnapshot *snapshot, GPtrArray *assertions)
{
  GPtrArray *all_evidence = g_ptr_array_new ();

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      for (guint j = 0; j < assertion->evidence->len; j++)
        {
          const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, j);

          if (march_snapshot_is_evidence_known (snapshot, evidence)
              && !has_quotation (all_evidence, evidence->quotation))
            g_ptr_array_add (all_evidence, (gpointer) evidence);
        }
    }
  g_ptr_array_sort (all_evidence, compare_evidence);
  return all_evidence;
}

static void
add_words (MarchSnapshot *snapshot, MarchWhyRow *row)
{
  row->evidence = march_why_list_evidence (snapshot, row->assertions);
  for (guint i = 0; i < row->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (row->evidence, i);

      g_ptr_array_add (row->quotations, (gpointer) evidence->quotation);
      add_once (row->sources, evidence->quotation->source);
    }
}

/* Takes @headline; @assertions and @first, a further one, may be NULL. */
static MarchWhyRow *
add_row (MarchWhy             *why,
         MarchSymbol           symbol,
         char                 *headline,
         GPtrArray            *assertions,
         const MarchAssertion *first)
{
  MarchWhyRow *row = g_new0 (MarchWhyRow, 1);

  row->symbol = symbol;
  row->headline = headline;
  row->certainty = MARCH_CERTAINTY_CERTAIN;
  row->assertions = g_ptr_array_new ();
  row->quotations = g_ptr_array_new ();
  row->sources = g_ptr_array_new ();
  row->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) march_why_area_free);
  if (assertions != NULL)
    g_ptr_array_extend (row->assertions, assertions, NULL, NULL);
  if (first != NULL)
    add_once (row->assertions, first);
  add_words (why->snapshot, row);
  g_ptr_array_add (why->rows, row);
  return row;
}

static char *
describe_area (const MarchHold *hold, MarchDay day)
{
  g_autofree char *words = march_day_describe (day);

  return g_strdup_printf (_("Held by %1$s, area of %2$s"),
                          march_actor_get_name (hold->actor, march_words_get_language (NULL)),
                          words);
}

/* Puts @item at @position, before those of words: an area says where, and so comes first. */
static void
add_first (GPtrArray *array, guint position, const MarchSource *item)
{
  g_ptr_array_remove (array, (gpointer) item);
  g_ptr_array_insert (array, MIN (position, array->len), (gpointer) item);
}

static void
add_areas (MarchWhy *why, MarchWhyRow *row, const MarchHold *hold)
{
  for (guint i = 0; i < hold->shares->len; i++)
    {
      const MarchAreaShare *share = g_ptr_array_index (hold->shares, i);

      g_ptr_array_add (row->areas, march_why_area_new (why->snapshot, share));
      add_first (row->sources, i, share->area_import->source);
    }
}

static void
add_hold (MarchWhy *why, const MarchHold *hold)
{
  MarchSymbol  symbol = march_why_symbol_of_hold (hold);
  char        *headline = hold->area != NULL && hold->basis != MARCH_BASIS_OWN
                              ? describe_area (hold,
                                               march_snapshot_get_question (why->snapshot)->as_of)
                              : march_words_hold_headline (hold, NULL);
  MarchWhyRow *row = add_row (why, symbol, headline, hold->assertions, NULL);

  row->actor = hold->actor;
  row->concluded = hold->basis == MARCH_BASIS_CONCLUDED;
  row->certainty = hold->certainty;
  row->hold = hold;
  add_areas (why, row, hold);
}

static void
add_own (MarchWhy *why, const MarchOwn *own)
{
  MarchWhyRow *row = add_row (why, march_why_symbol_of_own (own),
                              march_words_own_headline (own, NULL), own->assertions, own->first);

  row->actor = own->actor;
  row->concluded = ((const MarchAssertion *) g_ptr_array_index (own->assertions, 0))->origin
                   == MARCH_ORIGIN_CONCLUDED;
  row->certainty = own->certainty;
  row->own = own;
}

/* One row for nothing on record, or one for each who is said to hold nothing. */
static void
add_silence (MarchWhy *why)
{
  const MarchFinding *finding = why->finding;

  for (guint i = 0; i < finding->holds->len; i++)
    {
      const MarchHold *hold = g_ptr_array_index (finding->holds, i);

      if (hold->extent == MARCH_EXTENT_NONE) /* of what decides nothing, nothing is drawn */
        add_hold (why, hold);
    }
  if (why->rows->len == 0)
    add_row (why, MARCH_SYMBOL_SILENT, g_strdup (_("No quotation on record")), NULL, NULL);
}

static void
add_rows (MarchWhy *why)
{
  const MarchFinding *finding = why->finding;

  if (finding->state == MARCH_STATE_UNDISPUTED)
    add_row (why, MARCH_SYMBOL_UNDISPUTED,
             march_words_undisputed_as_asked (why->snapshot, finding), NULL, NULL);
  if (finding->state == MARCH_STATE_SILENT)
    add_silence (why);
  for (guint i = 0; i < finding->n_deciding; i++)
    add_hold (why, g_ptr_array_index (finding->holds, i));
  for (guint i = 0; i < finding->owns->len; i++)
    add_own (why, g_ptr_array_index (finding->owns, i));
  for (guint i = 0; i < why->rows->len; i++)
    {
      MarchWhyRow *row = g_ptr_array_index (why->rows, i);

      row->drawing = march_why_describe_drawing (finding, row);
      row->rule = march_why_rule (finding, row);
    }
}

static char *
summarise (MarchSnapshot *snapshot, const MarchFinding *finding)
{
  g_autofree char *empty = march_snapshot_describe_empty (snapshot);
  g_autofree char *undisputed = NULL;

  if (empty == NULL && finding->state == MARCH_STATE_UNDISPUTED
      && march_question_restricts (march_snapshot_get_question (snapshot)))
    {
      undisputed = march_words_undisputed_as_asked (snapshot, finding);
      return g_strdup_printf (
          _("%1$s. %2$s"),
          march_place_get_name (finding->place, march_words_get_language (NULL)), undisputed);
    }
  return empty != NULL ? g_steal_pointer (&empty) : march_words_finding (finding, NULL);
}

/**
 * march_why_new:
 * @place: of the snapshot's corpus
 *
 * Explains what is drawn of @place, one row for each symbol. Texts are in the reader's language.
 * Any thread.
 *
 * Returns: (transfer full): the explanation, which keeps @snapshot
 */
MarchWhy *
march_why_new (MarchSnapshot *snapshot, const MarchPlace *place)
{
  MarchWhy *why = g_new0 (MarchWhy, 1);

  why->snapshot = march_snapshot_ref (snapshot);
  why->finding = march_snapshot_get_finding (snapshot, place);
  why->summary = summarise (snapshot, why->finding);
  why->rows = g_ptr_array_new_with_free_func (row_free);
  add_rows (why);
  return why;
}

void
march_why_free (MarchWhy *why)
{
  if (why == NULL)
    return;
  g_free (why->summary);
  g_ptr_array_unref (why->rows);
  g_clear_pointer (&why->not_known, g_ptr_array_unref);
  march_snapshot_unref (why->snapshot);
  g_free (why);
}

/**
 * march_why_get_not_known:
 *
 * What no quotation says of the place. Made when it is first asked for, because it looks at every
 * day of the timeline: a list of places with their symbols has no use for it. One thread at a time.
 *
 * Returns: (transfer none) (element-type utf8): sentences
 */
GPtrArray *
march_why_get_not_known (MarchWhy *why)
{
  if (why->not_known == NULL)
    why->not_known = march_why_list_unknown (why->snapshot, why->finding);
  return why->not_known;
}

/**
 * march_why_to_line:
 *
 * Returns: (transfer full): all that is said of the place in one line, with what is only perhaps so
 * and what the analyst concluded named as such; the summary where nothing is drawn
 */
char *
march_why_to_line (MarchWhy *why)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = g_ptr_array_index (why->rows, i);
      const char        *perhaps
          = row->certainty == MARCH_CERTAINTY_POSSIBLE ? _("perhaps") : NULL;
      const char        *concluded
          = row->concluded
                ? march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, MARCH_ORIGIN_CONCLUDED)
                : NULL;

      g_string_append_printf (line, "%s%s", i > 0 ? " · " : "", row->headline);
      if (perhaps != NULL || concluded != NULL)
        g_string_append_printf (line, " (%s%s%s)", perhaps != NULL ? perhaps : "",
                                perhaps != NULL && concluded != NULL ? ", " : "",
                                concluded != NULL ? concluded : "");
    }
  return g_strdup (line->len > 0 ? line->str : why->summary);
}
