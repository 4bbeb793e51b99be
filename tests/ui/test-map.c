/* test-map.c — the map in a window: its legend, what lies over it and below it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "march-ui.h"

#include "map/march-map-frame.h"
#include "map/march-map-layer.h"
#include "map/march-map-legend.h"
#include "map/march-map-plan.h"
#include "render/march-painter.h"

/* As tile-server.py paints them: columns and rows that are even in sum, or odd. */
static const guint32 tile_pixels[2] = { 0xfa28dc, 0x28fa5a };

static GtkWidget *
find_in_window (MarchWindow *window, GType type)
{
  GtkWidget *found = march_ui_find (GTK_WIDGET (window), type);

  g_assert_nonnull (found);
  return found;
}

static MarchMapView *
find_map (MarchWindow *window)
{
  return MARCH_MAP_VIEW (find_in_window (window, MARCH_TYPE_MAP_VIEW));
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
  march_ui_wait (has_selection, session, "a place drawn so is selected");
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
  GtkWidget   *layer = find_in_window (window, MARCH_TYPE_MAP_LAYER);
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
  march_ui_wait (is_shown, find_map (window), "the last day is painted");
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

static double
zoom_of (MarchMapView *map)
{
  MarchView view;

  g_assert_true (march_map_view_get_view (map, &view));
  return view.zoom;
}

/* Two fingers zoom, to any zoom between the levels, and whatever they turn, north stays above.
 * Touches can't be made here: it is seen that the gesture listens, and what it does is done. */
static void
test_gestures (void)
{
  MarchWindow        *window = march_ui_open ();
  MarchMapView       *map = find_map (window);
  GtkWidget          *inner = find_in_window (window, SHUMATE_TYPE_MAP);
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
    g_signal_emit_by_name (turn, "angle-changed", 1.2, 1.2);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  shumate_viewport_set_rotation (viewport, 0.7);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  march_ui_wait (is_shown, map, "the map is painted again");
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
  MarchMapView    *map = find_map (window);
  MarchMapMeasure *measure = MARCH_MAP_MEASURE (find_in_window (window, MARCH_TYPE_MAP_MEASURE));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), "map.measure", "s", "distance"));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "click two points"));
  measure_at (map, 30, 47);
  measure_at (map, 30, 48);
  g_assert_cmpfloat_with_epsilon (march_map_measure_get_length (measure), 111187, 60);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "Distance: 111 km"));
  march_map_measure_remove_last (measure);
  g_assert_cmpfloat (march_map_measure_get_length (measure), ==, 0);

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

typedef struct
{
  GSettings        *settings;
  GSubprocess      *process;
  GDataInputStream *lines;
  GPtrArray        *asked; /* of the lines it printed */
  char             *port;
} Server;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Server *server = data;
  char   *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL,
                                                       NULL);

  if (line == NULL)
    return;
  if (server->port == NULL)
    server->port = line;
  else
    g_ptr_array_add (server->asked, line);
  g_data_input_stream_read_line_async (server->lines, G_PRIORITY_DEFAULT, NULL, read_cb, server);
}

static gboolean
is_listening (gpointer data)
{
  return ((Server *) data)->port != NULL;
}

static void
set_url (Server *server, const char *path)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%s/%s", server->port, path);

  g_settings_set_string (server->settings, "tile-url", url);
}

static void
server_start (Server *server, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MARCHLAND_SOURCE_ROOT"),
                                            "tests/ui/tile-server.py", NULL);
  g_autoptr (GError) error = NULL;

  server->settings = g_settings_new (APP_ID);
  server->asked = g_ptr_array_new_with_free_func (g_free);
  server->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE
                                          | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                      &error, "python3", path, NULL);
  g_assert_no_error (error);
  server->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server->process));
  g_data_input_stream_read_line_async (server->lines, G_PRIORITY_DEFAULT, NULL, read_cb, server);
  march_ui_wait (is_listening, server, "the tile server listens");
  set_url (server, "tiles/{z}/{x}/{y}.png");
  g_settings_set_string (server->settings, "tile-credit", "Tiles of Velmark");
}

