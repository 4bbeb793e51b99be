/* march-merge-steps.c — puts the unsaved steps of the undo log onto what another program made of
 * the file */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-imports-private.h"
#include "dossier/march-merge-row.h"
#include "dossier/march-merge.h"

typedef void SqliteMemory;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SqliteMemory, sqlite3_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changeset_iter, sqlite3changeset_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changegroup, sqlite3changegroup_delete)

static int
add_step (sqlite3_changegroup *group, MarchUndoStep *step)
{
  gsize       length = 0;
  const void *data = g_bytes_get_data (step->changeset, &length);
  int         size = (int) length;
  g_autoptr (SqliteMemory) inverse = NULL;
  int code = SQLITE_OK;

  if (step->backwards)
    {
      code = sqlite3changeset_invert (size, data, &size, &inverse);
      data = inverse;
    }
  return code == SQLITE_OK ? sqlite3changegroup_add (group, size, (void *) data) : code;
}

/* What all steps together did to each record. */
static gboolean
sum_up (MarchDatabase *database, GPtrArray *steps, GBytes **sum, GError **error)
{
  g_autoptr (sqlite3_changegroup) group = NULL;
  void *data = NULL;
  int   size = 0;
  int   code = sqlite3changegroup_new (&group);

  for (guint i = 0; code == SQLITE_OK && i < steps->len; i++)
    code = add_step (group, g_ptr_array_index (steps, i));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &data);
  if (code != SQLITE_OK)
    return march_sqlite_fail (database->handle, code, error);
  *sum = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  return TRUE;
}

/* The record before it was edited here: as it is now, with the values that changed as they were. */
static GPtrArray *
get_base (sqlite3_changeset_iter *iter, int operation, GPtrArray *ours, guint n_columns)
{
  g_autoptr (GPtrArray) base = NULL;

  if (operation == SQLITE_INSERT)
    return NULL;
  if (ours != NULL)
    base = march_merge_row_copy (ours);
  else
    {
      base = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
      g_ptr_array_set_size (base, (int) n_columns);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_old (iter, (int) i, &value) == SQLITE_OK && value != NULL)
        march_merge_row_set (base, i, value);
    }
  return g_steal_pointer (&base);
}

static gint64
get_id (sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *value = NULL;
  int            code = operation == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &value)
                                                   : sqlite3changeset_old (iter, 0, &value);

  return code == SQLITE_OK && value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Decides on one record; what both have changed differently is told, and decided as chosen. */
static gboolean
weigh (MarchMerge             *merge,
       sqlite3_changeset_iter *iter,
       const MarchRecordTable *table,
       int                     operation,
       GArray                 *changes,
       GError                **error)
{
  MarchMergeChange change = { { table, get_id (iter, operation) }, FALSE };
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GPtrArray) brought = NULL, standing = NULL, base = NULL;

  if (columns == NULL ||
      !march_merge_read (&merge->brought, table, columns, change.key.id, &brought, error) ||
      !march_merge_read (&merge->standing, table, columns, change.key.id, &standing, error))
    return FALSE;
  base = get_base (iter, operation, brought, g_strv_length (columns));
  change.deleted = brought == NULL;
  if (march_merge_row_equal (brought, base, columns) ||
      march_merge_row_equal (brought, standing, columns))
    return TRUE;
  if (!march_merge_row_equal (standing, base, columns))
    march_merge_tell (merge, (MarchMergeClash){ change.key, change.key.id, { NULL, 0 }, FALSE });
  if (march_merge_row_equal (standing, base, columns) ||
      march_merge_choose (merge, table, change.key.id) == MARCH_MERGE_TAKE_BROUGHT)
    g_array_append_val (changes, change);
  return TRUE;
}

static gboolean
weigh_all (MarchMerge *merge, GBytes *sum, GArray *changes, GError **error)
{
  gsize       size;
  const void *data = g_bytes_get_data (sum, &size);
  g_autoptr (sqlite3_changeset_iter) iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) size, (void *) data);

  while (code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char             *name;
      const MarchRecordTable *table;
      int                     n_columns, operation;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      table = march_record_find_table (name);
      if (table == NULL)
        return march_sqlite_fail (merge->shape->handle, SQLITE_CORRUPT, error);
      if (!weigh (merge, iter, table, operation, changes, error))
        return FALSE;
      code = SQLITE_OK;
    }
  return code == SQLITE_DONE || code == SQLITE_OK ||
         march_sqlite_fail (merge->shape->handle, code, error);
}

