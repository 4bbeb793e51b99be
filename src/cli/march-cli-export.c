/* march-cli-export.c — "export": imported areas and points as GeoJSON, as they came, or those of
 * a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-whole-file.h"
#include "cli/march-cli.h"
#include "exchange/march-areas-export.h"

static GPtrArray *
list_areas (MarchCorpus *corpus, const MarchSource *source)
{
  GPtrArray *all = march_corpus_get_area_imports (corpus), *meant = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (source == NULL || ((const MarchDatedImport *) all->pdata[i])->source == source)
      g_ptr_array_add (meant, all->pdata[i]);
  return meant;
}

static GPtrArray *
list_points (MarchCorpus *corpus, const MarchSource *source)
{
  GPtrArray *all = march_corpus_get_point_imports (corpus), *meant = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (source == NULL || ((const MarchDatedImport *) all->pdata[i])->source == source)
      g_ptr_array_add (meant, all->pdata[i]);
  return meant;
}

typedef struct
{
  MarchDossier *dossier;
  GPtrArray    *areas;
  GPtrArray    *points;
} Features;

static gboolean
fill_features (GOutputStream *stream, gpointer data, GError **error)
{
  const Features *features = data;

  return march_areas_export_features (features->dossier, features->areas, features->points, stream,
                                      NULL, error);
}

static gboolean
write_features (MarchDossier *dossier,
                GPtrArray    *areas,
                GPtrArray    *points,
                const char   *path,
                GError      **error)
{
  Features features = { dossier, areas, points };

  return march_whole_file_make (path, fill_features, &features, error);
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
  return text != NULL && march_whole_file_write (path, text, strlen (text), error);
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
      N_("The land and the points of this day; left out, areas and points as the files had them"),
      N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The GeoJSON file to write"), N_("FILE") },
    { NULL },
  };
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("export"), 1))
    return MARCH_CLI_BAD_USE;
  if (path == NULL)
    return march_cli_bad_use (_("“export” needs -o FILE."));
  if (!march_cli_check_output (argv[1], path, &error))
    return march_cli_fail (g_steal_pointer (&error));
  dossier = march_cli_open_dossier (argv[1], &error);
  if (dossier == NULL || !run_export (dossier, title, date, path, &error))
    return march_cli_fail (g_steal_pointer (&error));
  return MARCH_CLI_FINE;
}
