/* test-contact-ground.c — the front is drawn where land meets land, and neither coast nor border */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "../asof/area-fixture.h"
#include "geo/march-mercator.h"
#include "patchwork.h"
#include "render/march-area-shapes.h"
#include "render/march-contact-ground.h"

#define SIZE 400

typedef struct
{
  MarchCorpus        *corpus;
  MarchLand          *land;
  MarchContactGround *ground;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->corpus = patchwork_new ("");
  fixture->land = march_land_new (fixture->corpus);
  fixture->ground = march_contact_ground_new (fixture->land);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  march_contact_ground_free (fixture->ground);
  march_land_free (fixture->land);
  march_corpus_unref (fixture->corpus);
}

/* Of a side a tenth of a degree long; @way: N, E, S or W, with the land on its left. */
static gboolean
judge (Fixture *fixture, const char *holder, double longitude, double latitude, char way)
{
  const double dx = way == 'E'   ? 0.05
                    : way == 'W' ? -0.05
                                 : 0,
               dy = way == 'N'   ? 0.05
                    : way == 'S' ? -0.05
                                 : 0;
  const MarchSpot from = march_spot_project (longitude - dx, latitude - dy),
                  to = march_spot_project (longitude + dx, latitude + dy);
  const MarchPlace *state = patchwork_place (fixture->corpus, "V");

  return march_contact_ground_judge (fixture->ground, *holder == 'V' ? state->state : NULL, &from,
                                     &to, 0);
}

/* A kilometre is a hundredth of a degree; the sea lies to the west, Orrland to the east. */
static void
test_sides (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    double   longitude, latitude;
    char     way;
    gboolean contact;
  } sides[] = {
    { 6, 6, 'N', TRUE },      { 6, 6, 'E', TRUE },      { 6, 6, 'S', TRUE },
    { 6, 6, 'W', TRUE },      { 4.01, 6, 'N', TRUE }, /* a border of units is no end of land */
    { 0.01, 6, 'S', FALSE },  { 0.01, 6, 'N', TRUE },   { 0.05, 6, 'S', TRUE },
    { -0.01, 6, 'S', FALSE }, { -0.01, 6, 'N', FALSE }, { -3, 6, 'N', FALSE },
    { 15.99, 2, 'N', FALSE }, { 15.99, 2, 'S', TRUE },  { 16.01, 2, 'N', FALSE },
    { 15.9, 2, 'N', TRUE },   { 18, 2, 'N', FALSE },    { 6, 0.01, 'E', FALSE },
    { 6, 0.01, 'W', TRUE },   { 6, 7.99, 'W', FALSE },  { 6, 7.99, 'E', TRUE },
    { 60, 50, 'E', FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_test_message ("%g %g %c", sides[i].longitude, sides[i].latitude, sides[i].way);
      g_assert_true (judge (fixture, "A", sides[i].longitude, sides[i].latitude, sides[i].way)
                     == sides[i].contact);
    }
}

/* By random places: inside the land there is contact, close to its end none that looks there. */
static void
test_everywhere (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      const double longitude = g_rand_double_range (random, -4, 20),
                   latitude = g_rand_double_range (random, -4, 12);
      const gboolean inside = longitude > 0 && longitude < 16 && latitude > 0 && latitude < 8;
      const double   east = 16 - longitude;

      if (fabs (east) < 1e-4 || fabs (east - 0.027) < 1e-3)
        continue;
      g_assert_true (judge (fixture, "A", longitude, latitude, 'N') == (inside && east > 0.027));
    }
}

static void
test_wider_reach (Fixture *fixture, gconstpointer unused)
{
  const MarchSpot from = march_spot_project (0.5, 6.1), to = march_spot_project (0.5, 5.9);

  g_assert_true (march_contact_ground_judge (fixture->ground, NULL, &from, &to, 0.4 / 360));
  g_assert_false (march_contact_ground_judge (fixture->ground, NULL, &from, &to, 0.6 / 360));
}

