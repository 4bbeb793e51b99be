/* march-form-control.h — what a member of a draft is typed or chosen in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "forms/march-form-spec.h"

G_BEGIN_DECLS

GtkWidget *march_form_control_new        (const MarchFormSpec *spec);
GtkWidget *march_form_control_new_choice (void);
guint      march_form_control_get_grade  (GtkWidget *button);
void       march_form_control_show_grade (GtkWidget *control, guint grade);
void       march_form_control_set_name   (GtkWidget *control, const char *name);

G_END_DECLS
