/* test-import.c — foreign files through the dialog: what was found, import, undo, cancel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "transfer/march-import-dialog.h"
#include "transfer/march-import-graticule.h"
#include "transfer/march-import-preview.h"
#include "transfer/march-import-report-page.h"
#include "widgets/march-picker.h"

#define AREA(west)                                                                                 \
  "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", "             \
  "\"coordinates\": [[[" west ",1],[" west ".5,1],[" west ".5,2],[" west ",2],[" west ",1]]]}}"
#define CROSSED                                                                                    \
  "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", "             \
  "\"coordinates\": [[[12,1],[13,2],[13,1],[12,2],[12,1]]]}}"
#define POINT                                                                                      \
  "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", "               \
  "\"coordinates\": [12, 1]}}"
#define COLLECTION(features) "{\"type\": \"FeatureCollection\", \"features\": [" features "]}"

static const struct
{
  const char *name;
  const char *text;
} daily[] = {
  { "front_20210501.geojson", COLLECTION (AREA ("12") "," AREA ("14")) },
  { "front_20210502.geojson", COLLECTION (AREA ("12")) },
  { "front_20210504.geojson", COLLECTION (CROSSED "," POINT) },
};

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

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  MarchDossier *dossier
      = march_session_get_dossier (march_window_get_session (fixture->window));

  march_dossier_revert (dossier, NULL);
  march_ui_close (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static MarchCorpus *
get_corpus (Fixture *fixture)
{
  return march_session_get_corpus (march_window_get_session (fixture->window));
}

static guint
count_imports (Fixture *fixture)
{
  return march_corpus_get_area_imports (get_corpus (fixture))->len;
}

static void
import_path (Fixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  march_window_take_files (fixture->window, files);
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_IMPORT_DIALOG));
  g_assert_nonnull (fixture->dialog);
}

static void
import_days (Fixture *fixture)
{
  for (gsize i = 0; i < G_N_ELEMENTS (daily); i++)
    g_free (write_file (fixture, daily[i].name, daily[i].text));
  import_path (fixture, fixture->folder);
}

typedef struct
{
  Fixture    *fixture;
  const char *page;
} Wanted;

static gboolean
shows_page (gpointer data)
{
  Wanted    *wanted = data;
  GtkWidget *stack = march_ui_find (wanted->fixture->dialog, GTK_TYPE_STACK);

  return stack != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), wanted->page) == 0;
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  march_ui_wait (shows_page, &(Wanted){ fixture, page }, page);
}

static gboolean
is_gone (gpointer data)
{
  return march_ui_find_window (MARCH_TYPE_IMPORT_DIALOG) == NULL;
}

static void
await_edit (Fixture *fixture)
{
  march_ui_await_edit (
      march_session_get_dossier (march_window_get_session (fixture->window)));
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = march_ui_find_button (root, label);

  if (button == NULL || !gtk_widget_get_sensitive (button))
    g_error ("“%s” can't be clicked", label);
  g_signal_emit_by_name (button, "clicked");
}

/* Whose are the features of that row. */
static void
choose_holder (GtkWidget *dialog, const char *row_text, const char *choice)
{
  MarchPicker *picker = MARCH_PICKER (
      march_ui_find (march_ui_get_row (dialog, row_text), MARCH_TYPE_PICKER));

  for (guint i = 0; i < march_picker_get_n_items (picker); i++)
    if (g_str_equal (march_picker_get_text (picker, i), choice))
      {
        march_picker_set_selected (picker, i);
        return;
      }
  g_error ("“%s” is no choice of “%s”", choice, row_text);
}

static const char *
get_holder (GtkWidget *dialog, const char *row_text)
{
  MarchPicker *picker = MARCH_PICKER (
      march_ui_find (march_ui_get_row (dialog, row_text), MARCH_TYPE_PICKER));

  return march_picker_get_text (picker, march_picker_get_selected (picker));
}

