/* test-places.c — a place added, changed and deleted in a window */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "places-fixture.h"

#include "editing/march-place-dialog.h"
#include "editing/march-place-facts.h"
#include "editing/march-place-shape.h"
#include "editing/march-record-dialog.h"
#include "forms/march-chooser.h"
#include "forms/march-draft-list.h"
#include "forms/march-form-field.h"
#include "forms/march-place-chips.h"
#include "widgets/march-picker.h"
#include "widgets/march-text-row.h"

static gboolean
is_open (void)
{
  return march_ui_find_window (MARCH_TYPE_PLACE_DIALOG) != NULL;
}

static GtkWidget *
get_part (DialogFixture *fixture, GType type)
{
  GtkWidget *part = march_ui_find (fixture->dialog, type);

  g_assert_nonnull (part);
  return part;
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

static gboolean
is_of_code (GtkWidget *widget)
{
  return MARCH_IS_FORM_FIELD (widget)
         && g_str_equal (march_form_field_get_spec (MARCH_FORM_FIELD (widget))->name, "code");
}

static GtkWidget *
find_code (GtkWidget *root)
{
  GtkWidget *found = is_of_code (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_code (child);
  return found;
}

static void
type_code (DialogFixture *fixture, const char *code)
{
  GtkWidget *field = find_code (get_part (fixture, MARCH_TYPE_PLACE_FACTS));

  g_assert_nonnull (field);
  march_typed_set_text (march_ui_find (field, GTK_TYPE_ENTRY), code);
}

/* Without a name nothing is recorded, and what was typed is kept; one undo takes the place away. */
static void
test_add (DialogFixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;

  places_open_dialog (fixture, "");
  type_code (fixture, "VX-9");
  dialog_press (fixture, "_Add");
  march_ui_assert_read (fixture->dialog, "A name is empty. Write it, or take it out.");
  places_type_name (fixture, "Newhaven");
  march_ui_assert_read (fixture->dialog, "Shown as “Newhaven”");
  march_ui_assert_read (fixture->dialog, "Shown to readers of “en”");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  place = places_get_place (fixture, "Newhaven");
  g_assert_cmpstr (place->code, ==, "VX-9");
  g_assert_cmpint (place->kind, ==, MARCH_PLACE_SETTLEMENT);
  g_assert_true (march_session_get_place (dialog_get_session (fixture)) == place);
  dialog_undo (fixture);
  g_assert_null (places_find_place (fixture, "Newhaven"));
}

/* Two places can't have one code: it is said beside it, with the other's name. */
static void
test_code (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "Dorn");
  type_code (fixture, "VX-1");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  places_open_dialog (fixture, "Farrow");
  type_code (fixture, "VX-1");
  march_ui_assert_read (fixture->dialog, "Dorn has the code VX-1 already.");
  dialog_press (fixture, "_Save");
  g_assert_true (is_open ());
  type_code (fixture, "VX-2");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  g_assert_cmpstr (places_get_place (fixture, "Farrow")->code, ==, "VX-2");
}

/* A whole can't be a part of its part. */
static void
test_cycle (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *parents = NULL;

  places_open_dialog (fixture, "Velmark");
  parents = places_get_list (fixture, "A Part Of");
  dialog_press (fixture, "Add a place that it is a part of");
  march_ui_settle (50);
  choose (march_ui_find (parents, MARCH_TYPE_CHOOSER), "Eskmark");
  march_ui_assert_read (fixture->dialog, "Velmark would be a part of itself.");
  dialog_press (fixture, "_Save");
  g_assert_true (is_open ());
  choose (march_ui_find (parents, MARCH_TYPE_CHOOSER), "The Marches");
  places_discard (fixture);
}

/* What names no place is told once, and no longer than it is so. */
static void
test_unknown_parent (DialogFixture *fixture, gconstpointer data)
{
  const char *unknown = "Choose one from the list, add it as new, or take the name out.";
  GtkWidget  *parents = NULL;

  places_open_dialog (fixture, "Farrow");
  parents = places_get_list (fixture, "A Part Of");
  gtk_editable_set_text (
      GTK_EDITABLE (march_ui_find (march_ui_find (parents, MARCH_TYPE_CHOOSER), GTK_TYPE_ENTRY)),
      "Nonesuch");
  dialog_press (fixture, "_Save");
  march_ui_assert_read (parents, unknown);
  g_assert_null (march_ui_find_text (parents, "Say of which place it is a part"));
  choose (march_ui_find (parents, MARCH_TYPE_CHOOSER), "Eskmark");
  march_ui_settle (300);
  g_assert_null (march_ui_find_text (parents, unknown));
  places_discard (fixture);
}

/* What was typed goes only if somebody says so; where nothing was, nobody is asked. */
static void
test_discard (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "");
  dialog_press (fixture, "_Cancel");
  places_await_gone (fixture);
  places_open_dialog (fixture, "");
  places_type_name (fixture, "Newhaven");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  march_ui_settle (100);
  adw_message_dialog_response (
      ADW_MESSAGE_DIALOG (march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG)), "cancel");
  march_ui_settle (300);
  g_assert_true (is_open ());
  march_ui_assert_read (fixture->dialog, "Shown as “Newhaven”");
  places_discard (fixture);
  g_assert_null (places_find_place (fixture, "Newhaven"));

  places_open_dialog (fixture, "Farrow");
  gtk_editable_set_text (
      GTK_EDITABLE (march_ui_find (march_ui_find (places_get_list (fixture, "A Part Of"),
                                                  MARCH_TYPE_CHOOSER),
                                   GTK_TYPE_ENTRY)),
      "Nonesuch");
  places_discard (fixture);
}

