/* march-import-graticule.c — where on Earth a small map is: a grid of degrees and a scale */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-graticule.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-number-words.h"
#include "render/march-lettering.h"

#define LEAST_GAP 90.0 /* between lines, logical pixels */
#define LABEL_GAP 5.0
#define SCALE_BAR 110.0
#define EDGE 10.0

typedef struct
{
  cairo_t          *cr;
  const MarchView  *view;
  const MarchStyle *style;
  MarchBox          box; /* of the view */
} Sheet;

static MarchBox
get_view_box (const MarchView *view)
{
  MarchBox box;

  march_view_unproject (view, 0, view->height, &box.west, &box.south);
  march_view_unproject (view, view->width, 0, &box.east, &box.north);
  return box;
}

static void
unite (MarchBox *box, MarchGeometry *geometry)
{
  const MarchBox *other = geometry != NULL ? march_geometry_get_box (geometry) : NULL;

  if (other == NULL || !(other->west <= other->east))
    return;
  *box = (MarchBox){ MIN (box->west, other->west), MIN (box->south, other->south),
                     MAX (box->east, other->east), MAX (box->north, other->north) };
}

/* What the dossier has a map of; empty, its west beyond its east, where it has none. */
static MarchBox
get_mapped_box (MarchCorpus *corpus)
{
  MarchBox   box = { 180, 90, -180, -90 };
  GPtrArray *background = march_corpus_get_background (corpus);
  GPtrArray *places = march_corpus_get_places (corpus);

  for (guint i = 0; i < background->len; i++)
    unite (&box, ((MarchBackground *) background->pdata[i])->geometry);
  for (guint i = 0; i < places->len; i++)
    unite (&box, ((MarchPlace *) places->pdata[i])->geometry);
  return box;
}

static gboolean
covers (const MarchBox *mapped, const MarchBox *box)
{
  return mapped->west <= box->west && mapped->south <= box->south && box->east <= mapped->east
         && box->north <= mapped->north;
}

/** march_import_graticule_find_step: Returns: how many degrees apart lines are drawn */
double
march_import_graticule_find_step (double degrees_per_pixel)
{
  static const double steps[] = { 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
                                  1,     2,     5,     10,   20,   30,   45 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= LEAST_GAP * degrees_per_pixel)
      return steps[i];
  return 90;
}

static char *
describe_degrees (double degrees, double step, gboolean latitude)
{
  const char      *format = latitude ? (degrees < 0 ? _("%s° S") : _("%s° N"))
                                     : (degrees < 0 ? _("%s° W") : _("%s° E"));
  const guint      places = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
  g_autofree char *number = march_words_for_decimals (fabs (degrees), places);
  const char      *gap = strstr (format, "%s");

  if (degrees == 0 || gap == NULL)
    return g_strdup_printf ("%s°", number);
  return g_strdup_printf ("%.*s%s%s", (int) (gap - format), format, number, gap + 2);
}

static void
set_ink (cairo_t *cr, MarchInk ink, double alpha)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha * alpha);
}

