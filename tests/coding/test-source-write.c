/* test-source-write.c — every edit of a source and its text, undone and done again, and saved */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "../dossier/document.h"
#include "../dossier/dossier-fixture.h"
#include "base/march-error.h"
#include "coding/march-source-draft.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-texts.h"

#define NEW_TEXT "The envoy spoke again.\nTroops stand in Tarvia.\n"

static const MarchSource *
find (MarchDossier *dossier, gint64 id)
{
  return march_corpus_get_source (dossier->corpus, id);
}

/* A source of which nothing is quoted, with all that one can have. */
static MarchSourceDraft *
draft_new (MarchDossier *dossier)
{
  MarchSourceDraft *draft = march_source_draft_new ();

  march_draft_set_text (&draft->title, "The Quiet Partition");
  march_draft_set_text (&draft->type, "article-newspaper");
  march_draft_set_text (&draft->authors, "Orr, Ana\nThe Border Survey");
  march_draft_set_text (&draft->publication, "The Herald");
  march_draft_set_text (&draft->publisher, "Herald House");
  march_draft_set_text (&draft->published, "15 May 2031");
  march_draft_set_text (&draft->url, "https://herald.example/partition");
  march_draft_set_text (&draft->archived,
                        "https://archive.example/1/https://herald.example/partition");
  march_draft_set_text (&draft->accessed, "2031-06");
  march_draft_set_text (&draft->doi, "https://doi.org/10.5555/Herald.12");
  march_draft_set_text (&draft->language, "en");
  march_draft_set_text (&draft->grade_reason, "A named correspondent.");
  draft->grade = 'B';
  draft->text = g_strdup (NEW_TEXT);
  march_draft_set_text (&draft->taken, "2031-06-01T12:00:00Z");
  march_source_draft_add_link (draft, FIXTURE_SOURCE, FALSE, "It names it.");
  return draft;
}

static gint64
add (MarchDossier *dossier)
{
  g_autoptr (MarchSourceDraft) draft = draft_new (dossier);
  GError *error = NULL;

  march_source_draft_write (draft, dossier, &error);
  g_assert_no_error (error);
  return draft->id;
}

static void
do_add (MarchDossier *dossier, gint64 other)
{
  add (dossier);
}

static void
change (MarchDossier *dossier, gint64 id, void (*type) (MarchSourceDraft *draft))
{
  g_autoptr (MarchSourceDraft) draft = march_source_draft_new_from (find (dossier, id));
  GError *error = NULL;

  type (draft);
  march_source_draft_write (draft, dossier, &error);
  g_assert_no_error (error);
}

static void
type_other (MarchSourceDraft *draft)
{
  march_draft_set_text (&draft->title, "Another");
  draft->titled = FALSE;
  march_draft_set_text (&draft->published, "");
  march_draft_set_text (&draft->authors, "");
}

static void
do_change (MarchDossier *dossier, gint64 other)
{
  change (dossier, FIXTURE_SOURCE, type_other);
}

static void
type_grade (MarchSourceDraft *draft)
{
  draft->grade = draft->grade == 'C' ? 'D' : 'C';
  march_draft_set_text (&draft->grade_reason, "It was wrong twice.");
}

static void
do_grade (MarchDossier *dossier, gint64 other)
{
  change (dossier, FIXTURE_SOURCE, type_grade);
}

static void
type_links (MarchSourceDraft *draft)
{
  MarchSourceLinkDraft *link = draft->links->pdata[0];

  link->independent = TRUE;
  g_free (link->reason);
  link->reason = g_strdup ("Her own interview.");
}

static void
do_link (MarchDossier *dossier, gint64 other)
{
  change (dossier, other, type_links);
}

static void
do_attach (MarchDossier *dossier, gint64 other)
{
  MarchTextReport report;

  g_assert_true (march_dossier_attach_text (dossier, FIXTURE_SOURCE, FIXTURE_TEXT,
                                            strlen (FIXTURE_TEXT), &report, NULL));
}

static void
do_detach (MarchDossier *dossier, gint64 other)
{
  g_assert_true (march_dossier_detach_text (dossier, other, NULL));
}

