/* test-compile-refused.c — what compiling a dossier refuses, and where it says that it is */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "compile-fixture.h"
#include "exchange/march-compile.h"

static const struct
{
  const char *file;
  const char *old; /* NULL: the whole file */
  const char *new;
  const char *says[3]; /* parts of the message: file, object, member or what is wrong */
} broken[] = {
  /* not the form */
  { "actors.json", NULL, "{}", { "actors.json", "array" } },
  { "dossier.json", NULL, "[]", { "dossier.json", "object" } },
  { "places.json", NULL, "[", { "places.json", "line 1" } },
  { "places.json", NULL, "[7]", { "places.json", "object" } },
  { "sources/herald.json", NULL, "[]", { "sources/herald.json", "object" } },
  { "assertions/claim.json", NULL, "{}", { "assertions/claim.json", "array" } },
  { "actors.json",
    "\"palette\": 1,",
    "\"palette\": 1, \"palette\": 2,",
    { "actors.json", "second member" } },
  /* unknown members */
  { "dossier.json", "\"carry_days\"", "\"carry\"", { "dossier.json", "“carry”" } },
  { "actors.json", "\"palette\": 1", "\"colour\": 1", { "actors.json", "“velmark”", "“colour”" } },
  { "actors.json",
    "\"preferred\": true}],\n  \"offices\"",
    "\"prefered\": true}],\n  \"offices\"",
    { "actors.json", "“envoy”", "“prefered”" } },
  { "actors.json", "\"speaks_for\"", "\"speaks\"", { "actors.json", "“envoy”", "“speaks”" } },
  { "places.json", "\"level\"", "\"rung\"", { "places.json", "“tarvia”", "“rung”" } },
  { "places.json",
    "\"role\": \"endonym\"",
    "\"roll\": \"endonym\"",
    { "places.json", "“tarvia”", "“roll”" } },
  { "proposals.json",
    "\"deferred\"",
    "\"delayed\"",
    { "proposals.json", "“accord”", "“delayed”" } },
  { "sources/gazette.json",
    "\"grade\"",
    "\"mark\"",
    { "sources/gazette.json", "“gazette”", "“mark”" } },
  { "sources/gazette.json",
    "\"said\"",
    "\"spoken\"",
    { "sources/gazette.json", "“q-held”", "“spoken”" } },
  { "sources/gazette.json",
    "\"exact\"",
    "\"words\"",
    { "sources/gazette.json", "“q-held”", "“words”" } },
  { "assertions/control.json",
    "\"extent\"",
    "\"reach\"",
    { "assertions/control.json", "“control-tarvia”", "“reach”" } },
  { "assertions/control.json",
    "\"note\"",
    "\"remark\"",
    { "assertions/control.json", "“control-tarvia”", "“remark”" } },
  /* unknown keys */
  { "actors.json",
    "\"body\": \"ostren\"",
    "\"body\": \"nobody\"",
    { "actors.json", "“envoy”", "“nobody”" } },
  { "places.json",
    "\"state\": \"velmark\"",
    "\"state\": \"tarvia\"",
    { "places.json", "“velmark”", "“tarvia”" } },
  { "places.json",
    "\"parents\": [{\"place\": \"velmark\", \"kind\": \"recognised\"}]},\n {\"key\": \"orlen\"",
    "\"parents\": [{\"place\": \"nowhere\", \"kind\": \"recognised\"}]},\n {\"key\": \"orlen\"",
    { "places.json", "“tarvia”", "“nowhere”" } },
  { "proposals.json",
    "\"proposer\": \"ostren\"",
    "\"proposer\": \"nobody\"",
    { "proposals.json", "“accord”", "“nobody”" } },
  { "sources/gazette.json",
    "\"source\": \"herald\"",
    "\"source\": \"times\"",
    { "sources/gazette.json", "“gazette”", "“times”" } },
  { "sources/gazette.json",
    "\"actor\": \"envoy\"",
    "\"actor\": \"nobody\"",
    { "sources/gazette.json", "“q-pointer”", "“nobody”" } },
  { "assertions/control.json",
    "\"quotation\": \"q-held\"",
    "\"quotation\": \"q-lost\"",
    { "assertions/control.json", "“control-tarvia”", "“q-lost”" } },
  { "assertions/control.json",
    "\"place\": \"tarvia\"",
    "\"place\": \"nowhere\"",
    { "assertions/control.json", "“control-tarvia”", "“nowhere”" } },
  { "assertions/claim.json",
    "[\"tarvia\", \"velmark\"]",
    "[\"tarvia\", \"nowhere\"]",
    { "assertions/claim.json", "“claim”", "“nowhere”" } },
  { "assertions/claim.json",
    "\"side\": \"ostren\"",
    "\"side\": \"nobody\"",
    { "assertions/claim.json", "“meeting”", "“nobody”" } },
  /* keys that are missing or there twice */
  { "actors.json", "\"key\": \"ostren\", ", "", { "actors.json", "key" } },
  { "actors.json", "\"key\": \"gazette\"", "\"key\": \"envoy\"", { "actors.json", "“envoy”" } },
  { "sources/herald.json",
    "\"key\": \"herald\"",
    "\"key\": \"gazette\"",
    { "sources/herald.json", "“gazette”" } },
  { "sources/gazette.json",
    "\"key\": \"q-pointer\"",
    "\"key\": \"q-held\"",
    { "sources/gazette.json", "“q-held”" } },
  { "assertions/control.json",
    "\"key\": \"control-tarvia\"",
    "\"key\": \"figure-land\"",
    { "assertions/", "“figure-land”" } },
  { "assertions/claim.json",
    "[\"tarvia\", \"velmark\"]",
    "[\"tarvia\", \"tarvia\"]",
    { "assertions/claim.json", "“claim”" } },
  /* values */
  { "actors.json",
    "\"kind\": \"person\"",
    "\"kind\": \"human\"",
    { "actors.json", "“envoy”", "“human”" } },
  { "actors.json", "\"palette\": 1", "\"palette\": 99", { "actors.json", "“velmark”" } },
  { "actors.json",
    "\"palette\": 1",
    "\"palette\": \"red\"",
    { "actors.json", "“velmark”", "“palette”" } },
  { "places.json",
    "\"capital\": \"state\"",
    "\"capital\": \"city\"",
    { "places.json", "“orlen”", "“capital”" } },
  { "places.json",
    "\"role\": \"endonym\"",
    "\"role\": \"nickname\"",
    { "places.json", "“tarvia”", "“nickname”" } },
  { "places.json", "\"code\": \"VM-01\"", "\"code\": \"VM\"", { "places.json", "“tarvia”" } },
  { "proposals.json", "\"drafted\"", "\"dreamt\"", { "proposals.json", "“accord”", "“dreamt”" } },
  { "sources/gazette.json",
    "\"grade\": \"B\"",
    "\"grade\": \"G\"",
    { "sources/gazette.json", "“gazette”" } },
  { "sources/gazette.json",
    "\"voice\": \"verbatim\"",
    "\"voice\": \"shouted\"",
    { "sources/gazette.json", "“q-held”", "“shouted”" } },
  { "sources/gazette.json",
    "\"kind\": \"independent\"",
    "\"kind\": \"alone\"",
    { "sources/gazette.json", "“gazette”" } },
  { "sources/gazette.json",
    "\"credibility\": 2",
    "\"credibility\": 7",
    { "sources/gazette.json", "“q-held”" } },
  { "sources/gazette.json",
    "\"first\": 30, \"beyond\": 40",
    "\"first\": 40, \"beyond\": 30",
    { "sources/gazette.json", "“q-pointer”" } },
  { "sources/gazette.json", "[\"stnad\"]", "[7]", { "sources/gazette.json", "“q-held”", "“sic”" } },
  { "sources/gazette.json",
    "{\"id\": \"gazette\", \"type\": \"article-newspaper\", \"title\": \"In Tarvia\"}",
    "\"gazette\"",
    { "sources/gazette.json", "“gazette”", "“csl”" } },
  { "assertions/control.json",
    "\"extent\": \"part\"",
    "\"extent\": \"half\"",
    { "assertions/control.json", "“control-tarvia”", "“half”" } },
  { "assertions/control.json",
    "\"extent\": \"part\",",
    "",
    { "assertions/control.json", "“control-tarvia”" } },
  { "assertions/control.json",
    "\"kind\": \"control\"",
    "\"kind\": \"holding\"",
    { "assertions/control.json", "“control-tarvia”", "“holding”" } },
  { "assertions/control.json",
    "\"strip\"",
    "\"strap\"",
    { "assertions/control.json", "“control-tarvia”", "“strap”" } },
  { "assertions/control.json",
    "\"strip\"",
    "\"orlen\"",
    { "assertions/control.json", "“control-tarvia”", "“orlen”" } },
  { "assertions/control.json",
    "\"valid\": \"2025-05/2025-06\", ",
    "",
    { "assertions/control.json", "“control-tarvia”", "“areas”" } },
  { "assertions/control.json",
    "\"2025-05/2025-06\"",
    "\"2025-05/2025-13\"",
    { "assertions/control.json", "“control-tarvia”", "no month 13" } },
  { "assertions/control.json",
    "[{\"valid\": \"2025-05/2025-06\", \"geometry\": \"strip\"}]",
    "[\"strip\"]",
    { "assertions/control.json", "“control-tarvia”" } },
  { "assertions/control.json",
    "\"place\": \"tarvia\"",
    "\"places\": [\"tarvia\"]",
    { "assertions/control.json", "“control-tarvia”", "“areas”" } },
  { "assertions/control.json",
    "\"supports\"",
    "\"proves\"",
    { "assertions/control.json", "“control-tarvia”", "“proves”" } },
  { "assertions/control.json",
    "[{\"quotation\": \"q-held\", \"stance\": \"supports\", \"note\": \"In its words\"}]",
    "\"q-held\"",
    { "assertions/control.json", "“control-tarvia”", "“evidence”" } },
  { "assertions/claim.json",
    "[\"resources\"]",
    "[7]",
    { "assertions/claim.json", "“claim”", "“tags”" } },
  { "assertions/claim.json",
    "[\"tarvia\", \"velmark\"]",
    "[7]",
    { "assertions/claim.json", "“claim”", "“places”" } },
  { "assertions/claim.json",
    "[\"tarvia\", \"velmark\"]",
    "\"tarvia\"",
    { "assertions/claim.json", "“claim”", "“places”" } },
  { "assertions/claim.json",
    "\"low\": 12.5",
    "\"low\": \"12.5\"",
    { "assertions/claim.json", "“figure-land”", "“low”" } },
  { "assertions/claim.json",
    "\"role\": \"head\"",
    "\"role\": \"chief\"",
    { "assertions/claim.json", "“meeting”", "“chief”" } },
  { "assertions/claim.json",
    "[\"resources\"]",
    "7",
    { "assertions/claim.json", "“claim”", "“tags”" } },
  { "sources/herald.json",
    "\"csl\"",
    "\"quotations\": 7, \"csl\"",
    { "sources/herald.json", "“herald”", "“quotations”" } },
  { "sources/gazette.json",
    "\"act\": \"commentary\",\n   \"spans\"",
    "\"act\": \"commentary\", \"note\"",
    { "sources/gazette.json", "“q-pointer”", "“note”" } },
  { "actors.json",
    "\"language\": \"en\", \"preferred\": true}],\n  \"offices\"",
    "\"language\": \"uk\", \"preferred\": true}],\n  \"offices\"",
    { "actors.json", "“envoy”", "exactly one preferred English name" } },
  { "places.json",
    "[{\"text\": \"Orlen\", \"language\": \"en\", \"role\": \"main\"}]",
    "[{\"text\": \"Orlen\", \"language\": \"en\", \"role\": \"main\"}, {\"text\": \"Orlin\", "
    "\"language\": \"en\", \"role\": \"main\"}]",
    { "places.json", "“orlen”", "exactly one English name" } },
  { "places.json",
    "\"names\": [{\"text\": \"Orlen\", \"language\": \"en\", \"role\": \"main\"}], ",
    "",
    { "places.json", "“orlen”", "exactly one English name" } },
  /* dates */
  { "dossier.json",
    "\"first\": \"2014-01-01\"",
    "\"first\": \"2014-02-30\"",
    { "dossier.json", "“first”", "February 2014 has no day 30" } },
  { "actors.json", "\"2020/..\"", "\"2020-\"", { "actors.json", "“envoy”", "“valid”" } },
  { "proposals.json", "\"2025-03\"", "\"03.2025\"", { "proposals.json", "“accord”", "“dated”" } },
  { "sources/gazette.json",
    "\"2025-05-15~\"",
    "\"15 May 2025\"",
    { "sources/gazette.json", "“gazette”", "“published”" } },
  { "assertions/control.json",
    "\"2025-05-14\"",
    "\"2025-13-14\"",
    { "assertions/control.json", "“control-tarvia”", "no month 13" } },
  { "assertions/claim.json",
    "\"period\": \"2025\"",
    "\"period\": \"[2025]\"",
    { "assertions/claim.json", "“figure-land”", "level 2" } },
  { "dossier.json",
    "\"recorded\": \"2025-06-01\"",
    "\"recorded\": \"2025-06\"",
    { "dossier.json", "“recorded”" } },
  { "dossier.json",
    "\"recorded\": \"2025-06-01\"",
    "\"recorded\": 7",
    { "dossier.json", "“recorded”" } },
  { "dossier.json",
    "\"recorded\": \"2025-06-01\"",
    "\"recorded\": \"-0100-06-01\"",
    { "dossier.json", "“recorded”" } },
  /* the dossier and its geography */
  { "dossier.json", "6b1f5f0e-", "xxxxxxxx-", { "dossier.json", "uuid" } },
  { "dossier.json", "\"title\": \"Velmark\", ", "", { "dossier.json" } },
  { "dossier.json", "[\"land.geojson\"]", "[\"sea.geojson\"]", { "sea.geojson" } },
  { "dossier.json", "[\"land.geojson\"]", "[7]", { "dossier.json", "“geography”" } },
  { "dossier.json",
    "[\"background.geojson\"]",
    "\"background.geojson\"",
    { "dossier.json", "“background”" } },
  { "places.json",
    "\"geometry\": \"orlen\"",
    "\"geometry\": \"arlen\"",
    { "places.json", "“orlen”", "“arlen”" } },
  { "places.json",
    "\"geometry\": \"orlen\"",
    "\"geometry\": 7",
    { "places.json", "“orlen”", "“geometry”" } },
  { "land.geojson", "\"id\": \"orlen\"", "\"id\": \"tarvia\"", { "land.geojson", "“tarvia”" } },
  { "land.geojson", "\"id\": \"orlen\", ", "", { "land.geojson", "feature 3" } },
  { "land.geojson", "[11, 53]", "[11]", { "land.geojson", "Feature 3" } },
  { "background.geojson", NULL, "{}", { "background.geojson", "GeoJSON" } },
};

