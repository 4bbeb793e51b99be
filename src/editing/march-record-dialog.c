/* march-record-dialog.c — the forms of a record, with what is wrong beside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-record-dialog.h"

#include <glib/gi18n.h>

#include "forms/march-dialog-size.h"

#define WIDTH 620

struct _MarchRecordDialog
{
  MarchEditDialog parent_instance;

  MarchRemovable kind;     /* of what may be deleted, unless it is a link */
  gint64         record;   /* or the quotation that a link leads from */
  gint64         bears_on; /* what it leads to; 0: it is no link */

  /* Template children */
  GtkBox *parts;
};

enum
{
  WRITTEN,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchRecordDialog, march_record_dialog, MARCH_TYPE_EDIT_DIALOG)

static void
march_record_dialog_written (MarchEditDialog *dialog)
{
  g_signal_emit (dialog, signals[WRITTEN], 0);
}

static void
march_record_dialog_deleted (MarchEditDialog *dialog)
{
  g_signal_emit (dialog, signals[DELETED], 0);
}

static void
march_record_dialog_remove (MarchEditDialog    *dialog,
                            MarchDossier       *dossier,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  MarchRecordDialog *self = MARCH_RECORD_DIALOG (dialog);

  if (self->bears_on != 0)
    march_evidence_remove_async (dossier, self->record, self->bears_on, callback, user_data);
  else
    march_removal_run_async (dossier, self->kind, self->record, callback, user_data);
}

static void
march_record_dialog_class_init (MarchRecordDialogClass *klass)
{
  MarchEditDialogClass *edit_class = MARCH_EDIT_DIALOG_CLASS (klass);
  GtkWidgetClass       *widget_class = GTK_WIDGET_CLASS (klass);

  edit_class->written = march_record_dialog_written;
  edit_class->deleted = march_record_dialog_deleted;
  edit_class->remove = march_record_dialog_remove;
  signals[WRITTEN] = g_signal_new ("written", MARCH_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETED] = g_signal_new ("deleted", MARCH_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MarchRecordDialog, parts);
}

static void
march_record_dialog_init (MarchRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MarchRecordDialog *
new_dialog (GtkWindow *parent, const char *title, const char *subtitle)
{
  MarchRecordDialog *self = g_object_new (MARCH_TYPE_RECORD_DIALOG, "transient-for", parent,
                                          "title", title, NULL);

  march_task_dialog_set_subtitle (MARCH_TASK_DIALOG (self), subtitle);
  march_dialog_size_set (GTK_WINDOW (self), parent, WIDTH, NULL);
  return self;
}

/**
 * march_record_dialog_new:
 * @title: what is done
 * @subtitle: to what, "" for something new
 * @work: what is done with what is typed; stays
 * @typed: (transfer full): for @work
 *
 * Returns: (transfer none): a dialog over @parent, for march_record_dialog_add(); GTK owns it, as
 * any window
 */
MarchRecordDialog *
march_record_dialog_new (GtkWindow           *parent,
                         MarchSession        *session,
                         const char          *title,
                         const char          *subtitle,
                         const MarchFormWork *work,
                         gpointer             typed)
{
  MarchRecordDialog *self = new_dialog (parent, title, subtitle);

  march_edit_dialog_set_work (MARCH_EDIT_DIALOG (self), march_session_get_dossier (session), work,
                              typed);
  return self;
}

/** march_record_dialog_new_for: @coding: (transfer full): what is typed. Returns: (transfer none):
 * as march_record_dialog_new() */
MarchRecordDialog *
march_record_dialog_new_for (GtkWindow    *parent,
                             MarchSession *session,
                             const char   *title,
                             const char   *subtitle,
                             MarchCoding  *coding)
{
  MarchRecordDialog *self = new_dialog (parent, title, subtitle);

  march_edit_dialog_set_coding (MARCH_EDIT_DIALOG (self), march_session_get_dossier (session),
                                coding);
  return self;
}

/** march_record_dialog_add_plain: @widget: (transfer floating): below those that are there */
void
march_record_dialog_add_plain (MarchRecordDialog *self, GtkWidget *widget)
{
  gtk_box_append (self->parts, widget);
}

/** march_record_dialog_add: @part: (transfer floating): as march_edit_dialog_watch(), below those
 * that are there */
void
march_record_dialog_add (MarchRecordDialog *self, GtkWidget *part, gint64 draft)
{
  march_record_dialog_add_plain (self, part);
  march_edit_dialog_watch (MARCH_EDIT_DIALOG (self), part, draft);
}

/** march_record_dialog_offer_delete: lets the record be deleted, or tells at the button what names
 * it */
void
march_record_dialog_offer_delete (MarchRecordDialog *self, MarchRemovable kind, gint64 id)
{
  g_autoptr (MarchCorpus) corpus = march_edit_dialog_dup_corpus (MARCH_EDIT_DIALOG (self));
  g_autofree char        *reason = march_removal_explain (corpus, kind, id);

  self->kind = kind;
  self->record = id;
  march_edit_dialog_offer_delete (MARCH_EDIT_DIALOG (self), NULL, reason, reason == NULL);
}

/** march_record_dialog_offer_unlink: lets it be taken back that a quotation bears on something */
void
march_record_dialog_offer_unlink (MarchRecordDialog *self, gint64 quotation, gint64 bears_on)
{
  self->record = quotation;
  self->bears_on = bears_on;
  march_edit_dialog_offer_delete (MARCH_EDIT_DIALOG (self), _("_Take Back"),
                                  _("The words don’t bear on it after all; both stay"), TRUE);
}

/** march_record_dialog_set_height: @height: in logical pixels, for what needs less than a long form
 */
void
march_record_dialog_set_height (MarchRecordDialog *self, int height)
{
  int width = 0, most = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &most);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (height, most));
}
