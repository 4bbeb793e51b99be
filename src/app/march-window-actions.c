/* march-window-actions.c — what menus, buttons and keys of a window do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-accelerators.h"
#include "app/march-application.h"
#include "app/march-installation.h"
#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "widgets/march-file-chooser.h"

static void
open_response_cb (GtkNativeDialog *dialog, int response, MarchWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      march_window_open (self, file);
    }
  else
    {
      march_window_await_dossier (self, NULL);
    }
  g_object_unref (dialog);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open a Dossier"),
                                                              GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Open"), NULL);
  static const char *const endings[] = { "gpkg", NULL };

  march_file_chooser_add_filters (GTK_FILE_CHOOSER (dialog), _("Dossiers"), endings);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  march_window_open (MARCH_WINDOW (widget), file);
}

static void
open_shipped_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = march_installation_find_shipped ();

  if (file != NULL)
    march_window_open (MARCH_WINDOW (widget), file);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = march_accelerators_new_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  march_session_show_search (MARCH_WINDOW (widget)->session, NULL);
}

static void
panel_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (g_str_equal (name, "win.gaps"))
    gtk_widget_activate_action (GTK_WIDGET (self->panel), "panel.gaps", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->panel), "panel.history", "x", (gint64) 0);
}

/* In the text that is read, else in the quotations; where the page has none, everything is
 * searched. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_window_is_reading (self))
    {
      march_reader_page_find (self->reader);
      return;
    }
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (!march_panel_find (self->panel))
    march_session_show_search (self->session, NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (MARCH_WINDOW (widget)->leaflet, "map");
}

static void
panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = MARCH_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
show_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_flap_set_reveal_flap (MARCH_WINDOW (widget)->flap, TRUE);
}

static void
why_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchSession *session = MARCH_WINDOW (widget)->session;

  if (march_session_get_place (session) != NULL)
    march_session_show_why (session, march_session_get_place (session));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!march_session_step (MARCH_WINDOW (widget)->session, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

static void
day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchSession *session = MARCH_WINDOW (widget)->session;

  march_session_set_as_of (session,
                           march_session_get_as_of (session) + g_variant_get_int32 (parameter));
}

static void
month_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  march_timeline_step_month (MARCH_WINDOW (widget)->timeline, g_variant_get_int32 (parameter));
}

static void
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  march_timeline_toggle_play (MARCH_WINDOW (widget)->timeline);
}

static void
fullscreen_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
  g_simple_action_set_state (action, state);
}

static void
projector_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MarchWindow   *self = user_data;
  const gboolean on = g_variant_get_boolean (state);

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projector");
  march_window_update_subtitle (self);
  /* The room sees the map and its legend, on a light ground. */
  adw_flap_set_reveal_flap (self->flap, !on
                                            && march_adaptive_bin_get_room (self->adaptive)
                                                   >= MARCH_ROOM_MEDIUM);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      march_application_choose_color_scheme (self->settings, on));
  march_map_view_set_projector (self->map, on);
  g_simple_action_set_state (action, state);
}

static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchMapView *map = MARCH_WINDOW (widget)->map;

  if (g_str_equal (name, "win.zoom-in"))
    march_map_view_zoom (map, 1);
  else if (g_str_equal (name, "win.zoom-out"))
    march_map_view_zoom (map, -1);
  else if (g_str_equal (name, "win.known-by"))
    march_map_view_ask_known_by (map);
  else if (g_str_equal (name, "win.according-to"))
    march_map_view_ask_according_to (map);
  else
    march_session_fit (MARCH_WINDOW (widget)->session, NULL);
}

/** march_window_install_actions: the actions without a state, for the class */
void
march_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.open-shipped", NULL, open_shipped_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, panel_page_action);
  gtk_widget_class_install_action (widget_class, "win.gaps", NULL, panel_page_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.panel", NULL, panel_action);
  gtk_widget_class_install_action (widget_class, "win.show-panel", NULL, show_panel_action);
  gtk_widget_class_install_action (widget_class, "win.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "win.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "win.day", "i", day_action);
  gtk_widget_class_install_action (widget_class, "win.month", "i", month_action);
  gtk_widget_class_install_action (widget_class, "win.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.fit", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.known-by", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.according-to", NULL, map_action);
}

/** march_window_add_actions: the actions with a state, for one window */
void
march_window_add_actions (MarchWindow *self)
{
  static const GActionEntry entries[] = {
    { "fullscreen", NULL, NULL, "false", fullscreen_action },
    { "projector", NULL, NULL, "false", projector_action },
  };
  g_autoptr (GPropertyAction) lens = g_property_action_new ("lens", self->session, "lens");
  g_autoptr (GPropertyAction) points = g_property_action_new ("points", self->session, "points");
  g_autoptr (GPropertyAction) legend = g_property_action_new ("legend", self->map, "show-legend");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (lens));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (points));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (legend));
}

/** march_window_update_actions: enables what makes sense on the page shown */
void
march_window_update_actions (MarchWindow *self)
{
  static const char *const needing[] = {
    "win.find",         "win.search",   "win.panel",         "win.why",
    "win.step",         "win.day",      "win.month",         "win.play",
    "win.zoom-in",      "win.zoom-out", "win.fit",           "win.known-by",
    "win.according-to", "win.export",   "win.history",       "win.reader",
    "win.add-source",   "win.gaps",     "win.save-copy",     "win.saves",
    "win.write-changes", "win.apply-changes", "win.properties",    "win.add-actor",
    "win.add-proposal", "win.add-assertion",
  };
  const char    *page = gtk_stack_get_visible_child_name (self->stack);
  const gboolean open = g_str_equal (page, "dossier");
  const gboolean loading = g_str_equal (page, "loading");

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", !loading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-folder", !loading);
}
