/* march-place-lists.h — what a place is called, and of which places it is a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-draft-list.h"

G_BEGIN_DECLS

GtkWidget *march_place_lists_new_names   (void);
GtkWidget *march_place_lists_new_parents (void);

G_END_DECLS
