/* march-import-form.h — what was found in files, and what the analyst says of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

#define MARCH_TYPE_IMPORT_FORM (march_import_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchImportForm, march_import_form, MARCH, IMPORT_FORM, AdwBin)

/* Signals:
 *   "changed": something else is said of the plan
 *   "columns-chosen" (string latitude, string longitude): the table is to be read anew by these */
void march_import_form_show (MarchImportForm *form,
                             MarchImportPlan *plan,
                             const char      *language);

G_END_DECLS
