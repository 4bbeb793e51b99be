/* test-drafts.c — words, chains, lists and defaults of drafts */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "coding-fixture.h"
#include "coding/march-coding-private.h"
#include "coding/march-name-readers.h"

/* Code points of "one — two; три" and what stands around them. */
#define TEXT "one \u2014 two; \u0442\u0440\u0438."

static const struct
{
  guint       first, beyond;
  const char *exact, *prefix, *suffix;
} spans[] = {
  { 0, 3, "one", "", " \u2014 two; \u0442\u0440\u0438." },
  { 4, 5, "\u2014", "one ", " two; \u0442\u0440\u0438." },
  { 11, 14, "\u0442\u0440\u0438", "one \u2014 two; ", "." },
  { 14, 15, ".", "one \u2014 two; \u0442\u0440\u0438", "" },
};

static void
test_spans (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (31);
      g_autofree char *hash = fixture_hash (spans[i].exact);
      const MarchSpan *span;
      GError          *error = NULL;

      march_quotation_draft_add_span (draft, TEXT, spans[i].first, spans[i].beyond, &error);
      g_assert_no_error (error);
      span = g_ptr_array_index (draft->spans, 0);
      g_assert_cmpstr (span->exact, ==, spans[i].exact);
      g_assert_cmpstr (span->prefix, ==, spans[i].prefix);
      g_assert_cmpstr (span->suffix, ==, spans[i].suffix);
      g_assert_cmpstr (span->sha256, ==, hash);
    }
}

static void
test_span_refused (void)
{
  static const guint marks[][2] = { { 15, 16 }, { 3, 3 }, { 4, 3 }, { 12, 99 }, { 2, 5 } };
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (31);

  g_assert_true (march_quotation_draft_add_span (draft, TEXT, 0, 3, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          march_quotation_draft_add_span (draft, TEXT, marks[i][0], marks[i][1], &error));
      g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
    }
  g_assert_cmpuint (draft->spans->len, ==, 1);
}

static void
test_context (void)
{
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (31);
  g_autoptr (GString) text = g_string_new (NULL);
  const MarchSpan *span;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "\u0456");
  g_assert_true (march_quotation_draft_add_span (draft, text->str, 50, 51, NULL));
  span = g_ptr_array_index (draft->spans, 0);
  g_assert_cmpint (g_utf8_strlen (span->prefix, -1), ==, 32);
  g_assert_cmpint (g_utf8_strlen (span->suffix, -1), ==, 32);
}

static void
test_words (void)
{
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (31);
  g_autofree char *none = march_quotation_draft_dup_words (draft), *words = NULL;

  draft->voice = MARCH_VOICE_VERBATIM;
  g_assert_null (none);
  g_assert_true (march_quotation_draft_add_span (draft, TEXT, 11, 14, NULL));
  g_assert_cmpint (draft->voice, ==, MARCH_VOICE_SINGLE_WORD);
  g_assert_true (march_quotation_draft_add_span (draft, TEXT, 0, 3, NULL));
  words = march_quotation_draft_dup_words (draft);
  g_assert_cmpstr (words, ==, "one … \u0442\u0440\u0438");
  march_quotation_draft_remove_span (draft, 0);
  g_assert_cmpuint (((MarchSpan *) draft->spans->pdata[0])->first, ==, 11);
}

