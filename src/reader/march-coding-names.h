/* march-coding-names.h — finds the records that are typed of while a passage is coded */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "forms/march-completer.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CODING_NAMES (march_coding_names_get_type ())
G_DECLARE_FINAL_TYPE (MarchCodingNames, march_coding_names, MARCH, CODING_NAMES, GObject)

/* Signal "renewed": the completers are others; whoever borrows them takes the new ones. */
MarchCodingNames *march_coding_names_new           (void);
void              march_coding_names_renew         (MarchCodingNames *names, MarchCorpus *corpus);
void              march_coding_names_stop          (MarchCodingNames *names);
MarchCompleter *const *march_coding_names_get_completers (MarchCodingNames *names);
GPtrArray        *march_coding_names_list_places   (MarchCodingNames *names, MarchCorpus *corpus,
                                                    const char *words);

G_END_DECLS
