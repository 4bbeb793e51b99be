/* march-badges.c — the lenses of value and of evidence: counts beside a place, never a colour */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

#define HEIGHT 18.0 /* of a badge, logical pixels */

/* Quotations that say something of value of a place, a kind each. */
typedef struct
{
  guint n[MARCH_VALUE_SYMBOLIC + 1];
} ValueCounts;

/* A value is not over when its source has said it: what was said up to the day counts. */
static gboolean
counts (const MarchScene *scene, const MarchAssertion *assertion)
{
  return assertion->kind == MARCH_KIND_VALUE && assertion->rank != MARCH_RANK_DEPRECATED
         && march_snapshot_is_known (scene->snapshot, assertion)
         && assertion->period.from_earliest <= march_snapshot_get_question (scene->snapshot)->as_of;
}

static void
add_values (const MarchScene *scene, const MarchPlace *place, ValueCounts *sums)
{
  g_autoptr (GPtrArray)
      assertions = march_corpus_list_assertions_of (scene->painter->corpus, place);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *value = g_ptr_array_index (assertions, i);

      if (counts (scene, value))
        sums->n[value->value_kind] += value->evidence->len;
    }
}

/* Of a place and of the composites that it is a part of; what is said of a whole state is not said
 * of its units. */
static void
count_values (const MarchScene *scene, const MarchPlace *place, ValueCounts *sums)
{
  *sums = (ValueCounts){ { 0 } };
  add_values (scene, place, sums);
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      if (link->kind == MARCH_LINK_COMPOSITE)
        add_values (scene, link->place, sums);
    }
}

/**
 * march_value_sign_paint:
 *
 * Draws the sign of a kind of value: a triangle, a disc or a star.
 */
void
march_value_sign_paint (cairo_t *cr, MarchValueKind kind, double x, double y, double radius)
{
  guint corners = kind == MARCH_VALUE_STRATEGIC ? 3 : 10;

  cairo_new_path (cr);
  if (kind == MARCH_VALUE_ECONOMIC)
    cairo_arc (cr, x, y, radius * 0.85, 0, 2 * G_PI);
  else
    for (guint i = 0; i < corners; i++)
      {
        double angle = 2 * G_PI * i / corners - G_PI / 2;
        double reach = corners == 10 && i % 2 == 1 ? radius * 0.45 : radius;

        cairo_line_to (cr, x + reach * cos (angle), y + reach * sin (angle));
      }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
pill (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = height / 2;

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_pill (MarchScene *scene, double x, double y, double width, double outline)
{
  cairo_t *cr = scene->plot.cr;
  MarchInk ground = scene->palette->halo;

  pill (cr, x, y, width, HEIGHT * scene->k);
  march_ink_set_alpha (cr, &ground, 0.96);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &scene->palette->label);
  cairo_set_line_width (cr, outline * scene->k);
  cairo_stroke (cr);
}

/* One pill a kind, from the left; returns where the next one starts. */
static double
paint_value (MarchScene *scene, MarchValueKind kind, guint count, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  double           width, height, k = scene->k;

  march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, text, &width, &height);
  paint_pill (scene, x, y, width + 24 * k, 1);
  march_ink_set (scene->plot.cr, &scene->palette->label);
  march_value_sign_paint (scene->plot.cr, kind, x + 10 * k, y + HEIGHT * k / 2, 5 * k);
  march_lettering_write (scene->lettering, scene->plot.cr, scene->style, MARCH_TEXT_NOTE, text,
                         x + 17 * k, y + (HEIGHT * k - height) / 2, scene->plot.view.scale);
  return x + width + 27 * k;
}

static void
paint_values (MarchScene *scene, const MarchPlace *place, double x, double y)
{
  ValueCounts sums;
  guint       n = 0;

  count_values (scene, place, &sums);
  for (guint i = 0; i < G_N_ELEMENTS (sums.n); i++)
    n += sums.n[i] > 0;
  x -= n * 17 * scene->k;
  for (guint i = 0; i < G_N_ELEMENTS (sums.n); i++)
    if (sums.n[i] > 0)
      x = paint_value (scene, i, sums.n[i], x, y);
}

static char
best_grade (const MarchFinding *finding)
{
  char best = 0;

  for (guint i = 0; i < finding->quotations->len; i++)
    {
      char grade = ((const MarchQuotation *) g_ptr_array_index (finding->quotations, i))
                       ->source->grade;

      /* F is no worse than E: it can't be judged. */
      if (grade != 0 && (best == 0 || best == 'F' || (grade < best && grade != 'F')))
        best = grade;
    }
  return best;
}

