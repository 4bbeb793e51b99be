/* march-settle-dialog.h — asks which of two assertions to prefer, and why */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SETTLE_DIALOG (march_settle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MarchSettleDialog,
                      march_settle_dialog,
                      MARCH,
                      SETTLE_DIALOG,
                      AdwMessageDialog)

void march_settle_dialog_present (GtkWindow           *parent,
                                  MarchSession        *session,
                                  const MarchConflict *conflict);
void march_settle_conflict_async (MarchDossier         *dossier,
                                  const MarchConflict  *conflict,
                                  const MarchAssertion *preferred,
                                  const char           *reason,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

G_END_DECLS
