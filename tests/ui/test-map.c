/* test-map.c — the map in a window: its legend, its days, its gestures, what it measures */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "map/march-map-chips.h"
#include "map/march-map-frame.h"
#include "map/march-map-layer.h"
#include "map/march-map-legend.h"
#include "map/march-map-lens.h"
#include "map/march-map-plan.h"
#include "map/march-map-scale.h"
#include "panel/march-panel.h"
#include "widgets/march-hollow-box.h"

static gboolean
has_selection (gpointer data)
{
  return march_session_get_place (data) != NULL || march_session_get_group (data) != NULL;
}

static gboolean
has_group (gpointer data)
{
  return march_session_get_group (data) != NULL;
}

static gboolean
has_no_group (gpointer data)
{
  return march_session_get_group (data) == NULL;
}

/* In a low window the legend scrolls: the bar is there to be seen, and the keyboard reaches every
 * row. */
static void
test_legend (void)
{
  MarchWindow   *window = march_ui_open_sized (1024, 600);
  MarchSession  *session = march_window_get_session (window);
  GtkWidget     *legend = march_ui_get (window, MARCH_TYPE_MAP_LEGEND);
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
  g_assert_true (
      gtk_widget_get_mapped (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scrolled))));
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
  march_ui_wait (has_selection, session, "what is drawn so is selected");
  march_ui_close (window);
}

/* Activates the first entry that stands for several places. */
static void
activate_group (MarchWindow *window)
{
  MarchSession  *session = march_window_get_session (window);
  GtkWidget     *list = march_ui_find (march_ui_get (window, MARCH_TYPE_MAP_LEGEND),
                                       GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      if (gtk_list_box_row_get_activatable (row))
        gtk_widget_activate (GTK_WIDGET (row));
      march_ui_settle (100);
      if (march_session_get_group (session) != NULL)
        return;
    }
  g_error ("no entry of the legend stands for several places");
}

/* An entry of the legend leads to all places that are drawn so, until one of them is chosen, and
 * back again. */
static void
test_legend_group (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *panel = march_ui_get (window, MARCH_TYPE_PANEL);
  g_autoptr (MarchGroup) group = NULL;

  activate_group (window);
  group = march_group_ref (march_session_get_group (session));
  g_assert_null (march_session_get_place (session));
  g_assert_cmpuint (group->entry->places->len, >, 1);
  g_assert_cmpint (group->day, ==, march_session_get_as_of (session));
  march_ui_settle (200);
  march_ui_assert_read (panel, group->entry->words);
  for (guint i = 0; i < group->entry->places->len; i++)
    march_ui_assert_read (panel, march_place_get_name (group->entry->places->pdata[i],
                                                       march_session_get_language (session)));

  march_session_select (session, group->entry->places->pdata[0]);
  march_ui_wait (has_no_group, session, "a place is selected in place of the group");
  march_ui_settle (200);
  g_assert_true (gtk_widget_activate_action (panel, "panel.back", NULL));
  march_ui_wait (has_group, session, "the group is there again");
  g_assert_true (march_session_get_group (session) == group);
  g_assert_null (march_session_get_place (session));

  march_session_select (session, NULL);
  march_ui_wait (has_no_group, session, "nothing is selected any more");
  march_ui_settle (200);
  g_assert_null (march_ui_find_text (panel, "In the legend"));
  march_ui_close (window);
}

/* The lenses of badges say in words what their badges count, and for whom. */
static void
test_lens_words (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GPtrArray    *places = march_corpus_get_places (march_session_get_corpus (session));
  guint         n_values = 0, n_unquoted = 0, n_quoted = 0;

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *none = NULL, *value = NULL, *evidence = NULL;

      march_session_set_lens (session, MARCH_LENS_BOTH);
      none = march_map_lens_describe (session, places->pdata[i]);
      g_assert_null (none);
      march_session_set_lens (session, MARCH_LENS_VALUE);
      value = march_map_lens_describe (session, places->pdata[i]);
      n_values += value != NULL && strstr (value, ", for ") != NULL;
      march_session_set_lens (session, MARCH_LENS_EVIDENCE);
      evidence = march_map_lens_describe (session, places->pdata[i]);
      n_unquoted += evidence != NULL && strstr (evidence, "Nothing quoted") != NULL;
      n_quoted += evidence != NULL && strstr (evidence, "quotation") != NULL;
    }
  g_assert_cmpuint (n_values, >, 0);
  g_assert_cmpuint (n_unquoted, >, 0);
  g_assert_cmpuint (n_quoted, >, 0);
  march_ui_close (window);
}

