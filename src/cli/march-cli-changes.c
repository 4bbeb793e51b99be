/* march-cli-changes.c — "changes": writes what a dossier says that an earlier one did not */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli/march-cli.h"
#include "dossier/march-changes.h"

/** march_cli_changes: runs the command. Returns: its exit status */
int
march_cli_changes (int argc, char **argv)
{
  g_autofree char   *path = NULL, *who = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file of changes to write"),
      N_("FILE") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &who,
      N_("Whose changes they are; left out, the name of the user’s account"), N_("NAME") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("changes"), 2))
    return MARCH_CLI_BAD_USE;
  if (path == NULL)
    return march_cli_bad_use (_("“%s” needs -o FILE."), "changes");
  if (!march_cli_check_output (argv[1], path, &error) ||
      !march_cli_check_output (argv[2], path, &error) ||
      !march_changes_write (argv[1], argv[2], who != NULL ? who : march_dossier_get_account_name (),
                            path, &n, NULL, &error))
    return march_cli_fail (g_steal_pointer (&error));
  march_cli_print (ngettext ("%u record differs.\n", "%u records differ.\n", n), n);
  return MARCH_CLI_FINE;
}
