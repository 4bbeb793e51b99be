/* test-why-quotations.c — which quotations a place has on a day, and in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "asof/march-why.h"

#include "tiny.h"

typedef struct
{
  const char *place;
  const char *assertions;
  /* of each quotation: "h" it bears on a hold, "o" on a claim, "v" on a value; a capital letter:
   * its words aren't stored */
  const char *order;
} Row;

static const Row rows[] = {
  { "u", "value u A symbolic 2020/..; control u A whole 2020/..", "hv" },
  { "u", "value u A symbolic 2020/..; claim u B law 2020/..; control u A whole 2020/..", "hov" },
  /* Of what decides, stored words come first, but a value never does. */
  { "u", "control u A whole 2020/.. pointer; claim u B law 2020/..; value u A symbolic 2020/..",
    "oHv" },
  { "u",
    "value u A symbolic 2020/.. pointer; value u A strategic 2020/..; control u A whole "
    "2020/..",
    "hvV" },
  /* What else is on record of the day, though it shows nothing. */
  { "u", "control u A whole 2020/.. intended; claim u B law 2020/..", "oh" },
  { "u", "control u A whole 2030/..; claim u B law 2020/..", "o" },
  { "u", "", "" },
};

static char
get_letter (const MarchQuotation *quotation)
{
  const MarchEvidence *evidence = g_ptr_array_index (quotation->evidence, 0);
  const char           letter = evidence->assertion->kind == MARCH_KIND_CONTROL ? 'h'
                                : evidence->assertion->kind == MARCH_KIND_CLAIM ? 'o'
                                                                                : 'v';

  return quotation->exact != NULL ? letter : g_ascii_toupper (letter);
}

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchCorpus) corpus = tiny_corpus_new (rows[i].assertions);
      g_autoptr (MarchSnapshot)
          snapshot = march_snapshot_new (corpus,
                                         &(MarchQuestion){ .as_of = march_day_from_ymd (2024, 1, 1),
                                                           .known_by = MARCH_DAY_MAX });
      g_autoptr (MarchWhy) why = march_why_new (snapshot, tiny_place (corpus, rows[i].place));
      g_autoptr (GPtrArray) quotations = march_why_list_quotations (why);
      g_autoptr (GString) order = g_string_new (NULL);

      for (guint k = 0; k < quotations->len; k++)
        g_string_append_c (order, get_letter (g_ptr_array_index (quotations, k)));
      g_test_message ("%s", rows[i].assertions);
      g_assert_cmpstr (order->str, ==, rows[i].order);
    }
}

/* Each once, and none that the finding counts is left out. */
static void
test_whole (void)
{
  g_autoptr (MarchCorpus) corpus = tiny_corpus_new ("control u A whole 2020/..\n"
                                                    "evidence 1 disputed\n"
                                                    "control u B whole 2021/..\n"
                                                    "claim u B law 2020/..\n"
                                                    "value u A symbolic 2020/..");
  g_autoptr (MarchSnapshot)
      snapshot = march_snapshot_new (corpus,
                                     &(MarchQuestion){ .as_of = march_day_from_ymd (2024, 1, 1),
                                                       .known_by = MARCH_DAY_MAX });
  g_autoptr (MarchWhy) why = march_why_new (snapshot, tiny_place (corpus, "u"));
  g_autoptr (GPtrArray) quotations = march_why_list_quotations (why);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < quotations->len; i++)
    g_assert_true (g_hash_table_add (known, g_ptr_array_index (quotations, i)));
  g_assert_cmpuint (quotations->len, ==, 5);
  for (guint i = 0; i < why->finding->quotations->len; i++)
    g_assert_true (g_hash_table_contains (known, g_ptr_array_index (why->finding->quotations, i)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/why/quotations/order", test_order);
  g_test_add_func ("/why/quotations/whole", test_whole);
  return g_test_run ();
}
