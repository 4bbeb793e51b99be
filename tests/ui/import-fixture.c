/* import-fixture.c — files of an invented front, and the dialog that imports them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

#include "transfer/march-import-dialog.h"
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

const struct ImportDay import_days[IMPORT_N_DAYS] = {
  { "front_20210501.geojson", COLLECTION (AREA ("12") "," AREA ("14")) },
  { "front_20210502.geojson", COLLECTION (AREA ("12")) },
  { "front_20210504.geojson", COLLECTION (CROSSED "," POINT) },
};

/** import_open: gives the window a file, or a folder of files, for which the dialog opens */
void
import_open (DialogFixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  march_window_take_files (fixture->window, files);
  dialog_find (fixture, MARCH_TYPE_IMPORT_DIALOG);
}

/** import_open_days: all days, in the test's folder */
void
import_open_days (DialogFixture *fixture)
{
  for (gsize i = 0; i < IMPORT_N_DAYS; i++)
    g_free (dialog_write_file (fixture, import_days[i].name, import_days[i].text));
  import_open (fixture, fixture->folder);
}

typedef struct
{
  DialogFixture *fixture;
  const char    *page;
} Wanted;

static gboolean
shows_page (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget    *stack = march_ui_find (wanted->fixture->dialog, GTK_TYPE_STACK);

  return stack != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), wanted->page) == 0;
}

void
import_await_page (DialogFixture *fixture, const char *page)
{
  march_ui_wait (shows_page, &(Wanted){ fixture, page }, page);
}

static MarchPicker *
get_picker (DialogFixture *fixture, const char *row)
{
  return MARCH_PICKER (march_ui_find (march_ui_get_row (fixture->dialog, row), MARCH_TYPE_PICKER));
}

/** import_choose_holder: whose are the features of that row */
void
import_choose_holder (DialogFixture *fixture, const char *row, const char *choice)
{
  MarchPicker *picker = get_picker (fixture, row);

  for (guint i = 0; i < march_picker_get_n_items (picker); i++)
    if (g_str_equal (march_picker_get_text (picker, i), choice))
      {
        march_picker_set_selected (picker, i);
        return;
      }
  g_error ("“%s” is no choice of “%s”", choice, row);
}

const char *
import_get_holder (DialogFixture *fixture, const char *row)
{
  MarchPicker *picker = get_picker (fixture, row);

  return march_picker_get_text (picker, march_picker_get_selected (picker));
}

/** import_fill_plan: the days are Harrow's, by a new source */
void
import_fill_plan (DialogFixture *fixture)
{
  import_await_page (fixture, "plan");
  import_choose_holder (fixture, "All Areas Are Held By", "Harrow");
  march_ui_type_into (fixture->dialog, "Title", "Daily sheets");
  march_ui_type_into (fixture->dialog, "Publisher", "Mapping Society");
}

/** import_run: imports what is planned, and waits for the report */
void
import_run (DialogFixture *fixture)
{
  dialog_press (fixture, "_Import");
  import_await_page (fixture, "report");
}

/** import_close: closes the dialog by the button so labelled */
void
import_close (DialogFixture *fixture, const char *label)
{
  dialog_press (fixture, label);
  dialog_await_gone (fixture, MARCH_TYPE_IMPORT_DIALOG);
}

/** import_undo_by_toast: takes the import back by the button that the window offers after it */
void
import_undo_by_toast (DialogFixture *fixture)
{
  march_ui_press (GTK_WIDGET (fixture->window), "_Undo");
  dialog_await_edit (fixture);
  march_ui_settle (50);
}

/** import_count: Returns: how many imports of areas the dossier has */
guint
import_count (DialogFixture *fixture)
{
  return march_corpus_get_area_imports (dialog_get_corpus (fixture))->len;
}

const MarchDatedImport *
import_get (DialogFixture *fixture, guint index)
{
  GPtrArray *imports = march_corpus_get_area_imports (dialog_get_corpus (fixture));

  g_assert_cmpuint (index, <, imports->len);
  return imports->pdata[index];
}
