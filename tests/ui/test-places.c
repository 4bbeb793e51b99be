/* test-places.c — a place added, changed and deleted in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "editing/march-place-dialog.h"
#include "editing/march-place-names.h"
#include "editing/march-place-parents.h"
#include "editing/march-place-shape.h"
#include "forms/march-chooser.h"
#include "widgets/march-picker.h"

static char *dossier_path;

typedef struct
{
  char        *folder;
  MarchWindow *window;
  GtkWidget   *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);

  fixture->folder = folder_make ();
  fixture->window = march_ui_open_file (file);
}

static MarchSession *
get_session (Fixture *fixture)
{
  return march_window_get_session (fixture->window);
}

static MarchDossier *
get_dossier (Fixture *fixture)
{
  return march_session_get_dossier (get_session (fixture));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_dossier_revert (get_dossier (fixture), NULL);
  march_ui_close (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static const MarchPlace *
find_place (Fixture *fixture, const char *name)
{
  return march_corpus_find_place (march_session_get_corpus (get_session (fixture)), name, NULL);
}

static const MarchPlace *
get_place (Fixture *fixture, const char *name)
{
  const MarchPlace *place = find_place (fixture, name);

  if (place == NULL)
    g_error ("“%s” is not among the places", name);
  return place;
}

/* An empty @name: a new place. */
static void
open_dialog (Fixture *fixture, const char *name)
{
  if (*name == '\0')
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-place", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-place", "x",
                                get_place (fixture, name)->id);
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_PLACE_DIALOG));
  g_assert_nonnull (fixture->dialog);
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = march_ui_find_button (fixture->dialog, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_gone (gpointer data)
{
  return march_ui_find_window (MARCH_TYPE_PLACE_DIALOG) == NULL;
}

static void
await_gone (Fixture *fixture)
{
  march_ui_wait (is_gone, NULL, "the dialog is gone");
  march_ui_await_edit (get_dossier (fixture));
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  march_ui_await_edit (get_dossier (fixture));
}

static GtkWidget *
get_part (Fixture *fixture, GType type)
{
  GtkWidget *part = march_ui_find (fixture->dialog, type);

  g_assert_nonnull (part);
  return part;
}

static void
type_name (Fixture *fixture, const char *name)
{
  GtkWidget *names = get_part (fixture, MARCH_TYPE_PLACE_NAMES);
  GtkWidget *entry = march_ui_find (names, GTK_TYPE_ENTRY);

  if (entry == NULL)
    {
      g_signal_emit_by_name (march_ui_find (names, GTK_TYPE_BUTTON), "clicked");
      march_ui_settle (50);
      entry = march_ui_find (names, GTK_TYPE_ENTRY);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
}

static gboolean
is_offered (gpointer data)
{
  GtkWidget *list = march_ui_find (data, GTK_TYPE_LIST_BOX);

  return list != NULL && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

/* Types a name where records are found, and chooses the first that is offered. */
static void
choose (GtkWidget *chooser, const char *name)
{
  GtkWidget *list = NULL;

  g_assert_nonnull (chooser);
  march_ui_settle (300);
  gtk_editable_set_text (GTK_EDITABLE (march_ui_find (chooser, GTK_TYPE_ENTRY)), name);
  march_ui_wait (is_offered, chooser, name);
  list = march_ui_find (chooser, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

/* Without a name nothing is recorded, and what was typed is kept; one undo takes the place away. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;

  open_dialog (fixture, "");
  march_ui_type_into (fixture->dialog, "Code, as the ISO one or your own", "VX-9");
  press (fixture, "_Add");
  march_ui_assert_read (fixture->dialog, "A name is empty. Write it, or take it out.");
  type_name (fixture, "Newhaven");
  press (fixture, "_Add");
  await_gone (fixture);
  place = get_place (fixture, "Newhaven");
  g_assert_cmpstr (place->code, ==, "VX-9");
  g_assert_cmpint (place->kind, ==, MARCH_PLACE_SETTLEMENT);
  g_assert_true (march_session_get_place (get_session (fixture)) == place);
  undo (fixture);
  g_assert_null (find_place (fixture, "Newhaven"));
}

/* Two places can't have one code: it is said beside it, with the other's name. */
static void
test_code (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "Dorn");
  march_ui_type_into (fixture->dialog, "Code, as the ISO one or your own", "VX-1");
  press (fixture, "_Save");
  await_gone (fixture);
  open_dialog (fixture, "Farrow");
  march_ui_type_into (fixture->dialog, "Code, as the ISO one or your own", "VX-1");
  march_ui_assert_read (fixture->dialog, "Dorn has the code VX-1 already.");
  press (fixture, "_Save");
  g_assert_false (is_gone (NULL));
  march_ui_type_into (fixture->dialog, "Code, as the ISO one or your own", "VX-2");
  press (fixture, "_Save");
  await_gone (fixture);
  g_assert_cmpstr (get_place (fixture, "Farrow")->code, ==, "VX-2");
}

/* A whole can't be a part of its part. */
static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *parents = NULL;

  open_dialog (fixture, "Velmark");
  parents = get_part (fixture, MARCH_TYPE_PLACE_PARENTS);
  g_signal_emit_by_name (march_ui_find (parents, GTK_TYPE_BUTTON), "clicked");
  march_ui_settle (50);
  choose (march_ui_find (parents, MARCH_TYPE_CHOOSER), "Eskmark");
  march_ui_assert_read (fixture->dialog, "Velmark would be a part of itself.");
  press (fixture, "_Save");
  g_assert_false (is_gone (NULL));
  choose (march_ui_find (parents, MARCH_TYPE_CHOOSER), "The Marches");
  press (fixture, "_Cancel");
}

/* A name is somebody's own. */
static void
test_user (Fixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;
  GtkWidget        *names = NULL;

  open_dialog (fixture, "Farrow");
  names = get_part (fixture, MARCH_TYPE_PLACE_NAMES);
  choose (march_ui_find (names, MARCH_TYPE_CHOOSER), "Harrow");
  press (fixture, "_Save");
  await_gone (fixture);
  place = get_place (fixture, "Farrow");
  g_assert_cmpstr (((MarchName *) place->names->pdata[0])->user->kind == MARCH_ACTOR_STATE ? "state"
                                                                                          : "",
                   ==, "state");
  undo (fixture);
  g_assert_null (((MarchName *) get_place (fixture, "Farrow")->names->pdata[0])->user);
}

static const char shapes[]
    = "{\"type\": \"FeatureCollection\", \"features\": ["
      "{\"type\": \"Feature\", \"properties\": {\"name\": \"Bow\"}, \"geometry\": {\"type\": "
      "\"Polygon\", \"coordinates\": [[[3, 5], [4, 6], [4, 5], [3, 6], [3, 5]]]}},"
      "{\"type\": \"Feature\", \"properties\": {\"name\": \"Way\"}, \"geometry\": {\"type\": "
      "\"LineString\", \"coordinates\": [[3, 5], [4, 6]]}},"
      "{\"type\": \"Feature\", \"properties\": {\"name\": \"Square\"}, \"geometry\": {\"type\": "
      "\"Polygon\", \"coordinates\": [[[3, 5], [4, 5], [4, 6], [3, 6], [3, 5]]]}}]}";

static void
import (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  march_place_dialog_import (MARCH_PLACE_DIALOG (fixture->dialog), file);
}

/* Of several shapes one is chosen, lines aside; one that doesn't hold together is mended, and told
 * so; what is no shape is told and changes nothing. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;
  GtkWidget        *picker = NULL;

  open_dialog (fixture, "Harrow");
  march_ui_assert_read (fixture->dialog, "No shape: it is listed and never drawn");
  import (fixture, "none.geojson", "{\"type\": \"Feature\"");
  march_ui_assert_read (get_part (fixture, MARCH_TYPE_PLACE_SHAPE), "none.geojson");
  import (fixture, "shapes.geojson", shapes);
  march_ui_assert_read (fixture->dialog, "The file has 2 shapes: choose the place’s.");
  picker = get_part (fixture, MARCH_TYPE_PICKER);
  g_assert_cmpuint (march_picker_get_n_items (MARCH_PICKER (picker)), ==, 3);
  march_picker_set_selected (MARCH_PICKER (picker), 1);
  march_ui_assert_read (fixture->dialog, "The outline did not hold together:");
  press (fixture, "_Save");
  await_gone (fixture);
  place = get_place (fixture, "Harrow");
  g_assert_nonnull (place->geometry);
  g_assert_cmpuint (march_geometry_get_n_parts (place->geometry), ==, 2);
  undo (fixture);
  g_assert_null (get_place (fixture, "Harrow")->geometry);
}

/* What others name stays, and it is said who; what nobody names goes, and comes back by undo. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "Velmark");
  press (fixture, "_Delete");
  march_ui_assert_read (fixture->dialog, "It can’t be deleted, as others name it:");
  press (fixture, "_Cancel");
  march_ui_wait (is_gone, NULL, "the dialog is gone");
  open_dialog (fixture, "");
  type_name (fixture, "Nowhere");
  press (fixture, "_Add");
  await_gone (fixture);
  open_dialog (fixture, "Nowhere");
  press (fixture, "_Delete");
  await_gone (fixture);
  g_assert_null (find_place (fixture, "Nowhere"));
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Deleted “Nowhere”");
  undo (fixture);
  g_assert_nonnull (find_place (fixture, "Nowhere"));
}

static MarchMapView *
get_map (Fixture *fixture)
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
  return gtk_widget_get_mapped (((Fixture *) data)->dialog);
}

static void
start_drawing (Fixture *fixture, const char *label)
{
  press (fixture, label);
  march_ui_wait (is_drawing, fixture, "the map draws");
  g_assert_false (gtk_widget_get_mapped (fixture->dialog));
}

/* In shares of the map's width and height. */
static void
click_map (Fixture *fixture, double across, double down)
{
  GtkWidget *map = GTK_WIDGET (get_map (fixture));

  march_map_view_click (MARCH_MAP_VIEW (map), across * gtk_widget_get_width (map),
                        down * gtk_widget_get_height (map), 1);
}

static void
press_key (Fixture *fixture, guint key)
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
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (fixture)), action, NULL);
}