/* However large the window and dense the screen, the surfaces stay within their bound; a usual
 * window gets its whole margin and all of its pixels. */
static void
test_plan (void)
{
  static const double sizes[][2] = { { 320, 200 },   { 800, 600 },   { 1440, 900 }, { 1920, 1080 },
                                     { 3840, 2160 }, { 5120, 2880 }, { 7680, 4320 } };
  static const double scales[] = { 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (scales); i++)
    {
      const double *size = sizes[i / 4];
      MarchView     view = march_view_centered (12, 50, 6.3, size[0], size[1], scales[i % 4]);
      MarchMapPlan  plan;

      march_map_plan_init (&plan, &view);
      g_assert_cmpfloat (march_map_plan_get_bytes (&plan), <=, MARCH_MAP_MOST_BYTES);
      g_assert_true (march_map_view_covers (&plan.view, &view, 1));
      g_assert_cmpfloat (plan.view.width, >, view.width);
      g_assert_cmpfloat (plan.view.scale, <=, view.scale);
      if (size[0] * scales[i % 4] <= 3840)
        g_assert_cmpfloat (plan.view.scale, ==, view.scale);
      if (size[0] * scales[i % 4] <= 1440)
        g_assert_cmpfloat (plan.view.width, >=, view.width * 1.49);
      if (size[0] * scales[i % 4] <= 3840)
        g_assert_false (plan.frugal);
    }
}

static void
count_fade_cb (MarchMapLayer *layer, guint *counts)
{
  counts[march_map_layer_is_fading (layer)]++;
}

static gboolean
is_shown (gpointer data)
{
  return march_map_view_is_painted (data);
}

static gboolean
is_counted (gpointer data)
{
  const guint *counts = data;

  return counts[TRUE] + counts[FALSE] > 0;
}

/* Counts anew what is painted from here on. */
static void
show_day (MarchWindow *window, gint64 year, guint counts[2])
{
  march_ui_settle (600);
  counts[TRUE] = counts[FALSE] = 0;
  march_session_set_as_of (march_window_get_session (window), march_day_from_ymd (year, 6, 1));
  march_ui_wait (is_counted, counts, "the day is painted");
  march_ui_settle (600);
}

/* A day fades into another, but not while days follow each other quickly, nor where the desktop
 * wants no motion. */
static void
test_fade (void)
{
  MarchWindow *window = march_ui_open ();
  GtkWidget   *layer = march_ui_get (window, MARCH_TYPE_MAP_LAYER);
  guint        counts[2] = { 0, 0 };

  g_signal_connect (layer, "painted", G_CALLBACK (count_fade_cb), counts);
  show_day (window, 2015, counts);
  g_assert_cmpuint (counts[TRUE], ==, 0);
  g_assert_cmpuint (counts[FALSE], >, 0);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  show_day (window, 2023, counts);
  g_assert_cmpuint (counts[TRUE], ==, 1);
  g_assert_false (march_map_layer_is_fading (MARCH_MAP_LAYER (layer)));
  counts[TRUE] = 0;
  for (guint i = 0; i < 6; i++)
    {
      march_session_set_as_of (march_window_get_session (window),
                               march_day_from_ymd (2015 + i % 2 * 9, 6, 2));
      march_ui_settle (30);
    }
  march_ui_wait (is_shown, march_ui_get_map (window), "the last day is painted");
  g_assert_cmpuint (counts[TRUE], <=, 1);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  march_ui_close (window);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }
  return NULL;
}

/* These stand for GTK's functions: only a touch screen can tell them where fingers are. */
static graphene_point_t fingers;
static double           spread = 1;

double
gtk_gesture_zoom_get_scale_delta (GtkGestureZoom *gesture)
{
  return spread;
}

double
gtk_gesture_rotate_get_angle_delta (GtkGestureRotate *gesture)
{
  return 1.2;
}

gboolean
gtk_gesture_get_bounding_box_center (GtkGesture *gesture, double *x, double *y)
{
  *x = fingers.x;
  *y = fingers.y;
  return TRUE;
}

static double
zoom_of (MarchMapView *map)
{
  MarchView view;

  g_assert_true (march_map_view_get_view (map, &view));
  return view.zoom;
}

