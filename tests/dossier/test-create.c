/* test-create.c — a new, empty dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier/march-dossier-create.h"
#include "dossier-fixture.h"

static const MarchNewDossier facts = { " Velmark ", "en", "2030", "31 December 2031",
                                       "the League's map" };

static void
assert_empty (MarchDossier *dossier)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const MarchDossierFacts *own = march_corpus_get_facts (corpus);

  g_assert_cmpstr (own->title, ==, "Velmark");
  g_assert_cmpstr (own->language, ==, "en");
  g_assert_cmpstr (own->convention, ==, "the League's map");
  g_assert_cmpint (own->first, ==, march_day_from_ymd (2030, 1, 1));
  g_assert_cmpint (own->last, ==, march_day_from_ymd (2031, 12, 31));
  g_assert_cmpuint (march_corpus_get_places (corpus)->len, ==, 0);
  g_assert_cmpuint (march_corpus_get_sources (corpus)->len, ==, 0);
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
}

/* It can be edited and saved as any other, and no two are the same dossier. */
static void
test_create (Document *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_create (file, &facts, &error);
  g_autoptr (MarchDossier) other = NULL;
  g_autoptr (MarchCorpus) first = NULL, second = NULL;

  g_assert_no_error (error);
  assert_empty (dossier);
  first = march_dossier_dup_corpus (dossier);
  document_set_title (dossier, "Another title");
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  march_dossier_close (dossier);

  other = march_dossier_create (file, &facts, &error);
  g_assert_no_error (error);
  assert_empty (other);
  second = march_dossier_dup_corpus (other);
  g_assert_cmpstr (march_corpus_get_facts (first)->uuid, !=, march_corpus_get_facts (second)->uuid);
  march_dossier_close (other);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 2);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchDossier **dossier = data;
  GError        *error = NULL;

  *dossier = march_dossier_create_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (Document *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = NULL;

  march_dossier_create_async (file, &facts, created_cb, &dossier);
  while (dossier == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_empty (dossier);
  march_dossier_close (dossier);
}

static const struct
{
  const char     *name;
  MarchNewDossier facts;
} bad[] = {
  { "title", { "  ", "en", "2030", "2031", "" } },
  { "language", { "Velmark", "", "2030", "2031", "" } },
  { "first", { "Velmark", "en", "the other day", "2031", "" } },
  { "last", { "Velmark", "en", "2030", "", "" } },
  { "turned", { "Velmark", "en", "2031", "2030", "" } },
  { "open", { "Velmark", "en", "2030", "2031/..", "" } },
  { "never", { "Velmark", "en", "../2030", "2031", "" } },
};

static void
test_refused (Document *fixture, gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *before = fixture_file_hash (fixture->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (march_dossier_create (fixture->file, &bad[i].facts, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static MarchDossierFacts
get_facts (MarchDossier *dossier, MarchCorpus **corpus)
{
  *corpus = march_dossier_dup_corpus (dossier);
  return *march_corpus_get_facts (*corpus);
}

/* What it says of itself can be changed, and that taken back. */
static void
test_facts (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) before = NULL, after = NULL, undone = NULL;
  const MarchDossierFacts old = get_facts (dossier, &before);
  MarchNewDossier wanted = { "Longer", "uk", "2029", "2033-02", "nobody's map", "Who is where",
                             " 14 " };
  MarchDossierFacts now;
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish };
  GError *error = NULL;

  march_dossier_set_facts (dossier, &wanted, &error);
  g_assert_no_error (error);
  now = get_facts (dossier, &after);
  g_assert_cmpstr (now.title, ==, "Longer");
  g_assert_cmpstr (now.language, ==, "uk");
  g_assert_cmpstr (now.convention, ==, "nobody's map");
  g_assert_cmpstr (now.summary, ==, "Who is where");
  g_assert_cmpuint (now.carry_days, ==, 14);
  g_assert_cmpint (now.first, ==, march_day_from_ymd (2029, 1, 1));
  g_assert_cmpint (now.last, ==, march_day_from_ymd (2033, 2, 28));
  g_assert_true (march_dossier_undo (dossier, NULL));
  g_assert_cmpstr (get_facts (dossier, &undone).title, ==, old.title);

  march_dossier_set_facts_async (dossier, &wanted, document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
  wanted.last = "2028";
  g_assert_false (march_dossier_set_facts (dossier, &wanted, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  march_dossier_close (dossier);
}

/* What isn't told stays, and of what is wrong the member is named. */
static void
test_some_facts (Document *fixture, gconstpointer data)
{
  static const struct
  {
    MarchNewDossier facts;
    const char     *field;
  } wrong[] = {
    { { .title = " " }, "title" },
    { { .language = "" }, "language" },
    { { .first = "2030", .last = "soon" }, "last" },
    { { .first = "then", .last = "2030" }, "first" },
    { { .carry_days = "-1" }, "carry_days" },
    { { .carry_days = "a week" }, "carry_days" },
  };
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) before = NULL, after = NULL;
  const MarchDossierFacts old = get_facts (dossier, &before);
  MarchDossierFacts       now;

  g_assert_true (march_dossier_set_facts (dossier, &(MarchNewDossier){ .summary = "Anew" }, NULL));
  now = get_facts (dossier, &after);
  g_assert_cmpstr (now.summary, ==, "Anew");
  g_assert_cmpstr (now.title, ==, old.title);
  g_assert_cmpint (now.first, ==, old.first);
  g_assert_cmpuint (now.carry_days, ==, old.carry_days);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      const char        *field = NULL;

      g_assert_false (march_dossier_check_facts (&wrong[i].facts, &field, &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
      g_assert_cmpstr (field, ==, wrong[i].field);
    }
  march_dossier_close (dossier);
}

static void
test_no_folder (Document *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone", "new.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (march_dossier_create (file, &facts, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/create/new", NULL, test_create);
  DOCUMENT_ADD ("/create/async", NULL, test_async);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/create/refused/%s", bad[i].name);

      DOCUMENT_ADD (path, GSIZE_TO_POINTER (i), test_refused);
    }
  DOCUMENT_ADD ("/create/facts", NULL, test_facts);
  DOCUMENT_ADD ("/create/some-facts", NULL, test_some_facts);
  DOCUMENT_ADD ("/create/no-folder", NULL, test_no_folder);
  return document_run ();
}
