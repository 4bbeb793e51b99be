/* march-panel-text.h — what cards and rows say of a record, as Pango markup or plain words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

const char *march_text_get_language       (void);

char       *march_text_mark               (const char *text, const char *query);
char       *march_text_quote              (const MarchQuotation *quotation, const char *query);
char       *march_text_describe_speaker   (const MarchQuotation *quotation, gboolean links);
char       *march_text_describe_channel   (const MarchQuotation *quotation);
char       *march_text_describe_relay     (const MarchQuotation *quotation);
char       *march_text_describe_outlets   (const MarchQuotation *quotation);
char       *march_text_name_speaker       (const MarchQuotation *quotation);
char       *march_text_credit       (const MarchQuotation *quotation);
gboolean    march_text_is_own_word        (const MarchQuotation *quotation);

char       *march_text_describe_date      (const char *edtf);
char       *march_text_describe_reliability (const MarchSource *source);
char       *march_text_describe_source    (const MarchSource *source);

char       *march_text_join_names         (GPtrArray *actors);

G_END_DECLS
