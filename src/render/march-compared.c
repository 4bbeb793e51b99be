/* march-compared.c — land gained and lost between two days, over the map of the second */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-compared.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/march-scene.h"

/* Logical pixels, before the pattern scale. */
#define PITCH 6.0
#define HATCH 2.2
#define OUTLINE 1.8
#define DASH_ON 5.0
#define DASH_OFF 3.0
#define SAID 2.0 /* how much wider */

typedef struct
{
  MarchAreaSide     side;   /* of the comparison's corpus */
  MarchShape       *gained; /* NULL: nothing */
  MarchShape       *lost;
} Land;

struct _MarchCompared
{
  gatomicrefcount  references;
  MarchComparison *comparison;
  GArray          *lands; /* of Land */
};

static void
clear_land (gpointer data)
{
  Land *land = data;

  g_clear_pointer (&land->gained, march_shape_free);
  g_clear_pointer (&land->lost, march_shape_free);
}

static MarchShape *
new_shape (MarchGeometry *geometry)
{
  return march_geometry_get_n_parts (geometry) > 0 ? march_shape_new (geometry) : NULL;
}

/** march_compared_new: Returns: (transfer full): what @comparison has to draw; off the main thread
 * for large areas */
MarchCompared *
march_compared_new (MarchComparison *comparison)
{
  MarchCompared *compared = g_new0 (MarchCompared, 1);

  g_atomic_ref_count_init (&compared->references);
  compared->comparison = march_comparison_ref (comparison);
  compared->lands = g_array_new (FALSE, FALSE, sizeof (Land));
  g_array_set_clear_func (compared->lands, clear_land);
  for (guint i = 0; i < comparison->lands->len; i++)
    {
      const MarchComparedLand *from = g_ptr_array_index (comparison->lands, i);
      Land land = { from->side, new_shape (from->gained), new_shape (from->lost) };

      g_array_append_val (compared->lands, land);
    }
  return compared;
}

/** march_compared_ref: Returns: (transfer full): @compared; any thread */
MarchCompared *
march_compared_ref (MarchCompared *compared)
{
  g_atomic_ref_count_inc (&compared->references);
  return compared;
}

/** march_compared_unref: @compared: (nullable) (transfer full): from any thread */
void
march_compared_unref (MarchCompared *compared)
{
  if (compared == NULL || !g_atomic_ref_count_dec (&compared->references))
    return;
  g_array_unref (compared->lands);
  march_comparison_unref (compared->comparison);
  g_free (compared);
}

/** march_compared_get_comparison: Returns: (transfer none): what is drawn */
MarchComparison *
march_compared_get_comparison (MarchCompared *compared)
{
  return compared->comparison;
}

/* The rings of a shape that come near the view. */
static gboolean
add_path (cairo_t *cr, const MarchShape *shape, const MarchView *view)
{
  const double world = march_view_world (view);
  const guint  level = march_track_level (view->zoom, view->scale);
  const MarchRect seen = { view->x, view->y, view->x + view->width / world,
                           view->y + view->height / world };
  gboolean any = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < shape->n_tracks; i++)
    {
      const MarchTrack *track = &shape->tracks[i];

      if (!march_rect_meets (&track->box, &seen))
        continue;
      cairo_new_sub_path (cr);
      for (guint j = 0; j < track->n_points[level]; j++)
        cairo_line_to (cr, (track->points[level][j].x - view->x) * world,
                       (track->points[level][j].y - view->y) * world);
      cairo_close_path (cr);
      any = TRUE;
    }
  return any;
}

/* Lines that rise steeply over all of the current clip; @phase ties them to the map. */
static void
hatch (cairo_t *cr, const MarchInk *ink, double phase, double k)
{
  double x0, y0, x1, y1, slope = 0.4;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  march_ink_set (cr, ink);
  cairo_set_line_width (cr, HATCH * k);
  for (double x = x0 - slope * (y1 - y0) - fmod (x0 + phase, PITCH * k) - PITCH * k; x < x1;
       x += PITCH * k)
    {
      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + slope * (y1 - y0), y0);
    }
  cairo_stroke (cr);
}

