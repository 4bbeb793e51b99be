/* march-number-words.h — numbers as a reader is told them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *march_words_for_number   (double number);
char  *march_words_for_decimals (double number, guint places);
char  *march_words_for_distance (double metres);
double march_number_from_words  (const char *words);

G_END_DECLS
