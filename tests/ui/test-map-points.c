/* test-map-points.c — imported points on the map: by pointer, by keyboard, and hidden */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dossier/march-dossier-areas.h"
#include "dossier/march-dossier-points.h"
#include "map/march-map-places.h"
#include "march-ui.h"

#include <shumate/shumate.h>

static char *dossier_path;

/* Three posts, in the middle of a province and farther and farther east of it. */
static const char *const names[] = { "Near Post", "Middle Post", "Far Post" };

#define STEP 0.12 /* degrees */

typedef struct
{
  MarchWindow  *window;
  MarchSession *session;
  MarchMapView *map;
  double        longitude, latitude;
} Fixture;

/* So many, each a step east of the one before. */
static MarchPointList *
new_list (MarchDay day, const char *const *called, guint n, double longitude, double latitude)
{
  MarchPointList *list = march_point_list_new ();

  for (guint i = 0; i < n; i++)
    g_array_append_vals (list->rows,
                         &(MarchPointRow){ .place = i + 1,
                                           .from = day,
                                           .until = day + 1,
                                           .told = day + 1,
                                           .longitude = longitude + i * STEP,
                                           .latitude = latitude,
                                           .file = "posts.csv",
                                           .name = called[i] },
                         1);
  list->first = list->last = day;
  list->n_days = 1;
  return list;
}

static gboolean
is_painted (gpointer map)
{
  return march_map_view_is_painted (map);
}

static void
await_picture (Fixture *fixture)
{
  march_ui_settle (100);
  march_ui_wait (is_painted, fixture->map, "the map is painted");
}

static void
bring_in (Fixture          *fixture,
          const char *const *called,
          guint             n,
          double            longitude,
          double            latitude)
{
  MarchDossier      *dossier = march_session_get_dossier (fixture->session);
  const MarchDay     day = march_session_get_as_of (fixture->session);
  MarchAreaBatch    *batch = march_area_batch_new ();
  g_autoptr (GError) error = NULL;

  batch->source_title = g_strdup ("List of posts");
  batch->holder = march_corpus_find_actor (march_session_get_corpus (fixture->session),
                                           "Free Marches", NULL)
                      ->id;
  batch->basis = MARCH_BASIS_INDEPENDENT;
  batch->dated = g_strdup ("by hand");
  batch->first = batch->last = day;
  batch->n_days = 1;
  batch->points = new_list (day, called, n, longitude, latitude);
  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                          &error));
  g_assert_no_error (error);
  await_picture (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);
  const MarchPlace *place = NULL;

  fixture->window = march_ui_open_file (file);
  fixture->session = march_window_get_session (fixture->window);
  fixture->map = march_ui_get_map (fixture->window);
  place = march_ui_find_place (fixture->session, "Calda Province");
  march_geometry_get_label_point (place->geometry, &fixture->longitude, &fixture->latitude);
  bring_in (fixture, names, G_N_ELEMENTS (names), fixture->longitude, fixture->latitude);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_dossier_revert (march_session_get_dossier (fixture->session), NULL);
  march_ui_close (fixture->window);
}

static void
click (Fixture *fixture, guint index)
{
  MarchView view;
  double    x, y;

  g_assert_true (march_map_view_get_view (fixture->map, &view));
  march_view_project (&view, fixture->longitude + index * STEP, fixture->latitude, &x, &y);
  march_map_view_click (fixture->map, x, y, 1);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  return march_ui_find_text (GTK_WIDGET (fixture->map), words) != NULL;
}

/* The one that the card tells of; its words, besides. */
static void
assert_told (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (says (fixture, names[i]) == (g_strcmp0 (names[i], name) == 0));
  g_assert_true (says (fixture, "Free Marches") || name == NULL);
  g_assert_true (says (fixture, "List of posts") || name == NULL);
}

