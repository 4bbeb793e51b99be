/* march-place-facts.h — what kind of place it is, its code, and what else is told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-coding.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_FACTS (march_place_facts_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceFacts, march_place_facts, MARCH, PLACE_FACTS, AdwPreferencesGroup)

/* Signal "changed": the analyst has changed the draft. */
GtkWidget *march_place_facts_new           (void);
void       march_place_facts_bind          (MarchPlaceFacts *facts, MarchPlaceDraft *draft,
                                            MarchCorpus *corpus);
void       march_place_facts_set_completer (MarchPlaceFacts *facts, MarchCompleter *completer);
void       march_place_facts_show_problems (MarchPlaceFacts *facts, GPtrArray *problems);
gboolean   march_place_facts_focus_problem (MarchPlaceFacts *facts, GPtrArray *problems);

G_END_DECLS
