/* test-check-claim.c — whether who says that land is theirs makes a claim */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"

/* Who says it, and whether that makes a claim. */
static const struct
{
  gint64      speaker; /* 0: a new one, of the kind and with the office below */
  int         kind;
  gint64      body;
  gboolean    policy;
  const char *valid;
  gint64      claimant;
  gboolean    aspiration;
} claims[] = {
  { FIXTURE_SPEAKER, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_VELMARK, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_OSTREN, 0, 0, FALSE, NULL, FIXTURE_VELMARK, FALSE },
  { FIXTURE_SPEAKER, 0, 0, FALSE, NULL, FIXTURE_SPEAKER, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, FALSE, "2030/..", FIXTURE_VELMARK, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, TRUE, "2030/..", FIXTURE_VELMARK, FALSE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_VELMARK, TRUE, "2028/2029", FIXTURE_VELMARK, TRUE },
  { 0, MARCH_ACTOR_PERSON, FIXTURE_OSTREN, FALSE, "2030/..", FIXTURE_VELMARK, FALSE },
  { 0, MARCH_ACTOR_ORGAN, FIXTURE_VELMARK, FALSE, "/", FIXTURE_VELMARK, TRUE },
};

static void
test_claim (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchAssertionDraft *draft = coding_assert (fixture, MARCH_KIND_CLAIM);
  MarchQuotationDraft *quotation = march_coding_get_quotations (fixture->coding)->pdata[0];
  gint64               speaker = claims[i].speaker;
  g_autofree char     *sql = NULL;

  if (speaker == 0)
    {
      MarchActorDraft *actor = march_coding_add_actor (
          fixture->coding, march_actor_draft_new (claims[i].kind, "Aren Tolde", "en"));

      march_actor_draft_add_office (actor, claims[i].body, "aide", claims[i].valid)
          ->states_policy = claims[i].policy;
      speaker = actor->id;
    }
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, speaker);
  draft->actor = claims[i].claimant;
  draft->basis = MARCH_CLAIM_DEMAND;
  if (claims[i].aspiration)
    coding_expect (fixture, draft->id, "basis", MARCH_PROBLEM_WARNING);
  else
    coding_expect_nothing (fixture, draft->id, "basis");
  coding_write (fixture);
  sql = g_strdup_printf ("SELECT basis = '%s' FROM assertion WHERE id = %" G_GINT64_FORMAT,
                         claims[i].aspiration ? "aspiration" : "demand", draft->id);
  edit_expect (&fixture->edit, sql, 1);
}

/* Of a report, it counts whom it is about. */
static void
test_reported_claim (CodingFixture *fixture, gconstpointer data)
{
  MarchAssertionDraft *draft = coding_assert (fixture, MARCH_KIND_CLAIM);
  MarchQuotationDraft *quotation = march_coding_get_quotations (fixture->coding)->pdata[0];
  MarchActorDraft     *aide = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Aren Tolde", "en"));
  MarchActorDraft *author = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Ilse Kremer", "en"));

  march_actor_draft_add_office (aide, FIXTURE_VELMARK, "aide", "/");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, 0);
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_AUTHOR, author->id);
  coding_expect_nothing (fixture, draft->id, "basis");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SUBJECT, aide->id);
  coding_expect (fixture, draft->id, "basis", MARCH_PROBLEM_WARNING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/claim/%zu", i);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_claim);
    }
  CODING_ADD ("/check/reported-claim", NULL, test_reported_claim);
  return g_test_run ();
}
