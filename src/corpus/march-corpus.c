/* march-corpus.c — all records of a dossier: counting, listing, look-up by id */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus-private.h"

static const GDestroyNotify free_record[MARCH_N_TABLES] = {
  [MARCH_TABLE_ACTOR] = (GDestroyNotify) march_actor_free,
  [MARCH_TABLE_PLACE] = (GDestroyNotify) march_place_free,
  [MARCH_TABLE_SOURCE] = (GDestroyNotify) march_source_free,
  [MARCH_TABLE_QUOTATION] = (GDestroyNotify) march_quotation_free,
  [MARCH_TABLE_PROPOSAL] = (GDestroyNotify) march_proposal_free,
  [MARCH_TABLE_ASSERTION] = (GDestroyNotify) march_assertion_free,
};

void
march_dossier_facts_clear (MarchDossierFacts *facts)
{
  g_free (facts->uuid);
  g_free (facts->title);
  g_free (facts->summary);
  g_free (facts->language);
  g_free (facts->convention);
  g_free (facts->credits);
}

static gconstpointer
look_up (MarchCorpus *corpus, MarchTable table, gint64 id)
{
  g_return_val_if_fail (corpus != NULL, NULL);

  return g_hash_table_lookup (corpus->by_id[table], &id);
}

/* A corpus without records, for its builder. */
MarchCorpus *
march_corpus_new (void)
{
  MarchCorpus *corpus = g_new0 (MarchCorpus, 1);

  g_atomic_ref_count_init (&corpus->ref_count);
  for (guint table = 0; table < MARCH_N_TABLES; table++)
    {
      corpus->records[table] = g_ptr_array_new_with_free_func (free_record[table]);
      corpus->by_id[table] = g_hash_table_new (g_int64_hash, g_int64_equal);
    }
  corpus->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) march_evidence_free);
  corpus->background = g_ptr_array_new_with_free_func ((GDestroyNotify) march_background_free);
  corpus->area_imports = g_ptr_array_new_with_free_func ((GDestroyNotify) march_dated_import_free);
  corpus->point_imports = g_ptr_array_new_with_free_func ((GDestroyNotify) march_dated_import_free);
  corpus->by_place = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  corpus->positions = g_hash_table_new (NULL, NULL);
  corpus->top_down = g_ptr_array_new ();
  return corpus;
}

/**
 * march_corpus_ref:
 *
 * Returns: (transfer full): @corpus. Any thread.
 */
MarchCorpus *
march_corpus_ref (MarchCorpus *corpus)
{
  g_return_val_if_fail (corpus != NULL, NULL);

  g_atomic_ref_count_inc (&corpus->ref_count);
  return corpus;
}

/**
 * march_corpus_unref:
 *
 * Frees the corpus and all its records with the last reference. Any thread.
 */
void
march_corpus_unref (MarchCorpus *corpus)
{
  g_return_if_fail (corpus != NULL);

  if (!g_atomic_ref_count_dec (&corpus->ref_count))
    return;

  march_dossier_facts_clear (&corpus->facts);
  g_hash_table_unref (corpus->by_place);
  g_hash_table_unref (corpus->positions);
  g_ptr_array_unref (corpus->top_down);
  for (guint table = 0; table < MARCH_N_TABLES; table++)
    {
      g_hash_table_unref (corpus->by_id[table]);
      g_ptr_array_unref (corpus->records[table]);
    }
  g_ptr_array_unref (corpus->evidence);
  g_ptr_array_unref (corpus->background);
  g_ptr_array_unref (corpus->area_imports);
  g_ptr_array_unref (corpus->point_imports);
  march_area_tally_unref (corpus->tally);
  g_free (corpus);
}

/**
 * march_corpus_get_facts:
 *
 * Returns: (transfer none): what the dossier says of itself
 */
const MarchDossierFacts *
march_corpus_get_facts (MarchCorpus *corpus)
{
  g_return_val_if_fail (corpus != NULL, NULL);

  return &corpus->facts;
}

/**
 * march_corpus_get_actors:
 *
 * Returns: (transfer none) (element-type MarchActor): by id
 */
GPtrArray *
march_corpus_get_actors (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_ACTOR];
}

/**
 * march_corpus_get_places:
 *
 * Returns: (transfer none) (element-type MarchPlace): by kind, level, code and English name
 */
