/* test-corpus.c — records are put together, or refused with a sentence; names lead to places and
 * actors */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"

#include "base/march-error.h"
#include "corpus/march-corpus-builder.h"
#include "corpus/march-verify.h"

#define EN ((char *) "en")

/* A good corpus: actor 1, place 1 with its part 2, source 1, quotation 1, control 1. Children come
 * before their parents. */
static MarchCorpusBuilder *
make_good (void)
{
  MarchCorpusBuilder *builder = march_corpus_builder_new ();

  march_corpus_builder_add_evidence (builder, 1, 1, 0, MARCH_STANCE_SUPPORTS, NULL);
  march_corpus_builder_add_place_link (builder, 2, 1, MARCH_LINK_RECOGNISED);
  march_corpus_builder_add_span (builder, 1, &(MarchSpan){ .first = 3, .beyond = 5 });
  march_corpus_builder_add_assertion (builder,
                                      &(MarchAssertion){ .id = 1,
                                                         .kind = MARCH_KIND_CONTROL,
                                                         .valid = (char *) "2020-05" },
                                      &(MarchAssertionIds){ .place = 2, .actor = 1 });
  march_corpus_builder_add_quotation (builder, &(MarchQuotation){ .id = 1 }, 1);
  march_corpus_builder_add_place_name (builder, 1, 1,
                                       &(MarchName){ .text = (char *) "Velmark", .language = EN });
  march_corpus_builder_add_place (builder, &(MarchPlace){ .id = 2, .kind = MARCH_PLACE_UNIT }, 0);
  march_corpus_builder_add_place (builder, &(MarchPlace){ .id = 1, .kind = MARCH_PLACE_STATE }, 1);
  march_corpus_builder_add_source (builder, &(MarchSource){ .id = 1 });
  march_corpus_builder_add_actor (builder, &(MarchActor){ .id = 1 });
  return builder;
}

static void
test_links (void)
{
  g_autoptr (MarchCorpusBuilder) builder = make_good ();
  g_autoptr (GError)             error = NULL;
  g_autoptr (MarchCorpus)        corpus = march_corpus_builder_finish (builder, &error);
  const MarchAssertion          *control;
  const MarchPlace              *part;
  g_autoptr (GPtrArray)          of_part = NULL;

  g_assert_no_error (error);
  control = march_corpus_get_assertion (corpus, 1);
  part = march_corpus_get_place (corpus, 2);
  of_part = march_corpus_list_assertions_of (corpus, part);
  g_assert_true (control->place == part);
  g_assert_true (control->observed);
  g_assert_cmpint (control->period.until_latest, ==, march_day_from_ymd (2020, 6, 1));
  g_assert_cmpuint (of_part->len, ==, 1);
  g_assert_true (((MarchEvidence *) g_ptr_array_index (control->evidence, 0))->quotation
                 == march_corpus_get_quotation (corpus, 1));
  g_assert_true (((MarchPlaceLink *) g_ptr_array_index (part->parents, 0))->place
                 == march_corpus_get_place (corpus, 1));
  g_assert_true (((MarchPlaceLink *)
                      g_ptr_array_index (march_corpus_get_place (corpus, 1)->children, 0))
                     ->place
                 == part);
  g_assert_true (g_ptr_array_index (march_corpus_get_source (corpus, 1)->quotations, 0)
                 == march_corpus_get_quotation (corpus, 1));
  g_assert_null (march_corpus_get_actor (corpus, 2));
  g_assert_cmpstr (control->reasoning, ==, "");
}

typedef void (*Spoil) (MarchCorpusBuilder *builder);

static void
spoil_office (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_office (builder, 1, 9, &(MarchOffice){ .valid = (char *) "2020/.." });
}

static void
spoil_owner (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_tag (builder, 9, "homeland");
}

static void
spoil_evidence (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_evidence (builder, 1, 0, 0, MARCH_STANCE_SUPPORTS, NULL);
}

static void
spoil_duplicate (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_actor (builder, &(MarchActor){ .id = 1 });
}

