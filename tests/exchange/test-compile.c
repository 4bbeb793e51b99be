/* test-compile.c — what compiling a dossier gives, and that it gives the same again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "compile-fixture.h"
#include "dossier/march-dossier.h"
#include "exchange/march-compile.h"

static MarchDossier *
open_dossier (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MarchDossier *dossier = march_dossier_open (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
check_quotations (MarchCorpus *corpus)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  const MarchQuotation *held = quotations->pdata[0];
  const MarchQuotation *pointer = quotations->pdata[1];

  g_assert_cmpuint (quotations->len, ==, 2);
  g_assert_cmpstr (held->exact, ==, "Troops stnad in Tarvia.");
  g_assert_cmpstr (held->sic, ==, "stnad");
  g_assert_cmpuint (held->credibility, ==, 2);
  g_assert_cmpint (held->said_period.from_earliest, ==, march_day_from_ymd (2025, 5, 14));
  g_assert_cmpuint (held->spans->len, ==, 1);
  g_assert_null (pointer->exact);
  g_assert_cmpuint (pointer->chain->len, ==, 2);
  g_assert_cmpint (((MarchChainLink *) pointer->chain->pdata[1])->role, ==, MARCH_ROLE_PUBLICATION);
}

static void
check_areas (GPtrArray *areas)
{
  const MarchControlArea *area = areas->pdata[0];

  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_cmpint (area->period.from_earliest, ==, march_day_from_ymd (2025, 5, 1));
  g_assert_cmpint (area->period.until_latest, ==, march_day_from_ymd (2025, 7, 1));
  g_assert_cmpfloat (march_geometry_get_box (area->geometry)->east, ==, 13);
}

static void
check_assertions (MarchCorpus *corpus)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const MarchPlace *tarvia = march_corpus_find_place (corpus, "VM-01", &candidates);
  g_autoptr (GPtrArray) of_tarvia = march_corpus_list_assertions_of (corpus, tarvia);
  guint n_claims = 0, n_figures = 0, n_controls = 0;

  g_assert_cmpuint (march_corpus_get_assertions (corpus)->len, ==, 5);
  for (guint i = 0; i < march_corpus_get_assertions (corpus)->len; i++)
    {
      const MarchAssertion *assertion = march_corpus_get_assertions (corpus)->pdata[i];

      g_assert_cmpuint (assertion->evidence->len, ==, 1);
      n_claims += assertion->kind == MARCH_KIND_CLAIM;
      if (assertion->kind == MARCH_KIND_CLAIM)
        {
          g_assert_cmpint (assertion->period.from_earliest, ==, march_day_from_ymd (2022, 9, 1));
          g_assert_cmpint (assertion->period.from_latest, ==, march_day_from_ymd (2022, 9, 30));
          g_assert_cmpint (assertion->period.until_latest, ==, MARCH_DAY_MAX);
          g_assert_cmpstr (assertion->tags->pdata[0], ==, "resources");
        }
      n_figures += assertion->kind == MARCH_KIND_FIGURE && assertion->low == 12.5
                   && assertion->high == 20;
      n_controls += assertion->kind == MARCH_KIND_CONTROL && assertion->observed
                    && assertion->extent == MARCH_EXTENT_PART;
      if (assertion->kind == MARCH_KIND_CONTROL)
        check_areas (assertion->areas);
    }
  g_assert_cmpuint (n_claims, ==, 2);
  g_assert_cmpuint (n_figures, ==, 1);
  g_assert_cmpuint (n_controls, ==, 1);
  g_assert_cmpuint (of_tarvia->len, ==, 3);
}

static void
test_compiled (void)
{
  g_autofree char *output = NULL;
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  const MarchDossierFacts *facts;
  char *folder = compile_fixture_new ();

  output = compile_fixture_output (folder);
  march_compile (folder, output, read, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 10);

  dossier = open_dossier (output);
  corpus = march_dossier_dup_corpus (dossier);
  facts = march_corpus_get_facts (corpus);
  g_assert_cmpstr (facts->title, ==, "Velmark");
  g_assert_cmpstr (facts->uuid, ==, "6b1f5f0e-6f4e-4d7a-8d53-0c1c54f1b9a1");
  g_assert_cmpstr (facts->credits, ==, "Drawn for the tests\nBy hand");
  g_assert_cmpint (facts->first, ==, march_day_from_ymd (2014, 1, 1));
  g_assert_cmpuint (march_corpus_get_actors (corpus)->len, ==, 4);
  g_assert_cmpuint (march_corpus_get_places (corpus)->len, ==, 3);
  g_assert_cmpuint (march_corpus_get_sources (corpus)->len, ==, 2);
  g_assert_cmpuint (march_corpus_get_proposals (corpus)->len, ==, 1);
  g_assert_cmpuint (march_corpus_get_background (corpus)->len, ==, 1);
  check_quotations (corpus);
  check_assertions (corpus);
  compile_fixture_free (folder);
}

static GBytes *
compile_once (const char *folder)
{
  g_autofree char *output = compile_fixture_output (folder);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  march_compile (folder, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (output, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

/* The same text gives the same bytes, in whichever folder and at whichever time; another word or
 * moment gives others. */
static void
test_reproducible (void)
{
  char *first = compile_fixture_new ();
  char *second = compile_fixture_new ();
  g_autoptr (GBytes) once = compile_once (first);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) elsewhere = NULL;
  g_autoptr (GBytes) later = NULL;
  g_autoptr (GBytes) changed = NULL;

  g_usleep (5000); /* history and contents tell milliseconds */
  again = compile_once (first);
  elsewhere = compile_once (second);
  g_assert_true (g_bytes_equal (once, again));
  g_assert_true (g_bytes_equal (once, elsewhere));

  g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE));
  later = compile_once (second);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_false (g_bytes_equal (once, later));
  compile_fixture_change (second, "actors.json", "\"The envoy\"", "\"An envoy\"");
  changed = compile_once (second);
  g_assert_false (g_bytes_equal (once, changed));
  compile_fixture_free (first);
  compile_fixture_free (second);
}

/* The dossier of the tests comes out the same as well. */
static void
test_reproducible_velmark (void)
{
  g_autofree char *velmark = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), "tests", "data",
                                               "velmark", NULL);
  g_autofree char *folder = g_dir_make_tmp ("march-compile-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "first.gpkg", NULL);
  g_autofree char *second = g_build_filename (folder, "second.gpkg", NULL);
  g_autofree char *first_contents = NULL;
  g_autofree char *second_contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize first_length, second_length;

  g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE));
  march_compile (velmark, first, NULL, &error);
  g_assert_no_error (error);
  g_usleep (5000);
  march_compile (velmark, second, NULL, &error);
  g_assert_no_error (error);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_true (g_file_get_contents (first, &first_contents, &first_length, NULL));
  g_assert_true (g_file_get_contents (second, &second_contents, &second_length, NULL));
  g_assert_cmpmem (first_contents, first_length, second_contents, second_length);
  g_unlink (first);
  g_unlink (second);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("march-state-XXXXXX", NULL);
  int status;

  /* Opening a dossier leaves a working copy there. (GLib's own isolation leaks, as it is made anew
   * for each test.) */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_test_add_func ("/exchange/compile/compiled", test_compiled);
  g_test_add_func ("/exchange/compile/reproducible", test_reproducible);
  g_test_add_func ("/exchange/compile/reproducible-velmark", test_reproducible_velmark);
  status = g_test_run ();
  compile_fixture_free (g_steal_pointer (&state));
  return status;
}
