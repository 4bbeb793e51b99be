/* march-installation.h — where the program's own files are, installed or in the build directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void   march_installation_prepare     (void);
GFile *march_installation_find_shipped (void);

G_END_DECLS
