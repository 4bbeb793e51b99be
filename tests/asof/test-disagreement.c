/* test-disagreement.c — contradictions that show at no place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include <math.h>

#include "../compiled.h"
#include "asof/march-disagreement.h"
#include "corpus/march-corpus-builder.h"

enum
{
  VELMARK_STATE = 1,
  ENVOY,
  STRANGER,
};

typedef struct
{
  double      low;
  double      high;
  const char *quantity;
  const char *period;
  MarchRank   rank;
  const char *unit; /* NULL: people */
} Figure;

typedef struct
{
  const char *exact;
  gint64      speaker;
  const char *said;
} Said;

static MarchCorpusBuilder *
begin (void)
{
  static const char *const names[] = { "Velmark", "Envoy", "Stranger" };
  MarchCorpusBuilder      *builder = march_corpus_builder_new ();

  march_corpus_builder_set_facts (
      builder, &(MarchDossierFacts){ .title = "Tiny", .language = "en" }, "2030", "2031");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      march_corpus_builder_add_actor (builder, &(MarchActor){ .id = i + 1,
                                                              .kind = MARCH_ACTOR_UNNAMED });
      march_corpus_builder_add_actor_name (builder, i + 1,
                                           &(MarchName){ .text = (char *) names[i],
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
  march_corpus_builder_add_office (builder, ENVOY, VELMARK_STATE,
                                   &(MarchOffice){ .title = (char *) "envoy",
                                                   .valid = (char *) "2030/2031",
                                                   .speaks_for = TRUE });
  for (guint i = 0; i < 2; i++)
    march_corpus_builder_add_source (
        builder, &(MarchSource){ .id = i + 1,
                                 .title = (char *) (i == 0 ? "Herald" : "Survey"),
                                 .titled = TRUE,
                                 .published = (char *) "2031" });
  return builder;
}

static void
add_said (MarchCorpusBuilder *builder, guint i, const Said *said)
{
  march_corpus_builder_add_quotation (builder,
                                      &(MarchQuotation){ .id = i + 1,
                                                         .exact = (char *) said->exact,
                                                         .said = (char *) said->said,
                                                         .language = (char *) "en" },
                                      i + 1);
  if (said->speaker != 0)
    march_corpus_builder_add_chain_link (builder, i + 1, said->speaker, MARCH_ROLE_SPEAKER);
}

static char *
describe_all (MarchCorpusBuilder *builder, MarchDay known_by)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (MarchCorpus)   corpus = march_corpus_builder_finish (builder, &error);
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray)     disagreements = NULL;
  GString                  *text = g_string_new (NULL);

  g_assert_no_error (error);
  snapshot = march_snapshot_new (corpus, &(MarchQuestion){ .known_by = known_by });
  disagreements = march_snapshot_list_disagreements (snapshot);
  for (guint i = 0; i < disagreements->len; i++)
    {
      const MarchDisagreement *disagreement = g_ptr_array_index (disagreements, i);
      g_autofree char         *words = march_disagreement_describe (disagreement);

      g_string_append_printf (text, "%s%s", words, disagreement->settled ? " settled" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_figures (void)
{
  static const struct
  {
    Figure   a;
    Figure   b;
    gboolean expected;
    gboolean settled;
  } cases[] = {
    { { 10, 20, "people who left", "2030" }, { 30, 40, "people who left", "2030" }, TRUE },
    { { 10, 20, "people who left", "2030" }, { 20, 40, "people who left", "2030" } },
    { { 10, NAN, "people who left", "2030" }, { 30, 40, "people who left", "2030" } },
    { { 10, 20, "people who left", "2030" }, { 30, 40, "people who stayed", "2030" } },
    { { 10, 20, "people who left", "2030" }, { 30, 40, "people who left", "2031" } },
    { { 10, 20, "people who left", "2030" },
      { 30, 40, "people who left", "2030", 0, "families" } },
    { { 10, 20, "people who left", "" }, { 30, 40, "people who left", "" } },
    { { 10, 20, "people who left", "2030" },
      { 30, 40, "people who left", "2030", MARCH_RANK_DEPRECATED }, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = begin ();
      g_autofree char               *words = NULL;

      for (guint k = 0; k < 2; k++)
        {
          const Figure *figure = k == 0 ? &cases[i].a : &cases[i].b;

          march_corpus_builder_add_assertion (
              builder,
              &(MarchAssertion){ .id = k + 1,
                                 .kind = MARCH_KIND_FIGURE,
                                 .low = figure->low,
                                 .high = figure->high,
                                 .quantity = (char *) figure->quantity,
                                 .unit = (char *) (figure->unit != NULL ? figure->unit : "people"),
                                 .figure_period = (char *) figure->period,
                                 .rank = figure->rank != 0 ? figure->rank : MARCH_RANK_NORMAL },
              &(MarchAssertionIds){ 0 });
          add_said (builder, k, &(Said){ "so many", 0, "" });
          march_corpus_builder_add_evidence (builder, k + 1, k + 1, 0, MARCH_STANCE_SUPPORTS, NULL);
        }
      words = describe_all (builder, MARCH_DAY_MAX);
      g_test_message ("%u: %s", i, words);
      g_assert_cmpint (*words != '\0', ==, cases[i].expected);
      g_assert_cmpint (g_str_has_suffix (words, " settled"), ==, cases[i].settled);
    }
}

static void
test_attributions (void)
{
  static const struct
  {
    Said        a;
    Said        b;
    const char *expected;
  } cases[] = {
    { { "Tarvia is ours alone.", ENVOY, "2031" },
      { "“Tarvia is OURS, alone", STRANGER, "2031-05" },
      "Sources disagree on who said “Tarvia is ours alone.”: Envoy by “Herald”, Stranger by "
      "“Survey”." },
    { { "Tarvia is ours alone.", ENVOY, "2031" }, { "Tarvia is ours alone.", ENVOY, "2031" }, "" },
    { { "Tarvia is ours alone.", ENVOY, "2031" },
      { "Tarvia is ours alone.", VELMARK_STATE, "2031" },
      "" }, /* he speaks for it */
    { { "Tarvia is ours alone.", ENVOY, "2030" }, { "Tarvia is ours alone.", STRANGER, "2031" },
      "" }, /* two said it at two times */
    { { "Tarvia is ours.", ENVOY, "2031" }, { "Tarvia is ours.", STRANGER, "2031" }, "" },
    { { "Tarvia is ours alone.", ENVOY, "2031" }, { "Tarvia is ours at last.", STRANGER, "2031" },
      "" },
    { { "Tarvia is ours alone.", ENVOY, "2031" }, { "Tarvia is ours alone.", 0, "2031" }, "" },
    { { NULL, ENVOY, "2031" }, { NULL, STRANGER, "2031" }, "" }, /* pointers */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = begin ();
      g_autofree char               *words = NULL;

      add_said (builder, 0, &cases[i].a);
      add_said (builder, 1, &cases[i].b);
      words = describe_all (builder, MARCH_DAY_MAX);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* Before both are published nobody knows that they disagree. */
static void
test_known_by (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = begin ();
      g_autofree char               *words = NULL;

      add_said (builder, 0, &(Said){ "Tarvia is ours alone.", ENVOY, "2031" });
      add_said (builder, 1, &(Said){ "Tarvia is ours alone.", STRANGER, "2031" });
      words = describe_all (builder, march_day_from_ymd (2031, 12, 30 + i));
      g_assert_cmpint (*words != '\0', ==, i == 1);
    }
}

/* Whoever reads the list of gaps is told; what was read in the shipped documents, too. */
static void
test_shipped (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (SHIPPED);
  g_autoptr (MarchSnapshot) snapshot =
      march_snapshot_new (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX });
  g_autoptr (GPtrArray) disagreements = march_snapshot_list_disagreements (snapshot);

  for (guint i = 0; i < disagreements->len; i++)
    {
      g_autofree char *words = march_disagreement_describe (disagreements->pdata[i]);

      g_test_message ("%s", words);
    }
  g_assert_cmpuint (disagreements->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disagreement/figures", test_figures);
  g_test_add_func ("/disagreement/attributions", test_attributions);
  g_test_add_func ("/disagreement/known-by", test_known_by);
  g_test_add_func ("/disagreement/shipped", test_shipped);
  return g_test_run ();
}
