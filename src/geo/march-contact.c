/* march-contact.c — where the land of one holder meets land that it doesn't hold */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-geo"

#include "config.h"

#include "geo/march-contact.h"

#include <math.h>

#include "geo/march-geodesic.h"
#include "geo/march-geos-private.h"

/* Metres of a degree of latitude, near enough for looking across a border. */
#define DEGREE 111320.0
#define PROBES 4

typedef struct
{
  MarchGeos                  *geos;
  GPtrArray                  *shapes;   /* of GEOSGeometry */
  GPtrArray                  *prepared; /* of GEOSPreparedGeometry: the country's */
  GArray                     *boxes;    /* of MarchBox, as they */
  GEOSGeometry               *land;
  const GEOSPreparedGeometry *held;
} Search;

static gboolean
begin (Search *search, MarchGeometry *held, GPtrArray *country)
{
  *search = (Search){ march_geos_new (), g_ptr_array_new (), g_ptr_array_new (),
                      g_array_new (FALSE, FALSE, sizeof (MarchBox)) };
  search->land = march_geos_from (search->geos, held);
  search->held = search->land != NULL ? GEOSPrepare_r (search->geos->handle, search->land) : NULL;
  for (guint i = 0; i < country->len; i++)
    {
      MarchGeometry              *unit = g_ptr_array_index (country, i);
      GEOSGeometry               *shape = march_geos_from (search->geos, unit);
      const GEOSPreparedGeometry *prepared
          = shape != NULL ? GEOSPrepare_r (search->geos->handle, shape) : NULL;

      if (shape != NULL)
        g_ptr_array_add (search->shapes, shape);
      if (prepared == NULL)
        continue;
      g_ptr_array_add (search->prepared, (gpointer) prepared);
      g_array_append_val (search->boxes, *march_geometry_get_box (unit));
    }
  return search->held != NULL;
}

static void
end (Search *search)
{
  GEOSContextHandle_t handle = search->geos->handle;

  for (guint i = 0; i < search->prepared->len; i++)
    GEOSPreparedGeom_destroy_r (handle, g_ptr_array_index (search->prepared, i));
  for (guint i = 0; i < search->shapes->len; i++)
    GEOSGeom_destroy_r (handle, g_ptr_array_index (search->shapes, i));
  if (search->held != NULL)
    GEOSPreparedGeom_destroy_r (handle, search->held);
  GEOSGeom_destroy_r (handle, search->land);
  g_ptr_array_unref (search->shapes);
  g_ptr_array_unref (search->prepared);
  g_array_unref (search->boxes);
  march_geos_free (search->geos);
}

static gboolean
is_in_country (const Search *search, double x, double y)
{
  GEOSGeometry *point = GEOSGeom_createPointFromXY_r (search->geos->handle, x, y);
  gboolean      inside = FALSE;

  for (guint i = 0; i < search->prepared->len && !inside; i++)
    {
      const MarchBox *box = &g_array_index (search->boxes, MarchBox, i);

      inside = x >= box->west && x <= box->east && y >= box->south && y <= box->north
               && GEOSPreparedContains_r (search->geos->handle,
                                          g_ptr_array_index (search->prepared, i), point)
                      == 1;
    }
  /* Beyond a tongue of land may be land of the same holder. */
  inside = inside && GEOSPreparedContains_r (search->geos->handle, search->held, point) != 1;
  GEOSGeom_destroy_r (search->geos->handle, point);
  return inside;
}

/* Whether land of the country that the holder doesn't hold lies to the right of a side, all the
 * way: where two maps of a coast differ, or across a bay, there is some at one distance only. */
static gboolean
is_contact (const Search *search, const double *a, const double *b)
{
  double middle = (a[1] + b[1]) / 2;
  double squeeze = cos (middle * G_PI / 180);
  double dx = (b[0] - a[0]) * squeeze, dy = b[1] - a[1];
  double length = hypot (dx, dy);
  double reach = MARCH_CONTACT_REACH / DEGREE;

  if (length == 0 || squeeze <= 0)
    return FALSE;
  /* From afar inwards: at a coast mostly the first is at sea. */
  for (guint i = PROBES; i > 0; i--)
    if (!is_in_country (search, (a[0] + b[0]) / 2 + reach * i / PROBES * dy / length / squeeze,
                        middle - reach * i / PROBES * dx / length))
      return FALSE;
  return TRUE;
}

/* What is shorter than the reach is a nook of a coast, and no line of contact. */
static void
add_line (GArray *parts, const double *points, guint n_points)
{
  MarchPart part = { points, n_points, parts->len, FALSE };
  double    length = 0;

  for (guint i = 0; i + 1 < n_points && length < MARCH_CONTACT_REACH; i++)
    length += march_geodesic_distance (points[2 * i], points[2 * i + 1], points[2 * i + 2],
                                       points[2 * i + 3]);
  if (length >= MARCH_CONTACT_REACH)
    g_array_append_val (parts, part);
}

static void
search_line (const Search *search, const MarchPart *line, GArray *parts)
{
  guint start = 0;

  for (guint i = 0; i + 1 < line->n_points; i++)
    if (!is_contact (search, line->points + 2 * i, line->points + 2 * i + 2))
      {
        add_line (parts, line->points + 2 * start, i - start + 1);
        start = i + 1;
      }
  if (line->n_points > start)
    add_line (parts, line->points + 2 * start, line->n_points - start);
}

/**
 * march_contact_find:
 * @held: valid polygons: the land of the holder
 * @outline: its border, closed lines with the land on their left
 * @country: (element-type MarchGeometry): valid polygons within which there is contact
 *
 * The border is left out where it runs along the coast or the country's own border: there the
 * country has not land alone beyond it as far as #MARCH_CONTACT_REACH. For any thread.
 *
 * Returns: (transfer full): lines, none if there is no contact
 */
MarchGeometry *
march_contact_find (MarchGeometry *held, MarchGeometry *outline, GPtrArray *country)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarchPart));
  Search search;

  if (begin (&search, held, country))
    for (guint i = 0; i < march_geometry_get_n_parts (outline); i++)
      search_line (&search, march_geometry_get_part (outline, i), parts);
  end (&search);
  return march_geometry_new (MARCH_GEOMETRY_LINE, (const void *) parts->data, parts->len);
}
