/* march-source-dialog.h — adds a source with its text, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-edit-dialog.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_DIALOG (march_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceDialog, march_source_dialog, MARCH, SOURCE_DIALOG,
                      MarchEditDialog)

/* Signals:
 *   "written" (gint64 id, gboolean added): the source is in the dossier now, as one undo step
 *   "deleted" (string title): it is out of the dossier, as one undo step
 *   "same" (gint64 id): the analyst goes on with a source that the dossier has already; the text,
 *     if there is one, is to be had from march_source_dialog_dup_text() */
MarchSourceDialog *march_source_dialog_new      (GtkWindow *parent, MarchSession *session,
                                                 const MarchSource *source);
void               march_source_dialog_focus    (MarchSourceDialog *dialog, const char *field);
void               march_source_dialog_read     (MarchSourceDialog *dialog, GFile *file);
char              *march_source_dialog_dup_text (MarchSourceDialog *dialog);

G_END_DECLS
