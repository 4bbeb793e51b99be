/* march-import.h — dated areas and points from foreign files into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier-areas.h"
#include "exchange/march-layer.h"
#include "geo/march-holdings-builder.h"

G_BEGIN_DECLS

/**
 * MarchImport:
 * @layer: what was read, dated by march_layer_set_dates()
 * @source: id of a source of the dossier; 0: one with @source_title, added if there is none
 * @source_title: (nullable): see @source
 * @publisher: (nullable): of a source that is added
 * @address: (nullable): where that is published
 * @grade: of a source that is added, 'A' … 'F'; 0: not graded
 * @holder: id of the actor who holds the land, or whom the points are said of
 * @features: (nullable) (element-type MarchLayerFeature): borrowed from @layer, those that are
 *   meant; %NULL: all
 * @days: (nullable) (element-type MarchDay): days of which the files tell, also if none of
 *   @features is of them: nothing was held then
 * @basis: %MARCH_BASIS_INDEPENDENT: assessed; %MARCH_BASIS_OWN: the holder says that it holds
 * @missing: what is known of days without data
 * @points: points are taken as well; else they are left out, as they may be mere signs on a map
 * @dated: (nullable): where the days come from, in words
 *
 * What the analyst has said of a layer. All members are owned.
 */
typedef struct
{
  MarchLayer  *layer;
  gint64       source;
  char        *source_title;
  char        *publisher;
  char        *address;
  char         grade;
  gint64       holder;
  GPtrArray   *features;
  GArray      *days;
  MarchBasis   basis;
  MarchMissing missing;
  gboolean     points;
  char        *dated;
} MarchImport;

/**
 * MarchImportNote:
 * @kind: what became of it
 * @words: which feature of which file, and a sentence about it; or one about all
 */
typedef struct
{
  MarchNoteKind kind;
  char         *words;
} MarchImportNote;

/**
 * MarchImportReport:
 * @days: (element-type int): those that have data
 * @n_features: how many areas were taken
 * @n_points: how many points
 * @n_repaired: of them, how many were not valid and are drawn and measured repaired
 * @n_skipped: how many features were left out; of a plan, also in reading
 * @n_pieces: into how many pieces the land is cut
 * @notes: (element-type MarchImportNote): one for each feature that was repaired or left out, but
 *   for those of which the layer's notes say why they have no date; and of a plan what came twice
 */
typedef struct
{
  GHashTable *days;
  guint       n_features;
  guint       n_points;
  guint       n_repaired;
  guint       n_skipped;
  guint       n_pieces;
  GPtrArray  *notes;
} MarchImportReport;

MarchImport       *march_import_new         (MarchLayer *layer);
void               march_import_free        (MarchImport *import);
gboolean           march_import_takes       (const MarchLayerFeature *feature, gboolean points,
                                             const char **reason);
char              *march_import_describe    (MarchLayer *layer, const MarchLayerFeature *feature,
                                             const char *words);
MarchImportReport *march_import_report_new  (void);
void               march_import_report_note (MarchImportReport *report, MarchNoteKind kind,
                                             char *words);
void               march_import_report_free (MarchImportReport *report);

MarchAreaBatch    *march_import_cut         (MarchImport *import, MarchAreaProgress progress,
                                             gpointer progress_data, GCancellable *cancellable,
                                             MarchImportReport **report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchImport, march_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchImportReport, march_import_report_free)

G_END_DECLS
