/* march-cli-render.h — what writes one picture, and what writes a series */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/march-cli.h"
#include "render/march-picture-job.h"

G_BEGIN_DECLS

/* As typed; NULL for what was not. */
typedef struct
{
  char *as_of;
  char *compare;
  char *size;
  char *place;
  char *lens;
  char *theme;
  char *title;
  char *page_size;
  char *from;
  char *to;
  char *every;
  char *format;
  char *output;
  gboolean no_points;
} MarchCliRenderOptions;

/* The painter is the job's own. */
typedef MarchPictureJob MarchCliRenderJob;

void     march_cli_render_options_clear (MarchCliRenderOptions *options);
gboolean march_cli_find_word            (const char        *option,
                                         const char        *typed,
                                         const char *const *words,
                                         guint             *value,
                                         GError           **error);
gboolean march_cli_render_job_init      (MarchCliRenderJob           *job,
                                         MarchCorpus                 *corpus,
                                         const MarchCliRenderOptions *options,
                                         GError                     **error);
void     march_cli_render_job_clear     (MarchCliRenderJob *job);
gboolean march_cli_render_series        (MarchCorpus                 *corpus,
                                         const MarchCliRenderOptions *options,
                                         const MarchCliQuestion      *question,
                                         GError                     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchCliRenderOptions, march_cli_render_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchCliRenderJob, march_cli_render_job_clear)

G_END_DECLS
