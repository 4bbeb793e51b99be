/* compile-fixture.h — a small dossier of the invented land of Velmark in its text form */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *compile_fixture_new    (void);
char *compile_fixture_output (const char *folder);
void  compile_fixture_free   (char *folder);
void  compile_fixture_change (const char *folder,
                              const char *file,
                              const char *old,
                              const char *new);

G_END_DECLS