/* The blue of the darkest pixel near so many sides from the west, below the names. */
static guint
find_darkest (const Picture *picture, double sides)
{
  const int x = (int) (sides / 2 * (SIZE - 40)) + 20;
  guint     darkest = 0xFF;

  for (int dx = -3; dx <= 3; dx++)
    darkest = MIN (darkest, picture_get (picture, x + dx, SIZE / 2 + 50) & 0xFF);
  return darkest;
}

/* On the last day the strip begins so near to the coast that there is no front, and ends inland:
 * one edge is quiet, the other a line, in pixels and in vectors. */
static void
test_painted (void)
{
  const double     zoom = log2 (360 / (2 * AREA_SIDE) * (SIZE - 40) / MARCH_MERCATOR_TILE);
  const MarchView  view = march_view_centered (AREA_SIDE, AREA_SIDE / 2, zoom, SIZE, SIZE, 1);
  const MarchStyle style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_CONTROL);
  g_autoptr (MarchCorpus) corpus = area_corpus_new (TRUE);
  g_autoptr (MarchSnapshot) snapshot = area_ask (corpus, 40);
  g_autoptr (MarchPainter) painter = march_painter_new (corpus);
  g_autoptr (Picture) pixels = picture_new (painter, snapshot, &view, &style);
  g_autoptr (Picture) vector = picture_new_vector (painter, snapshot, &view, &style);
  const Picture *const pictures[] = { pixels, vector };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      const guint front = find_darkest (pictures[i], 1.5), edge = find_darkest (pictures[i], 0.25),
                  land = find_darkest (pictures[i], 0.1);

      g_assert_cmpuint (front, <, 0x80);
      g_assert_cmpuint (edge, >, 0xA0);
      g_assert_cmpuint (edge, <, land);
    }
}

/* An assertion's area is told apart likewise, whichever way its ring runs: its western edge is a
 * kilometre off the coast, the others are inland. */
static void
test_stated (Fixture *fixture, gconstpointer data)
{
  const double    points[] = { 0.01, 5, 0.01, 7, 2, 7, 2, 5, 0.01, 5 };
  const double    turned[] = { 0.01, 5, 2, 5, 2, 7, 0.01, 7, 0.01, 5 };
  const MarchPart part = { data != NULL ? turned : points, G_N_ELEMENTS (points) / 2, 0, FALSE };
  g_autoptr (MarchGeometry) area = march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
  g_autoptr (MarchAreaShapes) shapes = march_area_shapes_new (fixture->land);
  g_autoptr (MarchAreaShape) shape = march_area_shapes_get_stated (shapes, area, NULL, 9);
  g_autoptr (MarchAreaShape) again = NULL;
  MarchOutline          *outline = march_area_shape_get_outline (shape);
  const MarchOutlineRun *runs;
  guint                  n_runs, n_contact = 0, n_quiet = 0;

  runs = march_outline_get_runs (outline, &n_runs);
  for (guint i = 0; i < n_runs; i++)
    for (guint j = 0; j < runs[i].n_edges; j++)
      {
        const MarchOutlineEdge *edge = &runs[i].edges[j];
        const double            west = march_mercator_x (0.02);
        gboolean                coast = edge->x0 < west && edge->x1 < west;

        g_assert_true (march_outline_is_contact (outline, i, j) == !coast);
        n_quiet += coast;
        n_contact += !coast;
      }
  g_assert_cmpuint (n_quiet, >, 0);
  g_assert_cmpuint (n_contact, >=, 3);
  march_area_shape_unref (g_steal_pointer (&shape));
  again = march_area_shapes_get_stated (shapes, area, NULL, 9);
  g_assert_true (march_area_shape_get_outline (again) == outline); /* kept */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/render/contact-ground/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/render/contact-ground/everywhere", Fixture, NULL, set_up, test_everywhere,
              tear_down);
  g_test_add ("/render/contact-ground/wider-reach", Fixture, NULL, set_up, test_wider_reach,
              tear_down);
  g_test_add ("/render/contact-ground/stated", Fixture, NULL, set_up, test_stated, tear_down);
  g_test_add ("/render/contact-ground/stated-turned", Fixture, "turned", set_up, test_stated,
              tear_down);
  g_test_add_func ("/render/contact-ground/painted", test_painted);
  return g_test_run ();
}
