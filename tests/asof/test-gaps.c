/* test-gaps.c — what nobody knows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"
#include "tiny.h"

#include "asof/march-gaps.h"
#include "asof/march-words.h"
#include "corpus/march-corpus-builder.h"

/* The sentences of a kind, joined by line ends. */
static char *
list_gaps (GPtrArray *gaps, MarchGapKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const MarchGap *gap = g_ptr_array_index (gaps, i);

      if (gap->kind == kind)
        g_string_append_printf (text, "%s\n", gap->sentence);
    }
  return g_string_free (text, FALSE);
}

static void
test_gaps (void)
{
  static const struct
  {
    MarchGapKind kind;
    const char  *expected;
  } rows[] = {
    { MARCH_GAP_CONTROL_SILENT,
      "Control of Brena Province: no quotation on record from 1 January 2010 through 30 April "
      "2019.\n"
      "Control of Calda Province: no quotation on record from 1 January 2010 through 30 April "
      "2019.\n"
      "Control of Dorn: no quotation on record from 1 January 2010 through 31 December 2017.\n"
      "Control of Farrow: no quotation on record from 1 January 2010 through 31 December 2015.\n"
      "Control of Orsay Island: no quotation on record from 1 January 2010 through 19 May 2022.\n"
      "Control of Tarn: no quotation on record from 1 January 2010 through 31 December 2016.\n"
      "Control of Gulf of Selm: no quotation on record from 1 January 2010 through 31 December "
      "2023.\n"
      "Control of Hollen: no quotation on record from 1 January 2021 through 31 December 2023.\n"
      "Control of Port Calda: no quotation on record from 1 January 2021 through 31 January 2021.\n"
      "Control of Selm Bridge: no quotation on record from 1 January 2021 through 1 June 2022.\n" },
    { MARCH_GAP_NO_INDEPENDENT,
      "The Marches: “Held by Free Marches” is concluded; no independent source says so.\n" },
    { MARCH_GAP_CONFLICT, "Brena Province: sources disagree: “People who left Brena in 2019 "
                          "(40,000 people)” and "
                          "“People who left Brena in 2019 (55,000–60,000 people)”.\n"
                          "Dorn: sources disagree: “Partly held by Velmark, most of it” and "
                          "“Partly held by Harrow, most of it”.\n" },
    { MARCH_GAP_NO_EVIDENCE, "" },
    { MARCH_GAP_UNIDENTIFIED_SOURCE,
      "“Sheet notes to the June edition”: not known: author.\n"
      "“A report on talks in a school gym”: not known: title, author, publication.\n" },
    { MARCH_GAP_INFERRED_DATE,
      "“A report on talks in a school gym”: its date, about February 2023, is inferred.\n" },
    { MARCH_GAP_UNGRADED, "" },
    { MARCH_GAP_UNQUOTED, "" },
    { MARCH_GAP_NO_TEXT, "“The Quiet Partition of Velmark”: its text isn't attached, so that its "
                         "quotations aren't verified.\n"
                         "“Sheet notes to the June edition”: its text isn't attached, so that its "
                         "quotations aren't verified.\n"
                         "“A report on talks in a school gym”: its text isn't attached, so that "
                         "its quotations aren't verified.\n" },
  };
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (VELMARK);
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *actual = list_gaps (gaps, rows[i].kind);

      g_assert_cmpstr (actual, ==, rows[i].expected);
    }
}

static void
test_gaps_of_assertions (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new ("control u A whole 2020/.. disputed; control u "
                                                    "A part 2020/.. by=a");
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);
  g_autofree char        *evidence = list_gaps (gaps, MARCH_GAP_NO_EVIDENCE);
  g_autofree char        *own = list_gaps (gaps, MARCH_GAP_NO_INDEPENDENT);

  const MarchQuestion     late = { .known_by = tiny_read_day ("2029-01-01", 0) };
  g_autoptr (GPtrArray)   known = march_gaps_list_known (corpus, &late);
  g_autofree char        *restricted = list_gaps (known, MARCH_GAP_NO_EVIDENCE);

  g_assert_cmpstr (restricted, ==, "");
  g_assert_cmpstr (evidence, ==, "u: no quotation supports “Held by A”.\n");
  g_assert_cmpstr (own, ==,
                   "u: “A says it holds part of it” rests on the holder's own word alone.\n");
}

