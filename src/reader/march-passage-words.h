/* march-passage-words.h — what a quoted stretch of a text is, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/march-passages.h"

G_BEGIN_DECLS

const char *march_passage_describe_match (const MarchPassage *passage);
char       *march_passage_describe       (const MarchPassage *passage);

G_END_DECLS
