/* march-import-memories.h — what was said of each source's areas, kept in the settings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

void     march_import_memories_find         (MarchImportPlan *plan);
gboolean march_import_memories_find_columns (const char *const *names,
                                             MarchTableColumns *columns);
gboolean march_import_memories_knows        (MarchImportPlan *plan);
void     march_import_memories_recall       (MarchImportPlan *plan, MarchPlanParts parts);
void     march_import_memories_keep         (MarchImportPlan *plan);

G_END_DECLS
