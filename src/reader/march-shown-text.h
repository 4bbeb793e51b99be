/* march-shown-text.h — a text as it is shown: lines without end are broken, for show only */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchShownText:
 *
 * A text in pieces, from its beginning to its end, and where line ends that it does not have are
 * shown. Positions of the text are code points of it; shown ones count those line ends as well.
 */
typedef struct _MarchShownText MarchShownText;

MarchShownText *march_shown_text_new      (const char *text);
void            march_shown_text_free     (MarchShownText *shown);
const char     *march_shown_text_next     (MarchShownText *shown, gsize *length,
                                           gboolean *broken);
const char     *march_shown_text_get_rest (MarchShownText *shown);
void            march_shown_text_move     (MarchShownText *shown, const char *text);
guint           march_shown_text_to_shown (MarchShownText *shown, guint point);
guint           march_shown_text_to_end   (MarchShownText *shown, guint beyond);
guint           march_shown_text_to_text  (MarchShownText *shown, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchShownText, march_shown_text_free)

G_END_DECLS
