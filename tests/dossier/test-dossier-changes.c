/* test-dossier-changes.c — changes weighed, settled, applied and written by an open dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "base/march-error.h"
#include "colleagues-edits.h"
#include "document.h"
#include "dossier-fixture.h"

DEFINE_EDIT (extent_most, UPDATE (edit, "assertion", FIXTURE_CONTROL, "extent=most", NULL))
DEFINE_EDIT (extent_none, UPDATE (edit, "assertion", FIXTURE_CONTROL, "extent=none", NULL))

/* What was decided is not asked again of the same file, until that is undone or to be decided anew;
 * a further file is asked about. */
static void
test_settled (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (MarchChangesPlan) further = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (GError) error = NULL;

  g_assert_true (colleagues_edit (fixture->mine, "Ilse", extent_none));
  g_assert_true (colleagues_edit (fixture->theirs, "Jora", extent_most));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  dossier = colleagues_open (fixture->mine);
  march_dossier_set_who (dossier, "Ilse");
  g_assert_true (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_null (plan->settled_at);
  g_assert_cmpuint (march_changes_plan_n_open (plan), ==, 1);
  ((MarchChangesConflict *) plan->conflicts->pdata[0])->choice = MARCH_MERGE_OURS;
  g_assert_true (march_dossier_apply_changes (dossier, changes, plan, &error));

  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_nonnull (further->settled_at);
  g_assert_cmpuint (further->conflicts->len, ==, 0);
  further->again = TRUE;
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_cmpuint (further->conflicts->len, ==, 1);
  further->again = FALSE;
  march_dossier_set_who (dossier, "Mara");
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_null (further->settled_at);
  march_dossier_set_who (dossier, "Ilse");
  g_assert_true (march_dossier_undo (dossier, &error));
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_null (further->settled_at);
  g_assert_cmpuint (further->conflicts->len, ==, 1);
  /* Redone it is as if it had not been undone, as often as that is done. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (march_dossier_redo (dossier, &error));
      g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
      g_assert_nonnull (further->settled_at);
      g_assert_true (march_dossier_undo (dossier, &error));
      g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
      g_assert_null (further->settled_at);
      g_assert_cmpuint (further->conflicts->len, ==, 1);
    }
  /* Applied anew it is settled anew. */
  ((MarchChangesConflict *) further->conflicts->pdata[0])->choice = MARCH_MERGE_THEIRS;
  g_assert_true (march_dossier_apply_changes (dossier, changes, further, &error));
  g_assert_true (march_dossier_weigh_changes (dossier, changes, further, &error));
  g_assert_nonnull (further->settled_at);
  march_dossier_revert (dossier, NULL);
}

static void
test_other_dossier (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autofree char *out = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", extent_none));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  document_run_sql (fixture->mine, "UPDATE dossier SET uuid = "
                                   "'11111111-3f6e-4b57-9f0e-7a3f5d1c2b4a'");
  dossier = colleagues_open (fixture->mine);
  g_assert_false (march_dossier_weigh_changes (dossier, changes, plan, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "Velmark and its neighbours"));
  g_clear_error (&error);
  g_assert_false (march_changes_write (fixture->base, fixture->mine, "Ilse", out, &n, NULL,
                                       &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_nothing (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChanges) changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  const MarchChangesFacts *facts = march_changes_get_facts (changes);

  g_assert_cmpuint (facts->n_records, ==, 0);
  g_assert_cmpstr (facts->who, ==, "Jora");
  g_assert_cmpstr (facts->uuid, ==, FIXTURE_UUID);
  g_assert_cmpstr (facts->title, ==, "Velmark and its neighbours");
  g_assert_true (march_dossier_apply_changes (dossier, changes, plan, NULL));
  g_assert_cmpuint (plan->items->len, ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
}

/* As the window does it; cancelled, nothing has happened. */
static void
test_async (Colleagues *fixture, gconstpointer data)
{
  g_autoptr (MarchChangesPlan) plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (MarchChanges) changes = NULL;
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  DocumentOutcome weighed = { march_dossier_changes_finish };
  DocumentOutcome applied = { march_dossier_changes_finish };
  DocumentOutcome stopped = { march_dossier_changes_finish };

  g_assert_true (colleagues_edit (fixture->theirs, "Jora", colleagues_edit_three));
  changes = colleagues_changes (fixture, fixture->theirs, "Jora");
  march_dossier_weigh_changes_async (dossier, changes, plan, NULL, document_done_cb, &weighed);
  document_wait_for (dossier, &weighed);
  g_assert_cmpuint (plan->items->len, ==, 3);
  g_cancellable_cancel (cancelled);
  march_dossier_apply_changes_async (dossier, changes, plan, NULL, NULL, cancelled,
                                     document_done_cb, &stopped);
  while (!stopped.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
  g_assert_false (march_dossier_get_modified (dossier));
  march_dossier_apply_changes_async (dossier, changes, plan, NULL, NULL, NULL, document_done_cb,
                                     &applied);
  document_wait_for (dossier, &applied);
  g_assert_true (march_dossier_get_modified (dossier));
}

static guint n_written;

static gboolean
finish_writing (MarchDossier *dossier, GAsyncResult *result, GError **error)
{
  return march_dossier_write_changes_finish (dossier, result, &n_written, error);
}

/* Called on another thread, which is over when its end is told. */
static void
tell_cb (double fraction, gpointer data)
{
  double *told = data;

  g_assert_cmpfloat (fraction, >=, *told);
  g_assert_cmpfloat (fraction, <=, 1);
  *told = fraction;
}

/* What was done since a save, and not before it; saved or not. */
static void
test_since_save (Colleagues *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->folder, "since", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (out);
  g_autoptr (MarchDossier) dossier = colleagues_open (fixture->mine);
  g_autoptr (MarchChanges) changes = NULL;
  DocumentOutcome outcome = { finish_writing };
  g_autofree char *before = NULL, *after = NULL;
  double          told = 0;

  document_set_title (dossier, "One");
  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, NULL));
  document_set_palette (dossier, FIXTURE_VELMARK, 5, NULL);
  document_set_palette (dossier, FIXTURE_OSTREN, 6, NULL);
  before = colleagues_describe_now (dossier);
  march_dossier_write_changes_async (dossier, 1, NULL, out, tell_cb, &told, NULL, document_done_cb,
                                     &outcome);
  document_wait_for (dossier, &outcome);
  after = colleagues_describe_now (dossier);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n_written, ==, 2);
  g_assert_cmpfloat (told, ==, 1);
  changes = march_changes_read (file, NULL, NULL);
  colleagues_apply (fixture->theirs, changes, MARCH_MERGE_ASK, MARCH_SAME_ASK);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT sum (palette) FROM actor"), ==, 11);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT title = 'One' FROM dossier"), ==, 0);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT count (*) FROM history WHERE label "
                                                       "= 'Change a colour'"),
                   ==, 2);
  g_assert_cmpint (colleagues_select (fixture->theirs, "SELECT count (*) FROM history WHERE label "
                                                       "= 'Call it One'"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  colleagues_init (&argc, &argv);
  COLLEAGUES_ADD ("/dossier-changes/settled", NULL, test_settled);
  COLLEAGUES_ADD ("/dossier-changes/other-dossier", NULL, test_other_dossier);
  COLLEAGUES_ADD ("/dossier-changes/nothing", NULL, test_nothing);
  COLLEAGUES_ADD ("/dossier-changes/since-save", NULL, test_since_save);
  COLLEAGUES_ADD ("/dossier-changes/async", NULL, test_async);
  return document_run ();
}
