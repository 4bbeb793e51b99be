/* march-window-changes.c — changes for a colleague, and a colleague's into a window's dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-window-private.h"

#include <glib/gi18n.h>

#include "changes/march-changes-dialog.h"
#include "changes/march-changes-since.h"
#include "widgets/march-file-chooser.h"

static void
applied_cb (MarchWindow *self, guint n)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u record changed", "%u records changed", n), n);

  march_window_toast_undo (self, words);
}

/** march_window_is_changes: Returns: whether @file is called as files of changes are */
gboolean
march_window_is_changes (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".marchland-changes");
}

static void
await_dossier (MarchWindow *self, GFile *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (file));
  march_window_await_dossier (self, files);
  if (self->opening == NULL)
    march_window_ask_dossier (self, _("Changes are applied to the dossier that they are of. Open "
                                      "it, and they are shown before anything is applied."));
}

/** march_window_apply_changes: shows what a file of changes comes to, and first of all asks for its
 * dossier, while none is open */
void
march_window_apply_changes (MarchWindow *self, GFile *file)
{
  MarchChangesDialog *dialog;

  if (march_session_get_dossier (self->session) == NULL)
    {
      await_dossier (self, file);
      return;
    }
  dialog = march_changes_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  march_changes_dialog_read (dialog, file);
}

static void
file_cb (GtkWidget *window, GFile *file)
{
  march_window_apply_changes (MARCH_WINDOW (window), file);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const endings[] = { "marchland-changes", NULL };

  march_file_chooser_open (widget, _("Apply Changes"), _("_Open"), _("Changes"), endings, file_cb);
}

static void
written_cb (MarchWindow *self, guint n, const char *name)
{
  g_autofree char *words =
      /* Translators: how many records, and the name of a file. */
      g_strdup_printf (ngettext ("%1$u record written to “%2$s”", "%1$u records written to “%2$s”",
                                 n),
                       n, name);

  march_window_toast (self, words);
}

static void
failed_cb (MarchWindow *self, const GError *error)
{
  march_window_show_error (self, _("The Changes Can’t Be Written"), error);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MarchWindow       *self = MARCH_WINDOW (widget);
  MarchChangesSince *dialog;

  if (march_session_get_dossier (self->session) == NULL)
    return;
  dialog = march_changes_since_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** march_window_install_changes_actions: for the class */
void
march_window_install_changes_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.write-changes", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "win.apply-changes", NULL, apply_action);
}
