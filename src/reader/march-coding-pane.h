/* march-coding-pane.h — says who says the quoted words, and what they support */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "reader/march-text-find.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CODING_PANE (march_coding_pane_get_type ())
G_DECLARE_FINAL_TYPE (MarchCodingPane, march_coding_pane, MARCH, CODING_PANE, GtkBox)

/* Signals:
 *   "saved" (gint64 quotation, gint64 place): what was coded is in the dossier, as one edit; place
 * is the first one that it is about, 0 if there is none
 *   "left": the text is to take the focus
 *   "add-words": the selected words are to be quoted along; march_coding_pane_add_words()
 *   "pick": a place is to be picked on the map; march_coding_pane_take_place()
 * What is typed stays until it is saved or cancelled, and after that it can be taken up again. */
GtkWidget *march_coding_pane_new         (MarchSession *session);
gboolean   march_coding_pane_begin       (MarchCodingPane    *pane,
                                          const MarchSource  *source,
                                          const MarchStretch *words,
                                          GError            **error);
void       march_coding_pane_begin_from  (MarchCodingPane      *pane,
                                          const MarchQuotation *quotation);
void       march_coding_pane_begin_note  (MarchCodingPane *pane);
void       march_coding_pane_aim         (MarchCodingPane *pane, gint64 bears_on, gboolean alike);
gboolean   march_coding_pane_add_words   (MarchCodingPane *pane, const MarchStretch *words);
void       march_coding_pane_take_place  (MarchCodingPane *pane, gint64 place);
void       march_coding_pane_set_actor   (MarchCodingPane *pane, gint64 actor);
gboolean   march_coding_pane_has_draft   (MarchCodingPane *pane);
gboolean   march_coding_pane_is_touched  (MarchCodingPane *pane);
void       march_coding_pane_save        (MarchCodingPane *pane);
void       march_coding_pane_cancel      (MarchCodingPane *pane);

G_END_DECLS
