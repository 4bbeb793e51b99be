/* march-draft-form.h — the fields of a draft, in two columns */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "forms/march-form-field.h"

G_BEGIN_DECLS

#define MARCH_TYPE_DRAFT_FORM (march_draft_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchDraftForm, march_draft_form, MARCH, DRAFT_FORM, AdwBin)

typedef gboolean (*MarchDraftFormUse) (gconstpointer draft, const char *member);

/* A MarchFormPart.
 * Signal "changed": the analyst has changed the draft. */
GtkWidget      *march_draft_form_new  (const MarchFormSpec *specs, guint n_specs);
void            march_draft_form_bind (MarchDraftForm    *form,
                                       MarchCoding       *coding,
                                       gpointer           draft,
                                       MarchDraftFormUse  use);
void            march_draft_form_set_completers (MarchDraftForm *form,
                                                 MarchCompleter *const *completers);
MarchFormField *march_draft_form_get_field      (MarchDraftForm *form, const char *member);
gboolean        march_draft_form_show_problem   (MarchDraftForm *form, const MarchProblem *problem);
void            march_draft_form_clear_problems (MarchDraftForm *form);
gboolean        march_draft_form_check_resolved  (MarchDraftForm *form);

G_END_DECLS
