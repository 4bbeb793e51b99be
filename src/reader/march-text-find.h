/* march-text-find.h — finds words in a text, whatever their case and diacritics */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchStretch:
 * @first: a code point of a text
 * @beyond: the one after the last
 */
typedef struct
{
  guint first;
  guint beyond;
} MarchStretch;

GArray *march_text_find (const char *text, const char *words);

G_END_DECLS
