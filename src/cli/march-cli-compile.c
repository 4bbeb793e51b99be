/* march-cli-compile.c — a dossier from its text form */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "base/march-whole-file.h"
#include "cli/march-cli.h"
#include "exchange/march-compile.h"

/* As make and ninja read it. */
static void
append_name (GString    *text,
             const char *name)
{
  for (; *name != '\0'; name++)
    {
      if (*name == ' ' || *name == '#')
        g_string_append_c (text, '\\');
      if (*name == '$')
        g_string_append_c (text, '$');
      g_string_append_c (text, *name);
    }
}

/* Tells a build system which files the dossier depends on, as compilers do. */
static gboolean
write_depfile (const char *path,
               const char *output,
               GPtrArray  *files,
               GError    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_name (text, output);
  g_string_append_c (text, ':');
  for (guint i = 0; i < files->len; i++)
    {
      g_string_append_c (text, ' ');
      append_name (text, g_ptr_array_index (files, i));
    }
  g_string_append_c (text, '\n');
  return march_whole_file_write (path, text->str, text->len, error);
}

int
march_cli_compile (int    argc,
                   char **argv)
{
  g_autofree char      *output = NULL;
  g_autofree char      *depfile = NULL;
  const GOptionEntry    options[] = {
       { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The dossier to write"), N_("FILE") },
       { "depfile", 0, 0, G_OPTION_ARG_FILENAME, &depfile,
         N_("Write down which files were read, for a build system"), N_("FILE") },
       { NULL },
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;

  if (!march_cli_parse (&argc, &argv, options, march_cli_find_command ("compile"), 1))
    return MARCH_CLI_BAD_USE;
  if (output == NULL)
    return march_cli_bad_use (_("“compile” needs -o FILE."));
  if (!march_compile (argv[1], output, files, &error)
      || (depfile != NULL && !write_depfile (depfile, output, files, &error)))
    return march_cli_fail (g_steal_pointer (&error));
  return MARCH_CLI_FINE;
}
