/* march-hits.c — all that can be browsed, or a part of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-hits.h"

#include "panel/march-panel-text.h"

struct _MarchHits
{
  MarchCorpus *corpus;
  GPtrArray   *records[MARCH_N_SEARCH_KINDS]; /* of notes: always empty */
};

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MarchPlace *p = *(const MarchPlace *const *) a, *q = *(const MarchPlace *const *) b;
  const char       *language = march_text_get_language ();

  if (p->kind != q->kind)
    return (p->kind > q->kind) - (p->kind < q->kind);
  return g_utf8_collate (march_place_get_name (p, language), march_place_get_name (q, language));
}

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const char *language = march_text_get_language ();

  return g_utf8_collate (march_actor_get_name (*(const MarchActor *const *) a, language),
                         march_actor_get_name (*(const MarchActor *const *) b, language));
}

static GPtrArray *
sort (GPtrArray *records, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, records, NULL, NULL);
  g_ptr_array_sort (sorted, compare);
  return sorted;
}

static GPtrArray *
list_assertions (MarchCorpus *corpus, MarchAssertionKind kind)
{
  GPtrArray *assertions = march_corpus_get_assertions (corpus);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (assertion->kind == kind && !assertion->retracted && assertion->superseded_by == NULL)
        g_ptr_array_add (found, (gpointer) assertion);
    }
  return found;
}

/**
 * march_hits_new:
 * @corpus: a dossier's records
 *
 * Returns: (transfer full): all that can be browsed: places, states first and then units and so on,
 * each by name; actors by name; all else in its order in the dossier
 */
MarchHits *
march_hits_new (MarchCorpus *corpus)
{
  MarchHits *hits = g_atomic_rc_box_new0 (MarchHits);

  hits->corpus = march_corpus_ref (corpus);
  hits->records[MARCH_SEARCH_PLACE] = sort (march_corpus_get_places (corpus), compare_places);
  hits->records[MARCH_SEARCH_ACTOR] = sort (march_corpus_get_actors (corpus), compare_actors);
  hits->records[MARCH_SEARCH_SOURCE] = g_ptr_array_ref (march_corpus_get_sources (corpus));
  hits->records[MARCH_SEARCH_EVENT] = list_assertions (corpus, MARCH_KIND_EVENT);
  hits->records[MARCH_SEARCH_THESIS] = list_assertions (corpus, MARCH_KIND_THESIS);
  hits->records[MARCH_SEARCH_PROPOSAL] = g_ptr_array_ref (march_corpus_get_proposals (corpus));
  hits->records[MARCH_SEARCH_FIGURE] = list_assertions (corpus, MARCH_KIND_FIGURE);
  hits->records[MARCH_SEARCH_QUOTATION] = g_ptr_array_ref (march_corpus_get_quotations (corpus));
  hits->records[MARCH_SEARCH_NOTE] = g_ptr_array_new ();
  return hits;
}

static GPtrArray *
list_some (GPtrArray *records, GHashTable *among, MarchSearchFilter *filter)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if ((among == NULL || g_hash_table_contains (among, records->pdata[i]))
        && (filter == NULL || march_search_filter_accepts (filter, records->pdata[i])))
      g_ptr_array_add (some, records->pdata[i]);
  return some;
}

/**
 * march_hits_narrow:
 * @records: (nullable): those that are wanted; %NULL for all
 * @filter: (nullable): which quotations are wanted; then all else is left out
 *
 * Returns: (transfer full): those of @hits, in the same order
 */
MarchHits *
march_hits_narrow (MarchHits *hits, GHashTable *records, MarchSearchFilter *filter)
{
  MarchHits *some = g_atomic_rc_box_new0 (MarchHits);

  some->corpus = march_corpus_ref (hits->corpus);
  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    some->records[kind] = filter != NULL && kind != MARCH_SEARCH_QUOTATION
                              ? g_ptr_array_new ()
                              : list_some (hits->records[kind], records, filter);
  return some;
}

MarchHits *
march_hits_ref (MarchHits *hits)
{
  return g_atomic_rc_box_acquire (hits);
}

static void
clear (gpointer data)
{
  MarchHits *hits = data;

  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    g_ptr_array_unref (hits->records[kind]);
  march_corpus_unref (hits->corpus);
}

void
march_hits_unref (MarchHits *hits)
{
  g_atomic_rc_box_release_full (hits, clear);
}

/** march_hits_get_corpus: Returns: (transfer none): whose records they are */
MarchCorpus *
march_hits_get_corpus (MarchHits *hits)
{
  return hits->corpus;
}

/** march_hits_get_n: @kind: a MarchSearchKind, or %MARCH_HITS_ANY_KIND. Returns: how many there
 * are */
guint
march_hits_get_n (MarchHits *hits, int kind)
{
  guint n = 0;

  for (int i = 0; i < MARCH_N_SEARCH_KINDS; i++)
    if (kind == i || kind == MARCH_HITS_ANY_KIND)
      n += hits->records[i]->len;
  return n;
}

/** march_hits_dup_hit: @i: below march_hits_get_n(). Returns: (transfer full): that one */
MarchHit *
march_hits_dup_hit (MarchHits *hits, int kind, guint i)
{
  guint of = kind == MARCH_HITS_ANY_KIND ? 0 : (guint) kind;

  for (; kind == MARCH_HITS_ANY_KIND && i >= hits->records[of]->len; of++)
    i -= hits->records[of]->len;
  return march_hit_new (hits->corpus, of, hits->records[of]->pdata[i]);
}
