/* march-gap-remedy.h — leads to where a gap is mended */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "asof/march-gaps.h"
#include "panel/march-section.h"
#include "session/march-session.h"

G_BEGIN_DECLS

gboolean march_gap_find_record (const MarchGap *gap, MarchRecordKind *kind, gint64 *id);
void     march_gap_mend        (GtkWidget *widget, MarchSession *session, const MarchGap *gap);

G_END_DECLS
