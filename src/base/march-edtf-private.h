/* march-edtf-private.h — what the parts of the EDTF reader hand each other */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-edtf.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_EDTF_UNKNOWN, /* an interval's end that is left blank */
  MARCH_EDTF_OPEN,    /* ".." */
  MARCH_EDTF_CENTURY,
  MARCH_EDTF_YEAR,
  MARCH_EDTF_SEASON,
  MARCH_EDTF_MONTH,
  MARCH_EDTF_DAY,
} MarchEdtfForm;

/**
 * MarchEdtfDate:
 * @form: which of the following members count
 * @year: astronomical; the lowest in absolute value if digits are masked; of a century its lowest
 * year in absolute value
 * @negative: whether the year was written with a minus
 * @month: 1 to 12, or of a season 21 to 24; 0 if masked
 * @day: 0 if masked
 * @masked_year_digits: how many last digits of the year are X
 * @time: HH:MM:SS as written, "" if there is none
 * @zone: "Z", "+02:00" …, "" if there is none
 */
typedef struct
{
  MarchEdtfForm form;
  gint64        year;
  gboolean      negative;
  guint         month;
  guint         day;
  guint         masked_year_digits;
  gboolean      approximate;
  gboolean      uncertain;
  char          time[9];
  char          zone[7];
} MarchEdtfDate;

struct _MarchEdtf
{
  char         *text;
  gboolean      interval;
  MarchEdtfDate start; /* the date itself if it is no interval */
  MarchEdtfDate end;
  MarchPeriod   period;
};

gboolean march_edtf_parse_date   (const char *piece, MarchEdtfDate *date, char **reason);
MarchDay march_edtf_date_first   (const MarchEdtfDate *date);
MarchDay march_edtf_date_last    (const MarchEdtfDate *date);
void     march_edtf_date_years   (const MarchEdtfDate *date, gint64 *first, gint64 *last);
gboolean march_edtf_bounds       (const MarchEdtf *edtf, MarchPeriod *period);

G_END_DECLS
