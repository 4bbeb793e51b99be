/* march-search-private.h — terms, words, snippets and scores of a search; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-search.h"
#include "dossier/march-statement.h"

G_BEGIN_DECLS

/* Entries of quotations are numbered from here on, those of notes from the other on, and those of
 * all other kinds below. */
#define MARCH_SEARCH_FIRST_QUOTATION (G_GINT64_CONSTANT (1) << 40)
#define MARCH_SEARCH_FIRST_NOTE      (G_GINT64_CONSTANT (1) << 39)

/**
 * MarchSearchWords:
 * @folded: (element-type utf8): as march_fold_loosely() gives them
 * @ranges: (element-type MarchSearchMark): where they stand in the text
 * @apostrophes: whether one of them has an apostrophe in it
 *
 * The words of a text: runs of letters, digits and diacritics.
 */
typedef struct
{
  GPtrArray *folded;
  GArray    *ranges;
  gboolean   apostrophes;
} MarchSearchWords;

/**
 * MarchSearchTerm:
 * @typed: a word or a phrase as it was typed, without quotation marks
 * @joined: its words; an apostrophe joins ("Velmark’s" is one word), as in an entry's folded text
 * @split: its words; an apostrophe splits, as full-text search does in the text as written
 * @unfinished: whether the last word may go on
 * @words: (nullable) (element-type utf8): the indexed words that it may become, from
 *   march_search_expand(); %NULL if there are none or too many
 * @names: (nullable) (element-type MarchSearchTerm): what else is called so is also called this,
 *   from march_search_add_names(): to be found as well
 * @n_folded: how many of @words, the first ones, begin like the folded word and not only as written
 */
typedef struct
{
  char             *typed;
  MarchSearchWords *joined;
  MarchSearchWords *split;
  gboolean          unfinished;
  GPtrArray        *words;
  GPtrArray        *names;
  guint             n_folded;
} MarchSearchTerm;

MarchSearchWords *march_search_words_new       (const char *text, gboolean split);
void              march_search_words_free      (MarchSearchWords *words);
GArray           *march_search_find_marks      (const char *text, GPtrArray *terms);

gboolean          march_search_is_quote        (gunichar c);
GPtrArray        *march_search_parse           (const char *text);
gboolean          march_search_is_one_letter   (GPtrArray *terms);
char             *march_search_make_expression (GPtrArray *terms);
void              march_search_count_phrases   (GPtrArray *terms, int *first, int *next);
void              march_search_term_add_name   (MarchSearchTerm *term, const char *name);
gboolean          march_search_add_names       (sqlite3 *handle, GPtrArray *terms, GError **error);
char             *march_search_fold_name       (const char *text);
char             *march_search_make_name       (GPtrArray *terms);
gboolean          march_search_is_name         (const char *folded,
                                                const char *name,
                                                gboolean    any_line);

char             *march_search_make_snippet    (const char *body, GPtrArray *terms, GArray **marks);

gboolean          march_search_score_register  (sqlite3 *handle, GError **error);

gboolean          march_search_vocabulary_register (sqlite3 *handle, GError **error);
gboolean          march_search_expand              (sqlite3    *handle,
                                                    GPtrArray  *terms,
                                                    GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSearchWords, march_search_words_free)

G_END_DECLS
