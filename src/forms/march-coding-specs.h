/* march-coding-specs.h — the fields of a quotation and of what it supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-draft-list.h"

G_BEGIN_DECLS

/* What is mostly needed, and what seldom is. */
GtkWidget  *march_coding_new_assertion_form (gboolean seldom);
GtkWidget  *march_coding_new_speaker_form   (void);
GtkWidget  *march_coding_new_office_form    (void);
GtkWidget  *march_coding_new_quotation_form (gboolean seldom);
GtkWidget  *march_coding_new_participants   (void);
GtkWidget  *march_coding_new_proposal_form  (void);
GtkWidget  *march_coding_new_terms          (void);
gboolean    march_coding_uses_member        (gconstpointer assertion_draft, const char *member);
const char *march_coding_get_actor_label    (MarchAssertionKind kind);
const char *march_coding_get_valid_label    (MarchAssertionKind kind);

G_END_DECLS
