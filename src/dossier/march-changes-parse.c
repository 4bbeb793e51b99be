/* march-changes-parse.c — reads a file of changes, none of which is trusted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "dossier/march-changes-private.h"
#include "dossier/march-edit-private.h"
#include "dossier/march-merge-row.h"
#include "dossier/march-schema.h"

#define LONGEST_NAME 64    /* of a table or column */
#define LONGEST_LINE 10000 /* of who did what, in bytes */
#define MOST_COLUMNS 200
#define MOST_ROWS 10000000 /* of an entry of the history */
#define MOST_ID ((G_GINT64_CONSTANT (1) << 52) - 1)
#define MOST_IN_MEMORY (G_GINT64_CONSTANT (1) << 30) /* of records, in bytes */
#define ROWS_AT_ONCE 500   /* between two looks at whether the user has cancelled */

/* Either the records are taken, the first time a file is read, or what belongs to imports. */
typedef struct
{
  MarchChanges       *changes;
  MarchChangesReader *reader;
  gboolean            taking_records;
  MarchDatabase      *target;       /* takes what belongs to … */
  GHashTable         *imports;      /* … these, a set of gint64; or NULL */

  const MarchRecordTable *table;    /* that rows are of; NULL: they are parts */
  GStrv               columns;
  int                 import_column; /* of parts */
  sqlite3_stmt       *sink;         /* gives the values back that it was given */
  sqlite3_stmt       *to_after;
  sqlite3_stmt       *to_before;
  sqlite3_stmt       *to_target;
  guint               n_records;
  guint64             n_parts;
} Parser;

static void
clear_table (Parser *parser)
{
  g_clear_pointer (&parser->columns, g_strfreev);
  g_clear_pointer (&parser->sink, sqlite3_finalize);
  g_clear_pointer (&parser->to_after, sqlite3_finalize);
  g_clear_pointer (&parser->to_before, sqlite3_finalize);
  g_clear_pointer (&parser->to_target, sqlite3_finalize);
}

static void
clear_parser (Parser *parser)
{
  clear_table (parser);
  g_clear_pointer (&parser->reader, march_changes_reader_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, clear_parser)

static gboolean
is_known_column (Parser *parser, GStrv known, GPtrArray *columns, const char *name)
{
  return g_strv_contains ((const char *const *) known, name) &&
         !g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL) &&
         (columns->len > 0 || g_str_equal (name, "id"));
}

/* Columns that this version does not have, or twice, or without the id first, are wrong. Those of
 * an older version that lacks some are not. */
static gboolean
read_columns (Parser *parser, const char *table, GError **error)
{
  MarchRecordTable any = { .name = table };
  g_auto (GStrv) known = march_merge_list_columns (parser->changes->after, &any, error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  guint n = march_changes_get_count (parser->reader, MOST_COLUMNS);

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < n && march_changes_reader_is_fine (parser->reader); i++)
    {
      g_autofree char *name = march_changes_get_text (parser->reader, LONGEST_NAME);

      if (!is_known_column (parser, known, columns, name))
        march_changes_reader_fail (parser->reader);
      g_ptr_array_add (columns, g_steal_pointer (&name));
    }
  if (n == 0)
    march_changes_reader_fail (parser->reader);
  g_ptr_array_add (columns, NULL);
  clear_table (parser);
  parser->columns = (GStrv) g_ptr_array_steal (columns, NULL);
  return march_changes_reader_check (parser->reader, error);
}