/* In a list of choices the one with that text. */
static void
choose (GtkWidget *dialog, const char *row_text, const char *choice)
{
  AdwComboRow *row = ADW_COMBO_ROW (march_ui_get_row (dialog, row_text));
  GListModel  *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), choice))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }
  g_error ("“%s” is no choice of “%s”", choice, row_text);
}

static const char *
get_chosen (GtkWidget *dialog, const char *row_text)
{
  AdwComboRow *row = ADW_COMBO_ROW (march_ui_get_row (dialog, row_text));

  return gtk_string_object_get_string (GTK_STRING_OBJECT (adw_combo_row_get_selected_item (row)));
}

/* The days of the folder, Harrow's by a new source. */
static void
fill_plan (Fixture *fixture)
{
  wait_for_page (fixture, "plan");
  choose_holder (fixture->dialog, "All Areas Are Held By", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  march_ui_type_into (fixture->dialog, "Publisher", "Mapping Society");
}

static gboolean
preview_is_painted (gpointer data)
{
  GtkWidget *preview = march_ui_find (data, MARCH_TYPE_IMPORT_PREVIEW);

  return preview != NULL && march_import_preview_is_painted (MARCH_IMPORT_PREVIEW (preview));
}

/* From a folder to areas in the dossier, told feature by feature, and back by one undo. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  const MarchSource *source;
  GtkWidget         *report;
  const char        *text;

  import_days (fixture);
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 files, GeoJSON"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas, 1 point"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 days, from 1 May 2021"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say who holds"));
  g_assert_false (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_wait (preview_is_painted, fixture->dialog, "the preview is painted");
  fill_plan (fixture);
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Points as Well"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas can be imported"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog))
                 != march_ui_find_button (fixture->dialog, "_Cancel"));
  gtk_widget_grab_focus (march_ui_find_button (fixture->dialog, "_Import"));
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas were imported"));
  march_ui_settle (500);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog))
                 == march_ui_find_button (fixture->dialog, "_Done"));
  report = march_ui_find (fixture->dialog, MARCH_TYPE_IMPORT_REPORT_PAGE);
  text = march_import_report_page_get_text (MARCH_IMPORT_REPORT_PAGE (report));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "front_20210504.geojson, feature 1: It was not valid"));
  g_assert_nonnull (strstr (text, "front_20210504.geojson, feature 2: It is no area"));
  g_assert_nonnull (march_ui_find_text (report, "2: It is no area"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (march_ui_find (report, GTK_TYPE_DROP_DOWN)), 2);
  march_ui_settle (100);
  g_assert_nonnull (march_ui_find_text (report, "1: It was not valid"));
  g_assert_null (march_ui_find_text (report, "2: It is no area"));
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  g_assert_cmpuint (count_imports (fixture), ==, 1);
  source = ((MarchDatedImport *) g_ptr_array_index (
                march_corpus_get_area_imports (get_corpus (fixture)), 0))->source;
  g_assert_cmpstr (source->title, ==, "Daily sheets");
  g_assert_nonnull (strstr (source->csl, "Mapping Society"));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), "Imported 4 areas"));
  click (GTK_WIDGET (fixture->window), "_Undo");
  await_edit (fixture);
  march_ui_settle (50);
  g_assert_cmpuint (count_imports (fixture), ==, 0);
}

static gboolean
is_picked (gpointer data)
{
  return g_strcmp0 (get_holder (((Fixture *) data)->dialog, "front"), "Velmark") == 0;
}

/* Two files of a day, told apart: each holder is found by a part of its name and has a word of its
 * own. */
static void
test_words_of_holders (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picker, *entry, *basis;
  GPtrArray *imports;

  g_free (write_file (fixture, "front_20210501.geojson", daily[0].text));
  g_free (write_file (fixture, "rear_20210501.geojson", daily[1].text));
  import_path (fixture, fixture->folder);
  wait_for_page (fixture, "plan");
  choose (fixture->dialog, "Told Apart By", "The name of the file");
  march_ui_settle (50);
  picker = march_ui_find (march_ui_get_row (fixture->dialog, "front"), MARCH_TYPE_PICKER);
  g_assert_null (march_ui_find (march_ui_get_row (fixture->dialog, "front"), GTK_TYPE_DROP_DOWN));
  gtk_menu_button_popup (GTK_MENU_BUTTON (march_picker_get_button (MARCH_PICKER (picker))));
  march_ui_settle (100);
  entry = march_ui_find (picker, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such actor");
  g_assert_nonnull (march_ui_find_text (picker, "Nothing is called so"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (get_holder (fixture->dialog, "front"), ==, "Leave out");
  gtk_editable_set_text (GTK_EDITABLE (entry), "вельм");
  g_signal_emit_by_name (entry, "activate");
  march_ui_wait (is_picked, fixture, "the actor is picked");
  choose_holder (fixture->dialog, "rear", "Harrow");
  march_ui_settle (50);
  basis = march_ui_find (march_ui_get_row (fixture->dialog, "rear"), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (basis), 1);
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  imports = march_corpus_get_area_imports (get_corpus (fixture));
  g_assert_cmpuint (imports->len, ==, 2);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = imports->pdata[i];
      const char             *name = march_actor_get_name (one->holder, "en");

      g_assert_cmpint (one->basis == MARCH_BASIS_OWN, ==, g_str_equal (name, "Harrow"));
    }
  click (GTK_WIDGET (fixture->window), "_Undo");
  await_edit (fixture);
  march_ui_settle (50);
  g_assert_cmpuint (count_imports (fixture), ==, 0);
}

static gboolean
shows_no_undo (gpointer data)
{
  return march_ui_find_text (GTK_WIDGET (((Fixture *) data)->window), "Imported") == NULL;
}

/* Once the import is undone by other means, the button would undo another edit. */
static void
test_toast_goes (Fixture *fixture, gconstpointer data)
{
  import_days (fixture);
  fill_plan (fixture);
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  g_assert_false (shows_no_undo (fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  await_edit (fixture);
  march_ui_wait (shows_no_undo, fixture, "nothing offers to undo the import");
  g_assert_cmpuint (count_imports (fixture), ==, 0);
}

static GtkEventController *
find_drop_target (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

/* Several files that are dropped onto the window come into one import. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_auto (GValue) dropped = G_VALUE_INIT;
  GSList  *files = NULL;
  gboolean taken = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (daily); i++)
    {
      g_autofree char *path = write_file (fixture, daily[i].name, daily[i].text);

      files = g_slist_append (files, g_file_new_for_path (path));
    }
  g_value_init (&dropped, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&dropped, files);
  g_assert_nonnull (target);
  g_signal_emit_by_name (target, "drop", &dropped, 100.0, 100.0, &taken);
  g_assert_true (taken);
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_IMPORT_DIALOG));
  g_assert_nonnull (fixture->dialog);
  fill_plan (fixture);
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  g_assert_cmpuint (count_imports (fixture), ==, 1);
  g_assert_cmpuint (((MarchDatedImport *) march_corpus_get_area_imports (get_corpus (fixture))
                         ->pdata[0])->n_days, ==, G_N_ELEMENTS (daily));
  click (fixture->dialog, "_Done");
}

/* Cancelled while it runs: the dossier is as it was, and the plan is there to go on with. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  import_days (fixture);
  fill_plan (fixture);
  click (fixture->dialog, "_Import");
  click (fixture->dialog, "_Cancel");
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "the dossier is as it was"));
  g_assert_cmpuint (count_imports (fixture), ==, 0);
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  g_assert_cmpuint (count_imports (fixture), ==, 1);
  click (fixture->dialog, "_Done");
}

/* Closed while it runs: likewise. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  MarchDossier *dossier
      = march_session_get_dossier (march_window_get_session (fixture->window));

  import_days (fixture);
  fill_plan (fixture);
  click (fixture->dialog, "_Import");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  march_ui_settle (200);
  await_edit (fixture);
  g_assert_cmpuint (count_imports (fixture), ==, 0);
  g_assert_false (march_dossier_get_modified (dossier));
}

static gboolean
tells_doubles (gpointer data)
{
  return march_ui_find_text (((Fixture *) data)->dialog, "3 of these days already") != NULL;
}

/* The next files of a source find what was said of the last ones, and days that were there are
 * told. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  import_days (fixture);
  fill_plan (fixture);
  choose (fixture->dialog, "Days Without Data", "Not known, left open");
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  import_path (fixture, fixture->folder);
  wait_for_page (fixture, "plan");
  g_assert_cmpstr (get_holder (fixture->dialog, "All Areas Are Held By"), ==, "Harrow");
  g_assert_cmpstr (get_chosen (fixture->dialog, "Source"), ==, "Daily sheets");
  g_assert_cmpstr (get_chosen (fixture->dialog, "Days Without Data"), ==, "Not known, left open");
  g_assert_true (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_wait (tells_doubles, fixture, "it is told what is there already");
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  g_assert_true (tells_doubles (fixture));
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

static GVariant *
get_area_source (Fixture *fixture)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "area-source");
}

static const MarchSource *
get_import_source (Fixture *fixture, guint index)
{
  return ((MarchDatedImport *) g_ptr_array_index (
              march_corpus_get_area_imports (get_corpus (fixture)), index))->source;
}

/* Of two sources the first is drawn until the other one is chosen for this window, or kept for
 * everybody, which can be undone; or nobody's. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Daily sheets", "Weekly sheets" };
  g_autoptr (GVariant) before = NULL, chosen = NULL, undone = NULL, none = NULL;
  gint64 ids[2];

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      import_days (fixture);
      wait_for_page (fixture, "plan");
      choose (fixture->dialog, "Source", "A new source");
      choose_holder (fixture->dialog, "All Areas Are Held By", "Harrow");
      march_ui_type_into (fixture->dialog, "Title", titles[i]);
      click (fixture->dialog, "_Import");
      wait_for_page (fixture, "report");
      click (fixture->dialog, "_Done");
      march_ui_wait (is_gone, fixture, "the dialog is gone");
    }
  march_ui_settle (100);
  g_assert_cmpuint (count_imports (fixture), ==, 2);
  for (guint i = 0; i < 2; i++)
    ids[i] = get_import_source (fixture, i)->id;
  before = get_area_source (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "area-source",
                                  g_variant_new_int64 (g_variant_get_int64 (before) == ids[0]
                                                           ? ids[1]
                                                           : ids[0]));
  march_ui_settle (100);
  chosen = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (chosen), !=, g_variant_get_int64 (before));
  /* What is looked at is no edit; what everybody is to see is one. */
  g_assert_cmpint (march_corpus_get_area_source (get_corpus (fixture))->id, ==,
                   g_variant_get_int64 (before));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "keep-area-source", NULL);
  await_edit (fixture);
  march_ui_settle (100);
  g_assert_cmpint (march_corpus_get_area_source (get_corpus (fixture))->id, ==,
                   g_variant_get_int64 (chosen));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  await_edit (fixture);
  march_ui_settle (100);
  undone = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (undone), ==, g_variant_get_int64 (before));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "area-source",
                                  g_variant_new_int64 (MARCH_NO_AREA_SOURCE));
  march_ui_settle (100);
  none = get_area_source (fixture);
  g_assert_cmpint (g_variant_get_int64 (none), ==, MARCH_NO_AREA_SOURCE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                                     "keep-area-source"));
}

/* Without a dossier it is asked into which one, and the import goes on when that is open, in
 * whichever window. */
static void
test_without_dossier (Fixture *fixture, gconstpointer data)
{
  GtkApplication        *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  MarchWindow           *vacant = march_window_new (application);
  g_autofree char       *path = write_file (fixture, "front_20210501.geojson", daily[0].text);
  g_autoptr (GFile)      file = g_file_new_for_path (dossier_path);
  g_autoptr (GFile)      folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GPtrArray)  files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow             *question = NULL;

  /* The overview of a dossier without areas offers it as well. */
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), "Import areas…"));
  g_ptr_array_add (files, g_file_new_for_path (path));
  g_assert_true (march_window_is_layer (files->pdata[0]));
  g_assert_false (march_window_is_layer (file));
  g_assert_true (march_window_is_layer (folder));
  gtk_window_present (GTK_WINDOW (vacant));
  for (guint i = 0; i < 2; i++)
    {
      march_window_take_files (vacant, files);
      question = march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (question);
      g_assert_null (march_ui_find_window (MARCH_TYPE_IMPORT_DIALOG));
      if (i == 1)
        march_window_open (vacant, file);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
      gtk_window_destroy (question);
      march_ui_settle (100);
    }
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_IMPORT_DIALOG));
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (fixture->dialog))
                 == GTK_WINDOW (fixture->window));
  wait_for_page (fixture, "plan");
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  g_assert_true (march_window_is_vacant (vacant));
  march_ui_close (vacant);
}