static void
assert_chain (const MarchQuotationDraft *draft, const char *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < draft->chain->len; i++)
    {
      const MarchChainDraft *link = &g_array_index (draft->chain, MarchChainDraft, i);

      g_string_append_printf (told, "%s%s:%d", i > 0 ? " " : "",
                              march_vocabulary_get_nick (MARCH_VOCABULARY_CHAIN_ROLE, link->role),
                              (int) link->actor);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_chain (void)
{
  g_autoptr (MarchQuotationDraft) draft = march_quotation_draft_new (31);

  march_quotation_draft_set_actor (draft, MARCH_ROLE_PUBLICATION, 5);
  march_quotation_draft_add_relay (draft, 2);
  march_quotation_draft_set_actor (draft, MARCH_ROLE_SPEAKER, 1);
  march_quotation_draft_add_relay (draft, 3);
  march_quotation_draft_set_actor (draft, MARCH_ROLE_AUTHOR, 4);
  assert_chain (draft, "speaker:1 relay:2 relay:3 author:4 publication:5");
  march_quotation_draft_set_actor (draft, MARCH_ROLE_AUTHOR, 9);
  march_quotation_draft_set_actor (draft, MARCH_ROLE_SPEAKER, 0);
  march_quotation_draft_remove_link (draft, 0);
  assert_chain (draft, "relay:3 author:9 publication:5");
  g_assert_cmpint (march_quotation_draft_get_actor (draft, MARCH_ROLE_SPEAKER), ==, 0);
  g_assert_cmpint (march_quotation_draft_get_actor (draft, MARCH_ROLE_AUTHOR), ==, 9);
}

/* Of the same source a passage goes on as the last one was; of another one it doesn't. */
static void
test_after (CodingFixture *fixture, gconstpointer data)
{
  MarchCorpus       *corpus = march_coding_get_corpus (fixture->coding);
  const MarchSource *source = march_corpus_get_source (corpus, FIXTURE_SOURCE);
  MarchQuotationDraft *last = coding_quote (fixture, 18, 32);
  g_autoptr (MarchQuotationDraft) next = NULL, other = NULL;

  last->voice = MARCH_VOICE_TRANSLATED;
  last->credibility = 3;
  march_draft_set_text (&last->said, "2031-05-14");
  march_draft_set_text (&last->translation, "is not carried over");
  next = march_quotation_draft_new_after (corpus, source, last);
  g_assert_cmpint (next->id, !=, last->id);
  g_assert_cmpint (next->voice, ==, MARCH_VOICE_TRANSLATED);
  g_assert_cmpuint (next->credibility, ==, 3);
  g_assert_cmpstr (next->said, ==, "2031-05-14");
  g_assert_cmpstr (next->translation, ==, "");
  g_assert_cmpuint (next->spans->len, ==, 0);
  assert_chain (next, "speaker:13");

  last->source = 32;
  other = march_quotation_draft_new_after (corpus, source, last);
  g_assert_cmpstr (other->said, ==, "");
  assert_chain (other, "");
}

/* The title of the office that is told of the speaker, "" for none. */
static void
assert_office (CodingFixture *fixture, MarchQuotationDraft *quotation, const char *title)
{
  g_autoptr (GPtrArray)   offices = march_coding_list_offices (fixture->coding, quotation);
  const MarchOfficeDraft *first = offices->len > 0 ? offices->pdata[0] : NULL;
  const gboolean          held
      = first != NULL && march_coding_is_office_held (fixture->coding, quotation, first);

  g_assert_cmpstr (held ? first->title : "", ==, title);
}

/* The speaker's office on the day of speaking, of records and drafts. */
static void
test_office (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 44, 67);
  MarchActorDraft     *actor = march_coding_add_actor (
      fixture->coding, march_actor_draft_new (MARCH_ACTOR_PERSON, "Aren Tolde", "en"));

  assert_office (fixture, quotation, "envoy");
  march_draft_set_text (&quotation->said, "2028");
  assert_office (fixture, quotation, "");
  march_draft_set_text (&quotation->said, "yesterday");
  assert_office (fixture, quotation, "envoy");

  march_actor_draft_add_office (actor, FIXTURE_OSTREN, "chancellor", "2030");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, actor->id);
  assert_office (fixture, quotation, "");
  march_draft_set_text (&quotation->said, "2030-02");
  assert_office (fixture, quotation, "chancellor");
  march_quotation_draft_set_actor (quotation, MARCH_ROLE_SPEAKER, 0);
  assert_office (fixture, quotation, "");
}

static void
test_places (void)
{
  g_autoptr (MarchAssertionDraft) draft = march_assertion_draft_new (MARCH_KIND_CLAIM);

  g_assert_true (march_assertion_draft_add_place (draft, 21));
  g_assert_false (march_assertion_draft_add_place (draft, 21));
  g_assert_true (march_assertion_draft_add_place (draft, 22));
  g_assert_cmpint (g_array_index (draft->places, MarchAssertionPlace, 0).assertion, ==, draft->id);
  g_assert_cmpint (g_array_index (draft->places, MarchAssertionPlace, 1).assertion, !=, draft->id);
  march_assertion_draft_remove_place (draft, 0);
  g_assert_cmpint (march_assertion_draft_get_place (draft), ==, 22);
  g_assert_cmpint (g_array_index (draft->places, MarchAssertionPlace, 0).assertion, ==, draft->id);
  march_assertion_draft_set_place (draft, 0);
  g_assert_cmpint (march_assertion_draft_get_place (draft), ==, 0);
}

static const struct
{
  MarchAssertionKind kind;
  const char        *field;
  MarchFieldUse      use;
} uses[] = {
  { MARCH_KIND_CONTROL, "extent", MARCH_FIELD_NEEDED },
  { MARCH_KIND_CONTROL, "basis", MARCH_FIELD_UNUSED },
  { MARCH_KIND_CLAIM, "basis", MARCH_FIELD_NEEDED },
  { MARCH_KIND_POSITION, "stand", MARCH_FIELD_NEEDED },
  { MARCH_KIND_POSITION, "places", MARCH_FIELD_OPTIONAL },
  { MARCH_KIND_VALUE, "tags", MARCH_FIELD_OPTIONAL },
  { MARCH_KIND_VALUE, "title", MARCH_FIELD_UNUSED },
  { MARCH_KIND_FIGURE, "quantity", MARCH_FIELD_NEEDED },
  { MARCH_KIND_EVENT, "participants", MARCH_FIELD_OPTIONAL },
  { MARCH_KIND_THESIS, "title", MARCH_FIELD_NEEDED },
  { MARCH_KIND_THESIS, "note", MARCH_FIELD_OPTIONAL },
};

