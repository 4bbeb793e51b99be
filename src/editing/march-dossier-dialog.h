/* march-dossier-dialog.h — changes what a dossier says of itself */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_dossier_dialog_new (GtkWindow *parent, MarchSession *session);

G_END_DECLS