static void
spoil_circle (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_place_link (builder, 1, 2, MARCH_LINK_COMPOSITE);
}

static void
spoil_loop (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_place_link (builder, 2, 2, MARCH_LINK_DESCRIBED);
}

static void
add_version (MarchCorpusBuilder *builder, gint64 id, gint64 supersedes)
{
  march_corpus_builder_add_assertion (builder,
                                      &(MarchAssertion){ .id = id, .kind = MARCH_KIND_THESIS },
                                      &(MarchAssertionIds){ .supersedes = supersedes });
}

static void
spoil_versions (MarchCorpusBuilder *builder)
{
  add_version (builder, 2, 3);
  add_version (builder, 3, 2);
}

static void
spoil_successors (MarchCorpusBuilder *builder)
{
  add_version (builder, 2, 1);
  add_version (builder, 3, 1);
}

static void
spoil_own_version (MarchCorpusBuilder *builder)
{
  add_version (builder, 2, 2);
}

static void
spoil_control (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_assertion (builder,
                                      &(MarchAssertion){ .id = 2, .kind = MARCH_KIND_CONTROL },
                                      &(MarchAssertionIds){ .place = 1 });
}

static void
spoil_date (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_source (builder,
                                   &(MarchSource){ .id = 2, .published = (char *) "2020-13" });
}

static void
spoil_timeline (MarchCorpusBuilder *builder)
{
  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = NULL }, "yesterday", "");
}

static void
spoil_csl (MarchCorpusBuilder *builder)
{
  march_corpus_builder_add_source (builder, &(MarchSource){ .id = 2, .csl = (char *) "[1]" });
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    Spoil       spoil;
    MarchError  code;
    const char *words;
  } rows[] = {
    { "unknown body", spoil_office, MARCH_ERROR_DAMAGED, "actor 9" },
    { "unknown owner", spoil_owner, MARCH_ERROR_DAMAGED, "assertion 9" },
    { "evidence of nothing", spoil_evidence, MARCH_ERROR_DAMAGED, "assertion 0" },
    { "two of one id", spoil_duplicate, MARCH_ERROR_DAMAGED, "the id 1" },
    { "part of its part", spoil_circle, MARCH_ERROR_DAMAGED, "part of itself" },
    { "part of itself", spoil_loop, MARCH_ERROR_DAMAGED, "part of itself" },
    { "versions in a circle", spoil_versions, MARCH_ERROR_DAMAGED, "supersedes itself" },
    { "two successors", spoil_successors, MARCH_ERROR_DAMAGED, "two versions" },
    { "its own successor", spoil_own_version, MARCH_ERROR_DAMAGED, "two versions" },
    { "control by nobody", spoil_control, MARCH_ERROR_DAMAGED, "lacks its place or actor" },
    { "bad date", spoil_date, MARCH_ERROR_BAD_INPUT, "2020-13" },
    { "bad timeline", spoil_timeline, MARCH_ERROR_BAD_INPUT, "yesterday" },
    { "bad bibliographic item", spoil_csl, MARCH_ERROR_BAD_INPUT, "CSL-JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = make_good ();
      g_autoptr (GError)             error = NULL;

      g_test_message ("%s", rows[i].name);
      rows[i].spoil (builder);
      g_assert_null (march_corpus_builder_finish (builder, &error));
      g_assert_error (error, MARCH_ERROR, (int) rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].words));
    }
}

static void
test_find_place (void)
{
  static const struct
  {
    const char *name;
    const char *found;        /* NULL: nothing, or more than one */
    guint       n_candidates;
  } rows[] = {
    { "Dorn", "Dorn", 1 },
    { "dorn", "Dorn", 1 },
    { "Orsay", "Orsay Island", 1 },
    { "Brennaland", "Brena Province", 1 },
    { "ÁLDHAFN", "Aldhaven", 1 },
    { "Вельмарк", "Velmark", 1 },
    { "Brena", NULL, 2 },
    { "Calda", NULL, 2 },
    { "Bren", NULL, 0 },
    { "", NULL, 0 },
  };
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) candidates = NULL;
      const MarchPlace     *place = march_corpus_find_place (corpus, rows[i].name, &candidates);

      g_assert_cmpuint (candidates->len, ==, rows[i].n_candidates);
      g_assert_cmpstr (place != NULL ? march_place_get_name (place, "en") : NULL, ==,
                       rows[i].found);
    }
}

