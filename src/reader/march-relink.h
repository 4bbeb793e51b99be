/* march-relink.h — makes a quotation whose words are found otherwise than they were match again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "reader/march-passages.h"
#include "reader/march-text-find.h"

G_BEGIN_DECLS

gboolean     march_relink_can_find   (MarchPassages *passages, const MarchQuotation *quotation);
MarchCoding *march_relink_to_found   (MarchPassages *passages, const MarchQuotation *quotation,
                                      GError **error);
MarchCoding *march_relink_to_words   (MarchCorpus *corpus, const MarchQuotation *quotation,
                                      const MarchStretch *words, GError **error);
void         march_relink_mark_difference (const char *quoted, const char *found,
                                           char **quoted_markup, char **found_markup);

G_END_DECLS
