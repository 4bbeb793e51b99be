/* march-schema.h — makes, upgrades and inspects the tables of a dossier; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"

G_BEGIN_DECLS

#define MARCH_SCHEMA_VERSION 5

gboolean   march_schema_create       (MarchDatabase *database, GError **error);
gboolean   march_schema_check        (MarchDatabase *database, gint64 *version, GError **error);
gboolean   march_schema_upgrade      (MarchDatabase *database, GError **error);

GPtrArray *march_schema_list_foreign (MarchDatabase *database, GError **error);
gboolean   march_schema_drop_foreign (MarchDatabase *database, GError **error);

G_END_DECLS
