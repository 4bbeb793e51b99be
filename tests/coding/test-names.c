/* test-names.c — completion of names, and the names that a text mentions */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding/march-name-index.h"
#include "corpus/march-corpus-builder.h"

enum
{
  VELMARK = 1, /* actors */
  OSTREN,
  ORR,
  ANALYSTS,
  VELMARK_LAND = 11, /* places */
  BRENA_UNIT,
  BRENA,
  NEW_BRENA,
  MERE,
};

static const struct
{
  gint64         id;
  MarchPlaceKind kind;
  int            importance;
  const char    *code;
  gint64         parent;
} places[] = {
  { VELMARK_LAND, MARCH_PLACE_STATE, 9, "VM", 0 },
  { BRENA_UNIT, MARCH_PLACE_UNIT, 5, "VM-03", VELMARK_LAND },
  { BRENA, MARCH_PLACE_SETTLEMENT, 3, NULL, BRENA_UNIT },
  { NEW_BRENA, MARCH_PLACE_SETTLEMENT, 1, NULL, BRENA_UNIT },
  { MERE, MARCH_PLACE_SEA, 2, NULL, 0 },
};

static const struct
{
  gint64         id; /* of an actor below 10, else of a place */
  const char    *text;
  const char    *language;
  MarchNameRole  role;
} names[] = {
  { VELMARK, "Velmark", "en", MARCH_NAME_MAIN },
  { VELMARK, "Вельмарк", "uk", MARCH_NAME_MAIN },
  { OSTREN, "Ostren", "en", MARCH_NAME_MAIN },
  { ORR, "Ana Orr", "en", MARCH_NAME_MAIN },
  { ANALYSTS, "analysts", "en", MARCH_NAME_MAIN },
  { VELMARK_LAND, "Velmark", "en", MARCH_NAME_MAIN },
  { VELMARK_LAND, "Вельмарк", "uk", MARCH_NAME_MAIN },
  { BRENA_UNIT, "Brena oblast", "en", MARCH_NAME_MAIN },
  { BRENA_UNIT, "Brena", "en", MARCH_NAME_SHORT },
  { BRENA_UNIT, "Бренська область", "uk", MARCH_NAME_MAIN },
  { BRENA, "Brena", "en", MARCH_NAME_MAIN },
  { BRENA, "Брена", "uk", MARCH_NAME_MAIN },
  { NEW_BRENA, "Nova Brena", "en", MARCH_NAME_MAIN },
  { NEW_BRENA, "Нова Бре’на", "uk", MARCH_NAME_MAIN },
  { MERE, "May Mere", "en", MARCH_NAME_MAIN },
  { MERE, "Mere", "en", MARCH_NAME_VARIANT },
};

static const struct
{
  gint64             id;
  MarchAssertionKind kind;
  const char        *title;
  gint64             place, actor, supersedes;
  gboolean           retracted;
} assertions[] = {
  { 21, MARCH_KIND_CONTROL, "", BRENA, OSTREN, 0, FALSE },
  { 22, MARCH_KIND_CLAIM, "", BRENA_UNIT, OSTREN, 0, FALSE },
  { 23, MARCH_KIND_THESIS, "Land is secondary", 0, 0, 0, FALSE },
  { 24, MARCH_KIND_CLAIM, "", BRENA, VELMARK, 0, TRUE },
  { 25, MARCH_KIND_THESIS, "Land is what matters", 0, 0, 23, FALSE },
};

static MarchCorpus *
make_corpus (void)
{
  MarchCorpusBuilder *builder = march_corpus_builder_new ();
  MarchDossierFacts   facts = { .title = (char *) "Velmark" };
  GError             *error = NULL;
  MarchCorpus        *corpus;

  march_corpus_builder_set_facts (builder, &facts, "2030", "2031");
  for (gint64 id = VELMARK; id <= ANALYSTS; id++)
    march_corpus_builder_add_actor (
        builder, &(MarchActor){ .id = id, .kind = id == ORR ? MARCH_ACTOR_PERSON
                                                            : MARCH_ACTOR_STATE });
  march_corpus_builder_add_office (
      builder, ORR, VELMARK,
      &(MarchOffice){ .title = (char *) "governor", .valid = (char *) "2030/.." });
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    march_corpus_builder_add_place (builder,
                                    &(MarchPlace){ .id = places[i].id,
                                                   .kind = places[i].kind,
                                                   .code = (char *) places[i].code,
                                                   .importance = places[i].importance },
                                    0);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].parent != 0)
      march_corpus_builder_add_place_link (builder, places[i].id, places[i].parent,
                                           MARCH_LINK_RECOGNISED);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MarchName name = { (char *) names[i].text, (char *) names[i].language, names[i].role, NULL };

      if (names[i].id < VELMARK_LAND)
        march_corpus_builder_add_actor_name (builder, names[i].id, &name);
      else
        march_corpus_builder_add_place_name (builder, names[i].id, 0, &name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (assertions); i++)
    march_corpus_builder_add_assertion (
        builder,
        &(MarchAssertion){ .id = assertions[i].id,
                           .kind = assertions[i].kind,
                           .title = (char *) assertions[i].title,
                           .valid = (char *) "2031",
                           .retracted = assertions[i].retracted },
        &(MarchAssertionIds){ .place = assertions[i].place,
                              .actor = assertions[i].actor,
                              .supersedes = assertions[i].supersedes });
  corpus = march_corpus_builder_finish (builder, &error);
  g_assert_no_error (error);
  march_corpus_builder_free (builder);
  return corpus;
}

