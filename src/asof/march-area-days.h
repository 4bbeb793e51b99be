/* march-area-days.h — of which days a source of imported areas has data, and which it carries */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchAreaDays:
 * @from: the first day
 * @until: the day after the last
 * @data: whether there are data of each of these days; else they are as the newest day before
 */
typedef struct
{
  MarchDay from;
  MarchDay until;
  gboolean data;
} MarchAreaDays;

GArray *march_snapshot_list_area_days (MarchSnapshot *snapshot, const MarchSource *source);
char   *march_area_days_describe (GArray *days, const MarchSource *source, MarchDay day);
MarchDay march_area_days_find_nearest (GArray *days, MarchDay day);

G_END_DECLS
