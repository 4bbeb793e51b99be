/* march-csl.h — what a reader is told of a CSL-JSON item */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean march_csl_read (const char *csl, char **author, char **publication, GError **error);
char    *march_csl_dup_language (const char *csl);
char    *march_csl_dup_doi      (const char *csl);
char    *march_csl_dup_address  (const char *csl);

G_END_DECLS
