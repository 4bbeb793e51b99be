/* march-session-private.h — what the files of the session share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/march-session.h"

G_BEGIN_DECLS

GPtrArray *march_session_find_changes (MarchSnapshot *snapshot);

G_END_DECLS
