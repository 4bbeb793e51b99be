/* march-window-areas.c — the menu of the sources whose imported areas may be drawn */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "dossier/march-dossier-areas.h"

/* The source that is drawn unless the question asks for another; 0 where there are no areas. */
static gint64
get_source (MarchCorpus *corpus)
{
  const MarchSource *source = corpus != NULL ? march_corpus_get_area_source (corpus) : NULL;

  return source != NULL ? source->id : 0;
}

static void
area_source_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  MarchWindow       *self = user_data;
  MarchDossier      *dossier = march_session_get_dossier (self->session);
  g_autoptr (GError) error = NULL;

  if (dossier != NULL
      && g_variant_get_int64 (parameter) != get_source (march_session_get_corpus (self->session))
      && !march_dossier_set_area_source (dossier, g_variant_get_int64 (parameter), &error))
    march_window_show_error (self, _("The Source Can’t Be Chosen"), error);
}

static GMenu *
new_menu (GPtrArray *sources)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource     *source = g_ptr_array_index (sources, i);
      g_auto (GStrv)         parts = g_strsplit (source->title, "_", -1);
      g_autofree char       *label = g_strjoinv ("__", parts); /* no mnemonics in titles */
      g_autoptr (GMenuItem)  item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.area-source", "x", source->id);
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* One submenu, where there is something to choose from. */
static void
corpus_changed_cb (MarchWindow *self)
{
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  GAction     *action = g_action_map_lookup_action (G_ACTION_MAP (self), "area-source");

  if (corpus == self->areas_corpus)
    return;
  self->areas_corpus = corpus;
  g_menu_remove_all (self->areas_section);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_int64 (get_source (corpus)));
  if (get_source (corpus) != 0)
    {
      g_autoptr (GPtrArray) sources = march_corpus_list_area_sources (corpus);
      g_autoptr (GMenu)     menu = new_menu (sources);

      g_menu_append_submenu (self->areas_section, _("Control _Areas"), G_MENU_MODEL (menu));
    }
}

/** march_window_watch_areas: keeps the menu of the sources of areas as the dossier is */
void
march_window_watch_areas (MarchWindow *self)
{
  g_autoptr (GSimpleAction) action
    = g_simple_action_new_stateful ("area-source", G_VARIANT_TYPE_INT64, g_variant_new_int64 (0));

  g_signal_connect_object (action, "activate", G_CALLBACK (area_source_action), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect_object (self->session, "notify::snapshot", G_CALLBACK (corpus_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
