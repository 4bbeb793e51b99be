/* bench-names.c — how long names of very many places and assertions take to complete, by letter */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-bench"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "coding/march-name-index.h"
#include "corpus/march-corpus-builder.h"

#define N_RECORDS 100000
#define N_QUERIES 300
#define MOST      12

typedef GPtrArray *(*Suggest) (MarchNameIndex *index, const char *typed, const char *language,
                               guint most);

static char *
make_name (GRand *random, gboolean cyrillic)
{
  static const char *const syllables[][16] = {
    { "ka", "ri", "to", "len", "mar", "vo", "sha", "pe", "dun", "ost", "li", "gra", "ne", "by",
      "so", "tur" },
    { "ка", "ри", "то", "лен", "мар", "во", "ша", "пе", "дун", "ост", "ли", "гра", "не", "бы",
      "со", "тур" },
  };
  GString *name = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 2, 5); n > 0; n--)
    g_string_append (name, syllables[cyrillic][g_rand_int_range (random, 0, 16)]);
  return g_string_free (name, FALSE);
}

static MarchCorpus *
make_corpus (GRand *random)
{
  MarchCorpusBuilder *builder = march_corpus_builder_new ();
  MarchDossierFacts   facts = { .title = (char *) "Names" };
  MarchCorpus        *corpus;

  march_corpus_builder_set_facts (builder, &facts, "2030", "2031");
  for (guint i = 1; i <= N_RECORDS; i++)
    {
      MarchPlace     place = { .id = i, .kind = MARCH_PLACE_SETTLEMENT, .importance = i % 10 };
      MarchAssertion assertion = { .id = i, .kind = MARCH_KIND_THESIS };
      g_autofree char *latin = make_name (random, FALSE), *cyrillic = make_name (random, TRUE);
      g_autofree char *title = g_strdup_printf ("%s and %s", latin, cyrillic);
      MarchName main = { .text = latin, .language = (char *) "en", .role = MARCH_NAME_MAIN };
      MarchName other = { .text = cyrillic, .language = (char *) "uk", .role = MARCH_NAME_MAIN };
      MarchAssertionIds ids = { .place = i };

      assertion.title = title;
      march_corpus_builder_add_place (builder, &place, 0);
      march_corpus_builder_add_place_name (builder, i, 0, &main);
      march_corpus_builder_add_place_name (builder, i, 0, &other);
      march_corpus_builder_add_assertion (builder, &assertion, &ids);
    }
  corpus = march_corpus_builder_finish (builder, NULL);
  march_corpus_builder_free (builder);
  return corpus;
}

static int
compare (const void *a, const void *b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Each name letter by letter. */
static void
run (MarchNameIndex *index, const char *what, Suggest suggest)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *name = make_name (random, i % 2);

      for (glong n = 1; n <= g_utf8_strlen (name, -1); n++)
        {
          g_autofree char *typed = g_utf8_substring (name, 0, n);
          gint64 start = g_get_monotonic_time ();

          g_ptr_array_unref (suggest (index, typed, NULL, MOST));
          start = g_get_monotonic_time () - start;
          g_array_append_val (times, start);
        }
    }
  qsort (times->data, times->len, sizeof (gint64), compare);
  printf ("%s: median %.2f ms, p99 %.2f ms, most %.2f ms\n", what,
          (double) g_array_index (times, gint64, times->len / 2) / 1000,
          (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000,
          (double) g_array_index (times, gint64, times->len - 1) / 1000);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (MarchCorpus) corpus = make_corpus (random);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MarchNameIndex) index = march_name_index_new (corpus);

  printf ("names of %d places and assertions: gathered in %.0f ms\n", N_RECORDS,
          (double) (g_get_monotonic_time () - start) / 1000);
  run (index, "places", march_name_index_suggest_places);
  run (index, "assertions", march_name_index_suggest_assertions);
  return 0;
}