/* A name is somebody's own. */
static void
test_user (DialogFixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;
  GtkWidget        *names = NULL;

  places_open_dialog (fixture, "Farrow");
  names = places_get_list (fixture, "Names");
  choose (march_ui_find (names, MARCH_TYPE_CHOOSER), "Harrow");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  place = places_get_place (fixture, "Farrow");
  g_assert_cmpstr (((MarchName *) place->names->pdata[0])->user->kind == MARCH_ACTOR_STATE ? "state"
                                                                                          : "",
                   ==, "state");
  dialog_undo (fixture);
  g_assert_null (((MarchName *) places_get_place (fixture, "Farrow")->names->pdata[0])->user);
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
import (DialogFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dialog_write_file (fixture, name, text);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  march_place_dialog_import (MARCH_PLACE_DIALOG (fixture->dialog), file);
}

/* Of several shapes one is chosen, lines aside; one that doesn't hold together is mended, and told
 * so; what is no shape is told and changes nothing. */
static void
test_import (DialogFixture *fixture, gconstpointer data)
{
  const MarchPlace *place = NULL;
  GtkWidget        *picker = NULL;

  places_open_dialog (fixture, "Harrow");
  march_ui_assert_read (fixture->dialog, "No shape: it is listed and never drawn");
  import (fixture, "none.geojson", "{\"type\": \"Feature\"");
  march_ui_assert_read (get_part (fixture, MARCH_TYPE_PLACE_SHAPE), "none.geojson");
  import (fixture, "shapes.geojson", shapes);
  march_ui_assert_read (fixture->dialog, "The file has 2 shapes: choose the place’s.");
  picker = get_part (fixture, MARCH_TYPE_PICKER);
  g_assert_cmpuint (march_picker_get_n_items (MARCH_PICKER (picker)), ==, 3);
  march_picker_set_selected (MARCH_PICKER (picker), 1);
  march_ui_assert_read (fixture->dialog, "The outline did not hold together:");
  dialog_press (fixture, "_Save");
  places_await_gone (fixture);
  place = places_get_place (fixture, "Harrow");
  g_assert_nonnull (place->geometry);
  g_assert_cmpuint (march_geometry_get_n_parts (place->geometry), ==, 2);
  dialog_undo (fixture);
  g_assert_null (places_get_place (fixture, "Harrow")->geometry);
}

/* What others name stays, and it is said who; what nobody names goes, and comes back by undo. */
static void
test_delete (DialogFixture *fixture, gconstpointer data)
{
  places_open_dialog (fixture, "Velmark");
  dialog_press (fixture, "_Delete");
  march_ui_assert_read (fixture->dialog, "It can’t be deleted, as others name it:");
  dialog_press (fixture, "_Cancel");
  places_await_gone (fixture);
  places_open_dialog (fixture, "");
  places_type_name (fixture, "Nowhere");
  dialog_press (fixture, "_Add");
  places_await_gone (fixture);
  places_open_dialog (fixture, "Nowhere");
  dialog_press (fixture, "_Delete");
  places_await_gone (fixture);
  g_assert_null (places_find_place (fixture, "Nowhere"));
  march_ui_assert_read (GTK_WIDGET (fixture->window), "Deleted “Nowhere”");
  dialog_undo (fixture);
  g_assert_nonnull (places_find_place (fixture, "Nowhere"));
}

/* A name that no place has makes none by itself: it is chosen, and told to be new. */
static void
test_unknown (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = NULL, *entry = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-assertion", NULL);
  dialog_find (fixture, MARCH_TYPE_RECORD_DIALOG);
  march_ui_settle (300);
  chooser = march_ui_find (get_part (fixture, MARCH_TYPE_PLACE_CHIPS), MARCH_TYPE_CHOOSER);
  entry = march_ui_find (chooser, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nowhere");
  march_ui_wait (is_offered, chooser, "what it can be added as");
  march_ui_assert_read (chooser, "The dossier has nothing of that name.");
  march_ui_press_key (entry, GDK_KEY_Return);
  g_assert_null (march_ui_find_text (fixture->dialog, "(new place)"));
  gtk_widget_activate_action (fixture->dialog, "record.write", NULL);
  march_ui_assert_read (fixture->dialog, "Choose one from the list, add it as new");
  g_assert_true (march_ui_press_key (entry, GDK_KEY_Down));
  g_assert_true (march_ui_press_key (entry, GDK_KEY_Down));
  g_assert_true (march_ui_press_key (entry, GDK_KEY_Return));
  march_ui_assert_read (fixture->dialog, "Nowhere (new place)");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/places/add", test_add);
  dialog_add ("/ui/places/code", test_code);
  dialog_add ("/ui/places/cycle", test_cycle);
  dialog_add ("/ui/places/user", test_user);
  dialog_add ("/ui/places/unknown-parent", test_unknown_parent);
  dialog_add ("/ui/places/discard", test_discard);
  dialog_add ("/ui/places/import", test_import);
  dialog_add ("/ui/places/delete", test_delete);
  dialog_add ("/ui/places/unknown", test_unknown);
  return g_test_run ();
}
