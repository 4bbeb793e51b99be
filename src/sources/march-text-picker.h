/* march-text-picker.h — a text that is pasted, typed, or read from a document */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "texts/march-document.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TEXT_PICKER (march_text_picker_get_type ())
G_DECLARE_FINAL_TYPE (MarchTextPicker, march_text_picker, MARCH, TEXT_PICKER, GtkBox)

/* Signals:
 *   "changed" (): the text is another now
 *   "read" (): a document was read; march_text_picker_get_facts() tells what it says of itself
 * Files may be dropped anywhere onto the widget. */
void              march_text_picker_open      (MarchTextPicker *picker);
void              march_text_picker_read      (MarchTextPicker *picker, GFile *file);
void              march_text_picker_set_text  (MarchTextPicker *picker, const char *text);
char             *march_text_picker_dup_text  (MarchTextPicker *picker);
const MarchFacts *march_text_picker_get_facts (MarchTextPicker *picker);
void              march_text_picker_show      (MarchTextPicker *picker, guint first, guint beyond);
gboolean          march_text_picker_is_busy   (MarchTextPicker *picker);

G_END_DECLS
