/* march-import.c — dated areas and points from foreign files into a dossier */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "exchange/march-import-points.h"

/**
 * march_import_new:
 * @layer: a reference is taken
 *
 * Returns: (transfer full): an import by nobody, assessed, whose days without data are carried
 */
MarchImport *
march_import_new (MarchLayer *layer)
{
  MarchImport *import = g_new0 (MarchImport, 1);

  import->layer = march_layer_ref (layer);
  import->basis = MARCH_BASIS_INDEPENDENT;
  return import;
}

void
march_import_free (MarchImport *import)
{
  march_layer_unref (import->layer);
  g_free (import->source_title);
  g_free (import->publisher);
  g_free (import->address);
  g_free (import->dated);
  g_clear_pointer (&import->features, g_ptr_array_unref);
  g_clear_pointer (&import->days, g_array_unref);
  g_free (import);
}

static void
note_free (gpointer data)
{
  MarchImportNote *note = data;

  g_free (note->words);
  g_free (note);
}

MarchImportReport *
march_import_report_new (void)
{
  MarchImportReport *report = g_new0 (MarchImportReport, 1);

  report->days = g_hash_table_new (NULL, NULL);
  report->notes = g_ptr_array_new_with_free_func (note_free);
  return report;
}

/** march_import_report_note: @words: (transfer full): see #MarchImportNote */
void
march_import_report_note (MarchImportReport *report, MarchNoteKind kind, char *words)
{
  MarchImportNote *note = g_new0 (MarchImportNote, 1);

  *note = (MarchImportNote){ kind, words };
  g_ptr_array_add (report->notes, note);
}

void
march_import_report_free (MarchImportReport *report)
{
  g_hash_table_unref (report->days);
  g_ptr_array_unref (report->notes);
  g_free (report);
}

/* What cutting needs and makes. */
typedef struct
{
  MarchImport          *import;
  MarchHoldingsBuilder *builder;
  MarchAreaBatch       *batch;
  MarchImportReport    *report;
  GArray               *days;     /* of MarchDay: those of which the files tell, in order */
  GPtrArray            *features; /* of const MarchLayerFeature: areas with dates */
  GHashTable           *unusable; /* those of them that turned out to be no land */
  GError               *refusal;  /* (nullable): why the first of these is none */
  gboolean              unusable_only;
  GPtrArray            *points;   /* likewise */
} Cutting;

