/* fuzz-dossier.c — whole files, opened as a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "dossier/march-dossier.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *path = g_strdup_printf ("%s/fuzz-dossier-%d.gpkg", g_get_tmp_dir (), getpid ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length, NULL));
  dossier = march_dossier_open (file, NULL, &error);
  g_assert ((dossier == NULL) == (error != NULL));
  if (dossier != NULL)
    corpus = march_dossier_dup_corpus (dossier);
  g_unlink (path);
  return 0;
}