/* Beyond the dossier's map its sea would be drawn, which need not be there. */
static void
blank_out (const Sheet *sheet, const MarchBox *mapped)
{
  double west = 0, north = 0, east = 0, south = 0;

  cairo_save (sheet->cr);
  cairo_set_fill_rule (sheet->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (sheet->cr, 0, 0, sheet->view->width, sheet->view->height);
  cairo_clip (sheet->cr);
  cairo_rectangle (sheet->cr, -1, -1, sheet->view->width + 2, sheet->view->height + 2);
  if (mapped->west <= mapped->east)
    {
      march_view_project (sheet->view, mapped->west, mapped->north, &west, &north);
      march_view_project (sheet->view, mapped->east, mapped->south, &east, &south);
      west = CLAMP (west, -1, sheet->view->width + 1);
      east = CLAMP (east, -1, sheet->view->width + 1);
      north = CLAMP (north, -1, sheet->view->height + 1);
      south = CLAMP (south, -1, sheet->view->height + 1);
      cairo_rectangle (sheet->cr, west, north, east - west, south - north);
    }
  set_ink (sheet->cr, march_palette_get (sheet->style->theme)->outside, 1);
  cairo_fill (sheet->cr);
  cairo_restore (sheet->cr);
}

static void
write_at (const Sheet *sheet, const char *text, double x, double y)
{
  march_lettering_write (march_lettering_get (), sheet->cr, sheet->style, MARCH_TEXT_NOTE, text, x,
                         y, sheet->view->scale);
}

static void
paint_line (const Sheet *sheet, double degrees, double step, gboolean latitude)
{
  g_autofree char *text = describe_degrees (degrees, step, latitude);
  double           x, y, width, height;

  march_view_project (sheet->view, latitude ? sheet->box.west : degrees,
                      latitude ? degrees : sheet->box.north, &x, &y);
  cairo_move_to (sheet->cr, latitude ? 0 : floor (x) + 0.5, latitude ? floor (y) + 0.5 : 0);
  cairo_line_to (sheet->cr, latitude ? sheet->view->width : floor (x) + 0.5,
                 latitude ? floor (y) + 0.5 : sheet->view->height);
  cairo_set_line_width (sheet->cr, 1);
  set_ink (sheet->cr, march_palette_get (sheet->style->theme)->label, 0.16);
  cairo_stroke (sheet->cr);
  march_lettering_measure (march_lettering_get (), sheet->style, MARCH_TEXT_NOTE, text, &width,
                           &height);
  if (latitude && y > 3 * height && y < sheet->view->height - 2 * height)
    write_at (sheet, text, LABEL_GAP, y - height - 1);
  else if (!latitude && x > 0 && x + width + LABEL_GAP < sheet->view->width)
    write_at (sheet, text, x + LABEL_GAP, 2);
}

static void
paint_grid (const Sheet *sheet)
{
  double across = march_import_graticule_find_step ((sheet->box.east - sheet->box.west)
                                                    / sheet->view->width);
  double down = march_import_graticule_find_step ((sheet->box.north - sheet->box.south)
                                                  / sheet->view->height);

  for (double n = ceil (sheet->box.west / across); n * across <= sheet->box.east; n++)
    paint_line (sheet, n * across, across, FALSE);
  for (double n = ceil (sheet->box.south / down); n * down <= sheet->box.north; n++)
    paint_line (sheet, n * down, down, TRUE);
}

static void
paint_scale (const Sheet *sheet)
{
  double           metres_per_pixel = march_view_metres_per_pixel (sheet->view);
  double           metres = march_view_round_length (SCALE_BAR * metres_per_pixel);
  double           length = metres / metres_per_pixel;
  double           right = sheet->view->width - EDGE, bottom = sheet->view->height - EDGE;
  double           width, height;
  g_autofree char *text = march_view_describe_length (metres);

  march_lettering_measure (march_lettering_get (), sheet->style, MARCH_TEXT_NOTE, text, &width,
                           &height);
  write_at (sheet, text, right - width, bottom - height - 7);
  cairo_move_to (sheet->cr, right - length, bottom - 5);
  cairo_rel_line_to (sheet->cr, 0, 5);
  cairo_rel_line_to (sheet->cr, length, 0);
  cairo_rel_line_to (sheet->cr, 0, -5);
  cairo_set_line_width (sheet->cr, 1.4);
  set_ink (sheet->cr, march_palette_get (sheet->style->theme)->label, 1);
  cairo_stroke (sheet->cr);
}

/** march_import_graticule_paint: paints a scale, and, where the dossier's map doesn't cover the
 * view, plain ground with a grid of degrees. Any thread. */
void
march_import_graticule_paint (cairo_t          *cr,
                              MarchCorpus      *corpus,
                              const MarchView  *view,
                              const MarchStyle *style)
{
  const Sheet sheet = { cr, view, style, get_view_box (view) };
  MarchBox    mapped = get_mapped_box (corpus);

  cairo_save (cr);
  cairo_new_path (cr);
  if (!covers (&mapped, &sheet.box))
    {
      blank_out (&sheet, &mapped);
      paint_grid (&sheet);
    }
  paint_scale (&sheet);
  cairo_restore (cr);
}
