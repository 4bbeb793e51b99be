/* march-weave.h — a pattern made ready for a picture: any stretch of any row, pixel by pixel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-pattern.h"

G_BEGIN_DECLS

/**
 * MarchWeave:
 *
 * The opaque pixels of a pattern on one picture. Immutable.
 */
typedef struct _MarchWeave MarchWeave;

MarchWeave *march_weave_new   (const MarchPattern *pattern,
                               int                 width,
                               int                 height,
                               double              anchor_x,
                               double              anchor_y,
                               double              pixel);
void        march_weave_free  (MarchWeave *weave);
void        march_weave_paint (const MarchWeave *weave, guint32 *pixels, int x, int n, int y);

/**
 * MarchWeaveSet:
 *
 * The weaves of one picture, each made when it is first asked for. One thread.
 */
typedef struct _MarchWeaveSet MarchWeaveSet;

MarchWeaveSet    *march_weave_set_new   (int    width,
                                         int    height,
                                         double anchor_x,
                                         double anchor_y,
                                         double pixel);
MarchWeaveSet    *march_weave_set_ref   (MarchWeaveSet *set);
void              march_weave_set_unref (MarchWeaveSet *set);
const MarchWeave *march_weave_set_get   (MarchWeaveSet *set, const MarchPattern *pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchWeave, march_weave_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchWeaveSet, march_weave_set_unref)

G_END_DECLS
