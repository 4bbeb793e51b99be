/* march-silence.c — the days of which no quotation says who held a place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-silence.h"

typedef struct
{
  MarchDay from;
  MarchDay until;
} Stretch;

struct _MarchListener
{
  const MarchPlace *place;
  GArray           *stretches; /* of Stretch */
  gboolean          disputed;  /* on any day heard so far */
};

/* Listens to the answers about @place, stretch by stretch. */
MarchListener *
march_listener_new (const MarchPlace *place)
{
  MarchListener *listener = g_new0 (MarchListener, 1);

  listener->place = place;
  listener->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return listener;
}

void
march_listener_free (MarchListener *listener)
{
  g_array_unref (listener->stretches);
  g_free (listener);
}

const MarchPlace *
march_listener_get_place (MarchListener *listener)
{
  return listener->place;
}

/* Hears the next stretch: each begins where the one before it ended. */
void
march_listener_hear (MarchListener *listener,
                     MarchSnapshot *snapshot,
                     MarchDay       from,
                     MarchDay       until)
{
  const MarchFinding *finding = march_snapshot_get_finding (snapshot, listener->place);
  Stretch            *last = listener->stretches->len > 0
                                 ? &g_array_index (listener->stretches, Stretch,
                                                   listener->stretches->len - 1)
                                 : NULL;

  listener->disputed |= finding->disputed;
  if (finding->control_on_record)
    return;
  if (last != NULL && last->until == from)
    {
      last->until = until;
      return;
    }
  g_array_append_val (listener->stretches, ((Stretch){ from, until }));
}

/* Reports the silent stretches of a place that was disputed on some day; of one that never was
 * nobody asks who held it. */
void
march_listener_report (MarchListener *listener, MarchSilenceFunc report, gpointer data)
{
  for (guint i = 0; listener->disputed && i < listener->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (listener->stretches, Stretch, i);

      report (listener->place, stretch->from, stretch->until, data);
    }
}
