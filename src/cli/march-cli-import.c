/* march-cli-import.c — "import": brings dated control areas and points into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "base/march-typed-day.h"
#include "cli/march-cli.h"
#include "exchange/march-import-plan.h"
#include "exchange/march-layer-reader.h"

/* As typed; freed by clear_request(). */
typedef struct
{
  char   **holders; /* NULL: none */
  char   **bases;   /* likewise */
  char    *by;
  char    *source;
  char    *date;
  char    *missing;
  char   **columns; /* of a table; NULL: none */
  char    *order;   /* what they hold */
  gboolean points;
} Request;

static void
clear_request (Request *request)
{
  g_strfreev (request->holders);
  g_strfreev (request->bases);
  g_free (request->by);
  g_free (request->source);
  g_free (request->date);
  g_free (request->missing);
  g_strfreev (request->columns);
  g_free (request->order);
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

/* Which columns of a table hold the positions; none are said if none were typed. */
static gboolean
read_columns (const Request     *request,
              MarchTableColumns *columns,
              GError           **error)
{
  const char *order = request->order != NULL ? request->order : "lat,lng";
  const guint n = request->columns != NULL ? g_strv_length (request->columns) : 0;
  gboolean    turned = g_str_equal (order, "lng,lat"), wkt = g_str_equal (order, "wkt");

  if (!turned && !wkt && !g_str_equal (order, "lat,lng"))
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   /* Translators: the words are typed as they are. */
                   _("--order is “%s”, not “lat,lng”, “lng,lat” or “wkt”."), order);
      return FALSE;
    }
  if (n > (wkt ? 1 : 2) || (n == 0 && request->order != NULL))
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("Positions are in one column, or latitude and longitude in two. "
                             "Give each by --column, and --order with them."));
      return FALSE;
    }
  if (n == 2)
    march_table_columns_set (columns, MARCH_TABLE_APART, request->columns[turned ? 1 : 0],
                             request->columns[turned ? 0 : 1]);
  else if (n == 1)
    march_table_columns_set (columns,
                             wkt      ? MARCH_TABLE_WKT
                             : turned ? MARCH_TABLE_LONGITUDE_FIRST
                                      : MARCH_TABLE_LATITUDE_FIRST,
                             request->columns[0], NULL);
  return TRUE;
}

/* The day that was typed, or what the files tell best. */
static gboolean
choose_dates (MarchImportPlan *plan,
              const char      *date,
              GError         **error)
{
  g_autofree char *remark = NULL;
  MarchDay         day;

  if (march_layer_get_n_features (plan->layer) == 0)
    return march_import_plan_check (plan, error);
  if (date == NULL && plan->choices->len == 1)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("No file says which day it is of. Give it by --date."));
      return FALSE;
    }
  if (date == NULL)
    return TRUE;
  if (!march_typed_day_read (date, MARCH_DAY_MIN + 1, MARCH_DAY_MAX - 1, &day, &remark, error))
    return FALSE;
  march_cli_remark (remark);
  return march_import_plan_set_day (plan, date, error);
}

/* @value: what @text, "VALUE=WORD", is about; NULL: it is a word alone, about all values. */
static gboolean
split (MarchImportPlan *plan,
       const Request   *request,
       const char      *text,
       MarchPlanValue **value,
       const char     **word,
       GError         **error)
{
  const char      *sign = request->by != NULL ? strrchr (text, '=') : NULL;
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;

  *value = NULL;
  *word = sign != NULL ? sign + 1 : text;
  if (sign == NULL)
    return TRUE;
  *value = march_import_plan_find_value (plan, *name != '\0' ? name : NULL);
  if (*value != NULL)
    return TRUE;
  /* Translators: a value, and what was typed to tell features apart by. */
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND, _("Nothing has “%1$s” as “%2$s”."), name,
               request->by);
  return FALSE;
}

