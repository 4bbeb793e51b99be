/* march-coarse.h — the outline of pieces of land, no finer than a picture shows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-outline.h"

G_BEGIN_DECLS

MarchGeometry *march_coarse_connect (MarchOutline *outline);
MarchGeometry *march_coarse_connect_contact (MarchOutline *outline, gboolean contact);
MarchGeometry *march_coarse_outline (GPtrArray *pieces, double step);

G_END_DECLS
