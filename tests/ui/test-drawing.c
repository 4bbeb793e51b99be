/* test-drawing.c — the shape of a place drawn on the map in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "places-fixture.h"

#include "map/march-map-view.h"

static MarchMapView *
get_map (DialogFixture *fixture)
{
  return march_ui_get_map (fixture->window);
}

static gboolean
is_drawing (gpointer data)
{
  return march_map_view_is_drawing (get_map (data));
}

static gboolean
is_back (gpointer data)
{
  return gtk_widget_get_mapped (((DialogFixture *) data)->dialog);
}

static void
start_drawing (DialogFixture *fixture, const char *label)
{
  dialog_press (fixture, label);
  march_ui_wait (is_drawing, fixture, "the map draws");
  g_assert_false (gtk_widget_get_mapped (fixture->dialog));
}

/* In shares of the map's width and height. */
static void
click_map (DialogFixture *fixture, double across, double down)
{
  GtkWidget *map = GTK_WIDGET (get_map (fixture));

  march_map_view_click (MARCH_MAP_VIEW (map), across * gtk_widget_get_width (map),
                        down * gtk_widget_get_height (map), 1);
}

static void
press_key (DialogFixture *fixture, guint key)
{
  GtkWidget *map = GTK_WIDGET (get_map (fixture));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean            handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static void
act (DialogFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (fixture)), action, NULL);
}

/* Over all that is told of places, and where they lie. */
static char *
sum_places (DialogFixture *fixture)
{
  GPtrArray *places = march_corpus_get_places (dialog_get_corpus (fixture));
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = places->pdata[i];

      g_checksum_update (sum, (const guchar *) &place->id, sizeof place->id);
      for (guint k = 0; k < place->names->len; k++)
        g_checksum_update (sum, (const guchar *) ((MarchName *) place->names->pdata[k])->text, -1);
      for (guint k = 0; place->geometry != NULL && k < march_geometry_get_n_parts (place->geometry);
           k++)
        {
          const MarchPart *part = march_geometry_get_part (place->geometry, k);

          g_checksum_update (sum, (const guchar *) part->points,
                             (gssize) (2 * sizeof (double) * part->n_points));
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
redo (DialogFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  dialog_await_edit (fixture);
}

/* What was saved since @before was taken is undone and done again. */
static void
undo_and_redo (DialogFixture *fixture, const char *before)
{
  g_autofree char *after = sum_places (fixture);
  g_autofree char *undone = NULL, *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  dialog_undo (fixture);
  undone = sum_places (fixture);
  g_assert_cmpstr (before, ==, undone);
  redo (fixture);
  redone = sum_places (fixture);
  g_assert_cmpstr (after, ==, redone);
}

static gboolean
is_painted (gpointer data)
{
  return march_map_view_is_painted (get_map (data));
}

static MarchGeometry *
get_shape (DialogFixture *fixture, const char *name)
{
  return places_get_place (fixture, name)->geometry;
}

static GtkWidget *
find_step_of_drawing (DialogFixture *fixture)
{
  return march_ui_find_tooltip (GTK_WIDGET (fixture->window), "Undo: a step of the drawing");
}

/* A new place is drawn on the map and is there; one undo takes it and its outline away. */
static void
test_draw (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char  *before = sum_places (fixture);
  const MarchPlace *place = NULL;
  GtkWidget        *map = GTK_WIDGET (get_map (fixture));

  places_open_dialog (fixture, "");
  places_type_name (fixture, "Newmark");
  start_drawing (fixture, "Draw an A_rea…");
  click_map (fixture, 0.7, 0.4);
  click_map (fixture, 0.9, 0.4);
  click_map (fixture, 0.8, 0.9);
  press_key (fixture, GDK_KEY_BackSpace);
  click_map (fixture, 0.9, 0.8);
  click_map (fixture, 0.7, 0.8);
  /* The steps of a drawing are its own, and the buttons say so. */
  g_assert_nonnull (find_step_of_drawing (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  click_map (fixture, 0.7, 0.8);
  press_key (fixture, GDK_KEY_Return);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Drag a corner to move it");
  press_key (fixture, GDK_KEY_Return);
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "4 corners");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  place = places_get_place (fixture, "Newmark");
  g_assert_cmpuint (march_geometry_count_points (place->geometry), ==, 5);
  march_ui_wait (is_painted, fixture, "the map is painted");
  g_assert_true (march_map_view_pick (MARCH_MAP_VIEW (map), 0.8 * gtk_widget_get_width (map),
                                      0.6 * gtk_widget_get_height (map))
                 == place);
  g_assert_null (find_step_of_drawing (fixture));
  undo_and_redo (fixture, before);
}

static void
draw_triangle (DialogFixture *fixture, double across, double down)
{
  click_map (fixture, across, down);
  click_map (fixture, across + 0.1, down);
  click_map (fixture, across, down + 0.1);
  press_key (fixture, GDK_KEY_Return);
}

/* An outline that crosses itself is said to, can't be finished, and isn't lost. */
static void
test_crossed (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "Harrow");
  start_drawing (fixture, "Draw an A_rea…");
  click_map (fixture, 0.7, 0.4);
  click_map (fixture, 0.9, 0.8);
  click_map (fixture, 0.9, 0.4);
  click_map (fixture, 0.7, 0.8);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "It can’t be finished so:");
  press_key (fixture, GDK_KEY_Return);
  press_key (fixture, GDK_KEY_Return);
  g_assert_true (is_drawing (fixture));
  press_key (fixture, GDK_KEY_Escape);
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "No shape");
  march_ui_assert_read (fixture->dialog, "What was drawn is not taken, but kept");
  start_drawing (fixture, "Draw an A_rea…");
  march_ui_assert_read (GTK_WIDGET (fixture->window), "It can’t be finished so:");
  act (fixture, "map.draw-undo");
  act (fixture, "map.draw-undo");
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Go on to the next corner.");
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  g_assert_cmpuint (march_geometry_count_points (get_shape (fixture, "Harrow")), ==, 4);
}

