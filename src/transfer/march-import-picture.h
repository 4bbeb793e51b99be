/* march-import-picture.h — the features of a day painted over the base map, on any thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-import-plan.h"
#include "render/march-painter.h"

G_BEGIN_DECLS

/**
 * MarchImportPicture:
 * @corpus: of the dossier
 * @painter: (nullable): of @corpus; made by the first painting
 * @shapes: what is drawn, with whose colours
 * @box: what is to be seen
 *
 * What a preview needs to be painted without its plan, which others use meanwhile.
 */
typedef struct
{
  MarchCorpus  *corpus;
  MarchPainter *painter;
  GArray       *shapes;
  MarchBox      box;
  MarchTheme    theme;
  int           width;  /* logical pixels */
  int           height;
  int           scale;
} MarchImportPicture;

MarchImportPicture *march_import_picture_new   (MarchImportPlan *plan, MarchDay day);
MarchImportPicture *march_import_picture_copy  (MarchImportPicture *picture);
void                march_import_picture_free  (MarchImportPicture *picture);
cairo_surface_t    *march_import_picture_paint (MarchImportPicture *picture,
                                                GCancellable       *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchImportPicture, march_import_picture_free)

G_END_DECLS
