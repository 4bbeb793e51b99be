/* march-heard.h — the records that a question lets in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

GHashTable *march_heard_list (MarchSnapshot *snapshot);

G_END_DECLS
