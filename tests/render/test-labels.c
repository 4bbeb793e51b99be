/* test-labels.c — names and badges of whole dossiers: none over another, none over a settlement,
 * the selected place always named, and none that moves while the map is panned */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-test"

#include "config.h"

#include <math.h>

#include "../compiled.h"
#include "render/march-scene.h"

#define WIDTH 1300.0
#define HEIGHT 800.0

typedef struct
{
  MarchCorpus   *corpus;
  MarchPainter  *painter;
  MarchSnapshot *snapshot;
  MarchView      whole; /* all that the dossier is about */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer folder)
{
  static const double margins[4] = { 20, 20, 20, 20 };
  MarchBox            box;
  MarchDay            day = march_day_from_ymd (2025, 12, 31);

  fixture->corpus = compiled_corpus_new (folder);
  fixture->painter = march_painter_new (fixture->corpus);
  fixture->snapshot = march_snapshot_new (fixture->corpus,
                                          &(MarchQuestion){ day, MARCH_DAY_MAX, 0, 0 });
  box = march_painter_get_box (fixture->painter, NULL);
  fixture->whole = march_view_fit (&box, WIDTH, HEIGHT, 1, margins);
}

static void
tear_down (Fixture *fixture, gconstpointer folder)
{
  march_snapshot_unref (fixture->snapshot);
  march_painter_unref (fixture->painter);
  march_corpus_unref (fixture->corpus);
}

static gboolean
is_disputed (const Fixture *fixture, const MarchPlace *place)
{
  const MarchFinding *finding = march_snapshot_get_finding (fixture->snapshot, place);

  return finding != NULL && finding->quotations->len > 0;
}

/* Some place in the thick of it, to zoom in on. */
static const MarchPlace *
busiest_place (const Fixture *fixture)
{
  GPtrArray        *places = march_corpus_get_places (fixture->corpus);
  const MarchPlace *busiest = NULL;
  guint             most = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace   *place = g_ptr_array_index (places, i);
      const MarchFinding *finding = march_snapshot_get_finding (fixture->snapshot, place);

      if (place->kind == MARCH_PLACE_UNIT && finding != NULL && finding->quotations->len > most)
        {
          most = finding->quotations->len;
          busiest = place;
        }
    }
  g_assert_nonnull (busiest);
  return busiest;
}

static MarchView
closer_view (const Fixture *fixture, const MarchPlace *place, double steps)
{
  MarchBox box = march_painter_get_box (fixture->painter, place);

  return march_view_centered ((box.west + box.east) / 2, (box.south + box.north) / 2,
                              fixture->whole.zoom + steps, WIDTH, HEIGHT, 1);
}

static gboolean
overlap (const MarchPlacedLabel *a, const MarchPlacedLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static const char *
describe (const MarchPlacedLabel *label)
{
  return label->badge ? "a badge" : label->text;
}

static void
assert_apart (GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const MarchPlacedLabel *label = g_ptr_array_index (labels, i);

      g_assert_cmpfloat (label->x, >=, 0);
      g_assert_cmpfloat (label->y, >=, 0);
      g_assert_cmpfloat (label->x + label->width, <=, WIDTH);
      g_assert_cmpfloat (label->y + label->height, <=, HEIGHT);
      for (guint j = 0; j < i; j++)
        if (overlap (label, g_ptr_array_index (labels, j)))
          g_error ("%s lies over %s", describe (label), describe (g_ptr_array_index (labels, j)));
    }
}

/* No ring of a settlement is touched by a name or badge other than the selected place's. */
static void
assert_marks_free (const Fixture    *fixture,
                   const MarchView  *view,
                   const MarchStyle *style,
                   GPtrArray        *labels)
{
  g_auto (MarchScene) scene = { 0 };

  march_scene_init (&scene, fixture->painter, NULL, fixture->snapshot, view, style, NULL);
  for (guint i = 0; i < scene.marks->len; i++)
    for (guint j = 0; j < labels->len; j++)
      {
        const MarchSceneMark   *mark = &g_array_index (scene.marks, MarchSceneMark, i);
        const MarchPlacedLabel *label = g_ptr_array_index (labels, j);
        double                  x = CLAMP (mark->spot.x, label->x, label->x + label->width),
               y = CLAMP (mark->spot.y, label->y, label->y + label->height);

        if (label->place != NULL && label->place->id == style->selected)
          continue;
        if (hypot (x - mark->spot.x, y - mark->spot.y) < mark->reach - 1e-9)
          g_error ("%s lies over the ring of %s", describe (label),
                   march_place_get_name (mark->place, "en"));
      }
}

static guint
count_badges (GPtrArray *labels)
{
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += ((const MarchPlacedLabel *) g_ptr_array_index (labels, i))->badge;
  return n;
}

static const MarchPaintLens lenses[] = { MARCH_PAINT_BOTH, MARCH_PAINT_VALUE,
                                         MARCH_PAINT_EVIDENCE };

