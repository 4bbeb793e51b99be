/* march-cli-area.c — "area": who held how much of each unit on a day, in square kilometres */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "asof/march-area-history.h"
#include "asof/march-area-units.h"
#include "asof/march-words.h"
#include "cli/march-cli-figures.h"
#include "cli/march-cli-json.h"
#include "cli/march-cli.h"
#include "geo/march-geodesic.h"

#define M2_PER_KM2 1e6
#define N_COLUMNS 4
#define GAP 2 /* blanks between columns */
#define LEAST_M2 1 /* less of a unit is the grid's rounding at its border */

/* One line of the answer; without a place it is the whole. */
typedef struct
{
  const MarchPlace *place;
  MarchAreaSide     side;
  double            km2;
} Row;

static gboolean
measure_import (GPtrArray              *imports,
                const MarchDatedImport *area_import,
                MarchDay                day,
                MarchAreaUnits         *units,
                GArray                 *rows,
                GError                **error)
{
  g_autoptr (MarchGeometry) land = march_areas_get_land (imports, area_import, day, error);
  guint                     n_units = march_area_units_get_n (units);
  g_autofree double        *areas = g_new0 (double, n_units + 1);
  const MarchAreaSide       side = { area_import->holder, area_import->basis,
                                     march_areas_find_assessed (imports, area_import) != NULL };
  Row                       whole = { NULL, side, 0 };

  if (land == NULL)
    return FALSE;
  march_measure_land (march_area_units_get_measure (units), land, areas);
  for (guint i = 0; i < n_units; i++)
    {
      Row row = { march_area_units_get (units, i), side, areas[i] / M2_PER_KM2 };

      if (areas[i] >= LEAST_M2)
        g_array_append_val (rows, row);
    }
  whole.km2 = march_geodesic_area (land) / M2_PER_KM2;
  g_array_append_val (rows, whole);
  return TRUE;
}

static GArray *
measure_all (MarchCorpus *corpus,
             GPtrArray   *imports,
             MarchDay     day,
             GError     **error)
{
  g_autoptr (MarchAreaUnits) units = march_area_units_new (corpus, error);
  g_autoptr (GArray)         rows = g_array_new (FALSE, FALSE, sizeof (Row));

  if (units == NULL)
    return NULL;
  for (guint i = 0; i < imports->len; i++)
    if (!measure_import (imports, g_ptr_array_index (imports, i), day, units, rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}

static void
print_json (GArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "place",
                             row->place != NULL ? march_place_get_name (row->place, "en") : NULL);
      march_cli_json_string (builder, "code", row->place != NULL ? row->place->code : NULL);
      march_cli_json_string (builder, "holder", march_actor_get_name (row->side.holder, "en"));
      march_cli_json_string (builder, "basis", march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS,
                                                               row->side.basis));
      json_builder_set_member_name (builder, "km2");
      json_builder_add_double_value (builder, row->km2);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

/* Returns: (transfer full): the code, the place, who holds it, and how much */
static char **
describe_row (const Row *row)
{
  const char *language = march_words_get_language (NULL);
  char      **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup (row->place != NULL && row->place->code != NULL ? row->place->code : "");
  cells[1] = g_strdup (row->place != NULL ? march_place_get_name (row->place, language)
                                          : _("The whole"));
  cells[2] = march_area_side_describe (&row->side, NULL);
  cells[3] = march_area_to_words (row->km2 * M2_PER_KM2);
  return cells;
}

/* Columns as wide as what is longest in them, none where nothing has a code; numbers, in the last
 * one, end below each other. */
static void
print_text (GArray *rows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  glong                 widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = describe_row (&g_array_index (rows, Row, i));

      for (guint j = 0; j < N_COLUMNS; j++)
        widths[j] = MAX (widths[j], g_utf8_strlen (cells[j], -1));
      g_ptr_array_add (lines, cells);
    }
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      {
        const char *cell = ((char **) lines->pdata[i])[j];
        const int   gap = (int) (widths[j] - g_utf8_strlen (cell, -1));

        if (widths[j] == 0)
          continue;
        if (j == N_COLUMNS - 1)
          march_cli_print ("%*s%s\n", gap, "", cell);
        else
          march_cli_print ("%s%*s", cell, gap + GAP, "");
      }
}

static void
print_figures (GPtrArray *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  march_cli_figures_to_json (builder, figures);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

static MarchSnapshot *
ask (MarchCorpus *corpus, const char *date, GError **error)
{
  MarchQuestion question = { .known_by = MARCH_DAY_MAX };

  if (!march_cli_read_area_day (corpus, date, &question.as_of, error))
    return NULL;
  return march_snapshot_new (corpus, &question);
}

static GArray *
answer (MarchSnapshot      *snapshot,
        const char         *title,
        const MarchSource **source,
        GError            **error)
{
  MarchCorpus          *corpus = march_snapshot_get_corpus (snapshot);
  g_autoptr (GPtrArray) imports = NULL;

  if (!march_cli_find_area_source (corpus, title, source, error))
    return NULL;
  imports = march_snapshot_list_areas (snapshot, *source);
  return measure_all (corpus, imports, march_snapshot_get_question (snapshot)->as_of, error);
}

/* Figures have their own time, whatever the day. Returns: an exit status */
static int
tell (GArray            *rows,
      MarchSnapshot     *snapshot,
      const MarchSource *source,
      GPtrArray         *figures,
      gboolean           json,
      gboolean           alone)
{
  g_autofree char *words = NULL;

  if (alone && json)
    print_figures (figures);
  else if (json)
    print_json (rows);
  else
    {
      if (!alone)
        print_text (rows);
      march_cli_figures_print (snapshot, figures);
    }
  if (alone ? figures->len > 0 : rows->len > 0)
    return MARCH_CLI_FINE;
  if (alone)
    words = g_strdup (_("No figure of land is read as a place and a time."));
  else
    words = march_words_nothing_measured (snapshot, source);
  fprintf (stderr, "%s\n", words);
  return MARCH_CLI_NEGATIVE;
}

/** march_cli_area: runs the command. Returns: its exit status */
int
march_cli_area (int argc, char **argv)
{
  gboolean           json = FALSE, alone = FALSE;
  g_autofree char   *title = NULL;
  const GOptionEntry options[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &title,
      N_("By whose areas; left out, those that are drawn"), N_("TITLE") },
    { "figures", 0, 0, G_OPTION_ARG_NONE, &alone,
      N_("Only stated figures, and what each source of areas measures for them"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  const MarchSource *source = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("area"), 2))
    return MARCH_CLI_BAD_USE;
  corpus = march_cli_open (argv[1], &error);
  snapshot = corpus != NULL ? ask (corpus, argv[2], &error) : NULL;
  rows = snapshot != NULL ? answer (snapshot, title, &source, &error) : NULL;
  figures = rows != NULL ? march_cli_figures_measure (snapshot, NULL, &error) : NULL;
  if (figures == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  return tell (rows, snapshot, source, figures, json, alone);
}
