/* march-source-order.h — which sources are listed, in which groups and in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sources/march-source-item.h"

G_BEGIN_DECLS

/**
 * MarchSourceGrouping:
 * @MARCH_SOURCES_BY_IDENTITY: this dossier's, then reports without title, author and publication
 * @MARCH_SOURCES_BY_PUBLICATION: by where they came out
 * @MARCH_SOURCES_BY_GRADE: by reliability
 * @MARCH_SOURCES_BY_TEXT: by whether the text is there
 * @MARCH_SOURCES_TOGETHER: not at all
 */
typedef enum
{
  MARCH_SOURCES_BY_IDENTITY,
  MARCH_SOURCES_BY_PUBLICATION,
  MARCH_SOURCES_BY_GRADE,
  MARCH_SOURCES_BY_TEXT,
  MARCH_SOURCES_TOGETHER,
} MarchSourceGrouping;

/**
 * MarchSourceSorting:
 * @MARCH_SOURCES_OLDEST_FIRST: by publication; those without a date last
 * @MARCH_SOURCES_NEWEST_FIRST: the other way round
 * @MARCH_SOURCES_BY_NAME: by author, else title
 * @MARCH_SOURCES_MOST_QUOTED_FIRST: by the count of quotations
 */
typedef enum
{
  MARCH_SOURCES_OLDEST_FIRST,
  MARCH_SOURCES_NEWEST_FIRST,
  MARCH_SOURCES_BY_NAME,
  MARCH_SOURCES_MOST_QUOTED_FIRST,
} MarchSourceSorting;

#define MARCH_TYPE_SOURCE_GROUPING (march_source_grouping_get_type ())
GType march_source_grouping_get_type (void);

#define MARCH_TYPE_SOURCE_SORTING (march_source_sorting_get_type ())
GType march_source_sorting_get_type (void);

GPtrArray *march_source_order_list  (MarchCorpus *corpus);
GPtrArray *march_source_order_apply (GPtrArray *items, MarchSourceGrouping grouping,
                                     MarchSourceSorting sorting, const char *filter);

G_END_DECLS
