/* march-why-quotations.c — what is quoted of a place on a day, what its colours rest on first */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-why.h"

/* Appends those of @more that are stored in words, or those that are only pointed at. */
static void
append_once (GPtrArray *quotations, GHashTable *known, GPtrArray *more, gboolean stored)
{
  for (guint i = 0; i < more->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (more, i);

      if ((quotation->exact != NULL) == stored && g_hash_table_add (known, (gpointer) quotation))
        g_ptr_array_add (quotations, (gpointer) quotation);
    }
}

static void
append_all (GPtrArray *quotations, GHashTable *known, GPtrArray *more)
{
  append_once (quotations, known, more, TRUE);
  append_once (quotations, known, more, FALSE);
}

static void
add_evidence (GPtrArray *quotations, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (assertion->evidence, i);

      if (march_snapshot_is_evidence_known (snapshot, evidence))
        g_ptr_array_add (quotations, (gpointer) evidence->quotation);
    }
}

/* What the rows rest on, in their order, then both sides of what can't be true together. */
static GPtrArray *
list_deciding (MarchWhy *why)
{
  GPtrArray *deciding = g_ptr_array_new ();

  for (guint i = 0; i < why->rows->len; i++)
    g_ptr_array_extend (deciding, ((MarchWhyRow *) g_ptr_array_index (why->rows, i))->quotations,
                        NULL, NULL);
  for (guint i = 0; i < why->finding->conflicts->len; i++)
    {
      const MarchConflict *conflict = g_ptr_array_index (why->finding->conflicts, i);

      add_evidence (deciding, why->snapshot, conflict->a);
      add_evidence (deciding, why->snapshot, conflict->b);
    }
  return deciding;
}

/* What else bears on the finding, and what is valid of the place on the day without deciding
 * anything. */
static GPtrArray *
list_others (MarchWhy *why)
{
  GPtrArray *others = g_ptr_array_copy (why->finding->quotations, NULL, NULL);

  for (guint kind = 0; kind < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND); kind++)
    {
      g_autoptr (GPtrArray)
          valid = march_snapshot_list_valid (why->snapshot, kind, why->finding->place);

      for (guint i = 0; i < valid->len; i++)
        add_evidence (others, why->snapshot, g_ptr_array_index (valid, i));
    }
  return others;
}

/**
 * march_why_list_quotations:
 *
 * All that is quoted of the place on the day, each quotation once: first what the colours rest on,
 * as the rows have it, then what is told beside them. In each, words that are stored before
 * passages that are only pointed at.
 *
 * Returns: (transfer container) (element-type MarchQuotation): the quotations
 */
GPtrArray *
march_why_list_quotations (MarchWhy *why)
{
  GPtrArray *quotations = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) deciding = list_deciding (why);
  g_autoptr (GPtrArray) others = list_others (why);

  append_all (quotations, known, deciding);
  append_all (quotations, known, others);
  return quotations;
}