/* Over all that is told of places, and where they lie. */
static char *
sum_places (Fixture *fixture)
{
  GPtrArray *places = march_corpus_get_places (march_session_get_corpus (get_session (fixture)));
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
redo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  march_ui_await_edit (get_dossier (fixture));
}

/* What was saved since @before was taken is undone and done again. */
static void
undo_and_redo (Fixture *fixture, const char *before)
{
  g_autofree char *after = sum_places (fixture);
  g_autofree char *undone = NULL, *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undo (fixture);
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

/* A new place is drawn on the map and is there; one undo takes it and its outline away. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  g_autofree char  *before = sum_places (fixture);
  const MarchPlace *place = NULL;
  GtkWidget        *map = GTK_WIDGET (get_map (fixture));

  open_dialog (fixture, "");
  type_name (fixture, "Newmark");
  start_drawing (fixture, "Draw an A_rea…");
  click_map (fixture, 0.7, 0.4);
  click_map (fixture, 0.9, 0.4);
  click_map (fixture, 0.8, 0.9);
  press_key (fixture, GDK_KEY_BackSpace);
  click_map (fixture, 0.9, 0.8);
  click_map (fixture, 0.7, 0.8);
  /* The steps of a drawing are its own. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  click_map (fixture, 0.7, 0.8);
  press_key (fixture, GDK_KEY_Return);
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Drag a corner to move it");
  press_key (fixture, GDK_KEY_Return);
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "4 corners");
  press (fixture, "_Add");
  await_gone (fixture);
  place = get_place (fixture, "Newmark");
  g_assert_cmpuint (march_geometry_count_points (place->geometry), ==, 5);
  march_ui_wait (is_painted, fixture, "the map is painted");
  g_assert_true (march_map_view_pick (MARCH_MAP_VIEW (map), 0.8 * gtk_widget_get_width (map),
                                      0.6 * gtk_widget_get_height (map))
                 == place);
  undo_and_redo (fixture, before);
}

/* An outline that crosses itself is said to, can't be finished, and isn't lost. */
static void
test_crossed (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "Harrow");
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
  start_drawing (fixture, "Draw an A_rea…");
  march_ui_assert_read (GTK_WIDGET (fixture->window), "It can’t be finished so:");
  act (fixture, "map.draw-undo");
  act (fixture, "map.draw-undo");
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Go on to the next corner.");
  act (fixture, "map.draw-finish");
  march_ui_wait (is_back, fixture, "the dialog is back");
  press (fixture, "_Save");
  await_gone (fixture);
  g_assert_cmpuint (march_geometry_count_points (get_place (fixture, "Harrow")->geometry), ==, 4);
}

