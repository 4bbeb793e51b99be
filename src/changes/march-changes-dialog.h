/* march-changes-dialog.h — a colleague's changes: what comes, what clashes, and applying them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/march-session.h"
#include "widgets/march-task-dialog.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CHANGES_DIALOG (march_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchChangesDialog, march_changes_dialog, MARCH, CHANGES_DIALOG,
                      MarchTaskDialog)

/* Signal: "applied" (uint records): they are in the dossier now, as one undo step */
MarchChangesDialog *march_changes_dialog_new  (GtkWindow *parent, MarchSession *session);
void                march_changes_dialog_read (MarchChangesDialog *dialog, GFile *file);

G_END_DECLS