static char *
make_insert (const char *verb, const char *table, GStrv columns)
{
  g_autofree char *list = g_strjoinv ("\", \"", columns);
  GString         *sql = g_string_new (NULL);

  g_string_printf (sql, "%s INTO \"%s\" (\"%s\") VALUES (?1", verb, table, list);
  for (guint i = 1; columns[i] != NULL; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static sqlite3_stmt *
make_sink (Parser *parser, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ?1");

  for (guint i = 1; parser->columns[i] != NULL; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  return march_statement_new (parser->changes->after->handle, sql->str, error);
}

static gboolean
begin_table (Parser *parser, GError **error)
{
  g_autofree char *name = march_changes_get_text (parser->reader, LONGEST_NAME);
  g_autofree char *sql = NULL;

  parser->table = march_record_find_table (name);
  if (parser->table == NULL)
    march_changes_reader_fail (parser->reader);
  if (!march_changes_reader_check (parser->reader, error) || !read_columns (parser, name, error))
    return FALSE;
  parser->sink = make_sink (parser, error);
  if (!parser->taking_records)
    return parser->sink != NULL;
  sql = make_insert ("INSERT", name, parser->columns);
  parser->to_after = march_statement_new (parser->changes->after->handle, sql, error);
  if (parser->to_after == NULL)
    return FALSE;
  parser->to_before = march_statement_new (parser->changes->before->handle, sql, error);
  return parser->to_before != NULL;
}

static int
find_column (GStrv columns, const char *name)
{
  for (int i = 0; columns[i] != NULL; i++)
    if (g_str_equal (columns[i], name))
      return i;
  return -1;
}

static gboolean
begin_parts (Parser *parser, GError **error)
{
  g_autofree char *name = march_changes_get_text (parser->reader, LONGEST_NAME);
  g_autofree char *sql = NULL;

  parser->table = NULL;
  if (!g_strv_contains (march_changes_parts, name))
    march_changes_reader_fail (parser->reader);
  if (!march_changes_reader_check (parser->reader, error) || !read_columns (parser, name, error))
    return FALSE;
  parser->import_column = find_column (parser->columns, "import_id");
  if (parser->import_column < 0)
    march_changes_reader_fail (parser->reader);
  parser->sink = make_sink (parser, error);
  if (parser->sink == NULL || parser->target == NULL)
    return parser->sink != NULL && march_changes_reader_check (parser->reader, error);
  /* What is there already is of an import that was undone. */
  sql = make_insert ("INSERT OR IGNORE", name, parser->columns);
  parser->to_target = march_statement_new (parser->target->handle, sql, error);
  return parser->to_target != NULL && march_changes_reader_check (parser->reader, error);
}

static gboolean
bind_row (Parser *parser, sqlite3_stmt *statement, GError **error)
{
  for (int i = 0; parser->columns[i] != NULL; i++)
    march_changes_bind_value (parser->reader, statement, i + 1);
  return march_changes_reader_check (parser->reader, error);
}

/* A row that the tables' own rules forbid is the file's fault. */
static gboolean
store (Parser *parser, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  if (code != SQLITE_DONE)
    march_changes_reader_fail (parser->reader);
  return march_changes_reader_check (parser->reader, error);
}

static gboolean
note (Parser *parser, MarchDatabase *database, char kind, GError **error)
{
  MarchChange *change = g_new0 (MarchChange, 1);

  change->key.table = parser->table;
  change->key.id = sqlite3_last_insert_rowid (database->handle);
  change->kind = kind;
  g_ptr_array_add (parser->changes->list, change);
  if (!g_hash_table_insert (parser->changes->index, &change->key, change) || change->key.id < 1 ||
      change->key.id > MOST_ID)
    march_changes_reader_fail (parser->reader);
  return march_changes_reader_check (parser->reader, error);
}

static gboolean
skip_row (Parser *parser, GError **error)
{
  return bind_row (parser, parser->sink, error);
}

static gboolean
take_whole (Parser *parser, char kind, GError **error)
{
  gboolean      deleted = kind == MARCH_CHANGES_DELETED;
  sqlite3_stmt *statement = deleted ? parser->to_before : parser->to_after;

  return bind_row (parser, statement, error) && store (parser, statement, error) &&
         note (parser, deleted ? parser->changes->before : parser->changes->after, kind, error);
}

/* The columns of which the row was otherwise, and how it was. */
static gboolean
read_differences (Parser *parser, sqlite3_stmt *statement, GError **error)
{
  guint n_columns = g_strv_length (parser->columns);
  guint n = march_changes_get_count (parser->reader, n_columns);

  for (guint i = 0; i < n && march_changes_reader_is_fine (parser->reader); i++)
    {
      guint column = march_changes_get_count (parser->reader, n_columns - 1);

      if (column == 0)
        march_changes_reader_fail (parser->reader);
      else
        march_changes_bind_value (parser->reader, statement, (int) column + 1);
    }
  return march_changes_reader_check (parser->reader, error);
}

static gboolean
take_both (Parser *parser, char kind, GError **error)
{
  g_autoptr (GPtrArray) row = NULL;

  if (!take_whole (parser, kind, error) ||
      !march_merge_row_read (parser->changes->after, parser->table, parser->columns,
                             sqlite3_last_insert_rowid (parser->changes->after->handle), &row,
                             error))
    return FALSE;
  if (row == NULL)
    march_changes_reader_fail (parser->reader);
  for (guint i = 0; row != NULL && i < row->len; i++)
    sqlite3_bind_value (parser->to_before, (int) i + 1, row->pdata[i]);
  return march_changes_reader_check (parser->reader, error) &&
         (kind == MARCH_CHANGES_UNCHANGED || read_differences (parser, parser->to_before, error)) &&
         store (parser, parser->to_before, error);
}

static gboolean
read_record (Parser *parser, char kind, GError **error)
{
  gboolean both = kind == MARCH_CHANGES_CHANGED || kind == MARCH_CHANGES_UNCHANGED;

  if (parser->table == NULL)
    march_changes_reader_fail (parser->reader);
  if (!march_changes_reader_check (parser->reader, error))
    return FALSE;
  if (march_changes_reader_get_read (parser->reader) > MOST_IN_MEMORY)
    march_changes_reader_fail (parser->reader);
  parser->n_records += kind != MARCH_CHANGES_UNCHANGED;
  if (!parser->taking_records)
    return skip_row (parser, error) && (kind != MARCH_CHANGES_CHANGED ||
                                        read_differences (parser, parser->sink, error));
  return both ? take_both (parser, kind, error) : take_whole (parser, kind, error);
}

static gboolean
is_added_import (Parser *parser, gint64 id)
{
  static const char *const tables[] = { "area_import", "point_import" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const MarchChange *change = march_changes_find (parser->changes,
                                                      march_record_find_table (tables[i]), id);

      if (change != NULL && change->kind == MARCH_CHANGES_ADDED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
copy_part (Parser *parser, GError **error)
{
  for (int i = 0; parser->columns[i] != NULL; i++)
    sqlite3_bind_value (parser->to_target, i + 1, sqlite3_column_value (parser->sink, i));
  return march_statement_run (parser->to_target, error);
}

static gboolean
read_part (Parser *parser, GError **error)
{
  gint64   import = 0;
  gboolean good = TRUE;

  if (parser->table != NULL || parser->sink == NULL)
    march_changes_reader_fail (parser->reader);
  if (!march_changes_reader_check (parser->reader, error) ||
      !bind_row (parser, parser->sink, error))
    return FALSE;
  parser->n_parts++;
  if (sqlite3_step (parser->sink) == SQLITE_ROW)
    import = sqlite3_column_int64 (parser->sink, parser->import_column);
  if (!is_added_import (parser, import))
    march_changes_reader_fail (parser->reader);
  else if (parser->to_target != NULL && g_hash_table_contains (parser->imports, &import))
    good = copy_part (parser, error);
  sqlite3_reset (parser->sink);
  return good && march_changes_reader_check (parser->reader, error);
}

static int
find_action (const char *name)
{
  static const char *const names[] = { "insert", "update", "delete" };

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

static void
read_entry_row (Parser *parser, MarchChangesEntry *entry)
{
  g_autofree char      *table = march_changes_get_text (parser->reader, LONGEST_NAME);
  gint64                id = march_changes_get_number (parser->reader);
  g_autofree char      *action = march_changes_get_text (parser->reader, LONGEST_NAME);
  MarchChangesEntryRow *row = g_new0 (MarchChangesEntryRow, 1);

  *row = (MarchChangesEntryRow){ march_record_find_table (table), id,
                                 (guint8) find_action (action) };
  g_ptr_array_add (entry->rows, row);
  if (row->table == NULL || find_action (action) < 0)
    march_changes_reader_fail (parser->reader);
}

static gboolean
read_entry (Parser *parser, GError **error)
{
  g_autoptr (MarchChangesEntry) entry = g_new0 (MarchChangesEntry, 1);
  guint n_rows;

  entry->rows = g_ptr_array_new_with_free_func (g_free);
  entry->id = march_changes_get_number (parser->reader);
  entry->uuid = march_changes_get_text (parser->reader, LONGEST_NAME);
  entry->at = march_changes_get_text (parser->reader, LONGEST_NAME);
  entry->who = march_changes_get_text (parser->reader, LONGEST_LINE);
  entry->label = march_changes_get_text (parser->reader, LONGEST_LINE);
  entry->undoes = march_changes_get_number (parser->reader);
  n_rows = march_changes_get_count (parser->reader, MOST_ROWS);
  for (guint i = 0; i < n_rows && march_changes_reader_is_fine (parser->reader); i++)
    read_entry_row (parser, entry);
  if (entry->id < 1 || entry->id > MOST_ID || *entry->uuid == '\0')
    march_changes_reader_fail (parser->reader);
  if (parser->taking_records)
    g_ptr_array_add (parser->changes->history, g_steal_pointer (&entry));
  return march_changes_reader_check (parser->reader, error);
}

static gboolean
read_facts (Parser *parser, GError **error)
{
  MarchChangesReader *reader = parser->reader;
  MarchChangesFacts   facts = { NULL };
  guint               version;

  facts.uuid = march_changes_get_text (reader, LONGEST_NAME);
  facts.title = march_changes_get_text (reader, LONGEST_LINE);
  version = march_changes_get_count (reader, G_MAXUINT32);
  facts.who = march_changes_get_text (reader, LONGEST_LINE);
  facts.at = march_changes_get_text (reader, LONGEST_NAME);
  facts.since = march_changes_get_text (reader, LONGEST_NAME);
  march_changes_facts_clear (&parser->changes->facts);
  parser->changes->facts = facts;
  if (march_changes_reader_is_fine (reader) && version > MARCH_SCHEMA_VERSION)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NEWER,
                           _("The changes were written by a newer version of Marchland. Update "
                             "this program to apply them."));
      return FALSE;
    }
  return march_changes_reader_check (reader, error);
}

static gboolean
read_end (Parser *parser, GError **error)
{
  guint n = march_changes_get_count (parser->reader, G_MAXUINT32);

  if (n != parser->n_records || !march_changes_reader_is_end (parser->reader))
    march_changes_reader_fail (parser->reader);
  parser->changes->facts.n_records = n;
  return march_changes_reader_check (parser->reader, error);
}

static gboolean
read_one (Parser *parser, guint8 tag, GError **error)
{
  switch (tag)
    {
    case MARCH_CHANGES_TABLE:
      return begin_table (parser, error);
    case MARCH_CHANGES_ADDED:
    case MARCH_CHANGES_CHANGED:
    case MARCH_CHANGES_DELETED:
    case MARCH_CHANGES_UNCHANGED:
      return read_record (parser, (char) tag, error);
    case MARCH_CHANGES_HISTORY:
      return read_entry (parser, error);
    case MARCH_CHANGES_PARTS:
      return begin_parts (parser, error);
    case MARCH_CHANGES_ROW:
      return read_part (parser, error);
    default:
      march_changes_reader_fail (parser->reader);
      return march_changes_reader_check (parser->reader, error);
    }
}

static gboolean
read_all (Parser              *parser,
          guint64              n_expected,
          MarchChangesProgress progress,
          gpointer             data,
          GCancellable        *cancellable,
          GError             **error)
{
  guint8 tag = march_changes_get_byte (parser->reader);

  if (tag != MARCH_CHANGES_DOSSIER)
    march_changes_reader_fail (parser->reader);
  if (!march_changes_reader_check (parser->reader, error) || !read_facts (parser, error))
    return FALSE;
  for (guint i = 0; (tag = march_changes_get_byte (parser->reader)) != MARCH_CHANGES_END; i++)
    {
      if (!read_one (parser, tag, error) ||
          (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
        return FALSE;
      if (i % ROWS_AT_ONCE == 0 && progress != NULL)
        progress ((double) parser->n_parts / (double) MAX (n_expected, 1), data);
    }
  return read_end (parser, error);
}

static gboolean
take_records (MarchChanges *changes, GError **error)
{
  g_auto (Parser) parser = { .changes = changes, .taking_records = TRUE };

  parser.reader = march_changes_reader_new (changes->bytes, error);
  if (parser.reader == NULL || !march_sqlite_run (changes->before->handle, "BEGIN", error) ||
      !march_sqlite_run (changes->after->handle, "BEGIN", error) ||
      !read_all (&parser, 0, NULL, NULL, NULL, error))
    return FALSE;
  changes->n_parts = parser.n_parts;
  clear_table (&parser);
  return march_sqlite_run (changes->before->handle, "COMMIT", error) &&
         march_changes_check (changes, error) &&
         march_sqlite_run (changes->after->handle, "COMMIT", error);
}

/**
 * march_changes_parse:
 * @bytes: a file that may be anything
 *
 * Returns: (transfer full): what it holds, all of it in keeping with the tables' rules; %NULL with
 *   %MARCH_ERROR_BAD_INPUT if it is no file of changes, %MARCH_ERROR_DAMAGED, %MARCH_ERROR_NEWER,
 *   or another #MarchError
 */
MarchChanges *
march_changes_parse (GBytes *bytes, GError **error)
{
  g_autoptr (MarchChanges) changes = march_changes_new (bytes, error);

  return changes != NULL && take_records (changes, error) ? g_steal_pointer (&changes) : NULL;
}

/**
 * march_changes_copy_parts:
 * @database: that has the rows of the imports
 * @imports: (element-type gint64): a set of their ids
 *
 * Writes what belongs to imports that the changes add.
 */
gboolean
march_changes_copy_parts (MarchChanges        *changes,
                          MarchDatabase       *database,
                          GHashTable          *imports,
                          MarchChangesProgress progress,
                          gpointer             data,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_auto (Parser) parser = { .changes = changes, .target = database, .imports = imports };

  if (g_hash_table_size (imports) == 0)
    return TRUE;
  parser.reader = march_changes_reader_new (changes->bytes, error);
  return parser.reader != NULL &&
         read_all (&parser, changes->n_parts, progress, data, cancellable, error);
}