static void
server_stop (Server *server, gconstpointer data)
{
  g_settings_reset (server->settings, "show-tiles");
  g_settings_reset (server->settings, "tile-url");
  g_settings_reset (server->settings, "tile-credit");
  g_subprocess_force_exit (server->process);
  g_assert_true (g_subprocess_wait (server->process, NULL, NULL));
  march_ui_settle (50);
  g_ptr_array_unref (server->asked);
  g_free (server->port);
  g_object_unref (server->lines);
  g_object_unref (server->process);
  g_object_unref (server->settings);
}

static gboolean
was_asked (gpointer data)
{
  return ((Server *) data)->asked->len > 0;
}

typedef struct
{
  int      width, height;
  guint32 *pixels;
} Picture;

static void
picture_clear (Picture *picture)
{
  g_free (picture->pixels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static Picture
take_picture_scaled (GtkWidget *widget, int scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer   *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  const int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  Picture        picture = { width * scale, height * scale, NULL };

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  picture.pixels = g_new0 (guint32, (gsize) picture.width * picture.height);
  if (node == NULL)
    return picture;
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, picture.width, picture.height));
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * 4);
  gsk_render_node_unref (node);
  return picture;
}

static Picture
take_picture (GtkWidget *widget)
{
  return take_picture_scaled (widget, 1);
}

static double
share_of (const Picture *picture, guint32 pixel)
{
  guint n = 0;

  for (int i = 0; i < picture->width * picture->height; i++)
    n += (picture->pixels[i] & 0xffffff) == pixel;
  return (double) n / (picture->width * picture->height);
}

static gboolean
shows_tiles (gpointer data)
{
  g_auto (Picture) picture = take_picture (data);

  return share_of (&picture, tile_pixels[0]) + share_of (&picture, tile_pixels[1]) > 0.2;
}

static void
assert_tiles_of_view (Server *server, MarchMapView *map)
{
  MarchView view;
  gboolean  middle = FALSE;

  g_assert_true (march_map_view_get_view (map, &view));
  for (guint i = 0; i < server->asked->len; i++)
    {
      const char  *line = server->asked->pdata[i];
      double       x, y, span;
      int          z, column, row;
      const double width = view.width / march_view_world (&view);
      const double height = view.height / march_view_world (&view);

      g_test_message ("%s", line);
      g_assert_cmpint (sscanf (line, "/tiles/%d/%d/%d.png", &z, &column, &row), ==, 3);
      g_assert_cmpfloat (fabs (z - view.zoom), <=, 1.01);
      span = exp2 (-z);
      x = (column + 0.5) * span;
      y = (row + 0.5) * span;
      g_assert_cmpfloat (fabs (x - view.x - width / 2), <=, width / 2 + 2 * span);
      g_assert_cmpfloat (fabs (y - view.y - height / 2), <=, height / 2 + 2 * span);
      middle |= column == (int) floor ((view.x + width / 2) / span)
                && row == (int) floor ((view.y + height / 2) / span);
    }
  g_assert_true (middle);
}

static int
parity_of (guint32 pixel)
{
  for (int i = 0; i < 2; i++)
    if ((pixel & 0xffffff) == tile_pixels[i])
      return i;
  return -1;
}

static guint
count_tile_pixels (const Picture *picture, double x, double y)
{
  guint n = 0;

  for (int dy = -15; dy < 15; dy++)
    for (int dx = -15; dx < 15; dx++)
      n += parity_of (picture->pixels[((int) y + dy) * picture->width + (int) x + dx]) >= 0;
  return n;
}

