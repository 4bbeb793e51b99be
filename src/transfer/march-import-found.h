/* march-import-found.h — what was found in files, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

char      *march_import_found_list_files     (MarchLayer *layer);
char      *march_import_found_list_names     (MarchLayer *layer);
char      *march_import_found_count_features (MarchLayer *layer);
char      *march_import_found_count          (guint n_areas, guint n_points);
char      *march_import_found_describe_taken (guint n_areas, guint n_points);
char      *march_import_found_list_days      (MarchLayer *layer);
char      *march_import_found_count_notes    (MarchLayer *layer);
char      *march_import_found_describe_grade (char grade);
char      *march_import_found_count_ready    (MarchImportPlan *plan);
char      *march_import_found_sum_up         (const MarchImportReport *report);

MarchImportReport *march_import_found_list_notes (MarchLayer              *layer,
                                                  const MarchImportReport *report);

G_END_DECLS
