/* test-search.c — what is found by what is typed, where it is marked, in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dossier/march-database-private.h"
#include "search-fixture.h"

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

  /* doubled letters, and what else the place is called */
  { "Ulmar", "206 306", "[Ullmar] · Олмаар · Volmera Hirn" },
  { "Ullmmar ", "206 306", "[Ullmar] · Олмаар · Volmera Hirn" },
  { "Ollmaar", "206 306", "Ullmar · [Олмаар] · Volmera Hirn" },
  { "Олмаар gate", "306", "Volmera Hirn fell, and [Olmaar]’s [gate] stood" },
  { "\"volmera hirn\" gate", "306", "[Volmera Hirn] fell, and Olmaar’s [gate] stood" },
  { "Ullma", "206", "[Ullmar] · Олмаар · Volmera Hirn" },
  { "Hirn ", "206 306", "Ullmar · Олмаар · Volmera [Hirn]" },
  { "kliucch", "302", "Тарвія — це [ключ] до озера" },

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
test_cases (SearchFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchSearchResults) results = NULL;
      g_autofree char               *ids = NULL;

      results = search_run (fixture, cases[i].text, MARCH_SEARCH_ALL, 0, 50);
      ids = search_list_ids (results);
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
test_kinds (SearchFixture *fixture, gconstpointer data)
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

      results = search_run (fixture, "tarvia", MARCH_SEARCH_BIT (kind), 0, 50);
      g_assert_cmpuint (results->hits->len, ==, counts[kind]);
      g_assert_cmpuint (results->total.n, ==, counts[kind]);
      for (guint i = 0; i < results->hits->len; i++)
        g_assert_cmpuint (((MarchSearchHit *) results->hits->pdata[i])->kind, ==, kind);
      for (guint i = 0; i < MARCH_N_SEARCH_KINDS; i++)
        g_assert_cmpuint (results->counts[i].n, ==, counts[i]);
    }
}

static void
test_pages (SearchFixture *fixture, gconstpointer data)
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

      results = search_run (fixture, "tarvia", MARCH_SEARCH_ALL, pages[i].offset, pages[i].limit);
      ids = search_list_ids (results);
      g_assert_cmpstr (ids, ==, pages[i].ids);
      g_assert_cmpuint (results->total.n, ==, 7);
    }
}

/* A snippet of a long text is a piece around the mark, which has moved with it. */
static void
test_snippet (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSearchResults) results = search_run (fixture, "holka", MARCH_SEARCH_ALL, 0, 50);
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
test_naughty (SearchFixture *fixture, gconstpointer data)
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
      results = search_run (fixture, text->str, MARCH_SEARCH_ALL, 0, 50);
      g_assert_cmpuint (results->total.n, <=, 20);
    }
}

/* An unfinished word finds every word that it begins, few or many, in either alphabet, and the
 * newest first. */
static void
test_expand (SearchFixture *fixture, gconstpointer data)
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
  march_search_free (fixture->search);
  march_sqlite_run (database->handle,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 400) "
                    "INSERT INTO search_entry (kind, record_id, body, folded) "
                    "SELECT 'quotation', 20000 + i, 'Grond' || i, 'grond' || i FROM n; "
                    "INSERT INTO search_entry (kind, record_id, body, folded) VALUES "
                    "('quotation', 20401, 'Ґрондом', 'grondom'); "
                    "INSERT INTO search_entry (id, kind, record_id, body, folded) VALUES "
                    "(9000, 'place', 20402, 'Ґронда', 'gronda'); "
                    "INSERT INTO search (search) VALUES ('rebuild')",
                    &error);
  g_assert_no_error (error);
  search_open (fixture, MARCH_ACCESS_READ);

  for (gsize i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_autoptr (MarchSearchResults) results = NULL;
      g_autofree char *ids = NULL;

      g_test_message ("%s", unfinished[i].text);
      results = search_run (fixture, unfinished[i].text,
                            MARCH_SEARCH_BIT (MARCH_SEARCH_QUOTATION), 0, 1);
      ids = search_list_ids (results);
      g_assert_cmpstr (ids, ==, unfinished[i].first);
      g_assert_cmpuint (results->counts[MARCH_SEARCH_QUOTATION].n
                            + results->counts[MARCH_SEARCH_PLACE].n,
                        ==, unfinished[i].n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  SEARCH_ADD ("/search/cases", test_cases);
  SEARCH_ADD ("/search/kinds", test_kinds);
  SEARCH_ADD ("/search/pages", test_pages);
  SEARCH_ADD ("/search/snippet", test_snippet);
  SEARCH_ADD ("/search/naughty", test_naughty);
  SEARCH_ADD ("/search/expand", test_expand);
  return g_test_run ();
}
