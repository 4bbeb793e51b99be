/* march-typed-day.c — the one day that a typed date stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-typed-day.h"

#include <glib/gi18n.h>

#include "base/march-edtf.h"
#include "base/march-error.h"

/* Whether nothing but one day is meant, without "about" or "perhaps". */
static gboolean
is_one_day (MarchEdtf *edtf)
{
  const MarchPeriod *period = march_edtf_get_period (edtf);

  return !march_edtf_is_interval (edtf) && !march_edtf_is_approximate (edtf)
         && !march_edtf_is_uncertain (edtf) && period->until_latest - period->from_earliest == 1;
}

static char *
remark_on_choice (MarchEdtf *edtf,
                  MarchDay   day)
{
  g_autofree char *typed = march_edtf_describe (edtf);
  g_autofree char *words = march_day_describe (day);

  /* Translators: a date such as "spring 2031", and a day of it. */
  return g_strdup_printf (_("“%1$s” leaves the day open; %2$s is taken."), typed, words);
}

static char *
remark_on_range (MarchEdtf *edtf,
                 MarchDay   day)
{
  g_autofree char *typed = march_edtf_describe (edtf);
  g_autofree char *words = march_day_describe (day);

  /* Translators: a date, and the first or last day that the dossier is about. */
  return g_strdup_printf (_("“%1$s” is outside the dossier’s days; %2$s is taken."), typed, words);
}

/* The first day that is meant, or the last if there is no first. */
static gboolean
choose_first (MarchEdtf *edtf,
              MarchDay  *day,
              GError   **error)
{
  const MarchPeriod *period = march_edtf_get_period (edtf);

  if (period->from_earliest == MARCH_DAY_MIN && period->until_latest == MARCH_DAY_MAX)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” names no day. Write it like 15 May 2031, May 2031, 2031 or 2031-05-15."),
                   march_edtf_get_text (edtf));
      return FALSE;
    }
  *day = period->from_earliest != MARCH_DAY_MIN ? period->from_earliest : period->until_latest - 1;
  return TRUE;
}

/**
 * march_typed_day_read:
 * @words: EDTF or plain words, as march_edtf_new_from_words() reads them
 * @first: the first day there is
 * @last: the last
 * @day: (out): from @first through @last
 * @remark: (out) (nullable) (optional) (transfer full): a sentence on which day was taken, where it
 * is not exactly what was typed
 * @error: %MARCH_ERROR_BAD_INPUT if the words name no day
 *
 * The first day of what is meant, or its last if it has no first; where that lies outside, the
 * nearest day there is. Any thread.
 *
 * Returns: whether there is a day
 */
gboolean
march_typed_day_read (const char *words,
                      MarchDay    first,
                      MarchDay    last,
                      MarchDay   *day,
                      char      **remark,
                      GError    **error)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (words, error);
  const MarchPeriod    *period = NULL;
  MarchDay              meant = 0;

  if (remark != NULL)
    *remark = NULL;
  if (edtf == NULL || !choose_first (edtf, &meant, error))
    return FALSE;
  period = march_edtf_get_period (edtf);
  *day = CLAMP (meant, first, last);
  if (remark == NULL)
    return TRUE;
  if (*day < period->from_earliest || *day >= period->until_latest)
    *remark = remark_on_range (edtf, *day);
  else if (!is_one_day (edtf))
    *remark = remark_on_choice (edtf, *day);
  return TRUE;
}

/**
 * march_typed_day_read_last:
 * @day: (out): #MARCH_DAY_MAX if there is no end
 * @remark: (out) (nullable) (optional) (transfer full): a sentence on which day was taken, where it
 * is not exactly what was typed
 *
 * The last day of what is meant: "by 2031" is by the end of it. Else like march_typed_day_read().
 */
gboolean
march_typed_day_read_last (const char *words,
                           MarchDay   *day,
                           char      **remark,
                           GError    **error)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (words, error);

  if (remark != NULL)
    *remark = NULL;
  if (edtf == NULL)
    return FALSE;
  *day = march_edtf_get_period (edtf)->until_latest;
  if (*day == MARCH_DAY_MAX)
    return TRUE;
  *day -= 1;
  if (remark != NULL && !is_one_day (edtf))
    *remark = remark_on_choice (edtf, *day);
  return TRUE;
}
