/* march-table-card.c — a table with what copies it and saves it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-table-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/march-whole-file.h"
#include "widgets/march-message.h"
#include "widgets/march-spoken-name.h"

static void
copy_cb (GtkButton *button, MarchTable *table)
{
  g_autofree char *text = march_table_to_text (table, '\t');

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static void
show_failure (MarchTable *table, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (table))),
                                              _("The Table Can’t Be Saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  march_message_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchTable) table = user_data;
  g_autoptr (GError) error = NULL;

  if (!march_whole_file_save_finish (G_FILE (source), result, &error)
      && gtk_widget_get_root (GTK_WIDGET (table)) != NULL)
    show_failure (table, error);
}

static void
response_cb (GtkNativeDialog *dialog, int response, MarchTable *table)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      text = march_table_to_text (table, ',');
      bytes = g_bytes_new_take (text, strlen (text));
      march_whole_file_save_async (file, bytes, saved_cb, g_object_ref (table));
    }
  g_object_unref (dialog);
}

static void
save_cb (GtkButton *button, MarchTable *table)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _("Save the Table"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))),
      GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog),
                                     g_object_get_data (G_OBJECT (button), "march-file-name"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), table, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * march_table_card_new:
 * @table: a floating table
 * @file_name: what a saved table is called at first
 *
 * Returns: (transfer floating): the table with buttons below
 */
GtkWidget *
march_table_card_new (MarchTable *table, const char *file_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save as CSV…"));

  gtk_widget_add_css_class (GTK_WIDGET (table), "card");
  gtk_widget_set_overflow (GTK_WIDGET (table), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (copy, _("Copy the table, with tabs between the columns"));
  g_object_set_data_full (G_OBJECT (save), "march-file-name", g_strdup (file_name), g_free);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), table, 0);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), table, 0);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (table));
  gtk_box_append (GTK_BOX (box), buttons);
  march_spoken_name_set_buttons (buttons);
  return box;
}