static gboolean
is_shared (Fixture *fixture)
{
  return march_ui_find_text (GTK_WIDGET (fixture->window), "this corner too, and move") != NULL;
}

/* A corner that neighbours have too takes them along, all in one edit. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  g_autofree char  *before = sum_places (fixture);
  g_autoptr (MarchGeometry) own = march_geometry_ref (get_place (fixture, "Dorn")->geometry);

  open_dialog (fixture, "Dorn");
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
  press (fixture, "_Save");
  await_gone (fixture);
  g_assert_true (get_place (fixture, "Dorn")->geometry != own);
  g_assert_cmpuint (march_geometry_count_points (get_place (fixture, "Dorn")->geometry), ==,
                    march_geometry_count_points (own));
  undo_and_redo (fixture, before);
}

/* A settlement is set by keys alone. */
static void
test_point (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "");
  type_name (fixture, "Pinpoint");
  start_drawing (fixture, "Set a _Point…");
  press_key (fixture, GDK_KEY_Right);
  press_key (fixture, GDK_KEY_space);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_Return);
  march_ui_wait (is_back, fixture, "the dialog is back");
  march_ui_assert_read (fixture->dialog, "Point at");
  press (fixture, "_Add");
  await_gone (fixture);
  g_assert_cmpint (march_geometry_get_kind (get_place (fixture, "Pinpoint")->geometry), ==,
                   MARCH_GEOMETRY_POINT);
}

