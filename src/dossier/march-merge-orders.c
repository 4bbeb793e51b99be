/* march-merge-orders.c — what each side may say by itself and both together may not: two newer
 * versions of one assertion, and places within each other */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

#define MOST_VERSIONS 10000

static gboolean
select_id (MarchMerge *merge, const char *sql, gint64 parameter, gint64 but, gint64 *id,
           GError **error)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (merge->target->handle, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, parameter);
  sqlite3_bind_int64 (statement, 2, but);
  if (!march_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

static gboolean
find_next (MarchMerge *merge, gint64 version, gint64 but, gint64 *next, GError **error)
{
  return select_id (merge,
                    "SELECT id FROM assertion WHERE supersedes_id = ?1 AND id <> ?2 ORDER BY id",
                    version, but, next, error);
}

/* The newest version that leads from @version. */
static gboolean
find_newest (MarchMerge *merge, gint64 version, gint64 but, gint64 *newest, GError **error)
{
  gint64 next = version;

  for (guint i = 0; next != 0 && i < MOST_VERSIONS; i++)
    {
      *newest = next;
      if (!find_next (merge, *newest, but, &next, error))
        return FALSE;
    }
  return TRUE;
}

/* A value that is an id. */
static sqlite3_value *
make_id (MarchMerge *merge, gint64 id)
{
  g_autoptr (sqlite3_stmt) statement = march_statement_new (merge->target->handle, "SELECT ?1",
                                                            NULL);
  sqlite3_value *value = NULL;

  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_value_dup (sqlite3_column_value (statement, 0));
  return value;
}

static gboolean
put_after (MarchMerge             *merge,
           MarchEdit              *edit,
           const MarchRecordTable *table,
           GStrv                   columns,
           GPtrArray              *row,
           gint64                  version,
           GError                **error)
{
  g_autoptr (GPtrArray) copy = march_merge_row_copy (row);
  sqlite3_value *value = make_id (merge, version);

  for (guint i = 0; columns[i] != NULL; i++)
    if (g_str_equal (columns[i], "supersedes_id"))
      march_merge_row_set (copy, i, value);
  sqlite3_value_free (value);
  return march_merge_put (merge, edit, table, sqlite3_value_int64 (row->pdata[0]), copy, error);
}

/* Of two newer versions the one that counts supersedes the other: both stay readable. */
static gboolean
order_versions (MarchMerge             *merge,
                MarchEdit              *edit,
                const MarchRecordTable *table,
                GStrv                   columns,
                GPtrArray              *brought,
                gboolean               *skip,
                GError                **error)
{
  gint64 id = sqlite3_value_int64 (brought->pdata[0]), other = 0, newest = 0;
  gint64 old = march_merge_row_get_int (brought, columns, "supersedes_id");
  g_autoptr (GPtrArray) standing = NULL;

  if (old == 0)
    return TRUE;
  if (!find_next (merge, old, id, &other, error))
    return FALSE;
  if (other == 0)
    return TRUE;
  march_merge_tell (merge, (MarchMergeClash){ { table, id }, other, { NULL, 0 }, FALSE });
  *skip = march_merge_choose (merge, table, id) == MARCH_MERGE_TAKE_BROUGHT;
  if (!find_newest (merge, *skip ? other : id, *skip ? id : 0, &newest, error))
    return FALSE;
  if (*skip)
    return put_after (merge, edit, table, columns, brought, newest, error);
  return march_merge_row_read (merge->target, table, columns, other, &standing, error) &&
         standing != NULL &&
         put_after (merge, edit, table, columns, standing, newest, error);
}

/* The link by which the parent lies within the child already. */
static const char circle_sql[] =
    "WITH RECURSIVE above (link, place) AS ("
    "SELECT id, parent_id FROM place_link WHERE child_id = ?1 "
    "UNION SELECT above.link, place_link.parent_id FROM place_link JOIN above ON child_id = place) "
    "SELECT link FROM above WHERE place = ?2 ORDER BY link";

/* Two places can't lie within each other. */
static gboolean
break_circle (MarchMerge             *merge,
              MarchEdit              *edit,
              const MarchRecordTable *table,
              GStrv                   columns,
              GPtrArray              *brought,
              gboolean               *skip,
              GError                **error)
{
  gint64 id = sqlite3_value_int64 (brought->pdata[0]), other = 0;
  gint64 child = march_merge_row_get_int (brought, columns, "child_id");
  gint64 parent = march_merge_row_get_int (brought, columns, "parent_id");

  while (!*skip)
    {
      if (!select_id (merge, circle_sql, parent, child, &other, error))
        return FALSE;
      if (other == 0)
        return TRUE;
      march_merge_tell (merge, (MarchMergeClash){ { table, id }, other, { NULL, 0 }, FALSE });
      *skip = march_merge_choose (merge, table, id) != MARCH_MERGE_TAKE_BROUGHT;
      if (!*skip && !march_merge_put (merge, edit, table, other, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_merge_keep_order:
 * @id: of a record that is brought and about to be written
 * @skip: (out): set where it is written already, or not to be
 *
 * Decides on what the tables allow and the records together do not.
 */
gboolean
march_merge_keep_order (MarchMerge             *merge,
                        MarchEdit              *edit,
                        const MarchRecordTable *table,
                        gint64                  id,
                        gboolean               *skip,
                        GError                **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GPtrArray) brought = NULL;

  if (columns == NULL || !march_merge_read (&merge->brought, table, columns, id, &brought, error))
    return FALSE;
  if (brought != NULL && g_str_equal (table->name, "assertion"))
    return order_versions (merge, edit, table, columns, brought, skip, error);
  if (brought != NULL && g_str_equal (table->name, "place_link"))
    return break_circle (merge, edit, table, columns, brought, skip, error);
  return TRUE;
}
