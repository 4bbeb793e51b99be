/* march-assertion-dialog.h — adds an assertion, or writes a new version of one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_assertion_dialog_new (GtkWindow            *parent,
                                               MarchSession         *session,
                                               const MarchAssertion *assertion,
                                               gint64               *id);
MarchRecordDialog *march_assertion_dialog_new_missing (GtkWindow    *parent,
                                                       MarchSession *session,
                                                       const char   *words,
                                                       gint64       *id);

G_END_DECLS
