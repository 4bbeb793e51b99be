/* march-area-units.h — the places by which imported areas are measured */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "geo/march-measure.h"

G_BEGIN_DECLS

/**
 * MarchAreaUnits:
 *
 * The first-level units with a shape, in the order of the corpus, prepared to measure land by.
 * Immutable and counted atomically; it borrows places from the corpus, which it keeps.
 */
typedef struct _MarchAreaUnits MarchAreaUnits;

MarchAreaUnits   *march_area_units_new   (MarchCorpus *corpus, GError **error);
MarchAreaUnits   *march_area_units_ref   (MarchAreaUnits *units);
void              march_area_units_unref (MarchAreaUnits *units);
gboolean          march_area_units_equal (MarchAreaUnits *units, MarchCorpus *corpus);
MarchAreaUnits   *march_area_units_move  (MarchAreaUnits *units, MarchCorpus *corpus);
guint             march_area_units_get_n (MarchAreaUnits *units);
const MarchPlace *march_area_units_get   (MarchAreaUnits *units, guint index);
MarchMeasure     *march_area_units_get_measure (MarchAreaUnits *units);
const MarchPlace *march_area_units_get_state (MarchAreaUnits *units, guint index);
GPtrArray        *march_area_units_list_states (MarchAreaUnits *units);
GArray           *march_area_units_find  (MarchAreaUnits *units, const MarchPlace *place);
double            march_area_units_get_size (MarchAreaUnits *units, const MarchPlace *place);
double march_area_units_sum (MarchAreaUnits *units, const MarchPlace *place, const double *areas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaUnits, march_area_units_unref)

G_END_DECLS
