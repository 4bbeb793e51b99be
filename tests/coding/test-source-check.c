/* test-source-check.c — what is wrong with a source's draft, and whether the dossier has it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "coding-fixture.h"
#include "base/march-newest.h"
#include "coding/march-source-twin.h"
#include "dossier/march-dossier-texts.h"

static const struct
{
  gsize       member; /* which text is typed */
  const char *typed;
  const char *field;
  int         level; /* -1: nothing is wrong */
} cases[] = {
  { G_STRUCT_OFFSET (MarchSourceDraft, title), " \n", "title", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, title), "A talk", "title", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "", "published", MARCH_PROBLEM_WARNING },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "15 May 2021", "published", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "2021-05~", "published", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "31 February 2021", "published",
    MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "soon", "published", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, published), "2931", "published", MARCH_PROBLEM_WARNING },
  { G_STRUCT_OFFSET (MarchSourceDraft, accessed), "noon", "accessed", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, accessed), "2019-01-01", "accessed", MARCH_PROBLEM_WARNING },
  { G_STRUCT_OFFSET (MarchSourceDraft, accessed), "2021-01-01", "accessed", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, url), "herald.example", "url", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, url), "https://herald.example/a", "url", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, url),
    "https://web.archive.org/web/2021/https://herald.example/a", "url", MARCH_PROBLEM_WARNING },
  { G_STRUCT_OFFSET (MarchSourceDraft, archived), "a copy", "archived", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, doi), "doi:10.5555/1", "doi", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, doi), "11.5555/1", "doi", MARCH_PROBLEM_ERROR },
  { G_STRUCT_OFFSET (MarchSourceDraft, language), "uk-Latn", "language", -1 },
  { G_STRUCT_OFFSET (MarchSourceDraft, language), "Ukrainian, mostly", "language",
    MARCH_PROBLEM_ERROR },
};

static MarchSourceDraft *
draft_good (void)
{
  MarchSourceDraft *draft = march_source_draft_new ();

  march_draft_set_text (&draft->title, "The Quiet Partition");
  march_draft_set_text (&draft->published, "2020");
  march_draft_set_text (&draft->grade_reason, "She was there.");
  draft->grade = 'B';
  return draft;
}

static void
assert_level (CodingFixture *fixture, const MarchSourceDraft *draft, const char *field, int level)
{
  g_autoptr (GPtrArray)
      problems = march_source_draft_check (draft, march_coding_get_corpus (fixture->coding));
  const MarchProblem *problem = march_problems_find (problems, draft->id, field);

  g_assert_cmpint (problem != NULL ? (int) problem->level : -1, ==, level);
  g_assert_true (problem == NULL || g_str_has_suffix (problem->sentence, ".")
                 || strstr (problem->sentence, "https://") != NULL);
}

static void
test_members (CodingFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarchSourceDraft) draft = draft_good ();

      march_draft_set_text (G_STRUCT_MEMBER_P (draft, cases[i].member), cases[i].typed);
      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      assert_level (fixture, draft, cases[i].field, cases[i].level);
    }
}

static void
test_grade (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = draft_good ();

  assert_level (fixture, draft, "grade", -1);
  march_draft_set_text (&draft->grade_reason, "");
  assert_level (fixture, draft, "grade_reason", MARCH_PROBLEM_ERROR);
  draft->grade = 0;
  assert_level (fixture, draft, "grade_reason", -1);
  assert_level (fixture, draft, "grade", MARCH_PROBLEM_WARNING);
}

static void
test_links (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = draft_good ();
  MarchSourceLinkDraft *link = march_source_draft_add_link (draft, FIXTURE_SOURCE, TRUE, "");

  assert_level (fixture, draft, "links", MARCH_PROBLEM_ERROR);
  link->independent = FALSE;
  assert_level (fixture, draft, "links", -1);
  march_source_draft_add_link (draft, FIXTURE_SOURCE, FALSE, "");
  assert_level (fixture, draft, "links", MARCH_PROBLEM_ERROR);
  march_source_draft_remove_link (draft, link);
  assert_level (fixture, draft, "links", -1);
  march_source_draft_add_link (draft, 0, FALSE, "");
  assert_level (fixture, draft, "links", MARCH_PROBLEM_ERROR);
}

