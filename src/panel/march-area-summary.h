/* march-area-summary.h — who holds how much of a place on the day, in a few rows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_AREA_SUMMARY (march_area_summary_get_type ())
G_DECLARE_FINAL_TYPE (MarchAreaSummary, march_area_summary, MARCH, AREA_SUMMARY, GtkBox)

GtkWidget *march_area_summary_new (MarchSession *session, gboolean of_place);

G_END_DECLS
