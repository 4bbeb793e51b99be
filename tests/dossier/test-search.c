/* test-search.c — what is found by what is typed, where it is marked, in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier.h"

/* Records beside the fixture's. */
enum
{
  ZELKY = 201,
  PRESE,
  MERE,
  TARVIA_ISLE,
  TARVIA_TALKS,
  TARVIA_SAID = 301,
  KEY_SAID,
  BRAVE_SAID,
  LONG_SAID,
  ODD_SAID,
};

static const struct
{
  const char *table;
  gint64      id;
  const char *columns[3];
  const char *values[3];
} records[] = {
  { "place", ZELKY, { "kind", "code" }, { "settlement", "VM-07" } },
  { "name", 211, { "text", "language", "role" }, { "Zelkyi Brid", "en", "main" } },
  { "name", 212, { "text", "language", "role" }, { "Зелький Брід", "uk", "endonym" } },
  { "place", PRESE, { "kind" }, { "settlement" } },
  { "name", 213, { "text", "language", "role" }, { "Prēšë d’Orva", "en", "main" } },
  { "place", TARVIA_ISLE, { "kind" }, { "site" } },
  { "name", 214, { "text", "language", "role" }, { "Tarvia Tarvia Isle", "en", "main" } },
  { "actor", MERE, { "kind" }, { "group" } },
  { "actor_name", 215, { "text", "language" }, { "Guards of the AND OR NOT gate", "en" } },
  { "assertion", TARVIA_TALKS, { "kind", "title" }, { "event", "Tarvia" } },
};

typedef struct
{
  char        *folder;
  char        *path;
  MarchSearch *search;
} Fixture;

static gint64
get_owner (gint64 name)
{
  return name <= 212 ? ZELKY : name == 213 ? PRESE : name == 214 ? TARVIA_ISLE : MERE;
}

static void
insert (MarchEdit  *edit,
        const char *table,
        gint64      id,
        MarchRow   *row)
{
  GError *error = NULL;

  if (g_str_equal (table, "name"))
    march_row_set_integer (row, "place_id", get_owner (id));
  if (g_str_equal (table, "actor_name"))
    march_row_set_integer (row, "actor_id", get_owner (id));
  if (g_str_equal (table, "quotation"))
    march_row_set_integer (row, "source_id", FIXTURE_SOURCE);
  march_edit_insert (edit, table, id, row, &error);
  g_assert_no_error (error);
}

static void
insert_quotation (MarchEdit  *edit,
                  gint64      id,
                  const char *exact)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_text (row, "exact", exact);
  march_row_set_text (row, "voice", "verbatim");
  march_row_set_text (row, "act", "speech");
  insert (edit, "quotation", id, row);
}

/* "word … word needle word … word" */
static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, i == 50 ? "Голка " : "слово ");
  return g_string_free (text, FALSE);
}

