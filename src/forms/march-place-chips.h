/* march-place-chips.h — the places that an assertion is about, as the words name them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "forms/march-chooser.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_CHIPS (march_place_chips_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceChips, march_place_chips, MARCH, PLACE_CHIPS, GtkBox)

/* A MarchFormPart. Signals:
 *   "changed": the places of the draft are others
 *   "pick": a place is to be picked on the map */
GtkWidget *march_place_chips_new           (void);
void       march_place_chips_set_completer (MarchPlaceChips *chips, MarchCompleter *completer);
void       march_place_chips_bind          (MarchPlaceChips     *chips,
                                            MarchCoding         *coding,
                                            MarchAssertionDraft *draft);
void       march_place_chips_suggest       (MarchPlaceChips *chips, GPtrArray *places);
void       march_place_chips_add           (MarchPlaceChips *chips, gint64 place);
void       march_place_chips_set_problem   (MarchPlaceChips *chips, const MarchProblem *problem);
gboolean   march_place_chips_check_resolved (MarchPlaceChips *chips);
void       march_place_chips_set_pick      (MarchPlaceChips *chips, gboolean pick);

G_END_DECLS
