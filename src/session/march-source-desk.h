/* march-source-desk.h — on what land the sources of areas disagree, while a session asks for it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "asof/march-comparison.h"

G_BEGIN_DECLS

typedef struct _MarchSession MarchSession;

#define MARCH_TYPE_SOURCE_DESK (march_source_desk_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceDesk, march_source_desk, MARCH, SOURCE_DESK, GObject)

/* Signal "compared" (): the comparisons are others now, or none. All of it on the main thread. */
MarchSourceDesk *march_source_desk_new             (MarchSession *session);
GPtrArray       *march_source_desk_get_comparisons (MarchSourceDesk *desk);

G_END_DECLS
