/* march-window-areas.c — the menu of the sources whose imported areas may be drawn */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "dossier/march-dossier-edits.h"

static gint64
get_default (MarchWindow *self)
{
  MarchCorpus       *corpus = march_session_get_corpus (self->session);
  const MarchSource *source = corpus != NULL ? march_corpus_get_area_source (corpus) : NULL;

  return source != NULL ? source->id : 0;
}

/* The source that is drawn; 0 where there are no areas, %MARCH_NO_AREA_SOURCE where none is to be
 * drawn. A source that is gone, when its import is undone, gives way to the default. */
static gint64
get_drawn (MarchWindow *self)
{
  const gint64 asked = march_session_get_area_source (self->session);
  MarchCorpus *corpus = march_session_get_corpus (self->session);

  if (corpus == NULL || get_default (self) == 0)
    return 0;
  if (asked == MARCH_NO_AREA_SOURCE)
    return asked;
  return asked != 0 && march_corpus_get_source (corpus, asked) != NULL ? asked
                                                                       : get_default (self);
}

/* "win.area-source" (x): what the map shows now. The dossier stays as it is. */
static void
area_source_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  MarchWindow *self = user_data;
  const gint64 chosen = g_variant_get_int64 (parameter);

  march_session_set_area_source (self->session, chosen == get_default (self) ? 0 : chosen);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MarchWindow) self = user_data;
  g_autoptr (GError)      error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error))
    march_session_set_area_source (self->session, 0);
  else
    march_window_show_error (self, _("The Source Can’t Be Chosen"), error);
}

/* "win.keep-area-source": what is shown now is from now on shown to everybody who opens the dossier
 * and chooses nothing else; an edit. */
static void
keep_area_source_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  MarchWindow  *self = user_data;
  MarchDossier *dossier = march_session_get_dossier (self->session);

  if (dossier != NULL)
    march_dossier_set_area_source_async (dossier, get_drawn (self), kept_cb, g_object_ref (self));
}

static void
append_source (GMenu *menu, const char *title, gint64 source)
{
  g_auto (GStrv)        parts = g_strsplit (title, "_", -1);
  g_autofree char      *label = g_strjoinv ("__", parts); /* no mnemonics in titles */
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.area-source", "x", source);
  g_menu_append_item (menu, item);
}

static GMenu *
new_menu (MarchWindow *self, GPtrArray *sources)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);
      g_autofree char   *title = NULL;

      if (sources->len > 1 && source->id == get_default (self))
        /* Translators: %s is the title of the source whose areas a dossier shows by default. */
        title = g_strdup_printf (_("%s (the dossier’s default)"), source->title);
      append_source (shown, title != NULL ? title : source->title, source->id);
    }
  append_source (shown, _("None: Only What Is Said"), MARCH_NO_AREA_SOURCE);
  g_menu_append_section (menu, _("Shown in This Window"), G_MENU_MODEL (shown));
  if (sources->len < 2)
    return menu;
  g_menu_append (kept, _("Make It the Dossier’s _Default"), "win.keep-area-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kept));
  return menu;
}

static void
fill_menu (MarchWindow *self, MarchCorpus *corpus)
{
  g_menu_remove_all (self->areas_section);
  if (get_default (self) != 0)
    {
      g_autoptr (GPtrArray) sources = march_corpus_list_area_sources (corpus);
      g_autoptr (GMenu)     menu = new_menu (self, sources);

      g_menu_append_submenu (self->areas_section, _("_Control Areas"), G_MENU_MODEL (menu));
    }
  if (corpus != NULL && march_corpus_get_point_imports (corpus)->len > 0)
    g_menu_append (self->areas_section, _("Imported P_oints"), "win.points");
}

/* One submenu, where there is something to choose from. */
static void
update_cb (MarchWindow *self)
{
  GActionMap  *map = G_ACTION_MAP (self);
  MarchCorpus *corpus = march_session_get_corpus (self->session);
  const gint64 drawn = get_drawn (self);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "area-source")),
                             g_variant_new_int64 (drawn));
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (map, "keep-area-source")),
      drawn > 0 && drawn != get_default (self));
  if (corpus != self->areas_corpus)
    fill_menu (self, corpus);
  self->areas_corpus = corpus;
}

/** march_window_watch_areas: keeps the menu of the sources of areas as the dossier is */
void
march_window_watch_areas (MarchWindow *self)
{
  const GActionEntry actions[] = {
    { "area-source", area_source_action, "x", "int64 0", NULL },
    { "keep-area-source", keep_area_source_action, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->session, "notify::snapshot", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::area-source", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}
