/* march-typed-day.h — the one day that a typed date stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-day.h"

G_BEGIN_DECLS

gboolean march_typed_day_read      (const char *words,
                                    MarchDay    first,
                                    MarchDay    last,
                                    MarchDay   *day,
                                    char      **remark,
                                    GError    **error);
gboolean march_typed_day_read_last (const char *words,
                                    MarchDay   *day,
                                    char      **remark,
                                    GError    **error);

G_END_DECLS
