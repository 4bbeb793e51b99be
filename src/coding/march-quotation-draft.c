/* march-quotation-draft.c — a quotation as the analyst has marked and described it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-quotation-draft.h"

#include "coding/march-draft.h"
#include "corpus/march-csl.h"
#include "dossier/march-edit.h"

static void
free_span (gpointer data)
{
  MarchSpan *span = data;

  g_free (span->exact);
  g_free (span->prefix);
  g_free (span->suffix);
  g_free (span->sha256);
  g_free (span);
}

static MarchSpan *
copy_span (const MarchSpan *span)
{
  MarchSpan *copy = g_new0 (MarchSpan, 1);

  *copy = (MarchSpan){ .exact = g_strdup (span->exact),
                       .prefix = g_strdup (span->prefix),
                       .suffix = g_strdup (span->suffix),
                       .first = span->first,
                       .beyond = span->beyond,
                       .sha256 = g_strdup (span->sha256) };
  return copy;
}

/**
 * march_quotation_draft_new:
 * @source: whose words it quotes
 *
 * Returns: (transfer full): a draft without words, of a report in English
 */
MarchQuotationDraft *
march_quotation_draft_new (gint64 source)
{
  MarchQuotationDraft *draft = g_new0 (MarchQuotationDraft, 1);

  draft->id = march_edit_make_id ();
  draft->source = source;
  draft->spans = g_ptr_array_new_with_free_func (free_span);
  draft->voice = MARCH_VOICE_REPORT;
  draft->act = MARCH_ACT_REPORT;
  draft->said = g_strdup ("");
  draft->language = g_strdup ("en");
  draft->translation = g_strdup ("");
  draft->translator = g_strdup ("");
  draft->sic = g_strdup ("");
  draft->note = g_strdup ("");
  draft->chain = g_array_new (FALSE, TRUE, sizeof (MarchChainDraft));
  return draft;
}

static void
append_chain (MarchQuotationDraft *draft, GArray *chain)
{
  g_array_append_vals (draft->chain, chain->data, chain->len);
}

/* Who wrote and published a source, where the dossier knows them as actors. */
static void
name_publication (MarchQuotationDraft *draft, MarchCorpus *corpus, const MarchSource *source)
{
  const MarchActor *author = NULL, *publication = NULL;

  if (*source->author != '\0')
    author = march_corpus_find_actor (corpus, source->author, NULL);
  if (*source->publication != '\0')
    publication = march_corpus_find_actor (corpus, source->publication, NULL);
  if (author != NULL)
    march_quotation_draft_set_actor (draft, MARCH_ROLE_AUTHOR, author->id);
  if (publication != NULL)
    march_quotation_draft_set_actor (draft, MARCH_ROLE_PUBLICATION, publication->id);
}

static void
follow (MarchQuotationDraft *draft, const MarchQuotationDraft *last)
{
  draft->voice = last->voice;
  draft->act = last->act;
  draft->pointer = last->pointer;
  draft->credibility = last->credibility;
  march_draft_set_text (&draft->said, last->said);
  march_draft_set_text (&draft->language, last->language);
  march_draft_set_text (&draft->translator, last->translator);
  append_chain (draft, last->chain);
}

/**
 * march_quotation_draft_new_after:
 * @source: of @corpus: whose words it quotes
 * @last: (nullable): the quotation coded before
 *
 * Passages in a row mostly have one speaker and one day: of the same source all but the words is as
 * it was in @last. Else who wrote and published the source is taken from its bibliography, where
 * the dossier knows them, and the language too.
 *
 * Returns: (transfer full): a draft without words
 */
MarchQuotationDraft *
march_quotation_draft_new_after (MarchCorpus               *corpus,
                                 const MarchSource         *source,
                                 const MarchQuotationDraft *last)
{
  MarchQuotationDraft *draft = march_quotation_draft_new (source->id);
  g_autofree char     *language = march_csl_dup_language (source->csl);

  if (last != NULL && last->source == source->id)
    {
      follow (draft, last);
      return draft;
    }
  if (language != NULL)
    march_draft_set_text (&draft->language, language);
  name_publication (draft, corpus, source);
  return draft;
}

/**
 * march_quotation_draft_new_from:
 *
 * Returns: (transfer full): a draft that changes @quotation
 */
MarchQuotationDraft *
march_quotation_draft_new_from (const MarchQuotation *quotation)
{
  MarchQuotationDraft *draft = march_quotation_draft_new (quotation->source->id);

  draft->id = quotation->id;
  draft->existing = TRUE;
  draft->pointer = quotation->exact == NULL;
  draft->voice = quotation->voice;
  draft->act = quotation->act;
  draft->credibility = quotation->credibility;
  march_draft_set_text (&draft->said, quotation->said);
  march_draft_set_text (&draft->language, quotation->language);
  march_draft_set_text (&draft->translation, quotation->translation);
  march_draft_set_text (&draft->translator, quotation->translator);
  march_draft_set_text (&draft->sic, quotation->sic);
  march_draft_set_text (&draft->note, quotation->note);
  for (guint i = 0; i < quotation->spans->len; i++)
    g_ptr_array_add (draft->spans, copy_span (g_ptr_array_index (quotation->spans, i)));
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);
      MarchChainDraft       own = { link->actor->id, link->role };

      g_array_append_val (draft->chain, own);
    }
  return draft;
}

/**
 * march_quotation_draft_copy:
 *
 * Returns: (transfer full): the same draft, of the same record
 */
MarchQuotationDraft *
march_quotation_draft_copy (const MarchQuotationDraft *draft)
{
  MarchQuotationDraft *copy = march_quotation_draft_new (draft->source);

  follow (copy, draft);
  copy->id = draft->id;
  copy->existing = draft->existing;
  march_draft_set_text (&copy->translation, draft->translation);
  march_draft_set_text (&copy->sic, draft->sic);
  march_draft_set_text (&copy->note, draft->note);
  for (guint i = 0; i < draft->spans->len; i++)
    g_ptr_array_add (copy->spans, copy_span (g_ptr_array_index (draft->spans, i)));
  if (draft->office != NULL)
    copy->office = march_office_draft_copy (draft->office);
  return copy;
}

void
march_quotation_draft_free (MarchQuotationDraft *draft)
{
  g_ptr_array_unref (draft->spans);
  g_free (draft->said);
  g_free (draft->language);
  g_free (draft->translation);
  g_free (draft->translator);
  g_free (draft->sic);
  g_free (draft->note);
  g_array_unref (draft->chain);
  g_clear_pointer (&draft->office, march_office_draft_free);
  g_free (draft);
}

/** march_quotation_draft_set_office: @office: (transfer full) (nullable): is put on record along */
void
march_quotation_draft_set_office (MarchQuotationDraft *draft, MarchOfficeDraft *office)
{
  g_clear_pointer (&draft->office, march_office_draft_free);
  draft->office = office;
}
