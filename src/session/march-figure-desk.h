/* march-figure-desk.h — what stated figures of land came to, held against the areas of a session */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "asof/march-reading.h"

G_BEGIN_DECLS

typedef struct _MarchSession MarchSession;

#define MARCH_TYPE_FIGURE_DESK (march_figure_desk_get_type ())
G_DECLARE_FINAL_TYPE (MarchFigureDesk, march_figure_desk, MARCH, FIGURE_DESK, GObject)

/* Signal "measured" (): what was not known yet may be known now. All of it on the main thread. */
MarchFigureDesk *march_figure_desk_new      (MarchSession *session);
const char      *march_figure_desk_describe (MarchFigureDesk      *desk,
                                             const MarchAssertion *figure);

G_END_DECLS
