/* march-timeline-model.h — what a timeline shows of a dossier: its events, and how claims grow */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "app/march-session.h"

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
 * @count: so many places are said to be owned
 */
typedef struct
{
  MarchDay from;
  guint    count;
} MarchTimelineStep;

/**
 * MarchTimelineLane:
 * @steps: (element-type MarchTimelineStep): by day
 * @most: the largest count
 */
typedef struct
{
  const MarchActor *actor;
  GArray           *steps;
  guint             most;
} MarchTimelineLane;

GPtrArray *march_timeline_list_events  (MarchCorpus *corpus);
void       march_timeline_lanes_async (MarchCorpus        *corpus,
                                       GPtrArray          *changes,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
GPtrArray *march_timeline_lanes_finish (GAsyncResult *result, GError **error);

G_END_DECLS
