/* march-bearing.c — what a quotation supports, disputes or qualifies, in words and as a sample */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "widgets/march-bearing.h"
#include "widgets/march-swatch.h"

static gboolean
has_part (const MarchPlace *whole, gint64 part)
{
  for (guint i = 0; i < whole->children->len; i++)
    if (((const MarchPlaceLink *) whole->children->pdata[i])->place->id == part)
      return TRUE;
  return FALSE;
}

/* 0 for what bears on the place, 1 on what it is part of, 2 on no place, 3 on another. */
static int
get_distance (const MarchEvidence *evidence, gint64 place)
{
  const MarchAssertion *assertion = evidence->assertion;

  if (assertion == NULL || assertion->place == NULL)
    return 2;
  if (assertion->place->id == place)
    return 0;
  return has_part (assertion->place, place) ? 1 : 3;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const gint64 *place = user_data;

  return get_distance (*(MarchEvidence *const *) a, *place)
         - get_distance (*(MarchEvidence *const *) b, *place);
}

/* A retracted or superseded assertion is the history's matter. */
static gboolean
is_current (const MarchEvidence *evidence)
{
  return evidence->assertion == NULL
         || (!evidence->assertion->retracted && evidence->assertion->superseded_by == NULL);
}

/**
 * march_bearing_sort:
 * @evidence: (element-type MarchEvidence): of a quotation
 * @place: id of the place that is looked at, or 0
 *
 * Returns: (transfer container): what stands today, that of @place first
 */
GPtrArray *
march_bearing_sort (GPtrArray *evidence, gint64 place)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    if (is_current (evidence->pdata[i]))
      g_ptr_array_add (sorted, evidence->pdata[i]);
  g_ptr_array_sort_with_data (sorted, compare, &place);
  return sorted;
}

static MarchSymbol
get_symbol (const MarchAssertion *assertion)
{
  static const MarchSymbol of_extent[] = {
    [MARCH_EXTENT_WHOLE] = MARCH_SYMBOL_HELD,
    [MARCH_EXTENT_MOST] = MARCH_SYMBOL_PARTLY,
    [MARCH_EXTENT_PART] = MARCH_SYMBOL_PARTLY,
    [MARCH_EXTENT_FOOTHOLD] = MARCH_SYMBOL_FOOTHOLD,
    [MARCH_EXTENT_NONE] = MARCH_SYMBOL_UNDISPUTED,
    [MARCH_EXTENT_CONTESTED] = MARCH_SYMBOL_CONTESTED,
    [MARCH_EXTENT_NOT_WHOLE] = MARCH_SYMBOL_NOT_WHOLE,
    [MARCH_EXTENT_NOT_STATED] = MARCH_SYMBOL_NOT_STATED,
  };

  if (assertion->polarity == MARCH_POLARITY_IS_NOT)
    return MARCH_SYMBOL_UNDISPUTED;
  if (assertion->kind == MARCH_KIND_CLAIM)
    return assertion->basis == MARCH_CLAIM_ASPIRATION ? MARCH_SYMBOL_ASPIRATION : MARCH_SYMBOL_OWNS;
  return of_extent[assertion->extent];
}

/** march_bearing_icon_new: Returns: (transfer floating): an icon as wide as a sample */
GtkWidget *
march_bearing_icon_new (const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_size_request (icon, 24, -1);
  return icon;
}

/**
 * march_bearing_swatch_new:
 * @corpus: whose record @assertion is
 * @assertion: an assertion
 *
 * Returns: (transfer floating): a sample of what a stated control or claim draws; for all else an
 * icon
 */
