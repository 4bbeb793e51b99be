/* march-weave-private.h — what a weave is made of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-wave.h"
#include "render/march-weave.h"

G_BEGIN_DECLS

/* A grid's cell, two of them in a period so that every other row is shifted by half. */
typedef struct
{
  int       size;
  guint8   *coverage; /* size × size */
  gboolean *any;      /* of each of its rows: whether it covers anything */
} MarchWeaveCell;

typedef struct
{
  MarchLayerKind kind;
  guint32        ink;
  MarchWave      wave;     /* of lines */
  MarchSlide     slide;    /* of lines that slide */
  MarchWeaveCell cell;     /* of dots and ticks */
  guint8        *table;    /* of lines: the coverage at each phase */
  guint8        *coverage; /* of lines that slide: of each pixel of the long row; else NULL */
  guint8        *mask;     /* along the bands' row: how much of a pixel it may cover; NULL: all */
} MarchWeaveLayer;

struct _MarchWeave
{
  MarchWave       wave;  /* of the bands */
  MarchSlide      slide;
  guint32        *bands; /* their long row */
  guint8         *weights[MARCH_PATTERN_MAX_BANDS];
  guint           n_bands;
  MarchWeaveLayer layers[MARCH_PATTERN_MAX_LAYERS];
  guint           n_layers;
  guint32        *woven; /* a long row of bands and all that slides; NULL if not all slides alike */
  MarchSlide     *woven_slide;
  gint64          anchor_x, anchor_y; /* of cells */
};

void march_weave_composite (guint32 *pixels, const guint8 *coverage, const guint8 *mask, int n,
                            guint32 ink);

G_END_DECLS
