/* march-merge.c — writes records as one side of a merge has them, and keeps what was there */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-merge.h"

#include "dossier/march-merge-row.h"

void
march_merge_init (MarchMerge *merge)
{
  merge->clashes = g_array_new (FALSE, TRUE, sizeof (MarchMergeClash));
  merge->written = g_array_new (FALSE, FALSE, sizeof (MarchRecordKey));
}

void
march_merge_clear (MarchMerge *merge)
{
  g_clear_pointer (&merge->clashes, g_array_unref);
  g_clear_pointer (&merge->written, g_array_unref);
}

/**
 * march_merge_new_rows:
 *
 * Returns: (transfer full) (element-type MarchRecordKey GPtrArray): for #MarchMergeSide.known; it
 *   takes what is put in
 */
GHashTable *
march_merge_new_rows (void)
{
  return g_hash_table_new_full (march_record_key_hash, march_record_key_equal, g_free,
                                (GDestroyNotify) march_merge_row_unref);
}

/**
 * march_merge_read:
 * @row: (out) (nullable) (element-type sqlite3_value): the record as @side has it; %NULL: it has
 *   none
 */
gboolean
march_merge_read (const MarchMergeSide   *side,
                  const MarchRecordTable *table,
                  GStrv                   columns,
                  gint64                  id,
                  GPtrArray             **row,
                  GError                **error)
{
  MarchRecordKey     key = { table, id };
  const MarchChange *change =
      side->changes != NULL ? march_changes_find (side->changes, table, id) : NULL;
  gpointer           known = NULL;

  *row = NULL;
  if (side->known != NULL && g_hash_table_lookup_extended (side->known, &key, NULL, &known))
    {
      *row = known != NULL ? g_ptr_array_ref (known) : NULL;
      return TRUE;
    }
  if (change != NULL && change->kind == MARCH_CHANGES_DELETED)
    return TRUE;
  if (change == NULL && side->under != NULL)
    return march_merge_read (side->under, table, columns, id, row, error);
  return march_merge_row_read (change != NULL ? side->changes->after : side->database, table,
                               columns, id, row, error);
}

/**
 * march_merge_choose:
 *
 * Returns: what counts where the sides clash over a record
 */
MarchMergeTake
march_merge_choose (MarchMerge *merge, const MarchRecordTable *table, gint64 id)
{
  MarchRecordKey key = { table, id };
  gpointer       take = NULL;

  if (merge->takes != NULL && g_hash_table_lookup_extended (merge->takes, &key, NULL, &take))
    return GPOINTER_TO_INT (take);
  return merge->take;
}

/**
 * march_merge_tell:
 *
 * Notes a clash, each once.
 */
void
march_merge_tell (MarchMerge *merge, MarchMergeClash clash)
{
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      const MarchMergeClash *told = &g_array_index (merge->clashes, MarchMergeClash, i);

      if (march_record_key_equal (&told->key, &clash.key))
        return;
    }
  g_array_append_val (merge->clashes, clash);
}

/* Before it is first written over, what stands is kept where nobody else has it. */
static gboolean
keep (MarchMerge *merge, const MarchRecordTable *table, GStrv columns, gint64 id, GError **error)
{
  MarchRecordKey key = { table, id };
  GPtrArray     *row = NULL;

  if (merge->standing.known == NULL || g_hash_table_contains (merge->standing.known, &key))
    return TRUE;
  if (!march_merge_row_read (merge->target, table, columns, id, &row, error))
    return FALSE;
  g_hash_table_insert (merge->standing.known, g_memdup2 (&key, sizeof key), row);
  return TRUE;
}

/* An edit adds one to a record's version: what is written counts after both. */
static gint64
get_version (MarchMerge *merge, const MarchRecordTable *table, GStrv columns, gint64 id)
{
  g_autoptr (GPtrArray) brought = NULL, standing = NULL;

  march_merge_read (&merge->brought, table, columns, id, &brought, NULL);
  march_merge_read (&merge->standing, table, columns, id, &standing, NULL);
  return MAX (march_merge_row_get_int (brought, columns, "version"),
              march_merge_row_get_int (standing, columns, "version") + 1);
}

static gboolean
write_row (MarchMerge             *merge,
           const MarchRecordTable *table,
           GStrv                   columns,
           gint64                  id,
           GPtrArray              *row,
           GError                **error)
{
  g_autoptr (GPtrArray) standing = NULL;
  gint64 version = get_version (merge, table, columns, id);

  if (!march_merge_read (&merge->standing, table, columns, id, &standing, error))
    return FALSE;
  if (march_merge_row_equal (row, standing, columns))
    version = march_merge_row_get_int (standing, columns, "version");
  return march_merge_row_write (merge->target, table, columns, row, version, error);
}

