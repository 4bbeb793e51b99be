/* march-about.h — the window that says what the program is and what it rests on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/march-session.h"

G_BEGIN_DECLS

void march_about_show (GtkWindow *parent, MarchSession *session);

G_END_DECLS