GPtrArray *
march_corpus_get_places (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_PLACE];
}

/**
 * march_corpus_get_sources:
 *
 * Returns: (transfer none) (element-type MarchSource): by publication, those without a date last
 */
GPtrArray *
march_corpus_get_sources (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_SOURCE];
}

/**
 * march_corpus_get_quotations:
 *
 * Returns: (transfer none) (element-type MarchQuotation): by source, then in the order of its text
 */
GPtrArray *
march_corpus_get_quotations (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_QUOTATION];
}

/**
 * march_corpus_get_proposals:
 *
 * Returns: (transfer none) (element-type MarchProposal): by date
 */
GPtrArray *
march_corpus_get_proposals (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_PROPOSAL];
}

/**
 * march_corpus_get_assertions:
 *
 * Returns: (transfer none) (element-type MarchAssertion): by kind and time, retracted and
 * superseded ones included
 */
GPtrArray *
march_corpus_get_assertions (MarchCorpus *corpus)
{
  return corpus->records[MARCH_TABLE_ASSERTION];
}

/**
 * march_corpus_get_area_imports:
 *
 * Returns: (transfer none) (element-type MarchDatedImport): the dated areas that were brought in,
 * oldest first
 */
GPtrArray *
march_corpus_get_area_imports (MarchCorpus *corpus)
{
  return corpus->area_imports;
}

/**
 * march_corpus_get_point_imports:
 *
 * Returns: (transfer none) (element-type MarchDatedImport): the dated points that were brought in,
 * oldest first
 */
GPtrArray *
march_corpus_get_point_imports (MarchCorpus *corpus)
{
  return corpus->point_imports;
}

/**
 * march_corpus_list_area_sources:
 *
 * Returns: (transfer full) (element-type MarchSource): the sources of dated areas, each once
 */
GPtrArray *
march_corpus_list_area_sources (MarchCorpus *corpus)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < corpus->area_imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (corpus->area_imports, i);

      if (!g_ptr_array_find (sources, area_import->source, NULL))
        g_ptr_array_add (sources, (gpointer) area_import->source);
    }
  return sources;
}

/**
 * march_corpus_get_area_source:
 *
 * Returns: (transfer none) (nullable): the source whose areas are drawn: the chosen one, or, where
 * none was chosen or it has none, that of the first import; %NULL if there is none
 */
const MarchSource *
march_corpus_get_area_source (MarchCorpus *corpus)
{
  for (guint i = 0; i < corpus->area_imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (corpus->area_imports, i);

      if (area_import->source == corpus->area_source)
        return corpus->area_source;
    }
  return corpus->area_imports->len > 0
             ? ((MarchDatedImport *) g_ptr_array_index (corpus->area_imports, 0))->source
             : NULL;
}

/**
 * march_corpus_get_background:
 *
 * Returns: (transfer none) (element-type MarchBackground): in the order of adding
 */
GPtrArray *
march_corpus_get_background (MarchCorpus *corpus)
{
  return corpus->background;
}

/**
 * march_corpus_get_actor:
 *
 * Returns: (transfer none) (nullable): the record with that id; so do the next five
 */
const MarchActor *
march_corpus_get_actor (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_ACTOR, id);
}

const MarchPlace *
march_corpus_get_place (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_PLACE, id);
}

const MarchSource *
march_corpus_get_source (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_SOURCE, id);
}

const MarchQuotation *
march_corpus_get_quotation (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_QUOTATION, id);
}

const MarchProposal *
march_corpus_get_proposal (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_PROPOSAL, id);
}

const MarchAssertion *
march_corpus_get_assertion (MarchCorpus *corpus, gint64 id)
{
  return look_up (corpus, MARCH_TABLE_ASSERTION, id);
}

/**
 * march_corpus_list_assertions_of:
 *
 * Returns: (transfer full) (element-type MarchAssertion): what is asserted of @place itself, by
 * kind and time, retracted and superseded ones included. Don't change the array.
 */
GPtrArray *
march_corpus_list_assertions_of (MarchCorpus *corpus, const MarchPlace *place)
{
  GPtrArray *assertions = g_hash_table_lookup (corpus->by_place, place);

  return assertions != NULL ? g_ptr_array_ref (assertions) : g_ptr_array_new ();
}
