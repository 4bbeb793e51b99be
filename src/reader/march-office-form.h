/* march-office-form.h — which office the speaker held: one that is on record, or a new one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-coding.h"
#include "forms/march-completers.h"

G_BEGIN_DECLS

#define MARCH_TYPE_OFFICE_FORM (march_office_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchOfficeForm, march_office_form, MARCH, OFFICE_FORM, GtkBox)

/* Signal "changed": the analyst has said of the office something else. */
GtkWidget *march_office_form_new            (void);
GtkWidget *march_office_form_get_fields     (MarchOfficeForm *form);
void       march_office_form_bind           (MarchOfficeForm *form, MarchCoding *coding,
                                             MarchQuotationDraft *quotation);
void       march_office_form_update         (MarchOfficeForm *form);
void       march_office_form_set_completers (MarchOfficeForm       *form,
                                             MarchCompleter *const *completers);
void       march_office_form_clear_problems (MarchOfficeForm *form);
gboolean   march_office_form_show_problem   (MarchOfficeForm *form, const MarchProblem *problem);
gboolean   march_office_form_is_resolved    (MarchOfficeForm *form);

G_END_DECLS
