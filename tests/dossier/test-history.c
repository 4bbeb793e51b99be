/* test-history.c — who changed what, and when: of a whole dossier, and of one assertion */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-dossier-edits.h"
#include "dossier/march-dossier-history.h"

static const MarchHistoryEntry *
get (GPtrArray *entries, guint i)
{
  g_assert_cmpuint (i, <, entries->len);
  return entries->pdata[i];
}

static void
test_whole (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  const MarchHistoryEntry *undone, *done, *made;
  GError                  *error = NULL;

  march_dossier_set_who (dossier, "Ada");
  document_set_title (dossier, "Anew");
  march_dossier_set_who (dossier, "Ilse");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_cmpint (march_dossier_count_history (dossier, &error), ==, 3);
  entries = march_dossier_list_history (dossier, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);

  undone = get (entries, 0);
  done = get (entries, 1);
  made = get (entries, 2);
  g_assert_cmpstr (undone->label, ==, "Undo: Call it Anew");
  g_assert_cmpstr (undone->who, ==, "Ilse");
  g_assert_cmpint (undone->undoes, ==, done->id);
  g_assert_cmpstr (done->label, ==, "Call it Anew");
  g_assert_cmpstr (done->who, ==, "Ada");
  g_assert_cmpint (done->undoes, ==, 0);
  g_assert_cmpuint (done->n_updated, ==, 1);
  g_assert_cmpuint (done->n_inserted + done->n_deleted, ==, 0);
  g_assert_null (done->table);
  g_assert_cmpuint (made->n_inserted, >, 30);
  g_assert_cmpstr (made->table, ==, "assertion");
  g_assert_cmpstr (made->at, <=, done->at);

  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = march_dossier_list_history (dossier, 0, 1, &error);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* Redoing takes the undoing back, each time the one that stands. */
static void
test_redone (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  document_set_title (dossier, "Anew");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (march_dossier_undo (dossier, &error));
      g_assert_true (march_dossier_redo (dossier, &error));
    }
  entries = march_dossier_list_history (dossier, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get (entries, 0)->label, ==, "Redo: Call it Anew");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get (entries, 2 * i)->undoes, ==, get (entries, 2 * i + 1)->id);
      g_assert_cmpint (get (entries, 2 * i + 1)->undoes, ==, get (entries, 4)->id);
    }
}

/* A version that takes the place of the control; the evidence stays with the old one. */
static gboolean
supersede (MarchEdit *edit, gpointer data, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();
  gint64              *id = data;

  march_row_set_text (row, "kind", "control");
  march_row_set_id (row, "place_id", FIXTURE_TARVIA);
  march_row_set_id (row, "actor_id", FIXTURE_OSTREN);
  march_row_set_text (row, "extent", "most");
  march_row_set_text (row, "valid_edtf", "2030-01-01/..");
  march_row_set_id (row, "supersedes_id", FIXTURE_CONTROL);
  *id = march_edit_insert (edit, "assertion", 0, row, error);
  return *id != 0;
}

static gboolean
note_evidence (MarchEdit *edit, gpointer data, GError **error)
{
  g_autoptr (MarchRow) row = march_row_new ();

  march_row_set_text (row, "note", "the second sentence");
  return march_edit_update (edit, "evidence", FIXTURE_EVIDENCE + 1, row, error);
}

static void
assert_labels (MarchDossier *dossier, gint64 assertion, const char *const *labels)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = march_dossier_list_history (dossier, assertion, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, g_strv_length ((char **) labels) + 1);
  for (guint i = 0; labels[i] != NULL; i++)
    g_assert_cmpstr (get (entries, i)->label, ==, labels[i]);
}

/* The making of the dossier touched every record, and is the last entry of each. */
static void
test_assertion (Document *fixture, gconstpointer data)
{
  static const char *const control[] = { "Replace", "Note", NULL };
  static const char *const claim[] = { "Rank", NULL };
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  g_autoptr (GPtrArray)    entries = NULL;
  g_autoptr (GError)       error = NULL;
  gint64                   newer = 0;

  document_set_title (dossier, "Anew");
  g_assert_true (march_dossier_edit (dossier, "Note", note_evidence, NULL, &error));
  g_assert_true (march_dossier_edit (dossier, "Replace", supersede, &newer, &error));
  g_assert_true (march_dossier_set_rank (dossier, FIXTURE_CLAIM, MARCH_RANK_PREFERRED, "why",
                                         &error));
  g_assert_no_error (error);
  assert_labels (dossier, FIXTURE_CONTROL, control);
  assert_labels (dossier, newer, control);

  entries = march_dossier_list_history (dossier, FIXTURE_CLAIM, 0, &error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (claim));
  g_assert_cmpint (get (entries, 0)->record, ==, FIXTURE_CLAIM);
  g_assert_cmpstr (get (entries, 0)->table, ==, "assertion");

  /* Of evidence alone: its quotation. */
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = march_dossier_list_history (dossier, FIXTURE_CONTROL, 0, &error);
  g_assert_cmpint (get (entries, 1)->record, ==, FIXTURE_POINTER);
  g_assert_cmpstr (get (entries, 1)->table, ==, "quotation");

  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = march_dossier_list_history (dossier, 4711, 0, &error);
  g_assert_cmpuint (entries->len, ==, 0);
}

typedef struct
{
  GPtrArray *entries;
  gboolean   done;
} Listed;

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Listed *listed = data;

  listed->entries = march_dossier_list_history_finish (MARCH_DOSSIER (source), result, NULL);
  listed->done = TRUE;
}

static void
test_elsewhere (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);
  Listed listed = { NULL, FALSE };

  document_set_title (dossier, "Anew");
  march_dossier_list_history_async (dossier, 0, 0, NULL, listed_cb, &listed);
  while (!listed.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (listed.entries);
  g_assert_cmpstr (get (listed.entries, 0)->label, ==, "Call it Anew");
  g_ptr_array_unref (listed.entries);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/history/whole", NULL, test_whole);
  DOCUMENT_ADD ("/history/redone", NULL, test_redone);
  DOCUMENT_ADD ("/history/assertion", NULL, test_assertion);
  DOCUMENT_ADD ("/history/elsewhere", NULL, test_elsewhere);
  return document_run ();
}
