/* march-record-table.h — the tables that hold a dossier's records, and what the edit layer has to
 * know of each; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchRecordDates:
 * @edtf: the column with a date as given
 * @from_earliest: the column derived from it, as a #MarchPeriod has it; this one and the others
 *   are %NULL where the table has none
 *
 * How the columns for days follow from a date as given.
 */
typedef struct
{
  const char *edtf;
  const char *from_earliest;
  const char *from_latest;
  const char *until_earliest;
  const char *until_latest;
} MarchRecordDates;

/**
 * MarchRecordTable:
 * @name: of the table
 * @is_layer: has a geometry in "geom", and an R-tree
 * @searched_as: what finds it in a search: "place", "actor" …, "assertion" for what depends on its
 *   kind; %NULL for nothing
 * @searched_id: the column with the id of what is found: "id", or that of the record which this
 *   one belongs to
 * @dates: %NULL if no column is derived from a date
 */
typedef struct
{
  const char             *name;
  gboolean                is_layer;
  const char             *searched_as;
  const char             *searched_id;
  const MarchRecordDates *dates;
} MarchRecordTable;

const MarchRecordTable *march_record_get_tables (guint *n_tables);
const MarchRecordTable *march_record_find_table (const char *name);

G_END_DECLS
