/* march-words-private.h — what the files of the words share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-words.h"

G_BEGIN_DECLS

const char *march_words_name_actor (const MarchActor *actor, const char *language);
char       *march_words_held_by    (MarchExtent extent, const MarchActor *actor,
                                    const char *language);
void        march_words_add_share  (GPtrArray *additions, const MarchAreaShare *share);

G_END_DECLS
