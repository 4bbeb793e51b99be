/* march-mend.c — polygons that are not valid made valid by GEOS */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-mend-private.h"

/* Polygons that are being put together anew. */
typedef struct
{
  MarchGeos *geos;
  GArray    *parts; /* of MarchPart, whose points belong to the area or to one of: */
  GPtrArray *kept;  /* of MarchGeometry */
  guint      n_polygons;
  guint      n_dropped;
  gboolean   mended;
} Mend;

static void
clear_mend (Mend *mend)
{
  g_array_unref (mend->parts);
  g_ptr_array_unref (mend->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mend, clear_mend)

/**
 * march_mend_whole:
 * @polygons: of @geos
 *
 * Makes polygons valid by GEOS's structure method: a ring that overlaps another of its kind is
 * united with it, and holes are cut out, so that no land is lost to the even-odd rule.
 *
 * Returns: (transfer full) (nullable): valid polygons, with the lines and points that some of them
 * came to; %NULL if GEOS can't cope with them
 */
GEOSGeometry *
march_mend_whole (MarchGeos *geos, const GEOSGeometry *polygons)
{
  GEOSMakeValidParams *params = GEOSMakeValidParams_create_r (geos->handle);
  GEOSGeometry        *valid;

  GEOSMakeValidParams_setMethod_r (geos->handle, params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r (geos->handle, params, 1);
  valid = GEOSMakeValidWithParams_r (geos->handle, polygons, params);
  GEOSMakeValidParams_destroy_r (geos->handle, params);
  return valid;
}

/* The land in a ring, which may be several polygons or none; %NULL if GEOS can't cope with it. GEOS
 * is given a polygon: of a multipolygon it would unite what the ring falls into. */
static MarchGeometry *
mend_ring (MarchGeos *geos, const MarchPart *ring, gboolean *was_valid, guint *n_dropped)
{
  const MarchPart shell = { ring->points, ring->n_points, 0, FALSE };
  g_autoptr (MarchGeometry) alone = march_geometry_new (MARCH_GEOMETRY_POLYGON, &shell, 1);
  GEOSGeometry  *polygon = march_geos_from (geos, alone);
  GEOSGeometry  *valid = NULL;
  MarchGeometry *result = NULL;

  *was_valid = polygon != NULL && GEOSisValid_r (geos->handle, polygon) == 1;
  if (polygon != NULL && !*was_valid)
    valid = march_mend_whole (geos, GEOSGetGeometryN_r (geos->handle, polygon, 0));
  if (*was_valid)
    result = g_steal_pointer (&alone);
  else if (valid != NULL)
    result = march_geos_to (geos, valid, n_dropped);
  GEOSGeom_destroy_r (geos->handle, valid);
  GEOSGeom_destroy_r (geos->handle, polygon);
  return result;
}

static void
add_part (Mend *mend, const MarchPart *part, gboolean hole)
{
  const MarchPart own = { part->points, part->n_points, mend->n_polygons, hole };

  g_array_append_val (mend->parts, own);
}

/* The one that a hole is cut from; that it lies in it in full is seen at the end. */
static gboolean
contains (MarchGeometry *polygon, const MarchPart *hole)
{
  return march_geometry_contains (polygon, hole->points[0], hole->points[1]);
}

/* One of the polygons that a shell came to, with the holes that lie in it. They are taken off the
 * list. */
static void
add_polygon (Mend *mend, MarchGeometry *shell, guint first, guint until, GPtrArray *holes)
{
  g_autoptr (MarchGeometry) alone = NULL;

  for (guint i = first; i < until; i++)
    {
      const MarchPart *part = march_geometry_get_part (shell, i);

      add_part (mend, part, part->hole);
    }
  if (holes->len > 0)
    alone = march_geometry_new (MARCH_GEOMETRY_POLYGON, march_geometry_get_part (shell, first),
                                until - first);
  for (guint i = holes->len; i > 0; i--)
    if (contains (alone, holes->pdata[i - 1]))
      add_part (mend, g_ptr_array_remove_index (holes, i - 1), TRUE);
  mend->n_polygons++;
}

static void
add_shell (Mend *mend, MarchGeometry *shell, GPtrArray *holes)
{
  const guint n = march_geometry_get_n_parts (shell);

  for (guint first = 0, next; first < n; first = next)
    {
      for (next = first + 1; next < n && march_geometry_get_part (shell, next)->hole;)
        next++;
      add_polygon (mend, shell, first, next, holes);
    }
}

/* Whether a hole is a plain ring, which can be taken as it is. */
static gboolean
is_plain (Mend *mend, const MarchPart *hole)
{
  gboolean plain;
  guint    n_dropped;
  g_autoptr (MarchGeometry) land = mend_ring (mend->geos, hole, &plain, &n_dropped);

  return plain;
}

/* Mends the polygon whose rings are the parts from @first to @until; FALSE if that takes more than
 * looking at its shell. */
static gboolean
mend_polygon (Mend *mend, MarchGeometry *area, guint first, guint until)
{
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  gboolean       was_valid;
  guint          n_dropped = 0;
  MarchGeometry *shell = mend_ring (mend->geos, march_geometry_get_part (area, first), &was_valid,
                                    &n_dropped);

  if (shell == NULL)
    return FALSE;
  g_ptr_array_add (mend->kept, shell);
  for (guint i = first + 1; i < until; i++)
    {
      const MarchPart *hole = march_geometry_get_part (area, i);

      if (!is_plain (mend, hole))
        return FALSE;
      g_ptr_array_add (holes, (gpointer) hole);
    }
  mend->mended = mend->mended || !was_valid;
  mend->n_dropped += n_dropped;
  add_shell (mend, shell, holes);
  return holes->len == 0;
}

/**
 * march_mend_rings:
 * @area: polygons that are not valid
 * @n_dropped: (out): how many parts came to lines and points
 *
 * Mends each outer ring by itself, which takes a fraction of the time that march_mend_whole() does,
 * as a rule: that one overlays all of them with each other. If what comes out is valid, it is the
 * same land, since then no polygon meets another and each hole lies in its own. The caller must see
 * to that.
 *
 * Returns: (transfer full) (nullable): polygons that may be valid; %NULL if it is not a matter of
 * single outer rings
 */
MarchGeometry *
march_mend_rings (MarchGeos *geos, MarchGeometry *area, guint *n_dropped)
{
  const guint  n = march_geometry_get_n_parts (area);
  g_auto (Mend) mend = {
    .geos = geos,
    .parts = g_array_new (FALSE, FALSE, sizeof (MarchPart)),
    .kept = g_ptr_array_new_with_free_func ((GDestroyNotify) march_geometry_unref),
  };

  for (guint first = 0, next; first < n; first = next)
    {
      for (next = first + 1; next < n && march_geometry_get_part (area, next)->hole;)
        next++;
      if (!mend_polygon (&mend, area, first, next))
        return NULL;
    }
  *n_dropped = mend.n_dropped;
  if (!mend.mended)
    return NULL;
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, (const void *) mend.parts->data,
                             mend.parts->len);
}
