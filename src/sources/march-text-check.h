/* march-text-check.h — how each quotation of a source stands in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-verify.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TEXT_CHECK_ROW (march_text_check_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchTextCheckRow, march_text_check_row, MARCH, TEXT_CHECK_ROW, GObject)

/**
 * MarchTextCheck:
 *
 * A text compared with the quotations of a source. Made on any thread, then used on the main one.
 */
typedef struct _MarchTextCheck MarchTextCheck;

MarchTextCheck *march_text_check_new       (MarchCorpus *corpus, const MarchSource *source,
                                            const char *text);
void            march_text_check_free      (MarchTextCheck *check);
const char     *march_text_check_get_text  (MarchTextCheck *check);
gboolean        march_text_check_is_sound  (MarchTextCheck *check);
char           *march_text_check_describe  (MarchTextCheck *check);
GListModel     *march_text_check_list_rows (MarchTextCheck *check);
gboolean        march_text_check_find      (MarchTextCheck *check, guint position, guint *first,
                                            guint *beyond);

GtkWidget      *march_text_check_make_row  (void);
void            march_text_check_fill_row  (GtkWidget *widget, MarchTextCheckRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchTextCheck, march_text_check_free)

G_END_DECLS
