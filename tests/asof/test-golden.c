/* test-golden.c — dossiers compiled from their text form, against tables made by hand */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "../compiled.h"

#include <json-glib/json-glib.h>

#include "asof/march-snapshot.h"

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static MarchDay
read_day (const char *text, MarchDay otherwise)
{
  MarchDay day = otherwise;

  if (*text != '\0')
    g_assert_true (march_day_parse (text, &day, NULL));
  return day;
}

/* An actor's name or a source's title. */
static void
read_perspective (MarchCorpus *corpus, const char *name, MarchQuestion *question)
{
  GPtrArray        *sources = march_corpus_get_sources (corpus);
  const MarchActor *actor = *name != '\0' ? march_corpus_find_actor (corpus, name, NULL) : NULL;

  if (actor != NULL)
    question->according_actor = actor->id;
  for (guint i = 0; actor == NULL && i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->title, name))
        question->according_source = source->id;
    }
  g_assert_true (*name == '\0' || question->according_actor != 0
                 || question->according_source != 0);
}

/* The one place with that code, or without a code that English name. */
static const MarchPlace *
find_place (MarchCorpus *corpus, const char *code, const char *name)
{
  GPtrArray        *places = march_corpus_get_places (corpus);
  const MarchPlace *found = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (*code != '\0'
              ? g_strcmp0 (place->code, code) != 0
              : place->code != NULL || !g_str_equal (march_place_get_name (place, "en"), name))
        continue;
      g_assert_null (found);
      found = place;
    }
  g_assert_nonnull (found);
  return found;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The entries in an order of their own, which is no part of the answer. */
static char *
join (GPtrArray *entries)
{
  g_ptr_array_sort (entries, compare_texts);
  g_ptr_array_add (entries, NULL);
  return g_strjoinv (", ", (char **) entries->pdata);
}

static const char *
get_certainty (MarchCertainty certainty)
{
  return certainty == MARCH_CERTAINTY_CERTAIN ? "certain" : "possible";
}

static const char *
name_origin (const MarchPlace *place)
{
  return place != NULL ? march_place_get_name (place, "en") : "";
}

/* Where a dated area is: its west, south, east and north. */
static char *
describe_area (const MarchHold *hold)
{
  MarchBox box;

  if (hold->area == NULL)
    return g_strdup ("");
  box = *march_geometry_get_box (hold->area);
  return g_strdup_printf (" in %g %g %g %g", box.west, box.south, box.east, box.north);
}

/* What else than actor, extent, basis and certainty is checked of an entry depends on the table. */
static char *
describe_hold (const MarchHold *hold, gboolean full)
{
  g_autofree char *head =
      g_strdup_printf ("%s %s %s %s", march_actor_get_name (hold->actor, "en"),
                       march_vocabulary_get_nick (MARCH_VOCABULARY_EXTENT, hold->extent),
                       march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS, hold->basis),
                       get_certainty (hold->certainty));
  g_autofree char *area = describe_area (hold);

  if (!full)
    return g_steal_pointer (&head);
  return g_strdup_printf ("%s%s%s from “%s”%s", head, hold->last_reported ? " last reported" : "",
                          hold->against_interest ? " against interest" : "",
                          name_origin (hold->inherited_from), area);
}

static char *
describe_own (const MarchOwn *own, gboolean full)
{
  g_autofree char *head =
      g_strdup_printf ("%s %s %s", march_actor_get_name (own->actor, "en"),
                       march_vocabulary_get_nick (MARCH_VOCABULARY_CLAIM_BASIS, own->basis),
                       get_certainty (own->certainty));

  return full ? g_strdup_printf ("%s from “%s”", head, name_origin (own->inherited_from))
              : g_steal_pointer (&head);
}

static char *
describe_expected_hold (JsonObject *entry, gboolean full)
{
  g_autofree char *head =
      g_strdup_printf ("%s %s %s %s", get_text (entry, "actor"), get_text (entry, "extent"),
                       get_text (entry, "basis"), get_text (entry, "certainty"));

  if (!full)
    return g_steal_pointer (&head);
  return g_strdup_printf (
      "%s%s%s from “%s”%s%s", head,
      json_object_get_boolean_member_with_default (entry, "last_reported", FALSE) ? " last reported"
                                                                                  : "",
      json_object_get_boolean_member_with_default (entry, "against_interest", FALSE)
          ? " against interest"
          : "",
      get_text (entry, "inherited_from"), *get_text (entry, "area") != '\0' ? " in " : "",
      get_text (entry, "area"));
}

