/* march-place-shape.h — where a place lies: its shape shown small, drawn, imported or removed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-coding.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_SHAPE (march_place_shape_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceShape, march_place_shape, MARCH, PLACE_SHAPE, AdwPreferencesGroup)

/* A MarchFormPart. Signals:
 *   "changed": the analyst has changed the draft
 *   "draw" (gboolean area): the analyst wants to draw it on the map, as an area or a point */
GtkWidget *march_place_shape_new     (void);
void       march_place_shape_bind    (MarchPlaceShape *shape, MarchPlaceDraft *draft,
                                      MarchCorpus *corpus);
void       march_place_shape_take    (MarchPlaceShape *shape, MarchGeometry *geometry,
                                      const char *note);
void       march_place_shape_import  (MarchPlaceShape *shape, GFile *file);
void       march_place_shape_tell    (MarchPlaceShape *shape, const char *note);
gboolean   march_place_shape_is_busy (MarchPlaceShape *shape);

G_END_DECLS
