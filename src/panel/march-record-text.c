/* march-record-text.c — what cards and rows say of grades, sources and assertions */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "panel/march-panel-text.h"

static const char *
get_reliability (char grade)
{
  static const char *const words[] = {
    N_("completely reliable"),
    N_("usually reliable"),
    N_("fairly reliable"),
    N_("not usually reliable"),
    N_("unreliable"),
    N_("reliability cannot be judged"),
  };

  return grade < 'A' || grade > 'F' ? _("source not graded") : _(words[grade - 'A']);
}

static const char *
get_credibility (guint credibility)
{
  static const char *const words[] = {
    N_("confirmed by others"),
    N_("probably true"),
    N_("possibly true"),
    N_("doubtfully true"),
    N_("improbable"),
    N_("truth cannot be judged"),
  };

  return credibility < 1 || credibility > 6 ? _("information not graded") : _(words[credibility - 1]);
}

/** march_text_get_grade: Returns: (transfer full): the Admiralty code of source and information, "B2"; "–" for what is not graded */
char *
march_text_get_grade (const MarchQuotation *quotation)
{
  char        letter[2] = { quotation->source->grade, '\0' };
  char        digit[2] = { (char) ('0' + quotation->credibility), '\0' };
  const char *source = quotation->source->grade == 0 ? "–" : letter;

  return g_strconcat (source, quotation->credibility == 0 ? "–" : digit, NULL);
}

/** march_text_describe_grade: Returns: (transfer full): the code and what it means */
char *
march_text_describe_grade (const MarchQuotation *quotation)
{
  g_autofree char *code = march_text_get_grade (quotation);

  /* Translators: a grade, how reliable the source is, how credible the information is. */
  return g_strdup_printf (_("%s: %s, %s"), code, get_reliability (quotation->source->grade), get_credibility (quotation->credibility));
}

/** march_text_describe_reliability: Returns: (transfer full): the source's letter and what it means */
char *
march_text_describe_reliability (const MarchSource *source)
{
  if (source->grade == 0)
    return g_strdup (_("Not graded"));
  return g_strdup_printf ("%c: %s", source->grade, get_reliability (source->grade));
}

/** march_text_describe_source: Returns: (transfer full): author, publication and day of publication, as far as they are known */
char *
march_text_describe_source (const MarchSource *source)
{
  GString         *line = g_string_new (source->author);
  g_autofree char *published = march_text_describe_date (source->published);

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, *source->publication != '\0' ? source->publication : _("publication not known"));
  if (*published != '\0')
    g_string_append_printf (line, " · %s", published);
  return g_string_free (line, FALSE);
}

static char *
describe_control (const MarchAssertion *assertion, const char *actor)
{
  if (assertion->polarity == MARCH_POLARITY_IS_NOT)
    return g_strdup_printf (_("Not held by %s"), actor);
  switch (assertion->extent)
    {
    case MARCH_EXTENT_MOST:
      return g_strdup_printf (_("Mostly held by %s"), actor);
    case MARCH_EXTENT_PART:
      return g_strdup_printf (_("Partly held by %s"), actor);
    case MARCH_EXTENT_FOOTHOLD:
      return g_strdup_printf (_("Foothold of %s"), actor);
    case MARCH_EXTENT_NONE:
      return g_strdup_printf (_("Not held by %s"), actor);
    case MARCH_EXTENT_CONTESTED:
      return g_strdup_printf (_("Contested by %s"), actor);
    case MARCH_EXTENT_NOT_WHOLE:
      return g_strdup_printf (_("Not wholly held by %s"), actor);
    case MARCH_EXTENT_NOT_STATED:
      return g_strdup_printf (_("Held by %s, extent not stated"), actor);
    case MARCH_EXTENT_WHOLE:
    default:
      return g_strdup_printf (_("Held by %s"), actor);
    }
}

static char *
describe_claim (const MarchAssertion *assertion, const char *actor)
{
  if (assertion->basis == MARCH_CLAIM_ASPIRATION)
    return g_strdup_printf (_("An official voiced a claim: %s"), actor);
  if (assertion->polarity == MARCH_POLARITY_IS_NOT)
    return g_strdup_printf (_("%s does not say it owns it"), actor);
  return g_strdup_printf (_("%s says it owns it"), actor);
}

static char *
describe_value (const MarchAssertion *assertion, const char *actor)
{
  static const char *const words[] = { N_("Strategic value"), N_("Economic value"), N_("Symbolic value") };
  static const char *const denied[] = { N_("No strategic value"), N_("No economic value"), N_("No symbolic value") };
  gboolean                 is = assertion->polarity == MARCH_POLARITY_IS;
  const char              *kind = is ? words[assertion->value_kind] : denied[assertion->value_kind];

  if (assertion->actor == NULL)
    return g_strdup (_(kind));
  /* Translators: a kind of value, and for whom. */
  return g_strdup_printf (_("%s for %s"), _(kind), actor);
}

/** march_text_describe_figure: Returns: (transfer full): the quantity or range with its unit, digits as the locale writes them */
char *
march_text_describe_figure (const MarchAssertion *assertion)
{
  g_autofree char *low = isnan (assertion->low) ? NULL : g_strdup_printf ("%'.10g", assertion->low);
  g_autofree char *high = isnan (assertion->high) ? NULL : g_strdup_printf ("%'.10g", assertion->high);
  const char      *space = *assertion->unit == '\0' ? "" : " ";

  if (low == NULL && high == NULL)
    return g_strdup ("");
  if (low == NULL)
    return g_strdup_printf (_("up to %s%s%s"), high, space, assertion->unit);
  if (high == NULL)
    return g_strdup_printf (_("at least %s%s%s"), low, space, assertion->unit);
  if (g_str_equal (low, high))
    return g_strconcat (low, space, assertion->unit, NULL);
  return g_strconcat (low, "–", high, space, assertion->unit, NULL);
}

static char *
describe_position (const MarchAssertion *assertion, const char *actor)
{
  const char *what = assertion->proposal != NULL ? assertion->proposal->title : assertion->title;

  switch (assertion->stand)
    {
    case MARCH_STAND_REJECTS:
      return g_strdup_printf (_("%s rejects: %s"), actor, what);
    case MARCH_STAND_CONDITIONAL:
      return g_strdup_printf (_("%s accepts on conditions: %s"), actor, what);
    case MARCH_STAND_SILENT:
      return g_strdup_printf (_("%s is silent: %s"), actor, what);
    case MARCH_STAND_ACCEPTS:
    default:
      return g_strdup_printf (_("%s accepts: %s"), actor, what);
    }
}

/**
 * march_text_describe_assertion:
 * @assertion: an assertion
 *
 * Returns: (transfer full): what it says in one line, without its place
 */
char *
march_text_describe_assertion (const MarchAssertion *assertion)
{
  const char *actor = assertion->actor == NULL ? _("somebody") : march_actor_get_name (assertion->actor, march_text_get_language ());

  switch (assertion->kind)
    {
    case MARCH_KIND_CONTROL:
      return describe_control (assertion, actor);
    case MARCH_KIND_CLAIM:
      return describe_claim (assertion, actor);
    case MARCH_KIND_VALUE:
      return describe_value (assertion, actor);
    case MARCH_KIND_POSITION:
      return describe_position (assertion, actor);
    case MARCH_KIND_FIGURE:
      {
        g_autofree char *figure = march_text_describe_figure (assertion);

        return g_strdup_printf ("%s: %s", assertion->quantity, figure);
      }
    case MARCH_KIND_EVENT:
    case MARCH_KIND_THESIS:
    default:
      return g_strdup (assertion->title);
    }
}
