/* march-name-index.h — places, actors and assertions by what they are called, as it is typed or
 * stands in a text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchNameIndex:
 *
 * All names of a corpus, in every language and alphabet, as a search compares them. Immutable and
 * counted atomically, so it may cross threads. Making one of 100,000 places takes a second; asking
 * it takes milliseconds.
 */
typedef struct _MarchNameIndex MarchNameIndex;

/**
 * MarchSuggestion:
 * @id: of the place, actor or assertion
 * @text: what it is called, by the name that was typed; of an assertion what it says
 * @detail: what tells it from another one of that name: its kind, and of what it is a part
 */
typedef struct
{
  gint64 id;
  char  *text;
  char  *detail;
} MarchSuggestion;

/**
 * MarchMention:
 * @first: the first code point of the name, in the text that was given
 * @beyond: the code point after the last
 * @places: (element-type MarchPlace): those that it may name, the foremost first
 * @actors: (element-type MarchActor): those that it may name
 */
typedef struct
{
  guint      first;
  guint      beyond;
  GPtrArray *places;
  GPtrArray *actors;
} MarchMention;

MarchNameIndex *march_name_index_new        (MarchCorpus *corpus);
void            march_name_index_new_async  (MarchCorpus *corpus, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
MarchNameIndex *march_name_index_new_finish (GAsyncResult *result, GError **error);
MarchNameIndex *march_name_index_ref        (MarchNameIndex *index);
void            march_name_index_unref      (MarchNameIndex *index);
MarchCorpus    *march_name_index_get_corpus (MarchNameIndex *index);

/* Each: (transfer full) (element-type MarchSuggestion), the best first, @most at the most; typed
 * words stand for all that begin with them. */
GPtrArray *march_name_index_suggest_places     (MarchNameIndex *index, const char *typed,
                                                const char *language, guint most);
GPtrArray *march_name_index_suggest_actors     (MarchNameIndex *index, const char *typed,
                                                const char *language, guint most);
GPtrArray *march_name_index_suggest_assertions (MarchNameIndex *index, const char *typed,
                                                const char *language, guint most);

GPtrArray *march_name_index_list_mentions      (MarchNameIndex *index, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchNameIndex, march_name_index_unref)

G_END_DECLS
