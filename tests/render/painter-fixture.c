/* painter-fixture.c — the patchwork with something of everything in it, and its painter */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "painter-fixture.h"

void
painter_set_up (PainterFixture *fixture, gconstpointer assertions)
{
  fixture->corpus = patchwork_new (assertions);
  fixture->painter = march_painter_new (fixture->corpus);
  fixture->snapshot = patchwork_ask (fixture->corpus, PAINTER_DAY);
}

void
painter_tear_down (PainterFixture *fixture, gconstpointer assertions)
{
  march_snapshot_unref (fixture->snapshot);
  march_painter_unref (fixture->painter);
  march_corpus_unref (fixture->corpus);
}

MarchView
painter_moved (const MarchView *view, double dx, double dy)
{
  MarchView other = *view;

  other.x += dx / march_view_world (view);
  other.y += dy / march_view_world (view);
  return other;
}