typedef GPtrArray *(*Suggest) (MarchNameIndex *index, const char *typed, const char *language,
                               guint most);

static const struct
{
  Suggest     suggest;
  const char *typed;
  guint       most;
  const char *expected; /* "id text (detail)" */
} suggestions[] = {
  { march_name_index_suggest_places, "bre", 9,
    "12 Brena (unit, Velmark); 13 Brena (settlement, Brena); 14 Nova Brena (settlement, Brena)" },
  { march_name_index_suggest_places, "bre", 1, "12 Brena (unit, Velmark)" },
  { march_name_index_suggest_places, "BRENA o", 9, "12 Brena oblast (unit, Velmark)" },
  { march_name_index_suggest_places, "Бре", 9,
    "12 Brena (unit, Velmark); 13 Brena (settlement, Brena); 14 Nova Brena (settlement, Brena)" },
  { march_name_index_suggest_places, "Бренс", 9, "12 Бренська область (unit, Velmark)" },
  { march_name_index_suggest_places, "brena nov", 9, "14 Nova Brena (settlement, Brena)" },
  { march_name_index_suggest_places, "vm-03", 9, "12 VM-03 (unit, Velmark)" },
  { march_name_index_suggest_places, "mere", 9, "15 Mere (sea)" },
  { march_name_index_suggest_places, "orr", 9, "" },
  { march_name_index_suggest_places, " -.", 9, "" },
  { march_name_index_suggest_places, "", 9, "" },
  { march_name_index_suggest_places, "brena", 0, "" },
  { march_name_index_suggest_actors, "o", 9, "2 Ostren (state); 3 Ana Orr (governor, Velmark)" },
  { march_name_index_suggest_actors, "вельм", 9, "1 Velmark (state)" },
  { march_name_index_suggest_assertions, "land", 9, "25 Land is what matters (thesis, 2031)" },
  { march_name_index_suggest_assertions, "ostr contr", 9, "21" },
  { march_name_index_suggest_assertions, "ostren", 9, "21 22" },
  { march_name_index_suggest_assertions, "velm", 9, "" },
};

/* Of assertions of places the ids alone, in any order. */
static char *
describe (GPtrArray *found, gboolean ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MarchSuggestion *own = g_ptr_array_index (found, i);

      if (ids)
        g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) own->id);
      else
        g_string_append_printf (text, "%s%d %s (%s)", i > 0 ? "; " : "", (int) own->id, own->text,
                                own->detail);
    }
  return g_string_free (text, FALSE);
}

static void
test_suggest (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (MarchCorpus) corpus = make_corpus ();
  g_autoptr (MarchNameIndex) index = march_name_index_new (corpus);
  g_autoptr (GPtrArray) found =
      suggestions[i].suggest (index, suggestions[i].typed, "en", suggestions[i].most);
  g_autofree char *told = describe (found, strchr (suggestions[i].expected, '(') == NULL);

  g_assert_cmpstr (told, ==, suggestions[i].expected);
}

static const struct
{
  const char *text;
  const char *expected; /* "words: ids of places/ids of actors" */
} mentions[] = {
  { "Velmark says that Brena is its own.", "Velmark: 11/1; Brena: 12,13/" },
  { "Velmark’s troops and Ostren's", "Velmark: 11/1; Ostren: /2" },
  { "in Brena oblast, near Nova Brena", "Brena oblast: 12/; Nova Brena: 14/" },
  { "Вельмарк і Нова Бре'на", "Вельмарк: 11/1; Нова Бре'на: 14/" },
  { "It may seem a mere word, brena", "" },
  { "the Mere, as analysts say; Analysts agree", "Mere: 15/; analysts: /4; Analysts: /4" },
  { "Velmarkian, Ostrenish", "" },
  { "", "" },
  { "‘Ostren’", "Ostren: /2" },
};

static void
append_ids (GString *text, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", (int) *(gint64 *) records->pdata[i]);
}

static void
test_mentions (void)
{
  g_autoptr (MarchCorpus) corpus = make_corpus ();
  g_autoptr (MarchNameIndex) index = march_name_index_new (corpus);

  for (gsize i = 0; i < G_N_ELEMENTS (mentions); i++)
    {
      g_autoptr (GPtrArray) found = march_name_index_list_mentions (index, mentions[i].text);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint k = 0; k < found->len; k++)
        {
          const MarchMention *mention = g_ptr_array_index (found, k);
          g_autofree char    *words =
              g_utf8_substring (mentions[i].text, mention->first, mention->beyond);

          g_string_append_printf (told, "%s%s: ", k > 0 ? "; " : "", words);
          append_ids (told, mention->places);
          g_string_append_c (told, '/');
          append_ids (told, mention->actors);
        }
      g_assert_cmpstr (told->str, ==, mentions[i].expected);
    }
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MarchNameIndex **index = data;
  GError          *error = NULL;

  *index = march_name_index_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (void)
{
  g_autoptr (MarchCorpus) corpus = make_corpus ();
  g_autoptr (MarchNameIndex) index = NULL;

  march_name_index_new_async (corpus, NULL, made_cb, &index);
  while (index == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (march_name_index_get_corpus (index) == corpus);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/names/suggest/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_suggest);
    }
  g_test_add_func ("/names/mentions", test_mentions);
  g_test_add_func ("/names/async", test_async);
  return g_test_run ();
}
