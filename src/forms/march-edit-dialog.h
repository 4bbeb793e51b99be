/* march-edit-dialog.h — a dialog in which something is typed, checked and written as one edit */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-coding.h"
#include "forms/march-form-part.h"
#include "widgets/march-task-dialog.h"

G_BEGIN_DECLS

/**
 * MarchFormWork:
 * @check: Returns: (transfer full) (element-type MarchProblem): what is wrong with what is typed
 * @write: writes it as one edit, for march_dossier_edit_finish()
 * @free: (nullable): frees it; %NULL: it isn't the dialog's
 *
 * What a dialog does with what is typed in it.
 */
typedef struct
{
  GPtrArray *(*check) (gpointer typed);
  void       (*write) (gpointer typed, MarchDossier *dossier, GAsyncReadyCallback callback,
                       gpointer user_data);
  void       (*free)  (gpointer typed);
} MarchFormWork;

#define MARCH_TYPE_EDIT_DIALOG (march_edit_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarchEditDialog, march_edit_dialog, MARCH, EDIT_DIALOG, MarchTaskDialog)

/**
 * MarchEditDialogClass:
 * @hinder: (nullable): Returns: (transfer full) (nullable): why it can't be written just now,
 *   whatever is typed; %NULL: nothing hinders
 * @remove: (nullable): takes out of the dossier what is shown, for march_dossier_edit_finish()
 * @written: what was typed is in the dossier; the dialog is closed after this
 * @deleted: (nullable): what was shown is out of it; likewise
 *
 * A template has the buttons to write and to delete, and adds its pages; the one that is filled in
 * is called "form". What is typed is checked a moment after each change, and all that is wrong is
 * told beside the parts that it is about: march_edit_dialog_watch(). While an edit is on its way
 * nothing can be typed; where it can't be made, all is kept, and why is told at the foot.
 */
struct _MarchEditDialogClass
{
  MarchTaskDialogClass parent_class;

  char *(*hinder)  (MarchEditDialog *dialog);
  void  (*remove)  (MarchEditDialog *dialog, MarchDossier *dossier, GAsyncReadyCallback callback,
                    gpointer user_data);
  void  (*written) (MarchEditDialog *dialog);
  void  (*deleted) (MarchEditDialog *dialog);
};

void          march_edit_dialog_set_work     (MarchEditDialog *dialog, MarchDossier *dossier,
                                              const MarchFormWork *work, gpointer typed);
void          march_edit_dialog_set_coding   (MarchEditDialog *dialog, MarchDossier *dossier,
                                              MarchCoding *coding);
MarchCorpus  *march_edit_dialog_dup_corpus   (MarchEditDialog *dialog);
void          march_edit_dialog_watch        (MarchEditDialog *dialog, GtkWidget *part,
                                              gint64 draft);
void          march_edit_dialog_focus_part   (MarchEditDialog *dialog);
void          march_edit_dialog_focus_write  (MarchEditDialog *dialog);
void          march_edit_dialog_set_existing (MarchEditDialog *dialog);
void          march_edit_dialog_allow_write  (MarchEditDialog *dialog, gboolean allowed);
void          march_edit_dialog_name_write   (MarchEditDialog *dialog, const char *label);
void          march_edit_dialog_offer_delete (MarchEditDialog *dialog, const char *label,
                                              const char *tooltip, gboolean deletable);
void          march_edit_dialog_changed      (MarchEditDialog *dialog);
gboolean      march_edit_dialog_is_tried     (MarchEditDialog *dialog);

G_END_DECLS
