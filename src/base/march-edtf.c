/* march-edtf.c — Extended Date/Time Format, level 1 (ISO 8601-2:2019) */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-edtf.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-edtf-private.h"
#include "base/march-error.h"

/* What may stand alone may not always begin or end an interval. */
static gboolean
check_side (const MarchEdtfDate *side,
            char               **reason)
{
  if (side->time[0] != '\0')
    *reason = g_strdup (_("an interval's ends can't have a time of day"));
  else if (side->form == MARCH_EDTF_SEASON)
    *reason = g_strdup (_("an interval's ends can't be seasons at level 1: write months"));
  else if (side->form != MARCH_EDTF_CENTURY && side->form > MARCH_EDTF_OPEN &&
           (side->masked_year_digits > 0 || (side->form >= MARCH_EDTF_MONTH && side->month == 0) ||
            (side->form == MARCH_EDTF_DAY && side->day == 0)))
    *reason = g_strdup (
        _("an interval's ends can't have masked digits (X) at level 1: leave the digits out"));
  return *reason == NULL;
}

static gboolean
parse_interval (MarchEdtf  *edtf,
                const char *slash,
                char      **reason)
{
  g_autofree char *start = g_strndup (edtf->text, (gsize) (slash - edtf->text));

  edtf->interval = TRUE;
  if (strchr (slash + 1, '/') != NULL)
    {
      *reason = g_strdup (_("an interval has one slash only"));
      return FALSE;
    }
  return march_edtf_parse_date (start, &edtf->start, reason) && check_side (&edtf->start, reason) &&
         march_edtf_parse_date (slash + 1, &edtf->end, reason) && check_side (&edtf->end, reason);
}

static gboolean
parse (MarchEdtf *edtf,
       char     **reason)
{
  const char *slash = strchr (edtf->text, '/');

  if (slash != NULL)
    return parse_interval (edtf, slash, reason);
  if (!march_edtf_parse_date (edtf->text, &edtf->start, reason))
    return FALSE;
  if (edtf->start.form == MARCH_EDTF_UNKNOWN)
    *reason = g_strdup (_("it is empty"));
  else if (edtf->start.form == MARCH_EDTF_OPEN)
    *reason = g_strdup (_("“..” can only be an end of an interval, as in 2028/.."));
  return *reason == NULL;
}

/**
 * march_edtf_new:
 * @text: a date or interval of EDTF level 0 or 1
 * @error: %MARCH_ERROR_BAD_INPUT if it is of level 2, impossible, or no EDTF at all; the message
 * says what is wrong where
 *
 * Reads what ISO 8601-2:2019 and the Library of Congress' profile of it
 * (https://www.loc.gov/standards/datetime/) call level 0 and level 1. A season is one of three
 * months in the northern half of the Earth: 21 is March to May of its year, 24 is December to
 * February of the next. A two-digit date is a century, "19" the years 1900 to 1999.
 *
 * Returns: (transfer full) (nullable): the parsed text
 */
MarchEdtf *
march_edtf_new (const char *text,
                GError    **error)
{
  g_autoptr (MarchEdtf) edtf = g_new0 (MarchEdtf, 1);
  g_autofree char *reason = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("A date isn't valid UTF-8."));
      return NULL;
    }
  edtf->text = g_strdup (text);
  if (!parse (edtf, &reason))
    {
      /* Translators: the second %s is a reason, such as "there is no month 13". */
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("“%s” is not a date in EDTF: %s."),
                   text, reason);
      return NULL;
    }
  if (!march_edtf_bounds (edtf, &edtf->period))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("“%s” ends before it starts."),
                   text);
      return NULL;
    }
  return g_steal_pointer (&edtf);
}

/**
 * march_edtf_free:
 * @edtf: (nullable) (transfer full): a parsed date
 */
void
march_edtf_free (MarchEdtf *edtf)
{
  if (edtf == NULL)
    return;
  g_free (edtf->text);
  g_free (edtf);
}

/**
 * march_edtf_get_text:
 * @edtf: a parsed date
 *
 * Returns: (transfer none): the text as it was given
 */
const char *
march_edtf_get_text (MarchEdtf *edtf)
{
  return edtf->text;
}

/**
 * march_edtf_is_interval:
 * @edtf: a parsed date
 *
 * Returns: whether it was written with a slash
 */
gboolean
march_edtf_is_interval (MarchEdtf *edtf)
{
  return edtf->interval;
}

/**
 * march_edtf_is_approximate:
 * @edtf: a parsed date
 *
 * Returns: whether it, or an end of it, is marked "~" or "%"
 */
gboolean
march_edtf_is_approximate (MarchEdtf *edtf)
{
  return edtf->start.approximate || edtf->end.approximate;
}

/**
 * march_edtf_is_uncertain:
 * @edtf: a parsed date
 *
 * Returns: whether it, or an end of it, is marked "?" or "%"
 */
gboolean
march_edtf_is_uncertain (MarchEdtf *edtf)
{
  return edtf->start.uncertain || edtf->end.uncertain;
}

/**
 * march_edtf_get_period:
 * @edtf: a parsed date
 *
 * A date that is no interval is read as a period that begins and ends somewhere in it: only a day
 * by itself is ever certain.
 *
 * Returns: (transfer none): the bounds of all its readings
 */
const MarchPeriod *
march_edtf_get_period (MarchEdtf *edtf)
{
  return &edtf->period;
}
