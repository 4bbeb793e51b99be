/* march-place-picture.h — a small map of one place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-painter.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_PICTURE (march_place_picture_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlacePicture, march_place_picture, MARCH, PLACE_PICTURE, GtkWidget)

GtkWidget *march_place_picture_new (MarchSnapshot *snapshot, const MarchPlace *place);

G_END_DECLS
