/* march-group.h — places that the map draws alike: what an entry of its legend stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "corpus/march-corpus.h"
#include "render/march-legend.h"

G_BEGIN_DECLS

/**
 * MarchGroup:
 * @corpus: whose actors and places the entry names
 * @entry: what is drawn, in words, and the places that show it
 * @day: on which they were drawn so
 *
 * Counted atomically; immutable.
 */
typedef struct
{
  MarchCorpus      *corpus;
  MarchLegendEntry *entry;
  MarchDay          day;
} MarchGroup;

#define MARCH_TYPE_GROUP (march_group_get_type ())
GType       march_group_get_type (void);

MarchGroup *march_group_new   (MarchCorpus *corpus, const MarchLegendEntry *entry, MarchDay day);
MarchGroup *march_group_ref   (MarchGroup *group);
void        march_group_unref (MarchGroup *group);
GPtrArray  *march_group_list_places     (const MarchGroup *group, MarchCorpus *corpus);
GPtrArray  *march_group_list_quotations (const MarchGroup *group,
                                         MarchSnapshot    *snapshot,
                                         const MarchPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchGroup, march_group_unref)

G_END_DECLS
