/* test-check-quotation.c — what is said of quotations that are wrong, and of what they support */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coding-fixture.h"

static void
not_mark (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_span (draft, 0);
}

static void
mark_again (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_span (draft, 0);
  g_assert_true (march_quotation_draft_add_span (draft, FIXTURE_TEXT, 18, 32, NULL));
}

static void
say_later (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->said, "2032-01");
}

static void
say_badly (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->said, "31 February 2031");
}

static void
leave_language (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->language, "");
}

static void
name_translator (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->translator, "Ilse");
}

static void
unchain (MarchQuotationDraft *draft)
{
  march_quotation_draft_remove_link (draft, 0);
}

static void
lose_link (MarchQuotationDraft *draft)
{
  march_quotation_draft_add_relay (draft, 4711);
}

static void
empty_link (MarchQuotationDraft *draft)
{
  march_quotation_draft_add_relay (draft, 0);
}

static void
misprint (MarchQuotationDraft *draft)
{
  march_draft_set_text (&draft->sic, "Troops\nTropos");
}

static void
lose_source (MarchQuotationDraft *draft)
{
  draft->source = 4711;
}

static void
grade (MarchQuotationDraft *draft)
{
  draft->credibility = 7;
}

static const struct
{
  const char       *name;
  void (*spoil) (MarchQuotationDraft *draft);
  const char       *field;
  MarchProblemLevel level;
} quotations[] = {
  { "nothing-marked", not_mark, "spans", MARCH_PROBLEM_ERROR },
  { "marked-again", mark_again, "spans", MARCH_PROBLEM_WARNING },
  { "said-later", say_later, "said", MARCH_PROBLEM_WARNING },
  { "said-badly", say_badly, "said", MARCH_PROBLEM_ERROR },
  { "no-language", leave_language, "language", MARCH_PROBLEM_ERROR },
  { "translator", name_translator, "translation", MARCH_PROBLEM_WARNING },
  { "no-speaker", unchain, "chain", MARCH_PROBLEM_WARNING },
  { "lost-link", lose_link, "chain", MARCH_PROBLEM_ERROR },
  { "empty-link", empty_link, "chain", MARCH_PROBLEM_ERROR },
  { "misprint", misprint, "sic", MARCH_PROBLEM_WARNING },
  { "lost-source", lose_source, "source", MARCH_PROBLEM_ERROR },
  { "grade", grade, "credibility", MARCH_PROBLEM_ERROR },
};

static void
test_quotation (CodingFixture *fixture, gconstpointer data)
{
  const gsize          i = GPOINTER_TO_SIZE (data);
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  coding_expect_nothing (fixture, draft->id, quotations[i].field);
  quotations[i].spoil (draft);
  coding_expect (fixture, draft->id, quotations[i].field, quotations[i].level);
}

/* "Yesterday" is the day before the source was published, not before today. */
static void
test_said (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  march_draft_set_text (&draft->said, "yesterday");
  coding_expect_nothing (fixture, draft->id, "said");
  coding_write (fixture);
  edit_expect (&fixture->edit, "SELECT count (*) FROM quotation WHERE said_edtf = '2031-05-14~'",
               1);
}

static void
test_said_undated (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->edit.database, "Undate", "Ilse", NULL);

  g_assert_true (edit_update_text (edit, "source", FIXTURE_SOURCE, "published_edtf", ""));
  g_assert_true (march_edit_commit (edit, NULL));
  coding_reload (fixture);
  march_draft_set_text (&draft->said, "yesterday");
  coding_expect (fixture, draft->id, "said", MARCH_PROBLEM_ERROR);
  march_draft_set_text (&draft->said, "14 May 2031");
  coding_expect_nothing (fixture, draft->id, "said");
}

static void
test_evidence (CodingFixture *fixture, gconstpointer data)
{
  MarchEvidenceDraft *again = march_coding_add_evidence (
      fixture->coding, FIXTURE_QUOTATION, FIXTURE_CLAIM, MARCH_STANCE_DISPUTES);
  MarchQuotationDraft *draft = coding_quote (fixture, 44, 67);

  coding_expect (fixture, FIXTURE_QUOTATION, "evidence", MARCH_PROBLEM_ERROR);
  again->existing = TRUE;
  coding_expect_nothing (fixture, FIXTURE_QUOTATION, "evidence");
  coding_expect (fixture, draft->id, "", MARCH_PROBLEM_WARNING);
  march_coding_add_evidence (fixture->coding, draft->id, 4711, MARCH_STANCE_SUPPORTS);
  coding_expect (fixture, draft->id, "evidence", MARCH_PROBLEM_ERROR);
  coding_expect_nothing (fixture, draft->id, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (quotations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/quotation/%s", quotations[i].name);

      CODING_ADD (path, GSIZE_TO_POINTER (i), test_quotation);
    }
  CODING_ADD ("/check/said", NULL, test_said);
  CODING_ADD ("/check/said-undated", NULL, test_said_undated);
  CODING_ADD ("/check/evidence", NULL, test_evidence);
  return g_test_run ();
}
