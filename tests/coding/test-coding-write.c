/* test-coding-write.c — codings written into a dossier that is open, at once and on a thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "base/march-error.h"
#include "coding/march-coding.h"

static MarchCoding *
begin (MarchDossier *dossier)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);

  return march_coding_new (corpus);
}

static MarchAssertionDraft *
draft_control (MarchCoding *coding)
{
  MarchAssertionDraft *control =
      march_coding_add_assertion (coding, march_assertion_draft_new (MARCH_KIND_CONTROL));
  MarchActorDraft *holder = march_coding_add_actor (
      coding, march_actor_draft_new (MARCH_ACTOR_GROUP, "The Lake Guard", "en"));

  march_assertion_draft_set_place (control, FIXTURE_TARVIA);
  control->actor = holder->id;
  march_draft_set_text (&control->valid, "2031-05-20");
  march_coding_add_evidence (coding, FIXTURE_QUOTATION, control->id, MARCH_STANCE_SUPPORTS);
  return control;
}

static const MarchAssertion *
find (MarchDossier *dossier, gint64 id)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);

  return march_corpus_get_assertion (corpus, id);
}

static void
assert_text (MarchDossier *dossier, const char *property, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (dossier, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* What is coded is there under the ids that the drafts had, and one undo takes it all back. */
static void
test_write (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCoding) coding = begin (dossier);
  MarchAssertionDraft *control = draft_control (coding);
  GError              *error = NULL;

  march_coding_write (coding, dossier, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find (dossier, control->id)->actor->id, ==, control->actor);
  g_assert_cmpuint (find (dossier, control->id)->evidence->len, ==, 1);
  assert_text (dossier, "undo-label", "Add a control");
  march_dossier_undo (dossier, &error);
  g_assert_no_error (error);
  g_assert_null (find (dossier, control->id));
  assert_text (dossier, "undo-label", NULL);
  assert_text (dossier, "redo-label", "Add a control");
  march_dossier_close (dossier);
}

static void
test_write_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCoding) coding = begin (dossier);
  const gint64    id = draft_control (coding)->id;
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish };

  march_coding_write_async (coding, dossier, document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
  g_assert_nonnull (find (dossier, id));
  march_dossier_close (dossier);
}

/* What has an error stays a draft. */
static void
test_refused (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCoding) coding = begin (dossier), empty = begin (dossier);
  MarchAssertionDraft *control = draft_control (coding);
  DocumentOutcome      outcome = { .finish = march_dossier_edit_finish };
  g_autoptr (GError) error = NULL, none = NULL;

  march_draft_set_text (&control->valid, "2031-05-20/2031-05-02");
  g_assert_false (march_coding_write (coding, dossier, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_cmpstr (control->valid, ==, "2031-05-20/2031-05-02");
  march_coding_write_async (coding, dossier, document_done_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (outcome.error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&outcome.error);
  g_assert_false (march_coding_write (empty, dossier, &none));
  g_assert_error (none, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (march_dossier_get_modified (dossier));
  march_dossier_close (dossier);
}

/* Drafts that were made before another edit are checked against what that has left. */
static void
test_stale (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCoding) first = begin (dossier), second = begin (dossier);
  const MarchAssertion *claim = find (dossier, FIXTURE_CLAIM);
  GError *error = NULL;

  march_coding_add_assertion (first, march_assertion_draft_new_from (claim));
  march_coding_add_assertion (second, march_assertion_draft_new_from (claim));
  march_coding_write (first, dossier, &error);
  g_assert_no_error (error);
  g_assert_false (march_coding_write (second, dossier, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  march_dossier_close (dossier);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/coding/write", NULL, test_write);
  DOCUMENT_ADD ("/coding/write-async", NULL, test_write_async);
  DOCUMENT_ADD ("/coding/refused", NULL, test_refused);
  DOCUMENT_ADD ("/coding/stale", NULL, test_stale);
  return document_run ();
}
