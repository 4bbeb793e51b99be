/* march-source-draft-private.h — what the parts of a source's draft share; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-source-draft.h"

G_BEGIN_DECLS

/* The members of a CSL-JSON item that a draft tells. */
void  march_source_csl_read       (MarchSourceDraft *draft, const char *csl);
char *march_source_csl_write      (const MarchSourceDraft *draft, const MarchSource *record);
char *march_source_csl_get        (const char *csl, const char *member);

char *march_source_draft_dup_edtf (const char *typed);

G_END_DECLS
