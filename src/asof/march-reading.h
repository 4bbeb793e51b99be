/* march-reading.h — a stated figure held against imported areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "asof/march-area-units.h"
#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchReading:
 * @with_own_word: what the holder says it holds counts too, beyond what is assessed; else of a
 *   holder of whom anything is assessed only that
 * @measured: what the source's areas say, in the figure's unit: square kilometres or per cent; NAN
 *   where they don't cover the time
 * @lost: square kilometres lost in the interval; NAN of a day
 * @difference: @measured less the figure; 0 where it lies within the figure's range
 * @relative: that, as a part of the figure
 * @words: a sentence: what was measured, or why it could not be
 */
typedef struct
{
  const MarchSource *source;
  gboolean           with_own_word;
  double             measured;
  double             lost;
  double             difference;
  double             relative;
  char              *words;
} MarchReading;

gboolean   march_figure_is_of_land   (const MarchAssertion *assertion);
GPtrArray *march_figure_list_of_land (MarchSnapshot *snapshot, const MarchPlace *place);
char      *march_figure_describe_reading (const MarchAssertion *figure, const char *language);
GPtrArray *march_reading_measure     (MarchSnapshot        *snapshot,
                                      const MarchAssertion *figure,
                                      MarchAreaUnits       *units,
                                      GCancellable         *cancellable,
                                      GError              **error);
char      *march_reading_describe    (const MarchReading *reading, const MarchAssertion *figure);
char      *march_reading_describe_source (const MarchReading   *reading,
                                          const MarchAssertion *figure);
char      *march_reading_describe_all (GPtrArray *readings, const MarchAssertion *figure);
char      *march_reading_describe_none (MarchSnapshot *snapshot, const MarchAssertion *figure);
gboolean   march_reading_get_days    (const MarchAssertion *figure, MarchDay *from, MarchDay *to);
void       march_reading_free        (MarchReading *reading);

G_END_DECLS
