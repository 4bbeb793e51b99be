/* march-cli-why.c — from a place's colour to the words it rests on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "asof/march-front.h"
#include "cli/march-cli-figures.h"
#include "cli/march-cli-json.h"
#include "cli/march-cli.h"

static void
add_row (JsonBuilder       *builder,
         const MarchWhyRow *row)
{
  json_builder_begin_object (builder);
  march_cli_json_string (builder, "headline", row->headline);
  march_cli_json_string (builder, "rule", row->rule);
  json_builder_set_member_name (builder, "assertions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->assertions->len; i++)
    march_cli_json_assertion (builder, g_ptr_array_index (row->assertions, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "quotations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->evidence->len; i++)
    march_cli_json_evidence (builder, g_ptr_array_index (row->evidence, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->sources->len; i++)
    json_builder_add_string_value (builder, ((const MarchSource *) g_ptr_array_index (row->sources,
                                                                                      i))->title);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Of each holder by the areas of the day; null where there is no line. */
static void
add_distances (JsonBuilder *builder, GArray *distances)
{
  json_builder_set_member_name (builder, "contact");
  json_builder_begin_array (builder);
  for (guint i = 0; i < distances->len; i++)
    {
      const MarchFrontDistance *distance = &g_array_index (distances, MarchFrontDistance, i);

      json_builder_begin_object (builder);
      march_cli_json_string (builder, "holder", march_actor_get_name (distance->holder, "en"));
      json_builder_set_member_name (builder, "km");
      if (isinf (distance->metres))
        json_builder_add_null_value (builder);
      else
        json_builder_add_double_value (builder, distance->metres / 1000);
      json_builder_set_member_name (builder, "inside");
      json_builder_add_boolean_value (builder, distance->inside);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (MarchWhy *why, GPtrArray *figures, GArray *distances)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "finding");
  march_cli_json_finding (builder, why->finding);
  march_cli_json_string (builder, "summary", why->summary);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < why->rows->len; i++)
    add_row (builder, g_ptr_array_index (why->rows, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "not_known");
  json_builder_begin_array (builder);
  for (guint i = 0; i < march_why_get_not_known (why)->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (march_why_get_not_known (why), i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "figures");
  march_cli_figures_to_json (builder, figures);
  add_distances (builder, distances);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

static MarchWhy *
ask_why (MarchCorpus            *corpus,
         char                  **arguments,
         const MarchCliQuestion *question,
         GError                **error)
{
  const MarchPlace         *place = march_cli_find_place (corpus, arguments[0], error);
  g_autoptr (MarchSnapshot) snapshot = NULL;

  if (place == NULL)
    return NULL;
  snapshot = march_cli_ask (corpus, arguments[1], question, error);
  return snapshot != NULL ? march_why_new (snapshot, place) : NULL;
}

static void
print_text (MarchWhy *why, GPtrArray *figures, GArray *distances)
{
  g_autofree char *text = march_why_to_text (why);

  march_cli_print ("%s", text);
  if (distances->len > 0)
    march_cli_print ("\n%s\n", _("Line of contact"));
  for (guint i = 0; i < distances->len; i++)
    {
      g_autofree char *line
          = march_front_describe (&g_array_index (distances, MarchFrontDistance, i), NULL);

      march_cli_print ("   %s\n", line);
    }
  march_cli_figures_print (why->snapshot, figures);
  march_cli_print ("\n");
}

int
march_cli_why (int    argc,
               char **argv)
{
  g_auto (MarchCliQuestion) question = { 0 };
  const GOptionEntry options[] = {
    { "known-by", 0, 0, G_OPTION_ARG_STRING, &question.known_by,
      N_("Leave out sources published after this date"), N_("DATE") },
    { "according-to", 0, 0, G_OPTION_ARG_STRING, &question.according_to,
      N_("Only what this actor or publication says"), N_("ACTOR") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &question.source,
      N_("By whose areas; left out, those that are drawn"), N_("TITLE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &question.json, N_("Write JSON"), NULL },
    { NULL },
  };
  g_autoptr (GError)      error = NULL;
  g_autoptr (MarchCorpus) corpus = NULL;
  g_autoptr (MarchWhy)    why = NULL;
  g_autoptr (GPtrArray)   figures = NULL;
  g_autoptr (GArray)      distances = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("why"), 3))
    return MARCH_CLI_BAD_USE;
  corpus = march_cli_open (argv[1], &error);
  why = corpus != NULL ? ask_why (corpus, argv + 2, &question, &error) : NULL;
  if (why != NULL)
    figures = march_cli_figures_measure (why->snapshot, why->finding->place, &error);
  if (figures != NULL)
    distances = march_front_measure (why->snapshot, why->finding->place, NULL, &error);
  if (distances == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  if (question.json)
    print_json (why, figures, distances);
  else
    print_text (why, figures, distances);
  return MARCH_CLI_FINE;
}
