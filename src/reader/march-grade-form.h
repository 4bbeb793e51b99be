/* march-grade-form.h — how reliable the source is, and how credible what it says here */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-passage-draft.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_GRADE_FORM (march_grade_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchGradeForm, march_grade_form, MARCH, GRADE_FORM, GtkBox)

/* Signals:
 *   "changed": the analyst has graded the words
 *   "refused" (string sentence): the source could not be graded */
GtkWidget *march_grade_form_new    (MarchSession *session);
void       march_grade_form_bind   (MarchGradeForm *form, MarchPassageDraft *passage);
void       march_grade_form_update (MarchGradeForm *form);

G_END_DECLS
