/* march-coding-rest.h — what the coding pane shows while nothing is coded */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_CODING_REST (march_coding_rest_get_type ())
G_DECLARE_FINAL_TYPE (MarchCodingRest, march_coding_rest, MARCH, CODING_REST, GtkBox)

/* It activates "coding.again" and "reader.close-coding". */
GtkWidget *march_coding_rest_new  (MarchSession *session);
void       march_coding_rest_show (MarchCodingRest *rest, gboolean saved, gint64 place,
                                   gboolean cancelled);

G_END_DECLS
