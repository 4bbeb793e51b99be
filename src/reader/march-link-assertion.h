/* march-link-assertion.h — an assertion that a passage bears on: its places and fields */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-draft-list.h"

G_BEGIN_DECLS

#define MARCH_TYPE_LINK_ASSERTION (march_link_assertion_get_type ())
G_DECLARE_FINAL_TYPE (MarchLinkAssertion, march_link_assertion, MARCH, LINK_ASSERTION, GtkBox)

/* Signals:
 *   "changed": the analyst has changed the assertion
 *   "pick": a place is to be picked on the map; march_link_assertion_take_place() */
GtkWidget *march_link_assertion_new            (void);
GtkWidget *march_link_assertion_get_more       (MarchLinkAssertion *form);
void       march_link_assertion_bind           (MarchLinkAssertion *form, MarchCoding *coding,
                                                MarchAssertionDraft *draft);
void       march_link_assertion_set_completers (MarchLinkAssertion    *form,
                                                MarchCompleter *const *completers);
void       march_link_assertion_suggest_places (MarchLinkAssertion *form, GPtrArray *places);
void       march_link_assertion_take_place     (MarchLinkAssertion *form, gint64 place);
gboolean   march_link_assertion_show_problem   (MarchLinkAssertion *form,
                                                const MarchProblem *problem);
void       march_link_assertion_clear_problems (MarchLinkAssertion *form);
gboolean   march_link_assertion_check_resolved (MarchLinkAssertion *form);

G_END_DECLS
