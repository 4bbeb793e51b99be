/* march-timeline-model.h — what a timeline shows of a dossier: its events, and how claims grow */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "session/march-session.h"

G_BEGIN_DECLS

/**
 * MarchTimelineEvent:
 * @first: its first possible day
 * @last: its last possible day
 */
typedef struct
{
  const MarchAssertion *assertion;
  MarchDay              first;
  MarchDay              last;
} MarchTimelineEvent;

/**
 * MarchTimelineStep:
 * @from: the day from which on
 * @certain: so many disputed regions are said to be owned
 * @possible: so many more perhaps
 */
typedef struct
{
  MarchDay from;
  guint    certain;
  guint    possible;
} MarchTimelineStep;

/**
 * MarchTimelineLane:
 * @steps: (element-type MarchTimelineStep): by day; empty if nothing is on record
 * @most: the largest count, certain and possible
 */
typedef struct
{
  const MarchActor *actor;
  GArray           *steps;
  guint             most;
} MarchTimelineLane;

GPtrArray *march_timeline_list_events     (MarchSnapshot *snapshot);
char      *march_timeline_event_describe  (const MarchTimelineEvent *event);
const MarchTimelineEvent *
march_timeline_find_event (GPtrArray *events, MarchDay day, MarchDay precision);

void       march_timeline_lanes_async     (MarchSnapshot      *snapshot,
                                           GPtrArray          *changes,
                                           GPtrArray          *claimants,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
GPtrArray *march_timeline_lanes_finish    (GAsyncResult *result, GError **error);
char      *march_timeline_lane_describe   (const MarchTimelineLane *lane,
                                           MarchDay                 day,
                                           const char              *language);
char      *march_timeline_step_describe   (const MarchTimelineStep *step);

G_END_DECLS
