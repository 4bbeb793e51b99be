/* march-dossier-points.h — dated points as they are brought into a dossier and visited in it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchPointRow:
 * @longitude: as the file has it
 * @from: the first day on which it counts
 * @until: the day after the last; #MARCH_DAY_MAX: without end
 * @told: the day after the last of which the file tells; #MARCH_DAY_MAX: without end
 * @place: which feature or line of the file, from 1; those of a multipoint share it
 * @file: its name
 * @name: (nullable): its own
 * @properties: (nullable): a JSON object
 */
typedef struct
{
  double      longitude;
  double      latitude;
  MarchDay    from;
  MarchDay    until;
  MarchDay    told;
  guint       place;
  const char *file;
  const char *name;
  const char *properties;
} MarchPointRow;

/**
 * MarchPointList:
 * @rows: (element-type MarchPointRow): in the order of their files
 * @texts: holds their texts
 * @first: first day with data
 * @last: the last day with data, inclusive
 * @n_days: on how many days a point begins
 *
 * The points of a batch. All members are owned.
 */
typedef struct
{
  GArray       *rows;
  GStringChunk *texts;
  MarchDay      first;
  MarchDay      last;
  guint         n_days;
} MarchPointList;

/**
 * MarchPointRowFunc:
 * @row: not to be kept
 *
 * Returns: whether to go on; else @error says why not
 */
typedef gboolean (*MarchPointRowFunc) (const MarchPointRow *row, gpointer user_data,
                                       GError **error);

MarchPointList *march_point_list_new  (void);
void            march_point_list_free (MarchPointList *list);

gboolean march_dossier_visit_points (MarchDossier *dossier, gint64 import_id,
                                     MarchPointRowFunc visit, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchPointList, march_point_list_free)

G_END_DECLS
