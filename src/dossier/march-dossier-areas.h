/* march-dossier-areas.h — brings dated control areas into a dossier, a batch at a time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier-points.h"

G_BEGIN_DECLS

/**
 * MarchAreaFeature:
 * @file: name of the file that it comes from
 * @place: which feature of the file, from 1
 * @name: (nullable): its own
 * @from: the first day of which it tells
 * @until: the day after the last; #MARCH_DAY_MAX: without end
 * @properties: (nullable): a JSON object
 * @repaired: (nullable): why its geometry was not valid
 * @original: (nullable): its geometry as read, point by point
 *
 * What a file had, kept for export and for the report.
 */
typedef struct
{
  char          *file;
  guint          place;
  char          *name;
  MarchDay       from;
  MarchDay       until;
  char          *properties;
  char          *repaired;
  MarchGeometry *original;
} MarchAreaFeature;

/**
 * MarchAreaBatch:
 * @source: id of a source; 0: one with @source_title, which is added if there is none
 * @source_title: (nullable): see @source
 * @publisher: (nullable): of a source that is added
 * @address: (nullable): where that is published
 * @grade: how reliable it is, 'A' … 'F'; 0: not graded
 * @holder: id of the actor who holds the land
 * @basis: %MARCH_BASIS_INDEPENDENT or %MARCH_BASIS_OWN
 * @carried: a day without data is as the day before; as the holdings were made
 * @dated: (nullable): where the days come from, in words
 * @first: first day with data
 * @last: the last day with data, inclusive
 * @n_days: how many days have data
 * @holdings: (nullable): the land; %NULL: there are no areas, and the days say nothing
 * @features: (element-type MarchAreaFeature): what the files had
 * @points: (nullable): points, which become an import of their own
 * @note: (nullable): the analyst's
 *
 * The dated areas or points, or both, of one holder by one source, as they are brought in. All
 * members are owned.
 */
typedef struct
{
  gint64         source;
  char          *source_title;
  char          *publisher;
  char          *address;
  char           grade;
  gint64         holder;
  MarchBasis     basis;
  gboolean       carried;
  char          *dated;
  MarchDay       first;
  MarchDay       last;
  guint          n_days;
  MarchHoldings *holdings;
  GPtrArray     *features;
  MarchPointList *points;
  char          *note;
} MarchAreaBatch;

/**
 * MarchAreaProgress:
 * @fraction: 0 to 1
 *
 * Called on the thread that does the work.
 */
typedef void (*MarchAreaProgress) (double fraction, gpointer data);

/**
 * MarchAreaFeatureFunc:
 * @feature: of an import; not to be kept
 *
 * Returns: whether to go on; else @error says why not
 */
typedef gboolean (*MarchAreaFeatureFunc) (const MarchAreaFeature *feature, gpointer user_data,
                                          GError **error);

MarchAreaBatch *march_area_batch_new    (void);
GPtrArray      *march_area_batch_list   (MarchAreaBatch *batch);
void            march_area_batch_free   (MarchAreaBatch *batch);
void            march_area_feature_free (MarchAreaFeature *feature);

gboolean march_dossier_add_areas        (MarchDossier *dossier, GPtrArray *batches,
                                         MarchAreaProgress progress, gpointer progress_data,
                                         GError **error);
void     march_dossier_add_areas_async  (MarchDossier *dossier, GPtrArray *batches,
                                         MarchAreaProgress progress, gpointer progress_data,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean march_dossier_add_areas_finish (MarchDossier *dossier, GAsyncResult *result,
                                         GError **error);
gboolean march_dossier_visit_area_features (MarchDossier *dossier, gint64 import_id,
                                            MarchAreaFeatureFunc visit, gpointer user_data,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAreaBatch, march_area_batch_free)

G_END_DECLS
