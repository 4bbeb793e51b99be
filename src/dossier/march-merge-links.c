/* march-merge-links.c — what a merge does about records that say the same twice, or name one that
 * is gone */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/march-error.h"
#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

#define MOST_ROUNDS 1000

/* A record whose link leads nowhere. */
typedef struct
{
  const MarchRecordTable *child;
  const MarchRecordTable *parent;
  gint64                  child_id;
  int                     link; /* which of the child's foreign keys */
} Broken;

static GPtrArray *
list_texts (MarchDatabase *database, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  if (statement == NULL)
    return NULL;
  march_statement_bind_text (statement, 1, parameter);
  while (march_statement_next (statement, &done, error))
    g_ptr_array_add (texts, g_strdup (march_statement_get_text (statement, 0)));
  return done ? g_steal_pointer (&texts) : NULL;
}

static sqlite3_value *
find_value (GPtrArray *row, GStrv columns, const char *name)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (g_str_equal (columns[i], name))
      return row->pdata[i];
  return NULL;
}

/* A record as one side has it: no row where it has none. */
static gboolean
read_record (MarchMerge             *merge,
             const MarchMergeSide   *side,
             const MarchRecordTable *table,
             gint64                  id,
             GStrv                  *columns,
             GPtrArray             **row,
             GError                **error)
{
  *columns = march_merge_list_columns (merge->shape, table, error);
  return *columns != NULL && march_merge_read (side, table, *columns, id, row, error);
}