static void
fill (const char *path)
{
  GError                   *error = NULL;
  g_autoptr (MarchDatabase) database = march_database_open (path, MARCH_ACCESS_WRITE, &error);
  g_autoptr (MarchEdit)     edit = NULL;
  g_autofree char          *text = make_long_text ();

  g_assert_no_error (error);
  edit = march_edit_begin (database, "Fill", "tests", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();

      for (gsize k = 0; k < G_N_ELEMENTS (records[i].columns) && records[i].columns[k] != NULL; k++)
        march_row_set_text (row, records[i].columns[k], records[i].values[k]);
      insert (edit, records[i].table, records[i].id, row);
    }
  insert_quotation (edit, TARVIA_SAID, "We shall never leave Tarvia’s shore");
  insert_quotation (edit, KEY_SAID, "Тарвія — це ключ до озера");
  insert_quotation (edit, BRAVE_SAID, "They are brave; they leave never");
  insert_quotation (edit, LONG_SAID, text);
  insert_quotation (edit, ODD_SAID,
                    "100 % of the “free” land: a*b, c-d, (e) ^f {g} NEAR h\\i \"j\"");
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
open_search (Fixture     *fixture,
             MarchAccess  access)
{
  GError *error = NULL;

  fixture->search = march_search_new (fixture->path, access, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = fixture_write (fixture->folder, "velmark.gpkg");
  fill (fixture->path);
  open_search (fixture, MARCH_ACCESS_IMMUTABLE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->search, march_search_unref);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static MarchSearchResults *
run (Fixture    *fixture,
     const char *text,
     guint       kinds,
     guint       offset,
     guint       limit)
{
  GError             *error = NULL;
  MarchSearchQuery    query = { text, kinds, offset, limit };
  MarchSearchResults *results = march_search_run (fixture->search, &query, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (results);
  return results;
}

static char *
list_ids (MarchSearchResults *results)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < results->hits->len; i++)
    {
      MarchSearchHit *hit = results->hits->pdata[i];

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", hit->id);
    }
  return g_string_free (ids, FALSE);
}

/* The snippet with its marks in brackets. */
static char *
show_marks (MarchSearchHit *hit)
{
  GString *shown = g_string_new (NULL);
  guint    n = 0, at = 0;

  for (const char *p = hit->snippet; ; p = g_utf8_next_char (p), at++)
    {
      if (n < hit->marks->len && g_array_index (hit->marks, MarchSearchMark, n).beyond == at)
        {
          g_string_append_c (shown, ']');
          n++;
        }
      if (n < hit->marks->len && g_array_index (hit->marks, MarchSearchMark, n).first == at)
        g_string_append_c (shown, '[');
      if (*p == '\0')
        break;
      g_string_append_unichar (shown, g_utf8_get_char (p));
    }
  g_assert_cmpuint (n, ==, hit->marks->len);
  return g_string_free (shown, FALSE);
}

/* By one query: the ids in their order, and the first hit with its marks. */
static const struct
{
  const char *text;
  const char *ids;
  const char *first;
} cases[] = {
  /* nothing to look for */
  { "", "", NULL },
  { "   ", "", NULL },
  { "\"", "", NULL },
  { "“”", "", NULL },
  { "* - ( ) ^ : ' \\ %", "", NULL },

  /* alphabets and diacritics */
  { "Zelkyi", "201", "[Zelkyi] Brid · [Зелький] Брід · VM-07" },
  { "Zelky ", "201", "[Zelkyi] Brid · [Зелький] Брід · VM-07" },
  { "Зелкий", "201", "[Zelkyi] Brid · [Зелький] Брід · VM-07" },
  { "ЗЕЛЬКИЙ БРІД", "201", "[Zelkyi] [Brid] · [Зелький] [Брід] · VM-07" },
  { "prese", "202", "[Prēšë] d’Orva" },
  { "PRÉSÉ", "202", "[Prēšë] d’Orva" },
  { "thelmi", "13", "Jora [Þelmi]" },
  { "ключ", "302", "Тарвія — це [ключ] до озера" },
  { "kliuch", "302", "Тарвія — це [ключ] до озера" },

  /* the last word may go on, others may not */
  { "Zelk", "201", "[Zelkyi] Brid · [Зелький] Брід · VM-07" },
  { "Zelk ", "", NULL },
  { "Zelk Brid", "", NULL },
  { "brid z", "201", "[Zelkyi] [Brid] · [Зелький] [Брід] · VM-07" },
  { "elky", "", NULL },

  /* an apostrophe joins and splits */
  { "Orva ", "202", "Prēšë d’[Orva]" },
  { "dorva", "202", "Prēšë [d’Orva]" },
  { "d'or", "202", "Prēšë [d’Orva]" },
  { "tarvia shore", "301", "We shall never leave [Tarvia]’s [shore]" },

  /* phrases */
  { "\"never leave\"", "301", "We shall [never leave] Tarvia’s shore" },
  { "never leave ", "303 301", "They are brave; they [leave] [never]" },
  { "«never leave", "301", "We shall [never leave] Tarvia’s shore" },
  { "“never lea", "301", "We shall [never leave] Tarvia’s shore" },
  { "“never lea”", "", NULL },
  { "\"never leave\" tarvia", "301", "We shall [never leave] [Tarvia’s] shore" },
  { "VM-07", "201", "Zelkyi Brid · Зелький Брід · [VM-07]" },

  /* what would be an operator is a word, or nothing */
  { "guards AND gate", "203", "[Guards] of the [AND] OR NOT [gate]" },
  { "NOT gate", "203", "Guards of the AND OR [NOT] [gate]" },
  { "OR ", "203", "Guards of the AND [OR] NOT gate" },
  { "OR", "202 203", "Prēšë d’[Orva]" },
  { "never NOT leave", "", NULL },
  { "NEAR(brave leave)", "", NULL },
  { "body:brave", "", NULL },
  { "{body folded}: brave", "", NULL },
  { "^brave", "303", "They are [brave]; they leave never" },
  { "brave*", "303", "They are [brave]; they leave never" },
  { "-brave", "303", "They are [brave]; they leave never" },
  { "(brave", "303", "They are [brave]; they leave never" },
  { "brave)) OR ((", "", NULL },
  { "brave\" OR \"they", "", NULL },
  /* quotation marks of full width fold to plain ones */
  { "\xef\xbc\x82" "brave\xef\xbc\x82 OR \xef\xbc\x82", "", NULL },
  { "brave + they", "303", "[They] are [brave]; [they] leave never" },
  { "brave'; DROP TABLE search; --", "", NULL },
  { "100 %", "305", "[100] % of the “free” land: a*b, c-d, (e) ^f {g} NEAR h\\i \"j\"" },
  { "a*b", "305", "100 % of the “free” land: [a*b], c-d, (e) ^f {g} NEAR h\\i \"j\"" },

  /* bytes that are no text */
  { "brave \xff\xfe", "303", "They are [brave]; they leave never" },
  { "\xed\xa0\x80", "", NULL },
  { "brave \xf0\x9f\x98\x80", "303", "They are [brave]; they leave never" },

  /* exact names, then kinds, then how much of it is what was typed */
  { "Tarvia", "23 205 204 65 41 302 301", "[Tarvia] · [Тарвія] · OS-01" },
  { "Тарвія", "23 205 204 65 302 41 301", "[Tarvia] · [Тарвія] · OS-01" },
  { "the lake", "31 63 51", "Talks at [the] [lake] · Ilse Kremer · [The] [Lake] Herald" },
  { "the lake plan", "51", "[The] [lake] [plan] · a customs union" },
  { "talks at the lake ", "31", "[Talks] [at] [the] [lake] · Ilse Kremer · [The] [Lake] Herald" },
  { "kremer", "31", "Talks at the lake · Ilse [Kremer] · The Lake Herald" },
};

static void
test_cases (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchSearchResults) results = NULL;
      g_autofree char               *ids = NULL;

      results = run (fixture, cases[i].text, MARCH_SEARCH_ALL, 0, 50);
      ids = list_ids (results);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (ids, ==, cases[i].ids);
      g_assert_cmpuint (results->total.n, ==, results->hits->len);
      g_assert_false (results->total.more);
      if (results->hits->len > 0)
        {
          g_autofree char *shown = show_marks (results->hits->pdata[0]);

          g_assert_cmpstr (shown, ==, cases[i].first);
        }
    }
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint counts[MARCH_N_SEARCH_KINDS] = {
    [MARCH_SEARCH_PLACE] = 2,
    [MARCH_SEARCH_EVENT] = 1,
    [MARCH_SEARCH_FIGURE] = 1,
    [MARCH_SEARCH_QUOTATION] = 3,
  };

  for (guint kind = 0; kind < MARCH_N_SEARCH_KINDS; kind++)
    {
      g_autoptr (MarchSearchResults) results = NULL;

      results = run (fixture, "tarvia", MARCH_SEARCH_BIT (kind), 0, 50);
      g_assert_cmpuint (results->hits->len, ==, counts[kind]);
      g_assert_cmpuint (results->total.n, ==, counts[kind]);
      for (guint i = 0; i < results->hits->len; i++)
        g_assert_cmpuint (((MarchSearchHit *) results->hits->pdata[i])->kind, ==, kind);
      for (guint i = 0; i < MARCH_N_SEARCH_KINDS; i++)
        g_assert_cmpuint (results->counts[i].n, ==, counts[i]);
    }
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    guint       offset, limit;
    const char *ids;
  } pages[] = {
    { 0, 0, "" },
    { 0, 3, "23 205 204" },
    { 2, 2, "204 65" },
    { 6, 50, "301" },
    { 7, 50, "" },
    { G_MAXUINT, G_MAXUINT, "" },
    { 1, G_MAXUINT, "205 204 65 41 302 301" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (MarchSearchResults) results = NULL;
      g_autofree char               *ids = NULL;

      results = run (fixture, "tarvia", MARCH_SEARCH_ALL, pages[i].offset, pages[i].limit);
      ids = list_ids (results);
      g_assert_cmpstr (ids, ==, pages[i].ids);
      g_assert_cmpuint (results->total.n, ==, 7);
    }
}

