/* march-look.h — how one place is to be drawn on a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-why.h"
#include "render/march-pattern.h"

G_BEGIN_DECLS

#define MARCH_LOOK_MAX 6
#define MARCH_LOOK_AREAS 12

typedef enum
{
  MARCH_BAND_PLAIN,   /* land, where the lens leaves control out */
  MARCH_BAND_SILENT,  /* land with cross-ticks: nobody's control is on record */
  MARCH_BAND_FILL,
  MARCH_BAND_STROKES, /* own word only */
} MarchBandKind;

typedef struct
{
  MarchBandKind     kind;
  const MarchActor *actor; /* NULL for land */
} MarchBand;

typedef struct
{
  const MarchActor *actor;
  guint             bands; /* bit b: over band b */
} MarchHatch;

/* A dated area: of an assertion, or of an import as it is on the day. */
typedef struct
{
  MarchGeometry          *geometry;    /* NULL: of an import */
  const MarchDatedImport *area_import; /* NULL: of an assertion */
  const MarchDatedImport *other;       /* land that only one of both holds; NULL: of the first */
  const MarchActor       *actor;
  MarchBandKind           kind;
} MarchLookArea;

/**
 * MarchLook:
 * @drawn: whether there is a colour or pattern at all
 * @dots: whose official voiced a claim of the place
 * @possible: whose dotted outline it has
 * @broken: whose broken outline it has, extent not stated; NULL for nobody's
 * @own_word: whose dashed outline it has; NULL for nobody's
 * @last_reported: an old report that is carried forward, %NULL if there is none; of the finding
 */
typedef struct
{
  gboolean          drawn;
  gboolean          disputed;
  gboolean          stripes;
  guint             n_bands;
  MarchBand         bands[MARCH_PATTERN_MAX_BANDS];
  guint             n_hatches;
  MarchHatch        hatches[MARCH_LOOK_MAX];
  guint             n_dots;
  const MarchActor *dots[MARCH_LOOK_MAX];
  gboolean          dots_possible; /* all of them */
  guint             n_possible;
  const MarchActor *possible[MARCH_LOOK_MAX];
  guint             n_areas;
  MarchLookArea     areas[MARCH_LOOK_AREAS]; /* in the order of painting */
  const MarchActor *broken;
  const MarchActor *own_word;
  gboolean          concluded;
  gboolean          contested;
  gboolean          disagree;
  const MarchHold  *last_reported;
} MarchLook;

void        march_look_init (MarchLook *look, const MarchFinding *finding, MarchPaintLens lens);
gboolean    march_look_hatches_areas (const MarchLook *look, const MarchActor *actor);
gboolean    march_look_same_fill    (const MarchLook *one, const MarchLook *other);
void march_look_get_pattern (const MarchLook *look, const MarchStyle *style, MarchPattern *pattern);
void        march_look_add_pairs    (MarchLook *look, const GArray *pairs);
void        march_look_init_area    (MarchLook *look, const MarchLook *whole, guint area);
MarchSymbol march_hold_get_symbol   (const MarchHold *hold);

/* march-badges.c: how well sourced a place is */
gboolean    march_finding_is_thin   (const MarchFinding *finding);
char        march_finding_get_best_grade (const MarchFinding *finding);

G_END_DECLS
