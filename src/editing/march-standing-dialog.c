/* march-standing-dialog.c — asks why an assertion is retracted, preferred or deprecated */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-standing-dialog.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "coding/march-draft.h"
#include "dossier/march-dossier-edits.h"
#include "forms/march-draft-form.h"

/* How the dossier is to treat an assertion. */
typedef struct
{
  gint64    assertion;
  MarchRank rank; /* not of a retraction */
  char     *reason;
} Standing;

/* Of the dialogs. */
#define HEIGHT 320

#define STANDING(member) G_STRUCT_OFFSET (Standing, member)

static const MarchFormSpec rank_specs[] = {
  { .name = "rank", .label = N_("Rank"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_RANK, .wide = TRUE, .offset = STANDING (rank) },
  { .name = "reason", .label = N_("Why"), .hint = N_("needed, unless it is ranked as any other"),
    .kind = MARCH_FORM_PROSE, .wide = TRUE, .offset = STANDING (reason) },
};

static const MarchFormSpec retract_specs[] = {
  { .name = "reason", .label = N_("Why it no longer holds"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = STANDING (reason) },
};

static void
free_standing (gpointer data)
{
  Standing *standing = data;

  g_free (standing->reason);
  g_free (standing);
}

static GPtrArray *
check_retraction (gpointer data)
{
  const Standing *standing = data;
  GPtrArray      *problems = march_problems_new ();

  if (march_draft_is_blank (standing->reason))
    march_problems_add (problems, MARCH_PROBLEM_ERROR, 0, "reason", 0, "%s",
                        _("A retraction needs a reason. Say why this assertion no longer holds."));
  return problems;
}

static GPtrArray *
check_rank (gpointer data)
{
  const Standing *standing = data;
  GPtrArray      *problems = march_problems_new ();

  if (standing->rank != MARCH_RANK_NORMAL && march_draft_is_blank (standing->reason))
    march_problems_add (
        problems, MARCH_PROBLEM_ERROR, 0, "reason", 0, "%s",
        _("A rank needs a reason. Say why this assertion is preferred or deprecated."));
  return problems;
}

static void
write_retraction (gpointer            data,
                  MarchDossier       *dossier,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  const Standing *standing = data;

  march_dossier_retract_async (dossier, standing->assertion, standing->reason, callback,
                               user_data);
}

static void
write_rank (gpointer            data,
            MarchDossier       *dossier,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  const Standing *standing = data;

  march_dossier_set_rank_async (dossier, standing->assertion, standing->rank, standing->reason,
                                callback, user_data);
}

static MarchRecordDialog *
new_dialog (GtkWindow             *parent,
            MarchSession          *session,
            const MarchAssertion  *assertion,
            const char            *title,
            const MarchFormWork *work,
            Standing              *standing,
            const MarchFormSpec   *specs,
            guint                  n_specs)
{
  g_autofree char   *words = march_words_assertion (assertion, NULL);
  MarchRecordDialog *dialog
      = march_record_dialog_new (parent, session, title, words, work, standing);
  GtkWidget         *form = march_draft_form_new (specs, n_specs);

  standing->assertion = assertion->id;
  march_draft_form_bind (MARCH_DRAFT_FORM (form), NULL, standing, NULL);
  march_record_dialog_add (dialog, form, 0);
  march_record_dialog_set_height (dialog, HEIGHT);
  return dialog;
}

/** march_retract_dialog_new: Returns: (transfer none): a dialog over @parent; GTK owns it, as any
 * window */
MarchRecordDialog *
march_retract_dialog_new (GtkWindow            *parent,
                          MarchSession         *session,
                          const MarchAssertion *assertion)
{
  static const MarchFormWork work = { check_retraction, write_retraction, free_standing };
  Standing                    *standing = g_new0 (Standing, 1);
  MarchRecordDialog           *dialog = NULL;

  standing->reason = g_strdup ("");
  dialog = new_dialog (parent, session, assertion, _("Retract Assertion"), &work, standing,
                       retract_specs, G_N_ELEMENTS (retract_specs));
  march_edit_dialog_name_write (MARCH_EDIT_DIALOG (dialog), _("_Retract"));
  return dialog;
}

/** march_rank_dialog_new: Returns: (transfer none): a dialog over @parent; GTK owns it, as any
 * window */
MarchRecordDialog *
march_rank_dialog_new (GtkWindow            *parent,
                       MarchSession         *session,
                       const MarchAssertion *assertion)
{
  static const MarchFormWork work = { check_rank, write_rank, free_standing };
  Standing                    *standing = g_new0 (Standing, 1);
  MarchRecordDialog           *dialog = NULL;

  standing->rank = assertion->rank;
  standing->reason = g_strdup (assertion->rank_reason);
  dialog = new_dialog (parent, session, assertion, _("Rank Assertion"), &work, standing, rank_specs,
                       G_N_ELEMENTS (rank_specs));
  march_edit_dialog_set_existing (MARCH_EDIT_DIALOG (dialog));
  return dialog;
}
