/* march-picture-job.c — a picture in any format, and a series of them day by day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-picture-job.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/march-error.h"

/** march_picture_format_get_ending: Returns: of a file's name, without the dot */
const char *
march_picture_format_get_ending (MarchPictureFormat format)
{
  static const char *const endings[MARCH_N_PICTURE_FORMATS] = { "png", "svg", "pdf" };

  g_return_val_if_fail (format < MARCH_N_PICTURE_FORMATS, NULL);
  return endings[format];
}

/** march_picture_format_guess: Returns: the format by the name's end; a picture of pixels if that
 * says nothing */
MarchPictureFormat
march_picture_format_guess (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".svg")   ? MARCH_PICTURE_SVG
         : g_str_has_suffix (lower, ".pdf") ? MARCH_PICTURE_PDF
                                            : MARCH_PICTURE_PNG;
}

/**
 * march_picture_job_write:
 * @path: the file to write; replaced if it exists
 * @cancellable: (nullable)
 *
 * Any thread.
 *
 * Returns: whether it was written; else @error says why, and what was there before is still there
 */
gboolean
march_picture_job_write (const MarchPictureJob *job,
                         MarchSnapshot         *snapshot,
                         const char            *path,
                         GCancellable          *cancellable,
                         GError               **error)
{
  switch (job->format)
    {
    case MARCH_PICTURE_SVG:
      return march_picture_write_svg (&job->picture, job->painter, snapshot, path, cancellable,
                                      error);
    case MARCH_PICTURE_PDF:
      return march_picture_write_pdf (&job->picture, job->page_size, job->painter, snapshot, path,
                                      cancellable, error);
    case MARCH_PICTURE_PNG:
    case MARCH_N_PICTURE_FORMATS:
    default:
      break;
    }
  return march_picture_write_png (&job->picture, job->painter, snapshot, path, cancellable, error);
}

static MarchCompared *
compare (const MarchPictureJob *job,
         MarchSnapshot         *snapshot,
         MarchAreaUnits        *units,
         GCancellable          *cancellable,
         GError               **error)
{
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;
  g_autoptr (MarchComparison) comparison
      = march_comparison_new (snapshot, NULL, MIN (day, job->other_day), MAX (day, job->other_day),
                              units, cancellable, error);

  return comparison != NULL ? march_compared_new (comparison) : NULL;
}

/**
 * march_picture_job_compare:
 * @job: one that compares
 * @snapshot: of the one day
 * @cancellable: (nullable)
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): what to set as the picture's comparison
 */
MarchCompared *
march_picture_job_compare (const MarchPictureJob *job,
                           MarchSnapshot         *snapshot,
                           GCancellable          *cancellable,
                           GError               **error)
{
  return compare (job, snapshot, NULL, cancellable, error);
}

static gboolean
is_first_of_month (MarchDay day)
{
  gint64 year;
  guint  month, of_month;

  march_day_to_ymd (day, &year, &month, &of_month);
  return of_month == 1;
}

/* Pictures of one series show the same part of the map, so that they can be turned into a film. */
static void
keep_view (MarchPictureJob *job, MarchSnapshot *snapshot, MarchView *view)
{
  if (job->picture.view != NULL || job->format == MARCH_PICTURE_PDF)
    return;
  *view = march_picture_find_view (&job->picture, job->painter, snapshot);
  job->picture.view = view;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED, _("The folder “%s” could not be made: %s."),
               path, g_strerror (errno));
  return FALSE;
}

static char *
make_path (const MarchPictureJob *job, const MarchPictureSeries *series, MarchDay day)
{
  g_autofree char *date = march_day_to_iso (day);
  g_autofree char *name = g_strdup_printf ("%s.%s", date,
                                           march_picture_format_get_ending (job->format));

  return g_build_filename (series->folder, name, NULL);
}

static gboolean
check_series (const MarchPictureSeries *series, GError **error)
{
  g_autofree char *last = NULL;

  if (series->from <= series->to)
    return TRUE;
  last = march_day_to_iso (series->to);
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("The series ends on %s, before it begins."), last);
  return FALSE;
}

typedef struct
{
  MarchPictureJob           job;
  const MarchPictureSeries *series;
  MarchAreaUnits           *units; /* NULL: nothing is compared */
  MarchView                 view;
  MarchLayers              *layers;
  char                     *shown; /* a sum of the map on the day before; NULL: not known */
} Run;

static gboolean
begin_run (Run *run, GError **error)
{
  run->job.picture.layers = &run->layers;
  if (!check_series (run->series, error) || !make_folder (run->series->folder, error))
    return FALSE;
  if (run->job.compares)
    run->units = march_area_units_new (march_painter_get_corpus (run->job.painter), error);
  return !run->job.compares || run->units != NULL;
}

