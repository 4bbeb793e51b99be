/* march-search-filters.h — the filters of a search, as chips that can be removed one by one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dossier/march-search-filter.h"

G_BEGIN_DECLS

/**
 * MarchSearchChip:
 * @id: of a record, or 0
 * @value: what isn't a record, as march_search_filter_add() takes it; %NULL else
 *
 * One filter that is set.
 */
typedef struct
{
  MarchSearchKey key;
  gint64         id;
  char          *value;
} MarchSearchChip;

#define MARCH_TYPE_SEARCH_FILTERS (march_search_filters_get_type ())
G_DECLARE_FINAL_TYPE (MarchSearchFilters, march_search_filters, MARCH, SEARCH_FILTERS, GtkBox)

/* Signal "changed": a filter was set or removed by the reader. */
GtkWidget *march_search_filters_new       (void);
void       march_search_filters_set_corpus (MarchSearchFilters *self, MarchCorpus *corpus);
GPtrArray *march_search_filters_dup_chips (MarchSearchFilters *self);
GtkWidget *march_search_filters_get_button (MarchSearchFilters *self);
void       march_search_filters_set_count (MarchSearchFilters *self, const char *count);
void       march_search_filters_clear     (MarchSearchFilters *self);

G_END_DECLS
