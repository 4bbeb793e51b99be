/* march-contact.h — where the land of one holder meets land that it doesn't hold */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "geo/march-geometry.h"

G_BEGIN_DECLS

/* How far beyond a border, in metres, land has to be found for it to be a line of contact. Two maps
 * of one coast or state border differ by less. */
#define MARCH_CONTACT_REACH 3000.0

MarchGeometry *march_contact_find (MarchGeometry *held, MarchGeometry *outline, GPtrArray *country);

G_END_DECLS