/* Lines on plain land within the current path, which stays. */
static void
fill_lined (cairo_t *cr, const MarchStyle *style, const MarchInk *ink, double phase, double k)
{
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  march_ink_set (cr, &march_palette_get (style->theme)->undisputed);
  cairo_paint (cr);
  hatch (cr, ink, phase, k);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

/* Of the current path, which it uses up. */
static void
paint_lost (cairo_t *cr, const MarchStyle *style, const MarchInk *ink, double phase, double k)
{
  const double dashes[] = { DASH_ON * k, DASH_OFF * k };

  fill_lined (cr, style, ink, phase, k);
  march_ink_set (cr, ink);
  cairo_set_line_width (cr, OUTLINE * k);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* What a holder only says it gained: wider strokes, as of all its own word, in the outline of what
 * is gained. */
static void
paint_said (cairo_t *cr, const MarchStyle *style, const MarchInk *ink, double phase, double k)
{
  fill_lined (cr, style, ink, phase, SAID * k);
  march_ink_set (cr, &march_palette_get (style->theme)->label);
  cairo_set_line_width (cr, OUTLINE * k);
  cairo_stroke (cr);
}

static void
paint_gained (cairo_t *cr, const MarchStyle *style, const MarchInk *ink, double k)
{
  march_ink_set (cr, ink);
  cairo_fill_preserve (cr);
  march_ink_set (cr, &march_palette_get (style->theme)->label);
  cairo_set_line_width (cr, OUTLINE * k);
  cairo_stroke (cr);
}

/**
 * march_compared_paint:
 * @cr: with logical pixels and the view's north-west corner at the origin
 *
 * Paints over the control and below the names. For any thread and any surface.
 */
void
march_compared_paint (MarchCompared    *compared,
                      cairo_t          *cr,
                      const MarchView  *view,
                      const MarchStyle *style)
{
  const double k = style->pattern_scale;
  const double phase = (view->x + view->y * 0.4) * march_view_world (view);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < compared->lands->len; i++)
    {
      const Land    *land = &g_array_index (compared->lands, Land, i);
      const MarchInk ink = march_palette_get_ink (style->theme, land->side.holder->palette);

      if (land->lost != NULL && add_path (cr, land->lost, view))
        paint_lost (cr, style, &ink, phase, k);
      if (land->gained == NULL || !add_path (cr, land->gained, view))
        continue;
      if (land->side.basis == MARCH_BASIS_OWN)
        paint_said (cr, style, &ink, phase, k);
      else
        paint_gained (cr, style, &ink, k);
    }
  cairo_restore (cr);
}

/** march_compared_paint_sample: a sample for the legend. @kind: %MARCH_SWATCH_GAINED,
 * %MARCH_SWATCH_LOST or %MARCH_SWATCH_SAID */
void
march_compared_paint_sample (cairo_t          *cr,
                             const MarchStyle *style,
                             guint             slot,
                             MarchSwatchKind   kind,
                             double            width,
                             double            height)
{
  const MarchInk ink = march_palette_get_ink (style->theme, slot);

  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  if (kind == MARCH_SWATCH_LOST)
    paint_lost (cr, style, &ink, 0, 1);
  else if (kind == MARCH_SWATCH_SAID)
    paint_said (cr, style, &ink, 0, 1);
  else
    paint_gained (cr, style, &ink, 1);
}

static int
find_end_of_control (GPtrArray *entries)
{
  guint end = 0;

  while (end < entries->len
         && ((const MarchLegendEntry *) entries->pdata[end])->group == MARCH_LEGEND_CONTROL)
    end++;
  return (int) end;
}

static void
add_entry (MarchCompared    *compared,
           GPtrArray        *entries,
           const MarchStyle *style,
           const Land       *land,
           gboolean          lost)
{
  MarchLegendEntry *entry = g_new0 (MarchLegendEntry, 1);
  const char       *name = march_actor_get_name (land->side.holder, style->language);
  const gboolean    own = land->side.basis == MARCH_BASIS_OWN;
  g_autofree char  *day = march_day_describe (compared->comparison->from);

  entry->group = MARCH_LEGEND_CONTROL;
  entry->kind = lost ? MARCH_SWATCH_LOST : own ? MARCH_SWATCH_SAID : MARCH_SWATCH_GAINED;
  entry->actor = land->side.holder;
  entry->certainty = MARCH_CERTAINTY_CERTAIN;
  if (own)
    /* Translators: an actor, of land. */
    entry->words = g_strdup_printf (lost ? _("%s no longer says it holds")
                                         : _("%s newly says it holds"),
                                    name);
  else
    /* Translators: land; an actor. */
    entry->words = g_strdup_printf (lost ? _("Lost by %s") : _("Gained by %s"), name);
  /* Translators: a day. */
  entry->detail = g_strdup_printf (_("since %s"), day);
  entry->places = g_ptr_array_new ();
  g_ptr_array_insert (entries, find_end_of_control (entries), entry);
}

/** march_compared_list_legend: @entries: (element-type MarchLegendEntry): gets what is drawn, in
 * words; they borrow from the comparison's corpus */
void
march_compared_list_legend (MarchCompared    *compared,
                            GPtrArray        *entries,
                            const MarchStyle *style)
{
  for (guint i = 0; i < compared->lands->len; i++)
    {
      const Land *land = &g_array_index (compared->lands, Land, i);

      if (land->gained != NULL)
        add_entry (compared, entries, style, land, FALSE);
      if (land->lost != NULL)
        add_entry (compared, entries, style, land, TRUE);
    }
}