static void
do_delete (MarchDossier *dossier, gint64 other)
{
  g_assert_true (march_source_delete (dossier, other, NULL));
}

static const struct
{
  const char *name;
  void (*run) (MarchDossier *dossier, gint64 other);
  const char *label;
} kinds[] = {
  { "add", do_add, "Add a source" },          { "change", do_change, "Change a source" },
  { "grade", do_grade, "Change a source" },   { "link", do_link, "Change a source" },
  { "attach", do_attach, "Attach a text" },   { "detach", do_detach, "Detach a text" },
  { "delete", do_delete, "Delete a source" },
};

static char *
make_checksum (MarchDossier *dossier)
{
  return fixture_checksum (dossier->copy->database);
}

static void
test_undo (Document *fixture, gconstpointer data)
{
  const gsize kind = GPOINTER_TO_SIZE (data);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autofree char *before = NULL, *done = NULL, *undone = NULL, *redone = NULL, *label = NULL;
  const gint64     other = add (dossier);

  before = make_checksum (dossier);
  kinds[kind].run (dossier, other);
  done = make_checksum (dossier);
  g_object_get (dossier, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, kinds[kind].label);
  g_assert_cmpstr (before, !=, done);
  g_assert_true (march_dossier_undo (dossier, NULL));
  undone = make_checksum (dossier);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (march_dossier_redo (dossier, NULL));
  redone = make_checksum (dossier);
  g_assert_cmpstr (done, ==, redone);
  march_dossier_close (dossier);
}

/* What was typed is what is there, and the item is CSL-JSON. */
static void
test_add (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  const gint64       id = add (dossier);
  const MarchSource *source = find (dossier, id);
  g_autofree char   *item = g_strdup_printf (
        "{\"id\":\"%" G_GINT64_FORMAT "\",\"type\":\"article-newspaper\","
          "\"title\":\"The Quiet Partition\","
          "\"author\":[{\"family\":\"Orr\",\"given\":\"Ana\"},{\"literal\":\"The Border Survey\"}],"
          "\"container-title\":\"The Herald\",\"publisher\":\"Herald House\","
          "\"issued\":{\"date-parts\":[[2031,5,15]]},"
          "\"URL\":\"https://herald.example/partition\","
          "\"archive_location\":\"https://archive.example/1/https://herald.example/partition\","
          "\"archive\":\"archive.example\",\"accessed\":{\"date-parts\":[[2031,6]]},"
          "\"DOI\":\"10.5555/herald.12\",\"language\":\"en\"}",
        id);

  g_assert_cmpstr (source->csl, ==, item);
  g_assert_cmpstr (source->author, ==, "Ana Orr and The Border Survey");
  g_assert_cmpstr (source->published, ==, "2031-05-15");
  g_assert_cmpstr (source->text, ==, NEW_TEXT);
  g_assert_cmpint (source->length, ==, strlen (NEW_TEXT));
  g_assert_cmpuint (source->links->len, ==, 1);
  g_assert_cmpint (source->grade, ==, 'B');
  march_dossier_close (dossier);
}

static void
type_nothing (MarchSourceDraft *draft)
{
}

/* A source that is opened and written as it is stays as it is, and what the form doesn't know of
 * its item is kept. */
static void
test_unchanged (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  const gint64     id = add (dossier);
  g_autofree char *before = make_checksum (dossier), *after = NULL, *item = NULL;

  change (dossier, id, type_nothing);
  change (dossier, FIXTURE_SOURCE, type_nothing);
  after = make_checksum (dossier);
  g_assert_cmpstr (before, ==, after);
  item = g_strdup (find (dossier, FIXTURE_SOURCE)->csl);
  change (dossier, FIXTURE_SOURCE, type_grade);
  g_assert_cmpstr (find (dossier, FIXTURE_SOURCE)->csl, ==, item);
  march_dossier_close (dossier);
}

