/* march-inset.h — lines that run inside an outline, at a distance in pixels */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-mesh.h"

G_BEGIN_DECLS

/**
 * MarchInsets:
 *
 * A store of insets of one mesh. Locks itself, so that several threads may use it.
 */
typedef struct _MarchInsets MarchInsets;

MarchInsets *march_insets_new  (const MarchMesh *mesh);
void         march_insets_free (MarchInsets *self);
GPtrArray *
march_insets_get (MarchInsets *self, guint face, double zoom, double scale, double distance);

G_END_DECLS
