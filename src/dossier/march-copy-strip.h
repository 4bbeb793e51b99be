/* march-copy-strip.h — takes out of a copy what is not for everybody; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

gboolean march_copy_strip (const char *path, MarchCopyParts without, GError **error);

G_END_DECLS
