/* march-search-filter.h — which quotations a search is narrowed to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchSearchKey:
 * @MARCH_SEARCH_BY_KIND: of an assertion that the quotation bears on
 * @MARCH_SEARCH_BY_PLACE: which such an assertion or a proposal is about, with all inside it
 * @MARCH_SEARCH_BY_ACTOR: of whom such an assertion or a proposal is, according to whom, or who
 *   takes part in it
 * @MARCH_SEARCH_BY_SPEAKER: whose words these are: the speaker, else the author
 * @MARCH_SEARCH_BY_SOURCE: its source
 * @MARCH_SEARCH_BY_GRADE: of the source A to F, of the information 1 to 6, or both
 * @MARCH_SEARCH_SINCE: said, or where that isn't told published, on that day or later
 * @MARCH_SEARCH_UNTIL: on that day or earlier
 * @MARCH_SEARCH_BEFORE: earlier than that day
 *
 * What quotations are told apart by. Of a day that isn't sure it is enough that it may be so.
 */
typedef enum
{
  MARCH_SEARCH_BY_KIND,
  MARCH_SEARCH_BY_PLACE,
  MARCH_SEARCH_BY_ACTOR,
  MARCH_SEARCH_BY_SPEAKER,
  MARCH_SEARCH_BY_SOURCE,
  MARCH_SEARCH_BY_GRADE,
  MARCH_SEARCH_SINCE,
  MARCH_SEARCH_UNTIL,
  MARCH_SEARCH_BEFORE,
  MARCH_N_SEARCH_KEYS
} MarchSearchKey;

/**
 * MarchSearchFilter:
 *
 * Which quotations of a corpus are wanted. Values of one key widen each other, but for days; keys
 * narrow each other. Filled by one thread, and from then on read by any.
 */
typedef struct _MarchSearchFilter MarchSearchFilter;

MarchSearchFilter *march_search_filter_new        (MarchCorpus *corpus);
MarchSearchFilter *march_search_filter_ref        (MarchSearchFilter *filter);
void               march_search_filter_unref      (MarchSearchFilter *filter);

gboolean           march_search_filter_add        (MarchSearchFilter *filter, MarchSearchKey key,
                                                   const char *value, GError **error);
gboolean           march_search_filter_add_record (MarchSearchFilter *filter, MarchSearchKey key,
                                                   gint64 id);
char              *march_search_filter_take_typed (MarchSearchFilter *filter, const char *text,
                                                   GError **error);

gboolean           march_search_filter_is_empty   (MarchSearchFilter *filter);
gboolean           march_search_filter_equal      (MarchSearchFilter *a, MarchSearchFilter *b);
gboolean           march_search_filter_accepts    (MarchSearchFilter    *filter,
                                                   const MarchQuotation *quotation);

const char        *march_search_key_get_word      (MarchSearchKey key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchFilter, march_search_filter_unref)

G_END_DECLS
