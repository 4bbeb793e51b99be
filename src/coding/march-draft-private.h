/* march-draft-private.h — names of drafted places and actors; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-actor-draft.h"

G_BEGIN_DECLS

GPtrArray      *march_name_drafts_new      (void);
MarchNameDraft *march_name_drafts_add      (GPtrArray *names, const char *text,
                                            const char *language, MarchNameRole role, gint64 user);
void            march_name_drafts_take     (GPtrArray *names, GPtrArray *records);
void            march_name_drafts_copy     (GPtrArray *names, GPtrArray *others);
const char     *march_name_drafts_get_text (GPtrArray *names, const char *language);

G_END_DECLS
