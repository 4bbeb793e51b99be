/* march-coding-shape.c — areas as the analyst draws them: checked, and mended when written */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

#include "geo/march-repair.h"

static gboolean
is_area (MarchGeometry *geometry)
{
  return geometry != NULL && march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON;
}

/** march_check_shape: adds what is wrong with an area that was drawn; says nothing of a point */
void
march_check_shape (GPtrArray     *problems,
                   gint64         draft,
                   const char    *field,
                   guint          index,
                   MarchGeometry *geometry)
{
  g_auto (MarchRepair) repair = MARCH_REPAIR_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchGeometry) mended = NULL;

  if (!is_area (geometry))
    return;
  mended = march_repair_area (geometry, &repair, &error);
  if (mended == NULL)
    march_problems_add (problems, MARCH_PROBLEM_ERROR, draft, field, index, "%s", error->message);
  else if (repair.reason != NULL)
    /* Translators: %s is a phrase such as "it crosses itself" */
    march_problems_add (problems, MARCH_PROBLEM_WARNING, draft, field, index,
                        _("This outline does not hold together: %s. It is mended when it is "
                          "recorded."),
                        repair.reason);
}

/** march_write_shape: areas as march_repair_area() mends them, other shapes as they are */
void
march_write_shape (MarchRow *row, const char *column, MarchGeometry *geometry)
{
  g_autoptr (MarchGeometry) mended =
      is_area (geometry) ? march_repair_area (geometry, NULL, NULL) : NULL;

  march_row_set_geometry (row, column, mended != NULL ? mended : geometry);
}
