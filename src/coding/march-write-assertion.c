/* march-write-assertion.c — writes a drafted assertion, as a new one or as a new version */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

static gboolean
has (const MarchAssertionDraft *draft, const char *field)
{
  return march_assertion_kind_get_use (draft->kind, field) != MARCH_FIELD_UNUSED;
}

/* A word that only some kinds have. */
static void
set_word (MarchRow                  *row,
          const MarchAssertionDraft *draft,
          const char                *column,
          MarchVocabulary            vocabulary,
          guint                      value)
{
  if (has (draft, column))
    march_row_set_text (row, column, march_vocabulary_get_nick (vocabulary, value));
}

static void
set_text (MarchRow *row, const MarchAssertionDraft *draft, const char *column, const char *text)
{
  if (has (draft, column))
    march_row_set_text (row, column, text);
}

static void
set_words (MarchCoding *coding, const MarchAssertionDraft *draft, MarchRow *row)
{
  const MarchClaimBasis basis =
      march_coding_is_aspiration (coding, draft) ? MARCH_CLAIM_ASPIRATION : draft->basis;

  set_word (row, draft, "kind", MARCH_VOCABULARY_ASSERTION_KIND, draft->kind);
  set_word (row, draft, "origin", MARCH_VOCABULARY_ORIGIN, draft->origin);
  set_word (row, draft, "polarity", MARCH_VOCABULARY_POLARITY, draft->polarity);
  set_word (row, draft, "mode", MARCH_VOCABULARY_MODE, draft->mode);
  set_word (row, draft, "rank", MARCH_VOCABULARY_RANK, draft->rank);
  set_word (row, draft, "extent", MARCH_VOCABULARY_EXTENT, draft->extent);
  set_word (row, draft, "basis", MARCH_VOCABULARY_CLAIM_BASIS, basis);
  set_word (row, draft, "value_kind", MARCH_VOCABULARY_VALUE_KIND, draft->value_kind);
  set_word (row, draft, "stand", MARCH_VOCABULARY_STAND, draft->stand);
  if (draft->origin == MARCH_ORIGIN_CONCLUDED)
    set_word (row, draft, "confidence", MARCH_VOCABULARY_CONFIDENCE, draft->confidence);
}

static void
set_texts (const MarchAssertionDraft *draft, MarchRow *row)
{
  set_text (row, draft, "title", draft->title);
  set_text (row, draft, "rank_reason", draft->rank_reason);
  set_text (row, draft, "comparison", draft->comparison);
  set_text (row, draft, "unit", draft->unit);
  set_text (row, draft, "quantity", draft->quantity);
  set_text (row, draft, "reasoning", draft->reasoning);
  set_text (row, draft, "assumption", draft->assumption);
  set_text (row, draft, "would_change", draft->would_change);
  set_text (row, draft, "note", draft->note);
}

static void
set_figure (const MarchAssertionDraft *draft, MarchRow *row)
{
  if (draft->kind != MARCH_KIND_FIGURE)
    return;
  march_row_set_real (row, "low", draft->low);
  march_row_set_real (row, "high", draft->high);
  march_write_date (row, "period_edtf", draft->period);
  march_row_set_id (row, "read_holder_id", draft->read_holder);
  march_row_set_id (row, "read_place_id", draft->read_place);
  march_row_set_text (row, "read_edtf", draft->read_period);
}

static MarchRow *
make_row (MarchCoding *coding, const MarchAssertionDraft *draft)
{
  MarchRow *row = march_row_new ();

  set_words (coding, draft, row);
  set_texts (draft, row);
  set_figure (draft, row);
  march_write_date (row, "valid_edtf", draft->valid);
  march_row_set_id (row, "according_id", draft->according);
  if (has (draft, "actor"))
    march_row_set_id (row, "actor_id", draft->actor);
  if (has (draft, "proposal"))
    march_row_set_id (row, "proposal_id", draft->proposal);
  return row;
}

