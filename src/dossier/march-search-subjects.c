/* march-search-subjects.c — what is searched of each record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-subjects.h"

/* A note that is a column of the record. */
#define NOTE_WHERE(table, column, condition)                                                       \
  " UNION ALL SELECT 'note', '" table "." column "', " column " FROM " table                       \
  " WHERE id = ?1" condition
#define NOTE(table, column) NOTE_WHERE (table, column, "")

/* Notes of records that belong to the record, a line each. */
#define NOTES(table, field, words, child, owner)                                                   \
  " UNION ALL SELECT 'note', '" table "." field "', group_concat (words, char (10)) FROM ("        \
  "SELECT " words " AS words FROM " child " WHERE " owner " = ?1 ORDER BY id) WHERE words <> ''"

#define ENTRIES(table, kinds)                                                                      \
  "record_id = ?1 AND kind IN (" kinds ", 'note') AND (kind <> 'note' OR field GLOB '" table ".*')"

/* What another version took the place of is found by that one. */
#define IN_FORCE                                                                                   \
  " AND retracted = 0 AND NOT EXISTS (SELECT 1 FROM assertion AS later "                           \
  "WHERE later.supersedes_id = assertion.id)"

static const char place_rows[]
    = "SELECT 'place', '', (SELECT group_concat (text, char (10)) FROM ("
      " SELECT text FROM (SELECT text FROM name WHERE place_id = ?1"
      "  ORDER BY role = 'main' DESC, id)"
      " UNION ALL SELECT code FROM place WHERE id = ?1)) "
      "FROM place WHERE id = ?1" NOTE ("place", "note");

static const char actor_rows[]
    = "SELECT 'actor', '', (SELECT group_concat (text, char (10)) FROM ("
      " SELECT text FROM actor_name WHERE actor_id = ?1 ORDER BY preferred DESC, id)) "
      "FROM actor WHERE id = ?1" NOTE ("actor", "note");

static const char source_rows[]
    = "SELECT 'source', '', title"
      " || coalesce (char (10)"
      "  || (SELECT group_concat (coalesce (json_extract (value, '$.literal'),"
      "  coalesce (json_extract (value, '$.given') || ' ', '')"
      "  || coalesce (json_extract (value, '$.family'), '')), char (10))"
      "  FROM json_each (source.csl, '$.author')), '')"
      " || coalesce (char (10) || json_extract (csl, '$.\"container-title\"'), '') "
      "FROM source WHERE id = ?1 AND json_valid (csl)" NOTE ("source", "note")
      NOTE ("source", "inferred") NOTE ("source", "grade_reason")
      NOTES ("source", "link", "reason", "source_link", "source_id")
      NOTES ("source", "set_aside", "reason", "set_aside", "source_id")
      NOTES ("source", "areas", "note", "area_import", "source_id")
      NOTES ("source", "points", "note", "point_import", "source_id");

static const char quotation_rows[]
    = "SELECT 'quotation', '', trim (coalesce (exact, '') || char (10) || translation, char (10)) "
      "FROM quotation WHERE id = ?1" NOTE ("quotation", "note")
      NOTES ("quotation", "evidence", "note", "evidence", "quotation_id");

static const char proposal_rows[]
    = "SELECT 'proposal', '', trim (title || char (10) || terms, char (10)) "
      "FROM proposal WHERE id = ?1"
      NOTES ("proposal", "term", "trim (terms || char (10) || deferred, char (10))",
             "proposal_term", "proposal_id");

static const char assertion_rows[]
    = "SELECT kind, '', trim (title || char (10) || quantity, char (10)) FROM assertion "
      "WHERE id = ?1 AND kind IN ('event', 'thesis', 'figure')" IN_FORCE
      NOTE_WHERE ("assertion", "note", IN_FORCE) NOTE_WHERE ("assertion", "reasoning", IN_FORCE)
      NOTE_WHERE ("assertion", "assumption", IN_FORCE)
      NOTE_WHERE ("assertion", "would_change", IN_FORCE)
      NOTE_WHERE ("assertion", "rank_reason", IN_FORCE)
      NOTE_WHERE ("assertion", "retract_reason", " AND retracted = 1");

static const MarchSearchSubject subjects[] = {
  { "place", ENTRIES ("place", "'place'"), place_rows },
  { "actor", ENTRIES ("actor", "'actor'"), actor_rows },
  { "source", ENTRIES ("source", "'source'"), source_rows },
  { "quotation", ENTRIES ("quotation", "'quotation'"), quotation_rows },
  { "proposal", ENTRIES ("proposal", "'proposal'"), proposal_rows },
  { "assertion", ENTRIES ("assertion", "'event', 'thesis', 'figure'"), assertion_rows },
};

G_STATIC_ASSERT (G_N_ELEMENTS (subjects) == MARCH_N_SEARCH_SUBJECTS);

/** march_search_get_subject: @i: below %MARCH_N_SEARCH_SUBJECTS. Returns: (transfer none): it */
const MarchSearchSubject *
march_search_get_subject (guint i)
{
  return &subjects[i];
}

/** march_search_find_subject: @table: of a subject. Returns: which it is */
guint
march_search_find_subject (const char *table)
{
  guint i = 0;

  while (!g_str_equal (subjects[i].table, table))
    i++;
  return i;
}
