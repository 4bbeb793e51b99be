/* march-corpus-load.h — reads the records of a file, none of them trusted; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "dossier/march-database.h"

G_BEGIN_DECLS

MarchCorpus *march_corpus_load (MarchDatabase *database, GPtrArray *warnings, GError **error);

G_END_DECLS
