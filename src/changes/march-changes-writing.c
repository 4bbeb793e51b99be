/* march-changes-writing.c — how far the writing of changes is, and cancelling it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-changes"

#include "config.h"

#include "changes/march-changes-writing.h"

#include <glib/gi18n.h>

#define WIDTH 480
#define HEIGHT 400
/* What is done sooner shows nothing. */
#define PATIENCE_MS 400

struct _MarchChangesWriting
{
  MarchTaskDialog parent;

  guint           present; /* id of the timeout before it is shown; 0: none */
};

G_DEFINE_FINAL_TYPE (MarchChangesWriting, march_changes_writing, MARCH_TYPE_TASK_DIALOG)

static gboolean
present_cb (gpointer user_data)
{
  MarchChangesWriting *self = user_data;

  self->present = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
march_changes_writing_dispose (GObject *object)
{
  g_clear_handle_id (&MARCH_CHANGES_WRITING (object)->present, g_source_remove);
  G_OBJECT_CLASS (march_changes_writing_parent_class)->dispose (object);
}

static void
march_changes_writing_class_init (MarchChangesWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_changes_writing_dispose;
}

static void
march_changes_writing_init (MarchChangesWriting *self)
{
}

/** march_changes_writing_new: @parent: (nullable). Returns: (transfer none): a dialog of work that
 * begins now, which shows itself if that takes long; GTK owns it, until gtk_window_destroy() */
MarchTaskDialog *
march_changes_writing_new (GtkWindow *parent)
{
  MarchChangesWriting *self = g_object_new (MARCH_TYPE_CHANGES_WRITING, "transient-for", parent,
                                            "title", _("Write Changes"), NULL);
  MarchTaskDialog     *dialog = MARCH_TASK_DIALOG (self);

  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  march_task_dialog_begin (dialog, _("Writing"), NULL, NULL);
  self->present = g_timeout_add (PATIENCE_MS, present_cb, self);
  return dialog;
}
