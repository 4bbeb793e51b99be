/* march-address.h — addresses of web pages and digital object identifiers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean march_address_is_web       (const char *address);
char    *march_address_make_key     (const char *address);
char    *march_address_find_archived (const char *address);
char    *march_doi_read             (const char *text);

G_END_DECLS
