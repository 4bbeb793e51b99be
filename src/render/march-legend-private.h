/* march-legend-private.h — the legend of a picture while it is put together */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-scene.h"

G_BEGIN_DECLS

/**
 * MarchLegendList:
 * @keys: (element-type char* MarchLegendEntry): of @entries; a key tells those that look and mean
 * the same
 */
typedef struct
{
  const MarchScene *scene;
  GPtrArray        *entries;
  GHashTable       *keys;
} MarchLegendList;

MarchLegendEntry *march_legend_list_add           (MarchLegendList  *list,
                                                   MarchLegendGroup  group,
                                                   MarchSwatchKind   kind,
                                                   MarchSymbol       symbol,
                                                   const MarchActor *actor,
                                                   const MarchPlace *place);
MarchLegendEntry *march_legend_list_add_keyed     (MarchLegendList  *list,
                                                   const char       *key,
                                                   MarchLegendGroup  group,
                                                   MarchSwatchKind   kind,
                                                   MarchSymbol       symbol,
                                                   const MarchActor *actor,
                                                   gboolean         *fresh);
void              march_legend_entry_add_place    (MarchLegendEntry *entry,
                                                   const MarchPlace *place);
void              march_legend_entry_take_detail  (MarchLegendEntry *entry,
                                                   char             *detail);

void              march_legend_list_add_finding   (MarchLegendList    *list,
                                                   const MarchFinding *finding,
                                                   const MarchLook    *look,
                                                   gboolean            ring);
void              march_legend_list_add_lens      (MarchLegendList *list);
void              march_legend_list_add_points    (MarchLegendList *list);
gboolean          march_legend_list_is_of_badges  (const MarchLegendList *list);

const char       *march_legend_list_name_actor    (const MarchLegendList *list,
                                                   const MarchActor      *actor);
char             *march_legend_list_describe_area (const MarchLegendList *list,
                                                   const MarchAreaShare  *share);

G_END_DECLS
