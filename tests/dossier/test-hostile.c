/* test-hostile.c — files that are damaged, foreign or made to harm: a sentence each, and nothing
 * worse */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static char *state_folder;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->path = fixture_write (fixture->folder, "velmark.gpkg");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copies = g_build_filename (state_folder, "marchland", NULL);

  folder_remove (fixture->folder);
  folder_remove (copies);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static MarchDossier *
try_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return march_dossier_open (file, NULL, error);
}

static void
assert_refused (const char *path, MarchError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = try_open (path, &error);

  g_assert_null (dossier);
  g_test_message ("%s", error->message);
  g_assert_error (error, MARCH_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* As a program would that knows nothing of our care. */
static void
run_sql (const char *path, const char *sql)
{
  g_autoptr (sqlite3) handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.gpkg", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text.gpkg", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo.gpkg", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none.gpkg", NULL);
  g_autofree char *plain = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autofree char *geo = g_build_filename (fixture->folder, "geo.gpkg", NULL);

  g_file_set_contents (empty, "", 0, NULL);
  g_file_set_contents (text,
                       "Dear sir, the map you asked for is attached to this letter, which is no "
                       "map itself, nor a database.",
                       -1, NULL);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  run_sql (plain, "CREATE TABLE place (id INTEGER PRIMARY KEY)");
  run_sql (geo, "PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents (table_name TEXT)");

  assert_refused (fixture->folder, MARCH_ERROR_NOT_A_DOSSIER, "folder");
  assert_refused (empty, MARCH_ERROR_NOT_A_DOSSIER, "empty");
  assert_refused (text, MARCH_ERROR_NOT_A_DOSSIER, "not a dossier");
  assert_refused (fifo, MARCH_ERROR_NOT_A_DOSSIER, "device");
  assert_refused (none, MARCH_ERROR_NOT_FOUND, "does not exist");
  assert_refused (plain, MARCH_ERROR_NOT_A_DOSSIER, "another program");
  assert_refused (geo, MARCH_ERROR_NOT_A_DOSSIER, "GeoPackage");
}

/* What is changed in the file, and what is said of it. */
static const struct
{
  const char *name;
  const char *sql;
  MarchError  code;
  const char *words;
} damages[] = {
  { "application-id", "PRAGMA application_id = 7", MARCH_ERROR_NOT_A_DOSSIER, "another program" },
  { "newer", "INSERT INTO schema_version VALUES (99, '')", MARCH_ERROR_NEWER, "newer version" },
  { "no-version", "DELETE FROM schema_version", MARCH_ERROR_DAMAGED, "version" },
  { "no-table", "DROP TABLE span", MARCH_ERROR_DAMAGED, "span" },
  { "view-for-table", "ALTER TABLE span RENAME TO hidden; CREATE VIEW span AS SELECT * FROM hidden",
    MARCH_ERROR_DAMAGED, "span" },
  { "no-column", "ALTER TABLE span DROP COLUMN prefix", MARCH_ERROR_DAMAGED, "prefix" },
  { "no-title", "DELETE FROM dossier", MARCH_ERROR_DAMAGED, "called" },
  { "bad-word",
    "PRAGMA ignore_check_constraints = 1; UPDATE place SET kind = 'kingdom' WHERE id = 23",
    MARCH_ERROR_DAMAGED, "record 23 of “place” has no valid “kind”" },
  { "bad-date", "UPDATE assertion SET valid_edtf = '2031-02-30' WHERE id = 61", MARCH_ERROR_DAMAGED,
    "record 61 of “assertion” has no valid “valid_edtf”" },
  { "dangling", "PRAGMA foreign_keys = 0; UPDATE name SET place_id = 777 WHERE id = 133",
    MARCH_ERROR_DAMAGED, "record 133 of “name” names a record of “place”" },
  { "circle",
    "UPDATE place_link SET child_id = 22, parent_id = 23; INSERT INTO place_link VALUES (9, 'u', "
    "1, 23, 22, 'composite')",
    MARCH_ERROR_DAMAGED, "part of itself" },
  { "bad-geometry", "UPDATE place SET geom = x'4750000000' WHERE id = 21", MARCH_ERROR_DAMAGED,
    "record 21 of “place” has no valid “geom”" },
  { "text-geometry", "UPDATE place SET geom = 'POINT (1 1)' WHERE id = 21", MARCH_ERROR_DAMAGED,
    "record 21 of “place”" },
  { "bad-utf-8", "UPDATE dossier SET title = CAST (x'ff' AS TEXT)", MARCH_ERROR_DAMAGED,
    "“title”" },
  { "bad-range",
    "PRAGMA ignore_check_constraints = 1; UPDATE actor SET palette = 4000000000 WHERE id = 11",
    MARCH_ERROR_DAMAGED, "“palette”" },
  { "both-targets",
    "PRAGMA ignore_check_constraints = 1; UPDATE evidence SET proposal_id = 51 WHERE id = 81",
    MARCH_ERROR_DAMAGED, "evidence" },
  { "no-extent",
    "PRAGMA ignore_check_constraints = 1; UPDATE assertion SET extent = NULL WHERE id = 61",
    MARCH_ERROR_DAMAGED, "“extent”" },
  { "bad-csl", "PRAGMA ignore_check_constraints = 1; UPDATE source SET csl = '[' WHERE id = 31",
    MARCH_ERROR_DAMAGED, "record 31 of “source” has no valid “csl”" },
  { "infinite", "UPDATE assertion SET high = 9e999 WHERE id = 65", MARCH_ERROR_DAMAGED, "“high”" },
};

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  run_sql (fixture->path, damages[i].sql);
  assert_refused (fixture->path, damages[i].code, damages[i].words);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  run_sql (fixture->path, "UPDATE background SET geom = x'00'");
  dossier = try_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_corpus_get_background (dossier->corpus)->len, ==, 0);
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 1);
}

