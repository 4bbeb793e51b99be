/* patchwork.c — Velmark as a patchwork of squares */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include "patchwork.h"

#include <math.h>

#include "corpus/march-corpus-builder.h"

#define SIZE 4.0
#define FIRST_TOWN 100

enum
{
  STATE = 1,
  UNITS = 10,
  SEA = 20,
  TOWN_S,
  TOWN_T,
  DESCRIBED,
};

static const char *const actor_names[] = { "A", "V", "B", "x" };

static MarchGeometry *
square (double west, double south, double width, double height)
{
  double    points[] = { west,           south, west + width,   south, west + width,
                         south + height, west,  south + height, west,  south };
  MarchPart part = { points, 5, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

/* Orrland, with a point where two units meet, so that borders match. */
static MarchGeometry *
neighbour_land (void)
{
  double    points[] = { 16, 0, 20, 0, 20, 8, 16, 8, 16, 4, 16, 0 };
  MarchPart part = { points, 6, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POLYGON, &part, 1);
}

static MarchGeometry *
point (double longitude, double latitude)
{
  double    points[] = { longitude, latitude };
  MarchPart part = { points, 1, 0, FALSE };

  return march_geometry_new (MARCH_GEOMETRY_POINT, &part, 1);
}

static void
unit_corner (const char *code, double *west, double *south)
{
  guint index = code[0] - 'a';

  *west = index % 4 * SIZE;
  *south = index < 4 ? SIZE : 0;
}

/* Which actor a name is, from 1. */
static gint64
actor_id (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actor_names); i++)
    if (g_str_equal (actor_names[i], name))
      return i + 1;
  g_error ("no actor %s", name);
}

static gint64
place_id (const char *code)
{
  if (g_str_equal (code, "V"))
    return STATE;
  if (g_str_equal (code, "z"))
    return SEA;
  if (g_str_equal (code, "s"))
    return TOWN_S;
  if (g_str_equal (code, "t"))
    return TOWN_T;
  if (g_str_equal (code, "x"))
    return DESCRIBED;
  return UNITS + code[0] - 'a';
}

static void
add_place (MarchCorpusBuilder *builder,
           MarchPlace         *place,
           const char         *name,
           gint64              state,
           gint64              parent)
{
  march_corpus_builder_add_place (builder, place, state);
  march_corpus_builder_add_place_name (builder, place->id, 0,
                                       &(MarchName){ .text = (char *) name,
                                                     .language = (char *) "en",
                                                     .role = MARCH_NAME_MAIN });
  if (parent != 0)
    march_corpus_builder_add_place_link (builder, place->id, parent, MARCH_LINK_RECOGNISED);
  g_clear_pointer (&place->geometry, march_geometry_unref);
}

static void
add_units (MarchCorpusBuilder *builder)
{
  for (guint i = 0; i < 8; i++)
    {
      char   code[] = { 'a' + i, 0 }, name[] = { 'U', 'n', 'i', 't', ' ', 'A' + i, 0 };
      double west, south;

      unit_corner (code, &west, &south);
      add_place (builder,
                 &(MarchPlace){ .id = UNITS + i,
                                .kind = MARCH_PLACE_UNIT,
                                .code = code,
                                .level = 1,
                                .importance = 50,
                                .geometry = square (west, south, SIZE, SIZE) },
                 name, 0, STATE);
    }
}