/* A disagreement is told once, of the place that it is about; of one between two places, which
 * neither says of itself, where both come together. */
static void
test_gaps_of_conflicts (void)
{
  static const struct
  {
    const char *assertions;
    const char *expected;
  } rows[] = {
    { "control V A whole 2020/..; control V B whole 2020/..",
      "V: sources disagree: “Held by A” and “Held by B”.\n" },
    { "control c A whole 2020/..; control V B whole 2020/..",
      "u: sources disagree: “Held by A” and “Held by B”.\n" },
    { "control u A whole 2020/..; control u B whole 2020/.. preferred", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);
      g_autofree char        *conflicts = list_gaps (gaps, MARCH_GAP_CONFLICT);

      g_assert_cmpstr (conflicts, ==, rows[i].expected);
    }
}

/* A date that is uncertain or approximate was inferred. */
static void
test_gaps_of_dates (void)
{
  static const struct
  {
    const char *published;
    const char *expected;
  } rows[] = {
    { "2023-02", "" },
    { "2023?", "“Gazette”: its date, perhaps 2023, is inferred.\n" },
    { "2023-02~", "“Gazette”: its date, about February 2023, is inferred.\n" },
    { "", "“Gazette”: date of publication not known.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
      g_autoptr (MarchCorpus)        corpus = NULL;
      g_autoptr (GPtrArray)          gaps = NULL;
      g_autofree char               *dates = NULL;

      march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" },
                                      "2000", "2029");
      march_corpus_builder_add_source (
          builder, &(MarchSource){ .id = 1,
                                   .title = (char *) "Gazette",
                                   .published = (char *) rows[i].published });
      march_corpus_builder_add_quotation (builder,
                                          &(MarchQuotation){ .id = 1,
                                                             .exact = (char *) "so",
                                                             .said = (char *) "",
                                                             .language = (char *) "en" },
                                          1);
      corpus = march_corpus_builder_finish (builder, NULL);
      gaps = march_gaps_list (corpus);
      dates = list_gaps (gaps, MARCH_GAP_INFERRED_DATE);
      g_assert_cmpstr (dates, ==, rows[i].expected);
    }
}

/* A town is asked about only on the days on which it is disputed, and not its region's whole. */
static void
test_gaps_of_marks (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "claim u A law 2020-01-01/2021-12-31; control s A whole 2021-01-01/2021-06-30; "
      "claim z A law 2022-03-01/..; claim c A law 2020-01-01/..");
  g_autoptr (GPtrArray) gaps = march_gaps_list (corpus);
  g_autofree char      *silent = list_gaps (gaps, MARCH_GAP_CONTROL_SILENT);

  g_assert_cmpstr (silent, ==,
                   "Control of s: no quotation on record from 1 January 2020 through 31 December "
                   "2020.\n"
                   "Control of s: no quotation on record from 1 July 2021 through 31 December "
                   "2029.\n"
                   "Control of z: no quotation on record from 1 March 2022 through 31 December "
                   "2029.\n");
}

/* A draft that nobody quotes is a gap. */
static void
test_gaps_of_proposals (void)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (MarchCorpus)        corpus = NULL;
  g_autoptr (GPtrArray)          gaps = NULL;
  g_autofree char               *sentences = NULL;

  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" }, "2000",
                                  "2029");
  march_corpus_builder_add_proposal (
      builder, &(MarchProposal){ .id = 1, .title = (char *) "A line" }, 0);
  corpus = march_corpus_builder_finish (builder, NULL);
  gaps = march_gaps_list (corpus);
  sentences = list_gaps (gaps, MARCH_GAP_NO_EVIDENCE);
  g_assert_cmpstr (sentences, ==, "No quotation supports the proposal “A line”.\n");
  g_assert_cmpuint (march_gaps_count_drafts (corpus), ==, 1);
}

/* A source without a word on record is told, and of one whose areas colour the map also what isn't
 * known of it; not where the question restricts who is heard. */
