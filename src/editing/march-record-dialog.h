/* march-record-dialog.h — the forms of a record, with what is wrong beside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "coding/march-coding.h"
#include "coding/march-removal.h"
#include "forms/march-form-part.h"
#include "session/march-session.h"

G_BEGIN_DECLS

/**
 * MarchRecordWork:
 * @check: Returns: (transfer full) (element-type MarchProblem): what is wrong with what is typed
 * @write: writes it as one edit, for march_dossier_edit_finish()
 * @free: frees it
 *
 * What a dialog does with what is typed in it.
 */
typedef struct
{
  GPtrArray *(*check) (gpointer typed);
  void       (*write) (gpointer typed, MarchDossier *dossier, GAsyncReadyCallback callback,
                       gpointer user_data);
  void       (*free)  (gpointer typed);
} MarchRecordWork;

/* Signals:
 *   "written" (): what was typed is in the dossier, as one edit
 *   "deleted" (): what was shown is out of it */
#define MARCH_TYPE_RECORD_DIALOG (march_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchRecordDialog, march_record_dialog, MARCH, RECORD_DIALOG, AdwWindow)

MarchRecordDialog *march_record_dialog_new       (GtkWindow             *parent,
                                                  MarchSession          *session,
                                                  const char            *title,
                                                  const char            *subtitle,
                                                  const MarchRecordWork *work,
                                                  gpointer               typed);
MarchRecordDialog *march_record_dialog_new_for   (GtkWindow    *parent,
                                                  MarchSession *session,
                                                  const char   *title,
                                                  const char   *subtitle,
                                                  MarchCoding  *coding);
void               march_record_dialog_add       (MarchRecordDialog *dialog,
                                                  GtkWidget         *part,
                                                  gint64             draft);
void               march_record_dialog_watch     (MarchRecordDialog *dialog,
                                                  GtkWidget         *part,
                                                  gint64             draft);
void               march_record_dialog_add_plain (MarchRecordDialog *dialog, GtkWidget *widget);
void               march_record_dialog_set_existing (MarchRecordDialog *dialog);
void               march_record_dialog_offer_delete (MarchRecordDialog *dialog,
                                                     MarchRemovable     kind,
                                                     gint64             id);
void               march_record_dialog_offer_unlink (MarchRecordDialog *dialog,
                                                     gint64             quotation,
                                                     gint64             bears_on);
void               march_record_dialog_name_write (MarchRecordDialog *dialog, const char *label);
void               march_record_dialog_set_height (MarchRecordDialog *dialog, int height);

G_END_DECLS
