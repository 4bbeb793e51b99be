/* march-encoding.h — text in UTF-8 of bytes in whatever encoding */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *march_encoding_decode (const char *data, gsize length, const char *declared,
                                   GPtrArray *notes, GError **error);
const char *march_encoding_guess  (const char *data, gsize length);

G_END_DECLS
