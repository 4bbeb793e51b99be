/* march-references.h — what names a record; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-removal.h"

G_BEGIN_DECLS

/**
 * MarchReferences:
 *
 * How many records of each kind name one. Versions of an assertion that are superseded or retracted
 * stay readable, and count.
 */
typedef struct
{
  guint quotations;
  guint assertions;
  guint proposals;
  guint places;
  guint actors;
  guint imports;
} MarchReferences;

MarchReferences march_references_count    (MarchCorpus *corpus, MarchRemovable kind, gint64 id);
char           *march_references_describe (const MarchReferences *references);

G_END_DECLS
