/* march-task-dialog.c — a dialog whose work goes on on other threads */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-task-dialog.h"

#include <glib/gi18n.h>

#include "widgets/march-spoken-name.h"

#define POLL_MS 100

typedef struct
{
  /* owned */
  GCancellable   *cancellable; /* of what is under way; NULL: nothing is */
  MarchProgress  *progress;
  guint           poll;
  char           *back; /* the page to go back to when it is cancelled; NULL: none */

  /* Template children */
  AdwWindowTitle *window_title;
  AdwHeaderBar   *header_bar;
  GtkWidget      *cancel_button;
  GtkStack       *stack;
  AdwStatusPage  *busy_page;
  GtkProgressBar *progress_bar;
  GtkLabel       *progress_label;
  AdwStatusPage  *failed_page;
  GtkWidget      *foot;
  GtkLabel       *hint_label;
} MarchTaskDialogPrivate;

static GtkBuildableIface *parent_buildable_iface;

static void march_task_dialog_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MarchTaskDialog,
                                  march_task_dialog,
                                  ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (MarchTaskDialog)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         march_task_dialog_buildable_init))

static MarchTaskDialogPrivate *
get_private (MarchTaskDialog *self)
{
  return march_task_dialog_get_instance_private (self);
}

static gboolean
is_own_page (const char *name)
{
  return g_strcmp0 (name, "busy") == 0 || g_strcmp0 (name, "failed") == 0;
}

static void
show_foot (MarchTaskDialogPrivate *priv)
{
  const char *page = gtk_stack_get_visible_child_name (priv->stack);

  gtk_widget_set_visible (priv->foot, !is_own_page (page)
                                          && *gtk_label_get_text (priv->hint_label) != '\0');
}

static gboolean
poll_cb (gpointer user_data)
{
  MarchTaskDialogPrivate *priv = get_private (user_data);
  g_autofree char        *name = march_progress_dup_name (priv->progress);
  double                  fraction = march_progress_get_fraction (priv->progress);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (priv->progress_bar, fraction);
  else
    gtk_progress_bar_pulse (priv->progress_bar);
  gtk_label_set_text (priv->progress_label, name != NULL ? name : "");
  return G_SOURCE_CONTINUE;
}

static void
stop (MarchTaskDialogPrivate *priv)
{
  g_cancellable_cancel (priv->cancellable);
  g_clear_handle_id (&priv->poll, g_source_remove);
}

