/* march-panel-private.h — what the files of the side panel share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/march-areas-page.h"
#include "panel/march-edits-page.h"
#include "panel/march-gaps-page.h"
#include "panel/march-overview-page.h"
#include "panel/march-panel.h"
#include "panel/march-place-page.h"
#include "panel/march-search-page.h"
#include "panel/march-visit.h"

G_BEGIN_DECLS

struct _MarchPanel
{
  GtkBox parent_instance;

  MarchSession *session;
  GArray       *visits; /* of MarchVisit, the page in view last; never empty */
  guint         update; /* id of the idle source, 0 for none */
  gboolean      going;  /* the panel itself moves the selection */

  GtkStack          *stack;
  GtkRevealer       *back_bar;
  GtkLabel          *back_label;
  MarchOverviewPage *overview;
  MarchPlacePage    *place; /* NULL until it is asked for, as the next */
  MarchSearchPage   *search;
  MarchAreasPage    *areas;
  MarchEditsPage    *edits;
  MarchGapsPage     *gaps;
  GtkWidget         *record; /* NULL while no record's page is in the stack */
};

/* march-panel.c */
MarchVisit      *march_panel_get_current (MarchPanel *panel);

/* march-panel-pages.c */
MarchSearchPage *march_panel_get_search (MarchPanel *panel);
void             march_panel_fill_page  (MarchPanel *panel);

G_END_DECLS
