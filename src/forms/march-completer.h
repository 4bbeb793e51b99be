/* march-completer.h — records by what is typed of their names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "coding/march-name-index.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_COMPLETE_PLACES,
  MARCH_COMPLETE_ACTORS,
  MARCH_COMPLETE_ASSERTIONS,
  MARCH_COMPLETE_PROPOSALS,
  MARCH_N_COMPLETERS
} MarchCompleterKind;

/**
 * MarchCompleter:
 *
 * One kind of the records of a corpus, and of those drafted along, for an entry that finds them.
 */
typedef struct _MarchCompleter MarchCompleter;

MarchCompleter *march_completer_new  (MarchNameIndex *index, MarchCompleterKind kind);
void            march_completer_free (MarchCompleter *completer);
void            march_completer_set_coding (MarchCompleter *completer, MarchCoding *coding);
GPtrArray      *march_completer_list (MarchCompleter *completer, const char *typed, guint most);
gint64          march_completer_find (MarchCompleter *completer, const char *typed, char **text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCompleter, march_completer_free)

G_END_DECLS