static void
clear_cutting (Cutting *cutting)
{
  g_clear_pointer (&cutting->builder, march_holdings_builder_free);
  g_clear_pointer (&cutting->batch, march_area_batch_free);
  g_clear_pointer (&cutting->report, march_import_report_free);
  g_clear_pointer (&cutting->days, g_array_unref);
  g_clear_pointer (&cutting->features, g_ptr_array_unref);
  g_clear_pointer (&cutting->unusable, g_hash_table_unref);
  g_clear_error (&cutting->refusal);
  g_clear_pointer (&cutting->points, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cutting, clear_cutting)

/**
 * march_import_describe:
 * @words: a sentence about @feature
 *
 * Returns: (transfer full): the sentence, and which feature of which file it is about
 */
char *
march_import_describe (MarchLayer *layer, const MarchLayerFeature *feature, const char *words)
{
  const MarchLayerFile *file = march_layer_get_file (layer, feature->file);
  g_autofree char      *place = g_strdup_printf ("%u", feature->place);

  if (file->counts_lines)
    /* Translators: a file's name, numbers of lines, and a sentence about each of them. */
    return g_strdup_printf (ngettext ("%s, line %s: %s", "%s, lines %s: %s", 1), file->name, place,
                            words);
  /* Translators: a file's name, numbers of features, and a sentence about each of them. */
  return g_strdup_printf (ngettext ("%s, feature %s: %s", "%s, features %s: %s", 1), file->name,
                          place, words);
}

static void
note (Cutting                 *cutting,
      MarchNoteKind            kind,
      const MarchLayerFeature *feature,
      const char              *words)
{
  march_import_report_note (cutting->report, kind,
                            march_import_describe (cutting->import->layer, feature, words));
}

static gboolean
is_point (const MarchLayerFeature *feature)
{
  return march_geometry_get_kind (feature->geometry) == MARCH_GEOMETRY_POINT;
}

/**
 * march_import_takes:
 * @points: whether points are asked for
 * @reason: (out) (optional): a sentence, if not
 *
 * Returns: whether the feature is land that somebody held on a day, an area with a date; or a point
 * with one
 */
gboolean
march_import_takes (const MarchLayerFeature *feature, gboolean points, const char **reason)
{
  const char *why = NULL;

  if (feature->geometry == NULL)
    why = _("It has no geometry and is left out.");
  else if (march_geometry_get_kind (feature->geometry) == MARCH_GEOMETRY_LINE)
    why = _("It is a line and is left out.");
  else if (is_point (feature) && !points)
    why = _("It is no area and is left out.");
  else if (feature->dates.origin == MARCH_DATED_NOT || feature->dates.from == MARCH_DAY_MIN)
    why = _("It has no date and is left out.");
  if (reason != NULL)
    *reason = why;
  return why == NULL;
}

static void
choose_feature (Cutting *cutting, const MarchLayerFeature *feature)
{
  const char *reason;

  if (march_import_takes (feature, cutting->import->points, &reason))
    {
      g_ptr_array_add (is_point (feature) ? cutting->points : cutting->features,
                       (gpointer) feature);
      return;
    }
  cutting->report->n_skipped++;
  if (!feature->dates.told)
    note (cutting, MARCH_NOTE_SKIPPED, feature, reason);
}

static void
choose_features (Cutting *cutting)
{
  MarchLayer *layer = cutting->import->layer;
  GPtrArray  *meant = cutting->import->features;

  if (meant != NULL)
    for (guint i = 0; i < meant->len; i++)
      choose_feature (cutting, g_ptr_array_index (meant, i));
  else
    for (guint i = 0; i < march_layer_get_n_features (layer); i++)
      choose_feature (cutting, march_layer_get_feature (layer, i));
}

/* The days on which the files tell something new: of what was observed the day itself, of an
 * interval its first and the one after its last. */
static void
list_days (Cutting *cutting)
{
  GArray *days = cutting->days;
  GArray *told = cutting->import->days;
  guint   n = 0;

  if (told != NULL && cutting->features->len > 0)
    g_array_append_vals (days, told->data, told->len);
  for (guint i = 0; i < cutting->features->len; i++)
    {
      const MarchLayerDates *dates =
          &((const MarchLayerFeature *) g_ptr_array_index (cutting->features, i))->dates;

      g_array_append_val (days, dates->from);
      if (!dates->observed && dates->until != MARCH_DAY_MAX)
        g_array_append_val (days, dates->until);
    }
  g_array_sort (days, march_day_compare);
  for (guint i = 0; i < days->len; i++)
    if (n == 0 || g_array_index (days, MarchDay, i) != g_array_index (days, MarchDay, n - 1))
      g_array_index (days, MarchDay, n++) = g_array_index (days, MarchDay, i);
  g_array_set_size (days, n);
}

static gboolean
tells_of (const MarchLayerDates *dates, MarchDay day)
{
  if (dates->observed)
    return dates->from == day;
  return dates->from <= day && day < dates->until;
}

/* Kept as it was read, for export: the pieces have it on the grid, repaired and united. */
static void
keep_feature (Cutting *cutting, const MarchLayerFeature *feature, const char *repaired)
{
  MarchLayer       *layer = cutting->import->layer;
  MarchAreaFeature *kept = g_new0 (MarchAreaFeature, 1);

  kept->file = g_strdup (march_layer_get_file (layer, feature->file)->name);
  kept->place = feature->place;
  kept->name = g_strdup (feature->name);
  kept->from = feature->dates.from;
  kept->until = feature->dates.observed ? feature->dates.from + 1 : feature->dates.until;
  kept->properties = march_import_dup_properties (layer, feature);
  kept->repaired = g_strdup (repaired);
  kept->original = march_geometry_ref (feature->geometry);
  g_ptr_array_add (cutting->batch->features, kept);
}

/* Told and kept once, on the first day that the feature is used. */
static void
account_for (Cutting *cutting, const MarchLayerFeature *feature, const MarchRepair *repair)
{
  cutting->report->n_features++;
  keep_feature (cutting, feature, repair->reason);
  if (repair->reason == NULL)
    return;
  cutting->report->n_repaired++;
  {
    /* Translators: why an area was not valid, as “Self-intersection”. */
    g_autofree char *words = g_strdup_printf (_("It was not valid (%s) and is drawn repaired."),
                                              repair->reason);

    note (cutting, MARCH_NOTE_REPAIRED, feature, words);
  }
}

/* One feature that is no land keeps no other out. */
static void
leave_out (Cutting *cutting, const MarchLayerFeature *feature, GError *why)
{
  /* Translators: a sentence that says what is wrong with an area. */
  g_autofree char *words = g_strdup_printf (_("%s It is left out."), why->message);

  g_hash_table_add (cutting->unusable, (gpointer) feature);
  cutting->report->n_skipped++;
  note (cutting, MARCH_NOTE_SKIPPED, feature, words);
  if (cutting->refusal == NULL)
    cutting->refusal = g_error_copy (why);
}

static gboolean
add_feature (Cutting *cutting, MarchDay day, const MarchLayerFeature *feature)
{
  g_autoptr (GError) error = NULL;
  g_auto (MarchRepair) repair = MARCH_REPAIR_INIT;

  if (!march_holdings_builder_add (cutting->builder, day, feature->geometry, &repair, &error))
    {
      leave_out (cutting, feature, error);
      return FALSE;
    }
  if (feature->dates.from == day)
    account_for (cutting, feature, &repair);
  return TRUE;
}

/* Whether the files say of a day for which they have no area that no land is held: the day after
 * an interval's last, or, unless its areas are unusable, one that a file is of. */
static gboolean
says_no_land (Cutting *cutting, MarchDay day, gboolean any_unusable)
{
  GArray *told = cutting->import->days;

  for (guint i = 0; told != NULL && !any_unusable && i < told->len; i++)
    if (g_array_index (told, MarchDay, i) == day)
      return TRUE;
  for (guint i = 0; i < cutting->features->len; i++)
    {
      const MarchLayerFeature *feature = g_ptr_array_index (cutting->features, i);

      if (!feature->dates.observed && feature->dates.until == day
          && !g_hash_table_contains (cutting->unusable, feature))
        return TRUE;
    }
  return FALSE;
}

/* @said: (out): whether the files say what is held on the day */
static gboolean
add_day (Cutting      *cutting,
         MarchDay      day,
         gboolean     *said,
         GCancellable *cancellable,
         GError      **error)
{
  g_autoptr (MarchGeometry) nothing = NULL;
  gboolean any_unusable = FALSE;

  *said = FALSE;
  for (guint i = 0; i < cutting->features->len; i++)
    {
      const MarchLayerFeature *feature = g_ptr_array_index (cutting->features, i);

      if (!tells_of (&feature->dates, day))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!g_hash_table_contains (cutting->unusable, feature)
          && add_feature (cutting, day, feature))
        *said = TRUE;
      else
        any_unusable = TRUE;
    }
  if (*said || !says_no_land (cutting, day, any_unusable))
    return TRUE;
  *said = TRUE;
  nothing = march_geometry_new (MARCH_GEOMETRY_POLYGON, NULL, 0);
  return march_holdings_builder_add (cutting->builder, day, nothing, NULL, error);
}

