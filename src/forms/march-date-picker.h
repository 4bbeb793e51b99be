/* march-date-picker.h — a calendar for an entry in which a date is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void march_date_picker_attach (GtkEntry *entry);

G_END_DECLS
