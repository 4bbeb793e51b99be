/* test-foreign-strings.c — strings that break programs, and other people's annotations, through
 * drafts, saving and search unharmed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "coding/march-coding.h"
#include "coding/march-name-index.h"
#include "coding/march-said-when.h"
#include "coding/march-source-draft.h"
#include "corpus/march-verify.h"

static JsonNode *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), folder, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  GError *error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
gather (JsonNode *node, GPtrArray *strings)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      gather (json_array_get_element (json_node_get_array (node), i), strings);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *value = values; value != NULL; value = value->next)
        gather (value->data, strings);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_ptr_array_add (strings, g_strdup (json_node_get_string (node)));
}

static GPtrArray *
list_naughty (void)
{
  g_autoptr (JsonNode) root = load ("naughty_strings", "blns.json");
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  gather (root, strings);
  return strings;
}

static const char samples[] = "w3c_annotation_samples/samples/correct";

/* Each sample by itself. */
static GPtrArray *
list_samples (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_TEST_DATA"), samples, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray       *roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  const char      *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (roots, load (samples, name));
  return roots;
}

static GPtrArray *
list_sample_strings (void)
{
  g_autoptr (GPtrArray) roots = list_samples ();
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < roots->len; i++)
    gather (g_ptr_array_index (roots, i), strings);
  return strings;
}

/* One source whose text holds all the strings, one a line, as a saved document would. */
static char *
join (GPtrArray *strings)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (joined, "%s\n", (char *) g_ptr_array_index (strings, i));
  return march_verify_prepare (joined->str, joined->len, NULL);
}

static gint64
add_source (MarchDossier *dossier, const char *text)
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();
  GError *error = NULL;

  march_draft_set_text (&draft->title, "Strings");
  draft->text = g_strdup (text);
  march_source_draft_write (draft, dossier, &error);
  g_assert_no_error (error);
  return draft->id;
}

/* What is coded of one string: the ids of its records. */
typedef struct
{
  char  *string;
  gint64 quotation; /* 0: there is nothing to mark */
  gint64 thesis;
  gint64 actor;
  gint64 place;
} Coded;

static void
clear_coded (gpointer data)
{
  g_free (((Coded *) data)->string);
}

static void
quote (MarchCoding *coding, Coded *coded, gint64 source, const char *text, guint first)
{
  MarchQuotationDraft *draft = march_quotation_draft_new (source);
  const guint          length = (guint) g_utf8_strlen (coded->string, -1);
  GError              *error = NULL;

  march_quotation_draft_add_span (draft, text, first, first + length, &error);
  g_assert_no_error (error);
  march_draft_set_text (&draft->translation, coded->string);
  march_draft_set_text (&draft->sic, coded->string);
  march_draft_set_text (&draft->note, coded->string);
  march_coding_add_quotation (coding, draft);
  march_coding_add_evidence (coding, draft->id, coded->thesis, MARCH_STANCE_SUPPORTS);
  coded->quotation = draft->id;
}

static void
type (MarchCoding *coding, Coded *coded)
{
  MarchAssertionDraft *thesis =
      march_coding_add_assertion (coding, march_assertion_draft_new (MARCH_KIND_THESIS));
  MarchActorDraft *actor = march_coding_add_actor (
      coding, march_actor_draft_new (MARCH_ACTOR_UNNAMED, coded->string, "en"));
  MarchPlaceDraft *place = march_coding_add_place (
      coding, march_place_draft_new (MARCH_PLACE_DESCRIPTION, coded->string, "en"));

  march_draft_set_text (&thesis->title, coded->string);
  march_draft_set_text (&thesis->note, coded->string);
  thesis->according = actor->id;
  march_assertion_draft_add_place (thesis, place->id);
  coded->thesis = thesis->id;
  coded->actor = actor->id;
  coded->place = place->id;
}

static const MarchName *
first_name (GPtrArray *names)
{
  g_assert_cmpuint (names->len, ==, 1);
  return g_ptr_array_index (names, 0);
}

static void
assert_kept (MarchCorpus *corpus, const Coded *coded)
{
  const MarchAssertion *thesis = march_corpus_get_assertion (corpus, coded->thesis);
  const MarchQuotation *quotation = march_corpus_get_quotation (corpus, coded->quotation);

  g_assert_cmpstr (thesis->title, ==, coded->string);
  g_assert_cmpstr (thesis->note, ==, coded->string);
  g_assert_cmpstr (first_name (thesis->according->names)->text, ==, coded->string);
  g_assert_cmpstr (first_name (thesis->place->names)->text, ==, coded->string);
  if (coded->quotation == 0)
    return;
  g_assert_cmpstr (quotation->exact, ==, coded->string);
  g_assert_cmpstr (quotation->translation, ==, coded->string);
  g_assert_cmpstr (quotation->sic, ==, coded->string);
  g_assert_cmpint (march_verify_quotation (quotation, quotation->source->text), ==,
                   MARCH_MATCH_VERBATIM);
}

static void
code_all (MarchDossier *dossier, GPtrArray *strings, GArray *all)
{
  g_autofree char *text = join (strings);
  const gint64     source = add_source (dossier, text);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  g_autoptr (MarchCoding) coding = march_coding_new (corpus);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GError *error = NULL;
  guint   first = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      Coded coded = { .string = g_strdup (*line) };

      if (march_draft_is_blank (*line))
        g_free (coded.string);
      else
        {
          type (coding, &coded);
          quote (coding, &coded, source, text, first);
          g_array_append_val (all, coded);
        }
      first += (guint) g_utf8_strlen (*line, -1) + 1;
    }
  march_coding_write (coding, dossier, &error);
  g_assert_no_error (error);
}

