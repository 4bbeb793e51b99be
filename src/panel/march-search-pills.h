/* march-search-pills.h — the kinds of what is found, to choose one of, each with its number */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-hits.h"

G_BEGIN_DECLS

void march_search_pills_make     (GtkWidget *pills, GCallback toggled, gpointer user_data);
void march_search_pills_clear    (GtkWidget *pills);
int  march_search_pills_get_kind (GtkWidget *pill);
void march_search_pills_tell     (GtkWidget *pills, const MarchSearchCount *counts,
                                  gboolean filtered);

G_END_DECLS
