/* march-assertion-dialog.c — adds an assertion, or writes a new version of one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-assertion-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "editing/march-assertion-form.h"

/**
 * march_assertion_dialog_new:
 * @assertion: (nullable): the one to be changed: what is written is a new version, with its
 *   evidence; the old one stays readable. NULL: a new one is added, as a draft without evidence
 * @id: (out): what the new one or the new version will have
 *
 * Returns: (transfer none): a dialog over @parent; GTK owns it, as any window
 */
MarchRecordDialog *
march_assertion_dialog_new (GtkWindow            *parent,
                            MarchSession         *session,
                            const MarchAssertion *assertion,
                            gint64               *id)
{
  MarchCoding         *coding = march_coding_new (march_session_get_corpus (session));
  MarchAssertionDraft *draft = march_coding_add_assertion (
      coding, assertion != NULL ? march_assertion_draft_new_from (assertion)
                                : march_assertion_draft_new (MARCH_KIND_CONTROL));
  const MarchPlace    *place = march_session_get_place (session);
  g_autofree char     *words = assertion != NULL ? march_words_assertion (assertion, NULL)
                                                 : g_strdup (_("a draft until it has evidence"));
  MarchRecordDialog   *dialog = march_record_dialog_new_for (
        parent, session, assertion != NULL ? _("Change Assertion") : _("Add Assertion"), words,
        coding);

  if (assertion != NULL)
    march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  else if (place != NULL)
    march_assertion_draft_add_place (draft, place->id);
  march_record_dialog_add (dialog, march_assertion_form_new (coding, draft), draft->id);
  *id = draft->id;
  return dialog;
}

/**
 * march_assertion_dialog_new_missing:
 * @words: what is missing
 * @id: (out): what the new one will have
 *
 * Returns: (transfer none): a dialog over @parent that adds who holds the session's place, of which
 *   nothing is known yet; GTK owns it, as any window
 */
MarchRecordDialog *
march_assertion_dialog_new_missing (GtkWindow    *parent,
                                    MarchSession *session,
                                    const char   *words,
                                    gint64       *id)
{
  MarchRecordDialog *dialog = march_assertion_dialog_new (parent, session, NULL, id);

  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (dialog), words);
  return dialog;
}