/* Completion and what may be named take whatever is typed. */
static void
ask (MarchCorpus *corpus, const Coded *coded, MarchNameIndex *index)
{
  g_autoptr (GPtrArray) places =
      march_name_index_suggest_places (index, coded->string, NULL, 2000);
  g_autoptr (GPtrArray) assertions =
      march_name_index_suggest_assertions (index, coded->string, NULL, 5);
  g_autoptr (GPtrArray) mentions = march_name_index_list_mentions (index, coded->string);
  g_autoptr (GPtrArray) times = march_said_when_list (coded->string, "2031-05-15");
  gboolean found = places->len == 0;

  /* A string without any letter has no words by which to find it. */
  for (guint i = 0; i < places->len; i++)
    found |= ((MarchSuggestion *) places->pdata[i])->id == coded->place;
  g_assert_true (found);
  g_assert_cmpuint (assertions->len, <=, 5);
  for (guint i = 0; i < mentions->len; i++)
    g_assert_cmpuint (((MarchMention *) mentions->pdata[i])->beyond, <=,
                      g_utf8_strlen (coded->string, -1));
  for (guint i = 0; i < times->len; i++)
    g_assert_cmpuint (((MarchSaidWhen *) times->pdata[i])->beyond, <=,
                      g_utf8_strlen (coded->string, -1));
}

static void
run (Document *fixture, GPtrArray *strings)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture), again = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Coded));
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchNameIndex) index = NULL;
  GError *error = NULL;

  g_array_set_clear_func (all, clear_coded);
  code_all (dossier, strings, all);
  march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  march_dossier_close (dossier);

  again = document_open (fixture);
  corpus = march_dossier_dup_corpus (again);
  index = march_name_index_new (corpus);
  g_assert_cmpuint (all->len, >, 50);
  for (guint i = 0; i < all->len; i++)
    {
      assert_kept (corpus, &g_array_index (all, Coded, i));
      ask (corpus, &g_array_index (all, Coded, i), index);
    }
  march_dossier_close (again);
}

static void
test_naughty (Document *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) strings = list_naughty ();

  run (fixture, strings);
}

static void
test_sample_strings (Document *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) strings = list_sample_strings ();

  run (fixture, strings);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

/* A quote selector of a sample, made again from a text that has its words. */
static guint
check_quote (JsonObject *selector)
{
  const char *exact = get_text (selector, "exact"), *prefix = get_text (selector, "prefix"),
             *suffix = get_text (selector, "suffix");
  g_autofree char *text = g_strconcat (prefix, exact, suffix, NULL);
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (1);
  const guint first = (guint) g_utf8_strlen (prefix, -1);
  const MarchSpan *span;

  if (!march_quotation_draft_add_span (draft, text, first,
                                       first + (guint) g_utf8_strlen (exact, -1), NULL))
    return 0;
  span = g_ptr_array_index (draft->spans, 0);
  g_assert_cmpstr (span->exact, ==, exact);
  g_assert_true (g_str_has_suffix (prefix, span->prefix));
  g_assert_true (g_str_has_prefix (suffix, span->suffix));
  g_assert_cmpint (g_utf8_strlen (span->prefix, -1), ==, MIN (first, MARCH_CONTEXT_LENGTH));
  return 1;
}

/* A position selector is the same numbers. */
static guint
check_position (JsonObject *selector)
{
  const gint64 start = json_object_get_int_member_with_default (selector, "start", 0);
  const gint64 end = json_object_get_int_member_with_default (selector, "end", 0);
  g_autofree char *text = g_strnfill ((gsize) end + 5, 'x');
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (1);
  const MarchSpan *span;

  g_assert_true (march_quotation_draft_add_span (draft, text, (guint) start, (guint) end, NULL));
  span = g_ptr_array_index (draft->spans, 0);
  g_assert_cmpint (span->first, ==, start);
  g_assert_cmpint (span->beyond, ==, end);
  return 1;
}

static guint
check_selectors (JsonNode *node)
{
  guint n = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      n += check_selectors (json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) values = json_object_get_values (object);
      JsonNode *kind = json_object_get_member (object, "type");
      const char *type = kind != NULL && JSON_NODE_HOLDS_VALUE (kind)
                             ? json_node_get_string (kind) : "";

      if (g_str_equal (type, "TextQuoteSelector"))
        n += check_quote (object);
      if (g_str_equal (type, "TextPositionSelector"))
        n += check_position (object);
      for (GList *value = values; value != NULL; value = value->next)
        n += check_selectors (value->data);
    }
  return n;
}

static void
test_selectors (void)
{
  g_autoptr (GPtrArray) roots = list_samples ();
  guint n = 0;

  for (guint i = 0; i < roots->len; i++)
    n += check_selectors (g_ptr_array_index (roots, i));
  g_assert_cmpuint (n, >=, 3);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/coding/strings/naughty", NULL, test_naughty);
  DOCUMENT_ADD ("/coding/strings/annotations", NULL, test_sample_strings);
  g_test_add_func ("/coding/strings/selectors", test_selectors);
  return document_run ();
}
