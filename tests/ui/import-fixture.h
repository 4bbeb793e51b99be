/* import-fixture.h — files of an invented front, and the dialog that imports them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dialog-fixture.h"

G_BEGIN_DECLS

#define IMPORT_N_DAYS 3

/* A file a day: two areas, one, and one that is not valid with a point. */
extern const struct ImportDay
{
  const char *name;
  const char *text;
} import_days[IMPORT_N_DAYS];

void        import_open          (DialogFixture *fixture, const char *path);
void        import_open_days     (DialogFixture *fixture);
void        import_await_page    (DialogFixture *fixture, const char *page);
void        import_fill_plan     (DialogFixture *fixture);
void        import_choose_holder (DialogFixture *fixture, const char *row, const char *choice);
const char *import_get_holder    (DialogFixture *fixture, const char *row);
void        import_run           (DialogFixture *fixture);
void        import_close         (DialogFixture *fixture, const char *label);
void        import_undo_by_toast (DialogFixture *fixture);
guint       import_count         (DialogFixture *fixture);

const MarchDatedImport *import_get (DialogFixture *fixture, guint index);

G_END_DECLS