static void
test_apart (Fixture *fixture, gconstpointer folder)
{
  static const double steps[] = { -0.5, 0, 0.8, 1.5, 2.5, 4 };
  const MarchPlace   *busiest = busiest_place (fixture);
  guint               n_badges = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lenses) * G_N_ELEMENTS (steps) * 2; i++)
    {
      MarchView  view = closer_view (fixture, busiest, steps[i / 2 % 6]);
      MarchStyle style = march_style_new (i % 2 ? MARCH_THEME_PROJECTOR : MARCH_THEME_LIGHT,
                                          lenses[i / 12]);
      g_autoptr (GPtrArray) labels = NULL;

      style.pattern_scale = i % 2 ? 1.65 : 1;
      labels = march_painter_list_labels (fixture->painter, fixture->snapshot, &view, &style);
      g_assert_cmpuint (labels->len, >, 0);
      assert_apart (labels);
      assert_marks_free (fixture, &view, &style, labels);
      n_badges += count_badges (labels);
      if (style.lens == MARCH_PAINT_BOTH)
        g_assert_cmpuint (count_badges (labels), ==, 0);
    }
  g_assert_cmpuint (n_badges, >, 20);
}

static MarchSceneName *
find_noted (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (((MarchSceneName *) names->pdata[i])->note != NULL)
      return names->pdata[i];
  g_error ("nothing has a second line");
}

/* A name whose second line tells a day goes to another side of its mark rather than be cut. */
static void
test_noted (Fixture *fixture, gconstpointer folder)
{
  const MarchDay  day = march_day_from_ymd (2026, 1, 31);
  MarchStyle      style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  const MarchRect all = { 0, 0, WIDTH, HEIGHT };
  MarchRect       before = { 0 };

  march_snapshot_unref (fixture->snapshot);
  fixture->snapshot = march_snapshot_new (fixture->corpus,
                                          &(MarchQuestion){ day, MARCH_DAY_MAX, 0, 0 });
  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto (MarchScene)   scene = { 0 };
      g_autoptr (GPtrArray) names = NULL;
      MarchRect             box;

      march_scene_init (&scene, fixture->painter, NULL, fixture->snapshot, &fixture->whole, &style,
                        NULL);
      scene.frame = all;
      if (pass == 1)
        scene.frame.x1 = before.x1 - 8;
      names = march_scene_place_names (&scene);
      box = find_noted (names)->box;
      g_assert_cmpfloat (box.x1, <=, scene.frame.x1);
      before = box;
    }
}

/* Of a picture with a margin, what is on screen has no badge cut by its edge; what is beyond it may
 * have some. */
static void
test_framed (Fixture *fixture, gconstpointer folder)
{
  guint n_within = 0, n_beyond = 0;

  for (guint i = 0; i < 24; i++)
    {
      MarchStyle      style = march_style_new (MARCH_THEME_LIGHT, lenses[1 + i % 2]);
      const MarchRect frame = { 60 + 7 * i, 40 + 5 * i, WIDTH - 190 + 7 * i, HEIGHT - 160 + 5 * i };
      g_auto (MarchScene)   scene = { 0 };
      g_autoptr (GPtrArray) names = NULL;

      march_scene_init (&scene, fixture->painter, NULL, fixture->snapshot, &fixture->whole, &style,
                        NULL);
      scene.frame = frame;
      names = march_scene_place_names (&scene);
      for (guint j = 0; j < names->len; j++)
        {
          const MarchSceneName *name = g_ptr_array_index (names, j);
          const MarchRect      *box = &name->box;

          if (!name->badge)
            continue;
          if (march_rect_meets (&frame, box))
            {
              g_assert_true (box->x0 >= frame.x0 && box->x1 <= frame.x1 && box->y0 >= frame.y0
                             && box->y1 <= frame.y1);
              n_within++;
            }
          else
            n_beyond++;
        }
    }
  g_assert_cmpuint (n_within, >, 20);
  g_assert_cmpuint (n_beyond, >, 0);
}

/* Larger text makes larger names and badges, which stand apart as well. */
static void
test_larger (Fixture *fixture, gconstpointer folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      MarchStyle            style = march_style_new (MARCH_THEME_LIGHT, lenses[i]);
      g_autoptr (GPtrArray) usual = march_painter_list_labels (fixture->painter, fixture->snapshot,
                                                               &fixture->whole, &style);
      g_autoptr (GPtrArray) larger = NULL;
      guint                 n = 0;

      style.text_scale = 2;
      larger = march_painter_list_labels (fixture->painter, fixture->snapshot, &fixture->whole,
                                          &style);
      assert_apart (larger);
      for (guint j = 0; j < usual->len * larger->len; j++)
        {
          const MarchPlacedLabel *one = usual->pdata[j % usual->len];
          const MarchPlacedLabel *other = larger->pdata[j / usual->len];

          if (one->place == NULL || one->place != other->place || one->badge != other->badge
              || one->height > 30) /* a note below its name may be left out */
            continue;
          g_assert_cmpfloat (other->height, >, one->height * 1.8);
          n++;
        }
      g_assert_cmpuint (n, >, 1);
    }
}

