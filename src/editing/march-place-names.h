/* march-place-names.h — what a place is called, by language and by who uses it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-coding.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_NAMES (march_place_names_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceNames, march_place_names, MARCH, PLACE_NAMES, AdwPreferencesGroup)

/* Signal "changed": the analyst has changed the draft. */
GtkWidget *march_place_names_new           (void);
void       march_place_names_bind          (MarchPlaceNames *names, MarchPlaceDraft *draft,
                                            MarchCorpus *corpus);
void       march_place_names_set_completer (MarchPlaceNames *names, MarchCompleter *completer);
void       march_place_names_show_problems (MarchPlaceNames *names, GPtrArray *problems,
                                            gboolean all);
gboolean   march_place_names_focus_problem (MarchPlaceNames *names, GPtrArray *problems);

G_END_DECLS
