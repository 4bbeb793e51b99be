/* colleagues-edits.h — short words for what colleagues do */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "colleagues.h"

/* Defines a ColleaguesEdit. */
#define DEFINE_EDIT(name, body)                                                                    \
  static gboolean name (MarchEdit *edit) { return body; }

/* For its body; see colleagues_insert() for the rows. */
#define INSERT colleagues_insert
#define UPDATE colleagues_update
#define DELETE(table, id) march_edit_delete (edit, table, id, NULL)
