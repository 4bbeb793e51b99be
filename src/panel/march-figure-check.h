/* march-figure-check.h — a stated figure held against the map */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_FIGURE_CHECK (march_figure_check_get_type ())
G_DECLARE_FINAL_TYPE (MarchFigureCheck, march_figure_check, MARCH, FIGURE_CHECK, GtkBox)

GtkWidget *march_figure_check_new (MarchSession *session, const MarchAssertion *figure);

G_END_DECLS
