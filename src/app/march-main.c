/* march-main.c — starts the program */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/march-application.h"
#include "app/march-headless.h"
#include "app/march-installation.h"

/* What the program does without a display it can do without GTK; everything else is left to the
 * application. */
static gboolean
parse_arguments (int        argc,
                 char     **argv,
                 char    ***files,
                 gboolean  *version)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, version, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv)             copy = g_new0 (char *, argc + 1);

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse_strv (context, &copy, NULL);
}

/* Help is told by the application, before it looks for a display. */
static gboolean
asks_for_help (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--help") || g_str_equal (argv[i], "-h")
        || g_str_equal (argv[i], "-?"))
      return TRUE;
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  static const char *const     none[] = { NULL };
  g_autoptr (MarchApplication) application = NULL;
  g_auto (GStrv)               files = NULL;
  gboolean                     version = FALSE;

  march_installation_prepare ();
  if (parse_arguments (argc, argv, &files, &version) && version)
    {
      g_print ("marchland %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (!asks_for_help (argc, argv) && !gtk_init_check ())
    return march_headless_run (files != NULL ? (const char *const *) files : none);
  application = march_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
