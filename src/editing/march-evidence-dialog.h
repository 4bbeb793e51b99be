/* march-evidence-dialog.h — says what a quotation bears on, and how */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_evidence_dialog_new (GtkWindow            *parent,
                                              MarchSession         *session,
                                              const MarchQuotation *quotation,
                                              gint64                bears_on);
char              *march_evidence_describe_end (MarchCorpus *corpus, gint64 bears_on);

G_END_DECLS
