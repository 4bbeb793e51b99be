/* folder.h — a folder of its own for a test */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* An empty folder for temporary files; free its name after folder_remove(). */
char *folder_make   (void);
/* With all that is in it; it may be gone already. */
void  folder_remove (const char *folder);
guint folder_count  (const char *folder);
