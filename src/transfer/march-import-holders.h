/* march-import-holders.h — a row for each kind of feature, to say who holds it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

/**
 * MarchHolderFunc:
 *
 * Called when the holder of some features has changed in the plan.
 */
typedef void (*MarchHolderFunc) (gpointer user_data);

void march_import_holders_fill (GtkListBox      *list,
                                MarchImportPlan *plan,
                                const char      *language,
                                MarchHolderFunc  changed,
                                gpointer         user_data);

G_END_DECLS
