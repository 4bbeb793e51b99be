/* test-source-naughty.c — strings that break programs, as titles, notes and texts of sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "../dossier/document.h"
#include "coding/march-source-draft.h"
#include "corpus/march-verify.h"

static JsonArray *
read_strings (JsonParser *parser)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), "naughty_strings",
                                            "blns.json", NULL);
  GError          *error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

/* Each source takes this many strings. */
#define STRIDE 4

static const char *
get (JsonArray *strings, guint i)
{
  const char *string = i < json_array_get_length (strings)
                           ? json_array_get_string_element (strings, i)
                           : "";

  /* A source has a title, and a text that is there is more than blanks. */
  return march_draft_is_blank (string) ? "nothing" : string;
}

static gint64
add (MarchDossier *dossier, JsonArray *strings, guint i)
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();
  const char *text = get (strings, i + 3);
  GError     *error = NULL;

  march_draft_set_text (&draft->title, get (strings, i));
  march_draft_set_text (&draft->publication, get (strings, i + 1));
  march_draft_set_text (&draft->note, get (strings, i + 2));
  draft->text = march_verify_prepare (text, strlen (text), &error);
  g_assert_no_error (error);
  march_source_draft_write (draft, dossier, &error);
  g_assert_no_error (error);
  return draft->id;
}

static void
assert_kept (MarchCorpus *corpus, gint64 id, JsonArray *strings, guint i)
{
  const MarchSource *source = march_corpus_get_source (corpus, id);
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new_from (source);
  g_autofree char *title = g_strstrip (g_strdup (get (strings, i)));
  g_autofree char *publication = g_strstrip (g_strdup (get (strings, i + 1)));
  g_autofree char *text = march_verify_prepare (get (strings, i + 3), strlen (get (strings, i + 3)),
                                                NULL);

  g_assert_cmpstr (source->title, ==, title);
  g_assert_cmpstr (draft->publication, ==, publication);
  g_assert_cmpstr (source->note, ==, get (strings, i + 2));
  g_assert_cmpstr (source->text, ==, text);
}

static void
test_naughty (Document *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *strings = read_strings (parser);
  const guint n = json_array_get_length (strings);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MarchDossier) dossier = document_open (fixture), saved = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;

  g_assert_cmpuint (n, >, 400);
  for (guint i = 0; i < n; i += STRIDE)
    {
      const gint64 id = add (dossier, strings, i);

      g_array_append_val (ids, id);
    }
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  march_dossier_close (dossier);
  saved = march_dossier_open (fixture->file, NULL, NULL);
  corpus = march_dossier_dup_corpus (saved);
  for (guint i = 0; i < ids->len; i++)
    assert_kept (corpus, g_array_index (ids, gint64, i), strings, i * STRIDE);
  march_dossier_close (saved);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/coding/source/blns", NULL, test_naughty);
  return document_run ();
}
