/* march-hit.h — something that a search finds or that is browsed: a place, an actor, a quotation …
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corpus/march-corpus.h"
#include "dossier/march-search.h"
#include "panel/march-section.h"

G_BEGIN_DECLS

#define MARCH_TYPE_HIT (march_hit_get_type ())
G_DECLARE_FINAL_TYPE (MarchHit, march_hit, MARCH, HIT, GObject)

MarchHit       *march_hit_new         (MarchCorpus *corpus, MarchSearchKind kind,
                                       gconstpointer record);
MarchHit       *march_hit_new_found   (MarchCorpus *corpus, const MarchSearchHit *found);

MarchSearchKind march_hit_get_kind    (MarchHit *hit);
gboolean        march_hit_is_quoted   (MarchHit *hit);
MarchRecordKind march_hit_get_record  (MarchHit *hit);
gint64          march_hit_get_id      (MarchHit *hit);
const char     *march_hit_get_title   (MarchHit *hit);
const char     *march_hit_get_detail  (MarchHit *hit);

void            march_hit_describe    (MarchHit *hit, char **title, char **detail);

const char     *march_hit_kind_get_title (MarchSearchKind kind);
const char     *march_hit_kind_get_word  (MarchSearchKind kind);

G_END_DECLS
