/* places-fixture.h — the form of a place, over the window of an invented land */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dialog-fixture.h"

G_BEGIN_DECLS

void       places_open_dialog (DialogFixture *fixture, const char *name);
void       places_type_name   (DialogFixture *fixture, const char *name);
GtkWidget *places_get_list    (DialogFixture *fixture, const char *title);
void       places_await_gone  (DialogFixture *fixture);
void       places_discard     (DialogFixture *fixture);

const MarchPlace *places_find_place (DialogFixture *fixture, const char *name);
const MarchPlace *places_get_place  (DialogFixture *fixture, const char *name);

G_END_DECLS