static void
test_gaps_of_unquoted (void)
{
  g_autoptr (MarchCorpus) corpus
      = tiny_corpus_new ("control u A whole 2020/..; area A 2022-01-01 2 4 src=4");
  g_autoptr (GPtrArray) gaps = march_gaps_list (corpus);
  const MarchQuestion   early = { .known_by = tiny_read_day ("2025-01-01", 0) };
  g_autoptr (GPtrArray) known = march_gaps_list_known (corpus, &early);
  g_autofree char *unquoted = list_gaps (gaps, MARCH_GAP_UNQUOTED);
  g_autofree char *ungraded = list_gaps (gaps, MARCH_GAP_UNGRADED);
  g_autofree char *no_text = list_gaps (gaps, MARCH_GAP_NO_TEXT);
  g_autofree char *restricted = list_gaps (known, MARCH_GAP_UNQUOTED);

  g_assert_cmpstr (unquoted, ==,
                   "“Gazette”: its areas are imported, and nothing is quoted from it.\n"
                   "“Herald”: nothing is quoted from it.\n"
                   "“Gazette”: nothing is quoted from it.\n");
  g_assert_cmpstr (ungraded, ==,
                   "“Gazette”: its reliability isn't graded.\n"
                   "“Gazette”: its reliability isn't graded.\n");
  g_assert_cmpstr (no_text, ==,
                   "“Gazette”: its text isn't attached, so that its quotations aren't verified.\n");
  g_assert_cmpstr (restricted, ==, "");
}

/* A place called Brena that two sources say is Velmark's, and one called Calda of which nobody says
 * a word. The text of the first source has the words that are quoted, that of the second hasn't. */
static MarchCorpusBuilder *
build_two_sources (MarchMode mode, guint n_supporting)
{
  static const char *const titles[] = { "Gazette", "Herald" };
  static const char *const texts[] = { "It is so.", "It is otherwise." };
  static const char *const names[] = { "Brena", "Calda" };
  MarchCorpusBuilder      *builder = march_corpus_builder_new ();
  const MarchAssertion     claim = { .id = 9, .kind = MARCH_KIND_CLAIM, .mode = mode,
                                     .valid = (char *) "2020/.." };

  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" }, "2000",
                                  "2029");
  march_corpus_builder_add_actor (builder, &(MarchActor){ .id = 5, .kind = MARCH_ACTOR_STATE });
  march_corpus_builder_add_actor_name (builder, 5,
                                       &(MarchName){ .text = (char *) "Velmark",
                                                     .language = (char *) "en",
                                                     .role = MARCH_NAME_MAIN });
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      march_corpus_builder_add_place (builder,
                                      &(MarchPlace){ .id = 6 + i, .kind = MARCH_PLACE_UNIT }, 0);
      march_corpus_builder_add_place_name (builder, 6 + i, 0,
                                           &(MarchName){ .text = (char *) names[i],
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
  march_corpus_builder_add_assertion (builder, &claim,
                                      &(MarchAssertionIds){ .place = 6, .actor = 5 });
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      march_corpus_builder_add_source (builder, &(MarchSource){ .id = i + 1,
                                                                .title = (char *) titles[i],
                                                                .text = (char *) texts[i] });
      march_corpus_builder_add_quotation (builder,
                                          &(MarchQuotation){ .id = i + 1,
                                                             .exact = (char *) "is so",
                                                             .language = (char *) "en" },
                                          i + 1);
      march_corpus_builder_add_span (builder, i + 1,
                                     &(MarchSpan){ .exact = (char *) "is so", .first = 3,
                                                   .beyond = 8 });
      if (i < n_supporting)
        march_corpus_builder_add_evidence (builder, i + 1, 9, 0, MARCH_STANCE_SUPPORTS, "");
    }
  return builder;
}

/* Two sources confirm each other only if they are shown to be independent, in whichever direction
 * that was entered. */