/* A snippet of a long text is a piece around the mark, which has moved with it. */
static void
test_snippet (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MarchSearchResults) results = run (fixture, "holka", MARCH_SEARCH_ALL, 0, 50);
  MarchSearchHit                *hit;
  g_autofree char               *shown = NULL;

  g_assert_cmpuint (results->hits->len, ==, 1);
  hit = results->hits->pdata[0];
  shown = show_marks (hit);
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <=, 202);
  g_assert_true (g_str_has_prefix (hit->snippet, "…слово "));
  g_assert_true (g_str_has_suffix (hit->snippet, " слово…"));
  g_assert_nonnull (strstr (shown, "слово [Голка] слово"));
}

/* As many words as anybody could type, or what is no words, neither fails nor hangs. */
static void
test_naughty (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const pieces[] = { "\"", "a ", "(", "NEAR ", "\"a ", "'", "ы",
                                         "\xcc\x81", "e\xcc\x81", "1 ", "\xff", "\x01", "a\"",
                                         "AND ", "\xe2\x80\x8f", "½ " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString)            text = g_string_new (NULL);
      g_autoptr (MarchSearchResults) results = NULL;

      for (guint k = 0; k < 5000; k++)
        g_string_append (text, pieces[i]);
      results = run (fixture, text->str, MARCH_SEARCH_ALL, 0, 50);
      g_assert_cmpuint (results->total.n, <=, 20);
    }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };

  g_cancellable_cancel (cancellable);
  g_assert_null (march_search_run (fixture->search, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The connection is as good as before. */
  test_kinds (fixture, NULL);
}

/* As a dossier with many quotations has them. */
static void
add_many (Fixture *fixture)
{
  GError                   *error = NULL;
  g_autoptr (MarchDatabase) database = NULL;

  database = march_database_open (fixture->path, MARCH_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  march_sqlite_run (database->handle,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 12000) "
                    "INSERT INTO search_entry (kind, record_id, body, folded) "
                    "SELECT 'quotation', 10000 + i, 'Tarvia ' || i, 'tarvia ' || i FROM n; "
                    "INSERT INTO search (search) VALUES ('rebuild')",
                    &error);
  g_assert_no_error (error);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MarchSearchResults) results = NULL;
  g_autoptr (MarchSearchResults) last = NULL;
  g_autofree char               *ids = NULL, *last_ids = NULL;

  march_search_unref (fixture->search);
  add_many (fixture);
  open_search (fixture, MARCH_ACCESS_READ);

  results = run (fixture, "tarvia", MARCH_SEARCH_ALL, 0, 5);
  ids = list_ids (results);
  g_assert_cmpstr (ids, ==, "23 205 204 65 22000");
  g_assert_cmpuint (results->counts[MARCH_SEARCH_QUOTATION].n, ==, MARCH_SEARCH_MOST);
  g_assert_true (results->counts[MARCH_SEARCH_QUOTATION].more);
  g_assert_true (results->total.more);
  g_assert_cmpuint (results->counts[MARCH_SEARCH_PLACE].n, ==, 2);

  last = run (fixture, "tarvia", MARCH_SEARCH_BIT (MARCH_SEARCH_QUOTATION),
              MARCH_SEARCH_MOST - 1, 5);
  last_ids = list_ids (last);
  g_assert_cmpstr (last_ids, ==, "21501");
}