static guint
count_tiles_at (MarchMapView     *map,
                const Picture    *picture,
                const MarchView  *view,
                const MarchPlace *place)
{
  double longitude, latitude, x, y;

  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_view_project (view, longitude, latitude, &x, &y);
  return count_tile_pixels (picture, x, y);
}

/* Each tile lies where its column and row say, sea and land let it through, fills don't. */
static void
assert_tiles_in_place (Server *server, MarchMapView *map)
{
  g_auto (Picture) picture = take_picture (GTK_WIDGET (map));
  MarchView view;
  MarchSession
      *session = march_window_get_session (MARCH_WINDOW (gtk_widget_get_root (GTK_WIDGET (map))));
  MarchCorpus *corpus = march_session_get_corpus (session);
  double       span;
  guint        n = 0;

  g_assert_true (march_map_view_get_view (map, &view));
  span = exp2 (-g_ascii_strtod ((const char *) server->asked->pdata[0] + strlen ("/tiles/"), NULL));
  for (int y = 5; y < picture.height; y += 7)
    for (int x = 5; x < picture.width; x += 7)
      {
        const int    parity = parity_of (picture.pixels[y * picture.width + x]);
        const double column = (view.x + x / march_view_world (&view)) / span;
        const double row = (view.y + y / march_view_world (&view)) / span;
        const double edge = 3 / march_view_world (&view) / span;

        if (parity < 0 || fabs (column - round (column)) < edge || fabs (row - round (row)) < edge)
          continue;
        g_assert_cmpint (((int) column + (int) row) % 2, ==, parity);
        n++;
      }
  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpuint (count_tiles_at (map, &picture, &view,
                                    march_corpus_find_place (corpus, "UA-46", NULL)),
                    >, 500);
  g_assert_cmpuint (count_tiles_at (map, &picture, &view,
                                    march_corpus_find_place (corpus, "UA-43", NULL)),
                    ==, 0);
}

/* Nothing is asked of any server unless the user wants it; then the tiles lie below the fills, in
 * place of sea and land, with their credit. */
static void
test_tiles (Server *server, gconstpointer data)
{
  MarchWindow  *window = march_ui_open ();
  MarchMapView *map = find_map (window);
  guint         n;

  march_ui_settle (800);
  g_assert_cmpuint (server->asked->len, ==, 0);
  g_assert_false (shows_tiles (map));
  g_assert_null (march_ui_find_text (GTK_WIDGET (map), "Tiles of Velmark"));

  g_settings_set_boolean (server->settings, "show-tiles", TRUE);
  march_ui_wait (shows_tiles, map, "the tiles are seen");
  march_ui_settle (300);
  assert_tiles_of_view (server, map);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (map), "Tiles of Velmark"));
  assert_tiles_in_place (server, map);

  g_settings_set_boolean (server->settings, "show-tiles", FALSE);
  march_ui_settle (500);
  g_assert_false (shows_tiles (map));
  g_assert_null (march_ui_find_text (GTK_WIDGET (map), "Tiles of Velmark"));
  n = server->asked->len;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-in", NULL));
  march_ui_settle (500);
  g_assert_cmpuint (server->asked->len, ==, n);
  march_ui_close (window);
}

static gboolean
says_why (gpointer data)
{
  return march_ui_find_text (data, "No map tiles come from 127.0.0.1") != NULL;
}

static gboolean
says_form (gpointer data)
{
  return march_ui_find_text (data, "A tile address starts with") != NULL;
}

static gboolean
says_nothing (gpointer data)
{
  return !says_why (data) && !says_form (data);
}