static gboolean
is_shared (DialogFixture *fixture)
{
  return march_ui_find_text (GTK_WIDGET (fixture->window), "this corner too, and move") != NULL;
}

/* A corner that neighbours have too takes them along, all in one edit. */
static void
test_shared (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char  *before = sum_places (fixture);
  g_autoptr (MarchGeometry) own = march_geometry_ref (places_get_place (fixture, "Dorn")->geometry);

  places_open_dialog (fixture, "Dorn");
  start_drawing (fixture, "Change the A_rea…");
  for (guint i = 0; i < 100 && !is_shared (fixture); i++)
    press_key (fixture, GDK_KEY_Tab);
  g_assert_true (is_shared (fixture));
  press_key (fixture, GDK_KEY_Left);
  press_key (fixture, GDK_KEY_Up);
  press_key (fixture, GDK_KEY_Insert);
  press_key (fixture, GDK_KEY_Delete);
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "with it.");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  g_assert_true (places_get_place (fixture, "Dorn")->geometry != own);
  g_assert_cmpuint (march_geometry_count_points (places_get_place (fixture, "Dorn")->geometry), ==,
                    march_geometry_count_points (own));
  undo_and_redo (fixture, before);
}

/* Four corners around a place of the map. */
static void
draw_square (DialogFixture *fixture, double across, double down, double half)
{
  click_map (fixture, across - half, down - half);
  click_map (fixture, across + half, down - half);
  click_map (fixture, across + half, down + half);
  click_map (fixture, across - half, down + half);
  press_key (fixture, GDK_KEY_Return);
}

/* An island is added, a hole is cut, what is wrong with one is said, and each can be deleted. */
static void
test_rings (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget       *window = GTK_WIDGET (fixture->window);
  g_autofree char *before = sum_places (fixture);

  places_open_dialog (fixture, "");
  places_type_name (fixture, "Newmark");
  start_drawing (fixture, "Draw an A_rea…");
  draw_square (fixture, 0.75, 0.6, 0.1);
  act (fixture, "map.draw-add-part");
  march_ui_assert_read (window, "Click the corners of the new part");
  draw_square (fixture, 0.92, 0.6, 0.03);
  press_key (fixture, GDK_KEY_h);
  march_ui_assert_read (window, "Click the corners of the hole");
  draw_square (fixture, 0.3, 0.7, 0.02);
  march_ui_assert_read (window, "It can’t be finished so: a hole lies outside its polygon.");
  press_key (fixture, GDK_KEY_Page_Up);
  march_map_view_step_drawing (get_map (fixture), -1);
  /* It is open again, and left out. */
  press_key (fixture, GDK_KEY_Escape);
  g_assert_true (is_drawing (fixture));
  press_key (fixture, GDK_KEY_h);
  draw_square (fixture, 0.75, 0.6, 0.03);
  click_map (fixture, 0.75, 0.6);
  march_ui_assert_read (window, "Hole 1 in part 1.");
  act (fixture, "map.draw-delete-ring");
  march_ui_assert_read (window, "The hole is gone.");
  march_map_view_step_drawing (get_map (fixture), -1);
  press_key (fixture, GDK_KEY_Page_Down);
  march_ui_assert_read (window, "Part 1 of 2.");
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  g_assert_cmpuint (march_geometry_get_n_parts (get_shape (fixture, "Newmark")), ==, 3);
  g_assert_true (march_geometry_get_part (get_shape (fixture, "Newmark"), 1)->hole);
  undo_and_redo (fixture, before);
}

