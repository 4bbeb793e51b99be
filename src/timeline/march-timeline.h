/* march-timeline.h — the day of the map: typed, picked, dragged, stepped and played */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"
#include "widgets/march-adaptive-bin.h"

G_BEGIN_DECLS

#define MARCH_TYPE_TIMELINE (march_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MarchTimeline, march_timeline, MARCH, TIMELINE, GtkBox)

/* Property: "session" (MarchSession, once). */
void     march_timeline_set_room    (MarchTimeline *timeline, MarchRoom room);
void     march_timeline_step_month  (MarchTimeline *timeline, int months);
void     march_timeline_toggle_play (MarchTimeline *timeline);
gboolean march_timeline_go_to_words (MarchTimeline *timeline,
                                     const char    *words,
                                     char         **remark,
                                     GError       **error);

G_END_DECLS
