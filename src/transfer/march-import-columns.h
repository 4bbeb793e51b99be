/* march-import-columns.h — asks which columns of a table hold the coordinates */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/march-table-columns.h"

G_BEGIN_DECLS

#define MARCH_TYPE_IMPORT_COLUMNS (march_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (MarchImportColumns, march_import_columns, MARCH, IMPORT_COLUMNS, AdwBin)

/* Signal: "chosen" (const MarchTableColumns *), once it is said which they are */
void march_import_columns_show (MarchImportColumns      *columns,
                                const char *const       *names,
                                const MarchTableColumns *chosen);

G_END_DECLS
