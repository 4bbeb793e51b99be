/* march-completer.h — records by the beginning of their names, in whatever alphabet */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchCompletion:
 * @id: of the record
 * @title: what it is called
 * @detail: what tells it from others; "" if nothing does
 */
typedef struct
{
  gint64 id;
  char  *title;
  char  *detail;
} MarchCompletion;

/**
 * MarchCompleter:
 *
 * Finds places, actors, assertions or proposals of a corpus by what is typed of any of their names.
 */
typedef struct _MarchCompleter MarchCompleter;

typedef enum
{
  MARCH_COMPLETE_PLACES,
  MARCH_COMPLETE_ACTORS,
  MARCH_COMPLETE_ASSERTIONS,
  MARCH_COMPLETE_PROPOSALS,
  MARCH_N_COMPLETERS
} MarchCompleterKind;

MarchCompleter *march_completer_new  (MarchCorpus *corpus, MarchCompleterKind kind);
void            march_completer_free (MarchCompleter *completer);
GPtrArray      *march_completer_list (MarchCompleter *completer, const char *text, guint most);
const MarchCompletion *march_completer_find (MarchCompleter *completer, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCompleter, march_completer_free)

G_END_DECLS
