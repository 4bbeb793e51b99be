/* march-recent.h — the dossiers opened last */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  char      *uri;
  char      *name;
  char      *place; /* path as a reader knows it, with ~ for the home folder */
  GDateTime *visited;
  gboolean   exists;
} MarchRecent;

void       march_recent_add  (GFile *file, const char *title);
GPtrArray *march_recent_list (guint most);
GMenu     *march_recent_new_menu (guint most);

G_END_DECLS
