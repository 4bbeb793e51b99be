/* march-words-assertion.c — what is asserted, in a sentence */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-words-private.h"
#include "base/march-number-words.h"

static char *
describe_claim (const MarchAssertion *claim, const char *language)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  const MarchOwn own = { .actor = claim->actor, .basis = claim->basis, .assertions = claims };

  g_ptr_array_add (claims, (gpointer) claim);
  if (claim->polarity == MARCH_POLARITY_IS_NOT)
    return g_strdup_printf (_("%s does not say it owns it"),
                            march_words_name_actor (claim->actor, language));
  return march_words_own_headline (&own, language);
}

static char *
describe_range (const MarchAssertion *figure)
{
  g_autofree char *low = isnan (figure->low) ? NULL : march_words_for_number (figure->low);
  g_autofree char *high = isnan (figure->high) ? NULL : march_words_for_number (figure->high);

  if (low == NULL)
    /* Translators: a quantity. */
    return g_strdup_printf (_("at most %s"), high);
  if (high == NULL)
    return g_strdup_printf (_("at least %s"), low);
  if (figure->low < figure->high)
    return g_strdup_printf ("%s–%s", low, high);
  return g_steal_pointer (&low);
}

/* The title keeps what the numbers lack: "around", "estimated", of what. */
static char *
describe_figure (const MarchAssertion *figure)
{
  g_autofree char *range = describe_range (figure);
  g_autofree char *amount = g_strdup_printf ("%s%s%s", range, *figure->unit != '\0' ? " " : "",
                                             figure->unit);

  if (figure->mode == MARCH_MODE_HEDGED)
    {
      /* Translators: %s is a quantity with its unit. */
      char *about = g_strdup_printf (C_ ("quantity", "about %s"), amount);

      g_free (amount);
      amount = about;
    }
  if (*figure->title != '\0')
    return g_strdup_printf ("%s (%s)", figure->title, amount);
  return g_strdup_printf ("%s: %s", figure->quantity, amount);
}

/* What is not stated, but intended, predicted …, says so. */
static char *
add_mode (char *words, const MarchAssertion *assertion)
{
  g_autofree char *owned = words;

  if (assertion->mode == MARCH_MODE_STATED)
    return g_steal_pointer (&owned);
  return g_strdup_printf ("%s (%s)", owned,
                          march_vocabulary_get_words (MARCH_VOCABULARY_MODE, assertion->mode));
}

/**
 * march_words_stand:
 *
 * Returns: (transfer full): how a position stands to its proposal, and if it isn't stated in which
 * mode: "accepts (hedged)"
 */
char *
march_words_stand (const MarchAssertion *position)
{
  return add_mode (
      g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_STAND, position->stand)), position);
}

/**
 * march_words_assertion:
 * @language: (nullable): of names; %NULL: the reader's
 *
 * Returns: (transfer full): what a control, claim or figure says, apart from how it is known, but
 * with its mode if it isn't stated; the title of an assertion of another kind
 */
char *
march_words_assertion (const MarchAssertion *assertion, const char *language)
{
  switch (assertion->kind)
    {
    case MARCH_KIND_CONTROL:
      return add_mode (march_words_held_by (assertion->polarity == MARCH_POLARITY_IS
                                                ? assertion->extent
                                                : MARCH_EXTENT_NONE,
                                            assertion->actor, language),
                       assertion);
    case MARCH_KIND_CLAIM:
      return add_mode (describe_claim (assertion, language), assertion);
    case MARCH_KIND_FIGURE:
      return describe_figure (assertion);
    case MARCH_KIND_VALUE:
      /* Translators: %s is "strategic", "economic" or "symbolic" */
      return g_strdup_printf (
          _("%s value"),
          march_vocabulary_get_words (MARCH_VOCABULARY_VALUE_KIND, assertion->value_kind));
    case MARCH_KIND_POSITION:
    case MARCH_KIND_EVENT:
    case MARCH_KIND_THESIS:
    default:
      return g_strdup (assertion->title);
    }
}
