/* march-palette-field.h — the colours and hatches that an actor may have on the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-actor-draft.h"

G_BEGIN_DECLS

/* A MarchFormPart. Signal "changed": another one is chosen. */
#define MARCH_TYPE_PALETTE_FIELD (march_palette_field_get_type ())
G_DECLARE_FINAL_TYPE (MarchPaletteField, march_palette_field, MARCH, PALETTE_FIELD, GtkBox)

GtkWidget *march_palette_field_new (MarchCorpus *corpus, MarchActorDraft *draft);

G_END_DECLS