/* Opens it or says why not; either is right, as long as nothing else happens. */
static gboolean
opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = try_open (path, &error);

  g_assert_true ((dossier == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == MARCH_ERROR);
  g_assert_true (error == NULL ||
                 (*error->message != '\0' && g_utf8_validate (error->message, -1, NULL)));
  return dossier != NULL;
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize size = 0; size < length; size += size < 600 ? 37 : 4096 - 13)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, NULL));
      g_assert_false (opens (fixture->path));
    }
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  g_assert_true (opens (fixture->path));
}

/* One byte in many places, then whole pages. */
static void
test_flipped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  gsize length;
  guint n_opened = 0;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *flipped = g_memdup2 (contents, length);
      gsize at = (gsize) g_rand_int_range (random, 0, i % 2 == 0 ? 8192 : (gint32) length);
      gsize n = i % 10 == 0 ? 512 : 1;

      for (gsize k = at; k < MIN (at + n, length); k++)
        flipped[k] = (char) (flipped[k] ^ g_rand_int_range (random, 1, 256));
      g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize) length, NULL));
      n_opened += opens (fixture->path);
    }
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, 400);
}

/* Edits a dossier and gives what an attacker's table holds then. */
static gint64
count_spoils (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = try_open (fixture->path, &error);
  g_autoptr (MarchEdit) edit = NULL;
  g_autoptr (MarchRow) row = march_row_new ();
  gint64 n = 0;

  g_assert_no_error (error);
  edit = march_dossier_begin_edit (dossier, "Edit", &error);
  g_assert_no_error (error);
  march_row_set_integer (row, "importance", 3);
  g_assert_true (march_edit_update (edit, "place", FIXTURE_TARVIA, row, &error));
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
  march_sqlite_select_integer (dossier->copy->database->handle, "SELECT count (*) FROM spoils", &n,
                               &error);
  g_assert_no_error (error);
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  return n;
}

/* Triggers and views that no dossier has; some look much like those that it has. */
static const struct
{
  const char *name;
  const char *sql;
} foreign[] = {
  { "trigger",
    "CREATE TRIGGER robber AFTER UPDATE ON place BEGIN INSERT INTO spoils VALUES (1); END" },
  { "same-name", "DROP TRIGGER rtree_place_geom_update1; CREATE TRIGGER rtree_place_geom_update1 "
                 "AFTER UPDATE ON place BEGIN INSERT INTO spoils VALUES (1); END" },
  { "literal", "CREATE TRIGGER trigger_insert_feature_count_place AFTER UPDATE ON place BEGIN "
               "INSERT INTO spoils VALUES ('--'); END" },
  { "history", "CREATE TRIGGER watcher AFTER INSERT ON history BEGIN INSERT INTO spoils VALUES "
               "(NEW.who); END" },
  { "view", "CREATE VIEW innocent AS SELECT * FROM place; INSERT INTO gpkg_contents (table_name, "
            "data_type) VALUES ('innocent', 'attributes')" },
};

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, "CREATE TABLE spoils (loot)");
  run_sql (fixture->path, foreign[i].sql);
  {
    g_autoptr (MarchDossier) dossier = try_open (fixture->path, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 1);
  }
  g_assert_cmpint (count_spoils (fixture), ==, 0);
  {
    g_autoptr (MarchDossier) dossier = try_open (fixture->path, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
  }
}

