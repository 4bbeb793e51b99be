/* march-calendar-words.h — months, seasons and dates in the reader's language */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchWordForm:
 * @MARCH_WORD_ALONE: "May 2031" by itself
 * @MARCH_WORD_IN_PHRASE: after a day or a preposition, "from May 2031 on", where many languages
 * inflect
 */
typedef enum
{
  MARCH_WORD_ALONE,
  MARCH_WORD_IN_PHRASE,
} MarchWordForm;

char *march_words_for_year   (gint64 year);
char *march_words_for_month  (gint64 year, guint month, MarchWordForm form);
char *march_words_for_day    (gint64 year, guint month, guint day);
char *march_words_for_moment (GDateTime *moment);
char *march_words_for_season (gint64 year, guint season, MarchWordForm form);
guint march_words_find_month (const char *word);
guint march_words_find_season (const char *word);

G_END_DECLS
