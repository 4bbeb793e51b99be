/* march-quotation-form.h — who says the words of a passage, how and when */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "forms/march-completers.h"
#include "reader/march-passage-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_QUOTATION_FORM (march_quotation_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchQuotationForm, march_quotation_form, MARCH, QUOTATION_FORM, GtkBox)

/* Signal "changed": the analyst has changed the quotation. */
GtkWidget *march_quotation_form_new            (MarchCompleters *names);
GtkWidget *march_quotation_form_get_more       (MarchQuotationForm *form);
void       march_quotation_form_bind           (MarchQuotationForm *form,
                                                MarchPassageDraft  *passage);
void       march_quotation_form_update         (MarchQuotationForm *form);
void       march_quotation_form_resolve_said   (MarchQuotationForm *form);
void       march_quotation_form_focus_note     (MarchQuotationForm *form);
void       march_quotation_form_clear_problems (MarchQuotationForm *form);
gboolean   march_quotation_form_show_problem   (MarchQuotationForm *form,
                                                const MarchProblem *problem);
gboolean   march_quotation_form_is_resolved    (MarchQuotationForm *form);

G_END_DECLS
