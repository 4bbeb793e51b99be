/* march-proposal-dialog.h — adds a proposal with its terms, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_proposal_dialog_new (GtkWindow           *parent,
                                              MarchSession        *session,
                                              const MarchProposal *proposal);

G_END_DECLS
