/* march-new-dialog.h — asks what a new dossier is to say of itself, and begins it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/* Signal: "made" (GFile): the dossier is there; the dialog closes itself. */
#define MARCH_TYPE_NEW_DIALOG (march_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchNewDialog, march_new_dialog, MARCH, NEW_DIALOG, AdwWindow)

GtkWidget *march_new_dialog_new (GtkWindow *parent);
void       march_new_dialog_make (MarchNewDialog *dialog, GFile *file);

G_END_DECLS
