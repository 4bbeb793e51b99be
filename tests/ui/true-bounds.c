/* true-bounds.c — lets newer GTK tell where its widgets are */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK 4.18 tells a widget's place within what its parent has left between border and padding, as
 * if the parent began there: every padding on the way is lost, and a person's pointer is sent
 * beside a small button. Loaded before the program (LD_PRELOAD), this counts both from their outer
 * edges. GTK 4.8 tells places by itself, and rightly. */

#define G_LOG_DOMAIN "march-tests"

#include <gtk/gtk.h>

static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  GtkWidget      *self   = GTK_WIDGET (accessible);
  GtkWidget      *parent = gtk_widget_get_parent (self);
  graphene_rect_t bounds, around;

  if (parent == NULL)
    parent = self;
  if (!gtk_widget_get_realized (self) || !gtk_widget_compute_bounds (self, parent, &bounds) ||
      !gtk_widget_compute_bounds (parent, parent, &around))
    return FALSE;

  *x      = (int) floorf (bounds.origin.x - around.origin.x);
  *y      = (int) floorf (bounds.origin.y - around.origin.y);
  *width  = (int) ceilf (bounds.size.width);
  *height = (int) ceilf (bounds.size.height);
  return TRUE;
}

/* All widgets share what GtkWidget implements. */
__attribute__ ((constructor)) static void
mend_bounds (void)
{
  GtkAccessibleInterface *implemented =
    g_type_interface_peek (g_type_class_ref (GTK_TYPE_WIDGET), GTK_TYPE_ACCESSIBLE);

  implemented->get_bounds = get_bounds;
}