/* A click on a mark tells of the point and selects nothing; one beside it selects the place. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  assert_told (fixture, NULL);
  click (fixture, 1);
  assert_told (fixture, "Middle Post");
  g_assert_null (march_session_get_place (fixture->session));
  click (fixture, 2);
  assert_told (fixture, "Far Post");
  march_ui_click (fixture->window, "Brena Province", 1);
  assert_told (fixture, NULL);
  g_assert_nonnull (march_session_get_place (fixture->session));
}

/* As GTK tells the map of a pointer. */
static void
point_at_spot (Fixture *fixture, double x, double y)
{
  GtkWidget *map = march_ui_find (GTK_WIDGET (fixture->map), SHUMATE_TYPE_MAP);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
point_at (Fixture *fixture, double longitude)
{
  MarchView view;
  double    x, y;

  g_assert_true (march_map_view_get_view (fixture->map, &view));
  march_view_project (&view, longitude, fixture->latitude, &x, &y);
  point_at_spot (fixture, x, y);
}

/* Clicks so many pixels east of a settlement on which the mark of a point lies. */
static void
assert_click (Fixture *fixture, const MarchPlace *town, double east, int n_press, gboolean point)
{
  MarchView view;
  double    longitude, latitude, x, y;

  g_assert_true (march_map_view_get_view (fixture->map, &view));
  march_geometry_get_label_point (town->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &x, &y);
  march_map_view_click (fixture->map, x + east, y, n_press);
  g_assert_true (says (fixture, "Town Post") == point);
  if (!point)
    g_assert_true (march_session_get_place (fixture->session) == town);
}

/* A point and a settlement in one spot are both named, and a click takes the nearer one, then the
 * other. */
static void
test_settlement (Fixture *fixture, gconstpointer data)
{
  static const char *const called[] = { "Town Post" };
  const MarchPlace *town = march_ui_find_place (fixture->session, "Port Calda");
  MarchView         view;
  double            longitude, latitude, x, y;

  g_assert_true (march_map_view_get_view (fixture->map, &view));
  march_geometry_get_label_point (town->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &x, &y);
  march_view_unproject (&view, x + 4, y, &longitude, &latitude);
  bring_in (fixture, called, 1, longitude, latitude);
  town = march_ui_find_place (fixture->session, "Port Calda");
  point_at_spot (fixture, x + 2, y);
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->map), "Port Calda\nTown Post"));
  point_at_spot (fixture, x + 90, y);
  assert_click (fixture, town, 5, 1, TRUE);
  g_assert_null (march_session_get_place (fixture->session));
  assert_click (fixture, town, 5, 2, TRUE); /* the second press of a double click */
  assert_click (fixture, town, 5, 1, FALSE);
  assert_click (fixture, town, 5, 1, TRUE);
  march_session_select (fixture->session, NULL);
  assert_click (fixture, town, -1, 1, FALSE);
  march_session_select (fixture->session, NULL);
  assert_click (fixture, town, -1, 1, FALSE);
}

/* The label at the pointer names the point, and the place beside it; nothing is selected. */
static void
test_hover (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, fixture->longitude + STEP);
  assert_told (fixture, "Middle Post");
  point_at (fixture, fixture->longitude + STEP / 2);
  assert_told (fixture, NULL);
  point_at (fixture, fixture->longitude);
  assert_told (fixture, "Near Post");
  g_assert_null (march_session_get_place (fixture->session));
}

static void
step (Fixture *fixture, int direction)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.point", "i",
                                             direction));
}

/* From the selected place to its nearest point, on to the next, around and back. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  march_session_select (fixture->session,
                        march_ui_find_place (fixture->session, "Calda Province"));
  await_picture (fixture);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      step (fixture, 1);
      assert_told (fixture, names[i % G_N_ELEMENTS (names)]);
    }
  step (fixture, -1);
  assert_told (fixture, "Middle Post");
  step (fixture, -1);
  assert_told (fixture, "Near Post");
  step (fixture, -1);
  assert_told (fixture, "Far Post");
}

static guint
count_listed (Fixture *fixture)
{
  GtkWidget *list = march_ui_find (GTK_WIDGET (fixture->map), MARCH_TYPE_MAP_PLACES);
  guint      n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *trouble = gtk_test_accessible_check_property (
            GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);

        n += trouble == NULL;
      }
  return n;
}

static gboolean
are_listed (gpointer fixture)
{
  return count_listed (fixture) == G_N_ELEMENTS (names);
}

static gboolean
is_none_listed (gpointer fixture)
{
  return count_listed (fixture) == 0;
}

/* Those who can't see the map are told of points as of places. */
static void
test_listed (Fixture *fixture, gconstpointer data)
{
  march_ui_wait (are_listed, fixture, "all points are told");
  march_session_set_points (fixture->session, FALSE);
  march_ui_wait (is_none_listed, fixture, "none is told any more");
}

/* The card is gone on a day on which its point doesn't count, and then there is none to go to. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  click (fixture, 1);
  assert_told (fixture, "Middle Post");
  march_session_set_as_of (fixture->session, march_session_get_as_of (fixture->session) - 1);
  await_picture (fixture);
  assert_told (fixture, NULL);
  step (fixture, 1);
  assert_told (fixture, NULL);
}

/* Hidden points are neither picked nor stepped to, and the window remembers it for the next day. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  const MarchDay day = march_session_get_as_of (fixture->session);

  click (fixture, 1);
  g_action_group_activate_action (actions, "points", NULL);
  await_picture (fixture);
  state = g_action_group_get_action_state (actions, "points");
  g_assert_false (g_variant_get_boolean (state));
  assert_told (fixture, NULL);
  step (fixture, 1);
  assert_told (fixture, NULL);
  click (fixture, 1);
  assert_told (fixture, NULL);
  g_assert_nonnull (march_session_get_place (fixture->session));
  march_session_set_as_of (fixture->session, day - 1);
  march_session_set_as_of (fixture->session, day);
  await_picture (fixture);
  g_assert_false (march_session_get_points (fixture->session));
  g_action_group_activate_action (actions, "points", NULL);
  await_picture (fixture);
  step (fixture, 1);
  assert_told (fixture, "Near Post");
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ui/map-points/click", test_click);
  ADD ("/ui/map-points/hover", test_hover);
  ADD ("/ui/map-points/settlement", test_settlement);
  ADD ("/ui/map-points/listed", test_listed);
  ADD ("/ui/map-points/keyboard", test_keyboard);
  ADD ("/ui/map-points/day", test_day);
  ADD ("/ui/map-points/hidden", test_hidden);
#undef ADD
  return g_test_run ();
}
