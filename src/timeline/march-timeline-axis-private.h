/* march-timeline-axis-private.h — what the files of the axis share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-area-days.h"
#include "timeline/march-timeline-axis.h"
#include "timeline/march-timeline-model.h"

G_BEGIN_DECLS

/* Events known less closely than this, in days, have a dotted bar and no bubble. */
#define MARCH_TIMELINE_BROAD_DAYS 62

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
  GPtrArray    *claimants;  /* of MarchActor: who has had a lane since the dossier was opened */
  GPtrArray    *areas;      /* a lane for each source of areas; NULL before the first answer */
  guint         n_lanes;    /* that room is kept for; 0 before any was counted */
  MarchQuestion question;   /* that events and lanes answer */
  GCancellable *counting;
  guint         rows;       /* of event names; 0: ticks only */
  double        drag_x;     /* where the pointer was pressed */
  double        drag_y;
};

/* What the parts of the axis are drawn with. */
typedef struct
{
  MarchTimelineAxis *axis;
  cairo_t           *cr;
  GdkRGBA            text;
  GdkRGBA            background;
  GdkRGBA            accent;
  double             row;
  double             line;
  double             width;
  double             ends[3];     /* how far each row of names is filled, from the left */
  double             bubble_left;
  double             bubble_right;
} MarchTimelinePen;

double   march_timeline_axis_get_row  (MarchTimelineAxis *axis);
double   march_timeline_axis_get_line (MarchTimelineAxis *axis);
double   march_timeline_axis_get_x    (MarchTimelineAxis *axis, MarchDay day);
MarchDay march_timeline_axis_get_day  (MarchTimelineAxis *axis, double x);
char    *march_timeline_axis_describe (MarchTimelineAxis *axis, double x);
char    *march_timeline_axis_tell     (MarchTimelineAxis *axis);
void     march_timeline_axis_draw     (GtkWidget *widget, GtkSnapshot *snapshot);

double   march_timeline_lanes_measure  (MarchTimelineAxis *axis);
char    *march_timeline_lanes_describe (MarchTimelineAxis *axis, MarchDay day);
void     march_timeline_lanes_draw     (MarchTimelinePen *pen);
double   march_timeline_lanes_get_start (MarchTimelinePen *pen, MarchDay day);
double   march_timeline_lanes_draw_words (MarchTimelinePen *pen, PangoLayout *layout, double start,
                                          double top, double height);
PangoLayout *march_timeline_lanes_new_words (MarchTimelinePen *pen, const char *words,
                                             gboolean bold);

GPtrArray *march_timeline_areas_list    (MarchSnapshot *snapshot);
double   march_timeline_areas_measure  (MarchTimelineAxis *axis);
char    *march_timeline_areas_describe (MarchTimelineAxis *axis, MarchDay day);
MarchDay march_timeline_areas_snap     (MarchTimelineAxis *axis, MarchDay day);
void     march_timeline_areas_draw     (MarchTimelinePen *pen, double top);

G_END_DECLS
