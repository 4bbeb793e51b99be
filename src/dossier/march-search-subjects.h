/* march-search-subjects.h — what is searched of each record; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchSearchSubject:
 * @table: of the records; what the tables of records call "searched as"
 * @entries: which entries are of the record ?1
 * @rows: what should be found of the record ?1: kind, field, body. An empty body has no entry.
 */
typedef struct
{
  const char *table;
  const char *entries;
  const char *rows;
} MarchSearchSubject;

#define MARCH_N_SEARCH_SUBJECTS 6

const MarchSearchSubject *march_search_get_subject  (guint i);
guint                     march_search_find_subject (const char *table);

G_END_DECLS
