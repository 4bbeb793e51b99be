/* march-completers.h — what finds each kind of record, of the newest corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_COMPLETERS (march_completers_get_type ())
G_DECLARE_FINAL_TYPE (MarchCompleters, march_completers, MARCH, COMPLETERS, GObject)

/* Signal "changed": there are others; those from before are gone after it. */
MarchCompleters       *march_completers_new    (void);
void                   march_completers_update (MarchCompleters *completers, MarchCorpus *corpus);
void                   march_completers_set_coding (MarchCompleters *completers,
                                                    MarchCoding     *coding);
GPtrArray             *march_completers_list_places (MarchCompleters *completers,
                                                     MarchCorpus *corpus, const char *words);
MarchCompleter *const *march_completers_get    (MarchCompleters *completers);

G_END_DECLS
