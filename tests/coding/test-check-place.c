/* test-check-place.c — what is said of places that are wrong, and of crossed outlines */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"

static void
share_code (MarchPlaceDraft *draft)
{
  march_draft_set_text (&draft->code, "OS-01");
}

static void
share_code_nearly (MarchPlaceDraft *draft)
{
  march_draft_set_text (&draft->code, "os-01 ");
}

static void
be_namesake (MarchPlaceDraft *draft)
{
  march_place_draft_add_name (draft, "tarvia ", "en", MARCH_NAME_VARIANT);
}

static void
leave_names (MarchPlaceDraft *draft)
{
  g_ptr_array_set_size (draft->names, 0);
}

static void
name_badly (MarchPlaceDraft *draft)
{
  march_place_draft_add_name (draft, "Korrin", "English", MARCH_NAME_VARIANT);
  march_place_draft_add_name (draft, "Korrin", "e", MARCH_NAME_VARIANT);
}

static void
name_mainly_twice (MarchPlaceDraft *draft)
{
  march_place_draft_add_name (draft, "Korrin Town", "en", MARCH_NAME_MAIN);
}

static void
be_own_part (MarchPlaceDraft *draft)
{
  march_place_draft_add_parent (draft, draft->id, MARCH_LINK_COMPOSITE);
}

static void
be_part_twice (MarchPlaceDraft *draft)
{
  march_place_draft_add_parent (draft, FIXTURE_TARVIA, MARCH_LINK_COMPOSITE);
  march_place_draft_add_parent (draft, FIXTURE_TARVIA, MARCH_LINK_RECOGNISED);
}

static void
leave_earth (MarchPlaceDraft *draft)
{
  march_place_draft_set_point (draft, 12, 91);
}

static void
be_line (MarchPlaceDraft *draft)
{
  const double    points[] = { 1, 1, 2, 2 };
  const MarchPart part = { points, 2, 0, FALSE };
  g_autoptr (MarchGeometry) line = march_geometry_new (MARCH_GEOMETRY_LINE, &part, 1);

  march_place_draft_set_geometry (draft, line);
}

/* A bow tie: two corners of a square in the wrong order. */
static MarchGeometry *
draw_crossed (void)
{
  const double    points[] = { 1, 1, 2, 2, 2, 1, 1, 2, 1, 1 };
  const MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static void
cross (MarchPlaceDraft *draft)
{
  g_autoptr (MarchGeometry) crossed = draw_crossed ();

  march_place_draft_set_geometry (draft, crossed);
}

static void
enclose_nothing (MarchPlaceDraft *draft)
{
  const double    points[] = { 1, 1, 2, 2, 1, 1, 1, 1 };
  const MarchPart part = { points, 4, 0, FALSE };
  g_autoptr (MarchGeometry) empty = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);

  march_place_draft_set_geometry (draft, empty);
}

static void
describe (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_DESCRIPTION;
  march_place_draft_set_point (draft, 12, 1);
}

static void
be_state (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_STATE;
}

static void
be_unit (MarchPlaceDraft *draft)
{
  draft->kind = MARCH_PLACE_UNIT;
}

static const struct
{
  const char       *name;
  void (*spoil) (MarchPlaceDraft *draft);
  const char       *field;
  MarchProblemLevel level;
} places[] = {
  { "one-code", share_code, "code", MARCH_PROBLEM_ERROR },
  { "nearly-one-code", share_code_nearly, "code", MARCH_PROBLEM_ERROR },
  { "namesake", be_namesake, "names", MARCH_PROBLEM_WARNING },
  { "no-name", leave_names, "names", MARCH_PROBLEM_ERROR },
  { "bad-language", name_badly, "names", MARCH_PROBLEM_ERROR },
  { "two-main-names", name_mainly_twice, "names", MARCH_PROBLEM_WARNING },
  { "own-part", be_own_part, "parents", MARCH_PROBLEM_ERROR },
  { "part-twice", be_part_twice, "parents", MARCH_PROBLEM_ERROR },
  { "off-earth", leave_earth, "geometry", MARCH_PROBLEM_ERROR },
  { "crossed", cross, "geometry", MARCH_PROBLEM_WARNING },
  { "empty", enclose_nothing, "geometry", MARCH_PROBLEM_ERROR },
  { "line", be_line, "geometry", MARCH_PROBLEM_ERROR },
  { "description", describe, "geometry", MARCH_PROBLEM_WARNING },
  { "state", be_state, "state", MARCH_PROBLEM_WARNING },
  { "unit", be_unit, "parents", MARCH_PROBLEM_WARNING },
};

