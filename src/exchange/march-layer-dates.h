/* march-layer-dates.h — which dates the features of a layer have, and the days that have data */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer.h"
#include "exchange/march-written-date.h"

G_BEGIN_DECLS

/**
 * MarchDateChoice:
 * @origin: where the dates come from
 * @fields: (nullable): names of properties; of each feature the first that it has counts, so that
 *   files may call it differently; for %MARCH_DATED_BY_COLUMN the columns
 * @until_fields: (nullable): likewise, of the last day
 * @order: how to read 03/04/2028
 * @from: the first day, if given by hand
 * @until: the day after the last, if given by hand; #MARCH_DAY_MAX: only observed on @from
 * @n_dated: how many features it dates
 * @n_refused: how many have a date that can't be, or may mean two days
 * @first: the first day of all, if it dates any
 * @last: the last one
 * @doubtful: its name says that it is about something else, as when the record was edited
 */
typedef struct
{
  MarchDateOrigin origin;
  char          **fields;
  char          **until_fields;
  MarchDateOrder  order;
  MarchDay        from;
  MarchDay        until;
  guint           n_dated;
  guint           n_refused;
  MarchDay        first;
  MarchDay        last;
  gboolean        doubtful;
} MarchDateChoice;

MarchDateChoice *march_date_choice_new       (MarchDateOrigin origin);
void             march_date_choice_free      (MarchDateChoice *choice);
char            *march_date_choice_describe  (const MarchDateChoice *choice);

GPtrArray       *march_layer_list_choices    (MarchLayer *layer, MarchDay today);
void             march_layer_set_dates       (MarchLayer *layer, const MarchDateChoice *choice,
                                              MarchDay today);
GArray          *march_layer_list_days       (MarchLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDateChoice, march_date_choice_free)

G_END_DECLS
