/* march-source-twin.h — whether the dossier has a source already */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "coding/march-source-draft.h"

G_BEGIN_DECLS

/**
 * MarchTwinReason:
 * @MARCH_TWIN_NONE: no other source is the same
 * @MARCH_TWIN_TEXT: the text has the hash of its archived one
 * @MARCH_TWIN_DOI: it has the same DOI
 * @MARCH_TWIN_ADDRESS: it has the same address, or the one of its archived copy
 *
 * By what a source is known to be one that the dossier has.
 */
typedef enum
{
  MARCH_TWIN_NONE,
  MARCH_TWIN_TEXT,
  MARCH_TWIN_DOI,
  MARCH_TWIN_ADDRESS,
} MarchTwinReason;

const MarchSource *march_source_twin_find     (const MarchSourceDraft *draft, MarchCorpus *corpus,
                                               GCancellable *cancellable,
                                               MarchTwinReason *reason);
char              *march_source_twin_describe (const MarchSource *twin, MarchTwinReason reason);

void               march_source_twin_seek     (GCancellable **newest, gpointer owner,
                                               const MarchSourceDraft *draft, MarchCorpus *corpus,
                                               GAsyncReadyCallback done);
gint64             march_source_twin_finish   (GAsyncResult *result, char **sentence);

G_END_DECLS
