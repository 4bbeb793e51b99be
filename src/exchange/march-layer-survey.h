/* march-layer-survey.h — where the features of a layer lie, and what tells them apart */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer.h"

G_BEGIN_DECLS

/**
 * MarchLayerKey:
 *
 * By what features may be told apart, to say who holds what: the series of their file, their group,
 * their colour where it is the only meaning, their name, or the value of a field.
 */
typedef enum
{
  MARCH_LAYER_KEY_SERIES,
  MARCH_LAYER_KEY_GROUP,
  MARCH_LAYER_KEY_COLOUR,
  MARCH_LAYER_KEY_NAME,
  MARCH_LAYER_KEY_FIELD,
} MarchLayerKey;

/**
 * MarchLayerCount:
 * @text: (nullable): what the features have in common; %NULL: they have nothing there
 * @n_features: how many they are
 */
typedef struct
{
  char *text;
  guint n_features;
} MarchLayerCount;

const char *march_layer_get_key     (MarchLayer *layer, const MarchLayerFeature *feature,
                                     MarchLayerKey key, guint field);
GPtrArray  *march_layer_count_keys  (MarchLayer *layer, MarchLayerKey key, guint field, guint most);
char      **march_layer_split_list  (const char *text);

void        march_layer_get_box     (MarchLayer *layer, MarchBox *box);
void        march_layer_find_main   (MarchLayer *layer, MarchBox *box, guint *n_away);
void        march_layer_find_within (MarchLayer *layer, const MarchBox *subject, MarchBox *box,
                                     guint *n_away);

G_END_DECLS
