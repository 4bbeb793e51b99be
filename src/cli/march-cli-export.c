/* march-cli-export.c — "export": imported areas and points as GeoJSON, as they came, or the land of
 * a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "base/march-error.h"
#include "cli/march-cli.h"
#include "exchange/march-areas-export.h"

static GPtrArray *
list_areas (MarchCorpus *corpus, const MarchSource *source)
{
  GPtrArray *all = march_corpus_get_area_imports (corpus), *meant = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (source == NULL || ((const MarchAreaImport *) all->pdata[i])->source == source)
      g_ptr_array_add (meant, all->pdata[i]);
  return meant;
}

static GPtrArray *
list_points (MarchCorpus *corpus, const MarchSource *source)
{
  GPtrArray *all = march_corpus_get_point_imports (corpus), *meant = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (source == NULL || ((const MarchPointImport *) all->pdata[i])->source == source)
      g_ptr_array_add (meant, all->pdata[i]);
  return meant;
}

static gboolean
write_features (MarchDossier *dossier,
                GPtrArray    *areas,
                GPtrArray    *points,
                const char   *path,
                GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE,
                                                         NULL, error);

  return stream != NULL
         && march_areas_export_features (dossier, areas, points, G_OUTPUT_STREAM (stream), NULL,
                                         error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static gboolean
write_day (MarchCorpus       *corpus,
           const MarchSource *source,
           const char        *date,
           const char        *path,
           GError           **error)
{
  MarchQuestion question = { .known_by = MARCH_DAY_MAX };
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;

  if (!march_cli_read_area_day (corpus, date, &question.as_of, error))
    return FALSE;
  snapshot = march_snapshot_new (corpus, &question);
  text = march_areas_export_geojson (snapshot, source, error);
  return text != NULL && g_file_set_contents (path, text, -1, error);
}

static gboolean
run_export (MarchDossier *dossier,
            const char   *title,
            const char   *date,
            const char   *path,
            GError      **error)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  const MarchSource *source = NULL;
  g_autoptr (GPtrArray) areas = NULL, points = NULL;

  if (!march_cli_find_area_source (corpus, title, &source, error))
    return FALSE;
  if (date != NULL)
    return write_day (corpus, source, date, path, error);
  areas = list_areas (corpus, source);
  points = list_points (corpus, source);
  if (areas->len + points->len > 0)
    return write_features (dossier, areas, points, path, error);
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
                       _("The dossier has no imported areas or points."));
  return FALSE;
}

int
march_cli_export (int    argc,
                  char **argv)
{
  g_autofree char   *title = NULL, *date = NULL, *path = NULL;
  const GOptionEntry options[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &title,
      N_("Whose areas and points; left out, all, or of a day those that are drawn"), N_("TITLE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date,
      N_("The land of this day; left out, areas and points as the files had them"), N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The GeoJSON file to write"), N_("FILE") },
    { NULL },
  };
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("export"), 1))
    return MARCH_CLI_BAD_USE;
  if (path == NULL)
    return march_cli_bad_use (_("“export” needs -o FILE."));
  dossier = march_cli_open_dossier (argv[1], &error);
  if (dossier == NULL || !run_export (dossier, title, date, path, &error))
    return march_cli_fail (g_steal_pointer (&error));
  return MARCH_CLI_FINE;
}
