/* test-map.c — the map in a window: its legend, what lies over it and below it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "map/march-map-legend.h"

static GtkWidget *
find_in_window (MarchWindow *window, GType type)
{
  GtkWidget *found = march_ui_find (GTK_WIDGET (window), type);

  g_assert_nonnull (found);
  return found;
}

static gboolean
has_selection (gpointer data)
{
  return march_session_get_place (data) != NULL;
}

/* In a low window the legend scrolls: the bar is there to be seen, and the keyboard reaches every
 * row. */
static void
test_legend (void)
{
  MarchWindow   *window = march_ui_open_sized (1024, 600);
  MarchSession  *session = march_window_get_session (window);
  GtkWidget     *legend = find_in_window (window, MARCH_TYPE_MAP_LEGEND);
  GtkWidget     *scrolled = march_ui_find (legend, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget     *list = march_ui_find (legend, GTK_TYPE_LIST_BOX);
  GtkAdjustment *adjustment;
  GtkListBoxRow *row;
  guint          n = 0, n_leading = 0;

  g_assert_nonnull (scrolled);
  g_assert_nonnull (list);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));
  g_assert_false (gtk_scrolled_window_get_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled)));
  g_assert_true (gtk_widget_get_mapped (
      gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scrolled))));
  for (; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n)) != NULL; n++)
    {
      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
      n_leading += gtk_list_box_row_get_activatable (row);
    }
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n_leading, >, 2);
  march_ui_settle (300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_true (gtk_list_box_row_get_activatable (row));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  march_ui_wait (has_selection, session, "a place drawn so is selected");
  march_ui_close (window);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/map/legend", test_legend);
  return g_test_run ();
}
