/* march-map-layer-private.h — what the files of the map layer share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "map/march-map-frame.h"
#include "map/march-map-job.h"
#include "map/march-map-layer.h"

G_BEGIN_DECLS

struct _MarchMapLayer
{
  ShumateLayer      parent;

  MarchPainter     *painter;
  MarchSnapshot    *snapshot;
  MarchCompared    *compared;  /* NULL: no other day */
  MarchStyle        style;

  MarchMapSurfaces *shown;
  MarchMapFrame    *frame;     /* of the picture shown */
  MarchMapFrame    *fading;    /* of the day before; NULL except for a moment */
  gint64            day_at;    /* when the day shown came */
  gint64            fading_since;
  guint             fade_tick;
  gboolean          by_texture;

  GCancellable     *painting;  /* NULL while no worker is at it */
  MarchView         painting_view;
  gboolean          painting_draft;
  gboolean          wanted;    /* again, when that one is done */
  gboolean          undrawn;   /* GTK still holds the picture before; where memory is short */
  gboolean          waiting;   /* for that picture to be drawn */
  guint             drawn_idle;
  gboolean          held;      /* until the map is where it is to start */
  gboolean          moving;
  gboolean          zooming;
  guint             rest_timeout;
};

/* march-map-layer-shown.c */
void march_map_layer_show     (MarchMapLayer *layer, MarchMapSurfaces *surfaces);
void march_map_layer_forget   (MarchMapLayer *layer);
void march_map_layer_end_fade (MarchMapLayer *layer);
void march_map_layer_draw     (MarchMapLayer *layer, GtkSnapshot *snapshot, const MarchView *view);

G_END_DECLS
