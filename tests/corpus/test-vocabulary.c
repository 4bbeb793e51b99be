/* test-vocabulary.c — the lists agree with the schema and can be read back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "corpus/march-vocabulary.h"

/* The columns whose CHECK lists the values, in the order of the enum. */
static const struct
{
  MarchVocabulary vocabulary;
  const char     *table;
  const char     *column;
} columns[] = {
  { MARCH_VOCABULARY_ACTOR_KIND, "actor", "kind" },
  { MARCH_VOCABULARY_PLACE_KIND, "place", "kind" },
  { MARCH_VOCABULARY_LINK_KIND, "place_link", "kind" },
  { MARCH_VOCABULARY_NAME_ROLE, "name", "role" },
  { MARCH_VOCABULARY_VOICE, "quotation", "voice" },
  { MARCH_VOCABULARY_ACT, "quotation", "act" },
  { MARCH_VOCABULARY_CHAIN_ROLE, "chain", "role" },
  { MARCH_VOCABULARY_PROPOSAL_STATUS, "proposal", "status" },
  { MARCH_VOCABULARY_ASSERTION_KIND, "assertion", "kind" },
  { MARCH_VOCABULARY_ORIGIN, "assertion", "origin" },
  { MARCH_VOCABULARY_POLARITY, "assertion", "polarity" },
  { MARCH_VOCABULARY_MODE, "assertion", "mode" },
  { MARCH_VOCABULARY_RANK, "assertion", "rank" },
  { MARCH_VOCABULARY_EXTENT, "assertion", "extent" },
  { MARCH_VOCABULARY_CLAIM_BASIS, "assertion", "basis" },
  { MARCH_VOCABULARY_VALUE_KIND, "assertion", "value_kind" },
  { MARCH_VOCABULARY_STAND, "assertion", "stand" },
  { MARCH_VOCABULARY_CONFIDENCE, "assertion", "confidence" },
  { MARCH_VOCABULARY_PARTICIPANT_ROLE, "participant", "role" },
  { MARCH_VOCABULARY_STANCE, "evidence", "stance" },
  { MARCH_VOCABULARY_BACKGROUND_KIND, "background", "kind" },
};

/* "'a', 'b'" of the CHECK of @column in the CREATE statement of @table. */
static char *
read_check (const char *schema, const char *table, const char *column)
{
  g_autofree char *open = g_strdup_printf ("CREATE TABLE %s (", table);
  g_autofree char *check = g_strdup_printf ("CHECK (%s IN (", column);
  const char      *start, *end;

  start = strstr (schema, open);
  g_assert_nonnull (start);
  start = strstr (start, check);
  g_assert_nonnull (start);
  start += strlen (check);
  end = strchr (start, ')');
  return g_strndup (start, end - start);
}

static char *
join_nicks (MarchVocabulary vocabulary)
{
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < march_vocabulary_get_size (vocabulary); i++)
    g_string_append_printf (nicks, "%s'%s'", i > 0 ? ", " : "",
                            march_vocabulary_get_nick (vocabulary, i));
  return g_string_free (nicks, FALSE);
}

static void
test_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"),
                                            "resources/schema/0001-dossier.sql", NULL);
  g_autofree char *schema = NULL;

  g_assert_true (g_file_get_contents (path, &schema, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *expected = read_check (schema, columns[i].table, columns[i].column);
      g_autofree char *actual = join_nicks (columns[i].vocabulary);

      g_assert_cmpstr (actual, ==, expected);
    }
}

static void
test_round_trip (void)
{
  for (guint v = 0; v < MARCH_N_VOCABULARIES; v++)
    for (guint i = 0; i < march_vocabulary_get_size (v); i++)
      {
        guint value = G_MAXUINT;

        g_assert_true (march_vocabulary_find (v, march_vocabulary_get_nick (v, i), &value));
        g_assert_cmpuint (value, ==, i);
        g_assert_cmpstr (march_vocabulary_get_words (v, i), !=, "");
      }
  g_assert_cmpstr (march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS, MARCH_BASIS_OWN), ==, "own");
}

static void
test_unknown (void)
{
  guint value = 7;

  g_assert_false (march_vocabulary_find (MARCH_VOCABULARY_EXTENT, "half", &value));
  g_assert_false (march_vocabulary_find (MARCH_VOCABULARY_EXTENT, "Whole", &value));
  g_assert_false (march_vocabulary_find (MARCH_VOCABULARY_EXTENT, NULL, &value));
  g_assert_cmpuint (value, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/vocabulary/schema", test_schema);
  g_test_add_func ("/dossier/vocabulary/round-trip", test_round_trip);
  g_test_add_func ("/dossier/vocabulary/unknown", test_unknown);
  return g_test_run ();
}
