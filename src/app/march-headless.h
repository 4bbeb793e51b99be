/* march-headless.h — what the program does on a machine without a display */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int march_headless_run (const char *const *files);

G_END_DECLS