/* A day given by hand instead of the files' own, and back; what is no day is told. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  import_days (fixture);
  fill_plan (fixture);
  choose (fixture->dialog, "The Dates Come From", "a day given by hand");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say which day"));
  march_ui_type_into (fixture->dialog, "Day, such as 2028-09-12", "some day");
  g_assert_false (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_type_into (fixture->dialog, "Day, such as 2028-09-12", "2021-05-09");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "9 May 2021"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas can be imported"));
  choose (fixture->dialog, "The Dates Come From", "the names of the files");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 days, from 1 May 2021"));
  g_assert_cmpstr (get_holder (fixture->dialog, "All Areas Are Held By"), ==, "Harrow");
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "front.geojson", "{\"type\": \"FeatureColl");

  import_path (fixture, path);
  wait_for_page (fixture, "failed");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "front.geojson"));
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

/* A table whose columns of coordinates have names of their own: they are asked for. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "posts.csv",
                                      "post,up,right\nKern,1.5,12\nArv,1.6,12.5\n");

  import_path (fixture, path);
  wait_for_page (fixture, "columns");
  choose (fixture->dialog, "Latitude", "up");
  choose (fixture->dialog, "Longitude", "right");
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "0 areas, 2 points"));
  g_assert_cmpstr (get_chosen (fixture->dialog, "Latitude"), ==, "up");
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

/* The next table with such columns is read as the last one was, without asking. */
static void
test_next_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_file (fixture, "spots.csv",
                                       "post,since,up,right\nKern,2021-05-01,1.5,12\n");
  g_autofree char *next = write_file (fixture, "others.csv",
                                      "since,post,up,right\n2021-05-02,Arv,1.6,12.5\n");

  import_path (fixture, first);
  wait_for_page (fixture, "columns");
  choose (fixture->dialog, "Latitude", "up");
  choose (fixture->dialog, "Longitude", "right");
  wait_for_page (fixture, "plan");
  choose_holder (fixture->dialog, "All Points Are Of", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "List of spots");
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  import_path (fixture, next);
  wait_for_page (fixture, "plan");
  g_assert_cmpstr (get_chosen (fixture->dialog, "Latitude"), ==, "up");
  g_assert_cmpstr (get_chosen (fixture->dialog, "Longitude"), ==, "right");
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

