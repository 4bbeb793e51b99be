/* edit-fixture.h — a database to be edited, with its log of undoing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-edit.h"

G_BEGIN_DECLS

typedef struct
{
  char          *folder;
  MarchDatabase *database;
} EditFixture;

#define EDIT_ADD(path, data, function)                                                             \
  g_test_add (path, EditFixture, data, edit_set_up, function, edit_tear_down)

void  edit_set_up    (EditFixture *fixture, gconstpointer data);
void  edit_tear_down (EditFixture *fixture, gconstpointer data);
char *edit_checksum  (EditFixture *fixture);
void  edit_expect    (EditFixture *fixture, const char *sql, gint64 expected);

gboolean edit_update_text (MarchEdit  *edit,
                           const char *table,
                           gint64      id,
                           const char *column,
                           const char *text);

G_END_DECLS
