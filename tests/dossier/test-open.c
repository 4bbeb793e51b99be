/* test-open.c — opening a dossier as it is, and editing it in a working copy */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/march-error.h"
#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-database-private.h"
#include "dossier/march-dossier-create.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-texts.h"
#include "dossier/march-dossier-private.h"

static void
test_open (Document *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const MarchAssertion *figure = march_corpus_get_assertion (corpus, FIXTURE_FIGURE);
  const MarchPlace     *place = march_corpus_get_place (corpus, FIXTURE_TARVIA);

  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_cmpuint (march_dossier_get_warnings (dossier)->len, ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_cmpuint (march_corpus_get_actors (corpus)->len, ==, 3);
  g_assert_cmpuint (march_corpus_get_places (corpus)->len, ==, 3);
  g_assert_cmpuint (march_corpus_get_quotations (corpus)->len, ==, 2);
  g_assert_cmpuint (march_corpus_get_assertions (corpus)->len, ==, 7);
  g_assert_cmpuint (march_corpus_get_background (corpus)->len, ==, 1);
  g_assert_cmpfloat (figure->high, ==, 1500.5);
  g_assert_cmpstr (place->code, ==, "OS-01");
  g_assert_cmpuint (place->names->len, ==, 2);
  g_assert_nonnull (place->geometry);
  g_assert_cmpuint (march_corpus_get_assertion (corpus, FIXTURE_CONTROL)->areas->len, ==, 1);
  g_assert_null (march_corpus_get_quotation (corpus, FIXTURE_POINTER)->exact);

  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
  g_assert_cmpuint (document_count_copies (), ==, 0);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(MarchDossier **) data = march_dossier_open_finish (result, NULL);
}

typedef struct
{
  gboolean done;
  GError  *error;
} Outcome;

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->done = TRUE;
  g_assert_cmpint (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &outcome->error), !=,
                   outcome->error != NULL);
}

static void
await (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

/* @data: the thread that asked for it */
static gboolean
set_title_elsewhere (MarchEdit *edit, gpointer data, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  g_assert_true (g_thread_self () != data);
  march_row_set_text (row, "title", "Elsewhere");
  return march_edit_update (edit, "dossier", 1, row, error);
}

static gboolean
fail_halfway (MarchEdit *edit, gpointer data, GError **error)
{
  g_assert_true (set_title_elsewhere (edit, data, error));
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND, "made up");
  return FALSE;
}