static void
add_named_place (MarchCorpusBuilder *builder,
                 gint64              id,
                 MarchPlaceKind      kind,
                 int                 level,
                 int                 capital,
                 const char         *code,
                 const char         *name,
                 MarchNameRole       role)
{
  march_corpus_builder_add_place (builder,
                                  &(MarchPlace){ .id = id,
                                                 .kind = kind,
                                                 .level = level,
                                                 .capital = capital,
                                                 .code = (char *) code },
                                  0);
  march_corpus_builder_add_place_name (builder, id, 0,
                                       &(MarchName){ .text = (char *) name,
                                                     .language = EN,
                                                     .role = role });
}

/* A unit or a state's capital goes before other bearers of its full name; a code before all names.
 */
static void
test_find_foremost (void)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (MarchCorpus)        corpus = NULL;

  add_named_place (builder, 1, MARCH_PLACE_UNIT, 1, 0, "X-1", "Kell", MARCH_NAME_MAIN);
  add_named_place (builder, 2, MARCH_PLACE_SETTLEMENT, 0, 2, NULL, "Kell", MARCH_NAME_MAIN);
  add_named_place (builder, 3, MARCH_PLACE_UNIT, 1, 0, "X-2", "Moor", MARCH_NAME_SHORT);
  add_named_place (builder, 4, MARCH_PLACE_SETTLEMENT, 0, 1, NULL, "Moor", MARCH_NAME_MAIN);
  add_named_place (builder, 5, MARCH_PLACE_UNIT, 2, 0, "Kell", "Toft", MARCH_NAME_MAIN);
  add_named_place (builder, 6, MARCH_PLACE_SETTLEMENT, 0, 0, NULL, "Toft", MARCH_NAME_MAIN);
  corpus = march_corpus_builder_finish (builder, NULL);

  g_assert_cmpint (march_corpus_find_place (corpus, "Moor", NULL)->id, ==, 4);
  g_assert_cmpint (march_corpus_find_place (corpus, "x-2", NULL)->id, ==, 3);
  g_assert_cmpint (march_corpus_find_place (corpus, "Kell", NULL)->id, ==, 5);
  g_assert_null (march_corpus_find_place (corpus, "Toft", NULL));
}

static void
test_find_actor (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  g_autoptr (GPtrArray)     candidates = NULL;
  const MarchActor         *harrow = march_corpus_find_actor (corpus, "harroland", NULL);

  g_assert_cmpstr (march_actor_get_name (harrow, NULL), ==, "Harrow");
  g_assert_null (march_corpus_find_actor (corpus, "Nobody", &candidates));
  g_assert_cmpuint (candidates->len, ==, 0);
}

/* A surname is enough where one actor alone has it; parts of words are not. */
static void
test_find_actor_by_words (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  const MarchActor       *penn = march_corpus_find_actor (corpus, "Ludo Penn", NULL);
  g_autofree char        *id = g_strdup_printf ("%" G_GINT64_FORMAT, penn->id);

  g_assert_true (march_corpus_find_actor (corpus, "Penn", NULL) == penn);
  g_assert_true (march_corpus_find_actor (corpus, "penn", NULL) == penn);
  g_assert_true (march_corpus_find_actor (corpus, penn->uuid, NULL) == penn);
  g_assert_true (march_corpus_find_actor (corpus, id, NULL) == penn);
  g_assert_null (march_corpus_find_actor (corpus, "Pen", NULL));
  g_assert_null (march_corpus_find_actor (corpus, "", NULL));
  g_assert_null (march_corpus_find_actor (corpus, "·", NULL));
}

