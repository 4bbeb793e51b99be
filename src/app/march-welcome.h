/* march-welcome.h — the page from which a dossier is opened */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MARCH_TYPE_WELCOME (march_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MarchWelcome, march_welcome, MARCH, WELCOME, AdwBin)

void march_welcome_refresh (MarchWelcome *welcome);

G_END_DECLS