static void
assert_twin (CodingFixture          *fixture,
             const MarchSourceDraft *draft,
             gint64                  id,
             MarchTwinReason         expected)
{
  MarchTwinReason    reason = MARCH_TWIN_TEXT;
  const MarchSource *twin = march_source_twin_find (draft,
                                                    march_coding_get_corpus (fixture->coding), NULL,
                                                    &reason);

  g_assert_cmpint (twin != NULL ? twin->id : 0, ==, id);
  g_assert_cmpint (reason, ==, expected);
}

/* Puts addresses and a DOI into the fixture's source. */
static void
identify (CodingFixture *fixture)
{
  g_autoptr (MarchEdit) edit = march_edit_begin (fixture->edit.database, "Identify", "Ilse", NULL);

  g_assert_true (edit_update_text (edit, "source", FIXTURE_SOURCE, "csl",
                                   "{\"DOI\":\"10.5555/Herald.12\","
                                   "\"URL\":\"https://www.herald.example/a?utm_source=x\","
                                   "\"archive_location\":\"https://archive.example/1\"}"));
  g_assert_true (march_edit_attach_text (edit, FIXTURE_SOURCE, FIXTURE_TEXT, NULL, FALSE, NULL));
  g_assert_true (march_edit_commit (edit, NULL));
  coding_forget (fixture);
}

static void
test_twins (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = draft_good ();

  identify (fixture);
  assert_twin (fixture, draft, 0, MARCH_TWIN_NONE);
  march_draft_set_text (&draft->url, "http://herald.example/a/");
  assert_twin (fixture, draft, FIXTURE_SOURCE, MARCH_TWIN_ADDRESS);
  /* It is not asked for after every key. */
  assert_level (fixture, draft, "", -1);
  march_draft_set_text (&draft->url, "http://herald.example/ab");
  assert_twin (fixture, draft, 0, MARCH_TWIN_NONE);
  march_draft_set_text (&draft->archived, "https://archive.example/1");
  assert_twin (fixture, draft, FIXTURE_SOURCE, MARCH_TWIN_ADDRESS);
  march_draft_set_text (&draft->archived, "");
  march_draft_set_text (&draft->doi, "doi:10.5555/HERALD.12");
  assert_twin (fixture, draft, FIXTURE_SOURCE, MARCH_TWIN_DOI);
  march_draft_set_text (&draft->doi, "10.5555/herald.1");
  assert_twin (fixture, draft, 0, MARCH_TWIN_NONE);
  draft->text = g_strdup (FIXTURE_TEXT);
  assert_twin (fixture, draft, FIXTURE_SOURCE, MARCH_TWIN_TEXT);
  draft->id = FIXTURE_SOURCE;
  assert_twin (fixture, draft, 0, MARCH_TWIN_NONE);
}

/* Answers in the order in which they came. */
typedef struct
{
  GCancellable *newest;
  guint         n_done;
  guint         n_wanted;
  gint64        twin;
  char         *sentence;
} Answers;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers         *answers = g_object_get_data (source, "answers");
  g_autofree char *sentence = NULL;
  const gint64     twin = march_source_twin_finish (result, &sentence);

  answers->n_done++;
  if (!march_newest_end (&answers->newest, result))
    return;
  answers->n_wanted++;
  answers->twin = twin;
  g_free (answers->sentence);
  answers->sentence = g_steal_pointer (&sentence);
}

static void
await (Answers *answers, guint n_done)
{
  while (answers->n_done < n_done)
    g_main_context_iteration (NULL, TRUE);
}

