/* march-name-readers.h — to whom each name of a draft is shown */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-actor-draft.h"
#include "coding/march-place-draft.h"

G_BEGIN_DECLS

/* A name isn't arranged but chosen: by the reader's language, by what kind of name it is and by who
 * uses it. These tell what comes of that. */
char *march_name_readers_describe_place (const MarchPlaceDraft *draft, guint index);
char *march_name_readers_describe_actor (const MarchActorDraft *draft, guint index);

G_END_DECLS