/* Likewise where both are in one column, and it isn't said which comes first. */
static void
test_one_column (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "posts.csv",
                                      "post;spot\nKern;12, 1.5\nArv;12.5, 1.6\n");

  import_path (fixture, path);
  wait_for_page (fixture, "columns");
  choose (fixture->dialog, "Positions", "“Longitude, latitude” in one column");
  choose (fixture->dialog, "Column", "spot");
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "0 areas, 2 points"));
  g_assert_cmpstr (get_chosen (fixture->dialog, "Column"), ==, "spot");
  choose (fixture->dialog, "Positions", "“Latitude, longitude” in one column");
  wait_for_page (fixture, "busy");
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "0 areas, 2 points"));
  g_assert_cmpstr (get_chosen (fixture->dialog, "Column"), ==, "spot");
  click (fixture->dialog, "_Cancel");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
}

/* A table of points: whose they are is asked, and each counts on its own day unless it is said that
 * they are carried. */
static void
test_points (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "posts.csv", NULL);
  MarchSession    *session = march_window_get_session (fixture->window);
  GPtrArray       *imports;

  g_assert_true (g_file_set_contents (path,
                                      "date,lat,lng,name\n2021-05-01,34.5,-30,Post 1\n"
                                      "2021-05-02,34.6,-30.1,Post 2\n",
                                      -1, NULL));
  import_path (fixture, path);
  wait_for_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say whose points they are."));
  g_assert_cmpstr (get_chosen (fixture->dialog, "Days Without Data"), ==,
                   "Not known, left open");
  choose_holder (fixture->dialog, "All Points Are Of", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "List of posts");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "2 points can be imported"));
  click (fixture->dialog, "_Import");
  wait_for_page (fixture, "report");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "2 points were imported"));
  click (fixture->dialog, "_Done");
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  imports = march_corpus_get_point_imports (get_corpus (fixture));
  g_assert_cmpuint (imports->len, ==, 1);
  g_assert_cmpuint (march_points_get_n_points (((MarchDatedImport *) imports->pdata[0])->points),
                    ==, 2);
  /* A step goes to the day on which other points count. */
  march_session_set_as_of (session, march_day_from_ymd (2021, 4, 30));
  g_assert_true (march_session_step (session, 1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2021, 5, 1));
  g_assert_true (march_session_step (session, 1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2021, 5, 2));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), "Imported: 2 points"));
  click (GTK_WIDGET (fixture->window), "_Undo");
  await_edit (fixture);
  march_ui_settle (50);
  g_assert_cmpuint (march_corpus_get_point_imports (get_corpus (fixture))->len, ==, 0);
}

