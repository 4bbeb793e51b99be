/* march-cli-as-of.c — who holds and who says they own each place on a day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "cli/march-cli-json.h"
#include "cli/march-cli.h"
#include "asof/march-words.h"

static void
print_json (MarchSnapshot *snapshot)
{
  GPtrArray             *places = march_corpus_get_places (march_snapshot_get_corpus (snapshot));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)   root = NULL;
  gboolean               blank = march_snapshot_is_blank (snapshot);

  json_builder_begin_array (builder);
  for (guint i = 0; !blank && i < places->len; i++)
    march_cli_json_finding (builder,
                            march_snapshot_get_finding (snapshot, g_ptr_array_index (places, i)));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  march_cli_print_json (root);
}

/* Returns: whether there was anything to list */
static gboolean
print_text (MarchSnapshot *snapshot,
            gboolean       all)
{
  GPtrArray *places = march_corpus_get_places (march_snapshot_get_corpus (snapshot));
  gboolean   listed = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace   *place = g_ptr_array_index (places, i);
      const MarchFinding *finding = march_snapshot_get_finding (snapshot, place);
      g_autofree char    *words = NULL;

      if (!all && !finding->disputed)
        continue;
      words = march_words_finding (finding, NULL);
      /* No column is blank: what reads words by number gets those of the code first. */
      march_cli_print ("%-8s %s\n", place->code != NULL ? place->code : "-", words);
      listed = TRUE;
    }
  return listed;
}

int
march_cli_as_of (int    argc,
                 char **argv)
{
  g_auto (MarchCliQuestion) question = { 0 };
  gboolean                  all = FALSE;
  const GOptionEntry        options[] = {
           { "known-by", 0, 0, G_OPTION_ARG_STRING, &question.known_by,
             N_("Leave out sources published after this date"), N_("DATE") },
           { "according-to", 0, 0, G_OPTION_ARG_STRING, &question.according_to,
             N_("Only what this actor or publication says"), N_("ACTOR") },
           { "source", 0, 0, G_OPTION_ARG_STRING, &question.source,
             N_("By whose areas; left out, those that are drawn"), N_("TITLE") },
           { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("List places that nobody disputes as well"),
             NULL },
           { "json", 0, 0, G_OPTION_ARG_NONE, &question.json, N_("Write JSON, all places"), NULL },
           { NULL },
  };
  g_autoptr (GError)        error = NULL;
  g_autoptr (MarchCorpus)   corpus = NULL;
  g_autoptr (MarchSnapshot) snapshot = NULL;
  g_autofree char          *empty = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("as-of"), 2))
    return MARCH_CLI_BAD_USE;
  corpus = march_cli_open (argv[1], &error);
  snapshot = corpus != NULL ? march_cli_ask (corpus, argv[2], &question, &error) : NULL;
  if (snapshot == NULL)
    return march_cli_fail (g_steal_pointer (&error));
  empty = march_snapshot_describe_empty (snapshot);
  if (empty != NULL)
    fprintf (question.json ? stderr : stdout, "%s\n", empty);
  if (question.json)
    print_json (snapshot);
  else if (!march_snapshot_is_blank (snapshot) && !print_text (snapshot, all) && empty == NULL)
    march_cli_print ("%s\n", _("No place is disputed on this day."));
  return MARCH_CLI_FINE;
}