/* The record that stands in the way of another by what both say. Nothing is like NULL. */
static gboolean
find_double (MarchMerge             *merge,
             const MarchRecordTable *table,
             GPtrArray              *names,
             GStrv                   columns,
             GPtrArray              *row,
             gint64                 *found,
             GError                **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean is_row = FALSE;

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE id <> ?1", table->name);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (sql, " AND \"%s\" = ?%u", (char *) names->pdata[i], i + 2);
  statement = march_statement_new (merge->target->handle, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_value (statement, 1, row->pdata[0]);
  for (guint i = 0; i < names->len; i++)
    march_merge_value_bind (statement, (int) i + 2, find_value (row, columns, names->pdata[i]));
  if (!march_statement_step (statement, &is_row, error))
    return FALSE;
  *found = is_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* The record that stands in the way of @row by any rule of its table; 0: there is none.
 * @by_code: whether that rule is of its code. */
static gboolean
find_any_double (MarchMerge             *merge,
                 const MarchRecordTable *table,
                 GStrv                   columns,
                 GPtrArray              *row,
                 gint64                 *other,
                 gboolean               *by_code,
                 GError                **error)
{
  g_autoptr (GPtrArray)
      indexes = list_texts (merge->target,
                            "SELECT name FROM pragma_index_list (?1) WHERE \"unique\"",
                            table->name, error);

  *other = 0;
  for (guint i = 0; indexes != NULL && *other == 0 && i < indexes->len; i++)
    {
      g_autoptr (GPtrArray) names = list_texts (merge->target,
                                                "SELECT name FROM pragma_index_info (?1)",
                                                indexes->pdata[i], error);

      if (names == NULL || !find_double (merge, table, names, columns, row, other, error))
        return FALSE;
      if (by_code != NULL)
        *by_code = names->len == 1 && g_str_equal (names->pdata[0], "code");
    }
  return indexes != NULL;
}

/* All that the analyst says is the same, and only the ids are not. */
static gboolean
is_same (GPtrArray *one, GPtrArray *other, GStrv columns)
{
  for (guint i = 1; i < one->len; i++)
    if (march_merge_is_told (columns[i]) && !g_str_equal (columns[i], "uuid") &&
        !march_merge_value_equal (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Of two that say the same, the one with the lower id stays, whoever brings which to whom. */
static gboolean
settle_same (MarchMerge             *merge,
             MarchEdit              *edit,
             const MarchRecordTable *table,
             gint64                  brought,
             gint64                  standing,
             gboolean               *skip,
             GError                **error)
{
  *skip = standing < brought;
  return *skip || march_merge_put (merge, edit, table, standing, NULL, error);
}

/* A row that was moved out of the way goes back to where it stood. What was written in its place
 * meanwhile is at odds with it as well, and gives way. */
static gboolean
restore (MarchMerge *merge, MarchEdit *edit, const MarchRecordTable *table, gint64 id,
         GError **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) row = NULL;
  gint64 other = 0;

  if (!read_record (merge, &merge->standing, table, id, &columns, &row, error))
    return FALSE;
  while (row != NULL)
    {
      if (!find_any_double (merge, table, columns, row, &other, NULL, error))
        return FALSE;
      if (other == 0)
        return march_merge_put (merge, edit, table, id, row, error);
      if (!march_merge_put (merge, edit, table, other, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* One way or the other, only one of the two stays. */
static gboolean
settle_double (MarchMerge             *merge,
               MarchEdit              *edit,
               const MarchRecordTable *table,
               gint64                  brought,
               gint64                  standing,
               gboolean               *skip,
               GError                **error)
{
  march_merge_tell (merge, (MarchMergeClash){ { table, brought }, standing, { NULL, 0 }, FALSE });
  if (march_merge_choose (merge, table, brought) == MARCH_MERGE_TAKE_BROUGHT)
    return merge->brought.changes != NULL
               ? march_merge_put (merge, edit, table, standing, NULL, error)
               : march_merge_set_record (merge, edit, table, &merge->brought, standing, error);
  *skip = TRUE;
  return merge->brought.changes == NULL || restore (merge, edit, table, brought, error);
}

static void
clear_column (GPtrArray *row, GStrv columns, const char *name)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (g_str_equal (columns[i], name))
      {
        sqlite3_value_free (row->pdata[i]);
        row->pdata[i] = NULL;
      }
}

/* Two places with one code are still two places: one of them loses the code. */
static gboolean
settle_code (MarchMerge             *merge,
             MarchEdit              *edit,
             const MarchRecordTable *table,
             GStrv                   columns,
             gint64                  brought,
             gint64                  standing,
             gboolean               *skip,
             GError                **error)
{
  MarchMergeTake take = march_merge_choose (merge, table, brought);
  gboolean       loses_brought = take != MARCH_MERGE_TAKE_BROUGHT;
  gint64         loser = loses_brought ? brought : standing;
  g_autoptr (GPtrArray) row = NULL, copy = NULL;

  march_merge_tell (merge, (MarchMergeClash){ { table, brought }, standing, { NULL, 0 }, FALSE });
  if (loses_brought ? !march_merge_read (&merge->brought, table, columns, loser, &row, error)
                    : !march_merge_row_read (merge->target, table, columns, loser, &row, error))
    return FALSE;
  copy = march_merge_row_copy (row);
  clear_column (copy, columns, "code");
  *skip = loses_brought;
  return march_merge_put (merge, edit, table, loser, copy, error);
}

static gboolean
settle (MarchMerge             *merge,
        MarchEdit              *edit,
        const MarchRecordTable *table,
        GStrv                   columns,
        GPtrArray              *row,
        gint64                  other,
        gboolean                by_code,
        gboolean               *skip,
        GError                **error)
{
  gint64 id = sqlite3_value_int64 (row->pdata[0]);
  g_autoptr (GPtrArray) standing = NULL;

  if (merge->brought.changes == NULL)
    return settle_double (merge, edit, table, id, other, skip, error);
  if (by_code)
    return settle_code (merge, edit, table, columns, id, other, skip, error);
  if (!march_merge_row_read (merge->target, table, columns, other, &standing, error))
    return FALSE;
  return standing != NULL && is_same (row, standing, columns)
             ? settle_same (merge, edit, table, id, other, skip, error)
             : settle_double (merge, edit, table, id, other, skip, error);
}

/**
 * march_merge_drop_doubles:
 * @id: of a record that is brought and about to be written
 * @skip: (out): set where what stands says the same and stays
 *
 * Makes room for a record that a rule of the tables allows once only, as a source's text.
 */
gboolean
march_merge_drop_doubles (MarchMerge             *merge,
                          MarchEdit              *edit,
                          const MarchRecordTable *table,
                          gint64                  id,
                          gboolean               *skip,
                          GError                **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) row = NULL;
  gint64   other = 0;
  gboolean by_code = FALSE;

  if (!read_record (merge, &merge->brought, table, id, &columns, &row, error))
    return FALSE;
  while (!*skip)
    {
      if (!find_any_double (merge, table, columns, row, &other, &by_code, error))
        return FALSE;
      if (other == 0)
        return TRUE;
      if (!settle (merge, edit, table, columns, row, other, by_code, skip, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_broken (MarchMerge *merge, GArray *links, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (merge->target->handle,
                                                            "PRAGMA foreign_key_check", error);
  gboolean done = FALSE;

  g_array_set_size (links, 0);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    {
      Broken broken = { march_record_find_table (march_statement_get_text (statement, 0)),
                        march_record_find_table (march_statement_get_text (statement, 2)),
                        sqlite3_column_int64 (statement, 1), sqlite3_column_int (statement, 3) };

      if (broken.child != NULL && broken.parent != NULL)
        g_array_append_val (links, broken);
    }
  return done;
}

/* The column of the child, and the id that stands in it. */
static gboolean
get_parent (MarchMerge *merge, const Broken *link, char **column, gint64 *id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT \"from\" FROM pragma_foreign_key_list (?1) WHERE id = %d",
                       link->link);
  g_autoptr (GPtrArray) names = list_texts (merge->target, sql, link->child->name, error);
  g_autofree char *value = NULL;

  if (names == NULL)
    return FALSE;
  if (names->len == 0)
    return march_sqlite_fail (merge->target->handle, SQLITE_CORRUPT, error);
  *column = g_strdup (names->pdata[0]);
  value = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = %" G_GINT64_FORMAT, *column,
                           link->child->name, link->child_id);
  return march_sqlite_select_integer (merge->target->handle, value, id, error);
}

static gboolean
has_record (MarchMerge             *merge,
            const MarchMergeSide   *side,
            const MarchRecordTable *table,
            gint64                  id,
            gboolean               *has,
            GError                **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) row = NULL;

  if (!read_record (merge, side, table, id, &columns, &row, error))
    return FALSE;
  *has = row != NULL;
  return TRUE;
}

/* The ids of the records that are part of another on one side, and are not there now. */
static gboolean
list_lost_parts (MarchMerge           *merge,
                 const MarchMergeSide *side,
                 const MarchRelation  *relation,
                 gint64                parent,
                 GArray               *ids,
                 GError              **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, relation->child, error);
  GHashTableIter iter;
  gpointer       key, row;

  if (columns == NULL)
    return FALSE;
  if (side->changes != NULL)
    return march_relations_list_children (side->changes->after, relation, parent, ids, error);
  if (side->known == NULL)
    return march_relations_list_children (side->database, relation, parent, ids, error);
  g_hash_table_iter_init (&iter, side->known);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      const MarchRecordKey *record = key;

      if (record->table == relation->child && row != NULL &&
          march_merge_row_get_int (row, columns, relation->column) == parent)
        g_array_append_val (ids, record->id);
    }
  return TRUE;
}

static gboolean
bring_part_back (MarchMerge             *merge,
                 MarchEdit              *edit,
                 const MarchRecordTable *table,
                 const MarchMergeSide   *side,
                 gint64                  id,
                 GError                **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) there = NULL, row = NULL;
  gint64 other = 0;

  if (!read_record (merge, side, table, id, &columns, &row, error) ||
      !march_merge_row_read (merge->target, table, columns, id, &there, error))
    return FALSE;
  if (there != NULL || row == NULL)
    return TRUE;
  return find_any_double (merge, table, columns, row, &other, NULL, error) &&
         (other != 0 || march_merge_put (merge, edit, table, id, row, error));
}

static gboolean
bring_parts_back (MarchMerge           *merge,
                  MarchEdit            *edit,
                  const MarchRelation  *relation,
                  const MarchMergeSide *side,
                  gint64                parent,
                  GError              **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!list_lost_parts (merge, side, relation, parent, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!bring_part_back (merge, edit, relation->child, side, g_array_index (ids, gint64, i),
                          error))
      return FALSE;
  return TRUE;
}

/* With what is part of it: a place without its names would mean nothing. */
static gboolean
bring_back (MarchMerge             *merge,
            MarchEdit              *edit,
            const MarchRecordTable *table,
            const MarchMergeSide   *side,
            gint64                  id,
            GError                **error)
{
  g_autoptr (GPtrArray) relations = march_relations_list (merge->shape, error);

  if (relations == NULL || !march_merge_set_record (merge, edit, table, side, id, error))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      const MarchRelation *relation = relations->pdata[i];

      if (relation->owned && relation->parent == table &&
          !bring_parts_back (merge, edit, relation, side, id, error))
        return FALSE;
    }
  return TRUE;
}

/* As the side has it that was chosen, unless that refers to what is gone as well. */
static gboolean
give_up (MarchMerge           *merge,
         MarchEdit            *edit,
         const Broken         *link,
         const char           *column,
         const MarchMergeSide *side,
         gint64                parent,
         GError              **error)
{
  g_auto (GStrv) columns = NULL;
  g_autoptr (GPtrArray) row = NULL;

  if (!read_record (merge, side, link->child, link->child_id, &columns, &row, error))
    return FALSE;
  if (row != NULL && march_merge_row_get_int (row, columns, column) == parent)
    g_clear_pointer (&row, g_ptr_array_unref);
  return march_merge_put (merge, edit, link->child, link->child_id, row, error);
}

/* The side that was chosen has both records or lacks both: as it has them, the link holds.
 * @mended: set where something was done about it, which has to be asked otherwise. */
static gboolean
mend (MarchMerge *merge, MarchEdit *edit, const Broken *link, gboolean *mended, GError **error)
{
  g_autofree char *column = NULL;
  gint64           parent_id = 0;
  gboolean         has = FALSE;
  MarchMergeTake   take;
  const MarchMergeSide *chosen;

  if (!get_parent (merge, link, &column, &parent_id, error))
    return FALSE;
  /* What was done about another link of the same record may have settled this one. */
  if (parent_id == 0)
    return TRUE;
  take = march_merge_choose (merge, link->parent, parent_id);
  chosen = take == MARCH_MERGE_TAKE_BROUGHT ? &merge->brought : &merge->standing;
  march_merge_tell (merge, (MarchMergeClash){ { link->parent, parent_id }, parent_id,
                                              { link->child, link->child_id }, FALSE });
  if (take == MARCH_MERGE_TAKE_NONE)
    return TRUE;
  *mended = TRUE;
  if (!has_record (merge, chosen, link->parent, parent_id, &has, error))
    return FALSE;
  return has ? bring_back (merge, edit, link->parent, chosen, parent_id, error)
             : give_up (merge, edit, link, column, chosen, parent_id, error);
}

static gboolean
mend_once (MarchMerge *merge, MarchEdit *edit, gboolean *mended, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Broken));

  *mended = FALSE;
  if (!list_broken (merge, links, error))
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    if (!mend (merge, edit, &g_array_index (links, Broken, i), mended, error))
      return FALSE;
  return TRUE;
}

/**
 * march_merge_mend_links:
 *
 * One side has deleted what the other refers to: brings back what is gone, or gives up what refers
 * to it, as chosen; tells it where that has to be asked.
 */
gboolean
march_merge_mend_links (MarchMerge *merge, MarchEdit *edit, GError **error)
{
  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      gboolean mended = FALSE;

      if (!mend_once (merge, edit, &mended, error))
        return FALSE;
      if (!mended)
        return TRUE;
    }
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                       _ ("The edits can’t be merged, as the two files refer to each other’s "
                          "records in a circle. Save under another name; your edits are kept."));
  return FALSE;
}
