/* march-quotation-item.c — a quotation as an entry of a list */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "base/march-fold.h"
#include "panel/march-panel-text.h"
#include "panel/march-quotation-item.h"

struct _MarchQuotationItem
{
  GObject parent_instance;

  MarchCorpus          *corpus; /* owns the quotation */
  const MarchQuotation *quotation;
  guint                 rank; /* MARCH_NOT_ON_DAY: of another day */
  char *folded;               /* what a search within looks into; made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (MarchQuotationItem, march_quotation_item, G_TYPE_OBJECT)

static void
march_quotation_item_finalize (GObject *object)
{
  MarchQuotationItem *self = MARCH_QUOTATION_ITEM (object);

  g_clear_pointer (&self->corpus, march_corpus_unref);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (march_quotation_item_parent_class)->finalize (object);
}

static void
march_quotation_item_class_init (MarchQuotationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = march_quotation_item_finalize;
}

static void
march_quotation_item_init (MarchQuotationItem *self)
{
}

/**
 * march_quotation_item_new:
 * @corpus: whose record @quotation is
 * @quotation: a quotation
 * @rank: its place, from 0, among what bears on what holds on the day that is looked at, or
 * #MARCH_NOT_ON_DAY
 *
 * Returns: (transfer full): the entry
 */
MarchQuotationItem *
march_quotation_item_new (MarchCorpus *corpus, const MarchQuotation *quotation, guint rank)
{
  MarchQuotationItem *self = g_object_new (MARCH_TYPE_QUOTATION_ITEM, NULL);

  self->corpus = march_corpus_ref (corpus);
  self->quotation = quotation;
  self->rank = rank;
  return self;
}

/** march_quotation_item_get_quotation: Returns: (transfer none): the quotation */
const MarchQuotation *
march_quotation_item_get_quotation (MarchQuotationItem *item)
{
  return item->quotation;
}

/** march_quotation_item_get_corpus: Returns: (transfer none): whose record the quotation is */
MarchCorpus *
march_quotation_item_get_corpus (MarchQuotationItem *item)
{
  return item->corpus;
}

/** march_quotation_item_get_rank: Returns: its place among what bears on the day, or
 * #MARCH_NOT_ON_DAY */
guint
march_quotation_item_get_rank (MarchQuotationItem *item)
{
  return item->rank;
}

/** march_quotation_item_is_on_day: Returns: whether it bears on what holds on the day */
gboolean
march_quotation_item_is_on_day (MarchQuotationItem *item)
{
  return item->rank != MARCH_NOT_ON_DAY;
}

/** march_quotation_item_bears_on: Returns: whether it is evidence for or against an assertion of
 * @kind */
gboolean
march_quotation_item_bears_on (MarchQuotationItem *item, MarchAssertionKind kind)
{
  for (guint i = 0; i < item->quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = item->quotation->evidence->pdata[i];

      if (evidence->assertion != NULL && evidence->assertion->kind == kind)
        return TRUE;
    }
  return FALSE;
}

/** march_quotation_item_get_folded: Returns: (transfer none): words, speaker and source as a search
 * compares them */
const char *
march_quotation_item_get_folded (MarchQuotationItem *item)
{
  const MarchQuotation *quotation = item->quotation;
  g_autofree char      *speaker = NULL;
  g_autofree char      *all = NULL;

  if (item->folded != NULL)
    return item->folded;
  speaker = march_text_name_speaker (quotation);
  all = g_strjoin (" ", quotation->exact == NULL ? "" : quotation->exact, quotation->translation,
                   quotation->note, speaker, quotation->source->title, quotation->source->author,
                   quotation->source->publication, NULL);
  item->folded = march_fold (all);
  return item->folded;
}