/* Lines of a grid stand apart by a round number of degrees, at least so many pixels. */
static void
test_graticule (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double degrees_per_pixel, step;
  } rows[] = { { 0.0000001, 0.001 }, { 0.001, 0.1 }, { 0.01, 1 }, { 0.02, 2 }, { 0.1, 10 },
               { 0.5, 45 },          { 2, 90 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (march_import_graticule_find_step (rows[i].degrees_per_pixel), ==,
                       rows[i].step);
}

int
main (int    argc,
      char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ui/import/walk", test_walk);
  ADD ("/ui/import/words-of-holders", test_words_of_holders);
  ADD ("/ui/import/toast-goes", test_toast_goes);
  ADD ("/ui/import/drop", test_drop);
  ADD ("/ui/import/cancel", test_cancel);
  ADD ("/ui/import/close", test_close);
  ADD ("/ui/import/again", test_again);
  ADD ("/ui/import/source", test_source);
  ADD ("/ui/import/by-hand", test_by_hand);
  ADD ("/ui/import/unreadable", test_unreadable);
  ADD ("/ui/import/without-dossier", test_without_dossier);
  ADD ("/ui/import/table", test_table);
  ADD ("/ui/import/next-table", test_next_table);
  ADD ("/ui/import/one-column", test_one_column);
  ADD ("/ui/import/graticule", test_graticule);
  ADD ("/ui/import/points", test_points);
#undef ADD
  return g_test_run ();
}
