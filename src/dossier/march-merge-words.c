/* march-merge-words.c — a conflict of a merge in words: which record, and what each side says */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

#define MOST_TOLD 600    /* characters of a value; a text may be a whole article */
#define BEFORE_CHANGE 60 /* of them before the first that the sides have differently */

void
march_merge_conflict_free (MarchMergeConflict *conflict)
{
  g_free (conflict->what);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

/* Returns: how many characters two texts begin with alike */
static glong
count_common (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_make_valid (one, -1);
  g_autofree char *b = g_utf8_make_valid (other, -1);
  const char      *p = a, *q = b;
  glong            n = 0;

  while (*p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q))
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
      n++;
    }
  return n;
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

/* The part of a text that shows where the other side's differs. */
static char *
describe_text (const char *text, const char *other)
{
  glong common = other != NULL ? count_common (text, other) : 0;

  return march_merge_shorten (text, common - BEFORE_CHANGE, MOST_TOLD);
}

/* @other: (nullable): what the other side has */
static char *
describe_value (MarchMerge             *merge,
                const MarchRecordTable *table,
                const char             *column,
                sqlite3_value          *value,
                sqlite3_value          *other)
{
  const char *text;
  char       *link;

  if (sqlite3_value_bytes (value) == 0)
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
  return describe_text (march_merge_get_words (table->name, column, text != NULL ? text : ""),
                        other != NULL ? (const char *) sqlite3_value_text (other) : NULL);
}

/* @both: the other side has the record and says the contrary */
static void
add_retraction (GPtrArray *parts, sqlite3_value *value, gboolean both)
{
  if (sqlite3_value_int64 (value) != 0)
    g_ptr_array_add (parts, g_strdup (_("retracted")));
  else if (both)
    g_ptr_array_add (parts, g_strdup (_("not retracted")));
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

      if (!march_merge_is_told (columns[i]) || g_str_equal (columns[i], "uuid") ||
          (other != NULL && march_merge_value_equal (row->pdata[i], other->pdata[i])) ||
          (other == NULL && sqlite3_value_bytes (row->pdata[i]) == 0))
        continue;
      if (g_str_equal (columns[i], "retracted"))
        {
          add_retraction (parts, row->pdata[i], other != NULL);
          continue;
        }
      if (g_str_equal (columns[i], "retract_reason") && sqlite3_value_bytes (row->pdata[i]) == 0)
        continue;
      value = describe_value (merge, table, columns[i], row->pdata[i],
                              other != NULL ? other->pdata[i] : NULL);
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

/* Settings that one side alone has changed are not asked about, as march-changes-apply.c mixes
 * them: only the others are told. Takes the row as the colleague has it. */
static gboolean
read_brought_settings (MarchMerge             *merge,
                       const MarchRecordTable *table,
                       GStrv                   columns,
                       GPtrArray              *standing,
                       GPtrArray             **row,
                       GError                **error)
{
  MarchChanges *changes = merge->brought.changes;
  g_autoptr (GPtrArray) brought = NULL, base = NULL;

  if (!march_merge_row_read (changes->after, table, columns, 1, &brought, error) ||
      !march_merge_row_read (changes->before, table, columns, 1, &base, error))
    return FALSE;
  g_clear_pointer (row, g_ptr_array_unref);
  if (brought == NULL || base == NULL)
    return TRUE;
  *row = march_merge_row_copy (brought);
  for (guint i = 0; i < base->len; i++)
    if (march_merge_value_equal (brought->pdata[i], base->pdata[i]) ||
        march_merge_value_equal (standing->pdata[i], base->pdata[i]))
      march_merge_row_set (*row, i, standing->pdata[i]);
  return TRUE;
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
  if (g_str_equal (table->name, "dossier") && merge->brought.changes != NULL && brought != NULL &&
      standing != NULL &&
      !read_brought_settings (merge, table, columns, standing, &brought, error))
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