/* Two fingers that part zoom, and what was between them stays there. */
static void
test_pinch (void)
{
  MarchWindow        *window = march_ui_open ();
  MarchMapView       *map = march_ui_get_map (window);
  GtkWidget          *inner = march_ui_get (window, SHUMATE_TYPE_MAP);
  ShumateViewport    *viewport = shumate_map_get_viewport (SHUMATE_MAP (inner));
  GtkEventController *pinch = find_controller (inner, GTK_TYPE_GESTURE_ZOOM);
  MarchView           before, after;
  double              longitude, latitude, x, y;

  g_assert_nonnull (pinch);
  g_assert_true (march_map_view_get_view (map, &before));
  fingers = GRAPHENE_POINT_INIT ((float) before.width * 0.7f, (float) before.height * 0.3f);
  march_view_unproject (&before, fingers.x, fingers.y, &longitude, &latitude);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (spread = 1.1; spread < 2.05; spread += 0.1)
    g_signal_emit_by_name (pinch, "update", NULL);
  g_signal_emit_by_name (pinch, "end", NULL);
  march_ui_wait (is_shown, map, "the map is painted after the pinch");
  g_assert_true (march_map_view_get_view (map, &after));
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom + 1, 0.05);
  march_view_project (&after, longitude, latitude, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, fingers.x, 3);
  g_assert_cmpfloat_with_epsilon (y, fingers.y, 3);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  march_ui_close (window);
}

/* To any zoom between the levels; and whatever two fingers turn, north stays above. */
static void
test_gestures (void)
{
  MarchWindow        *window = march_ui_open ();
  MarchMapView       *map = march_ui_get_map (window);
  GtkWidget          *inner = march_ui_get (window, SHUMATE_TYPE_MAP);
  ShumateViewport    *viewport = shumate_map_get_viewport (SHUMATE_MAP (inner));
  GtkEventController *pinch = find_controller (inner, GTK_TYPE_GESTURE_ZOOM);
  GtkEventController *turn = find_controller (inner, GTK_TYPE_GESTURE_ROTATE);
  double              before = zoom_of (map);

  g_assert_nonnull (pinch);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (pinch), !=, GTK_PHASE_NONE);
  shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + 0.37);
  g_assert_cmpfloat (zoom_of (map), >, before + 0.2);
  march_ui_wait (is_shown, map, "the map is painted at a zoom between two levels");
  if (turn != NULL)
    {
      g_signal_emit_by_name (turn, "begin", NULL);
      g_signal_emit_by_name (turn, "update", NULL);
      g_signal_emit_by_name (turn, "end", NULL);
    }
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  shumate_viewport_set_rotation (viewport, 0.7);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  march_ui_wait (is_shown, map, "the map is painted again");
  march_ui_close (window);
}

/* Where all that is disputed stands on the map, in logical pixels. */
static graphene_rect_t
find_disputed (MarchWindow *window)
{
  MarchSession *session = march_window_get_session (window);
  GPtrArray    *places = march_corpus_get_places (march_session_get_corpus (session));
  MarchBox      box = { 1, 1, 0, 0 };
  MarchView     view;
  double        x0, y0, x1, y1;
  gboolean      first = TRUE;

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace   *place = places->pdata[i];
      const MarchFinding *finding
          = march_snapshot_get_finding (march_session_get_snapshot (session), place);
      const MarchBox     *other = place->geometry != NULL ? march_geometry_get_box (place->geometry)
                                                          : NULL;

      if (other == NULL || finding == NULL || finding->owns->len == 0)
        continue;
      if (first)
        box = *other;
      else
        march_box_extend (&box, other);
      first = FALSE;
    }
  g_assert_false (first);
  g_assert_true (march_map_view_get_view (march_ui_get_map (window), &view));
  march_view_project (&view, box.west, box.north, &x0, &y0);
  march_view_project (&view, box.east, box.south, &x1, &y1);
  return GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
}

static graphene_rect_t
bounds_of (MarchWindow *window, GType type)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (march_ui_get (window, type),
                                            GTK_WIDGET (march_ui_get_map (window)), &bounds));
  return bounds;
}

static double
right_of (const graphene_rect_t *rect)
{
  return rect->origin.x + rect->size.width;
}

/* What is fitted stands below the chips, above the credits with room for a badge, and right of the
 * legend as wide as it is; a folded legend leaves its room to the land, and larger text asks for
 * more. */
static void
assert_fits (MarchWindow *window, gboolean beside_legend)
{
  graphene_rect_t land, legend, chips, credits;
  GtkWidget      *map = GTK_WIDGET (march_ui_get_map (window));

  march_ui_settle (400);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.fit", NULL));
  march_ui_wait (is_shown, march_ui_get_map (window), "the map is fitted");
  land = find_disputed (window);
  legend = bounds_of (window, MARCH_TYPE_MAP_LEGEND);
  chips = bounds_of (window, MARCH_TYPE_MAP_CHIPS);
  g_assert_cmpfloat (land.origin.y, >=, chips.origin.y + chips.size.height);
  g_assert_true (gtk_widget_compute_bounds (march_ui_find_text (map, "Credits"), map, &credits));
  g_assert_cmpfloat (land.origin.y + land.size.height + 15, <=, credits.origin.y);
  if (beside_legend)
    g_assert_cmpfloat (land.origin.x, >=, right_of (&legend));
}

