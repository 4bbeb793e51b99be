/* march-form-field.h — one member of a draft: its name, what is typed, and what is wrong with it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-chooser.h"
#include "forms/march-form-spec.h"

G_BEGIN_DECLS

#define MARCH_TYPE_FORM_FIELD (march_form_field_get_type ())
G_DECLARE_FINAL_TYPE (MarchFormField, march_form_field, MARCH, FORM_FIELD, GtkBox)

/* Signal "changed": the analyst has changed the draft. */
GtkWidget           *march_form_field_new           (const MarchFormSpec *spec);
const MarchFormSpec *march_form_field_get_spec      (MarchFormField *field);
void                 march_form_field_set_completers (MarchFormField *field,
                                                      MarchCompleter *const *completers);
void                 march_form_field_bind          (MarchFormField *field,
                                                     MarchCoding    *coding,
                                                     gpointer        draft);
void                 march_form_field_set_label     (MarchFormField *field, const char *label);
void                 march_form_field_set_problem   (MarchFormField     *field,
                                                     const MarchProblem *problem);
gboolean             march_form_field_is_wrong      (MarchFormField *field);
void                 march_form_field_set_note      (MarchFormField *field, const char *note);
void                 march_form_field_reveal        (MarchFormField *field);
gboolean             march_form_field_check_resolved (MarchFormField *field);

G_END_DECLS
