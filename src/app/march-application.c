/* march-application.c — the program: its windows, preferences, and what concerns all of them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-application.h"

#include <glib/gi18n.h>

#include "app/march-about.h"
#include "app/march-accelerators.h"
#include "app/march-preferences.h"
#include "app/march-window.h"

struct _MarchApplication
{
  AdwApplication parent;

  GSettings     *settings;
  gboolean       looked; /* for unsaved edits of earlier runs */
};

G_DEFINE_FINAL_TYPE (MarchApplication, march_application, ADW_TYPE_APPLICATION)

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window asks about what is not saved. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWidget *window = march_preferences_new (MARCH_APPLICATION (user_data)->settings);

  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (user_data));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  march_about_show (parent, MARCH_IS_WINDOW (parent)
                                ? march_window_get_session (MARCH_WINDOW (parent))
                                : NULL);
}

static void
color_scheme_changed_cb (MarchApplication *self)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      march_application_choose_color_scheme (self->settings,
                                                                             FALSE));
}

/* The one that has the file, or the one that is looked at: a question is no reason for a window. */
static MarchWindow *
find_window_for (MarchApplication *self,
                 MarchRecovery    *recovery)
{
  GtkApplication   *application = GTK_APPLICATION (self);
  g_autoptr (GFile) file = g_file_new_for_path (recovery->path);
  MarchWindow      *window = march_window_find (application, file);
  GtkWindow        *active = gtk_application_get_active_window (application);

  if (window == NULL && MARCH_IS_WINDOW (active))
    window = MARCH_WINDOW (active);
  if (window == NULL)
    window = march_window_find_vacant (application);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
recoveries_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  MarchApplication     *self = MARCH_APPLICATION (source);
  g_autoptr (GPtrArray) recoveries = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The dialog of each takes it over. */
  g_ptr_array_set_free_func (recoveries, NULL);
  for (guint i = 0; i < recoveries->len; i++)
    march_window_offer_recovery (find_window_for (self, recoveries->pdata[i]),
                                 recoveries->pdata[i]);
}

static void
list_recoveries_thread (GTask        *task,
                        gpointer      source,
                        gpointer      task_data,
                        GCancellable *cancellable)
{
  g_task_return_pointer (task, march_recovery_list (), (GDestroyNotify) g_ptr_array_unref);
  march_recovery_clear_old (g_get_real_time () / G_USEC_PER_SEC);
}

/* Once a run, after the first window is there. */
static void
look_for_recoveries (MarchApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->looked)
    return;
  self->looked = TRUE;
  task = g_task_new (self, NULL, recoveries_cb, NULL);
  g_task_run_in_thread (task, list_recoveries_thread);
}

static void
march_application_activate (GApplication *application)
{
  gtk_window_present (
      GTK_WINDOW (march_window_find_vacant (GTK_APPLICATION (application))));
  look_for_recoveries (MARCH_APPLICATION (application));
}

/* The dossier that was looked at last, if there is one. */
static MarchWindow *
find_window_for_layers (GtkApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (application);

  return MARCH_IS_WINDOW (active) ? MARCH_WINDOW (active) : march_window_find_vacant (application);
}

/* What comes to a dossier rather than being one goes to @window, or to the one looked at last. */
static MarchWindow *
present_for (GtkApplication *application, MarchWindow *window)
{
  if (window == NULL)
    window = find_window_for_layers (application);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Areas, and a colleague's changes, that are named together with a dossier are for it. */
static void
march_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  GtkApplication       *owner = GTK_APPLICATION (application);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (g_object_unref);
  MarchWindow          *window = NULL;
  GFile                *changes = NULL;

  for (int i = 0; i < n_files; i++)
    {
      if (march_window_is_layer (files[i]))
        {
          g_ptr_array_add (layers, g_object_ref (files[i]));
          continue;
        }
      if (march_window_is_changes (files[i]))
        {
          changes = files[i];
          continue;
        }
      window = march_window_find (owner, files[i]);
      if (window == NULL)
        window = march_window_find_vacant (owner);
      march_window_open (window, files[i]);
    }
  if (layers->len > 0)
    march_window_import (present_for (owner, window), layers);
  if (changes != NULL)
    march_window_apply_changes (present_for (owner, window), changes);
  look_for_recoveries (MARCH_APPLICATION (application));
}

static void
march_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action },
    { "preferences", preferences_action },
    { "about", about_action },
  };
  MarchApplication *self = MARCH_APPLICATION (application);

  G_APPLICATION_CLASS (march_application_parent_class)->startup (application);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_swapped (self->settings, "changed::color-scheme",
                            G_CALLBACK (color_scheme_changed_cb), self);
  color_scheme_changed_cb (self);
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  march_accelerators_install (GTK_APPLICATION (self));
}

static void
march_application_finalize (GObject *object)
{
  g_clear_object (&MARCH_APPLICATION (object)->settings);
  G_OBJECT_CLASS (march_application_parent_class)->finalize (object);
}

static void
march_application_class_init (MarchApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_application_finalize;
  application_class->activate = march_application_activate;
  application_class->open = march_application_open;
  application_class->startup = march_application_startup;
}

/* For the help alone: what version this is, is answered before there is an application. */
static void
march_application_init (MarchApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * march_application_new:
 * @flags: besides %G_APPLICATION_HANDLES_OPEN
 *
 * Returns: (transfer full): the program
 */
MarchApplication *
march_application_new (GApplicationFlags flags)
{
  return g_object_new (MARCH_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/io/github/marchland_map/Marchland",
                       "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/** march_application_choose_color_scheme: Returns: what the user chose; a projector wants light */
AdwColorScheme
march_application_choose_color_scheme (GSettings *settings,
                                       gboolean   projector)
{
  const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                     ADW_COLOR_SCHEME_FORCE_DARK };

  return projector ? ADW_COLOR_SCHEME_FORCE_LIGHT
                   : schemes[g_settings_get_enum (settings, "color-scheme")];
}
