/* coding-fixture.c — drafts on the small dossier of Velmark */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"

#include "coding/march-coding-private.h"
#include "dossier/march-corpus-load.h"

static MarchCorpus *
load (CodingFixture *fixture)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  GError      *error = NULL;
  MarchCorpus *corpus = march_corpus_load (fixture->edit.database, warnings, &error);

  g_assert_no_error (error);
  return corpus;
}

/* Takes what the dossier holds now. */
void
coding_reload (CodingFixture *fixture)
{
  g_autoptr (MarchCorpus) corpus = load (fixture);

  march_coding_set_corpus (fixture->coding, corpus);
}

/* Begins another coding. */
void
coding_forget (CodingFixture *fixture)
{
  g_autoptr (MarchCorpus) corpus = load (fixture);

  march_coding_unref (fixture->coding);
  fixture->coding = march_coding_new (corpus);
}

void
coding_set_up (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchCorpus) corpus = NULL;

  edit_set_up (&fixture->edit, data);
  corpus = load (fixture);
  fixture->coding = march_coding_new (corpus);
}

void
coding_tear_down (CodingFixture *fixture, gconstpointer data)
{
  march_coding_unref (fixture->coding);
  edit_tear_down (&fixture->edit, data);
}

/* Writes the drafts as one edit; afterwards the records hang together. */
void
coding_write (CodingFixture *fixture)
{
  g_autofree char *label = march_coding_dup_label (fixture->coding);
  GError          *error = NULL;
  g_autoptr (MarchEdit)
      edit = march_edit_begin (fixture->edit.database, label, "Ilse", &error);
  g_autoptr (MarchCorpus) corpus = NULL;

  g_assert_no_error (error);
  march_coding_apply (edit, fixture->coding, &error);
  g_assert_no_error (error);
  march_edit_commit (edit, &error);
  g_assert_no_error (error);
  corpus = load (fixture);
}

/* A quotation of those code points of the fixture's text, said by its speaker. */
MarchQuotationDraft *
coding_quote (CodingFixture *fixture, guint first, guint beyond)
{
  MarchQuotationDraft *draft =
      march_coding_add_quotation (fixture->coding, march_quotation_draft_new (FIXTURE_SOURCE));
  GError *error = NULL;

  march_quotation_draft_add_span (draft, FIXTURE_TEXT, first, beyond, &error);
  g_assert_no_error (error);
  march_quotation_draft_set_actor (draft, MARCH_ROLE_SPEAKER, FIXTURE_SPEAKER);
  return draft;
}

void
coding_expect (CodingFixture    *fixture,
               gint64            draft,
               const char       *field,
               MarchProblemLevel level)
{
  g_autoptr (GPtrArray) problems = march_coding_check (fixture->coding);
  const MarchProblem   *problem = march_problems_find (problems, draft, field);

  g_assert_nonnull (problem);
  g_assert_cmpint (problem->level, ==, level);
  g_assert_true (g_str_has_suffix (problem->sentence, "."));
}

void
coding_expect_nothing (CodingFixture *fixture, gint64 draft, const char *field)
{
  g_autoptr (GPtrArray) problems = march_coding_check (fixture->coding);
  const MarchProblem   *problem = march_problems_find (problems, draft, field);

  g_assert_cmpstr (problem != NULL ? problem->sentence : NULL, ==, NULL);
}

/* An assertion with all that its kind needs, and a quotation that supports it. */
MarchAssertionDraft *
coding_assert (CodingFixture *fixture, MarchAssertionKind kind)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 44, 67);
  MarchAssertionDraft *draft =
      march_coding_add_assertion (fixture->coding, march_assertion_draft_new (kind));

  march_draft_set_text (&draft->title, "Talks go on");
  march_draft_set_text (&draft->quantity, "people who went");
  march_draft_set_text (&draft->valid, "2031-05-20");
  march_assertion_draft_set_place (draft, FIXTURE_TARVIA);
  draft->actor = FIXTURE_VELMARK;
  draft->low = 12;
  march_coding_add_evidence (fixture->coding, quotation->id, draft->id, MARCH_STANCE_SUPPORTS);
  return draft;
}
