/* march-place-dialog.h — adds a place or changes one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "forms/march-edit-dialog.h"
#include "geo/march-drawing.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_DIALOG (march_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceDialog, march_place_dialog, MARCH, PLACE_DIALOG,
                      MarchEditDialog)

/* Signals:
 *   "written" (gint64 id, gboolean added): the place is in the dossier as it stands here
 *   "deleted" (string name)
 *   "draw" (gboolean area): its shape is to be drawn on the map: a drawing is made by
 * march_place_dialog_make_drawing() and given back to march_place_dialog_take_drawing() */
MarchPlaceDialog *march_place_dialog_new  (GtkWindow *parent, MarchSession *session,
                                           const MarchPlace *place);
void              march_place_dialog_focus_shape (MarchPlaceDialog *dialog);
void              march_place_dialog_import (MarchPlaceDialog *dialog, GFile *file);
MarchDrawing     *march_place_dialog_make_drawing (MarchPlaceDialog *dialog, gboolean area);
void              march_place_dialog_take_drawing (MarchPlaceDialog *dialog,
                                                   MarchDrawing *drawing, gboolean finished);
gint64            march_place_dialog_get_place (MarchPlaceDialog *dialog);
char             *march_place_dialog_dup_title (MarchPlaceDialog *dialog);

G_END_DECLS
