/* bench-folder.h — a folder for the data that a benchmark makes up */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Returns: (transfer full) (nullable): the path of a file that is yet to be made, alone in a
 * temporary folder */
static inline char *
bench_make_path (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("marchland-bench-XXXXXX", error);

  return folder != NULL ? g_build_filename (folder, "many.gpkg", NULL) : NULL;
}

/* @path: (nullable): of bench_make_path(); it and its folder go */
static inline void
bench_remove_path (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder == NULL)
    return;
  g_unlink (path);
  g_rmdir (folder);
}