typedef struct
{
  MarchAreaProgress progress;
  gpointer          data;
} Teller;

static void
tell (guint done, guint total, gpointer data)
{
  Teller *teller = data;

  if (teller->progress != NULL)
    teller->progress (total > 0 ? (double) done / total : 1, teller->data);
}

static gboolean
fail_empty (Cutting *cutting, GError **error)
{
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
                       cutting->import->points
                           ? _("The files hold neither areas nor points with a date. Say which "
                               "date they are of.")
                           : _("The files hold no areas with a date. Say which date they are of."));
  return FALSE;
}

/* What is left of the days are those of which something is said. */
static gboolean
add_days (Cutting *cutting, GCancellable *cancellable, GError **error)
{
  guint n = 0;

  list_days (cutting);
  for (guint i = 0; i < cutting->days->len; i++)
    {
      MarchDay day = g_array_index (cutting->days, MarchDay, i);
      gboolean said;

      if (!add_day (cutting, day, &said, cancellable, error))
        return FALSE;
      if (said)
        g_array_index (cutting->days, MarchDay, n++) = day;
    }
  g_array_set_size (cutting->days, n);
  if (cutting->report->n_features == 0 && cutting->points->len == 0)
    {
      cutting->unusable_only = TRUE;
      g_propagate_error (error, g_steal_pointer (&cutting->refusal));
      return FALSE;
    }
  return TRUE;
}

