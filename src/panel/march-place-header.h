/* march-place-header.h — who holds a place and who says it owns it, its history, values and figures
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_PLACE_HEADER (march_place_header_get_type ())
G_DECLARE_FINAL_TYPE (MarchPlaceHeader, march_place_header, MARCH, PLACE_HEADER, GtkBox)

/* Signal "subset" (GPtrArray of MarchQuotation or NULL, gboolean): only these quotations are
 * wanted; whether to scroll to them. */
GtkWidget *march_place_header_new    (MarchSession *session);
void       march_place_header_update (MarchPlaceHeader *header, const MarchPlace *place);
void       march_place_header_update_day (MarchPlaceHeader *header);
void       march_place_header_release_chips (MarchPlaceHeader *header);

G_END_DECLS
