/* march-coding-write.c — writes the drafts of a coding as one edit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "coding/march-said-when.h"
#include "dossier/march-edit-change.h"

/**
 * march_coding_dup_edtf:
 * @text: as typed, a date or nothing
 *
 * Returns: (transfer full): the date in EDTF, "" if there is none
 */
char *
march_coding_dup_edtf (const char *text)
{
  g_autoptr (MarchEdtf) edtf = NULL;

  if (march_draft_is_blank (text))
    return g_strdup ("");
  edtf = march_edtf_new_from_words (text, NULL);
  return g_strdup (edtf != NULL ? march_edtf_get_text (edtf) : text);
}

/**
 * march_coding_dup_said:
 *
 * Returns: (transfer full): when the words were said, in EDTF; "" if that is not told
 */
char *
march_coding_dup_said (MarchCoding *coding, const MarchQuotationDraft *draft)
{
  const MarchSource *source = march_corpus_get_source (coding->corpus, draft->source);
  char *edtf = march_said_when_read (draft->said, source != NULL ? source->published : "");

  return edtf != NULL ? edtf : g_strdup ("");
}

/** march_write_date: what can't be read goes on to the edit layer, which refuses it */
void
march_write_date (MarchRow *row, const char *column, const char *text)
{
  g_autofree char *edtf = march_coding_dup_edtf (text);

  march_row_set_text (row, column, edtf);
}

/** march_write_record: a new one, or of one that is there what differs */
gboolean
march_write_record (MarchEdit  *edit,
                    const char *table,
                    gint64      id,
                    gboolean    existing,
                    MarchRow   *row,
                    GError    **error)
{
  if (existing)
    return march_edit_change (edit, table, id, row, error);
  return march_edit_insert (edit, table, id, row, error) != 0;
}

static gboolean
write_geography (MarchCoding *coding, MarchEdit *edit, GError **error)
{
  for (guint i = 0; i < coding->actors->len; i++)
    if (!march_write_actor (edit, g_ptr_array_index (coding->actors, i), error))
      return FALSE;
  for (guint i = 0; i < coding->actors->len; i++)
    if (!march_write_actor_children (edit, g_ptr_array_index (coding->actors, i), error))
      return FALSE;
  for (guint i = 0; i < coding->places->len; i++)
    if (!march_write_place (coding, edit, g_ptr_array_index (coding->places, i), error))
      return FALSE;
  for (guint i = 0; i < coding->places->len; i++)
    if (!march_write_place_children (edit, g_ptr_array_index (coding->places, i), error))
      return FALSE;
  return TRUE;
}

/* MarchEditWork: each kind of record after those that it names. */
gboolean
march_coding_apply (MarchEdit *edit, gpointer data, GError **error)
{
  MarchCoding *coding = data;

  if (!write_geography (coding, edit, error))
    return FALSE;
  for (guint i = 0; i < coding->quotations->len; i++)
    if (!march_write_quotation (coding, edit, g_ptr_array_index (coding->quotations, i), error))
      return FALSE;
  for (guint i = 0; i < coding->proposals->len; i++)
    if (!march_write_proposal (edit, g_ptr_array_index (coding->proposals, i), error))
      return FALSE;
  for (guint i = 0; i < coding->assertions->len; i++)
    if (!march_write_assertion (coding, edit, g_ptr_array_index (coding->assertions, i), error))
      return FALSE;
  for (guint i = 0; i < coding->evidence->len; i++)
    if (!march_write_evidence (coding, edit, g_ptr_array_index (coding->evidence, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (MarchCoding *coding)
{
  return coding->quotations->len + coding->assertions->len + coding->actors->len
             + coding->places->len + coding->proposals->len + coding->evidence->len
         == 0;
}

/* The drafts may have been checked against the dossier as it was before another edit. */
static gboolean
check_now (MarchCoding *coding, MarchDossier *dossier, GError **error)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  g_autoptr (GPtrArray)   problems = NULL;
  const MarchProblem     *problem;

  if (is_empty (coding))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("Nothing is typed yet that could be recorded."));
      return FALSE;
    }
  march_coding_set_corpus (coding, corpus);
  problems = march_coding_check (coding);
  problem = march_problems_get_error (problems);
  if (problem != NULL)
    g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, problem->sentence);
  return problem == NULL;
}

/**
 * march_coding_write:
 *
 * Checks the drafts against the dossier as it is now and writes all of them as one edit. What stays
 * as it is isn't written.
 *
 * Returns: %FALSE with %MARCH_ERROR_BAD_INPUT and the sentence of a problem, or an error of
 * march_dossier_edit(); nothing has changed then, in the dossier and in the drafts
 */
gboolean
march_coding_write (MarchCoding *coding, MarchDossier *dossier, GError **error)
{
  g_autofree char *label = march_coding_dup_label (coding);

  return check_now (coding, dossier, error)
         && march_dossier_edit (dossier, label, march_coding_apply, coding, error);
}

/**
 * march_coding_write_async:
 *
 * As march_coding_write(), on another thread; march_dossier_edit_finish() tells the outcome.
 */
void
march_coding_write_async (MarchCoding        *coding,
                          MarchDossier       *dossier,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autofree char *label = march_coding_dup_label (coding);
  GError          *error = NULL;

  if (check_now (coding, dossier, &error))
    march_dossier_edit_async (dossier, label, march_coding_apply, march_coding_ref (coding),
                              (GDestroyNotify) march_coding_unref, callback, user_data);
  else
    g_task_report_error (dossier, callback, user_data, march_coding_write_async, error);
}
