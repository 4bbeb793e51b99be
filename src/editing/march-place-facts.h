/* march-place-facts.h — what kind of place it is, its code, and what else is told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-coding.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_FACTS (march_place_facts_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceFacts, march_place_facts, MARCH, PLACE_FACTS, GtkBox)

/* A MarchFormPart. Signal "changed": the analyst has changed the draft. */
GtkWidget *march_place_facts_new  (void);
void       march_place_facts_bind (MarchPlaceFacts *facts, MarchCoding *coding,
                                   MarchPlaceDraft *draft);

G_END_DECLS