static void
test_delete_refused (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  DocumentOutcome outcome = { .finish = march_dossier_edit_finish };
  g_autoptr (GError) error = NULL, none = NULL;

  g_assert_false (march_source_delete (dossier, FIXTURE_SOURCE, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (march_source_delete (dossier, 7, &none));
  g_assert_error (none, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  march_source_delete_async (dossier, FIXTURE_SOURCE, document_done_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (outcome.error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&outcome.error);
  march_dossier_close (dossier);
}

static void
test_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchSourceDraft) draft = draft_new (dossier);
  DocumentOutcome added = { .finish = march_dossier_edit_finish };
  DocumentOutcome refused = { .finish = march_dossier_edit_finish };
  DocumentOutcome attached = { .finish = march_dossier_edit_finish };
  DocumentOutcome deleted = { .finish = march_dossier_edit_finish };

  march_source_draft_write_async (draft, dossier, document_done_cb, &added);
  document_wait_for (dossier, &added);
  /* From now on it is known which text the source was archived with. */
  do_attach (dossier, 0);
  march_dossier_attach_text_async (dossier, FIXTURE_SOURCE, "Nothing of it.", NULL,
                                   MARCH_ATTACH_IF_FOUND, document_done_cb, &refused);
  while (!refused.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused.error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&refused.error);
  g_assert_cmpstr (find (dossier, FIXTURE_SOURCE)->text, ==, FIXTURE_TEXT);
  march_dossier_attach_text_async (dossier, FIXTURE_SOURCE, "Nothing of it.", "2031-06-02",
                                   MARCH_ATTACH_ANYWAY, document_done_cb, &attached);
  document_wait_for (dossier, &attached);
  g_assert_cmpstr (find (dossier, FIXTURE_SOURCE)->text, ==, "Nothing of it.");
  march_source_delete_async (dossier, draft->id, document_done_cb, &deleted);
  document_wait_for (dossier, &deleted);
  g_assert_null (find (dossier, draft->id));
  march_dossier_close (dossier);
}

static void
assert_kept (Document *fixture, const char *const *strings)
{
  g_autoptr (MarchDossier) dossier = march_dossier_open (fixture->file, NULL, NULL);
  GPtrArray *sources = march_corpus_get_sources (dossier->corpus);
  guint      n = 0;

  for (; *strings != NULL; strings++)
    for (guint i = 0; i < sources->len; i++)
      {
        const MarchSource *source = sources->pdata[i];

        if (g_strcmp0 (source->text, *strings) != 0)
          continue;
        g_assert_cmpstr (source->title, ==, *strings);
        g_assert_cmpstr (source->note, ==, *strings);
        n++;
        break;
      }
  g_assert_cmpuint (n, ==, 6);
  march_dossier_close (dossier);
}

/* Strings that break programs go through title, note, item and text, and through a save. */
static void
test_naughty (Document *fixture, gconstpointer data)
{
  static const char *const strings[] = {
    "'; DROP TABLE source; --",
    "\"}],\"title\":\"x",
    "<script>alert (1)</script> & %s %n",
    "\u202eright to left\u202c not null",
    "Z\u0351\u036b\u0343a\u036alg\u0322o \U0001F469\u200D\U0001F467",
    "nil",
    NULL,
  };
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  for (gsize i = 0; strings[i] != NULL; i++)
    {
      g_autoptr (MarchSourceDraft) draft = march_source_draft_new ();

      march_draft_set_text (&draft->title, strings[i]);
      march_draft_set_text (&draft->authors, strings[i]);
      march_draft_set_text (&draft->note, strings[i]);
      draft->text = g_strdup (strings[i]);
      march_source_draft_write (draft, dossier, &error);
      g_assert_no_error (error);
    }
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  march_dossier_close (dossier);
  assert_kept (fixture, strings);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/coding/source/undo/%s", kinds[i].name);

      DOCUMENT_ADD (path, GSIZE_TO_POINTER (i), test_undo);
    }
  DOCUMENT_ADD ("/coding/source/add", NULL, test_add);
  DOCUMENT_ADD ("/coding/source/unchanged", NULL, test_unchanged);
  DOCUMENT_ADD ("/coding/source/delete-refused", NULL, test_delete_refused);
  DOCUMENT_ADD ("/coding/source/async", NULL, test_async);
  DOCUMENT_ADD ("/coding/source/naughty", NULL, test_naughty);
  return document_run ();
}
