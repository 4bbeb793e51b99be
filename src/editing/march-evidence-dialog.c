/* march-evidence-dialog.c — says what a quotation bears on, and how */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-evidence-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-draft-form.h"

/* Of the dialog. */
#define HEIGHT 480

#define EVIDENCE(member) G_STRUCT_OFFSET (MarchEvidenceDraft, member)

/* What is wrong with a link is told of its quotation, as "evidence". */
static const MarchFormSpec end_specs[] = {
  { .name = "evidence", .label = N_("What the words bear on"),
    .hint = N_("begin to type what it says"), .kind = MARCH_FORM_ASSERTION, .wide = TRUE,
    .offset = EVIDENCE (assertion) },
};

static const MarchFormSpec link_specs[] = {
  { .name = "stance", .label = N_("How"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_STANCE, .offset = EVIDENCE (stance) },
  { .name = "note", .label = N_("Note"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = EVIDENCE (note) },
};

static const MarchFormSpec quotation_specs[] = {
  { .name = "credibility", .label = N_("Credibility of what is said"), .kind = MARCH_FORM_GRADE,
    .wide = TRUE, .offset = G_STRUCT_OFFSET (MarchQuotationDraft, credibility) },
};

static const MarchEvidence *
find_evidence (const MarchQuotation *quotation, gint64 bears_on)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if ((evidence->assertion != NULL && evidence->assertion->id == bears_on)
          || (evidence->proposal != NULL && evidence->proposal->id == bears_on))
        return evidence;
    }
  return NULL;
}

static MarchEvidenceDraft *
draft_link (MarchCoding *coding, const MarchQuotation *quotation, gint64 bears_on)
{
  const MarchEvidence *evidence = find_evidence (quotation, bears_on);
  MarchEvidenceDraft  *draft = march_coding_add_evidence (
       coding, quotation->id, bears_on,
       evidence != NULL ? evidence->stance : MARCH_STANCE_SUPPORTS);

  draft->existing = evidence != NULL;
  if (evidence != NULL)
    march_draft_set_text (&draft->note, evidence->note);
  return draft;
}

static void
add_form (MarchRecordDialog   *dialog,
          const MarchFormSpec *specs,
          guint                n_specs,
          MarchCoding         *coding,
          gpointer             draft,
          gint64               quotation)
{
  GtkWidget *form = march_draft_form_new (specs, n_specs);

  march_draft_form_bind (MARCH_DRAFT_FORM (form), coding, draft, NULL);
  march_record_dialog_add (dialog, form, quotation);
}

static GtkWidget *
new_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "quote");
  return label;
}

/** march_evidence_describe_end: @bears_on: id of an assertion or a proposal. Returns: (transfer
 * full): what a link to it leads to; "" if it is none of @corpus */
char *
march_evidence_describe_end (MarchCorpus *corpus, gint64 bears_on)
{
  const MarchAssertion *assertion = march_corpus_get_assertion (corpus, bears_on);
  const MarchProposal  *proposal = march_corpus_get_proposal (corpus, bears_on);

  if (assertion != NULL)
    {
      g_autofree char *words = march_words_assertion (assertion, NULL);

      return assertion->place == NULL
                 ? g_steal_pointer (&words)
                 : g_strdup_printf ("%s · %s",
                                    march_place_get_name (assertion->place,
                                                          march_words_get_language (NULL)),
                                    words);
    }
  return g_strdup (proposal != NULL ? proposal->title : "");
}

/** march_evidence_dialog_new: @bears_on: id of an assertion or a proposal; 0: it is chosen in the
 * dialog. Returns: (transfer none): a dialog over @parent; GTK owns it, as any window */
MarchRecordDialog *
march_evidence_dialog_new (GtkWindow            *parent,
                           MarchSession         *session,
                           const MarchQuotation *quotation,
                           gint64                bears_on)
{
  MarchCorpus         *corpus = march_session_get_corpus (session);
  MarchCoding         *coding = march_coding_new (corpus);
  MarchQuotationDraft *draft
      = march_coding_add_quotation (coding, march_quotation_draft_new_from (quotation));
  MarchEvidenceDraft  *link = draft_link (coding, quotation, bears_on);
  g_autofree char     *end = march_evidence_describe_end (corpus, bears_on);
  MarchRecordDialog   *dialog = march_record_dialog_new_for (
        parent, session, link->existing ? _("Change Evidence") : _("Add Evidence"), end, coding);

  if (quotation->exact != NULL)
    march_record_dialog_add_plain (dialog, new_words (quotation->exact));
  if (bears_on == 0)
    add_form (dialog, end_specs, G_N_ELEMENTS (end_specs), coding, link, quotation->id);
  add_form (dialog, link_specs, G_N_ELEMENTS (link_specs), coding, link, quotation->id);
  add_form (dialog, quotation_specs, G_N_ELEMENTS (quotation_specs), coding, draft, quotation->id);
  march_record_dialog_set_height (dialog, HEIGHT);
  if (!link->existing)
    return dialog;
  march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  march_record_dialog_offer_unlink (dialog, quotation->id, bears_on);
  return dialog;
}
