/* march-export.h — what is to be written where, and its writing on another thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-picture-job.h"
#include "widgets/march-progress.h"

G_BEGIN_DECLS

/**
 * MarchExportKind:
 * @MARCH_EXPORT_MAP: the map of a day in a file
 * @MARCH_EXPORT_SERIES: the maps of many days in a folder
 * @MARCH_EXPORT_TABLE: who holds how much of each unit on a day, as CSV
 * @MARCH_EXPORT_AREAS: the imported areas of a day, as GeoJSON
 */
typedef enum
{
  MARCH_EXPORT_MAP,
  MARCH_EXPORT_SERIES,
  MARCH_EXPORT_TABLE,
  MARCH_EXPORT_AREAS,
} MarchExportKind;

/**
 * MarchExport:
 * @corpus: what is exported
 * @question: of the map; its day is that of everything but a series
 * @job: without a painter, which is made
 * @view: what @job's picture shows, if its view is set
 * @title: of the picture
 * @series: its folder is @path
 * @path: the file or folder to write
 * @language: of names
 */
typedef struct
{
  MarchExportKind    kind;
  MarchCorpus       *corpus;
  MarchQuestion      question;
  MarchPictureJob    job;
  MarchView          view;
  char              *title;
  MarchPictureSeries series;
  char              *path;
  char              *language;
} MarchExport;

void     march_export_free   (MarchExport *export);
gboolean march_export_write  (MarchExport *export, MarchProgress *progress,
                              GCancellable *cancellable, GError **error);
void     march_export_write_async  (MarchExport *export, MarchProgress *progress,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean march_export_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
