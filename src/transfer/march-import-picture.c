/* march-import-picture.c — the features of a day painted over the base map, on any thread */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-picture.h"

#include <math.h>

#include "transfer/march-import-graticule.h"

#define MARGIN 18.0
#define LEAST_STEP 0.6 /* of a line, in logical pixels; nobody sees less */
#define POINT_RADIUS 3.0
#define FILL_ALPHA 0.78
#define LEFT_OUT_ALPHA 0.28
#define LEAST_SPAN 0.2 /* degrees that a single point is shown in */

typedef struct
{
  MarchGeometry *geometry;
  guint          slot; /* colours of who holds it; 0: grey */
  gboolean       held; /* FALSE: it is left out */
} Shape;

static void
clear_shape (gpointer data)
{
  march_geometry_unref (((Shape *) data)->geometry);
}

static gboolean
is_of_day (const MarchLayerDates *dates, MarchDay day)
{
  if (dates->origin == MARCH_DATED_NOT)
    return TRUE;
  if (dates->observed)
    return dates->from == day;
  return dates->from <= day && day < dates->until;
}

static void
add_shape (MarchImportPicture *picture, MarchImportPlan *plan, const MarchLayerFeature *feature)
{
  gint64            holder = march_import_plan_get_holder (plan, feature);
  const MarchActor *actor = march_corpus_get_actor (plan->corpus, holder);
  Shape             shape = { march_geometry_ref (feature->geometry),
                              actor != NULL ? actor->palette : 0, holder != 0 };

  g_array_append_val (picture->shapes, shape);
}

static void
widen (MarchBox *box)
{
  double x = MAX (0, LEAST_SPAN - (box->east - box->west)) / 2;
  double y = MAX (0, LEAST_SPAN - (box->north - box->south)) / 2;

  *box = (MarchBox){ box->west - x, box->south - y, box->east + x, box->north + y };
}

/* What the dossier is about: its places, but for states, which may reach over half the Earth. */
static void
find_subject (MarchCorpus *corpus, MarchBox *box)
{
  GPtrArray *places = march_corpus_get_places (corpus);

  *box = MARCH_BOX_EMPTY;
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (place->kind != MARCH_PLACE_STATE && place->geometry != NULL)
        march_box_extend (box, march_geometry_get_box (place->geometry));
    }
}

/* Some layers hold land in another ocean; a layer that tells of none of the dossier's places is
 * seen where it has most of its own. */
static void
find_box (MarchImportPlan *plan, MarchBox *box)
{
  MarchBox subject;
  guint    n_away;

  find_subject (plan->corpus, &subject);
  march_layer_find_within (plan->layer, &subject, box, &n_away);
  if (box->west > box->east)
    march_layer_find_main (plan->layer, box, &n_away);
  widen (box);
}

/**
 * march_import_picture_new:
 * @day: whose features are drawn; those without a date always are
 *
 * Returns: (transfer full): a picture without a size
 */
MarchImportPicture *
march_import_picture_new (MarchImportPlan *plan, MarchDay day)
{
  MarchImportPicture *picture = g_new0 (MarchImportPicture, 1);

  picture->corpus = march_corpus_ref (plan->corpus);
  picture->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  g_array_set_clear_func (picture->shapes, clear_shape);
  find_box (plan, &picture->box);
  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);

      if (feature->geometry != NULL && is_of_day (&feature->dates, day))
        add_shape (picture, plan, feature);
    }
  return picture;
}

/** march_import_picture_copy: Returns: (transfer full): a picture of the same, without a size */
MarchImportPicture *
march_import_picture_copy (MarchImportPicture *picture)
{
  MarchImportPicture *copy = g_new0 (MarchImportPicture, 1);

  copy->corpus = march_corpus_ref (picture->corpus);
  copy->shapes = g_array_ref (picture->shapes);
  copy->box = picture->box;
  return copy;
}

void
march_import_picture_free (MarchImportPicture *picture)
{
  march_corpus_unref (picture->corpus);
  g_clear_pointer (&picture->painter, march_painter_unref);
  g_array_unref (picture->shapes);
  g_free (picture);
}

/* A ring or line, without points that lie in one spot of the picture. */
static void
trace (cairo_t *cr, const MarchView *view, const MarchPart *part, gboolean closed)
{
  double x0 = 0, y0 = 0;

  for (guint i = 0; i < part->n_points; i++)
    {
      double x, y;

      march_view_project (view, part->points[2 * i], part->points[2 * i + 1], &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else if (i + 1 == part->n_points || fabs (x - x0) + fabs (y - y0) >= LEAST_STEP)
        cairo_line_to (cr, x, y);
      else
        continue;
      x0 = x;
      y0 = y;
    }
  if (closed)
    cairo_close_path (cr);
}

static void
trace_point (cairo_t *cr, const MarchView *view, const MarchPart *part)
{
  for (guint i = 0; i < part->n_points; i++)
    {
      double x, y;

      march_view_project (view, part->points[2 * i], part->points[2 * i + 1], &x, &y);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, POINT_RADIUS, 0, 2 * G_PI);
    }
}

static void
set_ink (cairo_t *cr, MarchInk ink, double alpha)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, alpha);
}

static void
paint_shape (MarchImportPicture *picture, cairo_t *cr, const MarchView *view, const Shape *shape)
{
  MarchGeometryKind kind = march_geometry_get_kind (shape->geometry);
  MarchInk          fill = march_palette_get_fill (picture->theme, shape->slot);
  MarchInk          ink = march_palette_get_ink (picture->theme, shape->slot);

  cairo_new_path (cr);
  for (guint i = 0; i < march_geometry_get_n_parts (shape->geometry); i++)
    {
      const MarchPart *part = march_geometry_get_part (shape->geometry, i);

      if (kind == MARCH_GEOMETRY_POINT)
        trace_point (cr, view, part);
      else
        trace (cr, view, part, kind == MARCH_GEOMETRY_POLYGON);
    }
  if (kind != MARCH_GEOMETRY_LINE)
    {
      set_ink (cr, fill, shape->held ? FILL_ALPHA : LEFT_OUT_ALPHA);
      cairo_fill_preserve (cr);
    }
  set_ink (cr, ink, shape->held ? 1 : 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * march_import_picture_paint:
 *
 * The first time it takes a tenth of a second longer, because the base map has to be prepared.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if it was cancelled
 */
cairo_surface_t *
march_import_picture_paint (MarchImportPicture *picture, GCancellable *cancellable)
{
  static const double margins[4] = { MARGIN, MARGIN, MARGIN, MARGIN };
  MarchStyle          style = march_style_new (picture->theme, MARCH_PAINT_CONTROL);
  MarchView           view = march_view_fit (&picture->box, picture->width, picture->height,
                                             picture->scale, margins);
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                            picture->width * picture->scale,
                                                            picture->height * picture->scale);
  cairo_t            *cr;

  if (picture->painter == NULL)
    picture->painter = march_painter_new (picture->corpus);
  cairo_surface_set_device_scale (surface, picture->scale, picture->scale);
  cr = cairo_create (surface);
  march_painter_paint_base (picture->painter, cr, &view, &style, cancellable);
  march_import_graticule_paint (cr, picture->corpus, &view, &style);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < picture->shapes->len && !g_cancellable_is_cancelled (cancellable); i++)
    paint_shape (picture, cr, &view, &g_array_index (picture->shapes, Shape, i));
  cairo_destroy (cr);
  if (!g_cancellable_is_cancelled (cancellable))
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}
