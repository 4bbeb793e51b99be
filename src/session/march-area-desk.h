/* march-area-desk.h — the imported areas that a session measures and compares */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "asof/march-area-history.h"
#include "asof/march-comparison.h"

G_BEGIN_DECLS

#define MARCH_TYPE_AREA_HISTORY (march_area_history_boxed_get_type ())
GType march_area_history_boxed_get_type (void);

#define MARCH_TYPE_COMPARISON (march_comparison_boxed_get_type ())
GType march_comparison_boxed_get_type (void);

typedef struct _MarchSession MarchSession;

#define MARCH_TYPE_AREA_DESK (march_area_desk_get_type ())
G_DECLARE_FINAL_TYPE (MarchAreaDesk, march_area_desk, MARCH, AREA_DESK, GObject)

/* Properties, each notified when it changes:
 *   "history"       boxed MarchAreaHistory of what the session's snapshot asks; NULL until it is
 *                   measured, which begins when march_area_desk_measure() was called once
 *   "compared-day"  gint64, a MarchDay with which the session's day is compared; MARCH_DAY_MAX:
 *                   none
 *   "comparison"    boxed MarchComparison between the two days, the earlier one first; NULL until
 *                   it is made. A day that moves on cancels what is under way.
 * All of it on the main thread. */
MarchAreaDesk    *march_area_desk_new          (MarchSession *session);
void              march_area_desk_measure      (MarchAreaDesk *desk);
MarchAreaHistory *march_area_desk_get_history  (MarchAreaDesk *desk);
const char       *march_area_desk_get_trouble  (MarchAreaDesk *desk);
gboolean          march_area_desk_is_busy      (MarchAreaDesk *desk);
MarchDay          march_area_desk_get_compared_day (MarchAreaDesk *desk);
void              march_area_desk_compare      (MarchAreaDesk *desk, MarchDay day);
MarchComparison  *march_area_desk_get_comparison (MarchAreaDesk *desk);
GArray           *march_area_desk_list_days    (MarchAreaDesk *desk);

G_END_DECLS
