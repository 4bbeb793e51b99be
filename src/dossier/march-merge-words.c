/* march-merge-words.c — a conflict of a merge in words: which record, and what each side says */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

#define MOST_CHARACTERS 80 /* of a value; a text may be a whole article */

/* What a record is called, and the query for its name. */
static const struct
{
  const char *table;
  const char *noun;
  const char *name;
} subjects[] = {
  { "dossier", N_ ("Dossier"), "SELECT title FROM dossier WHERE id = ?1" },
  { "actor", N_ ("Actor"),
    "SELECT text FROM actor_name WHERE actor_id = ?1 ORDER BY preferred DESC, id" },
  { "actor_name", N_ ("Name of an actor"), "SELECT text FROM actor_name WHERE id = ?1" },
  { "office", N_ ("Office"),
    "SELECT text FROM actor_name JOIN office USING (actor_id) WHERE office.id = ?1 ORDER BY "
    "preferred DESC, actor_name.id" },
  { "place", N_ ("Place"), "SELECT text FROM name WHERE place_id = ?1 ORDER BY role = "
    "'main' DESC" },
  { "place_link", N_ ("Place within a place"),
    "SELECT text FROM name JOIN place_link ON place_id = child_id WHERE place_link.id = ?1 ORDER "
    "BY role = 'main' DESC" },
  { "name", N_ ("Name of a place"), "SELECT text FROM name WHERE id = ?1" },
  { "source", N_ ("Source"), "SELECT title FROM source WHERE id = ?1" },
  { "source_link", N_ ("Link of sources"),
    "SELECT title FROM source JOIN source_link ON source_id = source.id WHERE "
    "source_link.id = ?1" },
  { "source_text", N_ ("Text of a source"),
    "SELECT title FROM source JOIN source_text ON source_id = source.id WHERE "
    "source_text.id = ?1" },
  { "quotation", N_ ("Quotation"), "SELECT exact FROM quotation WHERE id = ?1" },
  { "span", N_ ("Part of a quotation"), "SELECT exact FROM span WHERE id = ?1" },
  { "chain", N_ ("Speaker of a quotation"),
    "SELECT exact FROM quotation JOIN chain ON quotation_id = quotation.id WHERE chain.id = ?1" },
  { "set_aside", N_ ("Passage set aside"), "SELECT reason FROM set_aside WHERE id = ?1" },
  { "proposal", N_ ("Proposal"), "SELECT title FROM proposal WHERE id = ?1" },
  { "proposal_term", N_ ("Term of a proposal"),
    "SELECT title FROM proposal JOIN proposal_term ON proposal_id = proposal.id WHERE "
    "proposal_term.id = ?1" },
  { "assertion", N_ ("Assertion"),
    "SELECT coalesce (nullif (title, ''), kind || coalesce (': ' || (SELECT text FROM name WHERE "
    "name.place_id = assertion.place_id ORDER BY role = 'main' DESC), '')) FROM assertion WHERE id "
    "= ?1" },
  { "tag", N_ ("Tag"), "SELECT text FROM tag WHERE id = ?1" },
  { "participant", N_ ("Participant of an event"),
    "SELECT text FROM actor_name JOIN participant USING (actor_id) WHERE participant.id = ?1 ORDER "
    "BY preferred DESC" },
  { "evidence", N_ ("Evidence"),
    "SELECT exact FROM quotation JOIN evidence ON quotation_id = quotation.id WHERE evidence.id = "
    "?1" },
  { "control_area", N_ ("Dated area"), "SELECT valid_edtf FROM control_area WHERE id = ?1" },
  { "background", N_ ("Background of the map"), "SELECT name FROM background WHERE id = ?1" },
};

void
march_merge_conflict_free (MarchMergeConflict *conflict)
{
  g_free (conflict->what);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MOST_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

static char *
read_name (MarchDatabase *database, const char *sql, gint64 id)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!march_statement_step (statement, &row, NULL) || !row ||
      march_statement_get_text (statement, 0) == NULL)
    return NULL;
  return shorten (march_statement_get_text (statement, 0));
}

/* By the name it has here, or else there. */
static char *
describe_record (MarchMerge *merge, const MarchRecordTable *table, gint64 id)
{
  gsize            i = 0;
  g_autofree char *name = NULL;

  while (i < G_N_ELEMENTS (subjects) && !g_str_equal (subjects[i].table, table->name))
    i++;
  if (i == G_N_ELEMENTS (subjects))
    return g_strdup (table->name);
  name = read_name (merge->ours, subjects[i].name, id);
  if (name == NULL)
    name = read_name (merge->theirs, subjects[i].name, id);
  if (name == NULL || *name == '\0')
    return g_strdup (_ (subjects[i].noun));
  /* Translators: a kind of record, such as “Actor”, and its name. */
  return g_strdup_printf (_ ("%1$s “%2$s”"), _ (subjects[i].noun), name);
}

