/* march-import-report-page.c — what became of each feature of an import */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-report-page.h"

#include <glib/gi18n.h>

#include "base/march-whole-file.h"
#include "transfer/march-import-found.h"
#include "widgets/march-spoken-name.h"

struct _MarchImportReportPage
{
  AdwBin             parent;

  char              *text; /* all of it */

  /* Template children */
  GtkLabel          *title;
  GtkLabel          *summary;
  GtkScrolledWindow *scroller;
  GtkListView       *list;
};

G_DEFINE_FINAL_TYPE (MarchImportReportPage, march_import_report_page, ADW_TYPE_BIN)

static void
copy_cb (MarchImportReportPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchImportReportPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!march_whole_file_save_finish (G_FILE (source), result, &error))
    gtk_label_set_text (self->summary, error->message);
}

static void
response_cb (GtkNativeDialog *dialog, int response, MarchImportReportPage *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GBytes) bytes = g_bytes_new (self->text, strlen (self->text));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    march_whole_file_save_async (file, bytes, saved_cb, g_object_ref (self));
  g_object_unref (dialog);
}

static void
save_cb (MarchImportReportPage *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _("Save the Report"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  /* Translators: the name of a file. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("Import report.txt"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
march_import_report_page_finalize (GObject *object)
{
  g_free (MARCH_IMPORT_REPORT_PAGE (object)->text);
  G_OBJECT_CLASS (march_import_report_page_parent_class)->finalize (object);
}

static void
march_import_report_page_class_init (MarchImportReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_import_report_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-import-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchImportReportPage, title);
  gtk_widget_class_bind_template_child (widget_class, MarchImportReportPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MarchImportReportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarchImportReportPage, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
march_import_report_page_init (MarchImportReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/** march_import_report_page_show: shows what became of the features of @layer */
void
march_import_report_page_show (MarchImportReportPage   *self,
                               MarchLayer              *layer,
                               const MarchImportReport *report)
{
  g_autoptr (GPtrArray) notes = march_import_found_list_notes (layer, report);
  g_autofree char *title = march_import_found_describe_taken (report->n_features,
                                                              report->n_points);
  g_autofree char *summary = march_import_found_sum_up (report);
  const char      *as_it_is = report->n_points == 0 ? _("Every area was taken as it is.")
                                                    : _("All was taken as it is.");
  g_autofree char *whole = notes->len > 0 ? g_strdup (summary)
                                          : g_strdup_printf ("%s\n%s", summary, as_it_is);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n\n", title, summary);
  for (guint i = 0; i < notes->len; i++)
    {
      gtk_string_list_append (lines, g_ptr_array_index (notes, i));
      g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (notes, i));
    }
  g_free (self->text);
  self->text = g_string_free (text, FALSE);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), notes->len > 0);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           G_LIST_MODEL (g_steal_pointer (&lines)))));
}

/** march_import_report_page_get_text: Returns: (nullable): the report as text */
const char *
march_import_report_page_get_text (MarchImportReportPage *self)
{
  return self->text;
}
