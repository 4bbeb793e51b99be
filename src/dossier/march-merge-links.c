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
    sqlite3_bind_value (statement, (int) i + 2, find_value (row, columns, names->pdata[i]));
  if (!march_statement_step (statement, &is_row, error))
    return FALSE;
  *found = is_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* One way or the other, only one of the two stays. */
static gboolean
settle_double (MarchMerge             *merge,
               MarchEdit              *edit,
               const MarchRecordTable *table,
               gint64                  ours,
               gint64                  theirs,
               gboolean               *skip,
               GError                **error)
{
  if (!march_merge_tell_versions (merge, table, ours, theirs, error))
    return FALSE;
  if (merge->choice == MARCH_MERGE_OURS)
    return march_merge_set_record (merge, edit, table, merge->ours, theirs, error);
  *skip = TRUE;
  return TRUE;
}

/**
 * march_merge_drop_doubles:
 * @id: of a record of ours that is about to be written
 * @skip: (out): set where theirs says the same and stays
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
  g_autoptr (GPtrArray)
      indexes = list_texts (merge->target,
                            "SELECT name FROM pragma_index_list (?1) WHERE \"unique\"",
                            table->name, error);
  g_auto (GStrv) columns = march_merge_list_columns (merge->ours, table, error);
  g_autoptr (GPtrArray) row = NULL;

  if (indexes == NULL || columns == NULL ||
      !march_merge_row_read (merge->ours, table, columns, id, &row, error))
    return FALSE;
  for (guint i = 0; i < indexes->len && !*skip; i++)
    {
      g_autoptr (GPtrArray) names = list_texts (merge->target,
                                                "SELECT name FROM pragma_index_info (?1)",
                                                indexes->pdata[i], error);
      gint64 other = 0;

      if (names == NULL || !find_double (merge, table, names, columns, row, &other, error) ||
          (other != 0 && !settle_double (merge, edit, table, id, other, skip, error)))
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

static gboolean
get_parent_id (MarchMerge *merge, const Broken *link, gint64 *id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT \"from\" FROM pragma_foreign_key_list (?1) WHERE id = %d",
                       link->link);
  g_autoptr (GPtrArray) names = list_texts (merge->target, sql, link->child->name, error);
  g_autofree char *value = NULL;

  if (names == NULL || names->len == 0)
    return FALSE;
  value = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = %" G_GINT64_FORMAT,
                           (char *) names->pdata[0], link->child->name, link->child_id);
  return march_sqlite_select_integer (merge->target->handle, value, id, error);
}

static gboolean
has_record (MarchDatabase          *database,
            const MarchRecordTable *table,
            gint64                  id,
            gboolean               *has,
            GError                **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE id = %" PRId64,
                                          table->name, (int64_t) id);
  gint64           value = 0;

  if (!march_sqlite_select_integer (database->handle, sql, &value, error))
    return FALSE;
  *has = value != 0;
  return TRUE;
}

/* The side that was chosen has both records or lacks both: as it has them, the link holds. */
static gboolean
mend (MarchMerge *merge, MarchEdit *edit, const Broken *link, GError **error)
{
  MarchDatabase *chosen = merge->choice == MARCH_MERGE_OURS ? merge->ours : merge->theirs;
  gint64         parent_id = 0;
  gboolean       has = FALSE, ours_has = FALSE;

  if (!get_parent_id (merge, link, &parent_id, error) ||
      !has_record (merge->ours, link->parent, parent_id, &ours_has, error) ||
      !has_record (chosen, link->parent, parent_id, &has, error))
    return FALSE;
  if (merge->choice == MARCH_MERGE_ASK)
    return march_merge_tell_link (merge, link->child, link->child_id, link->parent, parent_id,
                                  ours_has, error);
  return has ? march_merge_set_record (merge, edit, link->parent, chosen, parent_id, error)
             : march_merge_set_record (merge, edit, link->child, chosen, link->child_id, error);
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
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Broken));

  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      if (!list_broken (merge, links, error))
        return FALSE;
      for (guint i = 0; i < links->len; i++)
        if (!mend (merge, edit, &g_array_index (links, Broken, i), error))
          return FALSE;
      if (links->len == 0 || merge->choice == MARCH_MERGE_ASK)
        return TRUE;
    }
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_FAILED,
                       _ ("The edits can’t be merged, as the two files refer to each other’s "
                          "records in a circle. Save under another name; your edits are kept."));
  return FALSE;
}
