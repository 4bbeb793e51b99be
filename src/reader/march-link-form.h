/* march-link-form.h — what a passage bears on: of which kind it is, and its fields */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "forms/march-completers.h"
#include "reader/march-passage-draft.h"

G_BEGIN_DECLS

#define MARCH_TYPE_LINK_FORM (march_link_form_get_type ())
G_DECLARE_FINAL_TYPE (MarchLinkForm, march_link_form, MARCH, LINK_FORM, GtkBox)

/* Signals:
 *   "changed": the analyst has changed the link in view, or what it leads to
 *   "pick": a place is to be picked on the map; march_link_form_take_place() */
GtkWidget *march_link_form_new            (MarchCompleters *names);
GtkWidget *march_link_form_get_more       (MarchLinkForm *form);
void       march_link_form_bind           (MarchLinkForm *form, MarchPassageDraft *passage);
void       march_link_form_set_last       (MarchLinkForm *form, const MarchAssertionDraft *last);
void       march_link_form_begin          (MarchLinkForm *form);
void       march_link_form_begin_another  (MarchLinkForm *form);
void       march_link_form_aim            (MarchLinkForm *form, gint64 bears_on, gboolean alike);
void       march_link_form_unlink         (MarchLinkForm *form);
void       march_link_form_choose_kind    (MarchLinkForm *form, guint kind);
void       march_link_form_take_place     (MarchLinkForm *form, gint64 place);
void       march_link_form_set_actor      (MarchLinkForm *form, gint64 actor);
void       march_link_form_suggest_places (MarchLinkForm *form);
void       march_link_form_clear_problems (MarchLinkForm *form);
gboolean   march_link_form_show_problem   (MarchLinkForm *form, const MarchProblem *problem);
gboolean   march_link_form_is_resolved    (MarchLinkForm *form);

G_END_DECLS
