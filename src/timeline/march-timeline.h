/* march-timeline.h — the timeline */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "widgets/march-adaptive-bin.h"
#include "app/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TIMELINE (march_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MarchTimeline, march_timeline, MARCH, TIMELINE, GtkBox)

void march_timeline_set_room (MarchTimeline *view, MarchRoom room);
void march_timeline_step_month (MarchTimeline *view, int months);
void march_timeline_toggle_play (MarchTimeline *view);
GtkWidget *march_timeline_new (MarchSession *session);

G_END_DECLS
