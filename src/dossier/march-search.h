/* march-search.h — finds records by words that are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "dossier/march-database.h"
#include "dossier/march-search-filter.h"

G_BEGIN_DECLS

/* What can be found, in the order in which it is listed. Events, theses, figures are assertions. A
 * note is what the analyst wrote of a record: its note, a reason, a conclusion's reasoning. */
typedef enum
{
  MARCH_SEARCH_PLACE,
  MARCH_SEARCH_ACTOR,
  MARCH_SEARCH_SOURCE,
  MARCH_SEARCH_EVENT,
  MARCH_SEARCH_THESIS,
  MARCH_SEARCH_PROPOSAL,
  MARCH_SEARCH_FIGURE,
  MARCH_SEARCH_QUOTATION,
  MARCH_SEARCH_NOTE,
  MARCH_N_SEARCH_KINDS
} MarchSearchKind;

#define MARCH_SEARCH_BIT(kind) (1u << (kind))
#define MARCH_SEARCH_ALL       (MARCH_SEARCH_BIT (MARCH_N_SEARCH_KINDS) - 1)

/* So many of each kind are counted and ranked at most. */
#define MARCH_SEARCH_MOST 500

/**
 * MarchSearchQuery:
 * @text: as typed: words, of which the last may be unfinished unless a blank follows, and "phrases
 *   in quotes". All of them must be found. Nothing in it is an operator. Without a letter or digit
 *   nothing is found.
 * @kinds: MARCH_SEARCH_BIT() of those to list, or %MARCH_SEARCH_ALL
 * @offset: how many of the hits to skip
 * @limit: how many to list after that
 * @filter: (nullable): which quotations are wanted; then nothing but quotations is found
 */
typedef struct
{
  const char *text;
  guint       kinds;
  guint       offset;
  guint       limit;

  MarchSearchFilter *filter;
} MarchSearchQuery;

/* A word of a snippet that was searched for: its first character, and the one after its last. */
typedef struct
{
  guint first;
  guint beyond;
} MarchSearchMark;

/**
 * MarchSearchHit:
 * @id: of the record; of a note, of the one that it is a note of
 * @field: of a note: the table of that record and what the note tells, as "assertion.reasoning";
 *   "" of all else
 * @exact: whether the query is its whole name or title
 * @score: how much of the query is in it; larger is better, comparable within one search
 * @snippet: a line of its text around what was found: its names, its title or its words; "…" where
 *   it is cut, " · " between lines
 * @marks: (element-type MarchSearchMark): in @snippet, ascending, none overlap
 */
typedef struct
{
  MarchSearchKind kind;
  gint64          id;
  char           *field;
  gboolean        exact;
  double          score;
  char           *snippet;
  GArray         *marks;
} MarchSearchHit;

/* @more: there may be more than @n, "500+". */
typedef struct
{
  guint    n;
  gboolean more;
} MarchSearchCount;

/**
 * MarchSearchResults:
 * @hits: (element-type MarchSearchHit): those of the wanted kinds from the query's offset on: exact
 *   names first, then by kind, by score, and the newest first
 * @total: of the wanted kinds, without offset and limit
 * @counts: of each kind, also of those that are not wanted
 * @unfiltered: how many quotations there are without the filter, as far as they were looked at
 */
typedef struct
{
  GPtrArray       *hits;
  MarchSearchCount total;
  MarchSearchCount counts[MARCH_N_SEARCH_KINDS];
  MarchSearchCount unfiltered;
} MarchSearchResults;

/**
 * MarchSearch:
 *
 * A connection of its own to a dossier's file, for searching only. Any thread, one at a time.
 */
typedef struct _MarchSearch MarchSearch;

MarchSearch        *march_search_new          (const char   *path,
                                               MarchAccess   access,
                                               GError      **error);
void                march_search_free         (MarchSearch *search);

MarchSearchResults *march_search_run          (MarchSearch             *search,
                                               const MarchSearchQuery  *query,
                                               GCancellable            *cancellable,
                                               GError                 **error);
void                march_search_results_free (MarchSearchResults *results);
gboolean            march_search_has_words    (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearch, march_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchResults, march_search_results_free)

G_END_DECLS
