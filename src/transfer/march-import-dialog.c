/* march-import-dialog.c — brings dated areas in: what was found, progress, report */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-dialog.h"

#include <glib/gi18n.h>

#include "exchange/march-layer-reader.h"
#include "transfer/march-import-columns.h"
#include "transfer/march-import-form.h"
#include "transfer/march-import-found.h"
#include "transfer/march-import-memories.h"
#include "transfer/march-import-report-page.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 760
#define HEIGHT 820
/* After the last change, before it is looked for what comes twice. */
#define DOUBLES_DELAY_MS 150
#define CUTTING_SHARE 0.8 /* of the time that cutting and storing take */

struct _MarchImportDialog
{
  MarchTaskDialog        parent;

  MarchSession          *session;
  char                 **paths;
  MarchTableColumns      said; /* of a table, as chosen */
  MarchImportPlan       *plan;
  MarchImportReport     *report;
  guint                  doubles; /* id of the timeout before they are looked for; 0: none */

  /* Template children */
  GtkButton             *import_button;
  GtkButton             *done_button;
  GtkLabel              *columns_label;
  MarchImportColumns    *columns;
  MarchImportForm       *form;
  MarchImportReportPage *report_page;
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (MarchImportDialog, march_import_dialog, MARCH_TYPE_TASK_DIALOG)

static void
march_import_dialog_page_shown (MarchTaskDialog *dialog, const char *name)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (dialog);
  gboolean           plan = g_str_equal (name, "plan"), report = g_str_equal (name, "report");

  gtk_widget_set_visible (GTK_WIDGET (self->done_button), report);
  if (report)
    gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), plan);
  gtk_widget_set_visible (march_task_dialog_get_cancel_button (dialog), !report);
  /* Not what was there while the files were read: Enter would give all of it up. */
  if (plan)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* What reading takes with it to its thread. */
typedef struct
{
  char            **paths;
  MarchTableColumns said;
  MarchCorpus      *corpus;
  MarchProgress    *progress;
  char            **columns; /* of a table that can't be read without saying which are meant */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  march_table_columns_clear (&reading->said);
  march_corpus_unref (reading->corpus);
  march_progress_unref (reading->progress);
  g_strfreev (reading->columns);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading               *reading = data;
  gboolean               said = march_table_columns_are_said (&reading->said);
  const MarchReadOptions options = { .columns = said ? &reading->said : NULL,
                                     .progress = march_progress_tell_name,
                                     .user_data = reading->progress };
  GError                *error = NULL;
  g_autoptr (MarchLayer) layer = march_layer_read ((const char *const *) reading->paths, &options,
                                                   cancellable, &error);

  if (layer != NULL)
    {
      g_task_return_pointer (task,
                             march_import_plan_new (layer, reading->corpus, march_day_today ()),
                             (GDestroyNotify) march_import_plan_free);
      return;
    }
  if (g_strv_length (reading->paths) == 1)
    reading->columns = march_layer_list_columns (reading->paths[0]);
  g_task_return_error (task, error);
}

static void start_reading (MarchImportDialog *self);

/* Reads once more by the columns that such a table had the last time; %FALSE if none are known. */
static gboolean
read_as_before (MarchImportDialog *self, const Reading *reading)
{
  if (reading->columns == NULL || march_table_columns_are_said (&reading->said)
      || !march_import_memories_find_columns ((const char *const *) reading->columns,
                                              &self->said))
    return FALSE;
  start_reading (self);
  return TRUE;
}

/* A table may have names that say nothing of positions. */
static void
show_unread (MarchImportDialog *self, const Reading *reading, const GError *error)
{
  if (reading->columns == NULL)
    {
      march_task_dialog_fail (MARCH_TASK_DIALOG (self), _("The Files Can’t Be Read"), error);
      return;
    }
  gtk_label_set_text (self->columns_label, error->message);
  march_import_columns_show (self->columns, (const char *const *) reading->columns, &self->said);
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "columns");
  gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (source);
  Reading           *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  MarchImportPlan   *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    {
      g_clear_pointer (&plan, march_import_plan_free);
      return;
    }
  if (plan == NULL && read_as_before (self, reading))
    return;
  if (plan == NULL)
    {
      show_unread (self, reading, error);
      return;
    }
  march_import_memories_find (plan);
  march_import_form_show (self->form, plan, march_session_get_language (self->session));
  g_clear_pointer (&self->plan, march_import_plan_free);
  self->plan = plan;
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "plan");
  /* Shown again, now that it is known here. */
  g_signal_emit_by_name (self->form, "changed");
}

static void
start_reading (MarchImportDialog *self)
{
  MarchTaskDialog *dialog = MARCH_TASK_DIALOG (self);
  Reading         *reading = g_new0 (Reading, 1);
  GCancellable    *cancellable = march_task_dialog_begin (dialog, _("Reading"), NULL, NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, read_cb, NULL);

  *reading = (Reading){ .paths = g_strdupv (self->paths),
                        .corpus = march_corpus_ref (march_session_get_corpus (self->session)),
                        .progress = march_progress_ref (march_task_dialog_get_progress (dialog)) };
  march_table_columns_set (&reading->said, self->said.form, self->said.first, self->said.second);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
columns_chosen_cb (MarchImportDialog *self, const MarchTableColumns *columns)
{
  march_table_columns_set (&self->said, columns->form, columns->first, columns->second);
  start_reading (self);
}

/* Whether the plan can be imported is told at once, what would come twice a bit later. */
static gboolean
doubles_cb (gpointer user_data)
{
  MarchImportDialog *self = user_data;
  g_autoptr (GPtrArray) doubles = march_import_plan_list_doubles (self->plan);
  g_autofree char *ready = march_import_found_count_ready (self->plan);
  g_autoptr (GString) words = g_string_new (ready);

  self->doubles = 0;
  for (guint i = 0; i < doubles->len; i++)
    g_string_append_printf (words, "\n%s", (const char *) doubles->pdata[i]);
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), words->str);
  return G_SOURCE_REMOVE;
}

