/* march-geos.c — polygons to GEOS and back */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-geos-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* The rings of a geometry on their way back. */
typedef struct
{
  MarchGeos *geos;
  GArray    *parts;   /* of MarchPart, points still missing */
  GArray    *points;  /* of double */
  guint      polygon; /* the next one's number */
  guint      n_dropped;
} Rings;

static void
complain_cb (const char *message, void *data)
{
  MarchGeos *geos = data;

  g_free (geos->message);
  geos->message = g_strdup (message);
}

/**
 * march_geos_new:
 *
 * Returns: (transfer full): a context of its own
 */
MarchGeos *
march_geos_new (void)
{
  MarchGeos *geos = g_new0 (MarchGeos, 1);

  geos->handle = GEOS_init_r ();
  GEOSContext_setErrorMessageHandler_r (geos->handle, complain_cb, geos);
  return geos;
}

/**
 * march_geos_free:
 * @geos: (nullable) (transfer full): a context, whose geometries are all destroyed
 */
void
march_geos_free (MarchGeos *geos)
{
  if (geos == NULL)
    return;
  GEOS_finish_r (geos->handle);
  g_free (geos->message);
  g_free (geos);
}

/**
 * march_geos_set_error:
 * @geos: a context
 * @error: %MARCH_ERROR_FAILED with what GEOS said last
 */
void
march_geos_set_error (MarchGeos *geos, GError **error)
{
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_FAILED,
               _ ("The area can't be computed with (GEOS says: %s)."),
               geos->message != NULL ? geos->message : "?");
}

/* GEOS wants four points or none. */
static GEOSGeometry *
new_ring (MarchGeos *geos, const MarchPart *part)
{
  g_autofree double *padded = NULL;
  const double      *points = part->points;
  guint              n_points = part->n_points;
  GEOSCoordSequence *sequence;

  if (n_points < 4)
    {
      padded = g_new (double, 8);
      for (guint i = 0; i < 4; i++)
        memcpy (padded + 2 * i, points + 2 * MIN (i, n_points - 1), 2 * sizeof (double));
      points = padded;
      n_points = 4;
    }
  sequence = GEOSCoordSeq_copyFromBuffer_r (geos->handle, points, n_points, 0, 0);
  return sequence != NULL ? GEOSGeom_createLinearRing_r (geos->handle, sequence) : NULL;
}

/* The polygon whose outer ring is part @first; @next gets the part after its last hole. */
static GEOSGeometry *
new_polygon (MarchGeos *geos, MarchGeometry *geometry, guint first, guint *next)
{
  const MarchPart *shell = march_geometry_get_part (geometry, first);
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  guint i = first + 1;

  for (; i < march_geometry_get_n_parts (geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (geometry, i);

      if (part->polygon != shell->polygon)
        break;
      g_ptr_array_add (holes, new_ring (geos, part));
    }
  *next = i;
  return GEOSGeom_createPolygon_r (geos->handle, new_ring (geos, shell),
                                   (GEOSGeometry **) holes->pdata, holes->len);
}

/**
 * march_geos_from:
 * @geos: a context
 * @geometry: polygons
 *
 * Returns: (transfer full) (nullable): a multipolygon of @geos, not checked in any way; %NULL if
 * memory is short
 */
GEOSGeometry *
march_geos_from (MarchGeos *geos, MarchGeometry *geometry)
{
  g_autoptr (GPtrArray) polygons = g_ptr_array_new ();

  for (guint i = 0; i < march_geometry_get_n_parts (geometry);)
    g_ptr_array_add (polygons, new_polygon (geos, geometry, i, &i));
  return GEOSGeom_createCollection_r (geos->handle, GEOS_MULTIPOLYGON,
                                      (GEOSGeometry **) polygons->pdata, polygons->len);
}

static void
take_ring (Rings *rings, const GEOSGeometry *ring, gboolean hole)
{
  GEOSContextHandle_t      handle = rings->geos->handle;
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (handle, ring);
  MarchPart                part = { NULL, 0, rings->polygon, hole };
  guint                    start = rings->points->len;

  GEOSCoordSeq_getSize_r (handle, sequence, &part.n_points);
  g_array_set_size (rings->points, start + 2 * part.n_points);
  GEOSCoordSeq_copyToBuffer_r (handle, sequence, &g_array_index (rings->points, double, start), 0,
                               0);
  g_array_append_val (rings->parts, part);
}

static void
take_polygon (Rings *rings, const GEOSGeometry *polygon)
{
  GEOSContextHandle_t handle = rings->geos->handle;

  take_ring (rings, GEOSGetExteriorRing_r (handle, polygon), FALSE);
  for (int i = 0; i < GEOSGetNumInteriorRings_r (handle, polygon); i++)
    take_ring (rings, GEOSGetInteriorRingN_r (handle, polygon, i), TRUE);
  rings->polygon++;
}

static void
take (Rings *rings, const GEOSGeometry *geometry)
{
  GEOSContextHandle_t handle = rings->geos->handle;

  if (GEOSisEmpty_r (handle, geometry) == 1)
    return;
  switch (GEOSGeomTypeId_r (handle, geometry))
    {
    case GEOS_POLYGON:
      take_polygon (rings, geometry);
      break;
    case GEOS_MULTIPOLYGON:
    case GEOS_GEOMETRYCOLLECTION:
      for (int i = 0; i < GEOSGetNumGeometries_r (handle, geometry); i++)
        take (rings, GEOSGetGeometryN_r (handle, geometry, i));
      break;
    default:
      rings->n_dropped += (guint) GEOSGetNumGeometries_r (handle, geometry);
    }
}

/**
 * march_geos_to:
 * @geos: a context
 * @geometry: any geometry of @geos
 * @n_dropped: (out) (optional): how many points and lines were left out
 *
 * Returns: (transfer full): its polygons
 */
MarchGeometry *
march_geos_to (MarchGeos *geos, const GEOSGeometry *geometry, guint *n_dropped)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  Rings         rings = { geos, parts, points, 0, 0 };
  const double *next;

  take (&rings, geometry);
  next = (const void *) points->data;
  for (guint i = 0; i < parts->len; i++)
    {
      MarchPart *part = &g_array_index (parts, MarchPart, i);

      part->points = next;
      next += 2 * part->n_points;
    }
  if (n_dropped != NULL)
    *n_dropped = rings.n_dropped;
  return march_geometry_new (MARCH_GEOMETRY_POLYGON, (const void *) parts->data, parts->len);
}
