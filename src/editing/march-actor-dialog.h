/* march-actor-dialog.h — adds an actor with names and offices, or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "editing/march-record-dialog.h"

G_BEGIN_DECLS

MarchRecordDialog *march_actor_dialog_new (GtkWindow        *parent,
                                           MarchSession     *session,
                                           const MarchActor *actor);

G_END_DECLS
