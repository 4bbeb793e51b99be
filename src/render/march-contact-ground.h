/* march-contact-ground.h — tells a line of contact from a coast and from a state's border */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "render/march-land.h"

G_BEGIN_DECLS

/**
 * MarchContactGround:
 *
 * The coasts and the borders of states around the land that a dossier is about, found by where they
 * are. Immutable, so it may be asked by several threads at once.
 */
typedef struct _MarchContactGround MarchContactGround;

MarchContactGround *march_contact_ground_new (const MarchLand *land);
void                march_contact_ground_free (MarchContactGround *ground);
gboolean            march_contact_ground_judge (const MarchContactGround *ground,
                                                const MarchActor         *holder,
                                                const MarchSpot          *from,
                                                const MarchSpot          *to,
                                                double                    reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchContactGround, march_contact_ground_free)

G_END_DECLS
