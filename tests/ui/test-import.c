/* test-import.c — foreign files through the dialog: what was found, import, undo, cancel */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

#include "transfer/march-import-dialog.h"
#include "transfer/march-import-graticule.h"
#include "transfer/march-import-preview.h"
#include "transfer/march-import-report-page.h"

#include <sqlite3.h>

static gboolean
preview_is_painted (gpointer data)
{
  GtkWidget *preview = march_ui_find (data, MARCH_TYPE_IMPORT_PREVIEW);

  return preview != NULL && march_import_preview_is_painted (MARCH_IMPORT_PREVIEW (preview));
}

/* From a folder to areas in the dossier, told feature by feature, and back by one undo. */
static void
test_walk (DialogFixture *fixture, gconstpointer data)
{
  const MarchSource *source;
  GtkWidget         *report;
  const char        *text;

  import_open_days (fixture);
  import_await_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 files, GeoJSON"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas, 1 point"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 days, from 1 May 2021"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Say who holds"));
  g_assert_false (gtk_widget_get_sensitive (march_ui_find_button (fixture->dialog, "_Import")));
  march_ui_wait (preview_is_painted, fixture->dialog, "the preview is painted");
  import_fill_plan (fixture);
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "Points as Well"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "4 areas can be imported"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog))
                 != march_ui_find_button (fixture->dialog, "_Cancel"));
  gtk_widget_grab_focus (march_ui_find_button (fixture->dialog, "_Import"));
  import_run (fixture);
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
  import_close (fixture, "_Done");
  g_assert_cmpuint (import_count (fixture), ==, 1);
  source = import_get (fixture, 0)->source;
  g_assert_cmpstr (source->title, ==, "Daily sheets");
  g_assert_nonnull (strstr (source->csl, "Mapping Society"));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), "Imported 4 areas"));
  import_undo_by_toast (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 0);
}

static gboolean
shows_no_undo (gpointer data)
{
  return march_ui_find_text (GTK_WIDGET (((DialogFixture *) data)->window), "Imported") == NULL;
}

/* Once the import is undone by other means, the button would undo another edit. */
static void
test_toast_goes (DialogFixture *fixture, gconstpointer data)
{
  import_open_days (fixture);
  import_fill_plan (fixture);
  import_run (fixture);
  import_close (fixture, "_Done");
  g_assert_false (shows_no_undo (fixture));
  dialog_undo (fixture);
  march_ui_wait (shows_no_undo, fixture, "nothing offers to undo the import");
  g_assert_cmpuint (import_count (fixture), ==, 0);
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
test_drop (DialogFixture *fixture, gconstpointer data)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_auto (GValue) dropped = G_VALUE_INIT;
  GSList  *files = NULL;
  gboolean taken = FALSE;

  for (gsize i = 0; i < IMPORT_N_DAYS; i++)
    {
      g_autofree char *path = dialog_write_file (fixture, import_days[i].name, import_days[i].text);

      files = g_slist_append (files, g_file_new_for_path (path));
    }
  g_value_init (&dropped, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&dropped, files);
  g_assert_nonnull (target);
  g_signal_emit_by_name (target, "drop", &dropped, 100.0, 100.0, &taken);
  g_assert_true (taken);
  dialog_find (fixture, MARCH_TYPE_IMPORT_DIALOG);
  import_fill_plan (fixture);
  /* One at a time. */
  g_signal_emit_by_name (target, "drop", &dropped, 100.0, 100.0, &taken);
  g_assert_false (taken);
  import_run (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 1);
  g_assert_cmpuint (import_get (fixture, 0)->n_days, ==, IMPORT_N_DAYS);
  import_close (fixture, "_Done");
}

/* Cancelled while it runs: the dossier is as it was, and the plan is there to go on with. */
static void
test_cancel (DialogFixture *fixture, gconstpointer data)
{
  import_open_days (fixture);
  import_fill_plan (fixture);
  dialog_press (fixture, "_Import");
  dialog_press (fixture, "_Cancel");
  import_await_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "the dossier is as it was"));
  g_assert_cmpuint (import_count (fixture), ==, 0);
  import_run (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 1);
  import_close (fixture, "_Done");
}

