/* march-unite.h — many areas made one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "geo/march-geometry.h"

G_BEGIN_DECLS

MarchGeometry *march_unite_areas (GPtrArray *areas, GCancellable *cancellable, GError **error);

G_END_DECLS
