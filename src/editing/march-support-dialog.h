/* march-support-dialog.h — finds a quotation for what is said: one of the dossier, or one to be
 * marked in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SUPPORT_DIALOG (march_support_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchSupportDialog, march_support_dialog, MARCH, SUPPORT_DIALOG, AdwWindow)

/* Signals, from each of which on the dialog is out of view:
 *   "chosen" (gint64 id): a quotation of the dossier
 *   "mark": words are to be marked in a text */
MarchSupportDialog *march_support_dialog_new (GtkWindow *parent, MarchSession *session,
                                              gint64 bears_on, gboolean independent);

G_END_DECLS
