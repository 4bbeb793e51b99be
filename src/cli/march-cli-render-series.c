/* march-cli-render-series.c — the maps of many days as pictures in a folder */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-cli"

#include "config.h"

#include "cli/march-cli-render.h"

#include <stdio.h>

#include "base/march-typed-day.h"

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
read_series (MarchPictureSeries          *series,
             MarchCorpus                 *corpus,
             const MarchCliRenderOptions *options,
             GError                     **error)
{
  static const char *const words[] = { "day", "month", "change", NULL };
  guint                    every = MARCH_EVERY_CHANGE;

  if (options->every != NULL
      && !march_cli_find_word ("every", options->every, words, &every, error))
    return FALSE;
  series->every = every;
  series->folder = options->output;
  return read_day (corpus, options->from, &series->from, error)
         && read_day (corpus, options->to, &series->to, error);
}

static void
print_path (const char *path, double fraction, gpointer user_data)
{
  if (path != NULL)
    printf ("%s\n", path);
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
  MarchPictureSeries         series;
  g_auto (MarchCliRenderJob) job = { 0 };
  g_autofree char           *first = NULL;
  g_autoptr (MarchSnapshot)  snapshot = NULL;

  if (!read_series (&series, corpus, options, error)
      || !march_cli_render_job_init (&job, corpus, options, error))
    return FALSE;
  first = march_day_to_iso (series.from);
  snapshot = march_cli_ask (corpus, first, question, error);
  return snapshot != NULL
         && march_picture_job_write_series (&job, march_snapshot_get_question (snapshot), &series,
                                            print_path, NULL, NULL, error);
}