static void
test_async (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  Outcome failed = { 0 }, edited = { 0 }, undone = { 0 }, redone = { 0 };

  march_dossier_open_async (fixture->file, NULL, opened_cb, &dossier);
  while (dossier == NULL)
    g_main_context_iteration (NULL, TRUE);
  title = g_strdup (march_dossier_get_title (dossier));
  /* What fails leaves neither an edit nor a working copy. */
  march_dossier_edit_async (dossier, "Fail", fail_halfway, g_thread_self (), NULL, edited_cb,
                            &failed);
  g_assert_null (march_dossier_begin_edit (dossier, "Too early", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BUSY);
  await (&failed);
  g_assert_error (failed.error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, title);
  march_dossier_edit_async (dossier, "Rename", set_title_elsewhere, g_thread_self (), NULL,
                            edited_cb, &edited);
  await (&edited);
  g_assert_no_error (edited.error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Elsewhere");
  march_dossier_undo_async (dossier, edited_cb, &undone);
  await (&undone);
  g_assert_no_error (undone.error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, title);
  march_dossier_redo_async (dossier, edited_cb, &redone);
  await (&redone);
  g_assert_no_error (redone.error);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Elsewhere");
  document_set_title (dossier, "Anew");
  g_assert_true (march_dossier_get_modified (dossier));
  g_clear_error (&failed.error);
}

static void
count_cb (MarchDossier *dossier, guint *n)
{
  (*n)++;
}

static void
test_edit (Document *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_file_hash (fixture->path);
  g_autofree char *after = NULL, *undo_label = NULL;
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  gboolean can_undo = FALSE, can_redo = TRUE;
  GError  *error = NULL;
  guint    n = 0;

  g_signal_connect (dossier, "changed", G_CALLBACK (count_cb), &n);
  document_set_title (dossier, "Anew");
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Anew");
  g_assert_cmpstr (march_corpus_get_facts (corpus)->title, ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_get_modified (dossier));
  g_object_get (dossier, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label,
                NULL);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  g_assert_cmpstr (undo_label, ==, "Call it Anew");

  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  g_assert_false (march_dossier_get_modified (dossier));
  g_assert_true (march_dossier_redo (dossier, &error));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Anew");
  g_assert_cmpuint (n, ==, 3);

  after = fixture_file_hash (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

/* An edit whose result could not be opened again is no edit. */
static void
test_contradiction (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Circle", &error);
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_id (row, "child_id", FIXTURE_OSTREN_LAND);
  march_row_set_id (row, "parent_id", FIXTURE_TARVIA);
  march_row_set_text (row, "kind", "recognised");
  g_assert_cmpint (march_edit_insert (edit, "place_link", 0, row, &error), !=, 0);
  g_assert_false (march_dossier_commit_edit (dossier, edit, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED);
  g_assert_false (march_dossier_get_modified (dossier));
  document_set_title (dossier, "Still works");
}

static void
test_changed_before_edit (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  document_run_sql (fixture->path, "UPDATE dossier SET title = 'Theirs'");
  g_assert_null (march_dossier_begin_edit (dossier, "Late", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED);
  g_assert_cmpuint (document_count_copies (), ==, 0);
  g_assert_true (march_dossier_revert (dossier, NULL));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Theirs");
  document_set_title (dossier, "Mine");
}

static void
test_no_space_for_copy (Document *fixture, gconstpointer data)
{
  pid_t child = fork ();
  int   status = 0;

  if (child == 0)
    {
      g_autoptr (MarchDossier) dossier = document_open (fixture);
      g_autoptr (GError) error = NULL;
      struct rlimit limit = { 50 * 1024, 50 * 1024 };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (march_dossier_make_editable (dossier, &error) ||
          !g_error_matches (error, MARCH_ERROR, MARCH_ERROR_NO_SPACE))
        _exit (11);
      if (strstr (error->message, "“velmark.gpkg”") == NULL)
        _exit (13);
      _exit (document_count_copies () == 0 ? 0 : 12);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
assert_edit_undoes (MarchDossier *dossier, const char *label)
{
  g_autofree char *done = fixture_checksum (dossier->copy->database);
  g_autofree char *undone = NULL, *redone = NULL;
  GError          *error = NULL;

  g_assert_cmpstr (dossier->undo.undo_label, ==, label);
  g_assert_true (march_dossier_undo (dossier, &error));
  undone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (undone, !=, done);
  g_assert_true (march_dossier_redo (dossier, &error));
  redone = fixture_checksum (dossier->copy->database);
  g_assert_cmpstr (redone, ==, done);
}

static const MarchAssertion *
get_assertion (MarchDossier *dossier, gint64 id)
{
  return march_corpus_get_assertion (dossier->corpus, id);
}

static void
test_typed_edits (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  GError *error = NULL;

  g_assert_true (march_dossier_set_rank (dossier, FIXTURE_CONTROL, MARCH_RANK_PREFERRED,
                                         "The later report", &error));
  g_assert_cmpint (get_assertion (dossier, FIXTURE_CONTROL)->rank, ==, MARCH_RANK_PREFERRED);
  g_assert_cmpstr (get_assertion (dossier, FIXTURE_CONTROL)->rank_reason, ==, "The later report");
  assert_edit_undoes (dossier, "Prefer an assertion");

  g_assert_true (march_dossier_retract (dossier, FIXTURE_CLAIM, "Misread", &error));
  g_assert_true (get_assertion (dossier, FIXTURE_CLAIM)->retracted);
  assert_edit_undoes (dossier, "Retract an assertion");

  g_assert_true (march_dossier_restore (dossier, FIXTURE_CLAIM, &error));
  g_assert_false (get_assertion (dossier, FIXTURE_CLAIM)->retracted);
  g_assert_cmpstr (get_assertion (dossier, FIXTURE_CLAIM)->retract_reason, ==, "");
  assert_edit_undoes (dossier, "Take a retraction back");

  g_assert_true (document_set_palette (dossier, FIXTURE_OSTREN, 7, &error));
  g_assert_cmpuint (march_corpus_get_actor (dossier->corpus, FIXTURE_OSTREN)->palette, ==, 7);
  assert_edit_undoes (dossier, "Change a colour");

  g_assert_true (march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = "Anew" }, &error));
  assert_edit_undoes (dossier, "Change the title");

  g_assert_true (march_dossier_set_facts (
      dossier, &(MarchNewDossier){ .first = "2030", .last = "2035", .carry_days = "7" }, &error));
  assert_edit_undoes (dossier, "Change what the dossier says of itself");

  g_assert_true (march_dossier_set_reading (dossier, FIXTURE_FIGURE, FIXTURE_VELMARK,
                                            FIXTURE_TARVIA, "2031-05", &error));
  assert_edit_undoes (dossier, "Read a figure of a place and time");
  g_assert_true (march_dossier_set_reading (dossier, FIXTURE_FIGURE, 0, 0, "", &error));
  assert_edit_undoes (dossier, "Take the reading of a figure back");
}

static void
test_refused_edits (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      march_dossier_set_rank (dossier, FIXTURE_CONTROL, MARCH_RANK_DEPRECATED, " ", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_retract (dossier, FIXTURE_CONTROL, "", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_retract (dossier, 999, "No such", &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (document_set_palette (dossier, FIXTURE_OSTREN, 13, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_set_facts (dossier, &(MarchNewDossier){ .title = "" }, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (march_dossier_detach_text (dossier, FIXTURE_SOURCE, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_false (march_dossier_get_modified (dossier));
}

static void
test_text (Document *fixture, gconstpointer data)
{
  static const char other[] = "Nothing of the kind.";
  g_autofree char  *crlf = g_strconcat ("\xef\xbb\xbf", FIXTURE_TEXT, "\r\n", NULL);
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GError) error = NULL;
  MarchTextReport    report;
  const MarchSource *source;

  g_assert_true (
      march_dossier_attach_text (dossier, FIXTURE_SOURCE, crlf, strlen (crlf), &report, &error));
  g_assert_true (report.same);
  g_assert_cmpuint (report.found[MARCH_MATCH_VERBATIM], ==, 1);
  source = march_corpus_get_source (dossier->corpus, FIXTURE_SOURCE);
  g_assert_cmpstr (source->text, ==, FIXTURE_TEXT "\n");
  g_assert_cmpint (source->length, ==, g_utf8_strlen (FIXTURE_TEXT, -1) + 1);
  g_assert_true (
      g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", source->taken, 0, 0));
  assert_edit_undoes (dossier, "Attach a text");

  g_assert_false (
      march_dossier_attach_text (dossier, FIXTURE_SOURCE, other, strlen (other), &report, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (report.same);
  g_assert_cmpuint (report.found[MARCH_MATCH_NOT_FOUND], ==, 2);
  g_clear_error (&error);
  g_assert_false (march_dossier_attach_text (dossier, FIXTURE_SOURCE, "\xff", 1, &report, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_clear_error (&error);

  g_assert_true (march_dossier_detach_text (dossier, FIXTURE_SOURCE, &error));
  g_assert_null (march_corpus_get_source (dossier->corpus, FIXTURE_SOURCE)->text);
  assert_edit_undoes (dossier, "Detach a text");
}

/* SQLite takes no longer ones, and would not say so. */
static void
test_long_path (Document *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (250, 'v');
  g_autofree char *middle = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *inner = g_build_filename (middle, name, NULL);
  g_autofree char *path = g_build_filename (inner, "velmark.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_copy (fixture->file, file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  g_assert_null (march_dossier_open (file, NULL, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "“velmark.gpkg” is longer than"));
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/dossier/open", NULL, test_open);
  DOCUMENT_ADD ("/dossier/async", NULL, test_async);
  DOCUMENT_ADD ("/dossier/edit", NULL, test_edit);
  DOCUMENT_ADD ("/dossier/contradiction", NULL, test_contradiction);
  DOCUMENT_ADD ("/dossier/changed/before-edit", NULL, test_changed_before_edit);
  DOCUMENT_ADD ("/dossier/no-space-for-copy", NULL, test_no_space_for_copy);
  DOCUMENT_ADD ("/dossier/typed-edits", NULL, test_typed_edits);
  DOCUMENT_ADD ("/dossier/refused-edits", NULL, test_refused_edits);
  DOCUMENT_ADD ("/dossier/text", NULL, test_text);
  DOCUMENT_ADD ("/dossier/long-path", NULL, test_long_path);
  return document_run ();
}
