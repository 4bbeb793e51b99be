/* march-import-preview.h — a small map of what files hold, before it is brought in */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/march-import-plan.h"

G_BEGIN_DECLS

#define MARCH_TYPE_IMPORT_PREVIEW (march_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MarchImportPreview, march_import_preview, MARCH, IMPORT_PREVIEW, GtkWidget)

void     march_import_preview_show       (MarchImportPreview *preview,
                                          MarchImportPlan    *plan,
                                          MarchDay            day);
gboolean march_import_preview_is_painted (MarchImportPreview *preview);

G_END_DECLS
