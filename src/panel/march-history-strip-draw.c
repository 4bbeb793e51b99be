/* march-history-strip-draw.c — draws the history of a place, and tells what is drawn where */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-history-strip-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "panel/march-panel-text.h"
#include "widgets/march-theme.h"

#define TOP_MARGIN 9
#define CONTROL_HEIGHT 18
#define CLAIM_HEIGHT 13
#define LANE_GAP 6
#define AXIS_HEIGHT 20
#define LABEL_GAP 9
#define MAX_LABEL_SHARE 0.3
#define YEAR_SPACING 46
#define STROKE 2

static char *
dup_lane_name (const MarchLane *lane)
{
  return g_strdup (lane->actor == NULL
                       ? _ ("Control")
                       : march_actor_get_name (lane->actor, march_text_get_language ()));
}

static guint
count_lanes (MarchHistoryStrip *self)
{
  return (self->history == NULL ? 1 : self->history->lanes->len) + self->shares->len;
}

/* Of one holder it is what "area" says; of several each has a name. */
static char *
dup_share_name (MarchHistoryStrip *self, const MarchShareLane *lane)
{
  return self->shares->len == 1 && lane->side.basis != MARCH_BASIS_OWN
             ? g_strdup (_("Area held"))
             : march_area_side_describe_short (&lane->side, march_text_get_language ());
}

/* The name of a lane of the history, or of one of shares after them. */
static char *
dup_name (MarchHistoryStrip *self, guint lane)
{
  const guint n = self->history->lanes->len;

  return lane < n ? dup_lane_name (self->history->lanes->pdata[lane])
                  : dup_share_name (self, self->shares->pdata[lane - n]);
}

/* Lanes are as high as their names need. */
static double
get_lane_height (MarchHistoryStrip *self, guint lane)
{
  return (lane == 0 ? CONTROL_HEIGHT : CLAIM_HEIGHT)
         * march_theme_get_text_scale (GTK_WIDGET (self));
}

static double
get_lane_y (MarchHistoryStrip *self, guint lane)
{
  return lane == 0 ? TOP_MARGIN
                   : TOP_MARGIN + get_lane_height (self, 0) + LANE_GAP
                         + (lane - 1) * (get_lane_height (self, 1) + LANE_GAP);
}

/** march_history_strip_get_height: Returns: of all lanes, and the axis below them */
double
march_history_strip_get_height (MarchHistoryStrip *self)
{
  return get_lane_y (self, count_lanes (self))
         + AXIS_HEIGHT * march_theme_get_text_scale (GTK_WIDGET (self));
}

static PangoLayout *
make_text (MarchHistoryStrip *self, const char *text, double size, gboolean bold, int max_width)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (max_width > 0)
    {
      pango_layout_set_width (layout, max_width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static int
get_label_width (MarchHistoryStrip *self)
{
  int limit = gtk_widget_get_width (GTK_WIDGET (self)) * MAX_LABEL_SHARE;
  int widest = 0;

  for (guint i = 0; self->history != NULL && i < count_lanes (self); i++)
    {
      g_autofree char *name = dup_name (self, i);
      g_autoptr (PangoLayout) layout = make_text (self, name, 0.85, TRUE, 0);
      int width = 0;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return MIN (widest, limit);
}

/* From the strip's line start, before it is mirrored. */
static double
get_x (MarchHistoryStrip *self, double left, MarchDay day)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - left - 4;
  double days = MAX (1, self->history->last + 1 - self->history->first);

  return left + width * CLAMP ((day - self->history->first) / days, 0, 1);
}

static graphene_rect_t
get_box (MarchHistoryStrip *self, double left, guint lane, const MarchStretch *stretch)
{
  double from = get_x (self, left, stretch->from);
  double until = get_x (self, left, stretch->until);

  return GRAPHENE_RECT_INIT (from, get_lane_y (self, lane), MAX (3, until - from),
                             get_lane_height (self, lane));
}

static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_label (MarchHistoryStrip *self,
            GtkSnapshot       *snapshot,
            guint              lane,
            int                width,
            const GdkRGBA     *colour)
{
  g_autofree char *name = dup_name (self, lane);
  g_autoptr (PangoLayout) layout = make_text (self, name, 0.85, TRUE, width);
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  append_text (snapshot, layout, 0,
               get_lane_y (self, lane) + (get_lane_height (self, lane) - height) / 2, colour);
}

/* "No quotation on record" stands in the stretch if it fits. */
static void
draw_words (MarchHistoryStrip     *self,
            GtkSnapshot           *snapshot,
            const MarchStretch    *stretch,
            const graphene_rect_t *box,
            const GdkRGBA         *colour)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA         back;
  int             width = 0;
  int             height = 0;
  graphene_rect_t plate;

  if (stretch->entry->symbol != MARCH_SYMBOL_SILENT)
    return;
  layout = make_text (self, _ ("no quotation on record"), 0.78, FALSE, 0);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 12 > box->size.width)
    return;
  plate = GRAPHENE_RECT_INIT (box->origin.x + (box->size.width - width) / 2 - 4, box->origin.y + 1,
                              width + 8, box->size.height - 2);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "window_bg_color", &back))
    back = (GdkRGBA){ 1, 1, 1, 1 };
  back.alpha = 0.9f;
  gtk_snapshot_append_color (snapshot, &back, &plate);
  append_text (snapshot, layout, plate.origin.x + 4,
               box->origin.y + (box->size.height - height) / 2, colour);
}

