/* march-check-evidence.c — what may be wrong with how quotations are linked */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

/* A problem of a link is told of its quotation, in "evidence". */
static void
fail (GPtrArray *problems, const MarchEvidenceDraft *evidence, guint index, const char *sentence)
{
  march_problems_add (problems, MARCH_PROBLEM_ERROR, evidence->quotation, "evidence", index, "%s",
                      sentence);
}

static gboolean
has_ends (MarchCoding *coding, const MarchEvidenceDraft *evidence)
{
  gboolean quotation = march_coding_find_quotation (coding, evidence->quotation) != NULL
                       || march_corpus_get_quotation (coding->corpus, evidence->quotation) != NULL;
  gboolean assertion = march_coding_find_assertion (coding, evidence->assertion) != NULL
                       || march_corpus_get_assertion (coding->corpus, evidence->assertion) != NULL;

  return quotation && (assertion || march_coding_has_proposal (coding, evidence->proposal));
}

/* Whether the dossier has the link already. */
static gboolean
is_recorded (MarchCoding *coding, const MarchEvidenceDraft *evidence)
{
  const MarchQuotation *quotation =
      march_corpus_get_quotation (coding->corpus, evidence->quotation);

  for (guint i = 0; quotation != NULL && i < quotation->evidence->len; i++)
    {
      const MarchEvidence *other = g_ptr_array_index (quotation->evidence, i);

      if ((other->assertion != NULL && other->assertion->id == evidence->assertion)
          || (other->proposal != NULL && other->proposal->id == evidence->proposal))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_drafted_before (MarchCoding *coding, guint index)
{
  const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, index);

  for (guint i = 0; i < index; i++)
    {
      const MarchEvidenceDraft *other = g_ptr_array_index (coding->evidence, i);

      if (other->quotation == evidence->quotation && other->assertion == evidence->assertion
          && other->proposal == evidence->proposal)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_linked (MarchCoding *coding, gint64 quotation)
{
  const MarchQuotation *record = march_corpus_get_quotation (coding->corpus, quotation);

  if (record != NULL && record->evidence->len > 0)
    return TRUE;
  for (guint i = 0; i < coding->evidence->len; i++)
    if (((MarchEvidenceDraft *) g_ptr_array_index (coding->evidence, i))->quotation == quotation)
      return TRUE;
  return FALSE;
}

/** march_check_evidence: adds what is wrong with the links of all drafts */
void
march_check_evidence (MarchCoding *coding, GPtrArray *problems)
{
  for (guint i = 0; i < coding->evidence->len; i++)
    {
      const MarchEvidenceDraft *evidence = g_ptr_array_index (coding->evidence, i);

      if (evidence->assertion == 0 && evidence->proposal == 0)
        fail (problems, evidence, i, _("Say what these words bear on."));
      else if (!has_ends (coding, evidence))
        fail (problems, evidence, i,
              _("What these words bear on is no longer there. Choose something else."));
      else if (is_drafted_before (coding, i)
               || (!evidence->existing && is_recorded (coding, evidence)))
        fail (problems, evidence, i, _("These words bear on this already."));
    }
  for (guint i = 0; i < coding->quotations->len; i++)
    {
      const MarchQuotationDraft *draft = g_ptr_array_index (coding->quotations, i);

      if (!is_linked (coding, draft->id))
        march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "", 0,
                            _("These words bear on nothing yet. Say what they support."));
    }
}
