/* march-recent.c — the dossiers opened last */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-recent.h"

#include <glib/gi18n.h>

#define PROGRAM "Marchland"

static void
recent_free (gpointer data)
{
  MarchRecent *recent = data;

  g_free (recent->uri);
  g_free (recent->name);
  g_free (recent->place);
  g_date_time_unref (recent->visited);
  g_free (recent);
}

static char *
shorten_home (const char *path)
{
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_strdup (path);
}

static MarchRecent *
recent_new (GtkRecentInfo *info)
{
  MarchRecent      *recent = g_new0 (MarchRecent, 1);
  g_autofree char  *path = gtk_recent_info_get_uri_display (info);
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

  recent->uri = g_strdup (gtk_recent_info_get_uri (info));
  recent->name = g_strdup (gtk_recent_info_get_display_name (info));
  recent->place = shorten_home (path != NULL ? path : recent->uri);
  recent->visited = g_date_time_ref (gtk_recent_info_get_visited (info));
  recent->exists = !g_file_is_native (file) || gtk_recent_info_exists (info);
  return recent;
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const MarchRecent *first = *(const MarchRecent *const *) a;
  const MarchRecent *second = *(const MarchRecent *const *) b;

  return g_date_time_compare (second->visited, first->visited);
}

/**
 * march_recent_add:
 * @file: a dossier just opened
 * @title: its title
 */
void
march_recent_add (GFile      *file,
                  const char *title)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData    data = {
       .display_name = (char *) title,
       .mime_type = (char *) "application/geopackage+sqlite3",
       .app_name = (char *) PROGRAM,
       .app_exec = (char *) "marchland %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/** march_recent_list: Returns: (transfer full): at most so many #MarchRecent, the last visited
 * first */
GPtrArray *
march_recent_list (guint most)
{
  GPtrArray *recent = g_ptr_array_new_with_free_func (recent_free);
  GList     *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, PROGRAM))
      g_ptr_array_add (recent, recent_new (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (recent, compare_visits);
  if (recent->len > most)
    g_ptr_array_set_size (recent, most);
  return recent;
}

/** march_recent_new_menu: Returns: (transfer full): the same as a menu; a first item for the
 * shipped dossier is not in it */
GMenu *
march_recent_new_menu (guint most)
{
  GMenu                *menu = g_menu_new ();
  g_autoptr (GPtrArray) recent = march_recent_list (most);

  for (guint i = 0; i < recent->len; i++)
    {
      MarchRecent          *one = recent->pdata[i];
      g_auto (GStrv)        parts = g_strsplit (one->name, "_", -1);
      g_autofree char      *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (!one->exists)
        continue;
      g_menu_item_set_action_and_target (item, "win.open-uri", "s", one->uri);
      g_menu_append_item (menu, item);
    }
  return menu;
}
