/* march-area-history.h — how much land each holder has by one source, on every day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-area-units.h"
#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchAreaCover:
 * @MARCH_COVER_NONE: the source has no areas, or those that are asked about have none
 * @MARCH_COVER_BEFORE: its first day comes later
 * @MARCH_COVER_AFTER: its last day has passed, and what it says isn't carried
 * @MARCH_COVER_OPEN: a day between without data, left open
 * @MARCH_COVER_CARRIED: its last day has passed, and what it says is carried
 * @MARCH_COVER_DATA: a day from its first through its last
 */
typedef enum
{
  MARCH_COVER_NONE,
  MARCH_COVER_BEFORE,
  MARCH_COVER_AFTER,
  MARCH_COVER_OPEN,
  MARCH_COVER_CARRIED,
  MARCH_COVER_DATA,
} MarchAreaCover;

/**
 * MarchAreaSide:
 * @basis: %MARCH_BASIS_INDEPENDENT: assessed to hold; %MARCH_BASIS_OWN: says it holds
 * @also: a holder's own word beside what is assessed of that holder
 *
 * Whose land, and on whose word. What a holder says counts only as far as the same source doesn't
 * assess it alike that day, so that the land of a holder's two sides never overlaps, and the sum of
 * both is what he holds or says he holds.
 */
typedef struct
{
  const MarchActor *holder;
  MarchBasis        basis;
  gboolean          also;
} MarchAreaSide;

/**
 * MarchAreaRow:
 * @place: a unit, a state or, of the whole wherever it lies, %NULL
 * @side: who holds it, and on whose word
 * @m2: square metres that the holder holds there
 * @share: of @place, 0 … 1; NAN of the whole
 * @country: (nullable): the state in which a unit lies; of a state, itself
 * @country_share: of @country, 0 … 1; NAN if there is none
 */
typedef struct
{
  const MarchPlace *place;
  MarchAreaSide     side;
  double            m2;
  double            share;
  const MarchPlace *country;
  double            country_share;
} MarchAreaRow;

/**
 * MarchAreaStep:
 * @m2: square metres from @from until the next step; NAN: nothing is known
 */
typedef struct
{
  MarchDay from;
  double   m2;
} MarchAreaStep;

/**
 * MarchAreaHistory:
 *
 * All days of one source's areas, measured piece by piece. Immutable and counted atomically, so it
 * may cross threads; it borrows places and actors from the corpus, which it keeps.
 */
typedef struct _MarchAreaHistory MarchAreaHistory;

MarchAreaHistory  *march_area_history_new   (MarchSnapshot     *snapshot,
                                             const MarchSource *source,
                                             MarchAreaHistory  *like,
                                             GCancellable      *cancellable,
                                             GError           **error);
MarchAreaHistory  *march_area_history_ref        (MarchAreaHistory *history);
void               march_area_history_unref      (MarchAreaHistory *history);
gboolean           march_area_history_answers    (MarchAreaHistory *history,
                                                  MarchSnapshot    *snapshot);
const MarchSource *march_area_history_get_source (MarchAreaHistory *history);
MarchAreaUnits    *march_area_history_get_units  (MarchAreaHistory *history);
GArray            *march_area_history_get_sides  (MarchAreaHistory *history);
void march_area_history_get_span (MarchAreaHistory *history, MarchDay *first, MarchDay *last);
MarchAreaCover     march_area_history_get_cover  (MarchAreaHistory *history, MarchDay day);
char              *march_area_history_describe_cover (MarchAreaHistory *history, MarchDay day);
double             march_area_history_measure    (MarchAreaHistory    *history,
                                                  const MarchPlace    *place,
                                                  const MarchAreaSide *side,
                                                  MarchDay             day);
GArray            *march_area_history_list_rows  (MarchAreaHistory *history, MarchDay day);
GArray            *march_area_history_list_steps (MarchAreaHistory    *history,
                                                  const MarchPlace    *place,
                                                  const MarchAreaSide *side);
GArray *march_area_history_list_changes (MarchAreaHistory *history, const MarchPlace *place);

char *march_area_to_number (double m2);
char *march_area_to_words  (double m2);
char *march_share_to_words (double share);
char *march_area_side_describe (const MarchAreaSide *side, const char *language);
char *march_area_side_describe_short (const MarchAreaSide *side, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaHistory, march_area_history_unref)

G_END_DECLS
