/* march-newest.h — work on another thread, of which only the newest counts */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The owner keeps one cancellable for each kind of work: NULL while nothing is under way. What a
 * newer question has cancelled may still come to its end, and is then known as stale by that
 * cancellable. All of it belongs to the thread of the owner. */

GCancellable *march_newest_begin (GCancellable **newest);
void          march_newest_run   (GCancellable **newest, gpointer owner, GTaskThreadFunc work,
                                  gpointer job, GDestroyNotify free_job,
                                  GAsyncReadyCallback done);
gboolean      march_newest_end   (GCancellable **newest, GAsyncResult *result);
void          march_newest_stop  (GCancellable **newest);

G_END_DECLS