GtkWidget *
march_bearing_swatch_new (MarchCorpus *corpus, const MarchAssertion *assertion)
{
  static const char *const icons[] = {
    [MARCH_KIND_CONTROL] = "march-intended-symbolic",
    [MARCH_KIND_CLAIM] = "march-intended-symbolic",
    [MARCH_KIND_POSITION] = "user-available-symbolic",
    [MARCH_KIND_VALUE] = "starred-symbolic",
    [MARCH_KIND_FIGURE] = "view-list-ordered-symbolic",
    [MARCH_KIND_EVENT] = "x-office-calendar-symbolic",
    [MARCH_KIND_THESIS] = "user-idle-symbolic",
  };
  MarchLegendEntry entry = { .kind = MARCH_SWATCH_SYMBOL, .certainty = MARCH_CERTAINTY_CERTAIN };

  if ((assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM)
      && assertion->mode == MARCH_MODE_STATED)
    {
      entry.symbol = get_symbol (assertion);
      entry.actor = assertion->actor;
      entry.concluded = assertion->origin == MARCH_ORIGIN_CONCLUDED;
      return march_swatch_new (corpus, &entry, 24, 16);
    }
  return march_bearing_icon_new (icons[assertion->kind]);
}

static char *
describe_value (const MarchAssertion *assertion)
{
  static const char *const words[]
      = { N_("Strategic value"), N_("Economic value"), N_("Symbolic value") };
  static const char *const denied[]
      = { N_("No strategic value"), N_("No economic value"), N_("No symbolic value") };
  gboolean    is = assertion->polarity == MARCH_POLARITY_IS;
  const char *kind = is ? words[assertion->value_kind] : denied[assertion->value_kind];

  if (assertion->actor == NULL)
    return g_strdup (_ (kind));
  /* Translators: a kind of value, and for whom. */
  return g_strdup_printf (_("%1$s for %2$s"), _ (kind),
                          march_actor_get_name (assertion->actor, march_words_get_language (NULL)));
}

/**
 * march_bearing_describe_assertion:
 * @assertion: an assertion
 *
 * Returns: (transfer full): what it says in one line, without its place; a value tells for whom
 */
char *
march_bearing_describe_assertion (const MarchAssertion *assertion)
{
  if (assertion->kind == MARCH_KIND_VALUE)
    return describe_value (assertion);
  return march_words_assertion (assertion, NULL);
}

/* What is intended, predicted or asked is not so: the words say it first. */
static char *
describe_with_mode (const MarchAssertion *assertion)
{
  g_autofree char *words = march_bearing_describe_assertion (assertion);

  if (assertion->mode == MARCH_MODE_STATED)
    return g_steal_pointer (&words);
  /* Translators: how something is said, such as "intended" or "hedged", and what. */
  return g_strdup_printf (
      _("%1$s: %2$s"), march_vocabulary_get_words (MARCH_VOCABULARY_MODE, assertion->mode), words);
}

/**
 * march_bearing_describe:
 * @evidence: what a quotation bears on
 * @place: id of the place that is looked at, whose name needn't be repeated; 0 for none
 *
 * Returns: (transfer full): what it bears on, as markup on one line
 */
char *
march_bearing_describe (const MarchEvidence *evidence, gint64 place)
{
  const MarchAssertion *assertion = evidence->assertion;
  g_autofree char      *words = NULL;
  const char           *name = NULL;

  if (assertion == NULL)
    return g_markup_printf_escaped ("<b>%s</b>", evidence->proposal->title);
  words = describe_with_mode (assertion);
  if (assertion->place == NULL || assertion->place->id == place)
    return g_markup_printf_escaped ("<b>%s</b>", words);
  name = march_place_get_name (assertion->place, march_words_get_language (NULL));
  return g_markup_printf_escaped ("%s · <b>%s</b>", name, words);
}

/** march_bearing_describe_manner: Returns: (transfer full): how: "supports · concluded · perhaps
 * since 2031" */
char *
march_bearing_describe_manner (const MarchEvidence *evidence)
{
  const MarchAssertion *assertion = evidence->assertion;
  const char *stance = march_vocabulary_get_words (MARCH_VOCABULARY_STANCE, evidence->stance);
  GString    *line = g_string_new (stance);

  if (assertion != NULL && assertion->origin == MARCH_ORIGIN_CONCLUDED)
    g_string_append_printf (
        line, " · %s", march_vocabulary_get_words (MARCH_VOCABULARY_ORIGIN, assertion->origin));
  if (assertion != NULL && *assertion->valid != '\0')
    {
      g_autofree char *when = march_edtf_describe_text (assertion->valid);

      g_string_append_printf (line, " · %s", when);
    }
  return g_string_free (line, FALSE);
}