static void
add_land (MarchCorpusBuilder *builder)
{
  MarchGeometry *neighbour = neighbour_land ();

  march_corpus_builder_set_facts (builder,
                                  &(MarchDossierFacts){
                                      .title = "Velmark",
                                      .language = "en",
                                      .carry_days = 30,
                                      .convention = "Borders of the Treaty of Brena",
                                      .credits = "Squares: nobody" },
                                  "2000", "2029");
  for (guint i = 0; i < G_N_ELEMENTS (actor_names); i++)
    {
      march_corpus_builder_add_actor (builder, &(MarchActor){ .id = i + 1,
                                                              .kind = i < 3 ? MARCH_ACTOR_STATE
                                                                            : MARCH_ACTOR_UNNAMED,
                                                              .palette = i < 3 ? i + 1 : 0 });
      march_corpus_builder_add_actor_name (builder, i + 1,
                                           &(MarchName){ .text = (char *) actor_names[i],
                                                         .language = (char *) "en",
                                                         .role = MARCH_NAME_MAIN });
    }
  add_place (builder,
             &(MarchPlace){ .id = STATE,
                            .kind = MARCH_PLACE_STATE,
                            .code = (char *) "V",
                            .importance = 90 },
             "Velmark", actor_id ("V"), 0);
  add_units (builder);
  add_place (builder,
             &(MarchPlace){ .id = SEA,
                            .kind = MARCH_PLACE_SEA,
                            .code = (char *) "z",
                            .importance = 40,
                            .geometry = square (-8, 0, 8, 8) },
             "Sea of Zeal", 0, 0);
  add_place (builder,
             &(MarchPlace){ .id = TOWN_S,
                            .kind = MARCH_PLACE_SETTLEMENT,
                            .code = (char *) "s",
                            .importance = 20,
                            .geometry = point (6, 6) },
             "Solm", 0, UNITS + 1);
  add_place (builder,
             &(MarchPlace){ .id = TOWN_T,
                            .kind = MARCH_PLACE_SETTLEMENT,
                            .code = (char *) "t",
                            .capital = 1,
                            .importance = 60,
                            .geometry = point (10, 2) },
             "Tarn", 0, UNITS + 6);
  add_place (builder,
             &(MarchPlace){ .id = DESCRIBED,
                            .kind = MARCH_PLACE_DESCRIPTION,
                            .code = (char *) "x" },
             "the shores of the sea", 0, 0);
  march_corpus_builder_add_background (builder,
                                       &(MarchBackground){ MARCH_BACKGROUND_COUNTRY,
                                                           (char *) "Orrland", neighbour });
  march_corpus_builder_add_source (builder, &(MarchSource){ .id = 1,
                                                            .title = (char *) "Gazette",
                                                            .titled = TRUE,
                                                            .grade = 'B',
                                                            .published = (char *) "2021-01-01" });
  march_geometry_unref (neighbour);
}

static guint
nick (MarchVocabulary vocabulary, const char *text)
{
  guint value;

  if (!march_vocabulary_find (vocabulary, text, &value))
    g_error ("no value %s", text);
  return value;
}

static void
read_words (char **words, MarchAssertion *assertion, MarchAssertionIds *ids)
{
  const char *last = words[g_str_equal (words[0], "area") ? 3 : 4];

  ids->place = place_id (words[1]);
  ids->actor = g_str_equal (words[2], "-") ? 0 : actor_id (words[2]);
  ids->according = actor_id ("x");
  assertion->valid = (char *) last;
  if (g_str_equal (words[0], "claim"))
    {
      assertion->kind = MARCH_KIND_CLAIM;
      assertion->basis = nick (MARCH_VOCABULARY_CLAIM_BASIS, words[3]);
      ids->according = ids->actor;
    }
  else if (g_str_equal (words[0], "value"))
    {
      assertion->kind = MARCH_KIND_VALUE;
      assertion->value_kind = nick (MARCH_VOCABULARY_VALUE_KIND, words[3]);
    }
  else
    {
      assertion->kind = MARCH_KIND_CONTROL;
      assertion->extent = g_str_equal (words[0], "area") ? MARCH_EXTENT_WHOLE
                                                         : nick (MARCH_VOCABULARY_EXTENT, words[3]);
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "by="))
      ids->according = actor_id (words[i] + 3);
    else if (g_str_equal (words[i], "concluded"))
      {
        assertion->origin = MARCH_ORIGIN_CONCLUDED;
        assertion->reasoning = (char *) "It follows.";
        assertion->confidence = MARCH_CONFIDENCE_MODERATE;
        ids->according = 0;
      }
    else if (g_str_equal (words[i], "preferred"))
      assertion->rank = MARCH_RANK_PREFERRED;
    else if (g_str_equal (words[i], "is_not"))
      assertion->polarity = MARCH_POLARITY_IS_NOT;
}

