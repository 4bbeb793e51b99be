/* march-coding-form.h — the form for a passage: what it bears on, who says it, and its grade */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-link-form.h"
#include "reader/march-text-find.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CODING_FORM (march_coding_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchCodingForm, march_coding_form, MARCH, CODING_FORM, GtkBox)

/* Signals:
 *   "changed": the analyst has changed the passage
 *   "pick": a place is to be picked on the map
 * It activates "coding.save", "coding.cancel", "coding.add-another" and "coding.add-words". */
GtkWidget     *march_coding_form_new          (MarchSession *session);
void           march_coding_form_bind         (MarchCodingForm *form, MarchPassageDraft *passage);
void           march_coding_form_link         (MarchCodingForm *form);
void           march_coding_form_link_another (MarchCodingForm *form);
void           march_coding_form_aim          (MarchCodingForm *form, gint64 bears_on,
                                               gboolean alike);
void           march_coding_form_write_note   (MarchCodingForm *form);
MarchLinkForm *march_coding_form_get_links    (MarchCodingForm *form);
gboolean       march_coding_form_add_words    (MarchCodingForm *form, const MarchStretch *words);
void           march_coding_form_set_corpus   (MarchCodingForm *form, MarchCorpus *corpus);
void           march_coding_form_refuse       (MarchCodingForm *form, const char *sentence);
gboolean       march_coding_form_may_write    (MarchCodingForm *form);
void           march_coding_form_end          (MarchCodingForm *form);

G_END_DECLS