static void
test_place (CodingFixture *fixture, gconstpointer data)
{
  const gsize      i = GPOINTER_TO_SIZE (data);
  MarchPlaceDraft *draft = march_coding_add_place (
      fixture->coding, march_place_draft_new (MARCH_PLACE_SETTLEMENT, "Korrin", "en"));

  coding_expect_nothing (fixture, draft->id, places[i].field);
  places[i].spoil (draft);
  coding_expect (fixture, draft->id, places[i].field, places[i].level);
}

/* What is recorded of an outline that crosses itself is its land, in two parts. */
static void
test_mended (CodingFixture *fixture, gconstpointer data)
{
  MarchPlaceDraft *draft = march_coding_add_place (
      fixture->coding, march_place_draft_new (MARCH_PLACE_SITE, "Korrin", "en"));
  MarchAssertionDraft *control = coding_assert (fixture, MARCH_KIND_CONTROL);
  g_autoptr (MarchGeometry) crossed = draw_crossed ();
  const MarchPlace     *place;
  const MarchAssertion *written;

  march_place_draft_set_geometry (draft, crossed);
  march_assertion_draft_add_area (control, "2031", crossed);
  coding_expect (fixture, control->id, "areas", MARCH_PROBLEM_WARNING);
  coding_write (fixture);
  coding_reload (fixture);
  place = march_corpus_get_place (march_coding_get_corpus (fixture->coding), draft->id);
  g_assert_cmpuint (march_geometry_get_n_parts (place->geometry), ==, 2);
  written = march_corpus_get_assertion (march_coding_get_corpus (fixture->coding), control->id);
  g_assert_cmpuint (
      march_geometry_get_n_parts (((MarchControlArea *) written->areas->pdata[0])->geometry), ==,
      2);
}

/* A circle through several places, of which some are records; and a code that changes hands. */
static void
test_places_together (CodingFixture *fixture, gconstpointer data)
{
  const MarchPlace *ostren =
      march_corpus_get_place (march_coding_get_corpus (fixture->coding), FIXTURE_OSTREN_LAND);
  const MarchPlace *tarvia =
      march_corpus_get_place (march_coding_get_corpus (fixture->coding), FIXTURE_TARVIA);
  MarchPlaceDraft *first =
      march_coding_add_place (fixture->coding, march_place_draft_new_from (ostren));
  MarchPlaceDraft *second =
      march_coding_add_place (fixture->coding, march_place_draft_new_from (tarvia));

  march_place_draft_add_parent (first, FIXTURE_TARVIA, MARCH_LINK_COMPOSITE);
  coding_expect (fixture, first->id, "parents", MARCH_PROBLEM_ERROR);
  g_ptr_array_set_size (second->parents, 0);
  coding_expect_nothing (fixture, first->id, "parents");

  march_draft_set_text (&first->code, "OS-01");
  coding_expect (fixture, first->id, "code", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&second->code, "OS-11");
  coding_expect_nothing (fixture, first->id, "code");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/place/%s", places[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_place);
    }
  CODING_ADD ("/check/mended", NULL, test_mended);
  CODING_ADD ("/check/places-together", NULL, test_places_together);
  return g_test_run ();
}
