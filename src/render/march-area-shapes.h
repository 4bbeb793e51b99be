/* march-area-shapes.h — dated areas of a day, prepared for drawing and kept for the next time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "geo/march-outline.h"
#include "render/march-contact-ground.h"

G_BEGIN_DECLS

/**
 * MarchAreaShapes:
 *
 * The land of an import on a day without inner borders, or of an assertion, as fine as a level
 * shows it. Those used last are kept, up to some 20 MB. Any thread, several at once.
 */
typedef struct _MarchAreaShapes MarchAreaShapes;

/* What is borrowed of it stays good as long as it is held. */
typedef struct _MarchAreaShape MarchAreaShape;

MarchAreaShapes  *march_area_shapes_new  (const MarchLand *land);
void              march_area_shapes_free (MarchAreaShapes *shapes);
MarchAreaShape   *march_area_shapes_get  (MarchAreaShapes        *shapes,
                                          const MarchDatedImport *area_import,
                                          MarchDay                day,
                                          guint                   level);
MarchAreaShape   *march_area_shapes_get_stated (MarchAreaShapes  *shapes,
                                                MarchGeometry    *area,
                                                const MarchActor *holder,
                                                guint             level);
MarchOutline     *march_area_shape_get_outline (MarchAreaShape *shape);
const MarchShape *march_area_shape_get_path (MarchAreaShape *shape);
const MarchShape *march_area_shape_get_lines (MarchAreaShape *shape, gboolean contact);
void              march_area_shape_unref (MarchAreaShape *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaShapes, march_area_shapes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaShape, march_area_shape_unref)

G_END_DECLS
