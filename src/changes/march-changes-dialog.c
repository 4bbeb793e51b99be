/* march-changes-dialog.c — a colleague's changes: what comes, what clashes, and applying them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-changes"

#include "config.h"

#include "changes/march-changes-dialog.h"

#include <glib/gi18n.h>

#include "changes/march-changes-rows.h"
#include "dossier/march-dossier-changes.h"
#include "widgets/march-message.h"
#include "widgets/march-spoken-name.h"

#define WIDTH 720
#define HEIGHT 760

struct _MarchChangesDialog
{
  MarchTaskDialog   parent;

  MarchSession     *session;
  MarchChanges     *changes;
  MarchChangesPlan *plan;
  gboolean          chosen; /* something was decided on that isn't applied */

  /* Template children */
  GtkButton        *apply_button;
  AdwBin           *plan_bin;
};

static guint applied_signal;

static void weigh (MarchChangesDialog *self);

G_DEFINE_FINAL_TYPE (MarchChangesDialog, march_changes_dialog, MARCH_TYPE_TASK_DIALOG)

static void
march_changes_dialog_page_shown (MarchTaskDialog *dialog, const char *name)
{
  gtk_widget_set_visible (GTK_WIDGET (MARCH_CHANGES_DIALOG (dialog)->apply_button),
                          g_str_equal (name, "plan"));
}

static gboolean
is_settled (const MarchChangesPlan *plan)
{
  return plan->settled_at != NULL && !plan->again;
}

static char *
describe_settled (const MarchChangesPlan *plan)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (plan->settled_at, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %X") : NULL;

  /* Translators: %s is a date and time. */
  return g_strdup_printf (_("You applied this file on %s. What was decided then counts, and "
                            "nothing is asked again."),
                          when != NULL ? when : plan->settled_at);
}

static char *
describe_open (const MarchChangesPlan *plan)
{
  guint n = march_changes_plan_n_open (plan);

  if (is_settled (plan))
    return g_strdup ("");
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

  march_task_dialog_set_hint (MARCH_TASK_DIALOG (self), hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button),
                            !nothing && march_changes_plan_n_open (self->plan) == 0);
}

static void
decided_cb (gpointer data)
{
  MARCH_CHANGES_DIALOG (data)->chosen = TRUE;
  chosen_cb (data);
}

static void
again_cb (MarchChangesDialog *self)
{
  self->plan->again = TRUE;
  march_task_dialog_begin (MARCH_TASK_DIALOG (self), _("Comparing"), NULL, NULL);
  weigh (self);
}

/* What stands in the place of a plan that was decided on before. */
static GtkWidget *
make_settled (MarchChangesDialog *self)
{
  GtkWidget       *page = adw_status_page_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("Decide _Anew"));
  g_autofree char *words = describe_settled (self->plan);

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Applied Already"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), words);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  return page;
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

  gtk_window_set_title (GTK_WINDOW (self), title);
  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self), subtitle);
  adw_bin_set_child (self->plan_bin, is_settled (self->plan)
                                         ? make_settled (self)
                                         : march_changes_rows_new (self->plan, decided_cb, self));
  chosen_cb (self);
  march_task_dialog_show_page (MARCH_TASK_DIALOG (self), "plan");
  gtk_widget_child_focus (GTK_WIDGET (self->plan_bin), GTK_DIR_TAB_FORWARD);
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchChangesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = march_dossier_changes_finish (MARCH_DOSSIER (source), result, &error);

  if (!march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    return;
  if (good)
    show_plan (self);
  else
    march_task_dialog_fail (MARCH_TASK_DIALOG (self), _("The Changes Can’t Be Applied"), error);
}

static void
weigh (MarchChangesDialog *self)
{
  march_dossier_weigh_changes_async (march_session_get_dossier (self->session), self->changes,
                                     self->plan,
                                     march_task_dialog_get_cancellable (MARCH_TASK_DIALOG (self)),
                                     weighed_cb, g_object_ref (self));
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
  if (march_task_dialog_is_closed (MARCH_TASK_DIALOG (self)))
    return;
  if (changes != NULL)
    {
      weigh (self);
      return;
    }
  march_task_dialog_end (MARCH_TASK_DIALOG (self));
  march_task_dialog_fail (MARCH_TASK_DIALOG (self), _("The File Can’t Be Read"), error);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchChangesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = march_dossier_changes_finish (MARCH_DOSSIER (source), result, &error);

  if (good)
    self->chosen = FALSE;
  if (good)
    g_signal_emit (self, applied_signal, 0, self->plan->n_records);
  if (!march_task_dialog_end (MARCH_TASK_DIALOG (self)))
    return;
  if (good)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  /* Choosing may have brought a further conflict up, which is asked as well. */
  show_plan (self);
  march_task_dialog_fail (MARCH_TASK_DIALOG (self), NULL, error);
}

static void
apply_cb (MarchChangesDialog *self)
{
  MarchTaskDialog *dialog = MARCH_TASK_DIALOG (self);
  GCancellable    *cancellable = march_task_dialog_begin (dialog, _("Applying"), NULL, "plan");

  march_dossier_apply_changes_async (march_session_get_dossier (self->session), self->changes,
                                     self->plan, march_progress_tell,
                                     march_task_dialog_get_progress (dialog), cancellable,
                                     applied_cb, g_object_ref (self));
}

static void
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  g_object_unref (user_data);
}

/* Not from within the dialog that asked, which goes with its window. */
static void
drop_response_cb (MarchChangesDialog *self, const char *response)
{
  if (!g_str_equal (response, "drop"))
    return;
  self->chosen = FALSE;
  g_idle_add_once (close_cb, g_object_ref (self));
}

/* What was decided on is not lost in silence. */
static gboolean
march_changes_dialog_close_request (GtkWindow *window)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (window);
  AdwMessageDialog   *dialog = NULL;

  if (!self->chosen || !gtk_widget_get_visible (GTK_WIDGET (self->apply_button)))
    return GTK_WINDOW_CLASS (march_changes_dialog_parent_class)->close_request (window);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      window, _("Drop the Choices?"),
      _("Nothing of the file is applied yet. What you have decided on is asked again when you open "
        "it next.")));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Go On"), "drop", _("_Drop"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "drop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (drop_response_cb), self,
                           G_CONNECT_SWAPPED);
  march_message_present (dialog);
  return TRUE;
}

/* Threads may use the plan for as long as anybody holds the dialog. */
static void
march_changes_dialog_finalize (GObject *object)
{
  MarchChangesDialog *self = MARCH_CHANGES_DIALOG (object);

  g_clear_pointer (&self->plan, march_changes_plan_free);
  g_clear_pointer (&self->changes, march_changes_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_changes_dialog_parent_class)->finalize (object);
}

static void
march_changes_dialog_class_init (MarchChangesDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = march_changes_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = march_changes_dialog_close_request;
  MARCH_TASK_DIALOG_CLASS (klass)->page_shown = march_changes_dialog_page_shown;
  applied_signal = g_signal_new ("applied", MARCH_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-changes-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchChangesDialog, name)
  BIND (apply_button);
  BIND (plan_bin);
#undef BIND
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

  self->session = g_object_ref (session);
  march_task_dialog_set_size (MARCH_TASK_DIALOG (self), parent, WIDTH, HEIGHT);
  return self;
}

/** march_changes_dialog_read: reads a file of changes, and shows what applying it comes to; a
 * dossier has to be open */
void
march_changes_dialog_read (MarchChangesDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  task = g_task_new (self, march_task_dialog_begin (MARCH_TASK_DIALOG (self), _("Reading"), NULL,
                                                    NULL),
                     read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}