/* What GDAL and GeoPackage 1.4 put into a file stays. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  run_sql (fixture->path,
           "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count "
           "INTEGER DEFAULT NULL);"
           "CREATE TRIGGER \"trigger_insert_feature_count_place\" AFTER INSERT ON \"place\" BEGIN "
           "UPDATE gpkg_ogr_contents SET feature_count = "
           "feature_count + 1 WHERE lower(table_name) = lower('place'); END;"
           "CREATE TRIGGER \"rtree_place_geom_update7\" AFTER UPDATE OF \"geom\" ON \"place\" WHEN "
           "OLD.\"id\" = NEW.\"id\" AND (NEW.\"geom\" NOTNULL AND "
           "NOT ST_IsEmpty(NEW.\"geom\")) AND (OLD.\"geom\" ISNULL OR ST_IsEmpty(OLD.\"geom\")) "
           "BEGIN INSERT INTO \"rtree_place_geom\" VALUES (NEW.\"id\","
           "ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"),ST_MinY(NEW.\"geom\"), "
           "ST_MaxY(NEW.\"geom\")); END;");
  dossier = try_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
}

/* A literal that looks like a comment must not hide what follows it. */
static void
test_hidden_by_comment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  run_sql (fixture->path, "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, "
                          "feature_count INTEGER DEFAULT NULL);"
                          "CREATE TABLE spoils (loot);"
                          "CREATE TRIGGER trigger_insert_feature_count_place AFTER INSERT ON place "
                          "BEGIN UPDATE gpkg_ogr_contents SET feature_count = "
                          "feature_count + 1 WHERE lower (table_name) = lower ('place--'); INSERT "
                          "INTO spoils SELECT lower (1 --'\n); END");
  dossier = try_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 1);
}

/* A file that another program has open: its newest rows stand in the log beside it. */
static void
test_wal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (sqlite3) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.gpkg", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *contents = NULL, *before = NULL, *after = NULL;
  gsize            length;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other,
                                 "PRAGMA journal_mode = WAL; UPDATE dossier SET title = 'Newest'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  before = fixture_file_hash (wal);
  dossier = try_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Newest");
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
  after = fixture_file_hash (wal);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (sqlite3_exec (other, "UPDATE dossier SET title = 'Newer still'", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  g_clear_object (&dossier);

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
  dossier = try_open (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 1);
}

/* Such a file is copied to be read: without room for that the sentence names the file, and not the
 * copy. */
static void
test_wal_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (sqlite3) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char    *base = g_path_get_basename (fixture->path);
  g_autofree char    *quoted = g_strdup_printf ("“%s”", base);
  const struct rlimit small = { 50 * 1024, 50 * 1024 };
  pid_t               child;
  int                 status = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other,
                                 "PRAGMA journal_mode = WAL; UPDATE dossier SET title = 'Newest'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  child = fork ();
  if (child == 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &small);
      if (try_open (fixture->path, &error) != NULL ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
        _exit (11);
      _exit (strstr (error->message, quoted) != NULL ? 0 : 12);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* A program died while it wrote: what it had begun is not read, and its journal is left to it. */
static void
test_hot_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.gpkg", NULL);
  g_autofree char *copy_journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *before = NULL, *after = NULL;

  {
    g_autoptr (sqlite3) other = NULL;
    g_autofree char *contents = NULL, *journal_contents = NULL;
    gsize            length, journal_length;

    g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
    sqlite3_exec (other,
                  "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE dossier SET title "
                  "= 'Half done'; "
                  "CREATE TABLE filler AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                  "FROM n WHERE i < 20000) SELECT i FROM n",
                  NULL, NULL, NULL);
    g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
    g_assert_true (g_file_get_contents (journal, &journal_contents, &journal_length, NULL));
    g_assert_cmpuint (journal_length, >, 0);
    g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
    g_assert_true (
        g_file_set_contents (copy_journal, journal_contents, (gssize) journal_length, NULL));
  }
  before = fixture_file_hash (copy);
  dossier = try_open (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  after = fixture_file_hash (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_test (copy_journal, G_FILE_TEST_EXISTS));
}

/* A file that cannot be reached any more while it is read and edited. */
static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = try_open (fixture->path, &error);

  g_assert_no_error (error);
  g_unlink (fixture->path);
  g_assert_null (march_dossier_begin_edit (dossier, "Edit", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  state_folder = folder_make ();
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/hostile/not-a-file", NULL, test_not_a_file);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/damage/%s", damages[i].name);

      ADD (path, GSIZE_TO_POINTER (i), test_damage);
    }
  ADD ("/hostile/left-out", NULL, test_left_out);
  ADD ("/hostile/truncated", NULL, test_truncated);
  ADD ("/hostile/flipped", NULL, test_flipped);
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/foreign/%s", foreign[i].name);

      ADD (path, GSIZE_TO_POINTER (i), test_foreign);
    }
  ADD ("/hostile/known", NULL, test_known);
  ADD ("/hostile/hidden-by-comment", NULL, test_hidden_by_comment);
  ADD ("/hostile/wal", NULL, test_wal);
  ADD ("/hostile/wal-full-disk", NULL, test_wal_full_disk);
  ADD ("/hostile/hot-journal", NULL, test_hot_journal);
  ADD ("/hostile/vanished", NULL, test_vanished);
  status = g_test_run ();
  folder_remove (state_folder);
  g_free (state_folder);
  return status;
}
