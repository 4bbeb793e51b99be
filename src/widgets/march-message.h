/* march-message.h — a message or a question over a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void march_message_present (AdwMessageDialog *dialog);

G_END_DECLS
