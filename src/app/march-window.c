/* march-window.c — one dossier in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "widgets/march-message.h"

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchWindow, march_window, ADW_TYPE_APPLICATION_WINDOW)

static void
why_cb (MarchWindow *self,
        gint64       id)
{
  const MarchPlace *place = march_corpus_get_place (march_session_get_corpus (self->session), id);

  adw_window_title_set_subtitle (
      self->why_title,
      place != NULL ? march_place_get_name (place, march_session_get_language (self->session))
                    : "");
  adw_leaflet_set_visible_child_name (self->leaflet, "why");
}

static void
panel_wanted_cb (MarchWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* With the panel goes the keyboard's focus, if it was there: back to the map, as a rule. */
static void
panel_shown_cb (MarchWindow *self)
{
  const gboolean shown = adw_flap_get_reveal_flap (self->flap);
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!shown && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel)))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  march_map_view_set_panel_shown (self->map, shown);
}

static void
restore_size (MarchWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A window that a file is opened in has no use for the page from which to open one. */
static void
march_window_map (GtkWidget *widget)
{
  MarchWindow *self = MARCH_WINDOW (widget);

  if (march_window_is_vacant (self))
    march_window_show_welcome (self);
  GTK_WIDGET_CLASS (march_window_parent_class)->map (widget);
}

static void
march_window_dispose (GObject *object)
{
  MarchWindow *self = MARCH_WINDOW (object);

  march_window_stop_opening (self);
  g_clear_weak_pointer (&self->undo_toast);
  march_window_await_dossier (self, NULL);
  march_window_stop_watching_file (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (march_window_parent_class)->dispose (object);
}

static void
march_window_finalize (GObject *object)
{
  g_clear_object (&MARCH_WINDOW (object)->session);
  G_OBJECT_CLASS (march_window_parent_class)->finalize (object);
}

static void
march_window_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, MARCH_WINDOW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchWindow, name)
  BIND (toasts);
  BIND (adaptive);
  BIND (drop_hint);
  BIND (cover);
  BIND (cover_picture);
  BIND (stack);
  BIND (welcome);
  BIND (spinner);
  BIND (leaflet);
  BIND (header);
  BIND (title);
  BIND (why_title);
  BIND (open_button);
  BIND (changed_bar);
  BIND (changed_label);
  BIND (reload_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (busy_spinner);
  BIND (menu_button);
  BIND (areas_section);
  BIND (panel_button);
  BIND (present_button);
  BIND (present_content);
  BIND (search_button);
  BIND (lens_button);
  BIND (lens_box);
  BIND (disagreement_toggle);
  BIND (flap);
  BIND (map);
  BIND (timeline);
  BIND (panel_clamp);
  BIND (panel);
  BIND (why);
  BIND (reader_slot);
#undef BIND
}

static void
march_window_class_init (MarchWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_window_dispose;
  object_class->finalize = march_window_finalize;
  object_class->get_property = march_window_get_property;
  widget_class->map = march_window_map;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MARCH_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARCH_TYPE_ADAPTIVE_BIN);
  g_type_ensure (MARCH_TYPE_WELCOME);
  g_type_ensure (MARCH_TYPE_MAP_VIEW);
  g_type_ensure (MARCH_TYPE_TIMELINE);
  g_type_ensure (MARCH_TYPE_PANEL);
  g_type_ensure (MARCH_TYPE_WHY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, panel_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, march_window_answer_changed);
  march_window_bind_header (widget_class);
  march_window_bind_opening (widget_class);
  march_window_install_actions (widget_class);
  march_window_install_document_actions (widget_class);
  march_window_install_save_actions (widget_class);
  march_window_install_copy_actions (widget_class);
  march_window_install_transfer_actions (widget_class);
  march_window_install_changes_actions (widget_class);
  march_window_install_reader_actions (widget_class);
  march_window_install_source_actions (widget_class);
  march_window_install_place_actions (widget_class);
  march_window_install_record_actions (widget_class);
  march_window_install_evidence_actions (widget_class);
}

static void
march_window_init (MarchWindow *self)
{
  self->session = march_session_new ();
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::author-name",
                           G_CALLBACK (march_window_name_author), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  march_window_add_actions (self);
  march_window_watch_document (self);
  march_window_watch_file (self);
  restore_size (self);
  march_window_accept_files (self);
  march_window_watch_areas (self);
  march_window_watch_reader (self);
  g_signal_connect_object (self->session, "show-why", G_CALLBACK (why_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-quotation", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-assertion", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-search", G_CALLBACK (panel_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  march_window_watch_header (self);
  panel_shown_cb (self);
  march_window_watch_opening (self);
}

/** march_window_new: Returns: (transfer floating): a window that shows the welcome page */
MarchWindow *
march_window_new (GtkApplication *application)
{
  return g_object_new (MARCH_TYPE_WINDOW, "application", application, NULL);
}

/** march_window_get_session: Returns: (transfer none): what the window shows */
MarchSession *
march_window_get_session (MarchWindow *self)
{
  g_return_val_if_fail (MARCH_IS_WINDOW (self), NULL);
  return self->session;
}

/** march_window_show_error: tells in a dialog what went wrong; the message of @error is a sentence
 * for the reader */
void
march_window_show_error (MarchWindow  *self,
                         const char   *heading,
                         const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

/** march_window_name_author: edits from now on are whose the preferences say */
void
march_window_name_author (MarchWindow *self)
{
  MarchDossier    *dossier = march_session_get_dossier (self->session);
  g_autofree char *name = g_strstrip (g_settings_get_string (self->settings, "author-name"));

  if (dossier != NULL)
    march_dossier_set_who (dossier, name);
}

/** march_window_remember_size: the next window will be as large */
void
march_window_remember_size (MarchWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}
