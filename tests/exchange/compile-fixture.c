/* compile-fixture.c — a small dossier of the invented land of Velmark in its text form */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compile-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../folder.h"

static const struct
{
  const char *file;
  const char *text;
} files[] = {
  { "dossier.json",
    "{\"uuid\": \"6b1f5f0e-6f4e-4d7a-8d53-0c1c54f1b9a1\", \"title\": \"Velmark\", \"first\": "
    "\"2014-01-01\", \"last\": \"2025-12-31\",\n"
    " \"carry_days\": 30, \"credits\": [\"Drawn for the tests\", \"By hand\"], \"recorded\": "
    "\"2025-06-01\",\n"
    " \"geography\": [\"land.geojson\"], \"background\": [\"background.geojson\"]}" },
  { "actors.json", "[{\"key\": \"velmark\", \"kind\": \"state\", \"palette\": 1, \"names\": "
                   "[{\"text\": \"Velmark\", \"language\": \"en\", \"preferred\": true}]},\n"
                   " {\"key\": \"ostren\", \"kind\": \"state\", \"palette\": 2, \"names\": "
                   "[{\"text\": \"Ostren\", \"language\": \"en\", \"preferred\": true}]},\n"
                   " {\"key\": \"envoy\", \"kind\": \"person\", \"names\": [{\"text\": \"The "
                   "envoy\", \"language\": \"en\", \"preferred\": true}],\n"
                   "  \"offices\": [{\"body\": \"ostren\", \"title\": \"Envoy\", \"valid\": "
                   "\"2020/..\", \"speaks_for\": true, \"states_policy\": true}]},\n"
                   " {\"key\": \"gazette\", \"kind\": \"organisation\", \"names\": [{\"text\": "
                   "\"The Gazette\", \"language\": \"en\", \"preferred\": true}]}]" },
  { "places.json",
    "[{\"key\": \"velmark\", \"kind\": \"state\", \"code\": \"VM\", \"state\": \"velmark\", "
    "\"geometry\": \"velmark\",\n"
    "  \"names\": [{\"text\": \"Velmark\", \"language\": \"en\", \"role\": \"main\"}]},\n"
    " {\"key\": \"tarvia\", \"kind\": \"unit\", \"code\": \"VM-01\", \"level\": 1, \"geometry\": "
    "\"tarvia\",\n"
    "  \"names\": [{\"text\": \"Tarvia\", \"language\": \"en\", \"role\": \"main\"}, {\"text\": "
    "\"Тарвія\", \"language\": \"uk\", \"role\": \"endonym\"}],\n"
    "  \"parents\": [{\"place\": \"velmark\", \"kind\": \"recognised\"}]},\n"
    " {\"key\": \"orlen\", \"kind\": \"settlement\", \"capital\": \"state\", \"geometry\": "
    "\"orlen\",\n"
    "  \"names\": [{\"text\": \"Orlen\", \"language\": \"en\", \"role\": \"main\"}], \"parents\": "
    "[{\"place\": \"velmark\", \"kind\": \"recognised\"}]}]" },
  { "proposals.json", "[{\"key\": \"accord\", \"title\": \"The accord\", \"status\": \"drafted\", "
                      "\"proposer\": \"ostren\", \"dated\": \"2025-03\",\n"
                      "  \"places\": [{\"place\": \"tarvia\", \"holder\": \"ostren\", "
                      "\"deferred\": \"ten years\"}],\n"
                      "  \"evidence\": [{\"quotation\": \"q-held\", \"stance\": \"supports\"}]}]" },
  { "sources/gazette.json",
    "{\"key\": \"gazette\", \"title\": \"In Tarvia\", \"titled\": true, \"csl\": {\"id\": "
    "\"gazette\", \"type\": \"article-newspaper\", \"title\": \"In Tarvia\"},\n"
    " \"published\": \"2025-05-15~\", \"grade\": \"B\", \"links\": [{\"source\": \"herald\", "
    "\"kind\": \"independent\", \"reason\": \"Both were there\"}],\n"
    " \"quotations\": [{\"key\": \"q-held\", \"voice\": \"verbatim\", \"act\": \"report\", "
    "\"said\": \"2025-05-14\", \"credibility\": 2, \"sic\": [\"stnad\"],\n"
    "   \"spans\": [{\"exact\": \"Troops stnad in Tarvia.\", \"prefix\": \"\", \"suffix\": \"\", "
    "\"first\": 0, \"beyond\": 23,\n"
    "     \"sha256\": \"3f0a377ba0a4a460ecb616f6507ce0d8cfa3e704025d4fda3ed0c5ca05468728\"}],\n"
    "   \"chain\": [{\"actor\": \"gazette\", \"role\": \"speaker\"}]},\n"
    "  {\"key\": \"q-pointer\", \"voice\": \"report\", \"act\": \"commentary\",\n"
    "   \"spans\": [{\"first\": 30, \"beyond\": 40, \"sha256\": "
    "\"3f0a377ba0a4a460ecb616f6507ce0d8cfa3e704025d4fda3ed0c5ca05468728\"}],\n"
    "   \"chain\": [{\"actor\": \"envoy\", \"role\": \"speaker\"}, {\"actor\": \"gazette\", "
    "\"role\": \"publication\"}]}],\n"
    " \"set_aside\": [{\"first\": 50, \"beyond\": 60, \"sha256\": "
    "\"3f0a377ba0a4a460ecb616f6507ce0d8cfa3e704025d4fda3ed0c5ca05468728\", \"reason\": \"A "
    "teaser\"}]}" },
  { "sources/herald.json", "{\"key\": \"herald\", \"title\": \"Herald\", \"csl\": {\"id\": "
                           "\"herald\", \"type\": \"article\"}}" },
  { "assertions/control.json",
    "[{\"key\": \"control-tarvia\", \"kind\": \"control\", \"place\": \"tarvia\", \"actor\": "
    "\"ostren\", \"according\": \"gazette\", \"extent\": \"part\",\n"
    "  \"areas\": [{\"valid\": \"2025-05/2025-06\", \"geometry\": \"strip\"}],\n"
    "  \"valid\": \"2025-05-14\", \"evidence\": [{\"quotation\": \"q-held\", \"stance\": "
    "\"supports\", \"note\": \"In its words\"}]}]" },
  { "assertions/claim.json",
    "[{\"key\": \"claim\", \"kind\": \"claim\", \"places\": [\"tarvia\", \"velmark\"], \"actor\": "
    "\"ostren\", \"according\": \"ostren\", \"basis\": \"demand\",\n"
    "  \"valid\": \"2022-09/..\", \"tags\": [\"resources\"], \"evidence\": [{\"quotation\": "
    "\"q-pointer\"}]},\n"
    " {\"key\": \"figure-land\", \"kind\": \"figure\", \"place\": \"tarvia\", \"quantity\": "
    "\"land\", \"low\": 12.5, \"high\": 20, \"unit\": \"km²\", \"period\": \"2025\",\n"
    "  \"evidence\": [{\"quotation\": \"q-held\"}]},\n"
    " {\"key\": \"meeting\", \"kind\": \"event\", \"title\": \"They met\", \"valid\": "
    "\"2025-05-14\", \"evidence\": [{\"quotation\": \"q-held\"}],\n"
    "  \"participants\": [{\"actor\": \"envoy\", \"role\": \"head\", \"side\": \"ostren\"}]}]" },
  { "land.geojson",
    "{\"type\": \"FeatureCollection\", \"features\": [\n"
    " {\"type\": \"Feature\", \"id\": \"velmark\", \"properties\": {}, \"geometry\": {\"type\": "
    "\"Polygon\", \"coordinates\": [[[10, 50], [14, 50], [14, 54], [10, 54], [10, 50]]]}},\n"
    " {\"type\": \"Feature\", \"id\": \"tarvia\", \"properties\": {}, \"geometry\": {\"type\": "
    "\"Polygon\", \"coordinates\": [[[12, 50], [14, 50], [14, 52], [12, 52], [12, 50]]]}},\n"
    " {\"type\": \"Feature\", \"id\": \"orlen\", \"properties\": {}, \"geometry\": {\"type\": "
    "\"Point\", \"coordinates\": [11, 53]}},\n"
    " {\"type\": \"Feature\", \"id\": \"strip\", \"properties\": {}, \"geometry\": {\"type\": "
    "\"Polygon\", \"coordinates\": [[[12, 50], [13, 50], [13, 51], [12, 50]]]}}]}" },
  { "background.geojson",
    "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": "
    "{\"kind\": \"river\", \"name\": \"Vel\"},\n"
    " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[9, 51], [10, 52]]}}]}" },
};

static void
write_file (const char *folder,
            const char *file,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A folder of its own with the text form; free it with compile_fixture_free(). */
char *
compile_fixture_new (void)
{
  char *folder = folder_make ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    write_file (folder, files[i].file, files[i].text);
  return folder;
}

/* The path that the folder is compiled to. */
char *
compile_fixture_output (const char *folder)
{
  return g_build_filename (folder, "out.gpkg", NULL);
}

/* Puts @new where @old stands in a file: exactly once, or the test is wrong. An @old of NULL stands
 * for the whole file. */
void
compile_fixture_change (const char *folder,
                        const char *file,
                        const char *old,
                        const char *new)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *changed = NULL;

  if (old == NULL)
    {
      write_file (folder, file, new);
      return;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pieces = g_strsplit (text, old, -1);
  g_assert_cmpuint (g_strv_length (pieces), ==, 2);
  changed = g_strjoinv (new, pieces);
  write_file (folder, file, changed);
}

void
compile_fixture_free (char *folder)
{
  folder_remove (folder);
  g_free (folder);
}
