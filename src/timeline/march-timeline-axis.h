/* march-timeline-axis.h — years, events, growing claims and the day of the map on one line */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TIMELINE_AXIS (march_timeline_axis_get_type ())
G_DECLARE_FINAL_TYPE (MarchTimelineAxis, march_timeline_axis, MARCH, TIMELINE_AXIS, GtkWidget)

gboolean march_timeline_axis_click (MarchTimelineAxis *axis, double x, double y);
void march_timeline_axis_set_session (MarchTimelineAxis *axis, MarchSession *session);
void march_timeline_axis_set_rows    (MarchTimelineAxis *axis, guint rows);

G_END_DECLS
