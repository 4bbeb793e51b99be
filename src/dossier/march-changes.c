/* march-changes.c — what was read of a file of changes, and whether it can be so */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-changes.h"
#include "dossier/march-changes-private.h"

#include <glib/gi18n.h>

#include "base/march-edtf.h"
#include "base/march-error.h"
#include "corpus/march-csl.h"
#include "dossier/march-schema.h"
#include "geo/march-gpkg-blob.h"

#define LARGEST_FILE (1024 * 1024 * 1024)

const char *const march_changes_parts[] = { "piece", "blank", "import_feature", "point", NULL };

void
march_changes_entry_free (MarchChangesEntry *entry)
{
  g_free (entry->uuid);
  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_ptr_array_unref (entry->rows);
  g_free (entry);
}

void
march_changes_facts_clear (MarchChangesFacts *facts)
{
  g_free (facts->uuid);
  g_free (facts->title);
  g_free (facts->who);
  g_free (facts->at);
  g_free (facts->since);
  *facts = (MarchChangesFacts){ NULL };
}

/**
 * march_changes_open_tables:
 *
 * Returns: (transfer full): the tables of a dossier without any rows, in no file; links between
 *   records may lead nowhere
 */
MarchDatabase *
march_changes_open_tables (GError **error)
{
  g_autoptr (MarchDatabase) database = march_database_open_memory (error);

  /* Ours, to be trusted: before SQLite 3.41 a check may not call json_valid() else. */
  if (database != NULL)
    sqlite3_db_config (database->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  if (database == NULL || !march_schema_create (database, error) ||
      !march_sqlite_run (database->handle, "PRAGMA foreign_keys = OFF", error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * march_changes_new:
 *
 * Returns: (transfer full): changes that hold nothing yet
 */
MarchChanges *
march_changes_new (GBytes *bytes, GError **error)
{
  MarchChanges *changes = g_new0 (MarchChanges, 1);

  g_atomic_ref_count_init (&changes->n_refs);
  changes->bytes = g_bytes_ref (bytes);
  changes->list = g_ptr_array_new_with_free_func (g_free);
  changes->index = g_hash_table_new (march_record_key_hash, march_record_key_equal);
  changes->history =
      g_ptr_array_new_with_free_func ((GDestroyNotify) march_changes_entry_free);
  changes->before = march_changes_open_tables (error);
  changes->after = changes->before != NULL ? march_changes_open_tables (error) : NULL;
  if (changes->after == NULL)
    g_clear_pointer (&changes, march_changes_unref);
  return changes;
}

MarchChanges *
march_changes_ref (MarchChanges *changes)
{
  g_atomic_ref_count_inc (&changes->n_refs);
  return changes;
}

void
march_changes_unref (MarchChanges *changes)
{
  if (!g_atomic_ref_count_dec (&changes->n_refs))
    return;
  g_bytes_unref (changes->bytes);
  march_changes_facts_clear (&changes->facts);
  g_clear_pointer (&changes->before, march_database_free);
  g_clear_pointer (&changes->after, march_database_free);
  g_hash_table_unref (changes->index);
  g_ptr_array_unref (changes->list);
  g_ptr_array_unref (changes->history);
  g_free (changes);
}

/** march_changes_get_facts: Returns: (transfer none): whose changes they are, and of what */
const MarchChangesFacts *
march_changes_get_facts (MarchChanges *changes)
{
  return &changes->facts;
}

/**
 * march_changes_find:
 *
 * Returns: (nullable): what the file says of a record
 */
const MarchChange *
march_changes_find (MarchChanges *changes, const MarchRecordTable *table, gint64 id)
{
  MarchRecordKey key = { table, id };

  return g_hash_table_lookup (changes->index, &key);
}

static gboolean
fail (const char *table, GError **error)
{
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
               _("The file of changes is damaged: a record in “%s” can't be so. Ask for it again."),
               table);
  return FALSE;
}

static void
bind_day (sqlite3_stmt *statement, int parameter, MarchDay day)
{
  if (day == MARCH_DAY_MIN || day == MARCH_DAY_MAX)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, day);
}

static char *
make_days_sql (const MarchRecordTable *table)
{
  const char *const columns[] = { table->dates->from_earliest, table->dates->from_latest,
                                  table->dates->until_earliest, table->dates->until_latest };
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET id = id", table->name);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i] != NULL)
      g_string_append_printf (sql, ", %s = ?%u", columns[i], i + 2);
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

static gboolean
set_days (MarchDatabase          *database,
          const MarchRecordTable *table,
          gint64                  id,
          const char             *text,
          GError                **error)
{
  g_autoptr (MarchEdtf) edtf = *text != '\0' ? march_edtf_new (text, NULL) : NULL;
  MarchPeriod period = { MARCH_DAY_MIN, MARCH_DAY_MAX, MARCH_DAY_MIN, MARCH_DAY_MAX };
  g_autofree char *sql = make_days_sql (table);
  g_autoptr (sqlite3_stmt) statement = march_statement_new (database->handle, sql, error);

  if (statement == NULL)
    return FALSE;
  if (*text != '\0' && edtf == NULL)
    return fail (table->name, error);
  if (edtf != NULL)
    period = *march_edtf_get_period (edtf);
  sqlite3_bind_int64 (statement, 1, id);
  bind_day (statement, 2, period.from_earliest);
  if (table->dates->from_latest != NULL)
    bind_day (statement, 3, period.from_latest);
  if (table->dates->until_earliest != NULL)
    bind_day (statement, 4, period.until_earliest);
  bind_day (statement, 5, period.until_latest);
  return march_statement_run (statement, error);
}

/* The columns with days always follow from the date as given. */
static gboolean
derive_days (MarchDatabase *database, const MarchRecordTable *table, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean done = FALSE;

  if (table->dates == NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\"", table->dates->edtf, table->name);
  rows = march_statement_new (database->handle, sql, error);
  while (rows != NULL && march_statement_next (rows, &done, error))
    {
      const char *text = march_statement_get_text (rows, 1);

      if (!set_days (database, table, sqlite3_column_int64 (rows, 0), text != NULL ? text : "",
                     error))
        return FALSE;
    }
  return done;
}

static gboolean
is_geometry (sqlite3_stmt *rows)
{
  int size = sqlite3_column_bytes (rows, 0), srs = MARCH_SRS_WGS84;
  g_autoptr (MarchGeometry) geometry = NULL;

  if (sqlite3_column_type (rows, 0) != SQLITE_BLOB || size == 0)
    return FALSE;
  geometry = march_gpkg_blob_read (sqlite3_column_blob (rows, 0), (gsize) size, &srs, NULL);
  return geometry != NULL && srs == MARCH_SRS_WGS84;
}

static gboolean
check_shapes (MarchDatabase *database, const MarchRecordTable *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT geom FROM \"%s\" WHERE geom IS NOT NULL",
                                          table->name);
  g_autoptr (sqlite3_stmt) rows = march_statement_new (database->handle, sql, error);
  gboolean done = FALSE;

  while (rows != NULL && march_statement_next (rows, &done, error))
    if (!is_geometry (rows))
      return fail (table->name, error);
  return done;
}

static gboolean
check_sources (MarchDatabase *database, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = march_statement_new (database->handle, "SELECT csl FROM source",
                                                       error);
  gboolean done = FALSE;

  while (rows != NULL && march_statement_next (rows, &done, error))
    {
      g_autofree char *author = NULL, *publication = NULL;

      if (!march_csl_read (march_statement_get_text (rows, 0), &author, &publication, NULL))
        return fail ("source", error);
    }
  return done;
}

static gboolean
check_dossier (MarchChanges *changes, GError **error)
{
  g_autofree char *uuid = NULL;
  const MarchChange *change = march_changes_find (changes, march_record_find_table ("dossier"), 1);

  if (!g_uuid_string_is_valid (changes->facts.uuid))
    return fail ("dossier", error);
  if (change == NULL)
    return TRUE;
  if (change->kind == MARCH_CHANGES_ADDED || change->kind == MARCH_CHANGES_DELETED)
    return fail ("dossier", error);
  uuid = march_sqlite_select_text (changes->after->handle, "SELECT uuid FROM dossier", error);
  return uuid != NULL && (g_str_equal (uuid, changes->facts.uuid) || fail ("dossier", error));
}

/**
 * march_changes_check:
 *
 * Checks what the tables' own rules don't say, and derives the days anew.
 */
gboolean
march_changes_check (MarchChanges *changes, GError **error)
{
  guint                   n_tables;
  const MarchRecordTable *tables = march_record_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!derive_days (changes->after, &tables[i], error) ||
        (tables[i].is_layer && !check_shapes (changes->after, &tables[i], error)))
      return FALSE;
  return check_sources (changes->after, error) && check_dossier (changes, error);
}

/**
 * march_changes_read:
 * @file: may be anything
 *
 * Reads a file of changes. Any thread.
 *
 * Returns: (transfer full): as march_changes_parse()
 */
MarchChanges *
march_changes_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LARGEST_FILE)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("This file is too large to be a file of changes."));
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  return bytes != NULL ? march_changes_parse (bytes, error) : NULL;
}
