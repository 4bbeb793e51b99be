/* march-table-columns.h — which columns of a table hold the positions, and how */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MarchTableForm:
 * @MARCH_TABLE_APART: latitude and longitude have a column each
 * @MARCH_TABLE_LATITUDE_FIRST: one column has both, as "48.5, 36.2"
 * @MARCH_TABLE_LONGITUDE_FIRST: likewise, the other way round
 * @MARCH_TABLE_WKT: one column has whole geometries as well-known text
 */
typedef enum
{
  MARCH_TABLE_APART,
  MARCH_TABLE_LATITUDE_FIRST,
  MARCH_TABLE_LONGITUDE_FIRST,
  MARCH_TABLE_WKT,
} MarchTableForm;

/**
 * MarchTableColumns:
 * @form: what they hold
 * @first: (nullable): the name of the latitude's, or of the one that has all; %NULL: not known
 * @second: (nullable): the longitude's, of %MARCH_TABLE_APART
 */
typedef struct
{
  MarchTableForm form;
  char          *first;
  char          *second;
} MarchTableColumns;

void     march_table_columns_set      (MarchTableColumns *columns, MarchTableForm form,
                                       const char *first, const char *second);
void     march_table_columns_clear    (MarchTableColumns *columns);
gboolean march_table_columns_are_said (const MarchTableColumns *columns);
gboolean march_table_columns_find     (MarchTableColumns *columns, GPtrArray *names);

gboolean march_table_read_number      (const char *text, double *number);
gboolean march_table_read_pair        (const char *text, double numbers[2]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchTableColumns, march_table_columns_clear)

G_END_DECLS
