/* march-meridian.h — areas cut along meridians */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

MarchGeometry *march_meridian_cut (MarchGeometry *area, double west, double east);

G_END_DECLS
