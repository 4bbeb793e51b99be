/* attach-texts.c — copies a dossier with the texts of its sources: DOSSIER FOLDER OUT */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "corpus/march-verify.h"
#include "dossier/march-dossier-texts.h"

static gint64
find_source (MarchDossier *dossier, const char *text)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  g_autofree char        *hash = march_verify_hash (text);
  GPtrArray              *sources = march_corpus_get_sources (corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];

      if (g_strcmp0 (source->sha256, hash) == 0)
        return source->id;
    }
  return 0;
}

static void
attach (MarchDossier *dossier, const char *path)
{
  g_autofree char   *data = NULL;
  g_autofree char   *text = NULL;
  gsize              length = 0;
  MarchTextReport    report;
  g_autoptr (GError) error = NULL;
  gint64             source = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  text = march_verify_prepare (data, length, &error);
  g_assert_no_error (error);
  source = find_source (dossier, text);
  if (source == 0)
    return;
  march_dossier_attach_text (dossier, source, data, length, &report, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile)        file = NULL;
  g_autoptr (GFile)        out = NULL;
  g_autoptr (GDir)         folder = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (GError)       error = NULL;
  const char              *name = NULL;

  g_assert_cmpint (argc, ==, 4);
  file = g_file_new_for_path (argv[1]);
  out = g_file_new_for_path (argv[3]);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_open (argv[2], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[2], name, NULL);

      if (g_str_has_suffix (name, ".txt"))
        attach (dossier, path);
    }
  march_dossier_save_as (dossier, out, &error);
  g_assert_no_error (error);
  march_dossier_close (dossier);
  return 0;
}
