/* march-map-draw-check.h — whether what is drawn holds together, and its neighbours still do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "corpus/march-corpus.h"
#include "geo/march-drawing.h"

G_BEGIN_DECLS

/**
 * MarchDrawDefect:
 * @words: (nullable): what is wrong, a sentence; NULL: nothing
 * @longitude: where; NAN: not known
 */
typedef struct
{
  char  *words;
  double longitude;
  double latitude;
} MarchDrawDefect;

void             march_draw_defect_free  (MarchDrawDefect *defect);
MarchDrawDefect *march_map_draw_check    (MarchDrawing *drawing, MarchCorpus *corpus);
void             march_map_draw_check_async  (MarchDrawing *drawing, MarchCorpus *corpus,
                                              GCancellable **newest, gpointer owner,
                                              GAsyncReadyCallback done);
MarchDrawDefect *march_map_draw_check_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchDrawDefect, march_draw_defect_free)

G_END_DECLS
