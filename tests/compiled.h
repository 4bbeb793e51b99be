/* compiled.h — the corpus of a dossier's text form, through compiler and loader */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

#define VELMARK "tests/data/velmark"
#define SHIPPED "data/dossier/ukraine"

MarchCorpus      *compiled_corpus_new (const char *folder);

/* The only place with that full English name. */
const MarchPlace *compiled_place      (MarchCorpus *corpus, const char *name);

G_END_DECLS
