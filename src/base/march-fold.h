/* march-fold.h — text as a search compares it: lower case, no diacritics, Latin letters */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *march_fold         (const char *text);
char *march_fold_loosely (const char *text);
char *march_fold_lower   (const char *text);
char *march_fold_upper   (const char *text);

G_END_DECLS
