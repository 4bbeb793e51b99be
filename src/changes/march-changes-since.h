/* march-changes-since.h — asks since when changes are to be written, and where to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CHANGES_SINCE (march_changes_since_get_type ())
G_DECLARE_FINAL_TYPE (MarchChangesSince, march_changes_since, MARCH, CHANGES_SINCE,
                      AdwMessageDialog)

/* Signals: "written" (uint records, string name): a file of changes was; "failed" (GError) */
MarchChangesSince *march_changes_since_new   (GtkWindow *parent, MarchSession *session);
void               march_changes_since_write (MarchChangesSince *dialog, const char *before,
                                              const char *out);

G_END_DECLS
