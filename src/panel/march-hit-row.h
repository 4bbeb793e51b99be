/* march-hit-row.h — a row of the list of what a search found */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-hits.h"

G_BEGIN_DECLS

GtkWidget *march_hit_row_new  (void);
void       march_hit_row_show (GtkWidget *row, MarchHit *hit, gboolean with_kind);

G_END_DECLS
