/* march-gaps-page.h — the panel's list of what is still to be done: gaps and checks */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "asof/march-gaps.h"
#include "panel/march-section.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_GAPS_PAGE (march_gaps_page_get_type ())
G_DECLARE_FINAL_TYPE (MarchGapsPage, march_gaps_page, MARCH, GAPS_PAGE, GtkBox)

GtkWidget  *march_gaps_page_new      (MarchSession *session);
void        march_gaps_page_update   (MarchGapsPage *page);
void        march_gaps_page_choose   (MarchGapsPage *page, MarchGapKind kind);

const char *march_gap_kind_get_title (MarchGapKind kind);

G_END_DECLS
