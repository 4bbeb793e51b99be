/* march-picture-private.h — what the writers of pictures share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/march-picture.h"

G_BEGIN_DECLS

const char    *march_picture_get_title    (const MarchPicture *picture, MarchSnapshot *snapshot);
gboolean       march_picture_paint_vector (const MarchPicture *picture,
                                           MarchPainter       *painter,
                                           MarchSnapshot      *snapshot,
                                           cairo_t            *cr,
                                           GCancellable       *cancellable,
                                           GError            **error);
gboolean       march_picture_replace_file (const char   *path,
                                           const char   *contents,
                                           gsize         length,
                                           GCancellable *cancellable,
                                           GError      **error);
char          *march_svg_mend_clips       (const char *svg);
cairo_status_t march_picture_append_bytes (void                *closure,
                                           const unsigned char *data,
                                           unsigned int         length);

G_END_DECLS
