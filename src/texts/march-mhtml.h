/* march-mhtml.h — web pages that a browser saved as one file (RFC 2557) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "texts/march-facts.h"

G_BEGIN_DECLS

gboolean march_mhtml_is_one    (const char *data, gsize length);
GBytes  *march_mhtml_find_page (const char *data, gsize length, MarchFacts *facts, char **charset,
                                GError **error);

G_END_DECLS
