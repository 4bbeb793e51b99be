/* march-heard.c — the records that a question lets in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-heard.h"

static void
add (GHashTable *heard, gconstpointer record)
{
  g_hash_table_add (heard, (gpointer) record);
}

/* And who speaks, passes on or is spoken of in them. */
static void
add_quotations (GHashTable *heard, MarchSnapshot *snapshot, GPtrArray *quotations)
{
  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = quotations->pdata[i];

      if (!march_snapshot_is_quotation_heard (snapshot, quotation))
        continue;
      add (heard, quotation);
      for (guint j = 0; j < quotation->chain->len; j++)
        add (heard, ((const MarchChainLink *) quotation->chain->pdata[j])->actor);
    }
}

/* And of whom they are. */
static void
add_assertions (GHashTable *heard, MarchSnapshot *snapshot, GPtrArray *assertions)
{
  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = assertions->pdata[i];

      if (!march_snapshot_is_known (snapshot, assertion))
        continue;
      add (heard, assertion);
      if (assertion->actor != NULL)
        add (heard, assertion->actor);
    }
}

static void
add_proposals (GHashTable *heard, MarchSnapshot *snapshot, GPtrArray *proposals)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const MarchProposal *proposal = proposals->pdata[i];

      for (guint j = 0; j < proposal->evidence->len; j++)
        if (march_snapshot_is_quotation_heard (
                snapshot, ((const MarchEvidence *) proposal->evidence->pdata[j])->quotation))
          add (heard, proposal);
    }
}

/**
 * march_heard_list:
 *
 * Returns: (transfer full) (nullable): a set of the records that the question lets in, and of all
 * places; %NULL if it leaves nothing out
 */
GHashTable *
march_heard_list (MarchSnapshot *snapshot)
{
  MarchCorpus *corpus = march_snapshot_get_corpus (snapshot);
  GPtrArray   *places = march_corpus_get_places (corpus);
  GPtrArray   *sources = march_corpus_get_sources (corpus);
  GHashTable  *heard = NULL;

  if (!march_question_restricts (march_snapshot_get_question (snapshot)))
    return NULL;
  heard = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < places->len; i++)
    add (heard, places->pdata[i]);
  for (guint i = 0; i < sources->len; i++)
    if (march_snapshot_is_source_heard (snapshot, sources->pdata[i]))
      add (heard, sources->pdata[i]);
  add_quotations (heard, snapshot, march_corpus_get_quotations (corpus));
  add_assertions (heard, snapshot, march_corpus_get_assertions (corpus));
  add_proposals (heard, snapshot, march_corpus_get_proposals (corpus));
  return heard;
}
