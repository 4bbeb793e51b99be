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
  { "area_import", N_ ("Imported areas"),
    "SELECT title FROM source JOIN area_import ON source_id = source.id WHERE area_import.id = "
    "?1" },
  { "point_import", N_ ("Imported points"),
    "SELECT title FROM source JOIN point_import ON source_id = source.id WHERE point_import.id = "
    "?1" },
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

/* Where the name of a record may stand: with what is brought, what stands, and what was. */
static char *
find_name (MarchMerge *merge, const char *sql, gint64 id)
{
  MarchChanges  *changes = merge->brought.changes;
  MarchDatabase *places[] = { changes != NULL ? changes->after : merge->brought.database,
                              merge->standing.database,
                              changes != NULL ? changes->before : NULL };
  char          *name = NULL;

  for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL)
      name = read_name (places[i], sql, id);
  return name;
}

/**
 * march_merge_describe_record:
 *
 * Returns: (transfer full): what a record is, and its name
 */
char *
march_merge_describe_record (MarchMerge *merge, const MarchRecordKey *key)
{
  gsize            i = 0;
  g_autofree char *name = NULL;

  while (i < G_N_ELEMENTS (subjects) && !g_str_equal (subjects[i].table, key->table->name))
    i++;
  if (i == G_N_ELEMENTS (subjects))
    return g_strdup (key->table->name);
  name = find_name (merge, subjects[i].name, key->id);
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
  g_autofree char *parent = march_sqlite_select_text (merge->shape->handle, sql, NULL);
  MarchRecordKey   key = { parent != NULL ? march_record_find_table (parent) : NULL, id };

  return key.table != NULL ? march_merge_describe_record (merge, &key) : NULL;
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
  return shorten (text != NULL ? march_merge_get_words (table->name, column, text) : "");
}

/**
 * march_merge_describe_version:
 * @row: (nullable): a record as one side has it; %NULL: it has none
 * @other: (nullable): as the other has it
 *
 * Returns: (transfer full): what @row says where @other says something else
 */
char *
march_merge_describe_version (MarchMerge             *merge,
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

      /* A retraction has a reason, which is told. */
      if (!march_merge_is_told (columns[i]) || g_str_equal (columns[i], "uuid") ||
          g_str_equal (columns[i], "retracted") ||
          (other != NULL && march_merge_value_equal (row->pdata[i], other->pdata[i])) ||
          (other == NULL && sqlite3_value_bytes (row->pdata[i]) == 0))
        continue;
      value = describe_value (merge, table, columns[i], row->pdata[i]);
      g_ptr_array_add (parts, g_strdup_printf ("%s: %s",
                                               march_merge_get_label (table->name, columns[i]),
                                               value));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* Of two records that can't both be there, all that each says. */
static char *
describe_whole (MarchMerge *merge, const MarchRecordKey *key, GStrv columns, GPtrArray *row)
{
  g_autofree char *name = march_merge_describe_record (merge, key);
  g_autofree char *words =
      march_merge_describe_version (merge, key->table, columns, row, NULL);

  return g_strconcat (name, "; ", words, NULL);
}

/* What the record is, and what each side says of it that the other does not. */
static gboolean
describe_versions (MarchMerge            *merge,
                   const MarchMergeClash *clash,
                   MarchMergeConflict    *conflict,
                   GError               **error)
{
  const MarchRecordTable *table = clash->key.table;
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GPtrArray) brought = NULL, standing = NULL;
  MarchRecordKey other = { table, clash->other };

  if (columns == NULL ||
      !march_merge_read (&merge->brought, table, columns, clash->key.id, &brought, error) ||
      !march_merge_read (&merge->standing, table, columns, clash->other, &standing, error))
    return FALSE;
  if (clash->other != clash->key.id && merge->brought.changes != NULL)
    {
      conflict->ours = describe_whole (merge, &clash->key, columns, brought);
      conflict->theirs = describe_whole (merge, &other, columns, standing);
      return TRUE;
    }
  conflict->ours = march_merge_describe_version (merge, table, columns, brought, standing);
  conflict->theirs = march_merge_describe_version (merge, table, columns, standing, brought);
  return TRUE;
}

/* All that one side has of what belongs together. */
static char *
describe_rows (MarchMerge *merge, const MarchMergeClash *clash, MarchDatabase *database,
               GError **error)
{
  const MarchRecordTable *table = clash->key.table;
  MarchRelation           relation = { table, NULL, (char *) "quotation_id", TRUE };
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (columns == NULL ||
      !march_relations_list_children (database, &relation, clash->other, ids, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) row = NULL;

      if (!march_merge_row_read (database, table, columns, g_array_index (ids, gint64, i), &row,
                                 error))
        return NULL;
      g_ptr_array_add (lines, march_merge_describe_version (merge, table, columns, row, NULL));
    }
  g_ptr_array_add (lines, NULL);
  return ids->len > 0 ? g_strjoinv ("\n", (char **) lines->pdata) : g_strdup (_("deleted"));
}

static gboolean
describe_group (MarchMerge            *merge,
                const MarchMergeClash *clash,
                MarchMergeConflict    *conflict,
                GError               **error)
{
  conflict->ours = describe_rows (merge, clash, merge->brought.changes->after, error);
  conflict->theirs = conflict->ours != NULL
                         ? describe_rows (merge, clash, merge->standing.database, error)
                         : NULL;
  return conflict->theirs != NULL;
}

/* One side refers to a record that the other has deleted. */
static gboolean
describe_loss (MarchMerge            *merge,
               const MarchMergeClash *clash,
               MarchMergeConflict    *conflict,
               GError               **error)
{
  const MarchRecordTable *table = clash->key.table;
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GPtrArray) brought = NULL;
  g_autofree char *needing = march_merge_describe_record (merge, &clash->child);
  /* Translators: %s is a record, such as an actor and its name. */
  g_autofree char *refers = g_strdup_printf (_ ("refers to it: %s"), needing);

  if (columns == NULL ||
      !march_merge_read (&merge->brought, table, columns, clash->key.id, &brought, error))
    return FALSE;
  conflict->ours = g_strdup (brought != NULL ? refers : _ ("deleted"));
  conflict->theirs = g_strdup (brought != NULL ? _ ("deleted") : refers);
  return TRUE;
}

/**
 * march_merge_describe:
 *
 * Returns: (transfer full): a clash in words, "ours" being what is brought
 */
MarchMergeConflict *
march_merge_describe (MarchMerge *merge, const MarchMergeClash *clash, GError **error)
{
  g_autoptr (MarchMergeConflict) conflict = g_new0 (MarchMergeConflict, 1);

  conflict->what = march_merge_describe_record (merge, &clash->key);
  if (clash->group                 ? !describe_group (merge, clash, conflict, error)
      : clash->child.table != NULL ? !describe_loss (merge, clash, conflict, error)
                                   : !describe_versions (merge, clash, conflict, error))
    return NULL;
  return g_steal_pointer (&conflict);
}