/* Whatever shares a name can be told apart by what is typed. */
static void
test_place_handles (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  GPtrArray              *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];
      g_autofree char  *handle = march_corpus_dup_place_handle (corpus, place);
      g_autofree char  *id = g_strdup_printf ("%" G_GINT64_FORMAT, place->id);

      g_test_message ("%s", handle);
      g_assert_true (march_corpus_find_place (corpus, handle, NULL) == place);
      g_assert_true (march_corpus_find_place (corpus, place->uuid, NULL) == place);
      g_assert_true (march_corpus_find_place (corpus, id, NULL) == place);
    }
  g_assert_nonnull (march_corpus_find_place (corpus, "Dorn (unit)", NULL));
  g_assert_null (march_corpus_find_place (corpus, "Dorn (sea)", NULL));
  g_assert_null (march_corpus_find_place (corpus, "Dorn (", NULL));
  g_assert_null (march_corpus_find_place (corpus, " ()", NULL));
}

static void
test_names (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  const MarchPlace       *velmark = compiled_place (corpus, "Velmark");
  const MarchPlace       *brena = compiled_place (corpus, "Brena Province");
  const MarchPlace       *aldhaven = compiled_place (corpus, "Aldhaven");

  g_assert_cmpstr (march_place_get_name (aldhaven, "de_AT.UTF-8"), ==, "Aldhafn");
  g_assert_cmpstr (march_place_get_name (velmark, "C"), ==, "Velmark");
  g_assert_cmpstr (march_place_get_short_name (brena, "en-GB"), ==, "Brena");
  g_assert_cmpstr (march_place_get_short_name (brena, "de"), ==, "Brena");
  g_assert_cmpstr (march_place_get_name (brena, NULL), ==, "Brena Province");
  g_assert_cmpstr (march_actor_get_name (velmark->state, "uk_UA.UTF-8"), ==, "Вельмарк");
}

/* In whatever order the rows come, names in general use come first, the own one first of all. */
static void
test_name_order (void)
{
  static const struct
  {
    const char   *text;
    const char   *language;
    MarchNameRole role;
    gint64        user;
  } names[] = {
    { "People’s Tarvia", "en", MARCH_NAME_VARIANT, 1 },
    { "Tarvien", "de", MARCH_NAME_MAIN, 0 },
    { "Old Tarvia", "en", MARCH_NAME_VARIANT, 0 },
    { "Tarvia", "en", MARCH_NAME_MAIN, 0 },
    { "Тарвія", "uk", MARCH_NAME_ENDONYM, 0 },
  };
  static const char *const expected[]
      = { "Тарвія", "Tarvien", "Tarvia", "Old Tarvia", "People’s Tarvia" };
  g_autoptr (MarchCorpusBuilder) builder = make_good ();
  g_autoptr (MarchCorpus) corpus = NULL;
  const MarchPlace *place = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    march_corpus_builder_add_place_name (builder, 2, names[i].user,
                                         &(MarchName){ .text = (char *) names[i].text,
                                                       .language = (char *) names[i].language,
                                                       .role = names[i].role });
  corpus = march_corpus_builder_finish (builder, NULL);
  place = march_corpus_get_place (corpus, 2);
  g_assert_cmpuint (place->names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < place->names->len; i++)
    g_assert_cmpstr (((MarchName *) place->names->pdata[i])->text, ==, expected[i]);
}

static MarchPeriod
read_period (const char *text)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new (text, NULL);

  return *march_edtf_get_period (edtf);
}

static void
test_offices (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  const MarchActor       *harrow = march_corpus_find_actor (corpus, "Harrow", NULL);
  const MarchActor       *holt = march_corpus_find_actor (corpus, "Mara Holt", NULL);
  const MarchActor       *penn = march_corpus_find_actor (corpus, "Ludo Penn", NULL);
  const MarchPeriod       in_office = read_period ("2017"), later = read_period ("2023-02");

  g_assert_true (march_actor_belongs_to (holt, harrow, &in_office));
  g_assert_false (march_actor_belongs_to (holt, harrow, &later));
  g_assert_true (march_actor_belongs_to (holt, harrow, NULL));
  g_assert_true (march_actor_belongs_to (harrow, harrow, &later));
  g_assert_false (march_actor_belongs_to (harrow, holt, &in_office));
  g_assert_false (march_actor_belongs_to (penn, harrow, &later));
  g_assert_cmpstr (march_actor_get_office (holt, &in_office)->title, ==, "Foreign minister");
  g_assert_null (march_actor_get_office (holt, &later));
  g_assert_cmpstr (march_actor_get_office (penn, &later)->title, ==, "Adviser");
}

