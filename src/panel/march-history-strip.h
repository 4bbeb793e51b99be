/* march-history-strip.h — the history of a place as lanes over the years */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-history.h"
#include "panel/march-share-lane.h"

G_BEGIN_DECLS

#define MARCH_TYPE_HISTORY_STRIP (march_history_strip_get_type ())
G_DECLARE_FINAL_TYPE (MarchHistoryStrip, march_history_strip, MARCH, HISTORY_STRIP, GtkWidget)

/* Signal "stretch-activated" (MarchStretch): a click on a stretch, or Enter on the one that the
 * arrow keys came to. */
void       march_history_strip_set_history (MarchHistoryStrip *strip, MarchHistory *history);
void       march_history_strip_set_shares  (MarchHistoryStrip *strip, GPtrArray *lanes);
void       march_history_strip_set_day     (MarchHistoryStrip *strip, MarchDay day);

G_END_DECLS
