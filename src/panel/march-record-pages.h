/* march-record-pages.h — the panel's pages of actors, sources, assertions and proposals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "panel/march-section.h"
#include "session/march-session.h"

G_BEGIN_DECLS

GtkWidget *march_record_page_new         (MarchSession *session, MarchRecordKind kind, gint64 id);
gboolean   march_record_is_there         (MarchCorpus *corpus, MarchRecordKind kind, gint64 id);
gboolean   march_record_page_show        (GtkWidget *page, const MarchQuotation *quotation);
gboolean   march_record_page_focus_search (GtkWidget *page);

/* What heads each page; (transfer floating). Quotations are added to the array. */
GtkWidget *
march_actor_header_new (MarchCorpus *corpus, const MarchActor *actor, GPtrArray *quotations);
GtkWidget *
march_source_header_new (MarchCorpus *corpus, const MarchSource *source, GPtrArray *quotations);
GtkWidget *march_assertion_header_new (MarchCorpus          *corpus,
                                       const MarchAssertion *assertion,
                                       GPtrArray            *quotations);
GtkWidget *march_proposal_header_new (MarchCorpus         *corpus,
                                      const MarchProposal *proposal,
                                      GPtrArray           *quotations);

GtkWidget *march_record_header_new       (const char *title, const char *kind, const char *detail);
GtkWidget *march_record_buttons_new      (void);
void       march_record_add_button       (GtkWidget  *buttons,
                                          const char *label,
                                          const char *tooltip,
                                          const char *action,
                                          GVariant   *target);
void       march_record_add_evidence     (GPtrArray *quotations, GPtrArray *evidence);
void       march_record_add_stances      (GtkBox *header, GPtrArray *evidence);

G_END_DECLS
