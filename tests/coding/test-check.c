/* test-check.c — what is said of assertions that are wrong, or not whole yet */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "coding-fixture.h"

static void
test_whole (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  coding_assert (fixture, GPOINTER_TO_UINT (data));
  problems = march_coding_check (fixture->coding);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((MarchProblem *) problems->pdata[i])->sentence);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
end_before_begin (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "2031-05-20/2031-05-02");
}

static void
date_badly (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "the other day");
}

static void
not_date (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "");
}

static void
leave_place (MarchAssertionDraft *draft)
{
  march_assertion_draft_set_place (draft, 0);
}

static void
lose_place (MarchAssertionDraft *draft)
{
  march_assertion_draft_set_place (draft, 4711);
}

static void
leave_actor (MarchAssertionDraft *draft)
{
  draft->actor = 0;
}

static void
lose_according (MarchAssertionDraft *draft)
{
  draft->according = 4711;
}

static void
leave_title (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->title, " \u00a0");
}

static void
conclude (MarchAssertionDraft *draft)
{
  draft->origin = MARCH_ORIGIN_CONCLUDED;
}

static void
prefer (MarchAssertionDraft *draft)
{
  draft->rank = MARCH_RANK_PREFERRED;
}

static void
turn_bounds (MarchAssertionDraft *draft)
{
  draft->high = 3;
}

static void
leave_number (MarchAssertionDraft *draft)
{
  draft->low = NAN;
}

static void
exceed (MarchAssertionDraft *draft)
{
  draft->low = INFINITY;
}

static void
exceed_at_most (MarchAssertionDraft *draft)
{
  draft->high = INFINITY;
}

static void
leave_quantity (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->quantity, "");
}

static void
name_nobody (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_participant (draft, 0, MARCH_PARTICIPANT_HEAD, 0);
}

static void
name_twice (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_participant (draft, FIXTURE_SPEAKER, MARCH_PARTICIPANT_HEAD, 0);
  march_assertion_draft_add_participant (draft, FIXTURE_SPEAKER, MARCH_PARTICIPANT_HEAD,
                                         FIXTURE_VELMARK);
}

static void
draw_for_two (MarchAssertionDraft *draft)
{
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  march_assertion_draft_add_area (draft, "2031", square);
  march_assertion_draft_add_place (draft, FIXTURE_OSTREN_LAND);
}

static void
draw_undated (MarchAssertionDraft *draft)
{
  g_autoptr (MarchGeometry) square = fixture_square (12, 1, 1);

  march_assertion_draft_add_area (draft, "", square);
}

static void
lose_version (MarchAssertionDraft *draft)
{
  draft->supersedes = 4711;
}

static void
repeat_control (MarchAssertionDraft *draft)
{
  march_draft_set_text (&draft->valid, "2031-05-15");
  draft->extent = MARCH_EXTENT_PART;
}

static void
tag_nothing (MarchAssertionDraft *draft)
{
  march_assertion_draft_add_tag (draft, " ");
}

static const struct
{
  const char        *name;
  MarchAssertionKind kind;
  void (*spoil) (MarchAssertionDraft *draft);
  const char        *field;
  MarchProblemLevel  level;
} assertions[] = {
  { "ends-before-it-begins", MARCH_KIND_CONTROL, end_before_begin, "valid", MARCH_PROBLEM_ERROR },
  { "bad-date", MARCH_KIND_CLAIM, date_badly, "valid", MARCH_PROBLEM_ERROR },
  { "no-date", MARCH_KIND_CONTROL, not_date, "valid", MARCH_PROBLEM_WARNING },
  { "no-place", MARCH_KIND_CONTROL, leave_place, "places", MARCH_PROBLEM_ERROR },
  { "lost-place", MARCH_KIND_THESIS, lose_place, "places", MARCH_PROBLEM_ERROR },
  { "no-holder", MARCH_KIND_CONTROL, leave_actor, "actor", MARCH_PROBLEM_ERROR },
  { "no-claimant", MARCH_KIND_CLAIM, leave_actor, "actor", MARCH_PROBLEM_ERROR },
  { "lost-according", MARCH_KIND_EVENT, lose_according, "according", MARCH_PROBLEM_ERROR },
  { "no-title", MARCH_KIND_THESIS, leave_title, "title", MARCH_PROBLEM_ERROR },
  { "no-reasoning", MARCH_KIND_CONTROL, conclude, "reasoning", MARCH_PROBLEM_ERROR },
  { "no-rank-reason", MARCH_KIND_CLAIM, prefer, "rank_reason", MARCH_PROBLEM_ERROR },
  { "bounds", MARCH_KIND_FIGURE, turn_bounds, "high", MARCH_PROBLEM_ERROR },
  { "no-number", MARCH_KIND_FIGURE, leave_number, "low", MARCH_PROBLEM_ERROR },
  { "infinite", MARCH_KIND_FIGURE, exceed, "low", MARCH_PROBLEM_ERROR },
  { "infinite-at-most", MARCH_KIND_FIGURE, exceed_at_most, "high", MARCH_PROBLEM_ERROR },
  { "no-quantity", MARCH_KIND_FIGURE, leave_quantity, "quantity", MARCH_PROBLEM_ERROR },
  { "no-participant", MARCH_KIND_EVENT, name_nobody, "participants", MARCH_PROBLEM_ERROR },
  { "same-participant", MARCH_KIND_EVENT, name_twice, "participants", MARCH_PROBLEM_ERROR },
  { "area-of-two", MARCH_KIND_CONTROL, draw_for_two, "areas", MARCH_PROBLEM_ERROR },
  { "area-undated", MARCH_KIND_CONTROL, draw_undated, "areas", MARCH_PROBLEM_ERROR },
  { "lost-version", MARCH_KIND_THESIS, lose_version, "", MARCH_PROBLEM_ERROR },
  { "repeated", MARCH_KIND_CONTROL, repeat_control, "places", MARCH_PROBLEM_WARNING },
  { "empty-tag", MARCH_KIND_VALUE, tag_nothing, "tags", MARCH_PROBLEM_ERROR },
};

static void
test_assertion (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchAssertionDraft *draft = coding_assert (fixture, assertions[i].kind);

  coding_expect_nothing (fixture, draft->id, assertions[i].field);
  assertions[i].spoil (draft);
  coding_expect (fixture, draft->id, assertions[i].field, assertions[i].level);
}

/* Kept as a draft: a warning that stands in nobody's way. */
static void
test_no_evidence (CodingFixture *fixture, gconstpointer data)
{
  MarchAssertionDraft *draft = coding_assert (fixture, MARCH_KIND_CONTROL);
  MarchEvidenceDraft  *evidence = march_coding_get_evidence (fixture->coding)->pdata[0];

  evidence->stance = MARCH_STANCE_DISPUTES;
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  march_coding_remove_evidence (fixture->coding, evidence);
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  coding_write (fixture);
  edit_expect (&fixture->edit, "SELECT count (*) FROM assertion WHERE kind = 'control'", 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = MARCH_KIND_CONTROL; kind <= MARCH_KIND_THESIS; kind++)
    {
      g_autofree char *path = g_strdup_printf (
          "/check/whole/%s", march_vocabulary_get_nick (MARCH_VOCABULARY_ASSERTION_KIND, kind));

      CODING_ADD (path, GUINT_TO_POINTER (kind), test_whole);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (assertions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/assertion/%s", assertions[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_assertion);
    }
  CODING_ADD ("/check/no-evidence", NULL, test_no_evidence);
  return g_test_run ();
}
