/* patchwork.h — Velmark as a patchwork of squares, for tests that say in a line what is asserted
 * and measure what is painted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-painter.h"

G_BEGIN_DECLS

/* Units of 4° × 4°: a b c d from 0° E, 4° to 8° N, and e f g h below them, from the equator; all of
 * the state Velmark, V. East of d and h lies the neighbour Orrland, west of a and e the sea z,
 * which reaches 8° W. Settlements s in the middle of b and t, the capital, in that of g. Colours: A
 * 1, V 2, B 3. Assertions: "control PLACE ACTOR EXTENT EDTF [by=ACTOR] [concluded]", "claim PLACE
 * ACTOR BASIS EDTF" (both with "preferred" and "is_not" where these are so), "value PLACE ACTOR
 * KIND EDTF" (for nobody in particular: "-"), "area PLACE ACTOR EDTF" (a whole control whose dated
 * area is the western half of the place); and imported points, "points ACTOR COUNT WEST SOUTH FROM
 * UNTIL [own]", in a row from there eastwards, a hundredth of a degree apart, the first of which
 * is called Post. */
MarchCorpus      *patchwork_new        (const char *assertions);
MarchCorpus      *patchwork_new_with_towns (const char *assertions, guint n_towns, guint32 seed);
const MarchPlace *patchwork_place      (MarchCorpus *corpus, const char *code);
MarchSnapshot    *patchwork_ask        (MarchCorpus *corpus, const char *day);

/* A view of the middle of a unit; a unit is 4 / 360 × 256 × 2^zoom pixels wide: 182 at zoom 6. */
MarchView patchwork_view (const char *code, double zoom, double width, double height, double scale);

typedef struct
{
  int      width, height;
  guint32 *pixels; /* 0x00RRGGBB */
} Picture;

Picture *picture_new (MarchPainter     *painter,
                      MarchSnapshot    *snapshot,
                      const MarchView  *view,
                      const MarchStyle *style);
Picture *picture_new_vector (MarchPainter     *painter,
                             MarchSnapshot    *snapshot,
                             const MarchView  *view,
                             const MarchStyle *style);
Picture *picture_read        (const char *path);
void     picture_write       (const Picture *picture, const char *path);
void     picture_free        (Picture *picture);
guint32  picture_get         (const Picture *picture, int x, int y);
guint32  ink_pixel           (MarchInk ink);
guint    pixel_distance      (guint32 one, guint32 other);
double   picture_share       (const Picture *picture, guint32 colour, guint tolerance);
double   picture_period (const Picture *picture,
                         int            x,
                         int            y,
                         int            dx,
                         int            dy,
                         int            n,
                         guint32        colour,
                         guint          tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

G_END_DECLS
