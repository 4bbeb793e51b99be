/* march-note.h — what a note that was found is, and of which record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "dossier/march-search.h"
#include "panel/march-section.h"

G_BEGIN_DECLS

/**
 * MarchNoteKind:
 * @words: what such a note tells: "Reasoning"
 * @record: of what it is
 */
typedef struct
{
  const char     *words;
  MarchRecordKind record;
} MarchNoteKind;

gboolean      march_note_find_kind   (const char *field, MarchNoteKind *kind);
gconstpointer march_note_find_record (MarchCorpus *corpus, MarchRecordKind kind, gint64 id);

G_END_DECLS
