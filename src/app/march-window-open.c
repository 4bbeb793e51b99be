/* march-window-open.c — a dossier is opened in a window: which one, and what shows meanwhile */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "app/march-recent.h"
#include "base/march-newest.h"

/* Nothing turns before this: most files open faster. */
#define SPINNER_DELAY_MS 300
#define COVER_FADE_MS 150
#define MOST_RECENT 8

/* A split button does not let its second half be named. */
static void
name_recent_button (MarchWindow *self)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->open_button));

  while (part != NULL && !GTK_IS_MENU_BUTTON (part))
    part = gtk_widget_get_next_sibling (part);
  if (part != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Recent dossiers"), -1);
}

static void
update_recent (MarchWindow *self)
{
  g_autoptr (GMenu) menu = march_recent_new_menu (MOST_RECENT);

  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
}

static void
show_page (MarchWindow *self,
           const char  *name)
{
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_stack_set_visible_child_name (self->stack, name);
  march_window_update_actions (self);
}

/* Keeps a picture of the page in view, so that no empty map shows before the drawn one. */
static void
put_cover (MarchWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  g_autoptr (GdkPaintable) page = NULL;
  g_autoptr (GdkPaintable) image = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)) || g_str_equal (name, "dossier"))
    return;
  page = gtk_widget_paintable_new (GTK_WIDGET (self->stack));
  image = gdk_paintable_get_current_image (page);
  gtk_picture_set_paintable (self->cover_picture, image);
  gtk_revealer_set_transition_duration (self->cover, 0);
  gtk_revealer_set_reveal_child (self->cover, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), TRUE);
  /* Fading costs frames, and nothing is seen of it where the page is empty. */
  gtk_revealer_set_transition_duration (self->cover,
                                        g_str_equal (name, "welcome") ? COVER_FADE_MS : 0);
}

static void
drawn_cb (MarchWindow *self)
{
  if (march_session_get_drawn (self->session))
    gtk_revealer_set_reveal_child (self->cover, FALSE);
}

static void
cover_gone_cb (MarchWindow *self)
{
  if (gtk_revealer_get_child_revealed (self->cover))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->cover), FALSE);
  gtk_picture_set_paintable (self->cover_picture, NULL);
}

static gboolean
spinner_cb (gpointer user_data)
{
  MarchWindow *self = user_data;

  self->spinner_timeout = 0;
  show_page (self, "loading");
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/** march_window_stop_opening: what was being opened no longer is */
void
march_window_stop_opening (MarchWindow *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  march_newest_stop (&self->opening);
  g_clear_object (&self->opening_file);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MarchWindow)  self = user_data;
  g_autoptr (GError)       error = NULL;
  g_autoptr (MarchDossier) dossier = march_dossier_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  march_window_stop_opening (self);
  if (dossier != NULL)
    {
      march_window_show_dossier (self, dossier);
      march_recent_add (march_dossier_get_file (dossier), march_dossier_get_title (dossier));
      update_recent (self);
    }
  else
    {
      march_window_await_dossier (self, NULL);
      if (march_session_get_dossier (self->session) != NULL)
        show_page (self, "dossier");
      else
        march_window_show_welcome (self);
      march_window_show_error (self, _("The Dossier Can’t Be Opened"), error);
    }
}

static gboolean
has_file (MarchWindow *self, GFile *file)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);
  GFile        *own = self->opening_file;

  if (own == NULL && dossier != NULL)
    own = march_dossier_get_file (dossier);
  return own != NULL && g_file_equal (own, file);
}

/** march_window_find: Returns: (transfer none) (nullable): the window that shows or opens @file */
MarchWindow *
march_window_find (GtkApplication *application,
                   GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MARCH_IS_WINDOW (l->data) && has_file (l->data, file))
      return l->data;
  return NULL;
}

/** march_window_find_vacant: Returns: (transfer none): a window without a dossier, a new one if
 * there is none */
MarchWindow *
march_window_find_vacant (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MARCH_IS_WINDOW (l->data) && march_window_is_vacant (l->data))
      return l->data;
  return march_window_new (application);
}

static gboolean
is_modified (MarchWindow *self)
{
  MarchDossier *dossier = march_session_get_dossier (self->session);

  return dossier != NULL
         && (march_dossier_get_modified (dossier) || march_window_is_coding (self));
}

static void
load (MarchWindow *self,
      GFile       *file)
{
  march_window_stop_opening (self);
  self->opening = g_cancellable_new ();
  self->opening_file = g_object_ref (file);
  self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_cb, self);
  march_dossier_open_async (file, self->opening, opened_cb, g_object_ref (self));
}

/* What the window shows is what the file says, or what it is going to say once it is saved. */
static gboolean
is_up_to_date (MarchWindow *self)
{
  return self->opening != NULL || is_modified (self)
         || !march_dossier_is_outdated (march_session_get_dossier (self->session));
}

/**
 * march_window_open:
 * @file: a dossier
 *
 * Opens @file off the main thread in place of what the window shows, or in another window if that
 * has unsaved edits. The window that has it already is raised instead, and reads it again if
 * another program has changed it. A failure is told in a dialog and leaves everything as it is.
 */
void
march_window_open (MarchWindow *self,
                   GFile       *file)
{
  GtkApplication *application;
  MarchWindow    *window;

  g_return_if_fail (MARCH_IS_WINDOW (self) && G_IS_FILE (file));
  application = gtk_window_get_application (GTK_WINDOW (self));
  window = application != NULL ? march_window_find (application, file) : NULL;
  if (window == NULL)
    window = is_modified (self) ? march_window_new (application) : self;
  if (window != self && self->awaiting != NULL)
    {
      march_window_await_dossier (window, self->awaiting);
      march_window_await_dossier (self, NULL);
    }
  if (!has_file (window, file) || !is_up_to_date (window))
    load (window, file);
  if (window->opening == NULL && window->awaiting != NULL)
    {
      g_autoptr (GPtrArray) awaiting = g_steal_pointer (&window->awaiting);

      march_window_take_files (window, awaiting);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/** march_window_show_welcome: turns to the page from which a dossier can be opened */
void
march_window_show_welcome (MarchWindow *self)
{
  g_return_if_fail (MARCH_IS_WINDOW (self));
  march_welcome_refresh (self->welcome);
  show_page (self, "welcome");
}

/** march_window_is_vacant: Returns: whether no dossier is open or being opened */
gboolean
march_window_is_vacant (MarchWindow *self)
{
  g_return_val_if_fail (MARCH_IS_WINDOW (self), FALSE);
  return self->opening == NULL && march_session_get_dossier (self->session) == NULL;
}

/** march_window_show_dossier: shows @dossier in place of what the window showed, and imports what
 * waited for one */
void
march_window_show_dossier (MarchWindow  *self,
                           MarchDossier *dossier)
{
  g_autoptr (GPtrArray) awaiting = g_steal_pointer (&self->awaiting);

  march_window_stop_opening (self);
  put_cover (self);
  march_session_set_dossier (self->session, dossier);
  march_window_name_author (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "map");
  show_page (self, "dossier");
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  if (awaiting != NULL)
    march_window_take_files (self, awaiting);
}

/** march_window_bind_opening: names this file's handler to the template */
void
march_window_bind_opening (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, cover_gone_cb);
}

/** march_window_watch_opening: shows that something is to come, and the dossiers that were open */
void
march_window_watch_opening (MarchWindow *self)
{
  g_signal_connect_object (self->session, "notify::drawn", G_CALLBACK (drawn_cb), self,
                           G_CONNECT_SWAPPED);
  name_recent_button (self);
  update_recent (self);
  show_page (self, "loading");
}
