/* march-picture-sources.h — the quotations that justify what a picture shows */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-painter.h"

G_BEGIN_DECLS

/**
 * MarchCitedQuotation:
 * @places: (element-type MarchPlace): whose looks it bears on
 */
typedef struct
{
  const MarchQuotation *quotation;
  GPtrArray            *places;
} MarchCitedQuotation;

/**
 * MarchCitedSource:
 * @quotations: (element-type MarchCitedQuotation)
 * @shares: (element-type MarchAreaShare): one of each import of areas that is on the map
 * @points: (element-type MarchDatedImport): those that have a point on the map
 */
typedef struct
{
  const MarchSource *source;
  GPtrArray         *quotations;
  GPtrArray         *shares;
  GPtrArray         *points;
} MarchCitedSource;

GPtrArray *march_picture_list_sources (MarchPainter     *painter,
                                       MarchSnapshot    *snapshot,
                                       const MarchView  *view,
                                       const MarchStyle *style);

G_END_DECLS