static void
add_area (MarchCorpusBuilder *builder, gint64 id, char **words)
{
  MarchControlArea area = { .valid = words[3] };
  double           west, south;

  unit_corner (words[1], &west, &south);
  area.geometry = square (west, south - 1, SIZE / 2, SIZE + 2);
  march_corpus_builder_add_area (builder, id, &area);
  march_geometry_unref (area.geometry);
}

/* Points in a row eastwards, a hundredth of a degree apart. */
static void
add_points (MarchCorpusBuilder *builder, gint64 id, char **words)
{
  g_autoptr (MarchPointsBuilder) points = march_points_builder_new ();
  MarchDatedImport import = { .id = id, .dated = (char *) "", .note = (char *) "" };
  double           west = g_ascii_strtod (words[3], NULL), south = g_ascii_strtod (words[4], NULL);
  MarchDay         until;

  g_assert_true (march_day_parse (words[5], &import.first, NULL));
  g_assert_true (march_day_parse (words[6], &until, NULL));
  import.last = until - 1;
  import.basis = words[7] != NULL ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
  for (int i = 0; i < atoi (words[2]); i++)
    march_points_builder_add (points, west + 0.01 * i, south, import.first, until, until,
                              i == 0 ? "Post" : NULL);
  import.points = march_points_builder_end (points);
  march_corpus_builder_add_import (builder, &import, 1, actor_id (words[1]));
  march_points_unref (import.points);
}

static void
add_assertion (MarchCorpusBuilder *builder, gint64 id, const char *text)
{
  g_auto (GStrv)    words = g_strsplit (text, " ", -1);
  MarchAssertion    assertion = { .id = id, .rank = MARCH_RANK_NORMAL, .low = NAN, .high = NAN };
  MarchAssertionIds ids = { 0 };

  if (g_str_equal (words[0], "points"))
    {
      add_points (builder, id, words);
      return;
    }
  read_words (words, &assertion, &ids);
  march_corpus_builder_add_assertion (builder, &assertion, &ids);
  march_corpus_builder_add_quotation (builder,
                                      &(MarchQuotation){ .id = id,
                                                         .exact = (char *) text,
                                                         .language = (char *) "en" },
                                      1);
  march_corpus_builder_add_evidence (builder, id, id, 0, MARCH_STANCE_SUPPORTS, NULL);
  if (g_str_equal (words[0], "area"))
    add_area (builder, id, words);
}

static void
add_towns (MarchCorpusBuilder *builder, guint n_towns, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_towns; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u",
                                               g_rand_boolean (random) ? "Long Name of Town "
                                                                       : "Ny",
                                               i);
      g_autofree char *code = g_strdup_printf ("town-%u", i);

      add_place (builder,
                 &(MarchPlace){ .id = FIRST_TOWN + i,
                                .kind = MARCH_PLACE_SETTLEMENT,
                                .code = code,
                                .capital = g_rand_int_range (random, 0, 3),
                                .importance = g_rand_int_range (random, 0, 99),
                                .geometry = point (g_rand_double_range (random, 0, 16),
                                                   g_rand_double_range (random, 0, 8)) },
                 name, 0, 0);
    }
}

MarchCorpus *
patchwork_new_with_towns (const char *assertions, guint n_towns, guint32 seed)
{
  g_autoptr (MarchCorpusBuilder) builder = march_corpus_builder_new ();
  g_auto (GStrv)                 lines = g_strsplit (assertions, ";", -1);
  g_autoptr (GError)             error = NULL;
  MarchCorpus                   *corpus;

  add_land (builder);
  add_towns (builder, n_towns, seed);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_assertion (builder, i + 1, lines[i]);
  corpus = march_corpus_builder_finish (builder, &error);
  g_assert_no_error (error);
  return corpus;
}

MarchCorpus *
patchwork_new (const char *assertions)
{
  return patchwork_new_with_towns (assertions, 0, 0);
}

const MarchPlace *
patchwork_place (MarchCorpus *corpus, const char *code)
{
  return march_corpus_get_place (corpus, place_id (code));
}

MarchSnapshot *
patchwork_ask (MarchCorpus *corpus, const char *day)
{
  MarchQuestion question = { 0, MARCH_DAY_MAX, 0, 0 };

  g_assert_true (march_day_parse (day, &question.as_of, NULL));
  return march_snapshot_new (corpus, &question);
}

