/* march-write-quotation.c — writes a drafted quotation, and what it bears on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include "dossier/march-edit-change.h"

/* A pointer keeps where the words stand and their hash, and none of the words around them. */
static GPtrArray *
make_spans (const MarchQuotationDraft *draft)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) march_row_free);

  for (guint i = 0; i < draft->spans->len; i++)
    {
      const MarchSpan *span = g_ptr_array_index (draft->spans, i);
      MarchRow        *row = march_row_new ();

      march_row_set_integer (row, "position", i);
      march_row_set_text (row, "exact", draft->pointer ? NULL : span->exact);
      march_row_set_text (row, "prefix", draft->pointer ? "" : span->prefix);
      march_row_set_text (row, "suffix", draft->pointer ? "" : span->suffix);
      march_row_set_integer (row, "first", span->first);
      march_row_set_integer (row, "beyond", span->beyond);
      march_row_set_text (row, "sha256", span->sha256);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static GPtrArray *
make_chain (const MarchQuotationDraft *draft)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) march_row_free);

  for (guint i = 0; i < draft->chain->len; i++)
    {
      const MarchChainDraft *link = &g_array_index (draft->chain, MarchChainDraft, i);
      MarchRow              *row = march_row_new ();

      march_row_set_integer (row, "position", i);
      march_row_set_id (row, "actor_id", link->actor);
      march_row_set_text (row, "role",
                          march_vocabulary_get_nick (MARCH_VOCABULARY_CHAIN_ROLE, link->role));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static MarchRow *
make_row (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  MarchRow        *row = march_row_new ();
  g_autofree char *words = march_quotation_draft_dup_words (draft);
  g_autofree char *said = march_coding_dup_said (coding, draft);

  march_row_set_id (row, "source_id", draft->source);
  march_row_set_text (row, "exact", draft->pointer ? NULL : words);
  march_row_set_text (row, "voice",
                      march_vocabulary_get_nick (MARCH_VOCABULARY_VOICE, draft->voice));
  march_row_set_text (row, "act", march_vocabulary_get_nick (MARCH_VOCABULARY_ACT, draft->act));
  march_row_set_text (row, "said_edtf", said);
  if (draft->credibility != 0)
    march_row_set_integer (row, "credibility", draft->credibility);
  else
    march_row_set_null (row, "credibility");
  march_row_set_text (row, "language", draft->language);
  march_row_set_text (row, "translation", draft->translation);
  march_row_set_text (row, "translator", draft->translator);
  march_row_set_text (row, "sic", draft->sic);
  march_row_set_text (row, "note", draft->note);
  return row;
}

/* An office that the speaker held then, if one was told along. */
static gboolean
write_office (MarchEdit *edit, const MarchQuotationDraft *draft, GError **error)
{
  g_autoptr (MarchRow) row = NULL;

  if (draft->office == NULL)
    return TRUE;
  row = march_write_make_office (draft->office);
  march_row_set_id (row, "actor_id",
                    march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER));
  return march_edit_insert (edit, "office", march_edit_make_id (), row, error) != 0;
}

/** march_write_quotation: with its spans and its chain, and what office the speaker held */
gboolean
march_write_quotation (MarchCoding               *coding,
                       MarchEdit                 *edit,
                       const MarchQuotationDraft *draft,
                       GError                   **error)
{
  g_autoptr (MarchRow)  row = make_row (coding, draft);
  g_autoptr (GPtrArray) spans = make_spans (draft), chain = make_chain (draft);

  return write_office (edit, draft, error)
         && march_write_record (edit, "quotation", draft->id, draft->existing, row, error)
         && march_edit_change_children (edit, "span", "quotation_id", draft->id, "position", spans,
                                        error)
         && march_edit_change_children (edit, "chain", "quotation_id", draft->id, "position", chain,
                                        error);
}

/* One link, as a new one or as a change of the one that joins the two. */
static gboolean
write_link (MarchEdit *edit, const MarchEvidenceDraft *draft, gint64 assertion, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();
  gint64               id = 0;

  march_row_set_id (row, "quotation_id", draft->quotation);
  march_row_set_id (row, "assertion_id", assertion);
  march_row_set_id (row, "proposal_id", draft->proposal);
  if (!march_edit_find (edit, "evidence", row, &id, error))
    return FALSE;
  march_row_set_text (row, "stance",
                      march_vocabulary_get_nick (MARCH_VOCABULARY_STANCE, draft->stance));
  march_row_set_text (row, "note", draft->note);
  return march_write_record (edit, "evidence", id, id != 0, row, error);
}

/* The drafts that the link counts for: one of that id, or that takes the place of that version. */
static const MarchAssertionDraft *
find_target (MarchCoding *coding, const MarchEvidenceDraft *draft)
{
  for (guint i = 0; i < coding->assertions->len; i++)
    {
      const MarchAssertionDraft *assertion = g_ptr_array_index (coding->assertions, i);

      if (march_coding_bears_on (draft, assertion))
        return assertion;
    }
  return NULL;
}

/**
 * march_write_evidence:
 *
 * Links a quotation, once both ends are there; to the assertion of each place of a draft.
 */
gboolean
march_write_evidence (MarchCoding              *coding,
                      MarchEdit                *edit,
                      const MarchEvidenceDraft *draft,
                      GError                  **error)
{
  const MarchAssertionDraft *target = find_target (coding, draft);

  if (target == NULL || target->places->len == 0)
    return write_link (edit, draft, target != NULL ? target->id : draft->assertion, error);
  for (guint i = 0; i < target->places->len; i++)
    if (!write_link (edit, draft, g_array_index (target->places, MarchAssertionPlace, i).assertion,
                     error))
      return FALSE;
  return TRUE;
}
