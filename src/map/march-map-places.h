/* march-map-places.h — the places on the map for those who can't see it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "render/march-view.h"
#include "session/march-session.h"

G_BEGIN_DECLS

#define MARCH_TYPE_MAP_PLACES (march_map_places_get_type ())
G_DECLARE_FINAL_TYPE (MarchMapPlaces, march_map_places, MARCH, MAP_PLACES, GtkWidget)

void march_map_places_show (MarchMapPlaces *places, MarchSession *session, const MarchView *view);
char             *march_map_places_describe (MarchSession *session, const MarchPlace *place);
void march_map_places_add (MarchMapPlaces *self, double px, double py, const char *name,
                           const char *description);
const MarchPlace *march_map_places_find_next (MarchCorpus      *corpus,
                                              const MarchView  *view,
                                              double            px,
                                              double            py,
                                              int               dx,
                                              int               dy,
                                              const MarchPlace *from);

G_END_DECLS