MarchView
patchwork_view (const char *code, double zoom, double width, double height, double scale)
{
  double west, south;

  unit_corner (code, &west, &south);
  return march_view_centered (west + SIZE / 2, south + SIZE / 2, zoom, width, height, scale);
}

static Picture *
from_surface (cairo_surface_t *surface)
{
  Picture *picture = g_new (Picture, 1);
  int      stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  picture->width = cairo_image_surface_get_width (surface);
  picture->height = cairo_image_surface_get_height (surface);
  picture->pixels = g_new (guint32, (gsize) picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    memcpy (picture->pixels + (gsize) y * picture->width,
            cairo_image_surface_get_data (surface) + (gsize) y * stride,
            (gsize) picture->width * 4);
  return picture;
}

Picture *
picture_new (MarchPainter     *painter,
             MarchSnapshot    *snapshot,
             const MarchView  *view,
             const MarchStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (view->width * view->scale),
                                                         (int) ceil (view->height * view->scale));
  Picture         *picture;
  cairo_t         *cr;

  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  cr = cairo_create (surface);
  g_assert_true (march_painter_paint (painter, cr, snapshot, view, style, NULL));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  picture = from_surface (surface);
  cairo_surface_destroy (surface);
  return picture;
}

/* The picture as shapes, as a file without pixels has them, put on pixels at last. */
Picture *
picture_new_vector (MarchPainter     *painter,
                    MarchSnapshot    *snapshot,
                    const MarchView  *view,
                    const MarchStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width,
                                                         (int) view->height);
  cairo_surface_t *shapes = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t         *cr = cairo_create (shapes);
  Picture         *picture;

  g_assert_true (march_painter_paint (painter, cr, snapshot, view, style, NULL));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, shapes, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  picture = from_surface (surface);
  cairo_surface_destroy (shapes);
  cairo_surface_destroy (surface);
  return picture;
}

Picture *
picture_read (const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
  Picture *picture = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? from_surface (surface)
                                                                            : NULL;

  cairo_surface_destroy (surface);
  return picture;
}

void
picture_write (const Picture *picture, const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *) picture->pixels,
                                                                  CAIRO_FORMAT_RGB24,
                                                                  picture->width, picture->height,
                                                                  picture->width * 4);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

void
picture_free (Picture *picture)
{
  g_free (picture->pixels);
  g_free (picture);
}

guint32
picture_get (const Picture *picture, int x, int y)
{
  g_assert_true (x >= 0 && y >= 0 && x < picture->width && y < picture->height);
  return picture->pixels[(gsize) y * picture->width + x] & 0xffffff;
}

guint32
ink_pixel (MarchInk ink)
{
  return (guint32) (ink.red * 255 + 0.5) << 16 | (guint32) (ink.green * 255 + 0.5) << 8
         | (guint32) (ink.blue * 255 + 0.5);
}

/* The largest difference of a channel. */
guint
pixel_distance (guint32 one, guint32 other)
{
  guint distance = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int a = one >> shift & 0xff, b = other >> shift & 0xff;

      distance = MAX (distance, (guint) ABS (a - b));
    }
  return distance;
}

double
picture_share (const Picture *picture, guint32 colour, guint tolerance)
{
  guint n = 0;

  for (int i = 0; i < picture->width * picture->height; i++)
    n += pixel_distance (picture->pixels[i], colour) <= tolerance;
  return (double) n / (picture->width * picture->height);
}

/* The mean distance, in steps of (dx, dy), between the starts of runs of @colour; 0 if there are
 * fewer than two. */
double
picture_period (const Picture *picture,
                int            x,
                int            y,
                int            dx,
                int            dy,
                int            n,
                guint32        colour,
                guint          tolerance)
{
  int      first = -1, last = -1, runs = 0;
  gboolean before = TRUE;

  for (int i = 0; i < n; i++)
    {
      gboolean here = pixel_distance (picture_get (picture, x + i * dx, y + i * dy), colour)
                      <= tolerance;

      if (here && !before)
        {
          first = first < 0 ? i : first;
          last = i;
          runs++;
        }
      before = here;
    }
  return runs > 1 ? (double) (last - first) / (runs - 1) : 0;
}
