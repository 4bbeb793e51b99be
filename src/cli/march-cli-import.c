/* march-cli-import.c — "import": brings dated control areas and points into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-typed-day.h"
#include "cli/march-cli.h"
#include "exchange/march-import.h"
#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-reader.h"

/* As typed; freed by clear_request(). */
typedef struct
{
  char *holder;
  char *source;
  char *basis;
  char *date;
  char *missing;
  gboolean points;
} Request;

static void
clear_request (Request *request)
{
  g_free (request->holder);
  g_free (request->source);
  g_free (request->basis);
  g_free (request->date);
  g_free (request->missing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

/* One of two words; the first if none is typed. */
static gboolean
read_word (const char *option,
           const char *text,
           const char *first,
           const char *second,
           gboolean   *is_second,
           GError    **error)
{
  *is_second = g_strcmp0 (text, second) == 0;
  if (text == NULL || *is_second || g_str_equal (text, first))
    return TRUE;
  /* Translators: an option, what was typed after it, and the two words to choose from. */
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT, _("%s is “%s”, not “%s” or “%s”."),
               option, text, first, second);
  return FALSE;
}

/* The day that was typed, or what the files tell best. */
static MarchDateChoice *
choose_dates (MarchLayer *layer,
              const char *date,
              GError    **error)
{
  g_autoptr (GPtrArray)       choices = NULL;
  g_autoptr (MarchDateChoice) given = NULL;
  g_autofree char            *remark = NULL;

  if (date != NULL)
    {
      given = march_date_choice_new (MARCH_DATED_BY_HAND);
      given->until = MARCH_DAY_MAX;
      if (!march_typed_day_read (date, MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1, &given->from, &remark,
                                 error))
        return NULL;
      march_cli_remark (remark);
      return g_steal_pointer (&given);
    }
  choices = march_layer_list_choices (layer, march_day_today ());
  if (choices->len > 0)
    return g_ptr_array_steal_index (choices, 0);
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       _("No file says which day it is of. Give it by --date."));
  return NULL;
}

static MarchLayer *
read_layer (char      **paths,
            const char *date,
            char      **dated,
            GError    **error)
{
  MarchReadOptions            options = { 0 };
  g_autoptr (MarchLayer)      layer = march_layer_read ((const char *const *) paths, &options, NULL,
                                                        error);
  g_autoptr (MarchDateChoice) choice = layer != NULL ? choose_dates (layer, date, error) : NULL;

  if (choice == NULL)
    return NULL;
  march_layer_set_dates (layer, choice, march_day_today ());
  *dated = march_date_choice_describe (choice);
  return g_steal_pointer (&layer);
}

static gboolean
fill_import (MarchImport   *import,
             MarchCorpus   *corpus,
             const Request *request,
             GError       **error)
{
  const MarchActor  *holder = march_cli_find_actor (corpus, request->holder, error);
  const MarchSource *source = march_cli_find_source (corpus, request->source);
  gboolean           areas = march_layer_count_kind (import->layer, MARCH_GEOMETRY_POLYGON) > 0;
  gboolean           own = FALSE, open = FALSE;

  if (holder == NULL
      || !read_word ("--basis", request->basis, "independent", "own", &own, error)
      || !read_word ("--missing", request->missing, "carried", "open", &open, error))
    return FALSE;
  import->holder = holder->id;
  import->source = source != NULL ? source->id : 0;
  import->source_title = g_strdup (request->source);
  import->basis = own ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
  import->points = request->points || !areas;
  if (open || (request->missing == NULL && !areas))
    import->missing = MARCH_MISSING_OPEN;
  return TRUE;
}

static void
print_report (MarchImport             *import,
              const MarchImportReport *report)
{
  for (guint i = 0; i < march_layer_get_n_notes (import->layer); i++)
    {
      g_autofree char *words = march_layer_describe_note (import->layer, i);

      march_cli_print ("%s\n", words);
    }
  for (guint i = 0; i < report->notes->len; i++)
    march_cli_print ("%s\n", (const char *) g_ptr_array_index (report->notes, i));
  march_cli_print ("%s\n", import->dated);
  march_cli_print (_("Days: %u. Areas: %u, of them repaired: %u. Left out: %u. Pieces: %u.\n"),
                   report->n_days, report->n_features, report->n_repaired, report->n_skipped,
                   report->n_pieces);
  if (report->n_points > 0)
    march_cli_print (_("Points: %u.\n"), report->n_points);
}

/* Saved at once, over the file that was opened. */
static gboolean
run_import (MarchDossier  *dossier,
            char         **paths,
            const Request *request,
            GError       **error)
{
  g_autoptr (MarchCorpus)       corpus = march_dossier_dup_corpus (dossier);
  g_autofree char              *dated = NULL;
  g_autoptr (MarchLayer)        layer = read_layer (paths, request->date, &dated, error);
  g_autoptr (MarchImport)       import = layer != NULL ? march_import_new (layer) : NULL;
  g_autoptr (MarchImportReport) report = NULL;
  MarchAreaBatch               *batch;

  if (import == NULL || !fill_import (import, corpus, request, error))
    return FALSE;
  import->dated = g_steal_pointer (&dated);
  batch = march_import_cut (import, NULL, NULL, NULL, &report, error);
  if (batch == NULL
      || !march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL, error)
      || !march_dossier_save (dossier, MARCH_SAVE_DEFAULT, error))
    return FALSE;
  print_report (import, report);
  return TRUE;
}

int
march_cli_import (int    argc,
                  char **argv)
{
  g_auto (Request)         request = { 0 };
  const GOptionEntry       options[] = {
          { "holder", 0, 0, G_OPTION_ARG_STRING, &request.holder,
            N_("Who holds the areas, or whose points they are"), N_("ACTOR") },
          { "source", 0, 0, G_OPTION_ARG_STRING, &request.source,
            N_("Who publishes them; added if the dossier has no such source"), N_("TITLE") },
          { "basis", 0, 0, G_OPTION_ARG_STRING, &request.basis,
            N_("Assessed, or the holder's own word: independent (the default) or own"),
            N_("BASIS") },
          { "date", 0, 0, G_OPTION_ARG_STRING, &request.date,
            N_("The day of everything; left out, what the files say"), N_("DATE") },
          { "missing", 0, 0, G_OPTION_ARG_STRING, &request.missing,
            N_("A day without data is as the day before, or not known: carried (the default of "
               "areas) or open (that of points)"),
            N_("WORD") },
          { "points", 0, 0, G_OPTION_ARG_NONE, &request.points,
            N_("Bring in the points beside areas as well; without areas they always are"), NULL },
          { NULL },
  };
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("import"), -2))
    return MARCH_CLI_BAD_USE;
  if (request.holder == NULL || request.source == NULL)
    return march_cli_bad_use (_("“import” needs --holder ACTOR and --source TITLE."));
  dossier = march_cli_open_dossier (argv[1], &error);
  if (dossier == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  if (!run_import (dossier, argv + 2, &request, &error))
    {
      /* Nothing is left for a recovery that nobody would expect. */
      march_dossier_revert (dossier, NULL);
      return march_cli_fail (g_steal_pointer (&error));
    }
  return MARCH_CLI_FINE;
}
