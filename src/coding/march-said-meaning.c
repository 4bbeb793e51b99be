/* march-said-meaning.c — a time as words tell it, and the date that follows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-said-meaning.h"

#include "base/march-edtf.h"

#define DAYS_PER_WEEK 7
#define LONGEST_MONTH 31

/* When the source was published: the last day of what is known, and how well it is. */
typedef struct
{
  gboolean      known;
  MarchTimeUnit precision; /* day, month or year */
  MarchDay      day;
  gboolean      rough;     /* a guess */
} Base;

static Base
read_base (const char *published)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (published, NULL);
  const MarchPeriod *period = edtf != NULL ? march_edtf_get_period (edtf) : NULL;
  Base base = { FALSE, MARCH_UNIT_DAY, 0, TRUE };
  gint64 length;

  if (period == NULL || period->from_earliest == MARCH_DAY_MIN
      || period->until_latest == MARCH_DAY_MAX)
    return base;
  length = period->until_latest - period->from_earliest;
  base.known = TRUE;
  base.day = period->until_latest - 1;
  base.precision = length == 1               ? MARCH_UNIT_DAY
                   : length <= LONGEST_MONTH ? MARCH_UNIT_MONTH
                                             : MARCH_UNIT_YEAR;
  base.rough = march_edtf_is_approximate (edtf) || march_edtf_is_uncertain (edtf);
  return base;
}

static char *
write_day (MarchDay day, gboolean rough)
{
  g_autofree char *iso = march_day_to_iso (day);

  return g_strconcat (iso, rough ? "~" : "", NULL);
}

static char *
write_month (gint64 year, guint month, gboolean rough)
{
  return g_strdup_printf ("%04d-%02u%s", (int) year, month, rough ? "~" : "");
}

static char *
write_year (gint64 year, gboolean rough)
{
  return g_strdup_printf ("%04d%s", (int) year, rough ? "~" : "");
}

