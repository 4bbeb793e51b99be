/* march-inset.c — lines that run inside an outline, at a distance in pixels */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-inset.h"

#include <geos_c.h>
#include <math.h>

#include "geo/march-mercator.h"
#include "geo/march-simplify.h"

#define MIN_AREA 260.0 /* square pixels; smaller parts stay without an inner line */
#define SMOOTH 0.3      /* pixels that an inset may be off */
#define MAX_STORED 512

struct _MarchInsets
{
  const MarchMesh *mesh;
  GMutex           lock;
  GHashTable      *stored; /* of key → GPtrArray of GArray of MarchSpot */
};

/* One computation: GEOS's coordinates are pixels from the face's corner. */
typedef struct
{
  GEOSContextHandle_t geos;
  const MarchMesh    *mesh;
  const MarchFace    *face;
  double              world;
  guint               level;
} Inset;

MarchInsets *
march_insets_new (const MarchMesh *mesh)
{
  MarchInsets *self = g_new0 (MarchInsets, 1);

  self->mesh = mesh;
  g_mutex_init (&self->lock);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
march_insets_free (MarchInsets *self)
{
  g_hash_table_unref (self->stored);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
append_use (const Inset *inset, const MarchArcUse *use, GArray *spots)
{
  const MarchTrack *track = &inset->mesh->arcs[use->arc].track;
  guint             n = track->n_points[inset->level];

  for (guint i = 0; i + 1 < n; i++)
    {
      const MarchSpot *spot = &track->points[inset->level][use->reversed ? n - 1 - i : i];
      MarchSpot        at = { (spot->x - inset->face->box.x0) * inset->world,
                              (spot->y - inset->face->box.y0) * inset->world };

      g_array_append_val (spots, at);
    }
}

static GEOSGeometry *
make_ring (const Inset *inset, const MarchMeshRing *ring)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (MarchSpot));
  GEOSCoordSequence *sequence;
  MarchSpot          first;

  for (guint i = 0; i < ring->n_uses; i++)
    append_use (inset, &ring->uses[i], spots);
  if (spots->len < 3)
    return NULL;
  first = g_array_index (spots, MarchSpot, 0);
  g_array_append_val (spots, first);
  sequence = GEOSCoordSeq_create_r (inset->geos, spots->len, 2);
  for (guint i = 0; sequence != NULL && i < spots->len; i++)
    {
      const MarchSpot *spot = &g_array_index (spots, MarchSpot, i);

      GEOSCoordSeq_setXY_r (inset->geos, sequence, i, spot->x, spot->y);
    }
  return sequence != NULL ? GEOSGeom_createLinearRing_r (inset->geos, sequence) : NULL;
}

/* Rounded corners have more points than a dash needs. */
static GArray *
ring_pixels (const Inset *inset, const GEOSCoordSequence *sequence)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  GArray            *simpler = g_array_new (FALSE, FALSE, sizeof (double));
  guint              n = 0;

  if (!GEOSCoordSeq_getSize_r (inset->geos, sequence, &n) || n < 4)
    return simpler;
  g_array_set_size (points, 2 * n);
  for (guint i = 0; i < n; i++)
    GEOSCoordSeq_getXY_r (inset->geos, sequence, i, &g_array_index (points, double, 2 * i),
                          &g_array_index (points, double, 2 * i + 1));
  march_simplify_line ((const double *) (gconstpointer) points->data, n, SMOOTH, simpler);
  return simpler;
}

static void
inset_line (const Inset *inset, const GEOSGeometry *ring, GPtrArray *lines)
{
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (inset->geos, ring);
  g_autoptr (GArray)       points = sequence != NULL ? ring_pixels (inset, sequence) : NULL;
  GArray                  *line;

  if (points == NULL || points->len < 8)
    return;
  line = g_array_sized_new (FALSE, FALSE, sizeof (MarchSpot), points->len / 2);
  for (guint i = 0; i + 1 < points->len; i += 2)
    {
      MarchSpot at = { g_array_index (points, double, i) / inset->world + inset->face->box.x0,
                       g_array_index (points, double, i + 1) / inset->world + inset->face->box.y0 };

      g_array_append_val (line, at);
    }
  g_ptr_array_add (lines, line);
}

