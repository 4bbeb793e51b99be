/* march-panel-pages.c — the pages of the side panel, made when they are first shown */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-panel-private.h"

#include <glib/gi18n.h>

#include "panel/march-group-page.h"
#include "panel/march-record-pages.h"

static void
show_record_page (MarchPanel *self, const MarchVisit *visit)
{
  GtkWidget *page = visit->kind == MARCH_VISIT_GROUP
                        ? march_group_page_new (self->session, visit->group)
                        : march_record_page_new (self->session, visit->record, visit->id);

  if (page == NULL)
    page = gtk_label_new (_("This is no longer in the dossier."));
  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
  if (self->record != NULL)
    gtk_stack_remove (self->stack, self->record);
  self->record = page;
}

static void
show_place_page (MarchPanel *self)
{
  if (self->place == NULL)
    {
      self->place = MARCH_PLACE_PAGE (march_place_page_new (self->session));
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->place));
    }
  march_place_page_update (self->place);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->place));
}

/** march_panel_get_search: Returns: (transfer none): made when it is first asked for, as all pages
 * but the overview */
MarchSearchPage *
march_panel_get_search (MarchPanel *self)
{
  if (self->search == NULL)
    {
      self->search = MARCH_SEARCH_PAGE (march_search_page_new (self->session));
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->search));
    }
  return self->search;
}

static void
show_search_page (MarchPanel *self)
{
  march_search_page_update (march_panel_get_search (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->search));
}

static void
show_areas (MarchPanel *self)
{
  if (self->areas == NULL)
    {
      self->areas = MARCH_AREAS_PAGE (march_areas_page_new (self->session));
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->areas));
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->areas));
  march_areas_page_update (self->areas);
}

static void
show_edits (MarchPanel *self, gint64 assertion)
{
  if (self->edits == NULL)
    {
      self->edits = MARCH_EDITS_PAGE (march_edits_page_new (self->session));
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->edits));
    }
  march_edits_page_update (self->edits, assertion);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->edits));
}

static void
show_gaps (MarchPanel *self)
{
  if (self->gaps == NULL)
    {
      self->gaps = MARCH_GAPS_PAGE (march_gaps_page_new (self->session));
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->gaps));
    }
  march_gaps_page_update (self->gaps);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->gaps));
}

/** march_panel_fill_page: shows the page of the last visit as it is now, if there is a snapshot */
void
march_panel_fill_page (MarchPanel *self)
{
  const MarchVisit *visit = march_panel_get_current (self);

  if (march_session_get_snapshot (self->session) == NULL)
    return;
  switch (visit->kind)
    {
    case MARCH_VISIT_OVERVIEW:
      march_overview_page_update (self->overview);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->overview));
      break;
    case MARCH_VISIT_PLACE:
      show_place_page (self);
      break;
    case MARCH_VISIT_SEARCH:
      show_search_page (self);
      break;
    case MARCH_VISIT_AREAS:
      show_areas (self);
      break;
    case MARCH_VISIT_GAPS:
      show_gaps (self);
      break;
    case MARCH_VISIT_EDITS:
      show_edits (self, visit->id);
      break;
    case MARCH_VISIT_RECORD:
    case MARCH_VISIT_GROUP:
    default:
      show_record_page (self, visit);
      break;
    }
}
