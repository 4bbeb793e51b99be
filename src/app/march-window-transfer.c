/* march-window-transfer.c — foreign files into the dossier of a window, and pictures out of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/march-installation.h"
#include "transfer/march-export-dialog.h"
#include "transfer/march-import-dialog.h"
#include "transfer/march-import-found.h"
#include "widgets/march-file-chooser.h"
#include "widgets/march-message.h"

static void
imported_cb (MarchWindow *self,
             guint        n_areas,
             guint        n_points)
{
  g_autofree char *both = march_import_found_count (n_areas, n_points);
  g_autofree char *words = n_points > 0
                               /* Translators: %s is "3 areas, 2 points". */
                               ? g_strdup_printf (_("Imported: %s"), both)
                               : g_strdup_printf (ngettext ("Imported %u area",
                                                            "Imported %u areas", n_areas),
                                                  n_areas);

  march_window_toast_undo (self, words);
}

static void
asked_cb (MarchWindow *self,
          const char  *response)
{
  if (g_str_equal (response, "shipped"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-shipped", NULL);
  else if (g_str_equal (response, "open"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
  else
    march_window_await_dossier (self, NULL);
}

/** march_window_ask_dossier: @body: why one is asked for, that what is awaited can be taken in */
void
march_window_ask_dossier (MarchWindow *self, const char *body)
{
  GtkWidget        *widget = adw_message_dialog_new (GTK_WINDOW (self), _("Into Which Dossier?"),
                                                     body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  g_autoptr (GFile) shipped = march_installation_find_shipped ();

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "open", _("_Open…"));
  if (shipped != NULL)
    adw_message_dialog_add_response (dialog, "shipped", _("The _Included Dossier"));
  adw_message_dialog_set_default_response (dialog, shipped != NULL ? "shipped" : "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  /* One may come by another way: it is recovered, or opened by another program. */
  g_signal_connect_object (self->session, "notify::dossier", G_CALLBACK (gtk_window_destroy),
                           dialog, G_CONNECT_SWAPPED);
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

/** march_window_await_dossier: @files: (nullable): to be taken in once a dossier is open */
void
march_window_await_dossier (MarchWindow *self,
                            GPtrArray   *files)
{
  g_clear_pointer (&self->awaiting, g_ptr_array_unref);
  if (files != NULL)
    self->awaiting = g_ptr_array_ref (files);
}

/** march_window_import: asks what to make of foreign files and folders, and first of all into which
 * dossier they belong, while none is open; those without a place in the file system, as on a phone,
 * can't be read */
void
march_window_import (MarchWindow *self,
                     GPtrArray   *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  MarchImportDialog    *dialog;

  if (march_session_get_dossier (self->session) == NULL)
    {
      march_window_await_dossier (self, files);
      /* Without a dossier there are no places that the areas could be of. */
      if (self->opening == NULL)
        march_window_ask_dossier (self, _("Areas are imported into a dossier. Open one, and the "
                                          "import goes on."));
      return;
    }
  for (guint i = 0; i < files->len; i++)
    {
      char *path = g_file_get_path (files->pdata[i]);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return;
  g_ptr_array_add (paths, NULL);
  dialog = march_import_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  march_import_dialog_read (dialog, (const char *const *) paths->pdata);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             MarchWindow     *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GPtrArray)  files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      march_window_import (self, files);
    }
  g_object_unref (dialog);
}

/* The first, a GeoPackage, may as well be a dossier. */
static const char *const endings[] = {
  "gpkg",   "geojson", "json", "geojsonl", "geojsons", "jsonl", "ndjson",
  "jsonfg", "kml",     "kmz",  "csv",      "tsv",      NULL,
};

/** march_window_is_layer: Returns: whether @file is called as files are that are imported, or is a
 * folder, which may have some */
gboolean
march_window_is_layer (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char      *ending = strrchr (name, '.');

  if (g_file_is_native (file)
      && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  for (gsize i = 1; ending != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (ending + 1, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const gboolean        folder = g_str_equal (name, "win.import-folder");
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (folder ? _("Import a Folder of Areas") : _("Import Areas"),
                                     GTK_WINDOW (widget),
                                     folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                            : GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _("_Import"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (!folder)
    march_file_chooser_add_filters (GTK_FILE_CHOOSER (dialog), _("Areas and points"), endings);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
exported_cb (MarchWindow *self,
             const char  *name)
{
  /* Translators: %s is the name of a file or folder. */
  g_autofree char *words = g_strdup_printf (_("Exported “%s”"), name);
  AdwToast        *toast = adw_toast_new (words);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  MarchView          view;
  MarchExportDialog *dialog;

  if (march_session_get_snapshot (self->session) == NULL
      || !march_map_view_get_view (self->map, &view))
    return;
  dialog = march_export_dialog_new (GTK_WINDOW (self), self->session, &view);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_dossier (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".gpkg") && march_dossier_is_one (file);
}

/** march_window_take_files: opens a dossier, and brings changes and anything else into
 * the one that is open */
void
march_window_take_files (MarchWindow *self,
                         GPtrArray   *files)
{
  if (files->len == 1 && is_dossier (files->pdata[0]))
    march_window_open (self, files->pdata[0]);
  else if (files->len == 1 && march_window_is_changes (files->pdata[0]))
    march_window_apply_changes (self, files->pdata[0]);
  else
    march_window_import (self, files);
}

static gboolean
dropped_cb (MarchWindow  *self,
            const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_set_visible (self->drop_hint, FALSE);
  if (march_window_has_dialog (self))
    return FALSE;
  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_ptr_array_add (files, g_object_ref (item->data));
  if (files->len > 0)
    march_window_take_files (self, files);
  return files->len > 0;
}

/* A dialog holds back clicks and keys, but not what is dropped beside it. */
static GdkDragAction
entered_cb (MarchWindow *self)
{
  if (march_window_has_dialog (self))
    return 0;
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
left_cb (MarchWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

/** march_window_accept_files: lets dossiers and foreign files be dropped onto the window */
void
march_window_accept_files (MarchWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/** march_window_install_transfer_actions: for the class */
void
march_window_install_transfer_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
}