/* Another thread looks, at the draft as it was, and only the newest answer counts. */
static void
test_seek (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = draft_good ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Answers      answers = { NULL };
  MarchCorpus *corpus = NULL;

  identify (fixture);
  corpus = march_coding_get_corpus (fixture->coding);
  g_object_set_data (owner, "answers", &answers);
  march_draft_set_text (&draft->doi, "10.5555/herald.12");
  march_source_twin_seek (&answers.newest, owner, draft, corpus, answer_cb);
  march_draft_set_text (&draft->doi, "");
  g_assert_cmpuint (answers.n_done, ==, 0);
  await (&answers, 1);
  g_assert_cmpint (answers.twin, ==, FIXTURE_SOURCE);
  g_assert_nonnull (strstr (answers.sentence, "DOI"));
  march_draft_set_text (&draft->url, "http://herald.example/a/");
  march_source_twin_seek (&answers.newest, owner, draft, corpus, answer_cb);
  march_draft_set_text (&draft->url, "");
  march_source_twin_seek (&answers.newest, owner, draft, corpus, answer_cb);
  await (&answers, 3);
  g_assert_cmpuint (answers.n_wanted, ==, 2);
  g_assert_cmpint (answers.twin, ==, 0);
  g_assert_null (answers.sentence);
}

/* What a document tells goes where nothing is typed. */
static void
test_facts (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();
  g_autoptr (MarchFacts) facts = march_facts_new ();

  march_facts_offer (&facts->title, "Told");
  march_facts_offer (&facts->publication, "The Herald");
  march_facts_add_author (facts, "Ana Orr");
  march_facts_add_author (facts, "Ivo Kest");
  march_facts_offer_url (facts, "https://web.archive.org/web/2021/https://herald.example/a");
  march_draft_set_text (&draft->title, "Typed");
  march_source_draft_take_facts (draft, facts);
  g_assert_cmpstr (draft->title, ==, "Typed");
  g_assert_cmpstr (draft->publication, ==, "The Herald");
  g_assert_cmpstr (draft->authors, ==, "Ana Orr\nIvo Kest");
  g_assert_cmpstr (draft->url, ==, "https://herald.example/a");
  g_assert_cmpstr (draft->archived, ==,
                   "https://web.archive.org/web/2021/https://herald.example/a");
  g_assert_cmpuint (facts->authors->len, ==, 2);
}

/* Another document's facts don't stay beside those of the next one; what was typed does. */
static void
test_other_facts (CodingFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();
  g_autoptr (MarchSourceDraft) offered = march_source_draft_new ();
  g_autoptr (MarchFacts) facts = march_facts_new ();

  march_facts_offer (&facts->title, "Told");
  march_facts_offer (&facts->publication, "The Herald");
  march_facts_offer (&facts->type, "report");
  march_facts_add_author (facts, "Ana Orr");
  march_facts_offer_url (facts, "https://web.archive.org/web/2021/https://herald.example/a");
  march_source_draft_take_facts (draft, facts);
  march_source_draft_take_facts (offered, facts);
  march_draft_set_text (&draft->title, "Typed");
  march_source_draft_drop_facts (draft, offered);
  g_assert_cmpstr (draft->title, ==, "Typed");
  g_assert_cmpstr (draft->publication, ==, "");
  g_assert_cmpstr (draft->authors, ==, "");
  g_assert_cmpstr (draft->url, ==, "");
  g_assert_cmpstr (draft->archived, ==, "");
  g_assert_cmpstr (draft->type, ==, "article");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CODING_ADD ("/coding/source-check/members", NULL, test_members);
  CODING_ADD ("/coding/source-check/grade", NULL, test_grade);
  CODING_ADD ("/coding/source-check/links", NULL, test_links);
  CODING_ADD ("/coding/source-check/twins", NULL, test_twins);
  CODING_ADD ("/coding/source-check/seek", NULL, test_seek);
  CODING_ADD ("/coding/source-check/facts", NULL, test_facts);
  CODING_ADD ("/coding/source-check/other-facts", NULL, test_other_facts);
  return g_test_run ();
}
