/* test-copy-strip.c — copies that leave out texts, notes, names or the history */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem () */

#include "config.h"

#include <string.h>

#include "document.h"
#include "dossier-fixture.h"
#include "dossier/march-dossier-history.h"
#include "dossier/march-dossier-texts.h"

/* Each stands in the file exactly where one of the parts is, and nowhere else. */
#define NOTE "Zwischenrufe aus der hinteren Reihe"
#define NAME "Ottilie Vantongeren"
#define LABEL "Notiz beigegeben"
#define IN_TEXT "Troops stand in Tarvia."

static gboolean
add_note (MarchEdit *edit, gpointer data, GError **error)
{
  static const struct
  {
    const char *table;
    gint64      id;
  } rows[] = {
    { "actor", FIXTURE_VELMARK },       { "place", FIXTURE_TARVIA },
    { "source", FIXTURE_SOURCE },       { "quotation", FIXTURE_QUOTATION },
    { "assertion", FIXTURE_CLAIM },     { "evidence", FIXTURE_EVIDENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();

      march_row_set_text (row, "note", NOTE);
      if (!march_edit_update (edit, rows[i].table, rows[i].id, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
file_has (const char *path, const char *words)
{
  g_autofree char *data = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return memmem (data, length, words, strlen (words)) != NULL;
}

static MarchDossier *
open_and_edit (Document *fixture)
{
  MarchDossier    *dossier = document_open (fixture);
  MarchTextReport  report;
  g_autoptr (GError) error = NULL;

  march_dossier_set_who (dossier, NAME);
  march_dossier_attach_text (dossier, FIXTURE_SOURCE, FIXTURE_TEXT, strlen (FIXTURE_TEXT), &report,
                             &error);
  g_assert_no_error (error);
  g_assert_true (march_dossier_edit (dossier, LABEL, add_note, NULL, &error));
  g_assert_no_error (error);
  return dossier;
}

/* What is left out is nowhere in the file, all else is there, and the dossier stays as it is. */
static void
test_parts (Document *fixture, gconstpointer data)
{
  static const MarchCopyParts all
      = MARCH_COPY_TEXTS | MARCH_COPY_NOTES | MARCH_COPY_NAMES | MARCH_COPY_HISTORY;
  g_autoptr (MarchDossier) dossier = open_and_edit (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.gpkg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (MarchCopyParts without = 0; without <= all; without++)
    {
      g_autoptr (MarchDossier) copy = NULL;
      g_autoptr (GPtrArray)    history = NULL;
      g_autoptr (MarchCorpus)  corpus = NULL;
      g_autoptr (GError)       error = NULL;

      march_dossier_save_copy (dossier, file, without, &error);
      g_assert_no_error (error);
      g_assert_cmpint (file_has (path, IN_TEXT), ==, (without & MARCH_COPY_TEXTS) == 0);
      g_assert_cmpint (file_has (path, NOTE), ==, (without & MARCH_COPY_NOTES) == 0);
      g_assert_cmpint (file_has (path, NAME), ==,
                       (without & (MARCH_COPY_NAMES | MARCH_COPY_HISTORY)) == 0);
      g_assert_cmpint (file_has (path, LABEL), ==, (without & MARCH_COPY_HISTORY) == 0);

      copy = march_dossier_open (file, NULL, &error);
      g_assert_no_error (error);
      corpus = march_dossier_dup_corpus (copy);
      g_assert_cmpuint (march_dossier_get_warnings (copy)->len, ==, 0);
      g_assert_nonnull (march_corpus_get_source (corpus, FIXTURE_SOURCE)->sha256);
      history = march_dossier_list_history (copy, 0, 0, &error);
      g_assert_cmpuint (history->len, ==, (without & MARCH_COPY_HISTORY) != 0 ? 0 : 3);
      g_assert_true (march_dossier_get_modified (dossier));
      g_assert_true (g_file_equal (march_dossier_get_file (dossier), fixture->file));
    }
}

/* What was left out can be given anew: a copy is a dossier like any other. */
static void
test_edited_on (Document *fixture, gconstpointer data)
{
  g_autoptr (MarchDossier) dossier = open_and_edit (fixture);
  g_autoptr (MarchDossier) copy = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "copy.gpkg", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MarchTextReport    report;

  g_assert_true (march_dossier_save_copy (dossier, file, MARCH_COPY_TEXTS | MARCH_COPY_HISTORY,
                                          &error));
  copy = march_dossier_open (file, NULL, &error);
  g_assert_true (march_dossier_attach_text (copy, FIXTURE_SOURCE, FIXTURE_TEXT,
                                            strlen (FIXTURE_TEXT), &report, &error));
  g_assert_true (report.same);
  g_assert_true (march_dossier_undo (copy, &error));
  g_assert_true (march_dossier_redo (copy, &error));
  g_assert_true (march_dossier_save (copy, MARCH_SAVE_DEFAULT, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  document_init (&argc, &argv);
  DOCUMENT_ADD ("/copy-strip/parts", NULL, test_parts);
  DOCUMENT_ADD ("/copy-strip/edited-on", NULL, test_edited_on);
  return document_run ();
}
