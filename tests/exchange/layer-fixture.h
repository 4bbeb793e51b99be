/* layer-fixture.h — files of areas that a test writes, reads and throws away */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/march-layer-reader.h"

typedef struct _LayerFixture LayerFixture;

LayerFixture *layer_fixture_new         (void);
void          layer_fixture_free        (LayerFixture *fixture);
const char   *layer_fixture_get_folder  (LayerFixture *fixture);
char         *layer_fixture_write       (LayerFixture *fixture, const char *name, const char *text,
                                         gssize length);
MarchLayer   *layer_fixture_read        (LayerFixture *fixture, const char *name, const char *text,
                                         GError **error);
char         *layer_fixture_find_note   (MarchLayer *layer, MarchNoteKind kind, const char *words);
void          layer_fixture_assert_note (MarchLayer *layer, MarchNoteKind kind, const char *words);
const char   *layer_fixture_get_text    (MarchLayer *layer, guint feature, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayerFixture, layer_fixture_free)
