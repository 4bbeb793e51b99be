/* march-import-report-page.h — what became of each feature of an import */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

#define MARCH_TYPE_IMPORT_REPORT_PAGE (march_import_report_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchImportReportPage, march_import_report_page, MARCH, IMPORT_REPORT_PAGE,
                      AdwBin)

void        march_import_report_page_show     (MarchImportReportPage   *page,
                                               MarchImportPlan         *plan,
                                               const MarchImportReport *report);
const char *march_import_report_page_get_text (MarchImportReportPage *page);

G_END_DECLS