static gboolean
delete_row (MarchMerge *merge, const MarchRecordTable *table, gint64 id, GError **error)
{
  return march_sqlite_run_format (merge->target->handle, error,
                                  "DELETE FROM \"%s\" WHERE id = %" G_GINT64_FORMAT, table->name,
                                  id);
}

/**
 * march_merge_put:
 * @row: (nullable): with the columns of #MarchMerge.shape; %NULL deletes the record
 *
 * Makes a record of the target what @row is.
 */
gboolean
march_merge_put (MarchMerge             *merge,
                 MarchEdit              *edit,
                 const MarchRecordTable *table,
                 gint64                  id,
                 GPtrArray              *row,
                 GError                **error)
{
  MarchRecordKey key = { table, id };
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);

  g_array_append_val (merge->written, key);
  return columns != NULL && keep (merge, table, columns, id, error) &&
         march_touched_add (edit->touched, edit->database, table, id, error) &&
         (row != NULL ? write_row (merge, table, columns, id, row, error)
                      : delete_row (merge, table, id, error)) &&
         march_touched_add (edit->touched, edit->database, table, id, error);
}

/**
 * march_merge_set_record:
 * @from: whose record it is to be
 *
 * Makes the record in the target what it is there; deletes it if it isn't there.
 */
gboolean
march_merge_set_record (MarchMerge             *merge,
                        MarchEdit              *edit,
                        const MarchRecordTable *table,
                        const MarchMergeSide   *from,
                        gint64                  id,
                        GError                **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, table, error);
  g_autoptr (GPtrArray) row = NULL;

  return columns != NULL && keep (merge, table, columns, id, error) &&
         march_merge_read (from, table, columns, id, &row, error) &&
         march_merge_put (merge, edit, table, id, row, error);
}

/* All that is written goes first, to make room for what says the same anew. */
static gboolean
clear_room (MarchMerge *merge, MarchEdit *edit, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MarchMergeChange *change = &g_array_index (changes, MarchMergeChange, i);

      if (!march_merge_put (merge, edit, change->key.table, change->key.id, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_one (MarchMerge *merge, MarchEdit *edit, const MarchMergeChange *change, GError **error)
{
  const MarchRecordTable *table = change->key.table;
  gboolean skip = FALSE;

  if (change->deleted)
    return TRUE;
  return march_merge_drop_doubles (merge, edit, table, change->key.id, &skip, error) &&
         (skip || march_merge_keep_order (merge, edit, table, change->key.id, &skip, error)) &&
         (skip ||
          march_merge_set_record (merge, edit, table, &merge->brought, change->key.id, error));
}

static gboolean
add_effect (MarchMerge *merge, const MarchRecordKey *key, GArray *effects, GError **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (merge->shape, key->table, error);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  MarchMergeEffect effect = { *key, MARCH_CHANGE_UPDATE };

  if (columns == NULL ||
      !march_merge_read (&merge->standing, key->table, columns, key->id, &before, error) ||
      !march_merge_row_read (merge->target, key->table, columns, key->id, &after, error))
    return FALSE;
  if (before == NULL)
    effect.action = MARCH_CHANGE_INSERT;
  if (after == NULL)
    effect.action = MARCH_CHANGE_DELETE;
  if (!march_merge_row_equal (before, after, columns))
    g_array_append_val (effects, effect);
  return TRUE;
}

/**
 * march_merge_list_effects:
 *
 * Returns: (transfer full) (element-type MarchMergeEffect): what was done to the target, each
 *   record once; %NULL with an error
 */
GArray *
march_merge_list_effects (MarchMerge *merge, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (march_record_key_hash, march_record_key_equal);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (MarchMergeEffect));

  for (guint i = 0; i < merge->written->len; i++)
    {
      MarchRecordKey *key = &g_array_index (merge->written, MarchRecordKey, i);

      if (g_hash_table_add (seen, key) && !add_effect (merge, key, effects, error))
        return NULL;
    }
  return g_steal_pointer (&effects);
}

static gboolean
note_all (MarchMerge *merge, MarchEdit *edit, GError **error)
{
  g_autoptr (GArray) effects = march_merge_list_effects (merge, error);

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const MarchMergeEffect *effect = &g_array_index (effects, MarchMergeEffect, i);

      march_edit_note (edit, effect->key.table, effect->key.id, effect->action);
    }
  return effects != NULL;
}

/**
 * march_merge_write:
 * @changes: (element-type MarchMergeChange): what is to be as it is brought
 *
 * Writes records into the target, in any order: its foreign keys have to be off. Where one side has
 * deleted what the other refers to, or both say what may be said once, it is as chosen.
 */
gboolean
march_merge_write (MarchMerge *merge, MarchEdit *edit, GArray *changes, GError **error)
{
  if (!clear_room (merge, edit, changes, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!write_one (merge, edit, &g_array_index (changes, MarchMergeChange, i), error))
      return FALSE;
  return march_merge_mend_links (merge, edit, error) && note_all (merge, edit, error);
}
