/* march-badges.c — the lenses of value and of evidence: counts beside a place, never a colour */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include <math.h>

#include "render/march-scene.h"

#define HEIGHT 18.0 /* of a badge, logical pixels */
#define GAP 3.0     /* between two pills */

typedef struct
{
  char    *text;
  int      sign;    /* a MarchValueKind; -1 for none */
  double   width;   /* logical pixels */
  double   outline; /* pattern pixels */
  gboolean thin;    /* its outline is dashed: all rests on one source */
} Pill;

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
pill_path (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = height / 2;

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * march_badge_outline:
 * @thin: whether all rests on one source
 *
 * Strokes the outline of a badge, which is the path.
 */
void
march_badge_outline (cairo_t *cr, gboolean thin, double k)
{
  const double dashes[] = { 3 * k, 2.5 * k };

  if (thin)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A badge is as large as its text. */
static double
badge_k (const MarchScene *scene)
{
  return scene->k * scene->style->text_scale;
}

static Pill
new_pill (const MarchScene *scene, char *text, int sign, double outline)
{
  double width, height;

  march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, text, &width, &height);
  return (Pill){ text, sign, width + (sign >= 0 ? 24 : 16) * badge_k (scene), outline, FALSE };
}

/* One pill a kind. */
static guint
list_values (const MarchScene *scene, const MarchPlace *place, Pill *pills)
{
  guint n = 0;

  for (guint kind = 0; kind <= MARCH_VALUE_SYMBOLIC; kind++)
    {
      guint count = march_snapshot_count_value (scene->snapshot, place, kind);

      if (count > 0)
        pills[n++] = new_pill (scene, g_strdup_printf ("%u", count), (int) kind, 1);
    }
  return n;
}

/** march_finding_get_best_grade: Returns: the best letter of the sources quoted about a place, 0 if
 * none is graded */
char
march_finding_get_best_grade (const MarchFinding *finding)
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

/**
 * march_finding_is_thin:
 *
 * Returns: whether all that is quoted about a place comes from one source
 */
gboolean
march_finding_is_thin (const MarchFinding *finding)
{
  const MarchSource *source = NULL;

  for (guint i = 0; i < finding->quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (finding->quotations, i);

      if (source != NULL && quotation->source != source)
        return FALSE;
      source = quotation->source;
    }
  return source != NULL;
}

/* The count of quotations and the best grade; the outline is heavier from 2 and from 5 on. */
static guint
list_evidence (const MarchScene *scene, const MarchPlace *place, Pill *pills)
{
  const MarchFinding *finding = march_snapshot_get_finding (scene->snapshot, place);
  char               *text;
  char                grade;
  guint               n;

  if (finding == NULL || finding->quotations->len == 0)
    return 0;
  n = finding->quotations->len;
  grade = march_finding_get_best_grade (finding);
  text = grade != 0 ? g_strdup_printf ("%u · %c", n, grade) : g_strdup_printf ("%u", n);
  pills[0] = new_pill (scene, text, -1, n >= 5 ? 3 : n >= 2 ? 2 : 1);
  pills[0].thin = march_finding_is_thin (finding);
  return 1;
}

static guint
list_pills (const MarchScene *scene, const MarchPlace *place, Pill *pills)
{
  switch (scene->style->lens)
    {
    case MARCH_PAINT_VALUE:
      return list_values (scene, place, pills);
    case MARCH_PAINT_EVIDENCE:
      return list_evidence (scene, place, pills);
    default:
      return 0;
    }
}

static void
paint_pill (const MarchScene *scene, const Pill *pill, double x, double y)
{
  cairo_t *cr = scene->plot.cr;
  double   k = badge_k (scene), width, height;

  march_lettering_measure (scene->lettering, scene->style, MARCH_TEXT_NOTE, pill->text, &width,
                           &height);
  pill_path (cr, x, y, pill->width, HEIGHT * k);
  march_ink_set_alpha (cr, &scene->palette->halo, 0.96);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &scene->palette->label);
  cairo_set_line_width (cr, pill->outline * k);
  march_badge_outline (cr, pill->thin, k);
  if (pill->sign >= 0)
    march_value_sign_paint (cr, (MarchValueKind) pill->sign, x + 10 * k, y + HEIGHT * k / 2, 5 * k);
  march_lettering_write (scene->lettering, cr, scene->style, MARCH_TEXT_NOTE, pill->text,
                         x + (pill->sign >= 0 ? 17 : 8) * k, y + (HEIGHT * k - height) / 2,
                         scene->plot.view.scale);
}

/** march_badge_has_value: Returns: whether a quotation gives @place that kind of value on the day
 */
gboolean
march_badge_has_value (const MarchScene *scene, const MarchPlace *place, MarchValueKind kind)
{
  return march_snapshot_count_value (scene->snapshot, place, kind) > 0;
}

/**
 * march_badge_measure:
 * @width: (out): in logical pixels
 * @height: (out): in logical pixels
 *
 * Returns: whether the scene's lens has anything to say of @place in a badge
 */
gboolean
march_badge_measure (const MarchScene *scene,
                     const MarchPlace *place,
                     double           *width,
                     double           *height)
{
  Pill  pills[MARCH_VALUE_SYMBOLIC + 1];
  guint n = list_pills (scene, place, pills);

  *width = *height = 0;
  for (guint i = 0; i < n; i++)
    {
      *width += pills[i].width + (i > 0 ? GAP : pills[i].outline) * badge_k (scene);
      *height = (HEIGHT + pills[i].outline) * badge_k (scene);
      g_free (pills[i].text);
    }
  return n > 0;
}

/**
 * march_badge_paint:
 * @box: as large as march_badge_measure() says
 *
 * Paints what the scene's lens says of @place.
 */
void
march_badge_paint (const MarchScene *scene, const MarchPlace *place, const MarchRect *box)
{
  Pill   pills[MARCH_VALUE_SYMBOLIC + 1];
  guint  n = list_pills (scene, place, pills);
  double x = box->x0;

  for (guint i = 0; i < n; i++)
    {
      double edge = pills[i].outline / 2 * badge_k (scene);

      paint_pill (scene, &pills[i], x + edge, box->y0 + edge);
      x += pills[i].width + GAP * badge_k (scene);
      g_free (pills[i].text);
    }
}

/** march_scene_is_unquoted: Returns: whether @face is of the dossier and nothing is quoted about it
 * on the day */
gboolean
march_scene_is_unquoted (const MarchScene *scene, guint face)
{
  const MarchLandFace *self = &scene->land->faces[face];
  const MarchFinding  *finding = self->ours && self->place != NULL
                                     ? march_snapshot_get_finding (scene->snapshot, self->place)
                                     : NULL;

  return finding != NULL && finding->quotations->len == 0;
}
