/* march-task-dialog.h — a dialog whose work goes on on other threads */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "widgets/march-progress.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TASK_DIALOG (march_task_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarchTaskDialog, march_task_dialog, MARCH, TASK_DIALOG, AdwWindow)

/**
 * MarchTaskDialog:
 *
 * A modal window with a button to cancel, pages, and a line at the foot for what is wanting. Two
 * pages are its own: "busy", with how far the work is, and "failed". A template adds pages of its
 * own as children of the type "page" (GtkStackPage), and buttons for the end of the header as those
 * of the type "end". The title is the window's.
 *
 * Work on another thread goes so: march_task_dialog_begin(); in its callback, which holds a
 * reference, march_task_dialog_end(), and nothing more if the dialog was closed meanwhile; then
 * march_task_dialog_fail() or a page of one's own. Cancelling goes back to the page that was named
 * when the work began, or closes the dialog if none was. Closing cancels.
 */
struct _MarchTaskDialogClass
{
  AdwWindowClass parent_class;

  /* A page was shown, one of the dialog's own or of the template's: its buttons are to follow. */
  void (*page_shown) (MarchTaskDialog *self, const char *name);
};

void           march_task_dialog_set_size          (MarchTaskDialog *self, GtkWindow *parent,
                                                    int width, int height);
void           march_task_dialog_set_subtitle      (MarchTaskDialog *self, const char *subtitle);
void           march_task_dialog_set_hint          (MarchTaskDialog *self, const char *hint);
GtkWidget     *march_task_dialog_get_cancel_button (MarchTaskDialog *self);

void           march_task_dialog_show_page         (MarchTaskDialog *self, const char *name);
GCancellable  *march_task_dialog_begin             (MarchTaskDialog *self, const char *title,
                                                    const char *description, const char *back);
void           march_task_dialog_set_task          (MarchTaskDialog *self, const char *title);
GCancellable  *march_task_dialog_get_cancellable   (MarchTaskDialog *self);
MarchProgress *march_task_dialog_get_progress      (MarchTaskDialog *self);
gboolean       march_task_dialog_is_closed         (MarchTaskDialog *self);
gboolean       march_task_dialog_end               (MarchTaskDialog *self);
void           march_task_dialog_fail              (MarchTaskDialog *self, const char *title,
                                                    const GError *error);

G_END_DECLS