static void
test_bad_tiles (Server *server, gconstpointer data)
{
  MarchWindow  *window = march_ui_open ();
  MarchMapView *map = find_map (window);

  g_settings_set_string (server->settings, "tile-url", "ftp://127.0.0.1/{x}");
  g_settings_set_boolean (server->settings, "show-tiles", TRUE);
  march_ui_wait (says_form, map, "the map says what a tile address looks like");
  set_url (server, "nothing/{z}/{x}/{y}.png");
  march_ui_wait (says_why, map, "the map says why there are no tiles");
  g_assert_true (was_asked (server));
  set_url (server, "tiles/{z}/{x}/{y}.png");
  march_ui_wait (shows_tiles, map, "the tiles are seen");
  march_ui_wait (says_nothing, map, "the map has nothing to complain of");
  march_ui_close (window);
}

/* After every jump there are tiles again: newer libshumate left the map blank until it was moved.
 */
static void
test_jumps (Server *server, gconstpointer data)
{
  MarchWindow      *window = march_ui_open ();
  MarchSession     *session = march_window_get_session (window);
  MarchMapView     *map = find_map (window);
  MarchCorpus      *corpus = march_session_get_corpus (session);
  const MarchPlace *places[] = { march_corpus_find_place (corpus, "UA-65", NULL), NULL,
                                 march_corpus_find_place (corpus, "UA-43", NULL),
                                 march_corpus_find_place (corpus, "UA-46", NULL) };

  g_settings_set_boolean (server->settings, "show-tiles", TRUE);
  for (guint i = 0; i < 12; i++)
    {
      march_session_fit (session, places[i % G_N_ELEMENTS (places)]);
      march_ui_settle (i % 3 == 0 ? 0 : 400);
      march_ui_wait (shows_tiles, map, "the map is not blank after a jump");
    }
  march_ui_close (window);
}

static void
add_with_server (const char *name, void (*test) (Server *server, gconstpointer data))
{
  g_test_add (name, Server, NULL, server_start, test, server_stop);
}

static gboolean
is_far_from (guint32 one, guint32 other)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)) > 24)
      return TRUE;
  return FALSE;
}

/* What is on screen is what the painter paints, pixel for pixel of the screen, by whichever
 * renderer and at whichever density the test runs. */
static void
test_pixels (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *layer = find_in_window (window, MARCH_TYPE_MAP_LAYER);
  const int     scale = gtk_widget_get_scale_factor (layer);
  g_autoptr (MarchPainter) painter = march_painter_new (march_session_get_corpus (session));
  g_auto (Picture) picture = take_picture_scaled (layer, scale);
  MarchStyle       style = march_style_new (MARCH_THEME_LIGHT, MARCH_PAINT_BOTH);
  MarchView        view;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture.width,
                                                         picture.height);
  cairo_t         *cr;
  guint            n_far = 0;

  g_test_message ("scale %d, %s", scale,
                  G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
  g_assert_true (march_map_layer_get_view (MARCH_MAP_LAYER (layer), &view));
  march_style_set_language (&style, march_session_get_language (session));
  style.labels = FALSE;
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  g_assert_true (march_painter_paint (painter, cr, march_session_get_snapshot (session), &view,
                                      &style, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < picture.height; y++)
    for (int x = 0; x < picture.width; x++)
      n_far += is_far_from (
          picture.pixels[y * picture.width + x],
          ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                   + y * cairo_image_surface_get_stride (surface)))[x]);
  /* The names, and what hangs on whole pixels of the larger picture. */
  g_assert_cmpfloat ((double) n_far / (picture.width * picture.height), <, 0.06);
  cairo_surface_destroy (surface);
  march_ui_close (window);
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/map/legend", test_legend);
  g_test_add_func ("/ui/map/plan", test_plan);
  g_test_add_func ("/ui/map/fade", test_fade);
  g_test_add_func ("/ui/map/pixels", test_pixels);
  g_test_add_func ("/ui/map/gestures", test_gestures);
  g_test_add_func ("/ui/map/measure", test_measure);
  add_with_server ("/ui/map/tiles", test_tiles);
  add_with_server ("/ui/map/tiles-bad", test_bad_tiles);
  add_with_server ("/ui/map/tiles-jumps", test_jumps);
  return g_test_run ();
}
