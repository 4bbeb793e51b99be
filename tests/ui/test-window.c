/* test-window.c — a window as its reader uses it: a click, a lens, the whole, every size */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "map/march-map-view-private.h"
#include "panel/march-panel.h"
#include "panel/march-why-page.h"
#include "render/march-lettering.h"

static void
test_click (void)
{
  MarchWindow      *window = march_ui_open ();
  MarchSession     *session = march_window_get_session (window);
  GtkWidget        *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  const MarchPlace *place = march_ui_find_place (session, "UA-65");

  g_assert_nonnull (panel);
  march_ui_click (window, "UA-65", 1);
  g_assert_true (march_session_get_place (session) == place);
  march_ui_assert_read (panel, march_place_get_name (place, "en"));
  march_ui_assert_read (panel, "Partly held by");
  march_session_select (session, NULL);
  march_ui_assert_read (panel, "Disputed on this day");
  march_ui_close (window);
}

static void
test_lens (void)
{
  MarchWindow    *window = march_ui_open ();
  MarchSession   *session = march_window_get_session (window);
  const char     *names[] = { "control", "claim", "both", "value", "evidence" };
  const MarchLens lenses[] = { MARCH_LENS_CONTROL, MARCH_LENS_CLAIM, MARCH_LENS_BOTH,
                               MARCH_LENS_VALUE, MARCH_LENS_EVIDENCE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.lens", "s", names[i]));
      g_assert_cmpint (march_session_get_lens (session), ==, lenses[i]);
    }
  march_ui_close (window);
}

static void
test_legend (void)
{
  MarchWindow *window = march_ui_open ();
  GtkWidget   *map = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW);

  march_ui_assert_read (map, "says it owns it");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.lens", "s", "control"));
  march_ui_assert_read (map, "Partly held by");
  march_ui_settle (600);
  g_assert_null (march_ui_find_text (map, "says it owns it"));
  march_ui_close (window);
}

/* A double click brings the place close; fitting shows the whole dossier again. */
static void
test_fit (void)
{
  MarchWindow *window = march_ui_open ();
  MarchMapView *map = MARCH_MAP_VIEW (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW));
  MarchView    before, close, after;

  march_map_view_get_view (map, &before);
  march_ui_click (window, "UA-65", 2);
  march_map_view_get_view (map, &close);
  g_assert_cmpfloat (close.zoom, >, before.zoom + 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.fit", NULL));
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 0.02);
  march_ui_close (window);
}

static guint
count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint             n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += gtk_widget_get_visible (l->data);
  return n;
}

static void
close_topmost (GtkWindow *below)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != below && gtk_widget_get_visible (l->data))
      gtk_window_destroy (l->data);
}

/* Each of the further windows comes up without a complaint. */
static void
test_dialogs (void)
{
  MarchWindow *window = march_ui_open ();
  const char  *actions[] = { "app.preferences", "app.about", "win.show-help-overlay" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const guint before = count_windows ();

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      march_ui_settle (200);
      g_assert_cmpuint (count_windows (), ==, before + 1);
      close_topmost (GTK_WINDOW (window));
      march_ui_settle (50);
    }
  march_ui_close (window);
}

/* The projector has the map and the legend to itself, and gives the panel back. */
static void
test_projector (void)
{
  MarchWindow *window = march_ui_open ();

  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL));
  march_ui_settle (200);
  g_assert_null (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (window), "Only what is on screen"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL));
  march_ui_settle (200);
  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL));
  march_ui_close (window);
}

/* No text on the map is smaller than 24 pixels then, however small the window is. */
static void
test_projector_text (void)
{
  const int sizes[][2] = { { 800, 600 }, { 1340, 860 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MarchWindow  *window = march_ui_open_sized (sizes[i][0], sizes[i][1]);
      MarchMapView *map = MARCH_MAP_VIEW (march_ui_get (window, MARCH_TYPE_MAP_VIEW));
      double        small, width, projected;

      march_lettering_measure (march_lettering_get (), &map->style, MARCH_TEXT_NOTE, "Ag", &width,
                               &small);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL));
      march_ui_settle (200);
      march_lettering_measure (march_lettering_get (), &map->style, MARCH_TEXT_NOTE, "Ag", &width,
                               &projected);
      /* A note has 11 pixels in a window of its own. */
      g_assert_cmpfloat (projected, >=, small * 24 / 11 * 0.95);
      march_ui_close (window);
    }
}

/* The page Why this colour? and back. */
static void
test_why (void)
{
  MarchWindow *window = march_ui_open ();

  march_ui_click (window, "UA-65", 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.why", NULL));
  march_ui_settle (200);
  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_WHY_PAGE));
  march_ui_assert_read (march_ui_get (window, MARCH_TYPE_WHY_PAGE), "Russia says it owns it");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  march_ui_settle (200);
  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW));
  march_ui_close (window);
}

/* How many widgets on the screen do that. */
static guint
count_actions (GtkWidget *root, const char *action)
{
  guint n = GTK_IS_ACTIONABLE (root) && gtk_widget_get_mapped (root)
            && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_actions (child, action);
  return n;
}

/* A window may be as small as 640 × 480, and keeps every room on the way there. */
static void
test_sizes (void)
{
  const int sizes[][2] = { { 1280, 720 }, { 1024, 700 }, { 800, 600 }, { 640, 480 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MarchWindow *window = march_ui_open_sized (sizes[i][0], sizes[i][1]);

      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, sizes[i][0]);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, sizes[i][1]);
      g_assert_cmpuint (count_actions (GTK_WIDGET (window), "win.step"), ==, 2);
      g_assert_cmpuint (count_actions (GTK_WIDGET (window), "win.play"), ==, 1);
      march_ui_click (window, "UA-43", 1);
      g_assert_nonnull (march_session_get_place (march_window_get_session (window)));
      march_ui_close (window);
    }
}

/* The card on the map tells of the selection where the panel doesn't; and where the focus was in
 * the panel, it goes to the map with it. */
static void
test_card (void)
{
  MarchWindow *window = march_ui_open_sized (800, 600);
  GtkWidget   *root = GTK_WIDGET (window);
  guint        n_hidden, n_shown;

  march_ui_click (window, "UA-43", 1);
  g_assert_cmpuint (count_actions (root, "win.show-panel"), ==, 1);
  g_assert_true (gtk_widget_activate_action (root, "win.search", NULL));
  march_ui_settle (600);
  n_shown = count_actions (root, "win.show-panel");
  g_assert_true (gtk_widget_activate_action (root, "win.panel", NULL));
  march_ui_settle (600);
  n_hidden = count_actions (root, "win.show-panel");
  g_assert_cmpuint (n_shown, ==, 0);
  g_assert_cmpuint (n_hidden, ==, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                 == GTK_WIDGET (march_ui_get_map (window)));
  march_ui_close (window);
}

int
main (int    argc,
      char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/click", test_click);
  g_test_add_func ("/ui/window/lens", test_lens);
  g_test_add_func ("/ui/window/legend", test_legend);
  g_test_add_func ("/ui/window/fit", test_fit);
  g_test_add_func ("/ui/window/dialogs", test_dialogs);
  g_test_add_func ("/ui/window/projector", test_projector);
  g_test_add_func ("/ui/window/projector-text", test_projector_text);
  g_test_add_func ("/ui/window/why", test_why);
  g_test_add_func ("/ui/window/sizes", test_sizes);
  g_test_add_func ("/ui/window/card", test_card);
  return g_test_run ();
}
