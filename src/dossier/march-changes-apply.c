/* march-changes-apply.c — weighs each record of a file of changes against what stands */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-apply.h"

#include "dossier/march-merge-row.h"

/**
 * march_changes_read_base:
 * @row: (out) (nullable): the record as it was before the colleague changed it
 */
gboolean
march_changes_read_base (MarchChangesApply      *apply,
                         const MarchRecordTable *table,
                         GStrv                   columns,
                         gint64                  id,
                         GPtrArray             **row,
                         GError                **error)
{
  MarchRecordKey key = { table, id };
  gpointer       known = NULL;

  if (!g_hash_table_lookup_extended (apply->base, &key, NULL, &known))
    return march_merge_row_read (apply->changes->before, table, columns, id, row, error);
  *row = known != NULL ? g_ptr_array_ref (known) : NULL;
  return TRUE;
}

static gboolean
is_settings (const MarchRecordTable *table)
{
  return g_str_equal (table->name, "dossier");
}

/* Settings are independent of each other, unlike what a record says: of what only one side has
 * changed nothing has to be asked. Returns: whether both have changed one. */
static gboolean
mix (GPtrArray     *brought,
     GPtrArray     *standing,
     GPtrArray     *base,
     GStrv          columns,
     MarchMergeTake take,
     GPtrArray    **mixed)
{
  gboolean clash = FALSE;

  *mixed = march_merge_row_copy (standing);
  for (guint i = 1; i < standing->len; i++)
    {
      gboolean changed_there = !march_merge_value_equal (brought->pdata[i], base->pdata[i]);
      gboolean changed_here = !march_merge_value_equal (standing->pdata[i], base->pdata[i]);

      if (!changed_there || !march_merge_is_told (columns[i]) ||
          march_merge_value_equal (brought->pdata[i], standing->pdata[i]))
        continue;
      clash = clash || changed_here;
      if (!changed_here || take == MARCH_MERGE_TAKE_BROUGHT)
        march_merge_row_set (*mixed, i, brought->pdata[i]);
    }
  return clash;
}

static void
weigh_settings (MarchChangesApply *apply,
                MarchRecordKey     key,
                GStrv              columns,
                GPtrArray         *brought,
                GPtrArray         *standing,
                GPtrArray         *base)
{
  MarchMergeChange change = { key, FALSE };
  GPtrArray       *mixed = NULL;

  if (mix (brought, standing, base, columns, march_merge_choose (&apply->merge, key.table, key.id),
           &mixed))
    march_merge_tell (&apply->merge, (MarchMergeClash){ key, key.id, { NULL, 0 }, FALSE });
  apply->settings = mixed;
  g_array_append_val (apply->taken, change);
}

/**
 * march_changes_weigh_record:
 *
 * Decides on one record. What both have changed differently is told, and decided as chosen.
 */
gboolean
march_changes_weigh_record (MarchChangesApply      *apply,
                            const MarchRecordTable *table,
                            gint64                  id,
                            GError                **error)
{
  MarchMergeChange change = { { table, id }, FALSE };
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GPtrArray) brought = NULL, standing = NULL, base = NULL;

  if (columns == NULL ||
      !march_merge_read (&apply->merge.brought, table, columns, id, &brought, error) ||
      !march_merge_read (&apply->merge.standing, table, columns, id, &standing, error) ||
      !march_changes_read_base (apply, table, columns, id, &base, error))
    return FALSE;
  change.deleted = brought == NULL;
  if (march_merge_row_equal (brought, standing, columns) ||
      march_merge_row_equal (brought, base, columns))
    return TRUE;
  if (is_settings (table) && brought != NULL && standing != NULL && base != NULL)
    {
      weigh_settings (apply, change.key, columns, brought, standing, base);
      return TRUE;
    }
  if (!march_merge_row_equal (standing, base, columns))
    march_merge_tell (&apply->merge, (MarchMergeClash){ change.key, id, { NULL, 0 }, FALSE });
  if (march_merge_row_equal (standing, base, columns) ||
      march_merge_choose (&apply->merge, table, id) == MARCH_MERGE_TAKE_BROUGHT)
    g_array_append_val (apply->taken, change);
  return TRUE;
}

static gboolean
weigh_all (MarchChangesApply *apply, GError **error)
{
  for (guint i = 0; i < apply->changes->list->len; i++)
    {
      const MarchChange *change = apply->changes->list->pdata[i];

      if (change->kind != MARCH_CHANGES_UNCHANGED &&
          !g_hash_table_contains (apply->settled, &change->key) &&
          !march_changes_weigh_record (apply, change->key.table, change->key.id, error))
        return FALSE;
    }
  return TRUE;
}

/* From here on what is brought of the settings is what was mixed. */
static void
bring_settings (MarchChangesApply *apply)
{
  MarchRecordKey key = { march_record_find_table ("dossier"), 1 };

  if (apply->settings != NULL)
    g_hash_table_insert (apply->merge.brought.known, g_memdup2 (&key, sizeof key),
                         g_steal_pointer (&apply->settings));
}

/**
 * march_changes_apply_init:
 * @target: a working copy
 * @plan: has the choices, and takes what is to be told
 */
gboolean
march_changes_apply_init (MarchChangesApply *apply,
                          MarchChanges      *changes,
                          MarchDatabase     *target,
                          MarchChangesPlan  *plan,
                          GError           **error)
{
  MarchMerge *merge = &apply->merge;

  *apply = (MarchChangesApply){ .changes = changes, .plan = plan };
  march_merge_init (merge);
  merge->standing = (MarchMergeSide){ target, NULL, march_merge_new_rows (), NULL };
  merge->brought = (MarchMergeSide){ target, changes, march_merge_new_rows (), &merge->standing };
  merge->target = target;
  merge->shape = changes->after;
  merge->take = march_changes_get_take (plan->choice);
  merge->takes = march_changes_list_takes (plan);
  apply->base = march_merge_new_rows ();
  apply->settled = g_hash_table_new_full (march_record_key_hash, march_record_key_equal, g_free,
                                          NULL);
  apply->taken = g_array_new (FALSE, FALSE, sizeof (MarchMergeChange));
  apply->relations = march_relations_list (changes->after, error);
  return apply->relations != NULL;
}

void
march_changes_apply_clear (MarchChangesApply *apply)
{
  g_clear_pointer (&apply->merge.brought.known, g_hash_table_unref);
  g_clear_pointer (&apply->merge.standing.known, g_hash_table_unref);
  g_clear_pointer (&apply->merge.takes, g_hash_table_unref);
  march_merge_clear (&apply->merge);
  g_clear_pointer (&apply->settings, g_ptr_array_unref);
  g_clear_pointer (&apply->base, g_hash_table_unref);
  g_clear_pointer (&apply->settled, g_hash_table_unref);
  g_clear_pointer (&apply->taken, g_array_unref);
  g_clear_pointer (&apply->relations, g_ptr_array_unref);
}

/**
 * march_changes_apply_run:
 * @edit: of the target, whose foreign keys have to be off
 *
 * Writes what the colleague has changed, as far as it is chosen, and tells what has to be.
 */
gboolean
march_changes_apply_run (MarchChangesApply *apply, MarchEdit *edit, GError **error)
{
  apply->edit = edit;
  if (!march_changes_join_sources (apply, error) || !march_changes_weigh_groups (apply, error) ||
      !weigh_all (apply, error))
    return FALSE;
  bring_settings (apply);
  return march_merge_write (&apply->merge, edit, apply->taken, error);
}
