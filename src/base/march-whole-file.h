/* march-whole-file.h — puts a file where the user wants it, whole or not at all */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MarchWholeFileFunc:
 * @stream: where the contents go; left open
 */
typedef gboolean (*MarchWholeFileFunc) (GOutputStream *stream, gpointer data, GError **error);

gboolean march_whole_file_make  (const char *path, MarchWholeFileFunc fill, gpointer data,
                                 GError **error);
gboolean march_whole_file_write (const char *path, const char *contents, gsize length,
                                 GError **error);
void     march_whole_file_save_async  (GFile *file, GBytes *contents,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean march_whole_file_save_finish (GFile *file, GAsyncResult *result, GError **error);

G_END_DECLS
