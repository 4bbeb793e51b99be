/* march-simplify.h — lines with fewer points */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void march_simplify_line (const double *points, guint n_points, double tolerance, GArray *out);

G_END_DECLS
