/* march-place-sketch.h — a shape shown small */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_SKETCH (march_place_sketch_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceSketch, march_place_sketch, MARCH, PLACE_SKETCH, GtkWidget)

GtkWidget *march_place_sketch_new  (void);
void       march_place_sketch_show (MarchPlaceSketch *sketch, MarchGeometry *shape,
                                    MarchGeometry *around);

G_END_DECLS
