/* march-locale.c — the language that the program speaks, installed or in the build directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-base"

#include "config.h"

#include "base/march-locale.h"

#include <glib/gi18n.h>
#include <locale.h>

/** march_locale_find_build_dir: Returns: (transfer full) (nullable): the folder of the running
 * program if it is a build directory */
char *
march_locale_find_build_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *schemas = NULL;

  if (folder == NULL)
    return NULL;
  schemas = g_build_filename (folder, "data", "gschemas.compiled", NULL);
  return g_file_test (schemas, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
}

/**
 * march_locale_prepare:
 *
 * Sets up the locale and the translations. Every program calls it first of all.
 * MARCHLAND_LOCALEDIR overrides where translations are looked for.
 */
void
march_locale_prepare (void)
{
  g_autofree char *build_dir = march_locale_find_build_dir ();
  g_autofree char *built = build_dir != NULL ? g_build_filename (build_dir, "po", NULL) : NULL;
  const char      *folder = g_getenv ("MARCHLAND_LOCALEDIR");

  if (folder == NULL)
    folder = built != NULL ? built : LOCALEDIR;
  /* Without the locale that is asked for, gettext is silent, and names in the language asked for
   * would stand in English sentences. */
  if (setlocale (LC_ALL, "") == NULL)
    g_setenv ("LANGUAGE", "en", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
