/* march-source-form.h — what is known of a source, to be typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-source-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_FORM (march_source_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceForm, march_source_form, MARCH, SOURCE_FORM, GtkBox)

/* A MarchFormPart. Signal "changed" (): the draft is another now. */
GtkWidget *march_source_form_new          (void);
void       march_source_form_bind         (MarchSourceForm *form, MarchSourceDraft *draft,
                                           MarchCorpus *corpus);
void       march_source_form_fill         (MarchSourceForm *form);
void       march_source_form_set_thorough (MarchSourceForm *form, gboolean thorough);
void       march_source_form_focus        (MarchSourceForm *form, const char *field);

G_END_DECLS