static void
test_fit (void)
{
  MarchWindow *window = march_ui_open_sized (1380, 860);
  GtkWidget   *legend = march_ui_get (window, MARCH_TYPE_MAP_LEGEND);
  GtkSettings *settings = gtk_settings_get_default ();
  double       beside, opened = zoom_of (march_ui_get_map (window));
  int          dpi;

  assert_fits (window, TRUE);
  beside = zoom_of (march_ui_get_map (window));
  g_assert_cmpfloat_with_epsilon (opened, beside, 1e-6);

  g_object_set (legend, "unfolded", FALSE, NULL);
  assert_fits (window, FALSE);
  g_assert_cmpfloat (zoom_of (march_ui_get_map (window)), >, beside + 0.05);
  g_object_set (legend, "unfolded", TRUE, NULL);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 6 / 5, NULL);
  assert_fits (window, TRUE);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  march_ui_close (window);
}

/* What lies over the map takes no clicks beside what is seen of it. */
static void
test_overlays (void)
{
  MarchWindow    *window = march_ui_open ();
  GtkWidget      *map = GTK_WIDGET (march_ui_get_map (window));
  GtkWidget      *scale = march_ui_get (window, MARCH_TYPE_MAP_SCALE), *picked;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (scale, map, &bounds));
  picked = gtk_widget_pick (map, bounds.origin.x + bounds.size.width / 2, bounds.origin.y - 40,
                            GTK_PICK_DEFAULT);
  g_assert_nonnull (picked);
  g_assert_null (gtk_widget_get_ancestor (picked, MARCH_TYPE_HOLLOW_BOX));
  march_ui_close (window);
}

static void
measure_at (MarchMapView *map, double longitude, double latitude)
{
  MarchView view;
  double    x, y;

  g_assert_true (march_map_view_get_view (map, &view));
  march_view_project (&view, longitude, latitude, &x, &y);
  march_map_view_click (map, x, y, 1);
}

/* Clicks measure along geodesics and select nothing; afterwards they select again. The numbers are
 * GeographicLib's for the WGS 84 ellipsoid. */
static void
test_measure (void)
{
  MarchWindow     *window = march_ui_open ();
  MarchSession    *session = march_window_get_session (window);
  MarchMapView    *map = march_ui_get_map (window);
  MarchMapMeasure *measure = MARCH_MAP_MEASURE (march_ui_get (window, MARCH_TYPE_MAP_MEASURE));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.measure", "s", "distance"));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "click two points"));
  measure_at (map, 30, 47);
  measure_at (map, 30, 48);
  g_assert_cmpfloat_with_epsilon (march_map_measure_get_length (measure), 111187, 60);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "Distance: 111.2 km"));
  march_map_measure_remove_last (measure);
  g_assert_cmpfloat (march_map_measure_get_length (measure), ==, 0);
  measure_at (map, 30, 47);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "Distance: 0 km"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.measure", "s", "area"));
  measure_at (map, 30, 47);
  measure_at (map, 31, 47);
  measure_at (map, 31, 48);
  g_assert_cmpfloat (march_map_measure_get_area (measure), >, 0);
  measure_at (map, 30, 48);
  /* a degree square there: about 76.1 km × 111.2 km at its south, 74.6 km at its north */
  g_assert_cmpfloat_with_epsilon (march_map_measure_get_area (measure), 8379e6, 30e6);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "km², around it"));
  g_assert_null (march_session_get_place (session));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.measure", "s", ""));
  g_assert_null (march_ui_find_text (GTK_WIDGET (map), "km²"));
  measure_at (map, 31, 49);
  g_assert_nonnull (march_session_get_place (session));
  march_ui_close (window);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/map/legend", test_legend);
  g_test_add_func ("/ui/map/lens-words", test_lens_words);
  g_test_add_func ("/ui/map/legend-group", test_legend_group);
  g_test_add_func ("/ui/map/plan", test_plan);
  g_test_add_func ("/ui/map/fade", test_fade);
  g_test_add_func ("/ui/map/gestures", test_gestures);
  g_test_add_func ("/ui/map/pinch", test_pinch);
  g_test_add_func ("/ui/map/fit", test_fit);
  g_test_add_func ("/ui/map/overlays", test_overlays);
  g_test_add_func ("/ui/map/measure", test_measure);
  return g_test_run ();
}
