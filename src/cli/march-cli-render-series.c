/* march-cli-render-series.c — the maps of many days as pictures in a folder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include "cli/march-cli-render.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "base/march-error.h"
#include "base/march-typed-day.h"

typedef enum
{
  EVERY_DAY,
  EVERY_MONTH,
  EVERY_CHANGE,
} Every;

/* The days of a series: @from, @to, and what lies between them. */
typedef struct
{
  MarchDay from, to;
  Every    every;
} Series;

static gboolean
read_day (MarchCorpus *corpus, const char *typed, MarchDay *day, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (corpus);
  g_autofree char         *remark = NULL;

  if (!march_typed_day_read (typed, facts->first, facts->last, day, &remark, error))
    return FALSE;
  march_cli_remark (remark);
  return TRUE;
}

static gboolean
series_init (Series                      *series,
             MarchCorpus                 *corpus,
             const MarchCliRenderOptions *options,
             GError                     **error)
{
  static const char *const words[] = { "day", "month", "change", NULL };
  guint                    every = EVERY_CHANGE;

  if (options->every != NULL
      && !march_cli_find_word ("every", options->every, words, &every, error))
    return FALSE;
  series->every = every;
  if (!read_day (corpus, options->from, &series->from, error)
      || !read_day (corpus, options->to, &series->to, error))
    return FALSE;
  if (series->from <= series->to)
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT,
               _("The series ends on %s, before it begins."), options->to);
  return FALSE;
}

static gboolean
is_first_of_month (MarchDay day)
{
  gint64 year;
  guint  month, of_month;

  march_day_to_ymd (day, &year, &month, &of_month);
  return of_month == 1;
}

static gboolean
write_day (const MarchCliRenderJob *job,
           MarchSnapshot           *snapshot,
           const char              *folder,
           MarchDay                 day,
           GError                 **error)
{
  g_autofree char *date = march_day_to_iso (day);
  g_autofree char *name = g_strdup_printf ("%s.%s", date, march_cli_formats[job->format]);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!march_cli_render_write (job, snapshot, path, error))
    return FALSE;
  printf ("%s\n", path);
  return TRUE;
}

static gboolean
is_wanted (const Series *series, MarchDay day, MarchSnapshot *snapshot, MarchSnapshot *before)
{
  if (day == series->from || series->every == EVERY_DAY)
    return TRUE;
  if (series->every == EVERY_MONTH)
    return is_first_of_month (day);
  return !march_snapshot_equal_drawing (before, snapshot);
}

/* Pictures of one series show the same part of the map, so that they can be turned into a film. */
static void
keep_view (MarchCliRenderJob *job, MarchSnapshot *snapshot, MarchView *view)
{
  if (job->picture.view != NULL || job->format == MARCH_CLI_FORMAT_PDF)
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

/**
 * march_cli_render_series:
 *
 * Writes a picture for each wanted day and prints its name.
 */
gboolean
march_cli_render_series (MarchCorpus                 *corpus,
                         const MarchCliRenderOptions *options,
                         const MarchCliQuestion      *question,
                         GError                     **error)
{
  g_autoptr (MarchSnapshot)  before = NULL;
  g_auto (MarchCliRenderJob) job = { 0 };
  MarchQuestion              asked;
  Series                     series;
  MarchView                  view;
  g_autofree char           *first = NULL;

  if (!series_init (&series, corpus, options, error)
      || !march_cli_render_job_init (&job, corpus, options, error)
      || !make_folder (options->output, error))
    return FALSE;
  first = march_day_to_iso (series.from);
  before = march_cli_ask (corpus, first, question, error);
  if (before == NULL)
    return FALSE;
  asked = *march_snapshot_get_question (before);
  keep_view (&job, before, &view);
  for (asked.as_of = series.from; asked.as_of <= series.to; asked.as_of++)
    {
      g_autoptr (MarchSnapshot) snapshot = march_snapshot_new (corpus, &asked);

      if (is_wanted (&series, asked.as_of, snapshot, before)
          && !write_day (&job, snapshot, options->output, asked.as_of, error))
        return FALSE;
      g_clear_pointer (&before, march_snapshot_unref);
      before = g_steal_pointer (&snapshot);
    }
  return TRUE;
}
