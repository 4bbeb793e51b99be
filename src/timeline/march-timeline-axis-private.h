/* march-timeline-axis-private.h — what the files of the axis share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/march-timeline-axis.h"
#include "timeline/march-timeline-model.h"

G_BEGIN_DECLS

/* Where the name of an event was drawn last. */
typedef struct
{
  graphene_rect_t           area;
  const MarchTimelineEvent *event;
} MarchTimelineName;

struct _MarchTimelineAxis
{
  GtkWidget     parent;

  MarchSession *session;
  MarchCorpus  *corpus;     /* that events and lanes borrow from */
  GPtrArray    *events;     /* of MarchTimelineEvent */
  GArray       *names;      /* of MarchTimelineName */
  GPtrArray    *lanes;      /* of MarchTimelineLane; NULL until counted */
  GCancellable *counting;
  guint         rows;       /* of event names; 0: ticks only */
  double        drag_x;
};

double   march_timeline_axis_get_row  (MarchTimelineAxis *axis);
double   march_timeline_axis_get_line (MarchTimelineAxis *axis);
double   march_timeline_axis_get_x    (MarchTimelineAxis *axis, MarchDay day);
MarchDay march_timeline_axis_get_day  (MarchTimelineAxis *axis, double x);
char    *march_timeline_axis_describe (MarchTimelineAxis *axis, double x);
void     march_timeline_axis_draw     (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