/* Closing the window meanwhile brings the dialog back with what was typed. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "");
  type_name (fixture, "Unsaved");
  start_drawing (fixture, "Draw an A_rea…");
  gtk_window_close (GTK_WINDOW (fixture->window));
  march_ui_wait (is_back, fixture, "the dialog is back");
  g_assert_false (is_drawing (fixture));
  press (fixture, "_Cancel");
  march_ui_wait (is_gone, NULL, "the dialog is gone");
}

int
main (int argc, char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
  g_test_add ("/ui/places/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/ui/places/code", Fixture, NULL, set_up, test_code, tear_down);
  g_test_add ("/ui/places/cycle", Fixture, NULL, set_up, test_cycle, tear_down);
  g_test_add ("/ui/places/user", Fixture, NULL, set_up, test_user, tear_down);
  g_test_add ("/ui/places/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/ui/places/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/ui/places/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/ui/places/crossed", Fixture, NULL, set_up, test_crossed, tear_down);
  g_test_add ("/ui/places/shared", Fixture, NULL, set_up, test_shared, tear_down);
  g_test_add ("/ui/places/point", Fixture, NULL, set_up, test_point, tear_down);
  g_test_add ("/ui/places/close", Fixture, NULL, set_up, test_close, tear_down);
  return g_test_run ();
}
