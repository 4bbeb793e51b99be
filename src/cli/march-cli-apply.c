/* march-cli-apply.c — "apply": applies a file of changes to a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "cli/march-cli.h"
#include "dossier/march-dossier-changes.h"

static const char *
describe_action (MarchChangesAction action)
{
  switch (action)
    {
    case MARCH_CHANGES_ACTION_ADD:
      return _("added");
    case MARCH_CHANGES_ACTION_RETRACT:
      return _("retracted");
    case MARCH_CHANGES_ACTION_DELETE:
      return _("deleted");
    case MARCH_CHANGES_ACTION_CHANGE:
    default:
      return _("changed");
    }
}

static void
print_items (const MarchChangesPlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const MarchChangesItem *item = plan->items->pdata[i];

      march_cli_print ("%s: %s%s%s\n", describe_action (item->action), item->what,
                       *item->detail != '\0' ? "\n    " : "", item->detail);
    }
}

static void
print_evidence (const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    march_cli_print ("      %s\n", (const char *) evidence->pdata[i]);
}

static void
print_conflicts (const MarchChangesPlan *plan)
{
  for (guint i = 0; i < plan->conflicts->len; i++)
    {
      const MarchChangesConflict *conflict = plan->conflicts->pdata[i];

      march_cli_print (_("In conflict: %s\n"), conflict->what);
      march_cli_print (_("    here: %s\n"), conflict->ours);
      print_evidence (conflict->our_evidence);
      march_cli_print (_("    there: %s\n"), conflict->theirs);
      print_evidence (conflict->their_evidence);
    }
}

static void
print_sources (const MarchChangesPlan *plan)
{
  for (guint i = 0; i < plan->sources->len; i++)
    {
      const MarchSameSource *same = plan->sources->pdata[i];

      /* Translators: the titles of two sources, and what they share: "the same address". */
      march_cli_print (_("Probably the same source: “%1$s” here and “%2$s” there (%3$s)\n"),
                       same->our_title, same->their_title, same->reason);
    }
}

/* Nothing was applied, as something has to be decided first. */
static int
tell_undecided (const MarchChangesPlan *plan)
{
  print_sources (plan);
  print_conflicts (plan);
  march_cli_remark (_("Nothing was applied. Say what counts: --ours or --theirs for conflicts, "
                      "--same-sources or --separate-sources for sources."));
  return MARCH_CLI_NEGATIVE;
}

static int
apply (MarchDossier *dossier, MarchChanges *changes, MarchChangesPlan *plan, GError **error)
{
  if (!march_dossier_apply_changes (dossier, changes, plan, error))
    return g_error_matches (*error, MARCH_ERROR, MARCH_ERROR_CONFLICT) ? tell_undecided (plan)
                                                                       : MARCH_CLI_BAD_USE;
  if (plan->settled_at != NULL && plan->choice == MARCH_MERGE_ASK && plan->same == MARCH_SAME_ASK)
    {
      /* Translators: %s is a date and time. */
      march_cli_print (_("Nothing to do: the same file was applied already, %s, and what was "
                         "decided then counts. Undo that, or say what counts to decide anew.\n"),
                       plan->settled_at);
      return MARCH_CLI_FINE;
    }
  if (!march_dossier_get_modified (dossier))
    {
      march_cli_print (_("Nothing to do: the dossier has these changes already.\n"));
      return MARCH_CLI_FINE;
    }
  if (!march_dossier_save (dossier, MARCH_SAVE_DEFAULT, error))
    return MARCH_CLI_BAD_USE;
  print_sources (plan);
  print_conflicts (plan);
  print_items (plan);
  march_cli_print (ngettext ("%u record was written.\n", "%u records were written.\n",
                             plan->n_records),
                   plan->n_records);
  return MARCH_CLI_FINE;
}

static int
run (const char *path, const char *changes_path, MarchChangesPlan *plan, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (changes_path);
  g_autoptr (MarchDossier) dossier = march_cli_open_dossier (path, error);
  g_autoptr (MarchChanges) changes =
      dossier != NULL ? march_changes_read (file, NULL, error) : NULL;
  int status;

  if (changes == NULL)
    return MARCH_CLI_BAD_USE;
  status = apply (dossier, changes, plan, error);
  /* Nothing is left for a recovery that nobody would expect. */
  if (march_dossier_get_modified (dossier))
    march_dossier_revert (dossier, NULL);
  return status;
}

static MarchChangesPlan *
make_plan (gboolean ours, gboolean theirs, gboolean same, gboolean separate)
{
  return march_changes_plan_new (ours     ? MARCH_MERGE_OURS
                                 : theirs ? MARCH_MERGE_THEIRS
                                          : MARCH_MERGE_ASK,
                                 same       ? MARCH_SAME_ONE
                                 : separate ? MARCH_SAME_TWO
                                            : MARCH_SAME_ASK);
}

/** march_cli_apply: runs the command. Returns: its exit status */
int
march_cli_apply (int argc, char **argv)
{
  gboolean           ours = FALSE, theirs = FALSE, same = FALSE, separate = FALSE;
  const GOptionEntry options[] = {
    { "ours", 0, 0, G_OPTION_ARG_NONE, &ours,
      N_("Where both have changed one record, it stays as it is here"), NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs,
      N_("Where both have changed one record, it is to be as it is there"), NULL },
    { "same-sources", 0, 0, G_OPTION_ARG_NONE, &same,
      N_("Sources with the same text, DOI or address are one"), NULL },
    { "separate-sources", 0, 0, G_OPTION_ARG_NONE, &separate,
      N_("Sources with the same text, DOI or address stay two"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchChangesPlan) plan = NULL;
  int status;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("apply"), 2))
    return MARCH_CLI_BAD_USE;
  if ((ours && theirs) || (same && separate))
    return march_cli_bad_use (_("Only one of --ours and --theirs, and only one of --same-sources "
                                "and --separate-sources, can be."));
  plan = make_plan (ours, theirs, same, separate);
  status = run (argv[1], argv[2], plan, &error);
  return status == MARCH_CLI_BAD_USE ? march_cli_fail (g_steal_pointer (&error)) : status;
}
