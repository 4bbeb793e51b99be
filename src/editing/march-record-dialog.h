/* march-record-dialog.h — the forms of a record, with what is wrong beside them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "coding/march-removal.h"
#include "forms/march-edit-dialog.h"
#include "session/march-session.h"

G_BEGIN_DECLS

/* Signals:
 *   "written" (): what was typed is in the dossier, as one edit
 *   "deleted" (): what was shown is out of it */
#define MARCH_TYPE_RECORD_DIALOG (march_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchRecordDialog, march_record_dialog, MARCH, RECORD_DIALOG,
                      MarchEditDialog)

MarchRecordDialog *march_record_dialog_new       (GtkWindow           *parent,
                                                  MarchSession        *session,
                                                  const char          *title,
                                                  const char          *subtitle,
                                                  const MarchFormWork *work,
                                                  gpointer             typed);
MarchRecordDialog *march_record_dialog_new_for   (GtkWindow    *parent,
                                                  MarchSession *session,
                                                  const char   *title,
                                                  const char   *subtitle,
                                                  MarchCoding  *coding);
void               march_record_dialog_add       (MarchRecordDialog *dialog,
                                                  GtkWidget         *part,
                                                  gint64             draft);
void               march_record_dialog_add_plain (MarchRecordDialog *dialog, GtkWidget *widget);
void               march_record_dialog_offer_delete (MarchRecordDialog *dialog,
                                                     MarchRemovable     kind,
                                                     gint64             id);
void               march_record_dialog_offer_unlink (MarchRecordDialog *dialog,
                                                     gint64             quotation,
                                                     gint64             bears_on);
void               march_record_dialog_set_height (MarchRecordDialog *dialog, int height);

G_END_DECLS
