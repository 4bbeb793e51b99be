/* march-changes-writing.h — how far the writing of changes is, and cancelling it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/march-task-dialog.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CHANGES_WRITING (march_changes_writing_get_type ())
G_DECLARE_FINAL_TYPE (MarchChangesWriting, march_changes_writing, MARCH, CHANGES_WRITING,
                      MarchTaskDialog)

MarchTaskDialog *march_changes_writing_new (GtkWindow *parent);

G_END_DECLS
