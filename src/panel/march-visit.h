/* march-visit.h — a page of the panel that the user came to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/march-section.h"
#include "session/march-group.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_VISIT_OVERVIEW,
  MARCH_VISIT_PLACE,
  MARCH_VISIT_SEARCH,
  MARCH_VISIT_RECORD,
  MARCH_VISIT_AREAS,
  MARCH_VISIT_GROUP,
  MARCH_VISIT_EDITS,
  MARCH_VISIT_GAPS,
} MarchVisitKind;

/**
 * MarchVisit:
 * @record: of %MARCH_VISIT_RECORD
 * @id: of a place, a record, or the assertion of %MARCH_VISIT_EDITS; 0: of none
 * @group: of %MARCH_VISIT_GROUP; owned
 *
 * A page that the user came to.
 */
typedef struct
{
  MarchVisitKind  kind;
  MarchRecordKind record;
  gint64          id;
  MarchGroup     *group;
} MarchVisit;

void              march_visit_clear           (gpointer visit);
gboolean          march_visit_is_same         (const MarchVisit *a, const MarchVisit *b);
gboolean          march_visit_is_gone         (const MarchVisit *visit, MarchCorpus *corpus);
const char       *march_visit_get_name        (const MarchVisit *visit, MarchCorpus *corpus);
const MarchPlace *march_visit_get_place       (const MarchVisit *visit, MarchCorpus *corpus);
const char       *march_visit_get_edit_action (const MarchVisit *visit);

G_END_DECLS