static void
plan_changed_cb (MarchImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ready = NULL;

  if (self->plan == NULL)
    return;
  g_clear_handle_id (&self->doubles, g_source_remove);
  if (march_import_plan_check (self->plan, &error))
    {
      ready = march_import_found_count_ready (self->plan);
      self->doubles = g_timeout_add (DOUBLES_DELAY_MS, doubles_cb, self);
    }
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), ready != NULL ? ready : error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), ready != NULL);
}

/* Back to the plan, with what went wrong in its foot. */
static void
give_up (MarchImportDialog *self, const GError *error)
{
  if (march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    march_task_dialog_fail (MARCH_TASK_DIALOG (self), NULL, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!march_dossier_add_areas_finish (MARCH_DOSSIER (source), result, &error))
    {
      give_up (self, error);
      return;
    }
  march_import_memories_keep (self->plan);
  g_signal_emit (self, imported_signal, 0, self->report->n_features, self->report->n_points);
  if (!march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    return;
  march_import_report_page_show (self->report_page, self->plan, self->report);
  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), "");
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "report");
}

static void
cut_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchImportDialog) self = user_data;
  MarchTaskDialog *dialog = MARCH_TASK_DIALOG (self);
  MarchProgress   *progress = march_task_dialog_get_progress (dialog);
  g_autoptr (GError) error = NULL;
  GPtrArray *batches;

  g_clear_pointer (&self->report, march_import_report_free);
  batches = march_import_plan_cut_finish (result, &self->report, &error);
  if (batches == NULL)
    {
      give_up (self, error);
      return;
    }
  march_progress_set_range (progress, CUTTING_SHARE, 1);
  march_task_dialog_set_task (dialog, _("Storing the Areas"));
  march_dossier_add_areas_async (march_session_get_dossier (self->session), batches,
                                 march_progress_tell, progress,
                                 march_task_dialog_get_cancellable (dialog), added_cb,
                                 g_object_ref (self));
}

static void
import_cb (MarchImportDialog *self)
{
  MarchTaskDialog *dialog = MARCH_TASK_DIALOG (self);
  GCancellable    *cancellable = march_task_dialog_begin (
      dialog, _("Cutting the Areas"),
      _("It is worked out what was gained and lost from day to day. The dossier stays as it is "
        "until everything is stored."),
      "plan");
  MarchProgress *progress = march_task_dialog_get_progress (dialog);

  /* The plan is another thread's from now on. */
  g_clear_handle_id (&self->doubles, g_source_remove);
  march_progress_set_range (progress, 0, CUTTING_SHARE);
  march_import_plan_cut_async (self->plan, march_progress_tell, progress, cancellable, cut_cb,
                               g_object_ref (self));
}

static void
march_import_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&MARCH_IMPORT_DIALOG (object)->doubles, g_source_remove);
  G_OBJECT_CLASS (march_import_dialog_parent_class)->dispose (object);
}

/* Threads may use the plan for as long as anybody holds the dialog. */
static void
march_import_dialog_finalize (GObject *object)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (object);

  g_clear_pointer (&self->plan, march_import_plan_free);
  g_clear_pointer (&self->report, march_import_report_free);
  g_clear_object (&self->session);
  g_strfreev (self->paths);
  march_table_columns_clear (&self->said);
  G_OBJECT_CLASS (march_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchImportDialog, name)
  BIND (import_button);
  BIND (done_button);
  BIND (columns_label);
  BIND (columns);
  BIND (form);
  BIND (report_page);
#undef BIND
}

static void
march_import_dialog_class_init (MarchImportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_import_dialog_dispose;
  object_class->finalize = march_import_dialog_finalize;
  MARCH_TASK_DIALOG_CLASS (klass)->page_shown = march_import_dialog_page_shown;
  imported_signal = g_signal_new ("imported", MARCH_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (MARCH_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MARCH_TYPE_IMPORT_FORM);
  g_type_ensure (MARCH_TYPE_IMPORT_REPORT_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
march_import_dialog_init (MarchImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/** march_import_dialog_new: Returns: (transfer none): a dialog over @parent; GTK owns it, as any
 * window */
MarchImportDialog *
march_import_dialog_new (GtkWindow *parent, MarchSession *session)
{
  MarchImportDialog *self = g_object_new (MARCH_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  march_task_dialog_set_size (MARCH_TASK_DIALOG (self), parent, WIDTH, HEIGHT);
  return self;
}

/** march_import_dialog_read: reads files and folders, and shows what they hold; a dossier has to be
 * open */
void
march_import_dialog_read (MarchImportDialog *self, const char *const *paths)
{
  g_return_if_fail (MARCH_IS_IMPORT_DIALOG (self) && paths != NULL && paths[0] != NULL);
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  start_reading (self);
}