/* An unfinished word finds every word that it begins, few or many, in either alphabet, and the
 * newest first. */
static void
test_expand (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint       n;
    const char *first;
  } unfinished[] = {
    { "grond", 402, "20401" },   /* more words than are listed one by one */
    { "grond1", 111, "20199" },  /* fewer */
    { "grond40", 2, "20400" },
    { "grond401", 0, "" },
    { "ґронд", 402, "20401" },
    { "ґрондом", 1, "20401" },
    { "gronda", 1, "" }, /* a place */
  };
  GError *error = NULL;
  g_autoptr (MarchDatabase) database = march_database_open (fixture->path, MARCH_ACCESS_WRITE,
                                                            &error);

  g_assert_no_error (error);
  march_search_unref (fixture->search);
  march_sqlite_run (database->handle,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 400) "
                    "INSERT INTO search_entry (kind, record_id, body, folded) "
                    "SELECT 'quotation', 20000 + i, 'Grond' || i, 'grond' || i FROM n; "
                    "INSERT INTO search_entry (kind, record_id, body, folded) VALUES "
                    "('quotation', 20401, 'Ґрондом', 'grondom'), "
                    "('place', 20402, 'Ґронда', 'gronda'); "
                    "INSERT INTO search (search) VALUES ('rebuild')",
                    &error);
  g_assert_no_error (error);
  open_search (fixture, MARCH_ACCESS_READ);

  for (gsize i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_autoptr (MarchSearchResults) results = NULL;
      g_autofree char *ids = NULL;

      g_test_message ("%s", unfinished[i].text);
      results = run (fixture, unfinished[i].text, MARCH_SEARCH_BIT (MARCH_SEARCH_QUOTATION), 0, 1);
      ids = list_ids (results);
      g_assert_cmpstr (ids, ==, unfinished[i].first);
      g_assert_cmpuint (results->counts[MARCH_SEARCH_QUOTATION].n
                            + results->counts[MARCH_SEARCH_PLACE].n,
                        ==, unfinished[i].n);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (2000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Whether SQLite was stopped in the midst of it, and not only the next search before it began. */
static gboolean
is_stopped (Fixture *fixture)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread                 *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError)       error = NULL;
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };

  while (error == NULL)
    {
      g_autoptr (MarchSearchResults) results = NULL;

      results = march_search_run (fixture->search, &query, cancellable, &error);
      g_assert_true ((results == NULL) == (error != NULL));
    }
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return g_str_equal (error->message, "The work was cancelled.");
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  guint n = 0;

  march_search_unref (fixture->search);
  add_many (fixture);
  open_search (fixture, MARCH_ACCESS_READ);
  while (!is_stopped (fixture))
    g_assert_cmpuint (++n, <, 200);
}

