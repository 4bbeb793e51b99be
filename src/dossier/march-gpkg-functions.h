/* march-gpkg-functions.h — the SQL functions that a GeoPackage's triggers call; private to the
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

int march_gpkg_functions_register (sqlite3 *handle);

G_END_DECLS
