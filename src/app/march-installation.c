/* march-installation.c — where the program's own files are, installed or in the build directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-installation.h"

#include <glib/gi18n.h>
#include <locale.h>

/* The folder of the running program if it is a build directory, else NULL. */
static char *
find_build_dir (void)
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
 * march_installation_prepare:
 *
 * Sets up the locale, translations and settings schemas. Call it first of all: it changes the
 * environment. MARCHLAND_LOCALEDIR overrides where translations are looked for.
 */
void
march_installation_prepare (void)
{
  g_autofree char *build_dir = find_build_dir ();
  const char      *locale_dir = g_getenv ("MARCHLAND_LOCALEDIR");
  g_autofree char *uninstalled = build_dir != NULL ? g_build_filename (build_dir, "po", NULL)
                                                   : NULL;

  setlocale (LC_ALL, "");
  if (locale_dir == NULL)
    locale_dir = uninstalled != NULL ? uninstalled : LOCALEDIR;
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (build_dir != NULL)
    {
      g_autofree char *schemas = g_build_filename (build_dir, "data", NULL);

      g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
    }
}

static GFile *
file_in (const char *folder)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, SHIPPED_DOSSIER, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_file_new_for_path (path) : NULL;
}

/**
 * march_installation_find_shipped:
 *
 * Looks in MARCHLAND_DATADIR, in the build directory and in the installed data.
 *
 * Returns: (transfer full) (nullable): the dossier that comes with the program
 */
GFile *
march_installation_find_shipped (void)
{
  g_autofree char *build_dir = find_build_dir ();
  GFile           *file = file_in (g_getenv ("MARCHLAND_DATADIR"));

  if (file == NULL)
    file = file_in (build_dir);
  return file != NULL ? file : file_in (PKGDATADIR);
}
