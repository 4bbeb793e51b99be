/* test-sweep.c — the stretches of days on which the same is drawn */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"
#include "tiny.h"

#include "asof/march-sweep.h"
#include "corpus/march-corpus-builder.h"

static void
check_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  MarchDay                 *next = data;
  MarchQuestion             last = *march_snapshot_get_question (snapshot);
  g_autoptr (MarchSnapshot) other = NULL;

  g_assert_cmpint (from, ==, *next);
  g_assert_cmpint (from, <, until);
  *next = until;
  last.as_of = until - 1;
  other = march_snapshot_new (march_snapshot_get_corpus (snapshot), &last);
  g_assert_true (march_snapshot_equal_drawing (snapshot, other));
}

/* Stretches follow each other without a break, and nothing changes inside one. */
static void
test_sweep (void)
{
  g_autoptr (MarchCorpus)  corpus = compiled_corpus_new (VELMARK);
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  MarchDay                 next = facts->first;

  march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, check_stretch, &next);
  g_assert_cmpint (next, ==, facts->last + 1);
}

static void
count_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  ++*(guint *) data;
}

/* A timeline without both ends has no stretches. */
static void
test_no_timeline (void)
{
  static const char *const ends[][2] = { { "", "" },
                                         { "2020", "2020/.." },
                                         { "../2019", "2020" },
                                         { "2021", "2020" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
      g_autoptr (MarchCorpus)        corpus = NULL;
      guint                          n_stretches = 0;

      march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .title = NULL }, ends[i][0],
                                      ends[i][1]);
      corpus = march_corpus_builder_finish (builder, NULL);
      march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, count_stretch,
                   &n_stretches);
      g_assert_cmpuint (n_stretches, ==, 0);
    }
}

static void
add_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  g_autofree char *day = march_day_to_iso (from);
  g_autofree char *answer = tiny_describe (snapshot, "u");

  g_string_append_printf (data, "%s %s; ", day, answer);
}

/* Where a control holds changes on days on which nothing else does. */
static void
test_area_steps (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new (
      "control u A part 2000-01-01/..; strip 1 2021-03-04/2022-05-06 0 0.5");
  g_autoptr (GString) told = g_string_new (NULL);

  march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, add_stretch, told);
  g_assert_cmpstr (told->str, ==,
                   "2000-01-01 held [A part independent]; 2021-03-04 held [A part independent]; "
                   "2022-05-07 held [A part independent]; ");
}

/* Imported areas change from day to day: what is swept is what quotations say. */
static void
test_without_imports (void)
{
  g_autoptr (MarchCorpus) corpus
      = tiny_corpus_new ("claim u A law 2010-01-01/..;area A 2005-01-01 0 1");
  g_autoptr (GString) told = g_string_new (NULL);

  march_sweep (corpus, &(MarchQuestion){ .known_by = MARCH_DAY_MAX }, add_stretch, told);
  g_assert_cmpstr (told->str, ==, "2000-01-01 undisputed; 2010-01-01 silent {A law}; ");
}

static void
compare_place (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  const MarchPlace         *place = data;
  g_autoptr (MarchSnapshot) whole = march_snapshot_new (march_snapshot_get_corpus (snapshot),
                                                        march_snapshot_get_question (snapshot));
  MarchQuestion             last = *march_snapshot_get_question (snapshot);
  g_autoptr (MarchSnapshot) end = NULL;

  last.as_of = until - 1;
  end = march_snapshot_new (march_snapshot_get_corpus (snapshot), &last);
  g_assert_true (march_finding_equal_drawing (march_snapshot_get_finding (snapshot, place),
                                              march_snapshot_get_finding (whole, place)));
  g_assert_true (march_finding_equal_drawing (march_snapshot_get_finding (end, place),
                                              march_snapshot_get_finding (whole, place)));
}

/* Asking about one place gives the same answers as asking about all. */
static void
test_sweep_place (void)
{
  g_autoptr (MarchCorpus)   corpus = compiled_corpus_new (VELMARK);
  g_autoptr (MarchSnapshot) like = tiny_ask (corpus, "2020-01-01", NULL);
  GPtrArray                *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < places->len; i++)
    march_sweep_place (like, g_ptr_array_index (places, i), compare_place,
                       g_ptr_array_index (places, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/sweep/area", test_area_steps);
  g_test_add_func ("/asof/sweep/without-imports", test_without_imports);
  g_test_add_func ("/asof/sweep/timeline", test_sweep);
  g_test_add_func ("/asof/sweep/no-timeline", test_no_timeline);
  g_test_add_func ("/asof/sweep/place", test_sweep_place);
  return g_test_run ();
}