/* Where on the map a corner of a place lies, in shares of its width and height. */
static void
find_corner (DialogFixture *fixture, const char *name, guint corner, double *across, double *down)
{
  GtkWidget       *map = GTK_WIDGET (get_map (fixture));
  const MarchPart *part = march_geometry_get_part (get_shape (fixture, name), 0);
  MarchView        view;

  g_assert_cmpuint (corner, <, part->n_points);
  g_assert_true (march_map_view_get_view (MARCH_MAP_VIEW (map), &view));
  march_view_project (&view, part->points[2 * corner], part->points[2 * corner + 1], across, down);
  *across /= gtk_widget_get_width (map);
  *down /= gtk_widget_get_height (map);
}

/* From a corner of a neighbour to another along its border, and the other way round back: the same
 * outline, to the last corner. */
static void
test_follow (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *before = sum_places (fixture);
  const guint      n = march_geometry_get_part (get_shape (fixture, "Dorn"), 0)->n_points;
  double           across[2], down[2];

  places_open_dialog (fixture, "");
  places_type_name (fixture, "Newmark");
  start_drawing (fixture, "Draw an A_rea…");
  for (guint i = 0; i < 2; i++)
    find_corner (fixture, "Dorn", i * n / 2, &across[i], &down[i]);
  click_map (fixture, across[0], down[0]);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Click another place on the border");
  click_map (fixture, across[1], down[1]);
  click_map (fixture, across[0], down[0]);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Drag a corner");
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  g_assert_cmpuint (march_geometry_count_points (get_shape (fixture, "Newmark")), ==, n);
  undo_and_redo (fixture, before);
}

/* An outline that is there is led along a border from one of its corners to another, by pointer and
 * by keys, and one step takes that back. */
static void
test_lead (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget  *window = GTK_WIDGET (fixture->window);
  const guint n = march_geometry_get_part (get_shape (fixture, "Dorn"), 0)->n_points;
  double      across[2], down[2];

  places_open_dialog (fixture, "");
  places_type_name (fixture, "Newmark");
  start_drawing (fixture, "Draw an A_rea…");
  press_key (fixture, GDK_KEY_t);
  for (guint i = 0; i < 2; i++)
    {
      find_corner (fixture, "Dorn", i * n / 2, &across[i], &down[i]);
      click_map (fixture, across[i], down[i]);
    }
  click_map (fixture, 0.9, 0.9);
  press_key (fixture, GDK_KEY_Return);
  press_key (fixture, GDK_KEY_b);
  march_ui_assert_read (window, "Choose a corner on the border first");
  click_map (fixture, across[0], down[0]);
  press_key (fixture, GDK_KEY_b);
  march_ui_assert_read (window, "Up to which corner does it follow");
  click_map (fixture, 0.9, 0.9);
  march_ui_assert_read (window, "No border leads from the one to the other");
  press_key (fixture, GDK_KEY_Escape);
  press_key (fixture, GDK_KEY_b);
  click_map (fixture, across[1], down[1]);
  march_ui_assert_read (window, "It follows the border now.");
  march_map_view_step_drawing (get_map (fixture), -1);
  click_map (fixture, across[0], down[0]);
  press_key (fixture, GDK_KEY_b);
  press_key (fixture, GDK_KEY_Tab);
  press_key (fixture, GDK_KEY_Return);
  march_ui_assert_read (window, "It follows the border now.");
  act (fixture, "map.draw-cancel");
  march_ui_wait (is_back, fixture, "the dialog is back");
  places_discard (fixture);
}

