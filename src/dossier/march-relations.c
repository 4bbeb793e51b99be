/* march-relations.c — which records refer to which, and which belong to another */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-relations.h"

#include "dossier/march-database-private.h"

/* Which of the links make one record part of another. */
static const struct
{
  const char *child;
  const char *column;
} owned[] = {
  { "actor_name", "actor_id" },       { "name", "place_id" },
  { "source_text", "source_id" },     { "span", "quotation_id" },
  { "chain", "quotation_id" },        { "proposal_term", "proposal_id" },
  { "tag", "assertion_id" },          { "participant", "assertion_id" },
  { "evidence", "assertion_id" },     { "evidence", "proposal_id" },
  { "control_area", "assertion_id" },
};

guint
march_record_key_hash (gconstpointer key)
{
  const MarchRecordKey *record = key;

  return g_direct_hash (record->table) ^ g_int64_hash (&record->id);
}

gboolean
march_record_key_equal (gconstpointer one, gconstpointer other)
{
  const MarchRecordKey *a = one, *b = other;

  return a->table == b->table && a->id == b->id;
}

static void
free_relation (gpointer data)
{
  MarchRelation *relation = data;

  g_free (relation->column);
  g_free (relation);
}

static gboolean
is_owned (const char *child, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (owned); i++)
    if (g_str_equal (owned[i].child, child) && g_str_equal (owned[i].column, column))
      return TRUE;
  return FALSE;
}

static gboolean
list_of_table (MarchDatabase          *database,
               const MarchRecordTable *table,
               GPtrArray              *relations,
               GError                **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (database->handle,
                                   "SELECT \"from\", \"table\" FROM pragma_foreign_key_list (?1)",
                                   error);
  if (statement == NULL)
    return FALSE;
  march_statement_bind_text (statement, 1, table->name);
  while (march_statement_next (statement, &done, error))
    {
      const char             *column = march_statement_get_text (statement, 0);
      const MarchRecordTable *parent =
          march_record_find_table (march_statement_get_text (statement, 1));
      MarchRelation          *relation;

      if (parent == NULL)
        continue;
      relation = g_new0 (MarchRelation, 1);
      *relation = (MarchRelation){ table, parent, g_strdup (column),
                                   is_owned (table->name, column) };
      g_ptr_array_add (relations, relation);
    }
  return done;
}

/**
 * march_relations_list:
 * @database: with the tables as this program makes them
 *
 * Returns: (transfer full) (element-type MarchRelation): all links between records
 */
GPtrArray *
march_relations_list (MarchDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!list_of_table (database, &tables[i], relations, error))
      return NULL;
  return g_steal_pointer (&relations);
}

/**
 * march_relations_list_children:
 * @ids: (element-type gint64): takes the ids of the records of @relation's child that refer to
 *   @parent, in their order
 */
gboolean
march_relations_list_children (MarchDatabase       *database,
                               const MarchRelation *relation,
                               gint64               parent,
                               GArray              *ids,
                               GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY id",
                                          relation->child->name, relation->column);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, parent);
  while (march_statement_next (statement, &done, error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return done;
}
