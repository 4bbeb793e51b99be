/* march-map-lens.h — what the lenses of value and of evidence say of a place, in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/march-session.h"

G_BEGIN_DECLS

char *march_map_lens_describe (MarchSession *session, const MarchPlace *place);

G_END_DECLS
