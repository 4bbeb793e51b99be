/* march-installation.c — where the program's own files are, installed or in the build directory */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-installation.h"

#include "base/march-locale.h"

/**
 * march_installation_prepare:
 *
 * Sets up the locale, translations and settings schemas. Call it first of all: it changes the
 * environment. MARCHLAND_LOCALEDIR overrides where translations are looked for.
 */
void
march_installation_prepare (void)
{
  g_autofree char *build_dir = march_locale_find_build_dir ();

  march_locale_prepare ();
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
  g_autofree char *build_dir = march_locale_find_build_dir ();
  GFile           *file = file_in (g_getenv ("MARCHLAND_DATADIR"));

  if (file == NULL)
    file = file_in (build_dir);
  return file != NULL ? file : file_in (PKGDATADIR);
}
