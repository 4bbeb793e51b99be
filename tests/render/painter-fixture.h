/* painter-fixture.h — the patchwork with something of everything in it, and its painter */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patchwork.h"

G_BEGIN_DECLS

#define PAINTER_DAY "2022-06-01"
#define PAINTER_EVERYTHING                                                                         \
  "control a A whole 2021/..; claim a V law 2021/..; control b A part 2021/.. concluded; control " \
  "b V part 2021/..; claim b A law 2021/..; "                                                      \
  "claim b V borders 2000/..; control c B whole 2021/.. by=B; control e A contested 2021/..; "     \
  "control e V contested 2021/..; "                                                                \
  "control f A foothold 2021/..; claim g B law 2021/..; claim s A aspiration 2021/..; claim z A "  \
  "law 2021/..; area h A 2021/..; "                                                                \
  "value a A strategic 2021/..; value s A economic 2021/.."

typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *snapshot;
} PainterFixture;

#define PAINTER_ADD(name, function)                                                                \
  g_test_add ("/painter/" name, PainterFixture, PAINTER_EVERYTHING, painter_set_up, function,      \
              painter_tear_down)

void      painter_set_up    (PainterFixture *fixture, gconstpointer assertions);
void      painter_tear_down (PainterFixture *fixture, gconstpointer assertions);

/* The view so many pixels further east and south. */
MarchView painter_moved (const MarchView *view, double dx, double dy);

G_END_DECLS
