/* march-source-item.h — a source as the list shows it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_ITEM (march_source_item_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceItem, march_source_item, MARCH, SOURCE_ITEM, GObject)

MarchSourceItem   *march_source_item_new         (MarchCorpus *corpus, const MarchSource *source);
const MarchSource *march_source_item_get_source  (MarchSourceItem *item);
const char        *march_source_item_get_title   (MarchSourceItem *item);
char              *march_source_item_describe    (MarchSourceItem *item);
void               march_source_item_set_missing (MarchSourceItem *item, guint n);
gboolean           march_source_item_has_words   (MarchSourceItem *item, char **folded);
const char        *march_source_item_get_heading (MarchSourceItem *item, guint *count);
void               march_source_item_set_heading (MarchSourceItem *item, const char *heading,
                                                  guint count);

G_END_DECLS
