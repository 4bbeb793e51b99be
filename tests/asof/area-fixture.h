/* area-fixture.h — Velmark, whose land another holds, day by day, by a sheet with known answers */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/* A side of the squares, in degrees. Velmark consists of two, West from 0 to 1 and East from 1 to 2
 * such sides, with the settlement Orla in East. The Free Marches hold a strip of full height from
 * the west: up to 0.5 sides on day 10, 1.5 on day 20, 1.25 on day 30; on day 40 from 0.25 to 1.5.
 */
#define AREA_SIDE 0.1

enum
{
  AREA_STATE = 1,
  AREA_WEST,
  AREA_EAST,
  AREA_TOWN,
};

enum
{
  AREA_VELMARK = 1,
  AREA_MARCHES,
};

/* Figures: 100 to 110 km² seized, read as the Free Marches' gain in East from day 10 to 20; 50 % of
 * the land, read as what they hold of Velmark on day 25; and three towns. */
enum
{
  AREA_SEIZED = 1,
  AREA_SHARE,
  AREA_UNREAD,
};

/* The areas of the Free Marches by a source, 1 or 2, that tells them from @first through @last. */
typedef struct
{
  gint64         source;
  MarchBasis     basis;
  gboolean       carried;
  MarchDay       first;
  MarchDay       last;
  MarchHoldings *holdings;
} AreaSheet;

/* @carried: whether days without data are as the day before; else they are open */
MarchCorpus *area_corpus_new (gboolean carried);
MarchCorpus *area_corpus_new_of (const AreaSheet *sheets, guint n_sheets);
/* Land of full height, in sides. */
MarchGeometry *area_new_strip (double west, double east);
/* Square metres of a strip, in sides. */
double       area_strip      (double west, double east);
/* The question as of a day, with nothing left out. */
MarchSnapshot *area_ask      (MarchCorpus *corpus, MarchDay day);

G_END_DECLS
