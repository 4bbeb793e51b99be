/* march-day.h — a calendar day as a number */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchDay:
 *
 * Days since 1970-01-01 in the proleptic Gregorian calendar (as ISO 8601 counts, with a year 0).
 * #MARCH_DAY_MIN stands for "since ever", #MARCH_DAY_MAX for "open", and no real day reaches them.
 */
typedef gint64 MarchDay;

#define MARCH_DAY_MIN G_MININT64
#define MARCH_DAY_MAX G_MAXINT64

guint    march_day_count_month (gint64 year, guint month);
MarchDay march_day_from_ymd    (gint64 year, guint month, guint day);
void     march_day_to_ymd      (MarchDay day, gint64 *year, guint *month, guint *day_of_month);
gboolean march_day_is_valid_ymd (gint64 year, guint month, guint day);
gboolean march_day_parse       (const char *text, MarchDay *day, GError **error);
char    *march_day_to_iso      (MarchDay day);
char    *march_day_describe    (MarchDay day);
MarchDay march_day_today       (void);
int      march_day_compare     (gconstpointer a, gconstpointer b);

G_END_DECLS
