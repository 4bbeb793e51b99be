/* march-cli-common.c — options, files and output that the commands share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/march-error.h"
#include "cli/march-cli.h"
#include "dossier/march-dossier.h"

/**
 * march_cli_print:
 *
 * Writes to standard output as UTF-8, whatever the locale's encoding: the output is data.
 */
void
march_cli_print (const char *format, ...)
{
  va_list           arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

/**
 * march_cli_print_json:
 * @node: what to write, with two blanks a level
 */
void
march_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char          *text = NULL;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  march_cli_print ("%s\n", text);
}

/**
 * march_cli_bad_use:
 *
 * Writes a sentence to standard error.
 *
 * Returns: the exit status for bad use
 */
int
march_cli_bad_use (const char *format, ...)
{
  va_list           arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "marchland-cli: %s\n", text);
  return MARCH_CLI_BAD_USE;
}

/**
 * march_cli_fail:
 * @error: (transfer full): what went wrong
 *
 * Writes the error's sentence to standard error.
 *
 * Returns: the exit status for bad use
 */
int
march_cli_fail (GError *error)
{
  g_autoptr (GError) owned = error;

  return march_cli_bad_use ("%s", owned->message);
}

/* A date before the year 0 begins with a sign; GLib leaves the "--" that says it is no option. */
static void
drop_separator (int    *argc,
                char ***argv)
{
  int at = 1;

  while (at < *argc && !g_str_equal ((*argv)[at], "--"))
    at++;
  if (at == *argc)
    return;
  memmove (*argv + at, *argv + at + 1, (gsize) (*argc - at) * sizeof **argv);
  (*argc)--;
}

static gboolean
wants_json (const GOptionEntry *options)
{
  for (const GOptionEntry *option = options; option->long_name != NULL; option++)
    if (g_str_equal (option->long_name, "json"))
      return *(const gboolean *) option->arg_data;
  return FALSE;
}

/* What programs read is the same in every locale. LANGUAGE chooses the names of places and actors.
 */
static void
speak_english (void)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_MESSAGES, "C");
}

/**
 * march_cli_parse:
 * @argc: (inout): count of arguments, the command's name first; left with the arguments that are no
 * options
 * @argv: (inout): the arguments
 * @options: the command's options
 * @command: for the usage line
 * @n_arguments: how many arguments there must be besides options; negative: at least so many
 *
 * With --json the program speaks English from here on.
 *
 * Returns: whether the arguments are of the command's form; if not, a sentence stands on standard
 * error
 */
gboolean
march_cli_parse (int                   *argc,
                 char                ***argv,
                 const GOptionEntry    *options,
                 const MarchCliCommand *command,
                 int                    n_arguments)
{
  g_autofree char           *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  g_autofree char           *program = g_strdup ("marchland-cli");
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError)         error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      march_cli_bad_use ("%s.", error->message);
      return FALSE;
    }
  drop_separator (argc, argv);
  if (n_arguments < 0 && *argc - 1 < -n_arguments)
    {
      march_cli_bad_use (_("“%s” needs at least %d arguments: marchland-cli %s"), command->name,
                         -n_arguments, usage);
      return FALSE;
    }
  if (n_arguments >= 0 && *argc - 1 != n_arguments)
    {
      march_cli_bad_use (ngettext ("“%s” takes %d argument, not %d: marchland-cli %s",
                                   "“%s” takes %d arguments, not %d: marchland-cli %s",
                                   n_arguments),
                         command->name, n_arguments, *argc - 1, usage);
      return FALSE;
    }
  if (wants_json (options))
    speak_english ();
  return TRUE;
}

/**
 * march_cli_open_dossier:
 * @path: a dossier's file name
 *
 * What is odd in the file but does no harm is told on standard error.
 *
 * Returns: (transfer full) (nullable): the dossier
 */
MarchDossier *
march_cli_open_dossier (const char *path,
                        GError    **error)
{
  g_autoptr (GFile)        file = g_file_new_for_commandline_arg (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, error);
  GPtrArray               *warnings = dossier != NULL ? march_dossier_get_warnings (dossier) : NULL;

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    march_cli_remark (g_ptr_array_index (warnings, i));
  return g_steal_pointer (&dossier);
}

/**
 * march_cli_open:
 * @path: a dossier's file name
 *
 * Returns: (transfer full) (nullable): all that the dossier holds
 */
MarchCorpus *
march_cli_open (const char *path,
                GError    **error)
{
  g_autoptr (MarchDossier) dossier = march_cli_open_dossier (path, error);

  return dossier != NULL ? march_dossier_dup_corpus (dossier) : NULL;
}

/**
 * march_cli_check_output:
 * @input: the file name of the dossier that is read, as typed
 *
 * Returns: %FALSE with an error if @output is that file, also by another name, and the dossier
 * would be lost
 */
gboolean
march_cli_check_output (const char *input,
                        const char *output,
                        GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);
  const char       *path = g_file_peek_path (file);
  struct stat       read, written;

  if (path == NULL || stat (path, &read) != 0 || stat (output, &written) != 0
      || read.st_dev != written.st_dev || read.st_ino != written.st_ino)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("“%s” is the dossier itself, which would be lost. Write to another file."),
               output);
  return FALSE;
}

/** march_cli_remark: @remark: (nullable): a sentence on how a word was read, for standard error */
void
march_cli_remark (const char *remark)
{
  if (remark != NULL)
    fprintf (stderr, "marchland-cli: %s\n", remark);
}
