/* march-area-side.c — areas, shares and those who hold them, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-area-history.h"
#include "asof/march-words.h"
#include "base/march-number-words.h"

#define LEAST_M2 1            /* less is the rounding of the grid, or the arithmetic */
#define LEAST_TOLD_M2 50000   /* less would be told as 0 km² */
#define LEAST_SHARE 1e-9      /* likewise */
#define LEAST_TOLD_SHARE 5e-4 /* less would be told as 0.0 % */

/** march_area_to_number: @m2: square metres. Returns: (transfer full): square kilometres as a
 * reader is told them, small ones with a decimal; what is there is not told as nothing */
char *
march_area_to_number (double m2)
{
  const double km2 = m2 / 1e6;

  if (m2 >= LEAST_M2 && m2 < LEAST_TOLD_M2)
    /* Translators: a number of square kilometres, less than a tenth. */
    return g_strdup (_("<0.1"));
  return march_words_for_number (km2 < 100 ? round (km2 * 10) / 10 : round (km2));
}

/** march_area_to_words: @m2: square metres. Returns: (transfer full): as a reader is told it */
char *
march_area_to_words (double m2)
{
  g_autofree char *number = NULL;

  if (isnan (m2))
    return g_strdup ("–");
  number = march_area_to_number (m2);
  /* Translators: an area. */
  return g_strdup_printf (_("%s km²"), number);
}

/** march_share_to_words: @share: 0 … 1, or NAN. Returns: (transfer full): in per cent, with one
 * decimal; what is there is not told as nothing */
char *
march_share_to_words (double share)
{
  g_autofree char *number = NULL;

  if (isnan (share))
    return g_strdup ("–");
  if (share >= LEAST_SHARE && share < LEAST_TOLD_SHARE)
    /* Translators: a share, as march_words_share() tells it, short for a table. */
    return g_strdup (_("<0.1 %"));
  number = march_words_for_decimals (100 * share, 1);
  /* Translators: a share in per cent. */
  return g_strdup_printf (_("%s %%"), number);
}

/** march_area_side_describe: @language: (nullable): of names; NULL: the reader's. Returns:
 * (transfer full): who holds it, "Velmark", or on the holder's own word "Velmark (says it holds)",
 * which beside what is assessed is "Velmark (also says it holds)" */
char *
march_area_side_describe (const MarchAreaSide *side, const char *language)
{
  const char *name = march_actor_get_name (side->holder, march_words_get_language (language));

  if (side->basis != MARCH_BASIS_OWN)
    return g_strdup (name);
  if (side->also)
    /* Translators: an actor, of land that it says it holds besides that which others assess. */
    return g_strdup_printf (_("%s (also says it holds)"), name);
  /* Translators: an actor, of land that only the actor itself says it holds. */
  return g_strdup_printf (_("%s (says it holds)"), name);
}

/** march_area_side_describe_short: @language: (nullable): of names; NULL: the reader's. Returns:
 * (transfer full): the same for a narrow column: "Velmark", "Velmark says" */
char *
march_area_side_describe_short (const MarchAreaSide *side, const char *language)
{
  const char *name = march_actor_get_name (side->holder, march_words_get_language (language));

  /* Translators: an actor, in a narrow column of those who hold land, of what only the actor itself
   * says it holds. */
  return side->basis == MARCH_BASIS_OWN ? g_strdup_printf (_("%s says"), name) : g_strdup (name);
}
