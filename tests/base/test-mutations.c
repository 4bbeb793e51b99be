/* test-mutations.c — readers of text fed with spoilt input: they read or refuse it, and nothing
 * else */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../mutate.h"
#include "base/march-edtf.h"
#include "base/march-fold.h"
#include "base/march-json.h"

#define SEED 20250515
#define ROUNDS 1500

/* What was read holds together: no bound after its counterpart, and words for it. */
static void
check_edtf (MarchEdtf *edtf)
{
  const MarchPeriod *period = march_edtf_get_period (edtf);
  g_autofree char   *words = march_edtf_describe (edtf);

  g_assert_cmpint (period->from_earliest, <=, period->from_latest);
  g_assert_cmpint (period->until_earliest, <=, period->until_latest);
  g_assert_true (period->from_earliest < period->until_latest);
  g_assert_true (*words != '\0' && g_utf8_validate (words, -1, NULL));
}

static void
test_edtf (void)
{
  static const char *const valid[] = { "2025-05-15",
                                       "2025-05~",
                                       "2014/2022-08?",
                                       "2022-09/..",
                                       "/2022",
                                       "-0043-03-15",
                                       "Y-170002",
                                       "19XX",
                                       "2025-05-XX",
                                       "2025-24",
                                       "2025-05-15T16:54:59.042+02:30",
                                       "19",
                                       "15 May 2025",
                                       "May 15, 2025",
                                       "15.05.2025" };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_read = 0, n_refused = 0;

  for (guint i = 0; i < ROUNDS * G_N_ELEMENTS (valid); i++)
    {
      const char      *text = valid[i % G_N_ELEMENTS (valid)];
      gsize            length;
      g_autofree char *spoilt = spoil (text, strlen (text), random, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarchEdtf) edtf = march_edtf_new (spoilt, &error);
      g_autoptr (MarchEdtf) typed = march_edtf_new_from_words (spoilt, NULL);

      g_assert_true ((edtf == NULL) == (error != NULL));
      g_assert_true (edtf == NULL || typed != NULL);
      if (edtf != NULL)
        check_edtf (edtf);
      n_read += edtf != NULL;
      n_refused += edtf == NULL;
    }
  g_assert_cmpuint (n_read, >, ROUNDS / 10);
  g_assert_cmpuint (n_refused, >, ROUNDS);
}

static void
test_json (void)
{
  static const char valid[] = "{\"a\": [1, -2.5e3, \"\\u00e9\\ud83d\\ude00\", true, null], \"b\": "
                              "{\"c\": \"Вельмарк\", \"d\": []}}";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_read = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gsize            length;
      g_autofree char *spoilt = spoil (valid, strlen (valid), random, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = march_json_parse (
          spoilt, length, i % 2 == 0 ? MARCH_JSON_PLAIN : MARCH_JSON_UNIQUE, &error);

      g_assert_true ((node == NULL) == (error != NULL));
      n_read += node != NULL;
    }
  g_assert_cmpuint (n_read, >, ROUNDS / 100);
}

static void
test_fold (void)
{
  static const char valid[] = "Київ Straße ﬁ İ Łódź O’Neill ΑΣ 北京";
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gsize            length;
      g_autofree char *spoilt = spoil (valid, strlen (valid), random, &length);
      g_autofree char *folded = march_fold (spoilt);
      g_autofree char *again = march_fold (folded);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (folded, ==, again);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/mutations/edtf", test_edtf);
  g_test_add_func ("/base/mutations/json", test_json);
  g_test_add_func ("/base/mutations/fold", test_fold);
  return g_test_run ();
}