static void
end_run (Run *run)
{
  g_clear_pointer (&run->layers, march_layers_unref);
  g_clear_pointer (&run->units, march_area_units_unref);
  g_clear_pointer (&run->shown, g_free);
}

/* Findings tell of all that fills and bounds; badges and other sources' areas have to be looked
 * at. */
static gboolean
looks_same (const Run *run, MarchSnapshot *before, MarchSnapshot *snapshot)
{
  const MarchPaintLens lens = run->job.picture.style.lens;

  return lens <= MARCH_PAINT_BOTH && before != NULL
         && march_snapshot_equal_drawing (before, snapshot);
}

/* A change is whatever alters the map of the picture, badges and names included, and nothing
 * else: neither the dates of title and legend, nor what is out of view. */
static gboolean
has_changed (Run                *run,
             const MarchPicture *picture,
             MarchSnapshot      *before,
             MarchSnapshot      *snapshot,
             GCancellable       *cancellable)
{
  g_autofree char *shown = run->shown;

  if (looks_same (run, before, snapshot))
    {
      g_steal_pointer (&shown);
      return FALSE;
    }
  run->shown = march_picture_sum_map (picture, run->job.painter, snapshot, cancellable);
  return shown == NULL || g_strcmp0 (shown, run->shown) != 0;
}

static gboolean
is_wanted (Run                *run,
           const MarchPicture *picture,
           MarchSnapshot      *before,
           MarchSnapshot      *snapshot,
           GCancellable       *cancellable)
{
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;

  switch (run->series->every)
    {
    case MARCH_EVERY_DAY:
      return TRUE;
    case MARCH_EVERY_MONTH:
      return before == NULL || is_first_of_month (day);
    case MARCH_EVERY_CHANGE:
    default:
      return has_changed (run, picture, before, snapshot, cancellable);
    }
}

/* @path: (out): of the picture, NULL if none is wanted. */
static gboolean
write_day (Run           *run,
           MarchSnapshot *before,
           MarchSnapshot *snapshot,
           char         **path,
           GCancellable  *cancellable,
           GError       **error)
{
  MarchPictureJob job = run->job;
  g_autoptr (MarchCompared) compared = NULL;

  if (run->units != NULL && !looks_same (run, before, snapshot))
    {
      compared = compare (&job, snapshot, run->units, cancellable, error);
      if (compared == NULL)
        return FALSE;
    }
  job.picture.compared = compared;
  if (!is_wanted (run, &job.picture, before, snapshot, cancellable))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  *path = make_path (&job, run->series, march_snapshot_get_question (snapshot)->as_of);
  return march_picture_job_write (&job, snapshot, *path, cancellable, error);
}

static gboolean
write_days (Run                 *run,
            const MarchQuestion *question,
            MarchPictureWritten  written,
            gpointer             user_data,
            GCancellable        *cancellable,
            GError             **error)
{
  const MarchPictureSeries *series = run->series;
  MarchCorpus              *corpus = march_painter_get_corpus (run->job.painter);
  MarchQuestion             asked = *question;
  g_autoptr (MarchSnapshot) before = NULL;

  for (asked.as_of = series->from; asked.as_of <= series->to; asked.as_of++)
    {
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &asked);
      g_autofree char *path = NULL;
      double done = (double) (asked.as_of - series->from + 1) / (series->to - series->from + 1);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      keep_view (&run->job, snapshot, &run->view);
      if (!write_day (run, before, snapshot, &path, cancellable, error))
        return FALSE;
      if (written != NULL)
        written (path, done, user_data);
      g_clear_pointer (&before, march_snapshot_unref);
      before = g_steal_pointer (&snapshot);
    }
  return TRUE;
}

/**
 * march_picture_job_write_series:
 * @question: known by when and according to whom; its day counts for nothing
 * @written: (nullable) (scope call)
 * @cancellable: (nullable): asked before each day
 *
 * Writes a picture for each wanted day, named after it. What is written already stays if a later
 * one fails. Any thread.
 */
gboolean
march_picture_job_write_series (const MarchPictureJob    *job,
                                const MarchQuestion      *question,
                                const MarchPictureSeries *series,
                                MarchPictureWritten       written,
                                gpointer                  user_data,
                                GCancellable             *cancellable,
                                GError                  **error)
{
  Run      run = { .job = *job, .series = series };
  gboolean good = begin_run (&run, error)
                  && write_days (&run, question, written, user_data, cancellable, error);

  end_run (&run);
  return good;
}
