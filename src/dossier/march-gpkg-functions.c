/* march-gpkg-functions.c — the SQL functions that a GeoPackage's triggers call */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-gpkg-functions.h"

#include "geo/march-gpkg-blob.h"

/* Which side of the box a function gives, passed as its user data. */
typedef enum
{
  SIDE_WEST,
  SIDE_EAST,
  SIDE_SOUTH,
  SIDE_NORTH,
} Side;

static const struct
{
  const char *name;
  Side        side;
} side_functions[] = {
  { "ST_MinX", SIDE_WEST },
  { "ST_MaxX", SIDE_EAST },
  { "ST_MinY", SIDE_SOUTH },
  { "ST_MaxY", SIDE_NORTH },
};

static gboolean
read_box (sqlite3_value *value, MarchBox *box, gboolean *empty)
{
  const guint8 *data = sqlite3_value_blob (value);

  return sqlite3_value_type (value) == SQLITE_BLOB && data != NULL &&
         march_gpkg_blob_read_box (data, (gsize) sqlite3_value_bytes (value), box, empty);
}

/* As the standard wants it: NULL for what is no geometry. */
static void
is_empty_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  MarchBox box;
  gboolean empty = TRUE;

  if (read_box (values[0], &box, &empty))
    sqlite3_result_int (context, empty);
  else
    sqlite3_result_null (context);
}

static void
side_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  MarchBox box = MARCH_BOX_EMPTY;
  gboolean empty = TRUE;

  if (!read_box (values[0], &box, &empty) || empty)
    {
      sqlite3_result_null (context);
      return;
    }

  switch ((Side) GPOINTER_TO_INT (sqlite3_user_data (context)))
    {
    case SIDE_WEST:
      sqlite3_result_double (context, box.west);
      break;
    case SIDE_EAST:
      sqlite3_result_double (context, box.east);
      break;
    case SIDE_SOUTH:
      sqlite3_result_double (context, box.south);
      break;
    case SIDE_NORTH:
      sqlite3_result_double (context, box.north);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * march_gpkg_functions_register:
 *
 * Registers ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY and ST_MaxY (GeoPackage 1.3, annex F.3). They are
 * innocuous, as triggers of a file whose schema is not trusted may call no others.
 *
 * Returns: a result code of SQLite's
 */
int
march_gpkg_functions_register (sqlite3 *handle)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = sqlite3_create_function_v2 (handle, "ST_IsEmpty", 1, flags, NULL, is_empty_cb, NULL,
                                         NULL, NULL);

  for (gsize i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (side_functions); i++)
    code = sqlite3_create_function_v2 (handle, side_functions[i].name, 1, flags,
                                       GINT_TO_POINTER (side_functions[i].side), side_cb, NULL,
                                       NULL, NULL);
  return code;
}
