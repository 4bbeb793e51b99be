/* march-export-dialog.h — the map as a picture, a page, a series of pictures or a table */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-view.h"
#include "session/march-session.h"
#include "widgets/march-task-dialog.h"

G_BEGIN_DECLS

#define MARCH_TYPE_EXPORT_DIALOG (march_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchExportDialog, march_export_dialog, MARCH, EXPORT_DIALOG,
                      MarchTaskDialog)

/* Signal: "exported" (string name): that file or folder is written */
MarchExportDialog *march_export_dialog_new   (GtkWindow       *parent,
                                              MarchSession    *session,
                                              const MarchView *view);
void               march_export_dialog_write (MarchExportDialog *dialog, const char *path);

G_END_DECLS