typedef struct
{
  GMainLoop          *loop;
  MarchSearchResults *results;
  GError             *error;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  answer->results = march_search_run_finish (result, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* The query is copied and the search kept, so that both may go while the work is done. */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char      *text = g_strdup ("tarvia");
  MarchSearchQuery      query = { text, MARCH_SEARCH_ALL, 0, 50 };
  Answer                answer = { loop, NULL, NULL };

  march_search_run_async (fixture->search, &query, NULL, answered_cb, &answer);
  g_clear_pointer (&fixture->search, march_search_unref);
  memset (text, 'x', strlen (text));
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.results->hits->len, ==, 7);
  march_search_results_free (answer.results);
}

static void
test_async_cancelled (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GMainLoop)    loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MarchSearchQuery         query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };
  Answer                   answer = { loop, NULL, NULL };

  march_search_run_async (fixture->search, &query, cancellable, answered_cb, &answer);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.results);
  g_clear_error (&answer.error);
}

static void
dossier_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  Answer *answer = data;

  answer->results = march_dossier_search_finish (MARCH_DOSSIER (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
assert_found (MarchDossier *dossier,
              const char   *text,
              const char   *ids)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  MarchSearchQuery      query = { text, MARCH_SEARCH_ALL, 0, 50 };
  Answer                answer = { loop, NULL, NULL };
  g_autofree char      *found = NULL;

  march_dossier_search_async (dossier, &query, NULL, dossier_answered_cb, &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  found = list_ids (answer.results);
  g_assert_cmpstr (found, ==, ids);
  march_search_results_free (answer.results);
}

/* A name is found as soon as it is given, and no longer when that is undone. */
static void
test_dossier (Fixture       *fixture,
              gconstpointer  data)
{
  GError                  *error = NULL;
  g_autoptr (GFile)        file = g_file_new_for_path (fixture->path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, &error);
  g_autoptr (MarchRow)     row = march_row_new ();
  g_autoptr (MarchEdit)    edit = NULL;

  g_assert_no_error (error);
  assert_found (dossier, "zelky", "201");
  assert_found (dossier, "grelm", "");

  edit = march_dossier_begin_edit (dossier, "Rename", &error);
  g_assert_no_error (error);
  march_row_set_text (row, "text", "Ґрельм");
  g_assert_true (march_edit_update (edit, "name", 211, row, &error));
  assert_found (dossier, "grelm", "");
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
  assert_found (dossier, "grelm", "201");

  march_dossier_undo (dossier, &error);
  g_assert_no_error (error);
  assert_found (dossier, "grelm", "");
  march_dossier_revert (dossier, &error);
  g_assert_no_error (error);
  assert_found (dossier, "zelky", "201");
}

/* Neither a file that is not there nor one without a dossier's tables is searched. */
static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char               *none = g_build_filename (fixture->folder, "none.gpkg", NULL);
  g_autofree char               *bad = g_build_filename (fixture->folder, "bad.gpkg", NULL);
  g_autoptr (MarchSearch)        search = NULL;
  g_autoptr (MarchSearchResults) results = NULL;
  MarchSearchQuery               query = { "tarvia", MARCH_SEARCH_ALL, 0, 50 };
  g_autoptr (GError)             error = NULL;

  g_assert_null (march_search_new (none, MARCH_ACCESS_READ, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (bad, "", 0, NULL));
  search = march_search_new (bad, MARCH_ACCESS_IMMUTABLE, &error);
  g_assert_no_error (error);
  results = march_search_run (search, &query, NULL, &error);
  g_assert_null (results);
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
}

/* What a foreign program may have put into the index is passed over, or shown if it is text. */
static void
test_foreign_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  GError                        *error = NULL;
  g_autoptr (MarchDatabase)      database = NULL;
  g_autoptr (MarchSearchResults) results = NULL;
  g_autofree char               *ids = NULL;

  march_search_unref (fixture->search);
  database = march_database_open (fixture->path, MARCH_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  march_sqlite_run (database->handle,
                    "PRAGMA ignore_check_constraints = ON; "
                    "INSERT INTO search_entry (id, kind, record_id, body, folded) VALUES "
                    "(9001, 'hoard', 900, 'Tarvia', 'tarvia'), "
                    "(9002, 'place', 901, CAST (x'546172766961ff' AS TEXT), 'tarvia'), "
                    "(9003, 'place', 902, 'Tarvia', 'tarvia'); "
                    "INSERT INTO search (search) VALUES ('rebuild'); "
                    "DELETE FROM search_entry WHERE id = 9003",
                    &error);
  g_assert_no_error (error);
  open_search (fixture, MARCH_ACCESS_READ);
  results = run (fixture, "tarvia", MARCH_SEARCH_BIT (MARCH_SEARCH_PLACE), 0, 50);
  ids = list_ids (results);
  g_assert_cmpstr (ids, ==, "23 901 204");
  g_assert_cmpstr (((MarchSearchHit *) results->hits->pdata[1])->snippet, ==, "");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/search/cases", test_cases);
  ADD ("/search/kinds", test_kinds);
  ADD ("/search/pages", test_pages);
  ADD ("/search/snippet", test_snippet);
  ADD ("/search/naughty", test_naughty);
  ADD ("/search/many", test_many);
  ADD ("/search/expand", test_expand);
  ADD ("/search/cancelled", test_cancelled);
  ADD ("/search/stopped", test_stopped);
  ADD ("/search/async", test_async);
  ADD ("/search/async-cancelled", test_async_cancelled);
  ADD ("/search/dossier", test_dossier);
  ADD ("/search/bad-files", test_bad_files);
  ADD ("/search/foreign-rows", test_foreign_rows);
  return g_test_run ();
}