/* Of what refers to another record, that one's name. */
static char *
describe_link (MarchMerge *merge, const char *table, const char *column, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s') "
                                          "WHERE \"from\" = '%s'",
                                          table, column);
  g_autofree char        *parent = march_sqlite_select_text (merge->ours->handle, sql, NULL);
  const MarchRecordTable *record_table = parent != NULL ? march_record_find_table (parent) : NULL;

  return record_table != NULL ? describe_record (merge, record_table, id) : NULL;
}

static char *
describe_value (MarchMerge             *merge,
                const MarchRecordTable *table,
                const char             *column,
                sqlite3_value          *value)
{
  const char *text;
  char       *link;

  if (sqlite3_value_type (value) == SQLITE_NULL)
    return g_strdup ("–");
  if (sqlite3_value_type (value) == SQLITE_BLOB)
    return g_strdup (_ ("another shape"));
  if (g_str_has_suffix (column, "_id"))
    {
      link = describe_link (merge, table->name, column, sqlite3_value_int64 (value));
      if (link != NULL)
        return link;
    }
  text = (const char *) sqlite3_value_text (value);
  return shorten (text != NULL ? text : "");
}

/* What @row says where @other says something else, by the columns' names in the file. */
static char *
describe_version (MarchMerge             *merge,
                  const MarchRecordTable *table,
                  GStrv                   columns,
                  GPtrArray              *row,
                  GPtrArray              *other)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row == NULL)
    return g_strdup (_ ("deleted"));
  for (guint i = 1; i < row->len; i++)
    {
      g_autofree char *value = NULL;

      if (!march_merge_is_told (columns[i]) || g_str_equal (columns[i], "uuid") ||
          (other != NULL && march_merge_value_equal (row->pdata[i], other->pdata[i])) ||
          (other == NULL && sqlite3_value_bytes (row->pdata[i]) == 0))
        continue;
      value = describe_value (merge, table, columns[i], row->pdata[i]);
      g_ptr_array_add (parts, g_strdup_printf ("%s: %s", columns[i], value));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/**
 * march_merge_tell_versions:
 * @ours: the id of a record here
 * @theirs: the id of the one there that it is at odds with; mostly the same
 *
 * Adds a conflict: what the record is, and what each side says of it that the other does not.
 */
gboolean
march_merge_tell_versions (MarchMerge             *merge,
                           const MarchRecordTable *table,
                           gint64                  ours,
                           gint64                  theirs,
                           GError                **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (merge->ours, table, error);
  g_autoptr (GPtrArray) our_row = NULL, their_row = NULL;
  MarchMergeConflict *conflict;

  if (columns == NULL ||
      !march_merge_row_read (merge->ours, table, columns, ours, &our_row, error) ||
      !march_merge_row_read (merge->theirs, table, columns, theirs, &their_row, error))
    return FALSE;
  conflict = g_new0 (MarchMergeConflict, 1);
  conflict->what = describe_record (merge, table, ours);
  conflict->ours = describe_version (merge, table, columns, our_row, their_row);
  conflict->theirs = describe_version (merge, table, columns, their_row, our_row);
  g_ptr_array_add (merge->conflicts, conflict);
  return TRUE;
}

/**
 * march_merge_tell_link:
 * @ours_has_parent: whether it was deleted there, and not here
 *
 * Adds a conflict: one side refers to a record that the other has deleted.
 */
gboolean
march_merge_tell_link (MarchMerge             *merge,
                       const MarchRecordTable *child,
                       gint64                  child_id,
                       const MarchRecordTable *parent,
                       gint64                  parent_id,
                       gboolean                ours_has_parent,
                       GError                **error)
{
  MarchMergeConflict *conflict = g_new0 (MarchMergeConflict, 1);
  g_autofree char    *needing = describe_record (merge, child, child_id);
  /* Translators: %s is a record, such as an actor and its name. */
  g_autofree char *refers = g_strdup_printf (_ ("refers to it: %s"), needing);

  conflict->what = describe_record (merge, parent, parent_id);
  conflict->ours = g_strdup (ours_has_parent ? refers : _ ("deleted"));
  conflict->theirs = g_strdup (ours_has_parent ? _ ("deleted") : refers);
  g_ptr_array_add (merge->conflicts, conflict);
  return TRUE;
}
