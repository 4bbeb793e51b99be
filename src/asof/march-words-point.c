/* march-words-point.c — what a source says of an imported point, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-words.h"

#include <glib/gi18n.h>

static char *
describe_days (const MarchPoint *point)
{
  g_autofree char *first = march_day_describe (point->from);
  g_autofree char *last = NULL;

  if (point->told == MARCH_POINT_OPEN)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("since %s"), first);
  if (point->told == point->from + 1)
    return g_steal_pointer (&first);
  last = march_day_describe (point->told - 1);
  /* Translators: two days. */
  return g_strdup_printf (_("from %1$s through %2$s"), first, last);
}

/**
 * march_words_point_days:
 * @as_of: a day on which it counts
 *
 * Returns: (transfer full): "15 May 2031", "from … through …", "since …", and, where it is carried
 * to @as_of, that there is nothing newer
 */
char *
march_words_point_days (const MarchPoint *point, MarchDay as_of)
{
  g_autofree char *days = describe_days (point);

  if (point->told == MARCH_POINT_OPEN || as_of < point->told)
    return g_steal_pointer (&days);
  /* Translators: the day or days of a point that is carried to a day of which its source tells
   * nothing. */
  return g_strdup_printf (_("%s, the newest before"), days);
}

/**
 * march_words_point:
 * @language: of names
 *
 * Returns: (transfer full): whose the point is, of which days, and who says so, a line each
 */
char *
march_words_point (const MarchDatedImport *import,
                   const MarchPoint       *point,
                   MarchDay                as_of,
                   const char             *language)
{
  g_autofree char *days = march_words_point_days (point, as_of);
  const char      *holder = march_actor_get_name (import->holder, language);
  g_autofree char *whose = import->basis == MARCH_BASIS_OWN
                               /* Translators: whose an imported point is, by its own word. */
                               ? g_strdup_printf (_("%s, by its own word"), holder)
                               : g_strdup (holder);

  /* Translators: whose an imported point is, its day or days, and its source. */
  return g_strdup_printf (_("%1$s\n%2$s\nPoint of “%3$s”"), whose, days, import->source->title);
}
