/* test-export.c — pictures, pages, series and tables through the dialog */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "dossier/march-dossier-areas.h"
#include "geo/march-holdings-builder.h"
#include "transfer/march-export-dialog.h"

#define COMPARED "Compared With This Day (None if Empty)"

static char *dossier_path;

typedef struct
{
  char        *folder;
  MarchWindow *window;
  GtkWidget   *dialog;
} Fixture;

static gboolean
is_gone (gpointer data)
{
  return march_ui_find_window (MARCH_TYPE_EXPORT_DIALOG) == NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (dossier_path);

  fixture->folder = folder_make ();
  fixture->window = march_ui_open_file (file);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_EXPORT_DIALOG));
  g_assert_nonnull (fixture->dialog);
  march_ui_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  march_ui_close (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
choose (Fixture *fixture, const char *title, guint line)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (march_ui_get_row (fixture->dialog, title)), line);
}

static char *
write_file (Fixture *fixture, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  march_export_dialog_write (MARCH_EXPORT_DIALOG (fixture->dialog), path);
  march_ui_wait (is_gone, fixture, "the picture is written");
  g_assert_true (g_file_get_contents (path, &text, length, &error));
  g_assert_nonnull (march_ui_find_text (GTK_WIDGET (fixture->window), name));
  return text;
}

/* The longest choice is listed in full, and the one that counts has the tick. */
static gboolean
lists_in_full (gpointer data)
{
  GtkWidget *row = march_ui_get_row (data, "Format");
  GtkWidget *label = march_ui_find_text (row, "PDF with numbered sources");

  return label != NULL && gtk_widget_get_width (label) > 0
         && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static gboolean
is_ticked (Fixture *fixture, const char *text)
{
  GtkWidget *list = march_ui_find (march_ui_get_row (fixture->dialog, "Format"),
                                   GTK_TYPE_POPOVER);
  GtkWidget *label = march_ui_find_text (list, text);

  return gtk_widget_get_opacity (gtk_widget_get_next_sibling (label)) > 0;
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_ancestor (focus, ADW_TYPE_COMBO_ROW) != NULL);
  adw_action_row_activate (ADW_ACTION_ROW (march_ui_get_row (fixture->dialog, "Format")));
  march_ui_wait (lists_in_full, fixture->dialog, "the longest choice is there in full");
  g_assert_true (is_ticked (fixture, "PNG picture"));
  g_assert_false (is_ticked (fixture, "SVG drawing"));
  choose (fixture, "Format", 1);
  g_assert_true (is_ticked (fixture, "SVG drawing"));
  g_assert_false (is_ticked (fixture, "PNG picture"));
  gtk_popover_popdown (GTK_POPOVER (march_ui_find (march_ui_get_row (fixture->dialog, "Format"),
                                                   GTK_TYPE_POPOVER)));
  march_ui_settle (50);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
}

/* What each format begins with; the title is the one that was typed. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  static const char *const beginnings[] = { "\x89PNG", "<?xml", "%PDF" };
  guint            format = GPOINTER_TO_UINT (data);
  gsize            length;
  g_autofree char *text = NULL;

  choose (fixture, "Format", format);
  g_assert_cmpint (march_ui_find_row (fixture->dialog, "Page Size") != NULL, ==, format == 2);
  g_assert_cmpint (march_ui_find_row (fixture->dialog, "Size in Pixels") != NULL, ==, format != 2);
  march_ui_type_into (fixture->dialog, "Title", "Velmark in a picture");
  choose (fixture, "Part of the Map", 1);
  choose (fixture, "Look", 4);
  text = write_file (fixture, "picture", &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (text, beginnings[format]));
  if (format == 1)
    g_assert_nonnull (strstr (text, "Velmark in a picture"));
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "What", 1);
  march_ui_type_into (fixture->dialog, "From", "2031-05-01");
  march_ui_type_into (fixture->dialog, "To", "2031-05-03");
  choose (fixture, "A Picture For", 0);
  march_export_dialog_write (MARCH_EXPORT_DIALOG (fixture->dialog), fixture->folder);
  march_ui_wait (is_gone, fixture, "the series is written");
  g_assert_cmpuint (folder_count (fixture->folder), ==, 3);
}

/* Cancelled at once: the dialog is there to go on with, and few or no pictures are. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "What", 1);
  march_ui_type_into (fixture->dialog, "From", "2031-01-01");
  march_ui_type_into (fixture->dialog, "To", "2031-12-31");
  choose (fixture, "A Picture For", 0);
  march_export_dialog_write (MARCH_EXPORT_DIALOG (fixture->dialog), fixture->folder);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  march_ui_settle (500);
  g_assert_cmpuint (folder_count (fixture->folder), <, 365);
}

/* What is no day is told at once, and nothing can be written. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  march_ui_type_into (fixture->dialog, "Day", "yesterday or so");
  g_assert_true (gtk_widget_has_css_class (march_ui_get_row (fixture->dialog, "Day"), "error"));
  march_ui_type_into (fixture->dialog, "Day", "2031-05-15");
  g_assert_false (gtk_widget_has_css_class (march_ui_get_row (fixture->dialog, "Day"), "error"));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

/* Without imported areas there is nothing to tell, and the dialog says so. */
static void
test_no_areas (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "areas.csv", NULL);

  choose (fixture, "What", GPOINTER_TO_UINT (data));
  g_assert_null (march_ui_find_row (fixture->dialog, "Format"));
  march_export_dialog_write (MARCH_EXPORT_DIALOG (fixture->dialog), path);
  march_ui_settle (500);
  g_assert_nonnull (march_ui_find_text (fixture->dialog, "No imported areas"));
  g_assert_cmpuint (folder_count (fixture->folder), ==, 0);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

