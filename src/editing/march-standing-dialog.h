/* march-standing-dialog.h — asks why an assertion is retracted, preferred or deprecated */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_retract_dialog_new (GtkWindow            *parent,
                                             MarchSession         *session,
                                             const MarchAssertion *assertion);
MarchRecordDialog *march_rank_dialog_new    (GtkWindow            *parent,
                                             MarchSession         *session,
                                             const MarchAssertion *assertion);

G_END_DECLS
