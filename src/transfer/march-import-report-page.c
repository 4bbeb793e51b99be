/* march-import-report-page.c — what became of each feature of an import */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-report-page.h"

#include <glib/gi18n.h>

#include "base/march-number-words.h"
#include "base/march-whole-file.h"
#include "transfer/march-import-found.h"
#include "widgets/march-spoken-name.h"

struct _MarchImportReportPage
{
  AdwBin             parent;

  char              *text;   /* all of it */
  MarchImportReport *report; /* with what was noted while reading */
  guint              n_figures;

  /* Template children */
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkFlowBox        *figures;
  GtkWidget         *as_it_is;
  GtkLabel          *as_it_is_label;
  GtkWidget         *notes_box;
  GtkDropDown       *kinds;
  GtkListView       *list;
};

/* In the order of the list of kinds, after all of them. */
static const MarchNoteKind kinds[] = { MARCH_NOTE_TOLD, MARCH_NOTE_REPAIRED, MARCH_NOTE_SKIPPED };

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
    gtk_label_set_text (self->subtitle, error->message);
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

static guint
count_kind (MarchImportReportPage *self, MarchNoteKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->report->notes->len; i++)
    n += ((MarchImportNote *) self->report->notes->pdata[i])->kind == kind;
  return n;
}

/* What became of the features of the kind that is chosen, or of all. */
static void
show_notes (MarchImportReportPage *self)
{
  guint          chosen = gtk_drop_down_get_selected (self->kinds);
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->report->notes->len; i++)
    {
      const MarchImportNote *note = self->report->notes->pdata[i];

      if (chosen == 0 || chosen > G_N_ELEMENTS (kinds) || note->kind == kinds[chosen - 1])
        gtk_string_list_append (lines, note->words);
    }
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lines))));
}

static void
kind_cb (MarchImportReportPage *self)
{
  if (self->report != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    show_notes (self);
}

static void
fill_kinds (MarchImportReportPage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_take (list, g_strdup_printf (_("All: %u"), self->report->notes->len));
  gtk_string_list_take (list, g_strdup_printf (_("To know: %u"), count_kind (self, kinds[0])));
  gtk_string_list_take (list, g_strdup_printf (_("Repaired: %u"), count_kind (self, kinds[1])));
  gtk_string_list_take (list, g_strdup_printf (_("Left out: %u"), count_kind (self, kinds[2])));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (list));
}

static void
add_figure (MarchImportReportPage *self, const char *caption, guint n)
{
  g_autofree char *number = march_words_for_number (n);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *value = gtk_label_new (number);
  GtkWidget       *label = gtk_label_new (caption);

  gtk_widget_add_css_class (value, "title-3");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->figures, box);
  gtk_flow_box_set_max_children_per_line (self->figures, ++self->n_figures);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
fill_figures (MarchImportReportPage *self)
{
  const MarchImportReport *report = self->report;
  GtkWidget               *child;

  self->n_figures = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_flow_box_remove (self->figures, child);
  add_figure (self, _("Days"), g_hash_table_size (report->days));
  if (report->n_features > 0)
    {
      add_figure (self, _("Areas"), report->n_features);
      add_figure (self, _("Repaired"), report->n_repaired);
      add_figure (self, _("Pieces stored"), report->n_pieces);
    }
  if (report->n_points > 0)
    add_figure (self, _("Points"), report->n_points);
  add_figure (self, _("Left out"), report->n_skipped);
}

static char *
write_text (MarchImportReportPage *self, const char *title, const char *subtitle)
{
  g_autofree char *summary = march_import_found_sum_up (self->report);
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n\n", title, subtitle, summary);
  for (guint i = 0; i < self->report->notes->len; i++)
    g_string_append_printf (text, "%s\n",
                            ((MarchImportNote *) self->report->notes->pdata[i])->words);
  return g_string_free (text, FALSE);
}

/* By which source, and where the days come from. */
static char *
describe_plan (MarchImportPlan *plan)
{
  g_autofree char   *dated = march_date_choice_describe (march_import_plan_get_choice (plan));
  const MarchSource *source = march_corpus_get_source (plan->corpus, plan->source);

  /* Translators: the title of a source, and where the days come from, as “names of files”. */
  return g_strdup_printf (_("By “%1$s”. Days: %2$s"),
                          source != NULL ? source->title : plan->title, dated);
}

static void
march_import_report_page_finalize (GObject *object)
{
  MarchImportReportPage *self = MARCH_IMPORT_REPORT_PAGE (object);

  g_free (self->text);
  g_clear_pointer (&self->report, march_import_report_free);
  G_OBJECT_CLASS (march_import_report_page_parent_class)->finalize (object);
}

static void
march_import_report_page_class_init (MarchImportReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = march_import_report_page_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-import-report-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchImportReportPage, name)
  BIND (title);
  BIND (subtitle);
  BIND (figures);
  BIND (as_it_is);
  BIND (as_it_is_label);
  BIND (notes_box);
  BIND (kinds);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
march_import_report_page_init (MarchImportReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/** march_import_report_page_show: shows what became of the features of a plan */
void
march_import_report_page_show (MarchImportReportPage   *self,
                               MarchImportPlan         *plan,
                               const MarchImportReport *report)
{
  g_autofree char *title = march_import_found_describe_taken (report->n_features,
                                                              report->n_points);
  g_autofree char *subtitle = describe_plan (plan);
  gboolean         any;

  g_clear_pointer (&self->report, march_import_report_free);
  self->report = march_import_found_list_notes (plan->layer, report);
  any = self->report->notes->len > 0;
  g_free (self->text);
  self->text = write_text (self, title, subtitle);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  fill_figures (self);
  gtk_label_set_text (self->as_it_is_label, report->n_points == 0
                                                ? _("Every area was taken as it is.")
                                                : _("All was taken as it is."));
  gtk_widget_set_visible (self->as_it_is, !any);
  gtk_widget_set_visible (self->notes_box, any);
  fill_kinds (self);
  show_notes (self);
}

/** march_import_report_page_get_text: Returns: (nullable): the report as text */
const char *
march_import_report_page_get_text (MarchImportReportPage *self)
{
  return self->text;
}
