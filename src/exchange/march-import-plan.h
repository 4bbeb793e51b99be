/* march-import-plan.h — what an analyst says of a layer before it is brought into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"
#include "exchange/march-import.h"
#include "exchange/march-layer-dates.h"
#include "exchange/march-layer-survey.h"

G_BEGIN_DECLS

/**
 * MarchPlanKey:
 * @label: for a reader
 * @whole: nothing tells the features apart: one actor holds them all
 * @key: else what does
 * @field: for %MARCH_LAYER_KEY_FIELD
 */
typedef struct
{
  char         *label;
  gboolean      whole;
  MarchLayerKey key;
  guint         field;
} MarchPlanKey;

/**
 * MarchPlanValue:
 * @text: (nullable): what the features have in common; %NULL: they have nothing there
 * @n_features: how many they are
 * @n_areas: how many of them are areas
 * @n_points: how many are points
 * @holder: who holds them; 0: they are left out
 * @own_basis: they have a basis of their own, @basis; else that of the plan
 * @basis: see @own_basis and march_import_plan_get_basis()
 */
typedef struct
{
  char      *text;
  guint      n_features;
  guint      n_areas;
  guint      n_points;
  gint64     holder;
  gboolean   own_basis;
  MarchBasis basis;
} MarchPlanValue;

/**
 * MarchImportPlan:
 * @layer: what was read
 * @corpus: of the dossier that is to take it
 * @today: nothing was seen on later days
 * @choices: (element-type MarchDateChoice): where dates may come from, the likeliest first; the
 *   last is a day given by hand
 * @choice: the one that counts; see march_import_plan_choose_dates()
 * @keys: (element-type MarchPlanKey): what may tell who holds what; the first: nothing does
 * @key: the one that counts; see march_import_plan_choose_key()
 * @values: (element-type MarchPlanValue): what the features have there, the most frequent first
 * @source: id of a source of the dossier; 0: a new one
 * @title: of a new source
 * @publisher: of a new source
 * @address: of a new source
 * @grade: of a new source, 'A' … 'F'; 0: not graded
 * @basis: assessed, or the holders' own word, of values that have none of their own
 * @missing: what is known of days without data
 * @points: points are brought in as well; without areas they always are
 *
 * Its guesses are there to be changed. Members without a function may be set. One thread at a time,
 * as its layer.
 */
typedef struct
{
  MarchLayer  *layer;
  MarchCorpus *corpus;
  MarchDay     today;
  GPtrArray   *choices;
  guint        choice;
  GPtrArray   *keys;
  guint        key;
  GPtrArray   *values;
  gint64       source;
  char        *title;
  char        *publisher;
  char        *address;
  char         grade;
  MarchBasis   basis;
  MarchMissing missing;
  gboolean     points;
} MarchImportPlan;

/**
 * MarchPlanParts:
 * @MARCH_PLAN_DATES: where the dates come from
 * @MARCH_PLAN_HOLDERS: who holds what, and on whose word
 * @MARCH_PLAN_MISSING: what is known of days without data
 * @MARCH_PLAN_POINTS: whether points are brought in
 *
 * What may be said once more as it was of other files, while the rest is what the analyst said of
 * these.
 */
typedef enum
{
  MARCH_PLAN_DATES = 1 << 0,
  MARCH_PLAN_HOLDERS = 1 << 1,
  MARCH_PLAN_MISSING = 1 << 2,
  MARCH_PLAN_POINTS = 1 << 3,
  MARCH_PLAN_ALL = (1 << 4) - 1,
} MarchPlanParts;

MarchImportPlan       *march_import_plan_new          (MarchLayer *layer, MarchCorpus *corpus,
                                                       MarchDay today);
void                   march_import_plan_free         (MarchImportPlan *plan);

const MarchDateChoice *march_import_plan_get_choice   (MarchImportPlan *plan);
void                   march_import_plan_choose_dates (MarchImportPlan *plan, guint choice);
gboolean               march_import_plan_set_day      (MarchImportPlan *plan, const char *typed,
                                                       GError **error);
void                   march_import_plan_choose_key   (MarchImportPlan *plan, guint key);
guint                  march_import_plan_offer_key    (MarchImportPlan *plan, MarchLayerKey key,
                                                       guint field);
gint64                 march_import_plan_get_holder   (MarchImportPlan         *plan,
                                                       const MarchLayerFeature *feature);
gboolean               march_import_plan_choose_by    (MarchImportPlan *plan, const char *word,
                                                       GError **error);
MarchPlanValue        *march_import_plan_find_value   (MarchImportPlan *plan, const char *text);
const MarchPlanValue  *march_import_plan_get_value    (MarchImportPlan         *plan,
                                                       const MarchLayerFeature *feature);
MarchBasis             march_import_plan_get_basis    (const MarchImportPlan *plan,
                                                       const MarchPlanValue  *value);
void                   march_import_plan_set_basis    (const MarchImportPlan *plan,
                                                       MarchPlanValue *value, MarchBasis basis);
gboolean               march_import_plan_has_areas    (MarchImportPlan *plan);
guint                  march_import_plan_count_ready  (MarchImportPlan *plan);
gboolean               march_import_plan_check        (MarchImportPlan *plan, GError **error);
GPtrArray             *march_import_plan_list_doubles (MarchImportPlan *plan);

char                  *march_import_plan_remember     (MarchImportPlan *plan,
                                                       const char      *before);
gboolean               march_import_plan_recall       (MarchImportPlan *plan, const char *memory,
                                                       MarchPlanParts parts);
gboolean               march_import_plan_knows        (MarchImportPlan *plan, const char *memory);
gboolean               march_import_plan_recall_columns (const char *memory,
                                                         const char *const *names,
                                                         MarchTableColumns *columns);
gboolean               march_import_plan_follow       (MarchImportPlan *plan,
                                                       MarchPlanParts   parts);

GPtrArray             *march_import_plan_cut          (MarchImportPlan *plan,
                                                       MarchAreaProgress progress,
                                                       gpointer progress_data,
                                                       GCancellable *cancellable,
                                                       MarchImportReport **report, GError **error);
void                   march_import_plan_cut_async    (MarchImportPlan *plan,
                                                       MarchAreaProgress progress,
                                                       gpointer progress_data,
                                                       GCancellable *cancellable,
                                                       GAsyncReadyCallback callback,
                                                       gpointer user_data);
GPtrArray             *march_import_plan_cut_finish   (GAsyncResult *result,
                                                       MarchImportReport **report, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchImportPlan, march_import_plan_free)

G_END_DECLS