static void
set_holder (MarchImportPlan *plan,
            MarchPlanValue  *value,
            gint64           holder)
{
  for (guint i = 0; i < plan->values->len; i++)
    if (value == NULL || value == plan->values->pdata[i])
      ((MarchPlanValue *) plan->values->pdata[i])->holder = holder;
}

static gboolean
read_holder (MarchImportPlan *plan,
             const Request   *request,
             const char      *text,
             gboolean         of_all,
             GError         **error)
{
  MarchPlanValue   *value;
  const char       *word;
  const MarchActor *actor;

  if (!split (plan, request, text, &value, &word, error))
    return FALSE;
  if ((value == NULL) != of_all)
    return TRUE;
  actor = march_cli_find_actor (plan->corpus, word, error);
  if (actor != NULL)
    set_holder (plan, value, actor->id);
  return actor != NULL;
}

static gboolean
read_basis (MarchImportPlan *plan,
            const Request   *request,
            const char      *text,
            gboolean         of_all,
            GError         **error)
{
  MarchPlanValue *value;
  const char     *word;
  gboolean        own;

  if (!split (plan, request, text, &value, &word, error)
      || !read_word ("--basis", word, "independent", "own", &own, error))
    return FALSE;
  if (of_all && value == NULL)
    plan->basis = own ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
  else if (!of_all && value != NULL)
    march_import_plan_set_basis (plan, value, own ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT);
  return TRUE;
}