static gboolean
fail_with_conflicts (MarchMerge *merge, GError **error)
{
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CONFLICT,
               ngettext ("%u record was changed here and by the other program, each in another "
                         "way. Choose whose counts.",
                         "%u records were changed here and by the other program, each in another "
                         "way. Choose whose count.",
                         merge->clashes->len),
               merge->clashes->len);
  return FALSE;
}

static gboolean
write_edit (MarchMerge *merge, GArray *changes, const char *label, const char *who, GError **error)
{
  g_autoptr (MarchEdit) edit = march_edit_begin (merge->target, label, who, error);

  if (edit == NULL || !march_merge_write (merge, edit, changes, error) ||
      !march_imports_copy_missing (merge->brought.database, merge->target, error))
    return FALSE;
  if (merge->take == MARCH_MERGE_TAKE_NONE && merge->clashes->len > 0)
    return fail_with_conflicts (merge, error);
  return march_edit_commit (edit, error);
}

/* With foreign keys off, as records are written in any order; march_merge_mend_links() looks after
 * them. */
static gboolean
write_unbound (MarchMerge *merge,
               GArray     *changes,
               const char *label,
               const char *who,
               GError    **error)
{
  sqlite3 *handle = merge->target->handle;
  gboolean good;

  if (!march_sqlite_run (handle, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  good = write_edit (merge, changes, label, who, error);
  return march_sqlite_run (handle, "PRAGMA foreign_keys = ON", good ? error : NULL) && good;
}

/**
 * march_merge_weigh_steps:
 *
 * Tells what both have changed, and writes nothing.
 */
gboolean
march_merge_weigh_steps (MarchMerge *merge, GPtrArray *steps, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MarchMergeChange));
  g_autoptr (GBytes) sum = NULL;

  return sum_up (merge->shape, steps, &sum, error) && weigh_all (merge, sum, changes, error);
}

/**
 * march_merge_run_steps:
 * @steps: (element-type MarchUndoStep): what was edited here since both were the same
 *
 * Writes what was edited here into the target, as one edit. Records that only one side has changed
 * are as that side has them; where both have, or where one side has deleted what the other refers
 * to, it is as chosen.
 *
 * Returns: %FALSE with %MARCH_ERROR_CONFLICT and the clashes if it has to be asked, or another
 * #MarchError
 */
gboolean
march_merge_run_steps (MarchMerge *merge, GPtrArray *steps, const char *who, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MarchMergeChange));
  g_autoptr (GBytes) sum = NULL;
  g_autofree char *label = g_strdup_printf (ngettext ("Merge %u edit", "Merge %u edits",
                                                      steps->len),
                                            steps->len);

  g_array_set_size (merge->clashes, 0);
  if (!sum_up (merge->shape, steps, &sum, error) || !weigh_all (merge, sum, changes, error))
    return FALSE;
  return write_unbound (merge, changes, label, who, error);
}

/* What has been written, where it is otherwise in the target now. */
static gboolean
add_difference (MarchMerge *merge, MarchRecordKey key, GArray *changes, GError **error)
{
  MarchMergeChange change = { key, FALSE };
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, key.table, error);
  g_autoptr (GPtrArray) brought = NULL, standing = NULL;

  if (columns == NULL ||
      !march_merge_read (&merge->brought, key.table, columns, key.id, &brought, error) ||
      !march_merge_read (&merge->standing, key.table, columns, key.id, &standing, error))
    return FALSE;
  change.deleted = brought == NULL;
  if (!march_merge_row_equal (brought, standing, columns))
    g_array_append_val (changes, change);
  return TRUE;
}

/**
 * march_merge_follow:
 * @merge: one that has been run on another copy, and before on one like @target
 * @target: is made what the target of @merge is, as one edit
 */
gboolean
march_merge_follow (MarchMerge *merge, MarchDatabase *target, const char *who, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (march_record_key_hash, march_record_key_equal);
  g_autoptr (GHashTable) known = march_merge_new_rows ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MarchMergeChange));
  g_autofree char *label = g_strdup_printf (ngettext ("Take %u record as the other program saved "
                                                      "it",
                                                      "Take %u records as the other program saved "
                                                      "them",
                                                      merge->clashes->len),
                                            merge->clashes->len);
  g_auto (MarchMerge) next = { .brought.database = merge->target,
                               .standing = { target, NULL, known, NULL },
                               .target = target,
                               .shape = target,
                               .take = MARCH_MERGE_TAKE_BROUGHT };

  march_merge_init (&next);
  for (guint i = 0; i < merge->written->len; i++)
    {
      MarchRecordKey *key = &g_array_index (merge->written, MarchRecordKey, i);

      if (g_hash_table_add (seen, key) && !add_difference (&next, *key, changes, error))
        return FALSE;
    }
  return write_unbound (&next, changes, label, who, error);
}
