/* march-locale.h — the language that the program speaks, installed or in the build directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  march_locale_prepare        (void);
char *march_locale_find_build_dir (void);

G_END_DECLS