/* The Free Marches hold Calda on the day @first, and Brena on the day after. */
static void
import_areas (MarchDossier *dossier, MarchDay first)
{
  g_autoptr (MarchCorpus) corpus = march_dossier_dup_corpus (dossier);
  MarchAreaBatch *batch = march_area_batch_new ();
  g_autoptr (MarchHoldingsBuilder) builder = march_holdings_builder_new ();
  g_autoptr (GError) error = NULL;
  static const char *const names[] = { "Calda Province", "Brena Province" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    march_holdings_builder_add (builder, first + i,
                                march_corpus_find_place (corpus, names[i], NULL)->geometry, NULL,
                                &error);
  g_assert_no_error (error);
  batch->source_title = g_strdup ("The daily sheet");
  batch->holder = march_corpus_find_actor (corpus, "Free Marches", NULL)->id;
  batch->basis = MARCH_BASIS_INDEPENDENT;
  batch->carried = TRUE;
  batch->dated = g_strdup ("by hand");
  batch->first = first;
  batch->last = first + 1;
  batch->n_days = 2;
  batch->holdings = march_holdings_builder_run (builder, MARCH_MISSING_CARRIED, NULL, NULL, NULL,
                                                &error);
  g_assert_no_error (error);
  g_assert_true (march_dossier_add_areas (dossier, march_area_batch_list (batch), NULL, NULL,
                                          &error));
  g_assert_no_error (error);
}

/* What the window compares the picture compares too, and any day that is typed. */
static void
test_compared (Fixture *fixture, gconstpointer data)
{
  MarchSession    *session = march_window_get_session (fixture->window);
  const MarchDay   day = march_session_get_as_of (session);
  g_autofree char *iso = march_day_to_iso (day - 1), *text = NULL;
  GtkWidget       *row;
  gsize            length;

  g_assert_null (march_ui_find_row (fixture->dialog, COMPARED));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  march_ui_wait (is_gone, fixture, "the dialog is gone");
  import_areas (march_session_get_dossier (session), day - 1);
  march_area_desk_compare (march_session_get_area_desk (session), day - 1);
  march_ui_settle (100);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  fixture->dialog = GTK_WIDGET (march_ui_find_window (MARCH_TYPE_EXPORT_DIALOG));
  march_ui_settle (100);
  row = march_ui_get_row (fixture->dialog, COMPARED);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, iso);
  march_ui_type_into (fixture->dialog, COMPARED, "the day before");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  march_ui_type_into (fixture->dialog, COMPARED, iso);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  choose (fixture, "What", 2);
  g_assert_null (march_ui_find_row (fixture->dialog, COMPARED));
  choose (fixture, "What", 0);
  choose (fixture, "Format", 1);
  text = write_file (fixture, "compared", &length);
  g_assert_nonnull (strstr (text, "Compared: "));
  g_assert_nonnull (strstr (text, "Gained by Free Marches"));
  g_assert_nonnull (strstr (text, "Lost by Free Marches"));
  g_assert_true (march_dossier_undo (march_session_get_dossier (session), NULL));
}

int
main (int    argc,
      char **argv)
{
  march_ui_init (&argc, &argv);
  dossier_path = argv[1];
#define ADD(path, data, function)                                                                  \
  g_test_add (path, Fixture, GUINT_TO_POINTER (data), set_up, function, tear_down)
  ADD ("/ui/export/choices", 0, test_choices);
  ADD ("/ui/export/png", 0, test_picture);
  ADD ("/ui/export/svg", 1, test_picture);
  ADD ("/ui/export/pdf", 2, test_picture);
  ADD ("/ui/export/compared", 0, test_compared);
  ADD ("/ui/export/series", 0, test_series);
  ADD ("/ui/export/cancel", 0, test_cancel);
  ADD ("/ui/export/day", 0, test_day);
  ADD ("/ui/export/no-table", 2, test_no_areas);
  ADD ("/ui/export/no-areas", 3, test_no_areas);
#undef ADD
  return g_test_run ();
}
