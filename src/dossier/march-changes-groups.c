/* march-changes-groups.c — records that mean something in their order only, weighed together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes-apply.h"
#include "dossier/march-merge-row.h"

/* The spans of a quotation, and the chain of those who pass it on: of two orders, no third one may
 * come about. */
static const char *const tables[] = { "span", "chain" };

/* The records of one quotation, as they were, as they are brought and as they stand: each an array
 * of rows by their ids. */
typedef struct
{
  const MarchRelation *relation;
  gint64               owner;
  GPtrArray           *base;
  GPtrArray           *brought;
  GPtrArray           *standing;
} Group;

static void
clear_group (Group *group)
{
  g_clear_pointer (&group->base, g_ptr_array_unref);
  g_clear_pointer (&group->brought, g_ptr_array_unref);
  g_clear_pointer (&group->standing, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, clear_group)

static GPtrArray *
read_rows (MarchChangesApply *apply, MarchDatabase *database, const Group *group, GError **error)
{
  const MarchRecordTable *table = group->relation->child;
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (columns == NULL ||
      !march_relations_list_children (database, group->relation, group->owner, ids, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) row = NULL;

      if (!march_merge_row_read (database, table, columns, g_array_index (ids, gint64, i), &row,
                                 error))
        return NULL;
      if (row != NULL)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return g_steal_pointer (&rows);
}

static gboolean
is_equal (GPtrArray *one, GPtrArray *other, GStrv columns)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!march_merge_row_equal (one->pdata[i], other->pdata[i], columns))
      return FALSE;
  return TRUE;
}

static gint64
get_id (GPtrArray *row)
{
  return sqlite3_value_int64 (row->pdata[0]);
}

static gboolean
has_id (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (get_id (rows->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static void
take (MarchChangesApply *apply, const Group *group)
{
  for (guint i = 0; i < group->standing->len; i++)
    {
      MarchMergeChange change = { { group->relation->child, get_id (group->standing->pdata[i]) },
                                  TRUE };

      if (!has_id (group->brought, change.key.id))
        g_array_append_val (apply->taken, change);
    }
  for (guint i = 0; i < group->brought->len; i++)
    {
      MarchMergeChange change = { { group->relation->child, get_id (group->brought->pdata[i]) },
                                  FALSE };

      g_array_append_val (apply->taken, change);
    }
}

static gboolean
has_owner (MarchChangesApply    *apply,
           const MarchMergeSide *side,
           const Group          *group,
           gboolean             *has,
           GError              **error)
{
  const MarchRecordTable *table = group->relation->parent;
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, table, error);
  g_autoptr (GPtrArray) row = NULL;

  if (columns == NULL || !march_merge_read (side, table, columns, group->owner, &row, error))
    return FALSE;
  *has = row != NULL;
  return TRUE;
}

static MarchMergeClash
make_clash (const Group *group)
{
  GPtrArray *first = group->brought->len > 0 ? group->brought->pdata[0] : group->base->pdata[0];

  return (MarchMergeClash){ { group->relation->child, get_id (first) }, group->owner,
                            { NULL, 0 }, TRUE };
}

static void
settle (MarchChangesApply *apply, const Group *group)
{
  MarchMergeClash clash = make_clash (group);

  march_merge_tell (&apply->merge, clash);
  if (march_merge_choose (&apply->merge, clash.key.table, clash.key.id) == MARCH_MERGE_TAKE_BROUGHT)
    take (apply, group);
}

/* Where one side has deleted the quotation itself, that is what is asked: what the other says of it
 * is left to refer to what is gone. */
static gboolean
weigh (MarchChangesApply *apply, const Group *group, GError **error)
{
  g_auto (GStrv) columns = march_merge_list_columns (apply->merge.shape, group->relation->child,
                                                     error);
  gboolean brought_has = FALSE, standing_has = FALSE;

  if (columns == NULL ||
      !has_owner (apply, &apply->merge.brought, group, &brought_has, error) ||
      !has_owner (apply, &apply->merge.standing, group, &standing_has, error))
    return FALSE;
  if (is_equal (group->brought, group->standing, columns) ||
      is_equal (group->brought, group->base, columns))
    return TRUE;
  if (is_equal (group->standing, group->base, columns) || !standing_has)
    take (apply, group);
  else if (brought_has)
    settle (apply, group);
  return TRUE;
}

static gboolean
read_and_weigh (MarchChangesApply   *apply,
                const MarchRelation *relation,
                gint64               owner,
                GError             **error)
{
  g_auto (Group) group = { relation, owner, NULL, NULL, NULL };

  group.base = read_rows (apply, apply->changes->before, &group, error);
  group.brought = group.base != NULL ? read_rows (apply, apply->changes->after, &group, error)
                                     : NULL;
  group.standing = group.brought != NULL ? read_rows (apply, apply->merge.target, &group, error)
                                         : NULL;
  return group.standing != NULL && weigh (apply, &group, error);
}

/* The owner of a record, as it is brought, or as it was. */
static gboolean
get_owner (MarchChangesApply   *apply,
           const MarchRelation *relation,
           const MarchChange   *change,
           gint64              *owner,
           GError             **error)
{
  MarchDatabase *database = change->kind == MARCH_CHANGES_DELETED ? apply->changes->before
                                                                  : apply->changes->after;
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = %" G_GINT64_FORMAT,
                                          relation->column, relation->child->name,
                                          change->key.id);

  return march_sqlite_select_integer (database->handle, sql, owner, error);
}

static gboolean
weigh_table (MarchChangesApply *apply, const MarchRelation *relation, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < apply->changes->list->len; i++)
    {
      const MarchChange *change = apply->changes->list->pdata[i];
      gint64             owner = 0;

      if (change->key.table != relation->child)
        continue;
      g_hash_table_add (apply->settled, g_memdup2 (&change->key, sizeof change->key));
      if (change->kind == MARCH_CHANGES_UNCHANGED)
        continue;
      if (!get_owner (apply, relation, change, &owner, error))
        return FALSE;
      if (g_hash_table_add (seen, g_memdup2 (&owner, sizeof owner)) &&
          !read_and_weigh (apply, relation, owner, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_changes_weigh_groups:
 *
 * Weighs what has an order, each quotation's as a whole.
 */
gboolean
march_changes_weigh_groups (MarchChangesApply *apply, GError **error)
{
  for (guint i = 0; i < apply->relations->len; i++)
    {
      const MarchRelation *relation = apply->relations->pdata[i];

      for (gsize k = 0; relation->owned && k < G_N_ELEMENTS (tables); k++)
        if (g_str_equal (relation->child->name, tables[k]) &&
            !weigh_table (apply, relation, error))
          return FALSE;
    }
  return TRUE;
}