static void
test_gaps_of_support (void)
{
  static const struct
  {
    guint       n_supporting;
    MarchMode   mode;
    guint       from; /* of the link; 0: none */
    gboolean    independent;
    const char *expected;
  } rows[] = {
    { 0, MARCH_MODE_STATED, 0, FALSE, "" },
    { 1, MARCH_MODE_HEDGED, 0, FALSE, "" },
    { 1, MARCH_MODE_STATED, 1, TRUE,
      "Brena: “Velmark says it owns it” rests on one source, “Gazette”.\n" },
    { 2, MARCH_MODE_STATED, 0, FALSE,
      "Brena: “Velmark says it owns it” rests on 2 sources, of which none is shown to be "
      "independent of another.\n" },
    { 2, MARCH_MODE_STATED, 1, FALSE,
      "Brena: “Velmark says it owns it” rests on 2 sources, of which none is shown to be "
      "independent of another.\n" },
    { 2, MARCH_MODE_STATED, 1, TRUE, "" },
    { 2, MARCH_MODE_STATED, 2, TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder
          = build_two_sources (rows[i].mode, rows[i].n_supporting);
      g_autoptr (MarchCorpus) corpus = NULL;
      g_autoptr (GPtrArray)   gaps = NULL;
      g_autofree char        *single = NULL;

      if (rows[i].from != 0)
        march_corpus_builder_add_source_link (
            builder, rows[i].from, 3 - rows[i].from,
            &(MarchSourceLink){ .independent = rows[i].independent });
      corpus = march_corpus_builder_finish (builder, NULL);
      gaps = march_gaps_list (corpus);
      single = list_gaps (gaps, MARCH_GAP_SINGLE_SOURCE);
      g_assert_cmpstr (single, ==, rows[i].expected);
    }
}

static void
test_gaps_of_words_and_places (void)
{
  g_autoptr (MarchCorpusBuilder) builder = build_two_sources (MARCH_MODE_STATED, 2);
  g_autoptr (MarchCorpus)        corpus = march_corpus_builder_finish (builder, NULL);
  g_autoptr (GPtrArray)          gaps = march_gaps_list (corpus);
  const MarchQuestion            late = { .known_by = march_day_from_ymd (2026, 1, 1) };
  g_autoptr (GPtrArray)          known = march_gaps_list_known (corpus, &late);
  g_autofree char               *unverified = list_gaps (gaps, MARCH_GAP_UNVERIFIED);
  g_autofree char               *unstated = list_gaps (gaps, MARCH_GAP_NO_STATEMENT);
  g_autofree char               *shapeless = list_gaps (gaps, MARCH_GAP_NO_SHAPE);
  g_autofree char               *restricted = list_gaps (known, MARCH_GAP_UNVERIFIED);

  g_assert_cmpstr (unverified, ==, "“Herald”: not found in its text: “is so”.\n");
  g_assert_cmpstr (unstated, ==, "Calda: nothing is stated of it.\n");
  g_assert_cmpstr (shapeless, ==,
                   "Brena: it has no shape, and isn't drawn.\n"
                   "Calda: it has no shape, and isn't drawn.\n");
  g_assert_cmpstr (restricted, ==, "");
  g_assert_cmpuint (march_gaps_count_drafts (corpus), ==, 0);
}

/* What is made of parts, what is only described, and the states, needn't have a shape. */
static void
test_gaps_of_shapes (void)
{
  static const MarchPlaceKind    kinds[] = { MARCH_PLACE_STATE, MARCH_PLACE_UNIT,
                                             MARCH_PLACE_COMPOSITE, MARCH_PLACE_SETTLEMENT,
                                             MARCH_PLACE_DESCRIPTION, MARCH_PLACE_SITE };
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (MarchCorpus)        corpus = NULL;
  g_autoptr (GPtrArray)          gaps = NULL;
  g_autofree char               *shapeless = NULL;

  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" }, "2000",
                                  "2029");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %u", i);

      march_corpus_builder_add_place (builder, &(MarchPlace){ .id = i + 1, .kind = kinds[i] }, 0);
      march_corpus_builder_add_place_name (builder, i + 1, 0,
                                           &(MarchName){ .text = name,
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
  corpus = march_corpus_builder_finish (builder, NULL);
  gaps = march_gaps_list (corpus);
  shapeless = list_gaps (gaps, MARCH_GAP_NO_SHAPE);
  g_assert_cmpstr (shapeless, ==,
                   "Place 1: it has no shape, and isn't drawn.\n"
                   "Place 3: it has no shape, and isn't drawn.\n"
                   "Place 5: it has no shape, and isn't drawn.\n");
}

/* What the question leaves out has no gaps: neither its sources nor what rests on them. */
static void
test_gaps_heard (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  const MarchQuestion       early = { .as_of = march_day_from_ymd (2022, 12, 31),
                                      .known_by = march_day_from_ymd (2022, 12, 31) };
  g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &early);
  g_autoptr (GPtrArray)     all = march_gaps_list (corpus);
  g_autoptr (GPtrArray)     heard = march_gaps_list_known (corpus, &early);
  guint                     n_left_out = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const MarchGap *gap = g_ptr_array_index (all, i);

      n_left_out += gap->source != NULL && !march_snapshot_is_source_heard (snapshot, gap->source);
    }
  g_assert_cmpuint (n_left_out, >, 0);
  for (guint i = 0; i < heard->len; i++)
    {
      const MarchGap *gap = g_ptr_array_index (heard, i);

      g_assert_cmpint (gap->kind, !=, MARCH_GAP_NO_EVIDENCE);
      if (gap->source != NULL)
        g_assert_true (march_snapshot_is_source_heard (snapshot, gap->source));
      if (gap->assertion != NULL)
        g_assert_true (march_snapshot_is_known (snapshot, gap->assertion));
    }
}