/* Closed while it runs: likewise. */
static void
test_close (DialogFixture *fixture, gconstpointer data)
{
  import_open_days (fixture);
  import_fill_plan (fixture);
  dialog_press (fixture, "_Import");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  dialog_await_gone (fixture, MARCH_TYPE_IMPORT_DIALOG);
  march_ui_settle (200);
  dialog_await_edit (fixture);
  g_assert_cmpuint (import_count (fixture), ==, 0);
  g_assert_false (march_dossier_get_modified (dialog_get_dossier (fixture)));
}

/* Without a dossier it is asked into which one, and the import goes on when that is open, in
 * whichever window. */
static void
test_without_dossier (DialogFixture *fixture, gconstpointer data)
{
  GtkApplication        *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  MarchWindow           *vacant = march_window_new (application);
  g_autofree char       *path = dialog_write_file (fixture, import_days[0].name,
                                                   import_days[0].text);
  g_autoptr (GFile)      file = dialog_get_file ();
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
  dialog_find (fixture, MARCH_TYPE_IMPORT_DIALOG);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (fixture->dialog))
                 == GTK_WINDOW (fixture->window));
  import_await_page (fixture, "plan");
  import_close (fixture, "_Cancel");
  g_assert_true (march_window_is_vacant (vacant));
  march_ui_close (vacant);
}

static void
test_unreadable (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dialog_write_file (fixture, "front.geojson", "{\"type\": \"FeatureColl");

  import_open (fixture, path);
  import_await_page (fixture, "failed");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "front.geojson"));
  import_close (fixture, "_Cancel");
}

/* Lines of a grid stand apart by a round number of degrees, at least so many pixels. */
static void
test_graticule (void)
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

/* A rectangle of one degree in the layout of GeoPackage, little-endian, without an envelope. */
#define SQUARE                                                                                     \
  "x'4750000100000000010300000001000000050000000000000000003e400000000000004940"                   \
  "0000000000003f4000000000000049400000000000003f400000000000804940"                               \
  "0000000000003e4000000000008049400000000000003e400000000000004940'"
#define FRONT(name)                                                                                \
  "INSERT INTO gpkg_contents VALUES ('" name "', 'features', NULL);"                               \
  "INSERT INTO gpkg_geometry_columns VALUES ('" name "', 'geom', 4326);"                           \
  "CREATE TABLE " name " (fid INTEGER PRIMARY KEY, geom BLOB);"                                    \
  "INSERT INTO " name " VALUES (1, " SQUARE ");"

/* A file of several layers is one file. */
static void
test_layers (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "fronts.gpkg", NULL);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (handle,
                    "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT,"
                    " identifier TEXT);"
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
                    " srs_id INTEGER);"
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                    " organization_coordsys_id INTEGER, definition TEXT);"
                    "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'GEOGCS');" //
                    FRONT ("east") FRONT ("north") FRONT ("west"),
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (handle);
  import_open (fixture, path);
  import_await_page (fixture, "plan");
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "1 file, GeoPackage"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog,
                                        "fronts.gpkg (east), fronts.gpkg (north)"));
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "3 areas"));
  import_close (fixture, "_Cancel");
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  dialog_add ("/ui/import/walk", test_walk);
  dialog_add ("/ui/import/toast-goes", test_toast_goes);
  dialog_add ("/ui/import/drop", test_drop);
  dialog_add ("/ui/import/cancel", test_cancel);
  dialog_add ("/ui/import/close", test_close);
  dialog_add ("/ui/import/unreadable", test_unreadable);
  dialog_add ("/ui/import/layers", test_layers);
  dialog_add ("/ui/import/without-dossier", test_without_dossier);
  g_test_add_func ("/ui/import/graticule", test_graticule);
  return g_test_run ();
}
