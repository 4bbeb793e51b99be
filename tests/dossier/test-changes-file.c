/* test-changes-file.c — files of changes that are damaged or made up are refused */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "colleagues.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-changes-stream.h"

/* Whatever is cut off or turned over in a file, it is refused in words or says something that the
 * tables allow. */
static void
test_damage (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.marchland-changes", NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", colleagues_edit_three));
  march_changes_unref (colleagues_changes (fixture, fixture->theirs, "Jora"));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 0; i < length; i += 41)
    {
      g_autoptr (GBytes) cut = g_bytes_new (contents, i);
      g_autoptr (GBytes) turned = NULL;
      g_autoptr (MarchChanges) changes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (march_changes_parse (cut, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      contents[i] = (char) (contents[i] ^ 0x55);
      turned = g_bytes_new (contents, length);
      changes = march_changes_parse (turned, &error);
      g_assert_true ((changes == NULL) == (error != NULL));
      contents[i] = (char) (contents[i] ^ 0x55);
    }
}

typedef void (*Put) (MarchChangesWriter *writer);

static void
put_start (MarchChangesWriter *writer, guint schema)
{
  march_changes_put_byte (writer, MARCH_CHANGES_DOSSIER);
  march_changes_put_text (writer, FIXTURE_UUID);
  march_changes_put_text (writer, "Velmark");
  march_changes_put_count (writer, schema);
  for (guint i = 0; i < 3; i++)
    march_changes_put_text (writer, "");
}

static void
put_table (MarchChangesWriter *writer, guint8 tag, const char *name, const char *column)
{
  march_changes_put_byte (writer, tag);
  march_changes_put_text (writer, name);
  march_changes_put_count (writer, 2);
  march_changes_put_text (writer, "id");
  march_changes_put_text (writer, column);
}

static void
put_end (MarchChangesWriter *writer, guint n)
{
  march_changes_put_byte (writer, MARCH_CHANGES_END);
  march_changes_put_count (writer, n);
}

static void
put_newer (MarchChangesWriter *writer)
{
  put_start (writer, 1000);
}

static void
put_no_table (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "sqlite_schema", "sql");
}

static void
put_no_column (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "text\") --");
}

static void
put_row_without_table (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
}

/* A row that the tables' rules forbid: a tag of nothing. */
static void
put_forbidden (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "uuid");
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
  for (guint i = 0; i < 2; i++)
    march_changes_put_byte (writer, 'n');
}

static void
put_long_text (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_TABLE, "tag", "text");
  march_changes_put_byte (writer, MARCH_CHANGES_ADDED);
  march_changes_put_byte (writer, 't');
  march_changes_put_count (writer, G_MAXUINT32);
}

static void
put_stray_part (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_table (writer, MARCH_CHANGES_PARTS, "blank", "import_id");
  march_changes_put_byte (writer, MARCH_CHANGES_ROW);
  for (gint64 i = 1; i <= 2; i++)
    {
      march_changes_put_byte (writer, 'i');
      march_changes_put_number (writer, i);
    }
  put_end (writer, 0);
}

static void
put_miscounted (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_end (writer, 3);
}

static void
put_too_much (MarchChangesWriter *writer)
{
  put_start (writer, 4);
  put_end (writer, 0);
  march_changes_put_byte (writer, 0);
}

static const struct
{
  const char *name;
  Put         put;
  int         code; /* a MarchError */
} frauds[] = {
  { "newer", put_newer, MARCH_ERROR_NEWER },
  { "no-table", put_no_table, MARCH_ERROR_DAMAGED },
  { "no-column", put_no_column, MARCH_ERROR_DAMAGED },
  { "row-without-table", put_row_without_table, MARCH_ERROR_DAMAGED },
  { "forbidden", put_forbidden, MARCH_ERROR_DAMAGED },
  { "long-text", put_long_text, MARCH_ERROR_DAMAGED },
  { "stray-part", put_stray_part, MARCH_ERROR_DAMAGED },
  { "miscounted", put_miscounted, MARCH_ERROR_DAMAGED },
  { "too-much", put_too_much, MARCH_ERROR_DAMAGED },
};

static GBytes *
make_file (Put put)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MarchChangesWriter) writer = march_changes_writer_new (stream, NULL);

  put (writer);
  g_assert_true (march_changes_writer_close (writer, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_fraud (Colleagues *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = make_file (frauds[i].put);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_changes_parse (bytes, &error));
  g_assert_error (error, MARCH_ERROR, frauds[i].code);
}

static void
test_no_changes (Colleagues *fixture, gconstpointer data)
{
  static const char newer[] = "Marchland changes 9\nx";
  g_autoptr (GFile) file = g_file_new_for_path (fixture->base);
  g_autoptr (GBytes) bytes = g_bytes_new_static (newer, strlen (newer));
  g_autoptr (GError) error = NULL;

  g_assert_null (march_changes_read (file, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (march_changes_parse (bytes, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NEWER);
}

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (frauds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/changes-file/fraud/%s", frauds[i].name);

      COLLEAGUES_ADD (path, GSIZE_TO_POINTER (i), test_fraud);
    }
  COLLEAGUES_ADD ("/changes-file/damage", NULL, test_damage);
  COLLEAGUES_ADD ("/changes-file/no-changes", NULL, test_no_changes);
  return document_run ();
}
