/* march-merge-labels.c — what the columns of records are called, and their words for values */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-merge.h"

#include <glib/gi18n.h>

#include "corpus/march-vocabulary.h"

#define NO_WORDS -1

/* A column is called alike in all tables, unless the table is named. */
static const struct
{
  const char *table; /* NULL: any */
  const char *column;
  const char *label;
  int         vocabulary;
} labels[] = {
  { "name", "text", NC_("column", "name"), NO_WORDS },
  { "actor_name", "text", NC_("column", "name"), NO_WORDS },
  { "dossier", "first_edtf", NC_("column", "first day"), NO_WORDS },
  { "dossier", "last_edtf", NC_("column", "last day"), NO_WORDS },
  { "actor", "kind", NC_("column", "kind"), MARCH_VOCABULARY_ACTOR_KIND },
  { "place", "kind", NC_("column", "kind"), MARCH_VOCABULARY_PLACE_KIND },
  { "place_link", "kind", NC_("column", "kind"), MARCH_VOCABULARY_LINK_KIND },
  { "assertion", "kind", NC_("column", "kind"), MARCH_VOCABULARY_ASSERTION_KIND },
  { "name", "role", NC_("column", "role"), MARCH_VOCABULARY_NAME_ROLE },
  { "chain", "role", NC_("column", "role"), MARCH_VOCABULARY_CHAIN_ROLE },
  { "participant", "role", NC_("column", "role"), MARCH_VOCABULARY_PARTICIPANT_ROLE },
  { "assertion", "basis", NC_("column", "basis"), MARCH_VOCABULARY_CLAIM_BASIS },
  { NULL, "title", NC_("column", "title"), NO_WORDS },
  { NULL, "summary", NC_("column", "summary"), NO_WORDS },
  { NULL, "language", NC_("column", "language"), NO_WORDS },
  { NULL, "carry_days", NC_("column", "days carried forward"), NO_WORDS },
  { NULL, "convention", NC_("column", "borders by"), NO_WORDS },
  { NULL, "area_source_id", NC_("column", "areas drawn"), NO_WORDS },
  { NULL, "palette", NC_("column", "colour"), NO_WORDS },
  { NULL, "note", NC_("column", "note"), NO_WORDS },
  { NULL, "text", NC_("column", "text"), NO_WORDS },
  { NULL, "code", NC_("column", "code"), NO_WORDS },
  { NULL, "geom", NC_("column", "shape"), NO_WORDS },
  { NULL, "actor_id", NC_("column", "actor"), NO_WORDS },
  { NULL, "body_id", NC_("column", "body"), NO_WORDS },
  { NULL, "place_id", NC_("column", "place"), NO_WORDS },
  { NULL, "child_id", NC_("column", "place"), NO_WORDS },
  { NULL, "parent_id", NC_("column", "within"), NO_WORDS },
  { NULL, "user_id", NC_("column", "used by"), NO_WORDS },
  { NULL, "csl", NC_("column", "bibliographic data"), NO_WORDS },
  { NULL, "published_edtf", NC_("column", "published"), NO_WORDS },
  { NULL, "grade", NC_("column", "grade"), NO_WORDS },
  { NULL, "grade_reason", NC_("column", "reason of the grade"), NO_WORDS },
  { NULL, "source_id", NC_("column", "source"), NO_WORDS },
  { NULL, "other_id", NC_("column", "other source"), NO_WORDS },
  { NULL, "reason", NC_("column", "reason"), NO_WORDS },
  { NULL, "exact", NC_("column", "words"), NO_WORDS },
  { NULL, "voice", NC_("column", "voice"), MARCH_VOCABULARY_VOICE },
  { NULL, "act", NC_("column", "speech act"), MARCH_VOCABULARY_ACT },
  { NULL, "said_edtf", NC_("column", "said"), NO_WORDS },
  { NULL, "credibility", NC_("column", "credibility"), NO_WORDS },
  { NULL, "translation", NC_("column", "translation"), NO_WORDS },
  { NULL, "translator", NC_("column", "translator"), NO_WORDS },
  { NULL, "quotation_id", NC_("column", "quotation"), NO_WORDS },
  { NULL, "position", NC_("column", "place in the order"), NO_WORDS },
  { NULL, "status", NC_("column", "status"), MARCH_VOCABULARY_PROPOSAL_STATUS },
  { NULL, "proposer_id", NC_("column", "proposed by"), NO_WORDS },
  { NULL, "proposal_id", NC_("column", "proposal"), NO_WORDS },
  { NULL, "dated_edtf", NC_("column", "date"), NO_WORDS },
  { NULL, "terms", NC_("column", "terms"), NO_WORDS },
  { NULL, "holder_id", NC_("column", "holder"), NO_WORDS },
  { NULL, "law_id", NC_("column", "in whose law"), NO_WORDS },
  { NULL, "deferred", NC_("column", "deferred"), NO_WORDS },
  { NULL, "according_id", NC_("column", "according to"), NO_WORDS },
  { NULL, "origin", NC_("column", "origin"), MARCH_VOCABULARY_ORIGIN },
  { NULL, "polarity", NC_("column", "polarity"), MARCH_VOCABULARY_POLARITY },
  { NULL, "mode", NC_("column", "mode"), MARCH_VOCABULARY_MODE },
  { NULL, "rank", NC_("column", "rank"), MARCH_VOCABULARY_RANK },
  { NULL, "rank_reason", NC_("column", "reason of the rank"), NO_WORDS },
  { NULL, "valid_edtf", NC_("column", "when"), NO_WORDS },
  { NULL, "extent", NC_("column", "extent"), MARCH_VOCABULARY_EXTENT },
  { NULL, "value_kind", NC_("column", "value"), MARCH_VOCABULARY_VALUE_KIND },
  { NULL, "comparison", NC_("column", "comparison"), NO_WORDS },
  { NULL, "stand", NC_("column", "stand"), MARCH_VOCABULARY_STAND },
  { NULL, "low", NC_("column", "at least"), NO_WORDS },
  { NULL, "high", NC_("column", "at most"), NO_WORDS },
  { NULL, "unit", NC_("column", "unit"), NO_WORDS },
  { NULL, "quantity", NC_("column", "quantity"), NO_WORDS },
  { NULL, "period_edtf", NC_("column", "period"), NO_WORDS },
  { NULL, "reasoning", NC_("column", "reasoning"), NO_WORDS },
  { NULL, "confidence", NC_("column", "confidence"), MARCH_VOCABULARY_CONFIDENCE },
  { NULL, "supersedes_id", NC_("column", "supersedes"), NO_WORDS },
  { NULL, "retract_reason", NC_("column", "why it was retracted"), NO_WORDS },
  { NULL, "assertion_id", NC_("column", "assertion"), NO_WORDS },
  { NULL, "stance", NC_("column", "stance"), MARCH_VOCABULARY_STANCE },
  { NULL, "side_id", NC_("column", "for"), NO_WORDS },
};

/* The number of the line; that of one past the last if there is none. */
static gsize
find_line (const char *table, const char *column)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (labels) &&
         !(g_str_equal (labels[i].column, column) &&
           (labels[i].table == NULL || g_str_equal (labels[i].table, table))))
    i++;
  return i;
}

/**
 * march_merge_get_label:
 *
 * Returns: what a column is called; its name in the file where it has no other
 */
const char *
march_merge_get_label (const char *table, const char *column)
{
  gsize line = find_line (table, column);

  return line < G_N_ELEMENTS (labels) ? g_dpgettext2 (NULL, "column", labels[line].label) : column;
}

/**
 * march_merge_get_words:
 * @value: as the file has it
 *
 * Returns: the words for a value of a column; the value itself where it has no others
 */
const char *
march_merge_get_words (const char *table, const char *column, const char *value)
{
  gsize line = find_line (table, column);
  guint number = 0;

  if (line == G_N_ELEMENTS (labels) || labels[line].vocabulary == NO_WORDS ||
      !march_vocabulary_find ((MarchVocabulary) labels[line].vocabulary, value, &number))
    return value;
  return march_vocabulary_get_words ((MarchVocabulary) labels[line].vocabulary, number);
}
