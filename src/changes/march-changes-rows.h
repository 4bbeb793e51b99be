/* march-changes-rows.h — a colleague's changes as rows: what comes, and what has to be decided */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dossier/march-dossier-changes.h"

G_BEGIN_DECLS

/** MarchChangesChosen: something was decided on */
typedef void (*MarchChangesChosen) (gpointer data);

GtkWidget *march_changes_rows_new (MarchChangesPlan *plan, MarchChangesChosen chosen,
                                   gpointer data);

G_END_DECLS