static void
draw_stretch (MarchHistoryStrip *self,
              GtkSnapshot       *snapshot,
              double             left,
              guint              lane,
              guint              index,
              const GdkRGBA     *colour)
{
  const MarchStretch *stretch = ((const MarchLane *) self->history->lanes->pdata[lane])
                                    ->stretches->pdata[index];
  graphene_rect_t box = get_box (self, left, lane, stretch);
  MarchStyle      style = march_style_new (march_theme_get_current (), MARCH_PAINT_BOTH);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &box);

  cairo_translate (cr, box.origin.x, box.origin.y);
  march_swatch_paint (cr, stretch->entry, box.size.width, box.size.height,
                      gtk_widget_get_scale_factor (GTK_WIDGET (self)), &style);
  cairo_destroy (cr);
  draw_words (self, snapshot, stretch, &box, colour);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)) && (int) lane == self->lane
      && (int) index == self->stretch)
    {
      GskRoundedRect  outline;
      graphene_rect_t ring = GRAPHENE_RECT_INIT (box.origin.x - 2, box.origin.y - 2,
                                                 box.size.width + 4, box.size.height + 4);

      gsk_rounded_rect_init_from_rect (&outline, &ring, 4);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
    }
}

/* In strokes if it is the holder's own word. */
static void
append_bar (GtkSnapshot           *snapshot,
            const GdkRGBA         *colour,
            gboolean               own,
            const graphene_rect_t *bar)
{
  graphene_rect_t stroke = *bar, pitch = *bar;

  stroke.size.width = STROKE;
  pitch.size.width = 2 * STROKE;
  if (own)
    gtk_snapshot_push_repeat (snapshot, bar, &pitch);
  gtk_snapshot_append_color (snapshot, colour, own ? &stroke : bar);
  if (own)
    gtk_snapshot_pop (snapshot);
}

/* As high as the share is large; where nothing is known there is nothing. */
static void
draw_share (MarchHistoryStrip *self, GtkSnapshot *snapshot, double left, guint index)
{
  const MarchShareLane *lane = self->shares->pdata[index];
  const guint    row = self->history->lanes->len + index;
  const double   top = get_lane_y (self, row), height = get_lane_height (self, row);
  const double   right = get_x (self, left, self->history->last + 1);
  const MarchInk fill
      = march_palette_get_fill (march_theme_get_current (), lane->side.holder->palette);
  const GdkRGBA  colour = { (float) fill.red, (float) fill.green, (float) fill.blue, 1 };
  const gboolean own = lane->side.basis == MARCH_BASIS_OWN;
  GdkRGBA        ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ground);
  ground.alpha *= 0.12f;
  for (guint i = 0; i < lane->steps->len; i++)
    {
      const MarchShareStep *step = &g_array_index (lane->steps, MarchShareStep, i);
      const double          from = get_x (self, left, step->from);
      const double until = i + 1 < lane->steps->len ? get_x (self, left, step[1].from) : right;
      const double high = step->share > 0 ? MAX (1, step->share * height) : 0;

      if (isnan (step->share))
        continue;
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (from, top, until - from, height));
      append_bar (snapshot, &colour, own,
                  &GRAPHENE_RECT_INIT (from, top + height - high, until - from, high));
    }
}

static int
get_year_step (double pixels_per_year)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * pixels_per_year >= YEAR_SPACING)
      return steps[i];
  return 1000;
}

