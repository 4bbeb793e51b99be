/* test-saves.c — back to an earlier save, and on to a later one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/march-error.h"
#include "document.h"

static void
save (MarchDossier *dossier)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (march_dossier_save (dossier, MARCH_SAVE_DEFAULT, &error));
  g_assert_no_error (error);
}

static void
go (MarchDossier *dossier, gint64 position)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (march_dossier_go_to_save (dossier, position, &error));
  g_assert_no_error (error);
}

/* Positions of the saves, as "0 1 3"; those with a time only after the first. */
static void
assert_saves (MarchDossier *dossier, const char *expected)
{
  GArray          *saves = march_dossier_list_saves (dossier);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; saves != NULL && i < saves->len; i++)
    {
      const MarchSave *one = &g_array_index (saves, MarchSave, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", one->position);
      g_assert_cmpint (one->at > 0, ==, one->position > 0);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Saved with one edit and with three; a fourth isn't saved. */
static MarchDossier *
open_and_edit (Document *fixture)
{
  MarchDossier *dossier = document_open (fixture);

  document_set_title (dossier, "One");
  save (dossier);
  document_set_title (dossier, "Two");
  document_set_title (dossier, "Three");
  save (dossier);
  document_set_title (dossier, "Four");
  return dossier;
}

static void
test_there_and_back (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_and_edit (fixture);

  assert_saves (dossier, "0 1 3");
  g_assert_cmpint (march_dossier_get_position (dossier), ==, 4);
  go (dossier, 1);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "One");
  g_assert_true (march_dossier_get_modified (dossier));
  go (dossier, 3);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Three");
  g_assert_false (march_dossier_get_modified (dossier));
  go (dossier, 0);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Velmark and its neighbours");
  go (dossier, 4);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Four");
  assert_saves (dossier, "0 1 3");
}

/* What a new edit cuts off can't be gone to; nor can what never was. */
static void
test_cut_off (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_and_edit (fixture);
  g_autoptr (GError) error = NULL;

  go (dossier, 1);
  document_set_title (dossier, "Another");
  assert_saves (dossier, "0 1");
  g_assert_false (march_dossier_go_to_save (dossier, 7, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Another");
  g_assert_cmpint (march_dossier_get_position (dossier), ==, 2);
}

/* Saves outlive the window, and going back before the first edit of this one needs no edit. */
static void
test_restart (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_and_edit (fixture);
  DocumentOutcome outcome = { march_dossier_edit_finish };

  save (dossier);
  march_dossier_close (dossier);
  g_clear_object (&dossier);
  dossier = document_open (fixture);
  assert_saves (dossier, "0 1 3 4");
  march_dossier_go_to_save_async (dossier, 1, document_done_cb, &outcome);
  document_wait_for (dossier, &outcome);
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "One");
  save (dossier);
  assert_saves (dossier, "0 1 3 4");
}

static void
test_none (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = document_open (fixture);

  g_assert_null (march_dossier_list_saves (dossier));
  assert_saves (dossier, "");
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/saves/there-and-back", NULL, test_there_and_back);
  DOCUMENT_ADD ("/saves/cut-off", NULL, test_cut_off);
  DOCUMENT_ADD ("/saves/restart", NULL, test_restart);
  DOCUMENT_ADD ("/saves/none", NULL, test_none);
  return document_run ();
}