static void
cancel_cb (MarchTaskDialog *self)
{
  MarchTaskDialogPrivate *priv = get_private (self);

  if (priv->cancellable != NULL && priv->back != NULL)
    g_cancellable_cancel (priv->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
march_task_dialog_close_request (GtkWindow *window)
{
  stop (get_private (MARCH_TASK_DIALOG (window)));
  return GTK_WINDOW_CLASS (march_task_dialog_parent_class)->close_request (window);
}

static void
march_task_dialog_dispose (GObject *object)
{
  stop (get_private (MARCH_TASK_DIALOG (object)));
  G_OBJECT_CLASS (march_task_dialog_parent_class)->dispose (object);
}

static void
march_task_dialog_finalize (GObject *object)
{
  MarchTaskDialogPrivate *priv = get_private (MARCH_TASK_DIALOG (object));

  g_clear_object (&priv->cancellable);
  g_clear_pointer (&priv->progress, march_progress_unref);
  g_free (priv->back);
  G_OBJECT_CLASS (march_task_dialog_parent_class)->finalize (object);
}

static void
march_task_dialog_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  MarchTaskDialogPrivate *priv = get_private (MARCH_TASK_DIALOG (buildable));

  if (g_strcmp0 (type, "page") == 0)
    GTK_BUILDABLE_GET_IFACE (priv->stack)
        ->add_child (GTK_BUILDABLE (priv->stack), builder, child, NULL);
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header_bar, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
march_task_dialog_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = march_task_dialog_add_child;
}

static void
march_task_dialog_class_init (MarchTaskDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = march_task_dialog_dispose;
  object_class->finalize = march_task_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = march_task_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-task-dialog.ui");
#define BIND(name)                                                                                 \
  gtk_widget_class_bind_template_child_private (widget_class, MarchTaskDialog, name)
  BIND (window_title);
  BIND (header_bar);
  BIND (cancel_button);
  BIND (stack);
  BIND (busy_page);
  BIND (progress_bar);
  BIND (progress_label);
  BIND (failed_page);
  BIND (foot);
  BIND (hint_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
march_task_dialog_init (MarchTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  march_spoken_name_set_buttons (GTK_WIDGET (self));
}

/** march_task_dialog_set_size: as large as that where @parent has that room */
void
march_task_dialog_set_size (MarchTaskDialog *self, GtkWindow *parent, int width, int height)
{
  const int there = gtk_widget_get_width (GTK_WIDGET (parent));
  const int high = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), there > 0 ? MIN (width, there) : width,
                               high > 0 ? MIN (height, high) : height);
}

void
march_task_dialog_set_subtitle (MarchTaskDialog *self, const char *subtitle)
{
  adw_window_title_set_subtitle (get_private (self)->window_title, subtitle);
}

/** march_task_dialog_set_hint: @hint: what is told at the foot of the dialog's pages; empty:
 * nothing */
void
march_task_dialog_set_hint (MarchTaskDialog *self, const char *hint)
{
  MarchTaskDialogPrivate *priv = get_private (self);

  gtk_label_set_text (priv->hint_label, hint);
  show_foot (priv);
}

GtkWidget *
march_task_dialog_get_cancel_button (MarchTaskDialog *self)
{
  return get_private (self)->cancel_button;
}

/** march_task_dialog_show_page: @name: "busy", "failed", or a page of the template */
void
march_task_dialog_show_page (MarchTaskDialog *self, const char *name)
{
  MarchTaskDialogPrivate *priv = get_private (self);
  MarchTaskDialogClass   *klass = MARCH_TASK_DIALOG_GET_CLASS (self);

  gtk_stack_set_visible_child_name (priv->stack, name);
  /* Before the button that has the focus goes: else a label takes it, and selects its words. */
  if (is_own_page (name))
    gtk_widget_grab_focus (priv->cancel_button);
  show_foot (priv);
  if (klass->page_shown != NULL)
    klass->page_shown (self, name);
}

/**
 * march_task_dialog_begin:
 * @title: what goes on on another thread from now on
 * @description: (nullable): more of it
 * @back: (nullable): the page to show when it is cancelled or fails; %NULL: the dialog is closed
 *   when it is cancelled, and a failure has a page of its own
 *
 * Returns: (transfer none): to be given to the work
 */
GCancellable *
march_task_dialog_begin (MarchTaskDialog *self,
                         const char      *title,
                         const char      *description,
                         const char      *back)
{
  MarchTaskDialogPrivate *priv = get_private (self);

  g_clear_object (&priv->cancellable);
  g_clear_pointer (&priv->progress, march_progress_unref);
  priv->cancellable = g_cancellable_new ();
  priv->progress = march_progress_new ();
  g_free (priv->back);
  priv->back = g_strdup (back);
  adw_status_page_set_title (priv->busy_page, title);
  adw_status_page_set_description (priv->busy_page, description);
  gtk_progress_bar_set_fraction (priv->progress_bar, 0);
  gtk_label_set_text (priv->progress_label, "");
  if (priv->poll == 0)
    priv->poll = g_timeout_add (POLL_MS, poll_cb, self);
  march_task_dialog_show_page (self, "busy");
  return priv->cancellable;
}

/** march_task_dialog_set_task: @title: what goes on now, in the work that was begun */
void
march_task_dialog_set_task (MarchTaskDialog *self, const char *title)
{
  adw_status_page_set_title (get_private (self)->busy_page, title);
}

/** march_task_dialog_get_cancellable: Returns: (transfer none) (nullable): of what is under way */
GCancellable *
march_task_dialog_get_cancellable (MarchTaskDialog *self)
{
  return get_private (self)->cancellable;
}

/** march_task_dialog_get_progress: Returns: (transfer none): of what was begun last, for any thread
 * to tell how far it is; it stays as long as the dialog does, and until something else begins */
MarchProgress *
march_task_dialog_get_progress (MarchTaskDialog *self)
{
  return get_private (self)->progress;
}

/** march_task_dialog_is_closed: Returns: whether there is nobody any more to show something to */
gboolean
march_task_dialog_is_closed (MarchTaskDialog *self)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (self))
         || gtk_widget_in_destruction (GTK_WIDGET (self));
}

/** march_task_dialog_end: what was begun is over, however it went. Returns: whether the dialog is
 * still there to show what came of it */
gboolean
march_task_dialog_end (MarchTaskDialog *self)
{
  MarchTaskDialogPrivate *priv = get_private (self);

  if (march_task_dialog_is_closed (self))
    return FALSE;
  g_clear_handle_id (&priv->poll, g_source_remove);
  g_clear_object (&priv->cancellable);
  return TRUE;
}

/**
 * march_task_dialog_fail:
 * @title: what failed, for the page that tells it where there is none to go back to
 *
 * Tells what became of work that has ended.
 */
void
march_task_dialog_fail (MarchTaskDialog *self, const char *title, const GError *error)
{
  MarchTaskDialogPrivate *priv = get_private (self);
  g_autofree char        *description = g_markup_escape_text (error->message, -1);

  if (priv->back != NULL)
    {
      march_task_dialog_show_page (self, priv->back);
      march_task_dialog_set_hint (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                            ? _("It was cancelled; the dossier is as it was.")
                                            : error->message);
      return;
    }
  adw_status_page_set_title (priv->failed_page, title);
  adw_status_page_set_description (priv->failed_page, description);
  march_task_dialog_show_page (self, "failed");
}