static gboolean
write_tags (MarchEdit *edit, const MarchAssertionDraft *draft, gint64 id, GError **error)
{
  for (guint i = 0; has (draft, "tags") && i < draft->tags->len; i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_id (row, "assertion_id", id);
      march_row_set_text (row, "text", g_ptr_array_index (draft->tags, i));
      if (march_edit_insert (edit, "tag", 0, row, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_participants (MarchEdit *edit, const MarchAssertionDraft *draft, gint64 id, GError **error)
{
  for (guint i = 0; has (draft, "participants") && i < draft->participants->len; i++)
    {
      const MarchParticipantDraft *participant = draft->participants->pdata[i];
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_id (row, "assertion_id", id);
      march_row_set_id (row, "actor_id", participant->actor);
      march_row_set_id (row, "side_id", participant->side);
      march_row_set_text (row, "role",
                          march_vocabulary_get_nick (MARCH_VOCABULARY_PARTICIPANT_ROLE,
                                                     participant->role));
      if (march_edit_insert (edit, "participant", 0, row, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_areas (MarchEdit *edit, const MarchAssertionDraft *draft, gint64 id, GError **error)
{
  for (guint i = 0; has (draft, "areas") && i < draft->areas->len; i++)
    {
      const MarchControlArea *area = g_ptr_array_index (draft->areas, i);
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_id (row, "assertion_id", id);
      march_write_date (row, "valid_edtf", area->valid);
      march_write_shape (row, "geom", area->geometry);
      if (march_edit_insert (edit, "control_area", 0, row, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether the draft says itself how the quotation bears on it. */
static gboolean
is_drafted (MarchCoding               *coding,
            const MarchAssertionDraft *draft,
            const MarchQuotation      *quotation)
{
  for (guint i = 0; i < coding->evidence->len; i++)
    {
      const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, i);

      if (evidence->quotation == quotation->id && march_coding_bears_on (evidence, draft))
        return TRUE;
    }
  return FALSE;
}

/* A new version rests on what the old one rested on, which keeps it too. */
static gboolean
carry_evidence (MarchCoding               *coding,
                MarchEdit                 *edit,
                const MarchAssertionDraft *draft,
                gint64                     id,
                GError                   **error)
{
  const MarchAssertion *older = march_corpus_get_assertion (coding->corpus, draft->supersedes);

  for (guint i = 0; older != NULL && i < older->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (older->evidence, i);
      g_autoptr (MarchRow) row = march_row_new ();

      if (is_drafted (coding, draft, evidence->quotation))
        continue;
      march_row_set_id (row, "quotation_id", evidence->quotation->id);
      march_row_set_id (row, "assertion_id", id);
      march_row_set_text (row, "stance",
                          march_vocabulary_get_nick (MARCH_VOCABULARY_STANCE, evidence->stance));
      march_row_set_text (row, "note", evidence->note);
      if (march_edit_insert (edit, "evidence", 0, row, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The assertion of one place, or of none. */
static gboolean
write_of_place (MarchCoding               *coding,
                MarchEdit                 *edit,
                const MarchAssertionDraft *draft,
                MarchAssertionPlace        of,
                GError                   **error)
{
  g_autoptr (MarchRow) row = make_row (coding, draft);

  march_row_set_id (row, "place_id", of.place);
  march_row_set_id (row, "supersedes_id", of.assertion == draft->id ? draft->supersedes : 0);
  return march_edit_insert (edit, "assertion", of.assertion, row, error) != 0
         && write_tags (edit, draft, of.assertion, error)
         && write_participants (edit, draft, of.assertion, error)
         && write_areas (edit, draft, of.assertion, error)
         && carry_evidence (coding, edit, draft, of.assertion, error);
}

/** march_write_assertion: one for each of its places */
gboolean
march_write_assertion (MarchCoding               *coding,
                       MarchEdit                 *edit,
                       const MarchAssertionDraft *draft,
                       GError                   **error)
{
  if (draft->places->len == 0)
    return write_of_place (coding, edit, draft, (MarchAssertionPlace){ draft->id, 0 }, error);
  for (guint i = 0; i < draft->places->len; i++)
    if (!write_of_place (coding, edit, draft,
                         g_array_index (draft->places, MarchAssertionPlace, i), error))
      return FALSE;
  return TRUE;
}
