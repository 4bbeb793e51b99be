/* march-columns.c — a box whose children stand side by side, joined by arrows, or below each other
 */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-columns.h"
#include "widgets/march-columns-layout.h"

/* Where an arrow stands below its children's upper edge. */
#define ARROW_Y 25

struct _MarchColumns
{
  GtkWidget parent_instance;

  gboolean arrows;
};

G_DEFINE_FINAL_TYPE (MarchColumns, march_columns, GTK_TYPE_WIDGET)

/* From the end of one child to the start of the next, in reading direction. */
static void
draw_arrow (cairo_t *cr, double from, double to)
{
  double head = to > from ? -7 : 7;

  cairo_move_to (cr, from, ARROW_Y);
  cairo_line_to (cr, to + head, ARROW_Y);
  cairo_stroke (cr);
  cairo_move_to (cr, to, ARROW_Y);
  cairo_line_to (cr, to + head, ARROW_Y - 4);
  cairo_line_to (cr, to + head, ARROW_Y + 4);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_arrows (MarchColumns *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_t   *cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), 2 * ARROW_Y));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.55f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.5);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget      *next = gtk_widget_get_next_sibling (child);
      graphene_rect_t a;
      graphene_rect_t b;

      if (next == NULL || !gtk_widget_compute_bounds (child, widget, &a)
          || !gtk_widget_compute_bounds (next, widget, &b))
        continue;
      if (b.origin.x >= a.origin.x + a.size.width)
        draw_arrow (cr, a.origin.x + a.size.width, b.origin.x);
      else
        draw_arrow (cr, a.origin.x, b.origin.x + b.size.width);
    }
  cairo_destroy (cr);
}

static void
march_columns_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MarchColumns     *self = MARCH_COLUMNS (widget);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  if (self->arrows && !march_columns_layout_is_narrow (MARCH_COLUMNS_LAYOUT (layout)))
    draw_arrows (self, snapshot);
  GTK_WIDGET_CLASS (march_columns_parent_class)->snapshot (widget, snapshot);
}

static void
march_columns_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (march_columns_parent_class)->dispose (object);
}

static void
march_columns_class_init (MarchColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_columns_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = march_columns_snapshot;
}

static void
march_columns_init (MarchColumns *self)
{
}

/**
 * march_columns_new:
 * @widths: see march_columns_layout_new()
 * @n_columns: as many as children will be appended
 * @gutter: between columns, in logical pixels
 * @narrow_below: in less than this the children stand below each other
 * @arrows: whether to join the columns
 * @heading: whether they head columns, and vanish where there are none
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
march_columns_new (const int *widths,
                   guint      n_columns,
                   int        gutter,
                   int        narrow_below,
                   gboolean   arrows,
                   gboolean   heading)
{
  MarchColumns     *self = g_object_new (MARCH_TYPE_COLUMNS, NULL);
  GtkLayoutManager *layout = march_columns_layout_new (widths, n_columns, gutter, narrow_below);

  march_columns_layout_set_heading (MARCH_COLUMNS_LAYOUT (layout), heading);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  self->arrows = arrows;
  return GTK_WIDGET (self);
}

/** march_columns_append: @child: the next column */
void
march_columns_append (MarchColumns *columns, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (columns));
}
