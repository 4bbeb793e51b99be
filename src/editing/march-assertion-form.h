/* march-assertion-form.h — all that is typed of an assertion */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-coding.h"

G_BEGIN_DECLS

/* A MarchFormPart. Signal "changed": the analyst has changed the draft. */
#define MARCH_TYPE_ASSERTION_FORM (march_assertion_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchAssertionForm, march_assertion_form, MARCH, ASSERTION_FORM, GtkBox)

GtkWidget *march_assertion_form_new (MarchCoding *coding, MarchAssertionDraft *draft);

G_END_DECLS