/* Places of one name are told apart by their kind, in the gaps as elsewhere. */
static void
test_namesakes (void)
{
  static const char *const names[] = { "Brena", "Brena", "Calda" };
  const MarchPlaceKind kinds[] = { MARCH_PLACE_UNIT, MARCH_PLACE_SETTLEMENT, MARCH_PLACE_UNIT };
  const char *const        expected[] = { "Brena (unit)", "Brena (settlement)", "Calda" };
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_autoptr (MarchCorpus)        corpus = NULL;

  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = (char *) "Tiny" }, "2000",
                                  "2029");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MarchPlace place = { .id = i + 1, .kind = kinds[i] };

      march_corpus_builder_add_place (builder, &place, 0);
      march_corpus_builder_add_place_name (builder, place.id, 0,
                                           &(MarchName){ .text = (char *) names[i],
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
  corpus = march_corpus_builder_finish (builder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name
          = march_words_name_place (corpus, march_corpus_get_place (corpus, i + 1));

      g_assert_cmpstr (name, ==, expected[i]);
    }
}

/* The overview of the shipped dossier says where its documents are silent. */
static void
test_shipped_gaps (void)
{
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (SHIPPED);
  g_autoptr (GPtrArray)   gaps = march_gaps_list (corpus);
  g_autofree char        *silent = list_gaps (gaps, MARCH_GAP_CONTROL_SILENT);

  g_assert_nonnull (strstr (silent, "Control of Donetsk Oblast: no quotation on record from 1 "
                                    "January 2014 through 31 December 2021.\n"));
  g_assert_nonnull (strstr (silent, "Control of Luhansk Oblast: no quotation on record from 1 "
                                    "January 2014 through 31 December 2021.\n"));
  g_assert_nonnull (strstr (silent, "Control of Zaporizhzhia Nuclear Power Plant: no quotation on "
                                    "record from 1 September 2022 through 31 January 2026.\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/gaps/velmark", test_gaps);
  g_test_add_func ("/asof/gaps/assertions", test_gaps_of_assertions);
  g_test_add_func ("/asof/gaps/support", test_gaps_of_support);
  g_test_add_func ("/asof/gaps/words-and-places", test_gaps_of_words_and_places);
  g_test_add_func ("/asof/gaps/shapes", test_gaps_of_shapes);
  g_test_add_func ("/asof/gaps/conflicts", test_gaps_of_conflicts);
  g_test_add_func ("/asof/gaps/dates", test_gaps_of_dates);
  g_test_add_func ("/asof/gaps/marks", test_gaps_of_marks);
  g_test_add_func ("/asof/gaps/proposals", test_gaps_of_proposals);
  g_test_add_func ("/asof/gaps/unquoted", test_gaps_of_unquoted);
  g_test_add_func ("/asof/gaps/heard", test_gaps_heard);
  g_test_add_func ("/asof/gaps/namesakes", test_namesakes);
  g_test_add_func ("/asof/gaps/shipped", test_shipped_gaps);
  return g_test_run ();
}
