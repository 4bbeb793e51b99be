/* march-cli-compare.c — "compare": what each holder gained and lost between two days, or what two
 * sources disagree on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "asof/march-comparison.h"
#include "asof/march-words.h"
#include "base/march-error.h"
#include "cli/march-cli-json.h"
#include "cli/march-cli.h"

#define M2_PER_KM2 1e6

static void
add_number (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, value);
}

static void
print_json (MarchComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  gboolean apart = comparison->other != NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "place",
                             row->place != NULL ? march_place_get_name (row->place, "en") : NULL);
      march_cli_json_string (builder, "code", row->place != NULL ? row->place->code : NULL);
      march_cli_json_string (builder, "holder", march_actor_get_name (row->side.holder, "en"));
      march_cli_json_string (builder, "basis", march_vocabulary_get_nick (MARCH_VOCABULARY_BASIS,
                                                               row->side.basis));
      add_number (builder, apart ? "only_against_km2" : "gained_km2", row->gained / M2_PER_KM2);
      add_number (builder, apart ? "only_source_km2" : "lost_km2", row->lost / M2_PER_KM2);
      if (!apart)
        add_number (builder, "turned_km2", row->turned / M2_PER_KM2);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

/* What changed its word and no holder. */
static void
print_turned (const MarchComparedRow *row)
{
  g_autofree char *words = march_compared_row_describe_turned (row);

  if (words != NULL)
    march_cli_print ("%-8s %-28s %s\n", "", "", words);
}

static void
print_text (MarchComparison *comparison)
{
  const char *language = march_words_get_language (NULL);

  if (comparison->other != NULL && comparison->rows->len > 0)
    march_cli_print (_("+ only by “%1$s”, − only by “%2$s”\n"), comparison->other->title,
                     comparison->source->title);
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const MarchComparedRow *row = &g_array_index (comparison->rows, MarchComparedRow, i);
      g_autofree char        *holder = march_area_side_describe (&row->side, NULL);

      march_cli_print ("%-8s %-28s %-32s %+12.1f %+12.1f km²\n",
                       row->place != NULL && row->place->code != NULL ? row->place->code : "",
                       row->place != NULL ? march_place_get_name (row->place, language)
                                          : _("The whole"),
                       holder, row->gained / M2_PER_KM2, -row->lost / M2_PER_KM2);
      print_turned (row);
    }
}

static MarchComparison *
answer (MarchCorpus *corpus, char **days, const char *title, GError **error)
{
  MarchQuestion      question = { .known_by = MARCH_DAY_MAX };
  MarchDay           from;
  const MarchSource *source = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;

  if (!march_cli_read_area_day (corpus, days[0], &from, error)
      || !march_cli_read_area_day (corpus, days[1], &question.as_of, error)
      || !march_cli_find_area_source (corpus, title, &source, error))
    return NULL;
  if (from > question.as_of)
    {
      g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                           _("The second day comes before the first. Put the earlier one first."));
      return NULL;
    }
  snapshot = march_snapshot_new (corpus, &question);
  return march_comparison_new (snapshot, source, from, question.as_of, NULL, NULL, error);
}

static MarchComparison *
answer_apart (MarchCorpus *corpus, const char *day, const char *title, const char *against,
              GError **error)
{
  MarchQuestion      question = { .known_by = MARCH_DAY_MAX };
  const MarchSource *source = NULL, *other = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;

  if (!march_cli_read_area_day (corpus, day, &question.as_of, error)
      || !march_cli_find_area_source (corpus, title, &source, error)
      || !march_cli_find_area_source (corpus, against, &other, error))
    return NULL;
  snapshot = march_snapshot_new (corpus, &question);
  if (source == NULL)
    source = march_snapshot_get_area_source (snapshot);
  if (source == other)
    {
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                   _("“%s” is the source itself. Give another one by --against or --source."),
                   other->title);
      return NULL;
    }
  return march_comparison_new_of_sources (snapshot, source, other, NULL, NULL, error);
}

/** march_cli_compare: runs the command. Returns: its exit status */
int
march_cli_compare (int argc, char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *title = NULL;
  g_autofree char   *against = NULL;
  const GOptionEntry options[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &title,
      N_("By whose areas; left out, those that are drawn"), N_("TITLE") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &against,
      N_("On one day, with the areas of this other source"), N_("TITLE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchComparison) comparison = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("compare"), -2))
    return MARCH_CLI_BAD_USE;
  if (argc - 1 != (against != NULL ? 2 : 3))
    return march_cli_bad_use (_("“compare” takes two days, or one day and --against TITLE."));
  corpus = march_cli_open (argv[1], &error);
  if (corpus != NULL)
    comparison = against != NULL ? answer_apart (corpus, argv[2], title, against, &error)
                                 : answer (corpus, argv + 2, title, &error);
  if (comparison == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  if (json)
    print_json (comparison);
  else
    print_text (comparison);
  if (comparison->untold == NULL)
    return MARCH_CLI_FINE;
  fprintf (stderr, "%s\n", comparison->untold);
  return MARCH_CLI_NEGATIVE;
}