static void
inset_parts (const Inset *inset, const GEOSGeometry *geometry, GPtrArray *lines)
{
  int    n = GEOSGetNumGeometries_r (inset->geos, geometry);
  double area = 0;

  for (int i = 0; i < n; i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (inset->geos, geometry, i);

      if (part == NULL || GEOSGeomTypeId_r (inset->geos, part) != GEOS_POLYGON
          || !GEOSArea_r (inset->geos, part, &area) || area < MIN_AREA)
        continue;
      inset_line (inset, GEOSGetExteriorRing_r (inset->geos, part), lines);
      for (int j = 0; j < GEOSGetNumInteriorRings_r (inset->geos, part); j++)
        inset_line (inset, GEOSGetInteriorRingN_r (inset->geos, part, j), lines);
    }
}

static void
inset_polygon (const Inset  *inset,
               GEOSGeometry *shell,
               GPtrArray    *holes,
               double        distance,
               GPtrArray    *lines)
{
  GEOSGeometry *polygon = GEOSGeom_createPolygon_r (inset->geos, shell,
                                                    (GEOSGeometry **) holes->pdata, holes->len);
  GEOSGeometry *buffer;

  if (polygon == NULL)
    return;
  buffer = GEOSBuffer_r (inset->geos, polygon, -distance, 2);
  if (buffer != NULL)
    {
      inset_parts (inset, buffer, lines);
      GEOSGeom_destroy_r (inset->geos, buffer);
    }
  GEOSGeom_destroy_r (inset->geos, polygon);
}

static void
inset_ring (const Inset *inset, guint outer, double distance, GPtrArray *lines)
{
  const MarchMeshRing  *ring = &inset->face->rings[outer];
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  double area = (ring->box.x1 - ring->box.x0) * (ring->box.y1 - ring->box.y0) * inset->world
                * inset->world;
  GEOSGeometry         *shell;

  if (ring->hole || area < MIN_AREA)
    return;
  shell = make_ring (inset, ring);
  if (shell == NULL)
    return;
  for (guint i = 0; i < inset->face->n_rings; i++)
    if (inset->face->rings[i].hole && inset->face->rings[i].polygon == ring->polygon)
      {
        GEOSGeometry *hole = make_ring (inset, &inset->face->rings[i]);

        if (hole != NULL)
          g_ptr_array_add (holes, hole);
      }
  inset_polygon (inset, shell, holes, distance, lines);
}

static GPtrArray *
compute (const MarchMesh *mesh, guint face, double zoom, double scale, double distance)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Inset      inset = { GEOS_init_r (), mesh, &mesh->faces[face], MARCH_MERCATOR_TILE * exp2 (zoom),
                       march_track_level (zoom, scale) };

  for (guint i = 0; i < inset.face->n_rings; i++)
    inset_ring (&inset, i, distance, lines);
  GEOS_finish_r (inset.geos);
  return lines;
}

/**
 * march_insets_get:
 * @distance: logical pixels at @zoom
 *
 * Returns: (transfer full) (element-type GArray): closed lines of MarchSpot on the unit square; the
 * same array for the same question, whatever the view, so that dashes stay where they are
 */
GPtrArray *
march_insets_get (MarchInsets *self, guint face, double zoom, double scale, double distance)
{
  g_autofree char *key = g_strdup_printf ("%u %.9g %.3g %.3g", face, zoom, scale, distance);
  GPtrArray       *lines;

  g_mutex_lock (&self->lock);
  lines = g_hash_table_lookup (self->stored, key);
  if (lines != NULL)
    g_ptr_array_ref (lines);
  g_mutex_unlock (&self->lock);
  if (lines != NULL)
    return lines;

  lines = compute (self->mesh, face, zoom, scale, distance);
  g_mutex_lock (&self->lock);
  if (g_hash_table_size (self->stored) >= MAX_STORED)
    g_hash_table_remove_all (self->stored);
  g_hash_table_replace (self->stored, g_steal_pointer (&key), g_ptr_array_ref (lines));
  g_mutex_unlock (&self->lock);
  return lines;
}