static MarchDay
find_monday (MarchDay day)
{
  return day - ((day + 3) % DAYS_PER_WEEK + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/* As much as is known, where the day of publication isn't. */
static char *
write_roughly (const Base *base)
{
  gint64 year;
  guint  month, day;

  march_day_to_ymd (base->day, &year, &month, &day);
  return base->precision == MARCH_UNIT_MONTH ? write_month (year, month, TRUE)
                                             : write_year (year, TRUE);
}

static char *
resolve_days (const Base *base, int offset, MarchConfidence *confidence)
{
  if (base->precision != MARCH_UNIT_DAY)
    return write_roughly (base);
  *confidence = base->rough ? MARCH_CONFIDENCE_LOW : MARCH_CONFIDENCE_HIGH;
  return write_day (base->day + offset, base->rough);
}

/* A week from Monday to Sunday; this one as far as it has come. */
static char *
resolve_week (const Base *base, int offset, MarchConfidence *confidence)
{
  const MarchDay   monday = find_monday (base->day) + offset * DAYS_PER_WEEK;
  const MarchDay   last = offset == 0 ? base->day : monday + DAYS_PER_WEEK - 1;
  g_autofree char *start = write_day (monday, base->rough);
  g_autofree char *end = write_day (last, base->rough);

  if (base->precision != MARCH_UNIT_DAY)
    return write_roughly (base);
  *confidence = base->rough ? MARCH_CONFIDENCE_LOW : MARCH_CONFIDENCE_MODERATE;
  return monday == last ? g_strdup (start) : g_strconcat (start, "/", end, NULL);
}

static char *
resolve_month (const Base *base, int offset, MarchConfidence *confidence)
{
  gint64 year;
  guint  month, day;

  if (base->precision == MARCH_UNIT_YEAR)
    return write_roughly (base);
  march_day_to_ymd (base->day, &year, &month, &day);
  offset += (int) (year * 12 + month - 1);
  *confidence = base->rough ? MARCH_CONFIDENCE_LOW : MARCH_CONFIDENCE_HIGH;
  return write_month (offset / 12, offset % 12 + 1, base->rough);
}

static char *
resolve_year (const Base *base, int offset, MarchConfidence *confidence)
{
  gint64 year;
  guint  month, day;

  march_day_to_ymd (base->day, &year, &month, &day);
  *confidence = base->rough ? MARCH_CONFIDENCE_MODERATE : MARCH_CONFIDENCE_HIGH;
  return write_year (year + offset, FALSE);
}

static char *
resolve_count (const Base *base, const MarchTimeMeaning *meaning, MarchConfidence *confidence)
{
  char *edtf;

  switch (meaning->unit)
    {
    case MARCH_UNIT_DAY:
      return resolve_days (base, meaning->offset, confidence);
    case MARCH_UNIT_WEEK:
      if (!meaning->ago)
        return resolve_week (base, meaning->offset, confidence);
      edtf = base->precision == MARCH_UNIT_DAY
                 ? write_day (base->day + meaning->offset * DAYS_PER_WEEK, TRUE)
                 : write_roughly (base);
      break;
    case MARCH_UNIT_MONTH:
      edtf = resolve_month (base, meaning->offset, confidence);
      break;
    case MARCH_UNIT_YEAR:
    default:
      edtf = resolve_year (base, meaning->offset, confidence);
      break;
    }
  if (meaning->ago)
    *confidence = base->rough ? MARCH_CONFIDENCE_LOW : MARCH_CONFIDENCE_MODERATE;
  return edtf;
}

static char *
resolve_weekday (const Base *base, const MarchTimeMeaning *meaning, MarchConfidence *confidence)
{
  MarchDay day = find_monday (base->day) + meaning->weekday;

  if (base->precision != MARCH_UNIT_DAY)
    return write_roughly (base);
  if (day > base->day || (meaning->strictly && day == base->day))
    day -= DAYS_PER_WEEK;
  *confidence = base->rough ? MARCH_CONFIDENCE_LOW : MARCH_CONFIDENCE_MODERATE;
  return write_day (day, base->rough);
}

/* The last year in which the date lies before the day of publication; 0 if there is none near. */
static int
find_year (const Base *base, const MarchTimeMeaning *meaning)
{
  gint64 year;
  guint  month, day;

  march_day_to_ymd (base->day, &year, &month, &day);
  for (int i = 0; i < 9; i++)
    {
      const int wanted = MAX (meaning->day, 1);

      if (march_day_is_valid_ymd (year - i, meaning->month, wanted)
          && march_day_from_ymd (year - i, meaning->month, wanted) <= base->day)
        return (int) year - i;
    }
  return 0;
}

static char *
write_date (const MarchTimeMeaning *meaning, int year)
{
  if (meaning->month == 0)
    return write_year (year, FALSE);
  if (meaning->day == 0)
    return write_month (year, meaning->month, meaning->part);
  if (!march_day_is_valid_ymd (year, meaning->month, meaning->day))
    return NULL;
  return write_day (march_day_from_ymd (year, meaning->month, meaning->day), FALSE);
}

static char *
resolve_date (const Base *base, const MarchTimeMeaning *meaning, MarchConfidence *confidence)
{
  const int year = meaning->year != 0 ? meaning->year : base->known ? find_year (base, meaning) : 0;

  *confidence = meaning->year != 0 ? MARCH_CONFIDENCE_HIGH : MARCH_CONFIDENCE_MODERATE;
  if (year != 0)
    return write_date (meaning, year);
  *confidence = MARCH_CONFIDENCE_LOW;
  return base->known ? NULL : g_strdup ("");
}

/**
 * march_time_meaning_resolve:
 * @published: EDTF: when the source was published; "" where that is not known
 * @confidence: (out): how sure it is
 *
 * Returns: (transfer full) (nullable): the date in EDTF; "" where it takes the day of publication
 * and that is not known; %NULL if there is no such day
 */
char *
march_time_meaning_resolve (const MarchTimeMeaning *meaning,
                            const char             *published,
                            MarchConfidence        *confidence)
{
  const Base base = read_base (published);

  *confidence = MARCH_CONFIDENCE_LOW;
  if (meaning->weekday < 0 && !meaning->counted)
    return resolve_date (&base, meaning, confidence);
  if (!base.known)
    return g_strdup ("");
  if (meaning->counted)
    return resolve_count (&base, meaning, confidence);
  return resolve_weekday (&base, meaning, confidence);
}
