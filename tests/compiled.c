/* compiled.c — the corpus of a dossier's text form, through compiler and loader */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "compiled.h"

#include "folder.h"

#include "dossier/march-dossier.h"
#include "exchange/march-compile.h"

MarchCorpus *
compiled_corpus_new (const char *folder)
{
  g_autofree char   *source = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"), folder, NULL);
  g_autofree char   *scratch = folder_make ();
  g_autofree char   *path = g_build_filename (scratch, "compiled.gpkg", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  MarchCorpus             *corpus;

  march_compile (source, path, NULL, &error);
  g_assert_no_error (error);
  dossier = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  corpus = march_dossier_dup_corpus (dossier);
  g_clear_object (&dossier);
  folder_remove (scratch);
  return corpus;
}

const MarchPlace *
compiled_place (MarchCorpus *corpus, const char *name)
{
  GPtrArray        *places = march_corpus_get_places (corpus);
  const MarchPlace *found = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (!g_str_equal (march_place_get_name (place, "en"), name))
        continue;
      g_assert_null (found);
      found = place;
    }
  g_assert_nonnull (found);
  return found;
}