static gboolean
cut_areas (Cutting *cutting, Teller *teller, GCancellable *cancellable, GError **error)
{
  if (cutting->features->len == 0)
    return TRUE;
  if (!add_days (cutting, cancellable, error))
    return FALSE;
  if (cutting->report->n_features == 0)
    {
      g_array_set_size (cutting->days, 0);
      return TRUE;
    }
  cutting->batch->holdings = march_holdings_builder_run (cutting->builder,
                                                         cutting->import->missing, tell, teller,
                                                         cancellable, error);
  return cutting->batch->holdings != NULL;
}

static gboolean
list_points (Cutting *cutting, GCancellable *cancellable, GError **error)
{
  if (cutting->points->len == 0)
    return TRUE;
  cutting->batch->points = march_import_list_points (cutting->import, cutting->points, cancellable,
                                                     error);
  return cutting->batch->points != NULL;
}

static void
tell_days (const Cutting *cutting)
{
  const MarchPointList *points = cutting->batch->points;
  GHashTable           *days = cutting->report->days;

  for (guint i = 0; i < cutting->days->len; i++)
    g_hash_table_add (days, GINT_TO_POINTER ((int) g_array_index (cutting->days, MarchDay, i)));
  for (guint i = 0; points != NULL && i < points->rows->len; i++)
    g_hash_table_add (days, GINT_TO_POINTER (
                                (int) g_array_index (points->rows, MarchPointRow, i).from));
}

static void
fill_batch (Cutting *cutting)
{
  MarchAreaBatch *batch = cutting->batch;
  MarchImport    *import = cutting->import;
  GArray         *days = cutting->days;

  batch->source = import->source;
  batch->source_title = g_strdup (import->source_title);
  batch->publisher = g_strdup (import->publisher);
  batch->address = g_strdup (import->address);
  batch->grade = import->grade;
  batch->holder = import->holder;
  batch->basis = import->basis;
  batch->carried = import->missing == MARCH_MISSING_CARRIED;
  batch->dated = g_strdup (import->dated);
  tell_days (cutting);
  cutting->report->n_points = cutting->points->len;
  if (batch->holdings == NULL)
    return;
  batch->first = g_array_index (days, MarchDay, 0);
  batch->last = g_array_index (days, MarchDay, days->len - 1);
  batch->n_days = days->len;
  cutting->report->n_pieces = march_holdings_get_n_pieces (batch->holdings);
}

/**
 * march_import_cut:
 * @progress: (nullable) (scope call): told how far the cutting is
 * @report: (out) (optional): what was taken, repaired and left out; also if all areas are unusable
 *
 * Cuts the areas of a layer into pieces with intervals, and lists its points if they are asked for.
 * Neither reads nor changes a dossier. Any thread, while no other uses the layer.
 *
 * Returns: (transfer full): a batch for march_dossier_add_areas(); %NULL with
 * %MARCH_ERROR_BAD_INPUT if the layer has no area or point with a date that can be used, or
 * %G_IO_ERROR_CANCELLED
 */
MarchAreaBatch *
march_import_cut (MarchImport        *import,
                  MarchAreaProgress   progress,
                  gpointer            progress_data,
                  GCancellable       *cancellable,
                  MarchImportReport **report,
                  GError            **error)
{
  Teller         teller = { progress, progress_data };
  g_auto (Cutting) cutting = { .import = import,
                               .builder = march_holdings_builder_new (),
                               .batch = march_area_batch_new (),
                               .report = march_import_report_new (),
                               .days = g_array_new (FALSE, FALSE, sizeof (MarchDay)),
                               .features = g_ptr_array_new (),
                               .unusable = g_hash_table_new (NULL, NULL),
                               .points = g_ptr_array_new () };

  choose_features (&cutting);
  if (cutting.features->len + cutting.points->len == 0)
    {
      fail_empty (&cutting, error);
      return NULL;
    }
  if (!cut_areas (&cutting, &teller, cancellable, error)
      || !list_points (&cutting, cancellable, error))
    {
      if (report != NULL && cutting.unusable_only)
        *report = g_steal_pointer (&cutting.report);
      return NULL;
    }
  fill_batch (&cutting);
  if (report != NULL)
    *report = g_steal_pointer (&cutting.report);
  return g_steal_pointer (&cutting.batch);
}
