/* march-import-dialog.h — brings dated areas in: what was found, progress, report */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/march-session.h"
#include "widgets/march-task-dialog.h"

G_BEGIN_DECLS

#define MARCH_TYPE_IMPORT_DIALOG (march_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchImportDialog, march_import_dialog, MARCH, IMPORT_DIALOG,
                      MarchTaskDialog)

/* Signal: "imported" (uint areas): they are in the dossier now, as one undo step */
MarchImportDialog *march_import_dialog_new  (GtkWindow *parent, MarchSession *session);
void               march_import_dialog_read (MarchImportDialog *dialog, const char *const *paths);

G_END_DECLS
