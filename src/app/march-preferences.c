/* march-preferences.c — the window of the preferences */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-preferences.h"

#include <glib/gi18n.h>

#include "dossier/march-dossier.h"
#include "map/march-map-tiles.h"

struct _MarchPreferences
{
  AdwPreferencesWindow parent;

  GSettings           *settings;

  /* Template children */
  AdwComboRow         *scheme_row;
  GtkSwitch           *tiles_switch;
  AdwPreferencesGroup *author_group;
  AdwEntryRow         *author_row;
  AdwEntryRow         *tiles_row;
  AdwEntryRow         *credit_row;
};

G_DEFINE_FINAL_TYPE (MarchPreferences, march_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
scheme_chosen_cb (MarchPreferences *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "color-scheme",
                         adw_combo_row_get_selected (self->scheme_row));
}

static void
author_applied_cb (MarchPreferences *self)
{
  g_settings_set_string (self->settings, "author-name",
                         gtk_editable_get_text (GTK_EDITABLE (self->author_row)));
}

/* Whom the history names if nothing is said here. */
static void
describe_author (MarchPreferences *self)
{
  /* Translators: %s is the name of the account. */
  g_autofree char *plain
      = g_strdup_printf (_("Each edit is kept in the dossier with the day and your name, and "
                           "travels with it. Without a name here it is that of your account: "
                           "%s."),
                         march_dossier_get_account_name ());
  g_autofree char *words = g_markup_escape_text (plain, -1);

  adw_preferences_group_set_description (self->author_group, words);
}

static void
tiles_applied_cb (MarchPreferences *self)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->tiles_row));

  if (url[0] == '\0' || march_map_tiles_is_good_url (url))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->tiles_row), "error");
      g_settings_set_string (self->settings, "tile-url", url);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->tiles_row), "error");
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                        adw_toast_new (_("A tile address starts with https:// and "
                                                         "holds {z}, {x} and {y}.")));
    }
}

static void
march_preferences_dispose (GObject *object)
{
  g_clear_object (&MARCH_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (march_preferences_parent_class)->dispose (object);
}

static void
march_preferences_class_init (MarchPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/marchland_map/Marchland/"
                                                             "ui/march-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, tiles_switch);
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, author_group);
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, tiles_row);
  gtk_widget_class_bind_template_child (widget_class, MarchPreferences, credit_row);
  gtk_widget_class_bind_template_callback (widget_class, scheme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, tiles_applied_cb);
}

static void
march_preferences_init (MarchPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * march_preferences_new:
 * @settings: what is changed
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
march_preferences_new (GSettings *settings)
{
  MarchPreferences *self = g_object_new (MARCH_TYPE_PREFERENCES, NULL);

  adw_combo_row_set_selected (self->scheme_row, g_settings_get_enum (settings, "color-scheme"));
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "show-tiles", self->tiles_switch, "active", G_SETTINGS_BIND_DEFAULT);
  describe_author (self);
  g_settings_bind (settings, "author-name", self->author_row, "text", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "tile-url", self->tiles_row, "text", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "tile-credit", self->credit_row, "text", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
