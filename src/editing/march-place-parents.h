/* march-place-parents.h — of which places a place is a part */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-coding.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_PARENTS (march_place_parents_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceParents, march_place_parents, MARCH, PLACE_PARENTS,
                      AdwPreferencesGroup)

/* Signal "changed": the analyst has changed the draft. */
GtkWidget *march_place_parents_new           (void);
void       march_place_parents_bind          (MarchPlaceParents *parents, MarchPlaceDraft *draft,
                                              MarchCorpus *corpus);
void       march_place_parents_set_completer (MarchPlaceParents *parents,
                                              MarchCompleter *completer);
void       march_place_parents_show_problems (MarchPlaceParents *parents, GPtrArray *problems,
                                              gboolean all);
gboolean   march_place_parents_focus_problem (MarchPlaceParents *parents, GPtrArray *problems);

G_END_DECLS
