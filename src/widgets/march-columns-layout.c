/* march-columns-layout.c — lays children out side by side, or below each other where there is no
 * room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-columns-layout.h"

#include "widgets/march-theme.h"

/* Between children that stand below each other. */
#define LINE_GAP 6

/* The width at which fixed columns have the width they ask for; in less they shrink with the
 * window. */
#define FULL_WIDTH 1340

struct _MarchColumnsLayout
{
  GtkLayoutManager parent_instance;

  int      widths[MARCH_COLUMNS_MAX]; /* 0: takes an equal share of what is left */
  guint    n_columns;
  int      gutter;
  int      narrow_below;
  gboolean heading; /* takes no room where the columns stand below each other */
  gboolean narrow;  /* as it was allocated last */
};

G_DEFINE_FINAL_TYPE (MarchColumnsLayout, march_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
get_widths (MarchColumnsLayout *self, int width, int *widths)
{
  int   rest = width - self->gutter * ((int) self->n_columns - 1);
  guint n_free = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = self->widths[i] * MIN (1.0, (double) width / FULL_WIDTH);
      rest -= widths[i];
      n_free += self->widths[i] == 0;
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->widths[i] == 0)
      widths[i] = MAX (0, rest / (int) n_free);
}

/* Larger text needs wider columns. */
static gboolean
is_narrow (MarchColumnsLayout *self, GtkWidget *widget, int width)
{
  return width < self->narrow_below * march_theme_get_text_scale (widget);
}

/* A child never gets less than it needs, whatever its column has. */
static int
get_child_width (GtkWidget *child, int width)
{
  int needed = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  return MAX (needed, width);
}

static GtkSizeRequestMode
march_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (MarchColumnsLayout *self, GtkWidget *widget, int width)
{
  const gboolean narrow = is_narrow (self, widget, width);
  int            widths[MARCH_COLUMNS_MAX] = { 0 };
  int            height = 0;
  guint          i = 0;

  if (narrow && self->heading)
    return 0;
  get_widths (self, width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int own = get_child_width (child, narrow ? width : widths[i % self->n_columns]);
      int needed = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own, &needed, NULL, NULL, NULL);
      height = narrow ? height + needed + (i > 0 ? LINE_GAP : 0) : MAX (height, needed);
    }
  return height;
}

static void
march_columns_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  MarchColumnsLayout *self = MARCH_COLUMNS_LAYOUT (manager);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, widget, for_size < 0 ? FULL_WIDTH : for_size);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      *minimum = MAX (*minimum, needed);
    }
  *natural = MAX (*minimum, FULL_WIDTH);
}

static void
allocate_lines (MarchColumnsLayout *self, GtkWidget *widget, int width)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed = 0;

      gtk_widget_set_child_visible (child, !self->heading);
      if (self->heading)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, needed }, -1);
      y += needed + LINE_GAP;
    }
}

static void
allocate_columns (MarchColumnsLayout *self, GtkWidget *widget, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      widths[MARCH_COLUMNS_MAX] = { 0 };
  int      x = 0;
  guint    i = 0;

  get_widths (self, width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      GtkAllocation place = { 0, 0, 0, height };
      int           own = get_child_width (child, widths[i % self->n_columns]);

      gtk_widget_set_child_visible (child, TRUE);
      place.x = mirrored ? width - x - own : x;
      place.width = own;
      gtk_widget_size_allocate (child, &place, -1);
      x += widths[i % self->n_columns] + self->gutter;
    }
}

static void
march_columns_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  MarchColumnsLayout *self = MARCH_COLUMNS_LAYOUT (manager);

  self->narrow = is_narrow (self, widget, width);
  if (self->narrow)
    allocate_lines (self, widget, width);
  else
    allocate_columns (self, widget, width, height);
}

static void
march_columns_layout_class_init (MarchColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = march_columns_layout_get_request_mode;
  layout_class->measure = march_columns_layout_measure;
  layout_class->allocate = march_columns_layout_allocate;
}

static void
march_columns_layout_init (MarchColumnsLayout *self)
{
}

/**
 * march_columns_layout_new:
 * @widths: of the columns in a wide window, in logical pixels; 0 takes a share of what is left
 * @n_columns: at most #MARCH_COLUMNS_MAX
 * @gutter: between columns
 * @narrow_below: in less than this, with text of the usual size, the children stand below each
 *   other
 *
 * Returns: (transfer full): a layout of as many children as columns
 */
GtkLayoutManager *
march_columns_layout_new (const int *widths, guint n_columns, int gutter, int narrow_below)
{
  MarchColumnsLayout *self = g_object_new (MARCH_TYPE_COLUMNS_LAYOUT, NULL);

  g_return_val_if_fail (n_columns > 0 && n_columns <= MARCH_COLUMNS_MAX, GTK_LAYOUT_MANAGER (self));
  for (guint i = 0; i < n_columns; i++)
    self->widths[i] = widths[i];
  self->n_columns = n_columns;
  self->gutter = gutter;
  self->narrow_below = narrow_below;
  return GTK_LAYOUT_MANAGER (self);
}

/** march_columns_layout_set_heading: @heading: whether the children head columns, so that they take
 * no room without them */
void
march_columns_layout_set_heading (MarchColumnsLayout *layout, gboolean heading)
{
  layout->heading = heading;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (layout));
}

/** march_columns_layout_is_narrow: Returns: whether the children stand below each other */
gboolean
march_columns_layout_is_narrow (MarchColumnsLayout *layout)
{
  return layout->narrow;
}