static gboolean
names (GPtrArray *labels, const MarchPlace *place)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const MarchPlacedLabel *label = g_ptr_array_index (labels, i);

      if (label->place == place && !label->badge)
        return TRUE;
    }
  return FALSE;
}

/* Whatever is selected has its name in the picture, and the others give way to it. */
static void
test_selected (Fixture *fixture, gconstpointer folder)
{
  GPtrArray *places = march_corpus_get_places (fixture->corpus);
  guint      n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);
      MarchStyle        style = march_style_new (MARCH_THEME_LIGHT, lenses[i % 3]);
      g_autoptr (GPtrArray) labels = NULL;

      if (!is_disputed (fixture, place) || !march_place_is_painted (place))
        continue;
      style.selected = place->id;
      labels = march_painter_list_labels (fixture->painter, fixture->snapshot, &fixture->whole,
                                          &style);
      if (!names (labels, place))
        g_error ("%s is selected and not named", march_place_get_name (place, "en"));
      assert_apart (labels);
      assert_marks_free (fixture, &fixture->whole, &style, labels);
      n++;
    }
  g_assert_cmpuint (n, >, 2);
}

/* Pictures are larger than the screen by a margin; half of it is used up when a new one is made. */
static gboolean
is_on_screen (const MarchPlacedLabel *label, double dx, double dy)
{
  const double margin_x = WIDTH / 8, margin_y = HEIGHT / 8;

  return label->x + dx >= margin_x && label->x + dx + label->width <= WIDTH - margin_x
         && label->y + dy >= margin_y && label->y + dy + label->height <= HEIGHT - margin_y;
}

/* A label that both pictures have room for stands at the same point of the map. What stood out of
 * one of them may have moved into it. */
static void
assert_moved (const MarchPlacedLabel *label, GPtrArray *labels, double dx, double dy)
{
  const MarchPlacedLabel *nearest = NULL;

  if (!is_on_screen (label, 0, 0) || !is_on_screen (label, -dx, -dy))
    return;
  for (guint i = 0; i < labels->len; i++)
    {
      const MarchPlacedLabel *other = g_ptr_array_index (labels, i);

      if (other->place == label->place && other->badge == label->badge
          && g_str_equal (other->text, label->text)
          && (nearest == NULL
              || hypot (other->x + dx - label->x, other->y + dy - label->y)
                     < hypot (nearest->x + dx - label->x, nearest->y + dy - label->y)))
        nearest = other;
    }
  if (nearest == NULL)
    g_error ("%s is gone when the map moves by %g, %g", describe (label), dx, dy);
  if (is_on_screen (nearest, dx, dy) && is_on_screen (nearest, 0, 0)
      && hypot (nearest->x + dx - label->x, nearest->y + dy - label->y) > 0.01)
    g_error ("%s does not move with the map by %g, %g", describe (label), dx, dy);
}

static void
test_panned (Fixture *fixture, gconstpointer folder)
{
  static const double ways[][2] = { { 37, 0 }, { -111, 64 }, { 300, -200 }, { -420, -310 } };
  const MarchPlace   *busiest = busiest_place (fixture);
  guint               n = 0;

  for (guint i = 0; i < 3 * G_N_ELEMENTS (ways) * G_N_ELEMENTS (lenses); i++)
    {
      const double *way = ways[i % 4];
      MarchView     view = closer_view (fixture, busiest, i / 4 % 3);
      MarchView     other = view;
      MarchStyle    style = march_style_new (MARCH_THEME_LIGHT, lenses[i / 12]);
      g_autoptr (GPtrArray) one = NULL, two = NULL;

      style.selected = i % 2 ? busiest->id : 0;
      other.x += way[0] / march_view_world (&view);
      other.y += way[1] / march_view_world (&view);
      one = march_painter_list_labels (fixture->painter, fixture->snapshot, &view, &style);
      two = march_painter_list_labels (fixture->painter, fixture->snapshot, &other, &style);
      for (guint j = 0; j < one->len; j++)
        {
          assert_moved (g_ptr_array_index (one, j), two, way[0], way[1]);
          n += is_on_screen (g_ptr_array_index (one, j), 0, 0);
        }
    }
  g_assert_cmpuint (n, >, 100);
}

static void
add (const char *name, const char *folder, void (*test) (Fixture *fixture, gconstpointer folder))
{
  g_test_add (name, Fixture, folder, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/labels/apart/shipped", SHIPPED, test_apart);
  add ("/labels/apart/invented", VELMARK, test_apart);
  add ("/labels/framed/shipped", SHIPPED, test_framed);
  add ("/labels/noted/shipped", SHIPPED, test_noted);
  add ("/labels/larger/shipped", SHIPPED, test_larger);
  add ("/labels/larger/invented", VELMARK, test_larger);
  add ("/labels/selected/shipped", SHIPPED, test_selected);
  add ("/labels/selected/invented", VELMARK, test_selected);
  add ("/labels/panned/shipped", SHIPPED, test_panned);
  add ("/labels/panned/invented", VELMARK, test_panned);
  return g_test_run ();
}