/* First what is said of all features, then what is said of some. */
static gboolean
read_sides (MarchImportPlan *plan,
            const Request   *request,
            GError         **error)
{
  for (int of_all = TRUE; of_all >= FALSE; of_all--)
    {
      for (guint i = 0; request->holders != NULL && request->holders[i] != NULL; i++)
        if (!read_holder (plan, request, request->holders[i], of_all, error))
          return FALSE;
      for (guint i = 0; request->bases != NULL && request->bases[i] != NULL; i++)
        if (!read_basis (plan, request, request->bases[i], of_all, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
fill_plan (MarchImportPlan *plan,
           const Request   *request,
           GError         **error)
{
  const MarchSource *source = march_cli_find_source (plan->corpus, request->source);
  gboolean           areas = march_import_plan_has_areas (plan), open = FALSE;

  if (!choose_dates (plan, request->date, error)
      || !read_word ("--missing", request->missing, "carried", "open", &open, error))
    return FALSE;
  if (request->by == NULL)
    march_import_plan_choose_key (plan, 0);
  else if (!march_import_plan_choose_by (plan, request->by, error))
    return FALSE;
  plan->source = source != NULL ? source->id : 0;
  plan->title = g_strdup (request->source);
  plan->points = request->points || !areas;
  if (request->missing != NULL)
    plan->missing = open ? MARCH_MISSING_OPEN : MARCH_MISSING_CARRIED;
  return read_sides (plan, request, error);
}

/* Why little or nothing came of the files: the error tells the first reason at most. */
static void
tell_left_out (MarchLayer *layer)
{
  if (march_layer_count_noted (layer, MARCH_NOTE_SKIPPED) < 2)
    return;
  for (guint i = 0; i < march_layer_get_n_notes (layer); i++)
    {
      g_autofree char *words = march_layer_describe_note (layer, i);

      if (march_layer_get_note (layer, i)->kind == MARCH_NOTE_SKIPPED)
        march_cli_remark (words);
    }
}

static MarchImportPlan *
make_plan (MarchDossier  *dossier,
           char         **paths,
           const Request *request,
           GError       **error)
{
  MarchReadOptions            options = { 0 };
  g_auto (MarchTableColumns)  columns = { MARCH_TABLE_APART, NULL, NULL };
  g_autoptr (MarchCorpus)     corpus = march_dossier_dup_corpus (dossier);
  g_autoptr (MarchLayer)      layer = NULL;
  g_autoptr (MarchImportPlan) plan = NULL;

  if (!read_columns (request, &columns, error))
    return NULL;
  options.columns = march_table_columns_are_said (&columns) ? &columns : NULL;
  layer = march_layer_read ((const char *const *) paths, &options, NULL, error);
  if (layer == NULL)
    return NULL;
  plan = march_import_plan_new (layer, corpus, march_day_today ());
  if (fill_plan (plan, request, error))
    return g_steal_pointer (&plan);
  tell_left_out (layer);
  return NULL;
}

static void
print_report (MarchImportPlan         *plan,
              const MarchImportReport *report)
{
  g_autofree char *dated = march_date_choice_describe (march_import_plan_get_choice (plan));

  for (guint i = 0; i < march_layer_get_n_notes (plan->layer); i++)
    {
      g_autofree char *words = march_layer_describe_note (plan->layer, i);

      march_cli_print ("%s\n", words);
    }
  for (guint i = 0; i < report->notes->len; i++)
    march_cli_print ("%s\n", ((MarchImportNote *) report->notes->pdata[i])->words);
  march_cli_print ("%s\n", dated);
  march_cli_print (_("Days: %u. Areas: %u, of them repaired: %u. Left out: %u. Pieces: %u.\n"),
                   g_hash_table_size (report->days), report->n_features, report->n_repaired,
                   report->n_skipped,
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
  g_autoptr (MarchImportPlan)   plan = make_plan (dossier, paths, request, error);
  g_autoptr (MarchImportReport) report = NULL;
  GPtrArray                    *batches;

  if (plan == NULL)
    return FALSE;
  batches = march_import_plan_cut (plan, NULL, NULL, NULL, &report, error);
  if (batches == NULL || !march_dossier_add_areas (dossier, batches, NULL, NULL, error)
      || !march_dossier_save (dossier, MARCH_SAVE_DEFAULT, error))
    return FALSE;
  print_report (plan, report);
  return TRUE;
}

int
march_cli_import (int    argc,
                  char **argv)
{
  g_auto (Request)         request = { 0 };
  const GOptionEntry       options[] = {
          { "holder", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.holders,
            N_("Who holds the areas, or whose points they are; with --by once for each value"),
            N_("[VALUE=]ACTOR") },
          { "by", 0, 0, G_OPTION_ARG_STRING, &request.by,
            N_("What tells holders apart: file, group, colour, name or a field; what has no "
               "holder is left out"),
            N_("WHAT") },
          { "source", 0, 0, G_OPTION_ARG_STRING, &request.source,
            N_("Who publishes them; added if the dossier has no such source"), N_("TITLE") },
          { "basis", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.bases,
            N_("Assessed, or the holder's own word: independent (the default) or own; with --by "
               "also of a value"),
            N_("[VALUE=]BASIS") },
          { "date", 0, 0, G_OPTION_ARG_STRING, &request.date,
            N_("The day of everything; left out, what the files say"), N_("DATE") },
          { "missing", 0, 0, G_OPTION_ARG_STRING, &request.missing,
            N_("A day without data is as the day before, or not known: carried (the default of "
               "areas) or open (that of points)"),
            N_("WORD") },
          { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.columns,
            N_("A column of a table that has the positions; twice for latitude and longitude"),
            N_("NAME") },
          { "order", 0, 0, G_OPTION_ARG_STRING, &request.order,
            N_("What the columns have: lat,lng (the default), lng,lat, or wkt"), N_("WORD") },
          { "points", 0, 0, G_OPTION_ARG_NONE, &request.points,
            N_("Bring in the points beside areas as well; without areas they always are"), NULL },
          { NULL },
  };
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("import"), -2))
    return MARCH_CLI_BAD_USE;
  if ((request.holders == NULL && request.by == NULL) || request.source == NULL)
    return march_cli_bad_use (_("“import” needs --holder ACTOR and --source TITLE."));
  if (request.by == NULL && request.holders[1] != NULL)
    return march_cli_bad_use (_("Several holders need --by, which tells what is whose."));
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