/* The last three corners stay, and it is told what can go instead. */
static void
test_last_corners (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  places_open_dialog (fixture, "Harrow");
  start_drawing (fixture, "Draw an A_rea…");
  draw_triangle (fixture, 0.7, 0.4);
  press_key (fixture, GDK_KEY_Delete);
  march_ui_assert_read (window, "No corner is chosen.");
  press_key (fixture, GDK_KEY_Tab);
  press_key (fixture, GDK_KEY_Delete);
  march_ui_assert_read (window, "An outline needs three corners");
  act (fixture, "map.draw-add-part");
  draw_triangle (fixture, 0.7, 0.7);
  press_key (fixture, GDK_KEY_Tab);
  press_key (fixture, GDK_KEY_Delete);
  march_ui_assert_read (window, "A part needs three corners, and has no more. Shift+Delete");
  act (fixture, "map.draw-cancel");
  march_ui_wait (is_back, fixture, "the dialog is back");
}

/* What a neighbour of the same level has is cut off, and one undo brings all of it back. */
static void
test_trim (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *before = sum_places (fixture);
  GtkWidget       *window = GTK_WIDGET (fixture->window);
  double           across, down;

  places_open_dialog (fixture, "Dorn");
  dialog_press (fixture, "Re_move");
  start_drawing (fixture, "Draw an A_rea…");
  find_corner (fixture, "Farrow", 0, &across, &down);
  press_key (fixture, GDK_KEY_t);
  draw_square (fixture, across, down, 0.03);
  act (fixture, "map.draw-trim");
  march_ui_assert_read (window, "Nothing would be left");
  find_corner (fixture, "Farrow", 2, &across, &down);
  act (fixture, "map.draw-add-part");
  draw_square (fixture, across, down, 0.03);
  act (fixture, "map.draw-trim");
  march_ui_assert_read (window, "have is cut off. Ctrl+Z");
  march_map_view_step_drawing (get_map (fixture), -1);
  march_map_view_step_drawing (get_map (fixture), 1);
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  undo_and_redo (fixture, before);
}

/* A settlement is set by keys alone. */
static void
test_point (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "");
  places_type_name (fixture, "Pinpoint");
  start_drawing (fixture, "Set a _Point…");
  press_key (fixture, GDK_KEY_Right);
  press_key (fixture, GDK_KEY_space);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_Return);
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "Point at");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  g_assert_cmpint (march_geometry_get_kind (places_get_place (fixture, "Pinpoint")->geometry), ==,
                   MARCH_GEOMETRY_POINT);
}

/* Closing the window meanwhile brings the dialog back with what was typed. */
static void
test_close (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "");
  places_type_name (fixture, "Unsaved");
  start_drawing (fixture, "Draw an A_rea…");
  gtk_window_close (GTK_WINDOW (fixture->window));
  march_ui_wait (is_back, fixture, "the dialog is back");
  g_assert_false (is_drawing (fixture));
  places_discard (fixture);
}

/* In a small window the bar leaves the map what it is for, which has 452 pixels: of other fonts too
 * it takes far less than a third. */
static void
test_bar (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = NULL;
  int        height = 0;

  places_open_dialog (fixture, "Harrow");
  start_drawing (fixture, "Draw an A_rea…");
  bar = march_ui_find_button (GTK_WIDGET (get_map (fixture)), "_Finish");
  while (bar != NULL && !gtk_widget_has_css_class (bar, "draw-bar"))
    bar = gtk_widget_get_parent (bar);
  g_assert_nonnull (bar);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 790, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 452 * 3 / 10);
  act (fixture, "map.draw-cancel");
  march_ui_wait (is_back, fixture, "the dialog is back");
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/drawing/draw", test_draw);
  dialog_add ("/ui/drawing/crossed", test_crossed);
  dialog_add ("/ui/drawing/shared", test_shared);
  dialog_add ("/ui/drawing/rings", test_rings);
  dialog_add ("/ui/drawing/follow", test_follow);
  dialog_add ("/ui/drawing/lead", test_lead);
  dialog_add ("/ui/drawing/last-corners", test_last_corners);
  dialog_add ("/ui/drawing/trim", test_trim);
  dialog_add ("/ui/drawing/point", test_point);
  dialog_add ("/ui/drawing/close", test_close);
  dialog_add ("/ui/drawing/bar", test_bar);
  return g_test_run ();
}
