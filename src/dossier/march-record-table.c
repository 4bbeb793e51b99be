/* march-record-table.c — the tables that hold a dossier's records, and what the edit layer has to
 * know of each */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-record-table.h"

static const MarchRecordDates dates_of_office = { "valid_edtf", "from_day", NULL, NULL,
                                                  "until_day" };
static const MarchRecordDates dates_of_source = { "published_edtf", "published_from_day", NULL,
                                                  NULL, "published_until_day" };
static const MarchRecordDates dates_of_quotation = { "said_edtf", "said_from_day", NULL, NULL,
                                                     "said_until_day" };
static const MarchRecordDates dates_of_proposal = { "dated_edtf", "dated_from_day", NULL, NULL,
                                                    "dated_until_day" };
static const MarchRecordDates dates_of_period = {
  "valid_edtf", "from_earliest_day", "from_latest_day", "until_earliest_day", "until_latest_day",
};

/* A table stands after those that it refers to. */
static const MarchRecordTable tables[] = {
  { "dossier", FALSE, NULL, NULL, NULL },
  { "actor", FALSE, "actor", "id", NULL },
  { "actor_name", FALSE, "actor", "actor_id", NULL },
  { "office", FALSE, NULL, NULL, &dates_of_office },
  { "place", TRUE, "place", "id", NULL },
  { "place_link", FALSE, NULL, NULL, NULL },
  { "name", FALSE, "place", "place_id", NULL },
  { "source", FALSE, "source", "id", &dates_of_source },
  { "source_link", FALSE, "source", "source_id", NULL },
  { "source_text", FALSE, NULL, NULL, NULL },
  { "quotation", FALSE, "quotation", "id", &dates_of_quotation },
  { "span", FALSE, NULL, NULL, NULL },
  { "chain", FALSE, NULL, NULL, NULL },
  { "set_aside", FALSE, "source", "source_id", NULL },
  { "proposal", FALSE, "proposal", "id", &dates_of_proposal },
  { "proposal_term", FALSE, "proposal", "proposal_id", NULL },
  { "assertion", FALSE, "assertion", "id", &dates_of_period },
  { "tag", FALSE, NULL, NULL, NULL },
  { "participant", FALSE, NULL, NULL, NULL },
  { "evidence", FALSE, "quotation", "quotation_id", NULL },
  { "control_area", TRUE, NULL, NULL, &dates_of_period },
  { "background", TRUE, NULL, NULL, NULL },
  { "area_import", FALSE, "source", "source_id", NULL },
  { "point_import", FALSE, "source", "source_id", NULL },
};

/**
 * march_record_get_tables:
 * @n_tables: (out): how many there are
 *
 * Returns: (transfer none): all record tables, each after those that it refers to
 */
const MarchRecordTable *
march_record_get_tables (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

/**
 * march_record_find_table:
 *
 * Returns: (nullable): the record table of that name
 */
const MarchRecordTable *
march_record_find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return &tables[i];
  return NULL;
}
