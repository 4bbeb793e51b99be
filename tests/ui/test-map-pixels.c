/* test-map-pixels.c — the map on screen, pixel by pixel: as painted, and tiles below it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "march-ui.h"

#include "map/march-map-layer.h"
#include "render/march-painter.h"

/* As tile-server.py paints them: columns and rows that are even in sum, or odd. */
static const guint32 tile_pixels[2] = { 0xfa28dc, 0x28fa5a };

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

/* Without a node where the widget waits for its size: newer GTK then has no picture of it. */
static GskRenderNode *
snapshot_widget (GtkWidget *widget, int scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

static Picture
take_picture_scaled (GtkWidget *widget, int scale)
{
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer   *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  GskRenderNode *node = snapshot_widget (widget, scale);
  Picture        picture = { 0, 0, NULL };

  for (guint i = 0; node == NULL && i < 100; i++)
    {
      march_ui_settle (20);
      node = snapshot_widget (widget, scale);
    }
  g_assert_nonnull (node);
  picture.width = gtk_widget_get_width (widget) * scale;
  picture.height = gtk_widget_get_height (widget) * scale;
  picture.pixels = g_new0 (guint32, (gsize) picture.width * picture.height);
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

typedef struct
{
  Server       *server;
  MarchMapView *map;
} Asked;

/* The tile in the middle of the view is told last, or later than it is seen. */
static gboolean
was_asked_for_middle (gpointer data)
{
  const Asked *asked = data;
  MarchView    view;

  if (!march_map_view_get_view (asked->map, &view))
    return FALSE;
  for (guint i = 0; i < asked->server->asked->len; i++)
    {
      const double world = march_view_world (&view);
      double       tiles;
      int          z, column, row;

      g_assert_cmpint (sscanf (asked->server->asked->pdata[i], "/tiles/%d/%d/%d.png", &z, &column,
                               &row),
                       ==, 3);
      tiles = exp2 (z);
      if (column == (int) floor ((view.x + view.width / world / 2) * tiles)
          && row == (int) floor ((view.y + view.height / world / 2) * tiles))
        return TRUE;
    }
  return FALSE;
}

static void
assert_tiles_of_view (Server *server, MarchMapView *map)
{
  MarchView view;

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
    }
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
  MarchMapView *map = march_ui_get_map (window);
  guint         n;

  march_ui_settle (800);
  g_assert_cmpuint (server->asked->len, ==, 0);
  g_assert_false (shows_tiles (map));
  g_assert_null (march_ui_find_text (GTK_WIDGET (map), "Tiles of Velmark"));

  g_settings_set_boolean (server->settings, "show-tiles", TRUE);
  march_ui_wait (shows_tiles, map, "the tiles are seen");
  march_ui_wait (was_asked_for_middle, &(Asked){ server, map }, "the middle's tile is asked for");
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
  MarchMapView *map = march_ui_get_map (window);

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
  MarchMapView     *map = march_ui_get_map (window);
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
  GtkWidget    *layer = march_ui_get (window, MARCH_TYPE_MAP_LAYER);
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
  g_test_add_func ("/ui/map/pixels", test_pixels);
  add_with_server ("/ui/map/tiles", test_tiles);
  add_with_server ("/ui/map/tiles-bad", test_bad_tiles);
  add_with_server ("/ui/map/tiles-jumps", test_jumps);
  return g_test_run ();
}
