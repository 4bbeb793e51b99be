/* march-attach-dialog.h — attaches a text to a source, and tells of each quotation how it stands */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-edit-dialog.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_ATTACH_DIALOG (march_attach_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchAttachDialog, march_attach_dialog, MARCH, ATTACH_DIALOG,
                      MarchEditDialog)

/* Signals:
 *   "attached" (gint64 id): the source has the text now, as one undo step */
MarchAttachDialog *march_attach_dialog_new      (GtkWindow *parent, MarchSession *session,
                                                 const MarchSource *source);
void               march_attach_dialog_set_text (MarchAttachDialog *dialog, const char *text);
void               march_attach_dialog_read     (MarchAttachDialog *dialog, GFile *file);

G_END_DECLS