static void
test_painted (void)
{
  static const char *const painted[] = {
    "Brena Province", "Calda Province", "Dorn", "Eskmark",
    "Farrow",         "Orsay Island",   "Tarn", "Gulf of Selm"
  };
  g_autoptr (MarchCorpus)  corpus = compiled_corpus_new (VELMARK);
  GPtrArray               *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);
      gboolean          expected = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (painted); j++)
        expected |= g_str_equal (painted[j], march_place_get_name (place, "en"));
      g_assert_true (march_place_is_painted (place) == expected);
    }
}

static void
test_order (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  GPtrArray *sources = march_corpus_get_sources (corpus),
            *quotations = march_corpus_get_quotations (corpus);
  const MarchSource      *first = g_ptr_array_index (sources, 0);

  g_assert_cmpstr (first->author, ==, "Ada Lindqvist");
  g_assert_cmpstr (first->publication, ==, "The Herald");
  g_assert_cmpstr (((const MarchSource *) g_ptr_array_index (sources, 1))->publication, ==,
                   "Border Survey Office");
  for (guint i = 1; i < quotations->len; i++)
    {
      const MarchQuotation *before = g_ptr_array_index (quotations, i - 1),
                           *after = g_ptr_array_index (quotations, i);

      g_assert_true (before->source != after->source
                     || ((MarchSpan *) g_ptr_array_index (before->spans, 0))->first
                            < ((MarchSpan *) g_ptr_array_index (after->spans, 0))->first);
    }
}

static const MarchSource *
find_source (MarchCorpus *corpus, const char *sha256)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->sha256, sha256) == 0)
        return source;
    }
  g_error ("no source has the text %s", sha256);
}

/* Velmark's quotations stand in its documents, each where its anchor says. */
static void
test_anchors (void)
{
  static const char *const texts[] = { "100-herald.txt", "101-survey.txt", "102-dispatch.txt" };
  g_autoptr (MarchCorpus)  corpus = compiled_corpus_new (VELMARK);
  guint                    n_quotations = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char   *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"),
                                                  VELMARK "/texts", texts[i], NULL);
      g_autofree char   *data = NULL;
      g_autofree char   *text = NULL;
      g_autofree char   *hash = NULL;
      const MarchSource *source;
      gsize              length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      text = march_verify_prepare (data, length, NULL);
      hash = march_verify_hash (text);
      source = find_source (corpus, hash);
      for (guint j = 0; j < source->quotations->len; j++, n_quotations++)
        g_assert_cmpint (march_verify_quotation (g_ptr_array_index (source->quotations, j), text),
                         ==, MARCH_MATCH_VERBATIM);
    }
  g_assert_cmpuint (n_quotations, ==, march_corpus_get_quotations (corpus)->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/corpus/links", test_links);
  g_test_add_func ("/dossier/corpus/refused", test_refused);
  g_test_add_func ("/dossier/corpus/find-place", test_find_place);
  g_test_add_func ("/dossier/corpus/find-foremost", test_find_foremost);
  g_test_add_func ("/dossier/corpus/find-actor", test_find_actor);
  g_test_add_func ("/dossier/corpus/find-actor-by-words", test_find_actor_by_words);
  g_test_add_func ("/dossier/corpus/place-handles", test_place_handles);
  g_test_add_func ("/dossier/corpus/names", test_names);
  g_test_add_func ("/dossier/corpus/name-order", test_name_order);
  g_test_add_func ("/dossier/corpus/offices", test_offices);
  g_test_add_func ("/dossier/corpus/painted", test_painted);
  g_test_add_func ("/dossier/corpus/order", test_order);
  g_test_add_func ("/dossier/corpus/anchors", test_anchors);
  return g_test_run ();
}
