/* march-compile.h — from the text form of a dossier to its file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean
march_compile (const char *folder, const char *output, GPtrArray *files_read, GError **error);

G_END_DECLS
