/* march-changes-dialog.c — a colleague's changes: what comes, what clashes, and applying them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-changes"

#include "config.h"

#include "changes/march-changes-dialog.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "changes/march-changes-rows.h"
#include "dossier/march-dossier-changes.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 720
#define HEIGHT 760
#define STEPS 1000 /* into which the fraction that is done is counted */

struct _MarchChangesDialog
{
  AdwWindow         parent;

  MarchSession     *session;
  MarchChanges     *changes;
  MarchChangesPlan *plan;
  GCancellable     *cancellable; /* of what is under way; NULL: nothing is */
  guint             poll;
  int               done;        /* of STEPS; counted on another thread */

  /* Template children */
  AdwWindowTitle   *window_title;
  GtkButton        *cancel_button;
  GtkButton        *apply_button;
  GtkStack         *stack;
  AdwStatusPage    *busy_page;
  GtkProgressBar   *progress_bar;
  AdwStatusPage    *failed_page;
  AdwBin           *plan_bin;
  GtkLabel         *hint_label;
};

static guint applied_signal;

G_DEFINE_FINAL_TYPE (MarchChangesDialog, march_changes_dialog, ADW_TYPE_WINDOW)

static void
show_page (MarchChangesDialog *self, const char *name)
{
  gboolean plan = g_str_equal (name, "plan");

  gtk_stack_set_visible_child_name (self->stack, name);
  if (!plan)
    gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), plan);
}

static gboolean
poll_cb (gpointer user_data)
{
  MarchChangesDialog *self = user_data;
  int                 done = g_atomic_int_get (&self->done);

  if (done > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / STEPS);
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

/* Something goes on on another thread from now on. */
static void
begin (MarchChangesDialog *self, const char *title)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->done, 0);
  adw_status_page_set_title (self->busy_page, title);
  if (self->poll == 0)
    self->poll = g_timeout_add (100, poll_cb, self);
  show_page (self, "busy");
}

static void
end (MarchChangesDialog *self)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_object (&self->cancellable);
}

static gboolean
is_closed (MarchChangesDialog *self)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
         gtk_widget_in_destruction (GTK_WIDGET (self));
}

static void
fail (MarchChangesDialog *self, const char *title, const GError *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failed_page, title);
  adw_status_page_set_description (self->failed_page, description);
  show_page (self, "failed");
}

static char *
describe_open (const MarchChangesPlan *plan)
{
  guint n = march_changes_plan_n_open (plan);

  if (n > 0)
    return g_strdup_printf (ngettext ("%u choice is left to be made.",
                                      "%u choices are left to be made.", n),
                            n);
  if (plan->items->len == 0 && plan->conflicts->len == 0 && plan->sources->len == 0)
    return g_strdup (_("The dossier has these changes already."));
  return g_strdup (_("Applying is one edit, which can be undone."));
}

static void
chosen_cb (gpointer data)
{
  MarchChangesDialog *self = data;
  g_autofree char    *hint = describe_open (self->plan);
  gboolean            nothing = self->plan->items->len == 0 && self->plan->conflicts->len == 0 &&
                     self->plan->sources->len == 0;

  gtk_label_set_text (self->hint_label, hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button),
                            !nothing && march_changes_plan_n_open (self->plan) == 0);
}

static void
show_plan (MarchChangesDialog *self)
{
  const MarchChangesFacts *facts = march_changes_get_facts (self->changes);
  /* Translators: %s is a colleague. */
  g_autofree char *title = g_strdup_printf (_("Changes of %s"), facts->who);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u record", "%u records",
                                                         facts->n_records),
                                               facts->n_records);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_bin_set_child (self->plan_bin, march_changes_rows_new (self->plan, chosen_cb, self));
  chosen_cb (self);
  show_page (self, "plan");
  gtk_widget_child_focus (GTK_WIDGET (self->plan_bin), GTK_DIR_TAB_FORWARD);
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchChangesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = march_dossier_changes_finish (MARCH_DOSSIER (source), result, &error);

  if (is_closed (self))
    return;
  end (self);
  if (good)
    show_plan (self);
  else
    fail (self, _("The Changes Can’t Be Applied"), error);
}

