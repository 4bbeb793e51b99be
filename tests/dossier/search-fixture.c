/* search-fixture.c — a dossier with something to be found by, in two alphabets */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "search-fixture.h"

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
  ULLMAR,
  TARVIA_SAID = 301,
  KEY_SAID,
  BRAVE_SAID,
  LONG_SAID,
  ODD_SAID,
  ULLMAR_SAID,
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
  { "place", ULLMAR, { "kind" }, { "settlement" } },
  { "name", 216, { "text", "language", "role" }, { "Ullmar", "en", "main" } },
  { "name", 217, { "text", "language", "role" }, { "Олмаар", "uk", "endonym" } },
  { "name", 218, { "text", "language", "role" }, { "Volmera Hirn", "en", "variant" } },
  { "assertion", TARVIA_TALKS, { "kind", "title" }, { "event", "Tarvia" } },
};

static gint64
get_owner (gint64 name)
{
  return name <= 212   ? ZELKY
         : name == 213 ? PRESE
         : name == 214 ? TARVIA_ISLE
         : name == 215 ? MERE
                       : ULLMAR;
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
  insert_quotation (edit, ULLMAR_SAID, "Volmera Hirn fell, and Olmaar’s gate stood");
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
search_open (SearchFixture *fixture, MarchAccess access)
{
  GError *error = NULL;

  fixture->search = march_search_new (fixture->path, access, &error);
  g_assert_no_error (error);
}

void
search_set_up (SearchFixture *fixture, gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->path = fixture_write (fixture->folder, "velmark.gpkg");
  fill (fixture->path);
  search_open (fixture, MARCH_ACCESS_IMMUTABLE);
}

void
search_tear_down (SearchFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->search, march_search_free);
  folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

MarchSearchResults *
search_run (SearchFixture *fixture,
            const char    *text,
            guint          kinds,
            guint          offset,
            guint          limit)
{
  GError             *error = NULL;
  MarchSearchQuery    query = { text, kinds, offset, limit };
  MarchSearchResults *results = march_search_run (fixture->search, &query, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (results);
  return results;
}

char *
search_list_ids (MarchSearchResults *results)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < results->hits->len; i++)
    {
      MarchSearchHit *hit = results->hits->pdata[i];

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", hit->id);
    }
  return g_string_free (ids, FALSE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Expects @n hits for the words, narrowed by what is typed as @filter, which may be NULL. */
void
search_assert_found (MarchDossier *dossier, const char *words, const char *filter, guint n)
{
  GError                  *error = NULL;
  g_autoptr (MarchCorpus)  corpus = march_dossier_dup_corpus (dossier);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MarchSearchFilter)  wanted = march_search_filter_new (corpus);
  g_autoptr (MarchSearchResults) results = NULL;
  g_autofree char *left
      = march_search_filter_take_typed (wanted, filter != NULL ? filter : "", &error);
  MarchSearchQuery query = { words, MARCH_SEARCH_ALL, 0, 50, filter != NULL ? wanted : NULL };

  g_assert_no_error (error);
  march_dossier_search_async (dossier, &query, NULL, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  results = march_dossier_search_finish (dossier, result, &error);
  g_assert_no_error (error);
  g_test_message ("%s, %s", words, filter);
  g_assert_cmpuint (results->hits->len, ==, n);
  g_assert_cmpuint (results->total.n, ==, n);
  if (filter != NULL)
    g_assert_cmpuint (results->unfiltered.n, >=, n);
}
