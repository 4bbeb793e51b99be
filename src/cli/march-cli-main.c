/* march-cli-main.c — finds the command and runs it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "base/march-locale.h"
#include "cli/march-cli.h"

static const MarchCliCommand commands[] = {
  { "info", "FILE", N_("Say what a dossier holds"), march_cli_info },
  { "as-of", "FILE DATE", N_("Say who holds and who says they own each place on a day"),
    march_cli_as_of },
  { "why", "FILE PLACE DATE", N_("Lead from a place's colour to the words it rests on"),
    march_cli_why },
  { "check", "FILE", N_("Check a dossier and list what it does not know"), march_cli_check },
  { "render", "FILE", N_("Write the map of a day as a picture"), march_cli_render },
  { "area", "FILE DATE", N_("Measure who held how much of each unit on a day"), march_cli_area },
  { "compare", "FILE FROM [TO]", N_("Measure what each holder gained and lost between two days"),
    march_cli_compare },
  { "import", "FILE LAYER…", N_("Bring dated control areas and points into a dossier"),
    march_cli_import },
  { "export", "FILE", N_("Write imported areas and points as GeoJSON"), march_cli_export },
  { "text", "DOCUMENT", N_("Print the text of a page, a PDF or a text, as it would be stored"),
    march_cli_text },
  { "changes", "OLD NEW", N_("Write what changed between two states of a dossier"),
    march_cli_changes },
  { "apply", "FILE CHANGES", N_("Apply a colleague’s changes to a dossier"), march_cli_apply },
  { "compile", "FOLDER", N_("Build a dossier from its text form"), march_cli_compile },
};

/**
 * march_cli_find_command:
 * @name: as typed
 *
 * Returns: (nullable): the command of that name, static
 */
const MarchCliCommand *
march_cli_find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/* What was asked for goes to standard output, what went wrong to standard error. */
static void
print_usage (FILE *stream)
{
  fprintf (stream, "%s\n\n",
           _("Usage: marchland-cli COMMAND … (each command explains itself with --help)"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-8s %-16s %s\n", commands[i].name, commands[i].arguments,
             _(commands[i].summary));
  fprintf (stream, "\n%s\n", _("Exit status: 0 fine, 1 a negative finding, 2 bad use."));
}

/* Output that did not get where it was to go must not pass for an answer. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return march_cli_bad_use (_("The output can’t be written: %s."), g_strerror (errno));
}

int
main (int argc, char **argv)
{
  const MarchCliCommand *command;

  march_locale_prepare ();
  if (argc < 2)
    {
      print_usage (stderr);
      return MARCH_CLI_BAD_USE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_usage (stdout);
      return MARCH_CLI_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      march_cli_print ("marchland-cli %s\n", PACKAGE_VERSION);
      return MARCH_CLI_FINE;
    }
  command = march_cli_find_command (argv[1]);
  if (command == NULL)
    return march_cli_bad_use (_("There is no command “%s”. “marchland-cli --help” lists them."),
                              argv[1]);
  return finish (command->run (argc - 1, argv + 1));
}
