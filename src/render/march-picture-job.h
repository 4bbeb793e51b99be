/* march-picture-job.h — a picture in any format, and a series of them day by day */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-picture.h"

G_BEGIN_DECLS

typedef enum
{
  MARCH_PICTURE_PNG,
  MARCH_PICTURE_SVG,
  MARCH_PICTURE_PDF,
  MARCH_N_PICTURE_FORMATS
} MarchPictureFormat;

/**
 * MarchPictureEvery:
 * @MARCH_EVERY_DAY: each day
 * @MARCH_EVERY_MONTH: the first day of each month
 * @MARCH_EVERY_CHANGE: each day on which the picture's map looks otherwise than on the one before,
 * badges and names included, whatever dates its title and legend tell
 *
 * The first day of a series always has a picture.
 */
typedef enum
{
  MARCH_EVERY_DAY,
  MARCH_EVERY_MONTH,
  MARCH_EVERY_CHANGE,
} MarchPictureEvery;

/**
 * MarchPictureJob:
 * @page_size: of a PDF file
 * @painter: of the corpus that is drawn; borrowed
 * @compares: whether what was gained and lost since, or until, @other_day is drawn
 *
 * What is asked for, apart from the day. A plain value; the picture's pointers have to stay.
 */
typedef struct
{
  MarchPicture       picture;
  MarchPageSize      page_size;
  MarchPictureFormat format;
  MarchPainter      *painter;
  gboolean           compares;
  MarchDay           other_day;
} MarchPictureJob;

/**
 * MarchPictureSeries:
 * @from: the first day
 * @to: the last one
 * @every: which of them have a picture
 * @folder: where they go; made if it is not there
 */
typedef struct
{
  MarchDay          from;
  MarchDay          to;
  MarchPictureEvery every;
  const char       *folder;
} MarchPictureSeries;

/**
 * MarchPictureWritten:
 * @path: (nullable): a picture that was written; %NULL: a day without one is done
 * @fraction: how much of the series is done, 0 to 1
 *
 * Called by the thread that writes.
 */
typedef void (*MarchPictureWritten) (const char *path, double fraction, gpointer user_data);

const char        *march_picture_format_get_ending (MarchPictureFormat format);
MarchPictureFormat march_picture_format_guess      (const char *path);
MarchCompared     *march_picture_job_compare       (const MarchPictureJob *job,
                                                    MarchSnapshot         *snapshot,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
gboolean           march_picture_job_write         (const MarchPictureJob *job,
                                                    MarchSnapshot         *snapshot,
                                                    const char            *path,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
gboolean           march_picture_job_write_series  (const MarchPictureJob    *job,
                                                    const MarchQuestion      *question,
                                                    const MarchPictureSeries *series,
                                                    MarchPictureWritten       written,
                                                    gpointer                  user_data,
                                                    GCancellable             *cancellable,
                                                    GError                  **error);

G_END_DECLS