static void
weigh (MarchChangesDialog *self)
{
  march_dossier_weigh_changes_async (march_session_get_dossier (self->session), self->changes,
                                     self->plan, self->cancellable, weighed_cb,
                                     g_object_ref (self));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError       *error = NULL;
  MarchChanges *changes = march_changes_read (data, cancellable, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) march_changes_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  MarchChanges *changes = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&self->changes, march_changes_unref);
  self->changes = changes;
  if (is_closed (self))
    return;
  if (changes != NULL)
    {
      weigh (self);
      return;
    }
  end (self);
  fail (self, _("The File Can’t Be Read"), error);
}

static void
tell_cb (double fraction, gpointer data)
{
  MarchChangesDialog *self = data;

  g_atomic_int_set (&self->done, (int) (fraction * STEPS));
}

/* Choosing may have brought a further conflict up, which is asked as well. */
static void
ask_on (MarchChangesDialog *self, const GError *error)
{
  show_plan (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (self->hint_label, _("It was cancelled; the dossier is as it was."));
  else
    gtk_label_set_text (self->hint_label, error->message);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchChangesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = march_dossier_changes_finish (MARCH_DOSSIER (source), result, &error);

  if (good)
    g_signal_emit (self, applied_signal, 0, self->plan->n_records);
  if (is_closed (self))
    return;
  end (self);
  if (good)
    gtk_window_close (GTK_WINDOW (self));
  else
    ask_on (self, error);
}

static void
apply_cb (MarchChangesDialog *self)
{
  begin (self, _("Applying"));
  march_dossier_apply_changes_async (march_session_get_dossier (self->session), self->changes,
                                     self->plan, tell_cb, self, self->cancellable, applied_cb,
                                     g_object_ref (self));
}

/* While something is applied, back to the plan; else away. */
static void
cancel_cb (MarchChangesDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->cancellable == NULL || self->changes == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
march_changes_dialog_close_request (GtkWindow *window)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll, g_source_remove);
  return GTK_WINDOW_CLASS (march_changes_dialog_parent_class)->close_request (window);
}

static void
march_changes_dialog_dispose (GObject *object)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll, g_source_remove);
  G_OBJECT_CLASS (march_changes_dialog_parent_class)->dispose (object);
}

/* Threads may use the plan for as long as anybody holds the dialog. */
static void
march_changes_dialog_finalize (GObject *object)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (object);

  g_clear_pointer (&self->plan, march_changes_plan_free);
  g_clear_pointer (&self->changes, march_changes_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_changes_dialog_parent_class)->finalize (object);
}

static void
march_changes_dialog_class_init (MarchChangesDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_changes_dialog_dispose;
  object_class->finalize = march_changes_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = march_changes_dialog_close_request;
  applied_signal = g_signal_new ("applied", MARCH_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-changes-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchChangesDialog, name)
  BIND (window_title);
  BIND (cancel_button);
  BIND (apply_button);
  BIND (stack);
  BIND (busy_page);
  BIND (progress_bar);
  BIND (failed_page);
  BIND (plan_bin);
  BIND (hint_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
march_changes_dialog_init (MarchChangesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
  self->plan = march_changes_plan_new (MARCH_MERGE_ASK, MARCH_SAME_ASK);
}

/** march_changes_dialog_new: Returns: (transfer none): a dialog over @parent; GTK owns it, as any
 * window */
MarchChangesDialog *
march_changes_dialog_new (GtkWindow *parent, MarchSession *session)
{
  MarchChangesDialog *self =
      g_object_new (MARCH_TYPE_CHANGES_DIALOG, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  self->session = g_object_ref (session);
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
  return self;
}

/** march_changes_dialog_read: reads a file of changes, and shows what applying it comes to; a
 * dossier has to be open */
void
march_changes_dialog_read (MarchChangesDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  begin (self, _("Reading"));
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}
