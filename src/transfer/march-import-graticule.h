/* march-import-graticule.h — where on Earth a small map is: a grid of degrees and a scale */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "corpus/march-corpus.h"
#include "render/march-style.h"
#include "render/march-view.h"

G_BEGIN_DECLS

double march_import_graticule_find_step (double degrees_per_pixel);
void   march_import_graticule_paint     (cairo_t *cr, MarchCorpus *corpus, const MarchView *view,
                                         const MarchStyle *style);

G_END_DECLS
