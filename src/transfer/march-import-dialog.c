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
#include "transfer/march-progress.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 760
#define HEIGHT 820
#define CUTTING_SHARE 0.8 /* of the time that cutting and storing take */

struct _MarchImportDialog
{
  AdwWindow              parent;

  MarchSession          *session;
  char                 **paths;
  char                  *latitude; /* columns, as chosen; NULL: found */
  char                  *longitude;
  GCancellable          *cancellable; /* of what is under way; NULL: nothing is */
  MarchProgress         *progress;
  guint                  poll;
  MarchImportPlan       *plan;
  MarchImportReport     *report;

  /* Template children */
  AdwWindowTitle        *window_title;
  GtkButton             *cancel_button;
  GtkButton             *import_button;
  GtkButton             *done_button;
  GtkStack              *stack;
  AdwStatusPage         *busy_page;
  GtkProgressBar        *progress_bar;
  GtkLabel              *progress_label;
  AdwStatusPage         *failed_page;
  MarchImportColumns    *columns;
  MarchImportForm       *form;
  GtkLabel              *hint_label;
  MarchImportReportPage *report_page;
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (MarchImportDialog, march_import_dialog, ADW_TYPE_WINDOW)

static void
show_page (MarchImportDialog *self, const char *name)
{
  gboolean plan = g_str_equal (name, "plan"), report = g_str_equal (name, "report");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->done_button), report);
  /* Before the button that has the focus goes: else a label takes it, and selects its words. */
  if (!plan)
    gtk_widget_grab_focus (GTK_WIDGET (report ? self->done_button : self->cancel_button));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), plan);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !report);
  /* Not what was there while the files were read: Enter would give all of it up. */
  if (plan)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static gboolean
poll_cb (gpointer user_data)
{
  MarchImportDialog *self = user_data;
  g_autofree char   *name = march_progress_dup_name (self->progress);

  gtk_progress_bar_set_fraction (self->progress_bar, march_progress_get_fraction (self->progress));
  gtk_label_set_text (self->progress_label, name != NULL ? name : "");
  return G_SOURCE_CONTINUE;
}

/* Something goes on on other threads from now on. */
static void
begin (MarchImportDialog *self, const char *title, const char *description)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, march_progress_unref);
  self->cancellable = g_cancellable_new ();
  self->progress = march_progress_new ();
  adw_status_page_set_title (self->busy_page, title);
  adw_status_page_set_description (self->busy_page, description);
  poll_cb (self);
  if (self->poll == 0)
    self->poll = g_timeout_add (100, poll_cb, self);
  show_page (self, "busy");
}

static void
end (MarchImportDialog *self)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_object (&self->cancellable);
}

static gboolean
is_closed (MarchImportDialog *self)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (self))
         || gtk_widget_in_destruction (GTK_WIDGET (self));
}

static void
fail (MarchImportDialog *self, const char *title, const GError *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failed_page, title);
  adw_status_page_set_description (self->failed_page, description);
  show_page (self, "failed");
}

/* What reading takes with it to its thread. */
typedef struct
{
  char         **paths;
  char          *latitude;
  char          *longitude;
  MarchCorpus   *corpus;
  MarchProgress *progress;
  char         **columns; /* of a table that can't be read without saying which are meant */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  g_free (reading->latitude);
  g_free (reading->longitude);
  march_corpus_unref (reading->corpus);
  march_progress_unref (reading->progress);
  g_strfreev (reading->columns);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading               *reading = data;
  const MarchReadOptions options = { .latitude = reading->latitude,
                                     .longitude = reading->longitude,
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

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (source);
  Reading           *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  MarchImportPlan   *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  end (self);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), reading->columns != NULL);
  if (plan == NULL)
    {
      if (reading->columns != NULL)
        march_import_columns_show (self->columns, (const char *const *) reading->columns, NULL,
                                   NULL);
      fail (self, _("The Files Can’t Be Read"), error);
      return;
    }
  march_import_memories_find (plan);
  march_import_form_show (self->form, plan, march_session_get_language (self->session));
  g_clear_pointer (&self->plan, march_import_plan_free);
  self->plan = plan;
  show_page (self, "plan");
  /* Shown again, now that it is known here. */
  g_signal_emit_by_name (self->form, "changed");
}

