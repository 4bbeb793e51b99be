/* march-picker.h — a choice out of a long list, by typing a part of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARCH_TYPE_PICKER (march_picker_get_type ())
G_DECLARE_FINAL_TYPE (MarchPicker, march_picker, MARCH, PICKER, AdwBin)

GtkWidget  *march_picker_new          (const char *name);
void        march_picker_append       (MarchPicker *self, const char *text, const char *words);
void        march_picker_set_selected (MarchPicker *self, guint selected);
guint       march_picker_get_selected (MarchPicker *self);
const char *march_picker_get_text     (MarchPicker *self, guint index);
guint       march_picker_get_n_items  (MarchPicker *self);
GtkWidget  *march_picker_get_button   (MarchPicker *self);

G_END_DECLS
