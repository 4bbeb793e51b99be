/* march-problem-row.h — what is wrong with what is typed in the row above */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PROBLEM_ROW (march_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (MarchProblemRow, march_problem_row, MARCH, PROBLEM_ROW, AdwPreferencesRow)

GtkWidget *march_problem_row_new (void);
void       march_problem_row_set (MarchProblemRow *row, const MarchProblem *problem);

G_END_DECLS