static char *
describe_expected_own (JsonObject *entry, gboolean full)
{
  g_autofree char *head =
      g_strdup_printf ("%s %s %s", get_text (entry, "actor"), get_text (entry, "basis"),
                       get_text (entry, "certainty"));

  return full ? g_strdup_printf ("%s from “%s”", head, get_text (entry, "inherited_from"))
              : g_steal_pointer (&head);
}

typedef char *(*DescribeFunc) (JsonObject *entry, gboolean full);

static char *
describe_expected (JsonObject *cell, const char *member, DescribeFunc describe, gboolean full)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  JsonArray            *array = json_object_get_array_member (cell, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (entries, describe (json_array_get_object_element (array, i), full));
  return join (entries);
}

static char *
describe_holds (const MarchFinding *finding, gboolean full)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < finding->n_deciding; i++)
    g_ptr_array_add (entries, describe_hold (g_ptr_array_index (finding->holds, i), full));
  return join (entries);
}

static char *
describe_owns (const MarchFinding *finding, gboolean full)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < finding->owns->len; i++)
    g_ptr_array_add (entries, describe_own (g_ptr_array_index (finding->owns, i), full));
  return join (entries);
}

static void
expect (JsonObject *cell, const char *what, const char *actual, const char *expected)
{
  if (g_str_equal (actual, expected))
    return;
  g_test_message ("%s on %s (%s %s): %s: %s, not %s", get_text (cell, "place"),
                  get_text (cell, "as_of"), get_text (cell, "according_to"),
                  get_text (cell, "known_by"), what, actual, expected);
  g_test_fail ();
}

/* The shipped dossier's table: codes, and quotations. */
static void
check_shipped_cell (JsonObject *cell, const MarchFinding *finding)
{
  expect (cell, "disputed", finding->disputed ? "yes" : "no",
          json_object_get_boolean_member (cell, "disputed") ? "yes" : "no");
}

static void
check_velmark_cell (JsonObject *cell, const MarchFinding *finding)
{
  static const char *const states[] = { "undisputed", "held", "silent" };

  expect (cell, "state", states[finding->state], get_text (cell, "state"));
  expect (cell, "conflict", march_finding_disagrees (finding) ? "yes" : "no",
          json_object_get_boolean_member (cell, "conflict") ? "yes" : "no");
}

static void
check_cell (MarchCorpus *corpus, JsonObject *cell, gboolean shipped)
{
  MarchQuestion     question = { .as_of = read_day (get_text (cell, "as_of"), 0),
                                 .known_by = read_day (get_text (cell, "known_by"),
                                                       MARCH_DAY_MAX) };
  const MarchPlace *place =
      find_place (corpus, get_text (cell, "code"), get_text (cell, shipped ? "name" : "place"));
  g_autoptr (MarchSnapshot) snapshot = NULL;
  const MarchFinding       *finding;
  g_autofree char *holders = describe_expected (cell, "holders", describe_expected_hold, !shipped);
  g_autofree char *claimants =
      describe_expected (cell, "claimants", describe_expected_own, !shipped);
  g_autofree char *holds = NULL;
  g_autofree char *owns = NULL;

  read_perspective (corpus, get_text (cell, "according_to"), &question);
  snapshot = march_snapshot_new (corpus, &question);
  finding = march_snapshot_get_finding (snapshot, place);
  holds = describe_holds (finding, !shipped);
  owns = describe_owns (finding, !shipped);
  expect (cell, "holders", holds, holders);
  expect (cell, "claimants", owns, claimants);
  if (shipped)
    check_shipped_cell (cell, finding);
  else
    check_velmark_cell (cell, finding);
}

static void
check_table (const char *folder, const char *table, guint n_cells, gboolean shipped)
{
  g_autofree char        *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), table, NULL);
  g_autoptr (JsonParser)  parser = json_parser_new ();
  g_autoptr (MarchCorpus) corpus = compiled_corpus_new (folder);
  JsonArray              *cells;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  cells =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cells");
  g_assert_cmpuint (json_array_get_length (cells), >=, n_cells);
  for (guint i = 0; i < json_array_get_length (cells); i++)
    check_cell (corpus, json_array_get_object_element (cells, i), shipped);
}

static void
test_velmark (void)
{
  check_table (VELMARK, "tests/data/velmark/golden-as-of.json", 60, FALSE);
}

static void
test_shipped (void)
{
  check_table (SHIPPED, "tests/data/golden-ukraine.json", 144, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asof/golden/velmark", test_velmark);
  g_test_add_func ("/asof/golden/shipped", test_shipped);
  return g_test_run ();
}