/* The count of quotations and the best grade; the outline is heavier from 2 and from 5 on. */
static void
paint_evidence (MarchScene *scene, const MarchPlace *place, double x, double y)
{
  const MarchFinding *finding = march_snapshot_get_finding (scene->snapshot, place);
  g_autofree char    *text = NULL;
  double              width, height;
  guint               n;

  if (finding == NULL || finding->quotations->len == 0)
    return;
  n = finding->quotations->len;
  text = best_grade (finding) != 0 ? g_strdup_printf ("%u · %c", n, best_grade (finding))
                                   : g_strdup_printf ("%u", n);
  march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, text, &width, &height);
  x -= width / 2 + 8 * scene->k;
  paint_pill (scene, x, y, width + 16 * scene->k, n >= 5 ? 3 : n >= 2 ? 2 : 1);
  march_lettering_write (scene->lettering, scene->plot.cr, scene->style, MARCH_TEXT_NOTE, text,
                         x + 8 * scene->k, y + (HEIGHT * scene->k - height) / 2,
                         scene->plot.view.scale);
}

static void
paint_badge (MarchScene *scene, const MarchPlace *place, double x, double y)
{
  if (scene->style->lens == MARCH_PAINT_VALUE)
    paint_values (scene, place, x, y);
  else
    paint_evidence (scene, place, x, y);
}

/* Where badges stand: @visit is told the middle of the upper edge. */
typedef void (*BadgeVisit) (MarchScene       *scene,
                            const MarchPlace *place,
                            double            x,
                            double            y,
                            gpointer          data);

static void
visit_badges (MarchScene *scene, BadgeVisit visit, gpointer data)
{
  const MarchLand *land = scene->land;

  for (guint i = 0; i < land->mesh->n_faces; i++)
    if (land->faces[i].place != NULL && land->faces[i].ours && march_scene_sees_face (scene, i))
      {
        MarchSpot at = march_plot_spot (&scene->plot, &land->faces[i].anchors[0].spot);

        visit (scene, land->faces[i].place, at.x, at.y + 11 * scene->k, data);
      }
  for (guint i = 0; i < land->seas->len; i++)
    {
      const MarchLandSea *sea = &g_array_index (land->seas, MarchLandSea, i);
      MarchSpot           at = march_plot_spot (&scene->plot, &sea->anchors[0].spot);

      visit (scene, sea->place, at.x, at.y + 11 * scene->k, data);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MarchSceneMark *mark = &g_array_index (scene->marks, MarchSceneMark, i);

      if (mark->mentioned)
        visit (scene, mark->place, mark->spot.x, mark->spot.y + mark->reach + 3 * scene->k, data);
    }
}

static gboolean
has_badges (const MarchScene *scene)
{
  return scene->style->lens == MARCH_PAINT_VALUE || scene->style->lens == MARCH_PAINT_EVIDENCE;
}

static guint
count_pills (const MarchScene *scene, const MarchPlace *place)
{
  const MarchFinding *finding;
  ValueCounts         sums;
  guint               n = 0;

  if (scene->style->lens == MARCH_PAINT_EVIDENCE)
    {
      finding = march_snapshot_get_finding (scene->snapshot, place);
      return finding != NULL && finding->quotations->len > 0 ? 2 : 0;
    }
  count_values (scene, place, &sums);
  for (guint i = 0; i < G_N_ELEMENTS (sums.n); i++)
    n += sums.n[i] > 0;
  return n;
}

static void
append_box_cb (MarchScene *scene, const MarchPlace *place, double x, double y, gpointer data)
{
  double    half = count_pills (scene, place) * 18 * scene->k;
  MarchRect box = { x - half, y, x + half, y + HEIGHT * scene->k };

  if (half > 0)
    g_array_append_val ((GArray *) data, box);
}

static void
paint_badge_cb (MarchScene *scene, const MarchPlace *place, double x, double y, gpointer data)
{
  paint_badge (scene, place, x, y);
}

/**
 * march_scene_list_badge_boxes:
 *
 * Returns: (transfer full) (element-type MarchRect): what the lens's badges cover, about; empty in
 * other lenses
 */
GArray *
march_scene_list_badge_boxes (MarchScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MarchRect));

  if (has_badges (scene))
    visit_badges (scene, append_box_cb, boxes);
  return boxes;
}

/**
 * march_scene_paint_badges:
 *
 * In the lenses of value and evidence, the badges of units and seas below their names and of
 * settlements below their marks.
 */
void
march_scene_paint_badges (MarchScene *scene)
{
  if (has_badges (scene))
    visit_badges (scene, paint_badge_cb, NULL);
}