static void
draw_year (MarchHistoryStrip *self,
           GtkSnapshot       *snapshot,
           double             left,
           gint64             year,
           const GdkRGBA     *colour)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_autoptr (PangoLayout) layout = make_text (self, text, 0.78, FALSE, 0);
  double x = get_x (self, left, march_day_from_ymd (year, 1, 1));
  double y = get_lane_y (self, count_lanes (self));
  int    width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y - 4, 1, 3));
  x = MIN (x - width / 2.0, gtk_widget_get_width (GTK_WIDGET (self)) - width);
  append_text (snapshot, layout, MAX (x, left), y, colour);
}

static void
draw_axis (MarchHistoryStrip *self, GtkSnapshot *snapshot, double left, const GdkRGBA *colour)
{
  gint64 first = 0;
  gint64 last = 0;
  guint  month = 0;
  guint  day = 0;
  int    step;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - left;

  march_day_to_ymd (self->history->first, &first, &month, &day);
  if (month > 1 || day > 1)
    first++;
  march_day_to_ymd (self->history->last, &last, &month, &day);
  step = get_year_step ((width / MAX (1.0, (self->history->last - self->history->first) / 365.25))
                        / march_theme_get_text_scale (GTK_WIDGET (self)));
  for (gint64 year = first; year <= last; year += step)
    draw_year (self, snapshot, left, year, colour);
}

static void
draw_day (MarchHistoryStrip *self, GtkSnapshot *snapshot, double left)
{
  double         x = get_x (self, left, self->day);
  double         bottom = get_lane_y (self, count_lanes (self)) - 3;
  GdkRGBA        colour;
  GskRoundedRect dot;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_bg_color", &colour))
    gdk_rgba_parse (&colour, "#3584e4");
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x - 1, 4, 2, bottom - 4));
  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - 4, 0, 8, 8), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &colour, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

/** march_history_strip_draw: lanes, axis and day; there is a history */
void
march_history_strip_draw (MarchHistoryStrip *self, GtkSnapshot *snapshot)
{
  const double left = get_label_width (self) + LABEL_GAP;
  GdkRGBA      colour, dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  dim = colour;
  dim.alpha *= 0.65f;
  for (guint i = 0; i < self->history->lanes->len; i++)
    {
      const MarchLane *lane = self->history->lanes->pdata[i];

      draw_label (self, snapshot, i, (int) left - LABEL_GAP, &colour);
      for (guint j = 0; j < lane->stretches->len; j++)
        draw_stretch (self, snapshot, left, i, j, &colour);
    }
  for (guint i = 0; i < self->shares->len; i++)
    {
      draw_label (self, snapshot, self->history->lanes->len + i, (int) left - LABEL_GAP, &colour);
      draw_share (self, snapshot, left, i);
    }
  draw_axis (self, snapshot, left, &dim);
  draw_day (self, snapshot, left);
}

/** march_history_strip_find_stretch: Returns: (nullable): the one that is drawn there */
const MarchStretch *
march_history_strip_find_stretch (MarchHistoryStrip *self, double x, double y)
{
  double left = get_label_width (self) + LABEL_GAP;

  for (guint i = 0; self->history != NULL && i < self->history->lanes->len; i++)
    {
      const MarchLane *lane = self->history->lanes->pdata[i];

      for (guint j = 0; j < lane->stretches->len; j++)
        {
          graphene_rect_t box = get_box (self, left, i, lane->stretches->pdata[j]);

          graphene_rect_inset (&box, 0, -LANE_GAP / 2.0f);
          if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT (x, y)))
            return lane->stretches->pdata[j];
        }
    }
  return NULL;
}

/** march_history_strip_describe_share: Returns: (transfer full) (nullable): what the lane of shares
 * at that spot says of its day */
char *
march_history_strip_describe_share (MarchHistoryStrip *self, double x, double y)
{
  const double left = get_label_width (self) + LABEL_GAP;
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - left - 4;

  for (guint i = 0; self->history != NULL && x >= left && i < self->shares->len; i++)
    {
      const guint    row = self->history->lanes->len + i;
      const double   top = get_lane_y (self, row);
      const MarchDay days = self->history->last + 1 - self->history->first;

      if (y >= top && y < top + get_lane_height (self, row) + LANE_GAP)
        return march_share_lane_describe (
            self->shares->pdata[i],
            MIN (self->history->first + (MarchDay) ((x - left) / MAX (width, 1) * days),
                 self->history->last));
    }
  return NULL;
}
