/* march-silence.h — the days of which no quotation says who held a place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

typedef struct _MarchListener MarchListener;

MarchListener *march_listener_new    (const MarchPlace *place);
void           march_listener_free   (MarchListener *listener);
const MarchPlace *march_listener_get_place (MarchListener *listener);
void           march_listener_hear (MarchListener *listener,
                                    MarchSnapshot *snapshot,
                                    MarchDay       from,
                                    MarchDay       until);

typedef void (*MarchSilenceFunc) (const MarchPlace *place,
                                  MarchDay          from,
                                  MarchDay          until,
                                  gpointer          data);

void march_listener_report (MarchListener *listener, MarchSilenceFunc report, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchListener, march_listener_free)

G_END_DECLS
