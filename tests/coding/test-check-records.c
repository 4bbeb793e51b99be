/* test-check-records.c — what is said of actors and proposals that are wrong */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"

static void
test_actor (CodingFixture *fixture, gconstpointer data)
{
  MarchActorDraft *draft = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_STATE, "Velmark", "en"));

  coding_expect (fixture, draft->id, "names", MARCH_PROBLEM_WARNING);
  draft->palette = 2;
  coding_expect (fixture, draft->id, "palette", MARCH_PROBLEM_WARNING);
  draft->palette = 13;
  coding_expect (fixture, draft->id, "palette", MARCH_PROBLEM_ERROR);
  march_actor_draft_add_office (draft, FIXTURE_OSTREN, "envoy", "2030/..");
  coding_expect_nothing (fixture, draft->id, "offices");
  march_actor_draft_add_office (draft, draft->id, "envoy", "2030/..");
  coding_expect (fixture, draft->id, "offices", MARCH_PROBLEM_ERROR);
  march_actor_draft_add_office (draft, 0, "envoy", "2030/..");
  march_actor_draft_add_name (draft, "", "en", FALSE);
  coding_expect (fixture, draft->id, "names", MARCH_PROBLEM_ERROR);
}

static void
test_proposal (CodingFixture *fixture, gconstpointer data)
{
  MarchProposalDraft *draft =
      march_coding_add_proposal (fixture->coding, march_proposal_draft_new (""));

  coding_expect (fixture, draft->id, "title", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&draft->dated, "2031/2030");
  coding_expect (fixture, draft->id, "dated", MARCH_PROBLEM_ERROR);
  draft->proposer = 4711;
  coding_expect (fixture, draft->id, "proposer", MARCH_PROBLEM_ERROR);
  coding_expect_nothing (fixture, draft->id, "places");
  march_proposal_draft_add_place (draft, 0);
  coding_expect (fixture, draft->id, "places", MARCH_PROBLEM_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CODING_ADD ("/check/actor", NULL, test_actor);
  CODING_ADD ("/check/proposal", NULL, test_proposal);
  return g_test_run ();
}