static void
start_reading (MarchImportDialog *self)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  begin (self, _("Reading"), NULL);
  *reading = (Reading){ .paths = g_strdupv (self->paths),
                        .latitude = g_strdup (self->latitude),
                        .longitude = g_strdup (self->longitude),
                        .corpus = march_corpus_ref (march_session_get_corpus (self->session)),
                        .progress = march_progress_ref (self->progress) };
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
columns_chosen_cb (MarchImportDialog *self, const char *latitude, const char *longitude)
{
  char *chosen[] = { g_strdup (latitude), g_strdup (longitude) };

  g_free (self->latitude);
  g_free (self->longitude);
  self->latitude = chosen[0];
  self->longitude = chosen[1];
  start_reading (self);
}

static void
plan_changed_cb (MarchImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ready = NULL;

  if (self->plan == NULL)
    return;
  if (march_import_plan_check (self->plan, &error))
    ready = march_import_found_count_ready (self->plan);
  gtk_label_set_text (self->hint_label, ready != NULL ? ready : error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), ready != NULL);
}

/* Back to the plan, with what went wrong in its foot. */
static void
give_up (MarchImportDialog *self, const GError *error)
{
  end (self);
  show_page (self, "plan");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (self->hint_label, _("It was cancelled; the dossier is as it was."));
  else
    gtk_label_set_text (self->hint_label, error->message);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!march_dossier_add_areas_finish (MARCH_DOSSIER (source), result, &error))
    {
      if (!is_closed (self))
        give_up (self, error);
      return;
    }
  march_import_memories_keep (self->plan);
  g_signal_emit (self, imported_signal, 0, self->report->n_features, self->report->n_points);
  if (is_closed (self))
    return;
  end (self);
  march_import_report_page_show (self->report_page, self->plan->layer, self->report);
  show_page (self, "report");
}

static void
cut_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchImportDialog) self = user_data;
  MarchDossier *dossier = march_session_get_dossier (self->session);
  g_autoptr (GError) error = NULL;
  GPtrArray *batches;

  g_clear_pointer (&self->report, march_import_report_free);
  batches = march_import_plan_cut_finish (result, &self->report, &error);
  if (batches == NULL)
    {
      if (!is_closed (self))
        give_up (self, error);
      return;
    }
  march_progress_set_range (self->progress, CUTTING_SHARE, 1);
  adw_status_page_set_title (self->busy_page, _("Storing the Areas"));
  march_dossier_add_areas_async (dossier, batches, march_progress_tell, self->progress,
                                 self->cancellable, added_cb, g_object_ref (self));
}

static void
import_cb (MarchImportDialog *self)
{
  begin (self, _("Cutting the Areas"),
         _("It is worked out what was gained and lost from day to day. The dossier stays as it is "
           "until everything is stored."));
  march_progress_set_range (self->progress, 0, CUTTING_SHARE);
  march_import_plan_cut_async (self->plan, march_progress_tell, self->progress, self->cancellable,
                               cut_cb, g_object_ref (self));
}

/* While something is brought in, back to the plan; else away. */
static void
cancel_cb (MarchImportDialog *self)
{
  if (self->cancellable != NULL && self->plan != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
march_import_dialog_close_request (GtkWindow *window)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll, g_source_remove);
  return GTK_WINDOW_CLASS (march_import_dialog_parent_class)->close_request (window);
}

static void
march_import_dialog_dispose (GObject *object)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll, g_source_remove);
  G_OBJECT_CLASS (march_import_dialog_parent_class)->dispose (object);
}

/* Threads may use the plan for as long as anybody holds the dialog. */
static void
march_import_dialog_finalize (GObject *object)
{
  MarchImportDialog *self = MARCH_IMPORT_DIALOG (object);

  g_clear_pointer (&self->plan, march_import_plan_free);
  g_clear_pointer (&self->report, march_import_report_free);
  g_clear_pointer (&self->progress, march_progress_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_strfreev (self->paths);
  g_free (self->latitude);
  g_free (self->longitude);
  G_OBJECT_CLASS (march_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchImportDialog, name)
  BIND (window_title);
  BIND (cancel_button);
  BIND (import_button);
  BIND (done_button);
  BIND (stack);
  BIND (busy_page);
  BIND (progress_bar);
  BIND (progress_label);
  BIND (failed_page);
  BIND (columns);
  BIND (form);
  BIND (hint_label);
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
  GTK_WINDOW_CLASS (klass)->close_request = march_import_dialog_close_request;
  imported_signal = g_signal_new ("imported", MARCH_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (MARCH_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MARCH_TYPE_IMPORT_FORM);
  g_type_ensure (MARCH_TYPE_IMPORT_REPORT_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
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
  int                width = gtk_widget_get_width (GTK_WIDGET (parent));
  int                height = gtk_widget_get_height (GTK_WIDGET (parent));

  self->session = g_object_ref (session);
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
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