/* One case a broken file: refused, with a message that says where and what, and nothing left
 * behind; what was there before stays. */
static void
test_broken (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = compile_fixture_new ();
  g_autofree char *output = compile_fixture_output (folder);
  g_autofree char *partial = g_strconcat (output, ".part", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (output, "before", -1, NULL));
  compile_fixture_change (folder, broken[i].file, broken[i].old, broken[i].new);
  g_assert_false (march_compile (folder, output, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  for (guint j = 0; j < G_N_ELEMENTS (broken[i].says) && broken[i].says[j] != NULL; j++)
    g_assert_nonnull (strstr (error->message, broken[i].says[j]));
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (output, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  compile_fixture_free (folder);
}

static void
test_missing (void)
{
  static const char *const needed[] = { "dossier.json", "actors.json", "places.json",
                                        "proposals.json" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      char *folder = compile_fixture_new ();
      g_autofree char *output = compile_fixture_output (folder);
      g_autofree char *path = g_build_filename (folder, needed[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_false (march_compile (folder, output, NULL, &error));
      g_assert_nonnull (strstr (error->message, needed[i]));
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
      compile_fixture_free (folder);
    }
}

static void
test_bad_epoch (void)
{
  char *folder = compile_fixture_new ();
  g_autofree char *output = compile_fixture_output (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE));
  g_assert_false (march_compile (folder, output, NULL, &error));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_nonnull (strstr (error->message, "SOURCE_DATE_EPOCH"));
  compile_fixture_free (folder);
}

static void
test_unwritable (void)
{
  char *folder = compile_fixture_new ();
  g_autofree char *output = g_build_filename (folder, "no-such-folder", "out.gpkg", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (march_compile (folder, output, NULL, &error));
  g_assert_nonnull (error);
  compile_fixture_free (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/compile/broken/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/exchange/compile/missing", test_missing);
  g_test_add_func ("/exchange/compile/bad-epoch", test_bad_epoch);
  g_test_add_func ("/exchange/compile/unwritable", test_unwritable);
  return g_test_run ();
}