static void
test_uses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    g_assert_cmpint (march_assertion_kind_get_use (uses[i].kind, uses[i].field), ==, uses[i].use);
}

static void
test_remove (CodingFixture *fixture, gconstpointer data)
{
  MarchQuotationDraft *quotation = coding_quote (fixture, 18, 32);
  MarchAssertionDraft *thesis = march_coding_add_assertion (
      fixture->coding, march_assertion_draft_new (MARCH_KIND_THESIS));

  march_coding_add_evidence (fixture->coding, quotation->id, thesis->id, MARCH_STANCE_SUPPORTS);
  march_coding_add_evidence (fixture->coding, quotation->id, FIXTURE_PROPOSAL,
                             MARCH_STANCE_QUALIFIES);
  march_coding_remove (fixture->coding, thesis->id);
  g_assert_cmpuint (march_coding_get_assertions (fixture->coding)->len, ==, 0);
  g_assert_cmpuint (march_coding_get_evidence (fixture->coding)->len, ==, 1);
  march_coding_remove (fixture->coding, quotation->id);
  g_assert_cmpuint (march_coding_get_evidence (fixture->coding)->len, ==, 0);
}

static const struct
{
  const char   *text, *language;
  MarchNameRole role;
  gboolean      used; /* by somebody, not in general */
  const char   *said;
} place_names[] = {
  { "Tarvia", "en", MARCH_NAME_MAIN, FALSE, "of “en”, and where there is none" },
  { "Tarbia", "en-GB", MARCH_NAME_VARIANT, FALSE, "found by a search" },
  { "Tarvien", "de", MARCH_NAME_MAIN, FALSE, "“Tarfien” is a main name in “de” as well" },
  { "Tarfien", "de", MARCH_NAME_MAIN, FALSE, "Shown to readers of “de”" },
  { "Tarvja", "uk", MARCH_NAME_ENDONYM, FALSE, "Shown to readers of “uk”" },
  { "Tarva", "uk", MARCH_NAME_SHORT, FALSE, "Shown on the map to readers of “uk”" },
  { "New Dorn", "en", MARCH_NAME_MAIN, TRUE, "with who calls it so" },
  { " ", "fr", MARCH_NAME_MAIN, FALSE, NULL },
};

static void
assert_said (char *said, const char *part)
{
  g_test_message ("%s", said != NULL ? said : "nothing");
  g_assert_true (part != NULL ? said != NULL && strstr (said, part) != NULL : said == NULL);
  g_free (said);
}

/* A name is chosen, not arranged, and to whom it is shown is what the record shows. */
static void
test_readers (void)
{
  g_autoptr (MarchPlaceDraft) place = march_place_draft_new (MARCH_PLACE_UNIT, NULL, NULL);
  g_autoptr (MarchActorDraft) actor = march_actor_draft_new (MARCH_ACTOR_STATE, "Dorn", "de");

  for (gsize i = 0; i < G_N_ELEMENTS (place_names); i++)
    {
      MarchNameDraft *name = march_place_draft_add_name (
          place, place_names[i].text, place_names[i].language, place_names[i].role);

      name->user = place_names[i].used ? FIXTURE_VELMARK : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (place_names); i++)
    assert_said (march_name_readers_describe_place (place, i), place_names[i].said);
  march_actor_draft_add_name (actor, "Dornland", "de", FALSE);
  march_actor_draft_add_name (actor, "Dornia", "en", FALSE);
  assert_said (march_name_readers_describe_actor (actor, 0), "Shown to readers of “de”");
  assert_said (march_name_readers_describe_actor (actor, 1), "found by a search");
  assert_said (march_name_readers_describe_actor (actor, 2), "Shown to readers of “en”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafts/spans", test_spans);
  g_test_add_func ("/drafts/span-refused", test_span_refused);
  g_test_add_func ("/drafts/context", test_context);
  g_test_add_func ("/drafts/words", test_words);
  g_test_add_func ("/drafts/chain", test_chain);
  g_test_add_func ("/drafts/places", test_places);
  g_test_add_func ("/drafts/uses", test_uses);
  g_test_add_func ("/drafts/readers", test_readers);
  CODING_ADD ("/drafts/after", NULL, test_after);
  CODING_ADD ("/drafts/office", NULL, test_office);
  CODING_ADD ("/drafts/remove", NULL, test_remove);
  return g_test_run ();
}
