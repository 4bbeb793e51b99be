/* test-window.c — a window as its reader uses it: a click, another day, another lens, a search */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include <unistd.h>

#include "base/march-error.h"
#include "dossier/march-row.h"
#include "panel/march-panel.h"
#include "panel/march-search-page.h"
#include "panel/march-why-page.h"
#include "timeline/march-timeline-axis-private.h"

typedef struct
{
  GtkWidget  *root;
  const char *part;
} Wanted;

static gboolean
is_read (gpointer data)
{
  const Wanted *wanted = data;

  return march_ui_find_text (wanted->root, wanted->part) != NULL;
}

static void
assert_read (GtkWidget  *root,
             const char *part)
{
  Wanted wanted = { root, part };

  march_ui_wait (is_read, &wanted, part);
}

static const MarchPlace *
find_place (MarchSession *session,
            const char   *code)
{
  const MarchPlace *place = march_corpus_find_place (march_session_get_corpus (session), code,
                                                     NULL);

  g_assert_nonnull (place);
  return place;
}

static void
click (MarchWindow *window,
       const char  *code,
       int          n_press)
{
  MarchMapView     *map = MARCH_MAP_VIEW (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW));
  const MarchPlace *place = find_place (march_window_get_session (window), code);
  MarchView         view;
  double            longitude, latitude, x, y;

  g_assert_true (march_map_view_get_view (map, &view));
  march_geometry_get_label_point (place->geometry, &longitude, &latitude);
  march_view_project (&view, longitude, latitude, &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, view.width);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, view.height);
  march_map_view_click (map, x, y, n_press);
}

static void
test_click (void)
{
  MarchWindow      *window = march_ui_open ();
  MarchSession     *session = march_window_get_session (window);
  GtkWidget        *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  const MarchPlace *place = find_place (session, "UA-65");

  g_assert_nonnull (panel);
  click (window, "UA-65", 1);
  g_assert_true (march_session_get_place (session) == place);
  assert_read (panel, march_place_get_name (place, "en"));
  assert_read (panel, "Partly held by");
  march_session_select (session, NULL);
  assert_read (panel, "Disputed on this day");
  march_ui_close (window);
}

/* Before the annexations nobody but its own state says to own the place. */
static void
test_day (void)
{
  MarchWindow        *window = march_ui_open ();
  MarchSession       *session = march_window_get_session (window);
  MarchTimeline      *timeline = MARCH_TIMELINE (march_ui_find (GTK_WIDGET (window),
                                                                MARCH_TYPE_TIMELINE));
  const MarchPlace   *place = find_place (session, "UA-65");
  const MarchFinding *finding = march_snapshot_get_finding (march_session_get_snapshot (session),
                                                            place);
  g_autoptr (GError)  error = NULL;
  g_autofree char    *remark = NULL;

  g_assert_true (finding->disputed);
  g_assert_true (march_timeline_go_to_words (timeline, "31 December 2014", &remark, &error));
  g_assert_no_error (error);
  g_assert_null (remark);
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2014, 12, 31));
  finding = march_snapshot_get_finding (march_session_get_snapshot (session), place);
  g_assert_false (finding->disputed);
  assert_read (GTK_WIDGET (window), "31 December 2014");

  g_assert_false (march_timeline_go_to_words (timeline, "the day after never", &remark, &error));
  g_assert_error (error, MARCH_ERROR, MARCH_ERROR_BAD_INPUT);
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2014, 12, 31));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.day", "i", 1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2015, 1, 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.month", "i", -1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2014, 12, 1));
  g_assert_true (march_timeline_go_to_words (timeline, "2016-03-31", NULL, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.month", "i", -1));
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2016, 2, 29));
  march_ui_close (window);
}

/* A date that is no day of the dossier is told which day it became, where it was typed. */
static void
test_typed_date (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *timeline = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_TIMELINE);
  GtkWidget    *button = march_ui_find (timeline, GTK_TYPE_MENU_BUTTON);
  GtkWidget    *entry = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  march_ui_settle (200);
  entry = march_ui_find (timeline, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "spring 2022");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2022, 3, 1));
  assert_read (timeline, "“spring 2022” leaves the day open; 1 March 2022 is taken.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2050");
  g_signal_emit_by_name (entry, "activate");
  assert_read (timeline, "“2050” is outside the dossier’s days");
  gtk_editable_set_text (GTK_EDITABLE (entry), "15 May 2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2025, 5, 15));
  march_ui_settle (200);
  g_assert_null (march_ui_find (timeline, GTK_TYPE_ENTRY));
  march_ui_close (window);
}

static void
test_steps (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GPtrArray    *changes = march_session_list_changes (session);
  guint         n = 0;

  g_assert_cmpuint (changes->len, >, 5);
  for (guint i = 1; i < changes->len; i++)
    g_assert_cmpint (((MarchChange *) changes->pdata[i - 1])->day, <,
                     ((MarchChange *) changes->pdata[i])->day);
  march_session_set_as_of (session, MARCH_DAY_MIN);
  g_assert_cmpint (march_session_get_as_of (session), ==,
                   march_corpus_get_facts (march_session_get_corpus (session))->first);
  while (march_session_step (session, 1))
    n++;
  g_assert_cmpuint (n, >=, changes->len - 1);
  g_assert_false (march_session_step (session, 1));
  g_assert_true (march_session_step (session, -1));
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

/* Known by a day before all sources, the map is empty and says why. */
static void
test_known_by (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);

  march_session_set_known_by (session, march_day_from_ymd (2022, 1, 1));
  assert_read (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW), "arliest source");
  assert_read (GTK_WIDGET (window), "known by 1 January 2022");
  march_session_set_known_by (session, MARCH_DAY_MAX);
  assert_read (GTK_WIDGET (window), "known by today");
  march_ui_close (window);
}

static void
test_legend (void)
{
  MarchWindow *window = march_ui_open ();
  GtkWidget   *map = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW);

  assert_read (map, "says it owns it");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.lens", "s", "control"));
  assert_read (map, "Partly held by");
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
  click (window, "UA-65", 2);
  march_map_view_get_view (map, &close);
  g_assert_cmpfloat (close.zoom, >, before.zoom + 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.fit", NULL));
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 0.02);
  march_ui_close (window);
}

static void
test_search (void)
{
  MarchWindow  *window = march_ui_open ();
  GtkWidget    *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  GtkWidget    *entry = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  march_ui_settle (100);
  entry = march_ui_find (panel, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Enerhodar");
  assert_read (panel, "Enerhodar");
  march_ui_close (window);
}

static void
click_event (MarchWindow *window,
             const char  *title)
{
  MarchTimelineAxis *axis
      = MARCH_TIMELINE_AXIS (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_TIMELINE_AXIS));

  for (guint i = 0; i < axis->events->len; i++)
    {
      const MarchTimelineEvent *event = axis->events->pdata[i];

      if (g_str_equal (event->assertion->title, title))
        {
          g_assert_true (march_timeline_axis_click (axis,
                                                    march_timeline_axis_get_x (axis, event->first),
                                                    march_timeline_axis_get_line (axis)));
          return;
        }
    }
  g_assert_not_reached ();
}

/* A tick leads to the event's own page. The map moves only where the event's place is out of view,
 * and then shows it beside all that the dossier is about. */
static void
test_event (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  MarchMapView *map = MARCH_MAP_VIEW (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW));
  GtkWidget    *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  MarchView     before, after;
  double        x, y;

  click (window, "UA-09", 1);
  assert_read (panel, "Luhansk Oblast");
  march_map_view_get_view (map, &before);
  click_event (window, "Russia annexes Crimea");
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2014, 1, 1));
  assert_read (panel, "event");
  assert_read (panel, "Russia annexes Crimea");
  g_assert_cmpstr (march_place_get_name (march_session_get_place (session), "en"), ==, "Crimea");
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 0.001);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.001);

  click_event (window, "Talks in Istanbul");
  assert_read (panel, "Talks in Istanbul");
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat (after.zoom, <=, before.zoom);
  g_assert_cmpfloat (after.zoom, >, before.zoom - 2);
  march_view_project (&after, 28.98, 41.01, &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, <, after.height);
  g_assert_true (gtk_widget_activate_action (panel, "panel.back", NULL));
  assert_read (panel, "Russia annexes Crimea");
  march_ui_close (window);
}

/* An event without a place clears the selection; what the search finds of a person is the person.
 */
static void
test_found (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  GtkWidget    *entry = NULL;

  click (window, "UA-09", 1);
  click_event (window, "Putin’s annual phone-in");
  assert_read (panel, "Putin’s annual phone-in");
  g_assert_null (march_session_get_place (session));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  march_ui_settle (100);
  entry = march_ui_find (panel, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Fomin");
  g_signal_emit_by_name (entry, "activate");
  assert_read (panel, "person");
  assert_read (panel, "Alexander Fomin");
  g_assert_null (march_session_get_place (session));
  march_ui_close (window);
}

static void
test_missing_file (void)
{
  MarchWindow      *window = march_ui_open ();
  MarchSession     *session = march_window_get_session (window);
  MarchDossier     *dossier = march_session_get_dossier (session);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/nothing.gpkg");
  GtkWindow        *dialog = NULL;
  g_autoptr (GList) windows = NULL;

  march_window_open (window, file);
  march_ui_settle (500);
  windows = gtk_window_list_toplevels ();
  g_assert_true (march_session_get_dossier (session) == dossier);
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "nothing.gpkg"));
  gtk_window_destroy (dialog);
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

/* The choices of knowledge and perspective open, and close again. */
static void
test_chips (void)
{
  MarchWindow *window = march_ui_open ();
  const char  *actions[] = { "win.known-by", "win.according-to" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *popover = NULL;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      march_ui_settle (300);
      popover = march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER);
      g_assert_nonnull (popover);
      gtk_popover_popdown (GTK_POPOVER (popover));
      march_ui_settle (100);
      g_assert_null (march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER));
    }
  march_ui_close (window);
}

/* The day of knowledge can be typed: "2025" is by the end of it. */
static void
test_typed_known_by (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *popover = NULL;
  GtkWidget    *entry = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.known-by", NULL));
  march_ui_settle (300);
  popover = march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER);
  entry = march_ui_find (popover, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_known_by (session), ==, march_day_from_ymd (2025, 12, 31));
  assert_read (popover, "“2025” leaves the day open; 31 December 2025 is taken.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_known_by (session), ==, march_day_from_ymd (2025, 12, 31));
  assert_read (popover, "“soon” is not a date");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 June 2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_known_by (session), ==, march_day_from_ymd (2025, 6, 1));
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER));
  march_ui_close (window);
}

static GFile *
copy_shipped (void)
{
  g_autofree char  *path = g_build_filename (g_getenv ("MARCHLAND_BUILD_ROOT"), SHIPPED_DOSSIER,
                                             NULL);
  g_autofree char  *folder = g_dir_make_tmp ("march-ui-XXXXXX", NULL);
  g_autofree char  *copy = g_build_filename (folder, "copy.gpkg", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  GFile            *to = g_file_new_for_path (copy);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  return to;
}

static void
rename_dossier (MarchDossier *dossier,
                const char   *title)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (MarchEdit) edit = march_dossier_begin_edit (dossier, "Rename", &error);
  g_autoptr (MarchRow)  row = march_row_new ();

  g_assert_no_error (error);
  march_row_set_text (row, "title", title);
  march_edit_update (edit, "dossier", 1, row, &error);
  g_assert_no_error (error);
  march_dossier_commit_edit (dossier, edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_saved (gpointer data)
{
  return !march_dossier_get_modified (data);
}

static gboolean
has_message_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data)
        && g_strcmp0 (adw_message_dialog_get_heading (l->data), data) == 0)
      return TRUE;
  return FALSE;
}

static void
answer_dialog (const char *heading,
               const char *response)
{
  g_autoptr (GList) windows = NULL;

  march_ui_wait (has_message_dialog, (gpointer) heading, heading);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data)
        && g_strcmp0 (adw_message_dialog_get_heading (l->data), heading) == 0)
      {
        if (g_str_equal (heading, "Whose Changes Count?"))
          {
            assert_read (l->data, "Here: title: Mine");
            assert_read (l->data, "There: title: Theirs");
          }
        adw_message_dialog_response (l->data, response);
        gtk_window_destroy (l->data);
        return;
      }
}

/* Somebody else has saved the same record meanwhile: merging asks whose counts, and saves that. */
static void
test_merge (void)
{
  g_autoptr (GFile)        file = copy_shipped ();
  MarchWindow             *window = march_ui_open_file (file);
  MarchDossier            *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autoptr (MarchDossier) other = march_dossier_open (file, NULL, NULL);
  g_autoptr (MarchDossier) saved = NULL;
  g_autoptr (GError)       error = NULL;

  rename_dossier (dossier, "Mine");
  rename_dossier (other, "Theirs");
  g_assert_true (march_dossier_save (other, MARCH_SAVE_DEFAULT, &error));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  answer_dialog ("The File Has Changed", "merge");
  answer_dialog ("Whose Changes Count?", "ours");
  march_ui_wait (is_saved, dossier, "the merged edits are saved");
  saved = march_dossier_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (march_dossier_get_title (saved), ==, "Mine");
  march_ui_close (window);
}

/* An edit shows in the title, can be undone and done again, and is saved. */
static void
test_edit (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  MarchDossier     *dossier = march_session_get_dossier (march_window_get_session (window));
  g_autofree char  *title = g_strdup (march_dossier_get_title (dossier));

  rename_dossier (dossier, "Another title");
  assert_read (GTK_WIDGET (window), "• Another title");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  g_assert_cmpstr (march_dossier_get_title (dossier), ==, "Another title");
  g_assert_true (march_dossier_get_modified (dossier));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  march_ui_wait (is_saved, dossier, "the dossier is saved");
  march_ui_close (window);

  window = march_ui_open_file (file);
  g_assert_cmpstr (
      march_dossier_get_title (march_session_get_dossier (march_window_get_session (window))), ==,
      "Another title");
  march_ui_close (window);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closing asks about edits that are not saved. */
static void
test_close_unsaved (void)
{
  g_autoptr (GFile) file = copy_shipped ();
  MarchWindow      *window = march_ui_open_file (file);
  gpointer          alive = window;
  GtkWindow        *dialog = NULL;
  g_autoptr (GList) windows = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  rename_dossier (march_session_get_dossier (march_window_get_session (window)), "Another title");
  gtk_window_close (GTK_WINDOW (window));
  march_ui_settle (300);
  g_assert_nonnull (alive);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  march_ui_wait (is_null, &alive, "the window is gone");
}

/* What another process does that ends before it saves. */
static int
leave_edit (const char *path)
{
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  g_autoptr (MarchDossier) dossier = march_dossier_open (file, NULL, NULL);

  rename_dossier (dossier, "Left behind");
  _exit (0);
}

/* Edits that a crash left behind are offered, and can be taken up. */
static void
test_recovery (void)
{
  g_autoptr (GFile)     file = copy_shipped ();
  const char *argv[] = { "/proc/self/exe", "--leave-edit", g_file_peek_path (file), NULL };
  g_autofree char      *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (GList)     windows = NULL;
  g_autoptr (GError)    error = NULL;
  MarchWindow          *window = NULL;
  GtkWindow            *dialog = NULL;
  guint                 index = 0;
  int                   status;

  argv[0] = program;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  recoveries = march_recovery_list ();
  while (index < recoveries->len
         && !g_str_equal (((MarchRecovery *) recoveries->pdata[index])->path,
                          g_file_peek_path (file)))
    index++;
  g_assert_cmpuint (index, <, recoveries->len);

  window = march_ui_open ();
  march_window_offer_recovery (window, g_ptr_array_steal_index (recoveries, index));
  march_ui_settle (200);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "recover");
  gtk_window_destroy (dialog);
  assert_read (GTK_WIDGET (window), "• Left behind");
  g_assert_true (
      march_dossier_revert (march_session_get_dossier (march_window_get_session (window)), &error));
  g_assert_no_error (error);
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

/* The page Why this colour? and back. */
static void
test_why (void)
{
  MarchWindow *window = march_ui_open ();

  click (window, "UA-65", 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.why", NULL));
  march_ui_settle (200);
  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_WHY_PAGE));
  assert_read (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_WHY_PAGE), "Russia says it owns it");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  march_ui_settle (200);
  g_assert_nonnull (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW));
  march_ui_close (window);
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
      click (window, "UA-43", 1);
      g_assert_nonnull (march_session_get_place (march_window_get_session (window)));
      march_ui_close (window);
    }
}

static void
assert_whole (MarchWindow *window, const char *part)
{
  GtkWidget      *label = march_ui_find_text (GTK_WIDGET (window), part);
  graphene_rect_t place;

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (window), &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (window)));
}

/* As of, known by and according to can be read at every width, also beside the selection's card and
 * for a projector. */
static void
test_question (void)
{
  const int sizes[][2] = { { 1340, 860 }, { 1024, 768 }, { 800, 600 }, { 640, 480 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MarchWindow  *window = march_ui_open_sized (sizes[i][0], sizes[i][1]);
      MarchSession *session = march_window_get_session (window);

      march_session_set_known_by (session, march_day_from_ymd (2025, 9, 1));
      march_session_select (session, find_place (session, "UA-65"));
      march_ui_settle (300);
      assert_whole (window, "as of ");
      assert_whole (window, "Known by: 1 September 2025");
      assert_whole (window, "According to: all sources");
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL));
      march_ui_settle (300);
      assert_whole (window, "Known by: 1 September 2025");
      assert_whole (window, "According to: all sources");
      march_ui_close (window);
    }
}

/* Ctrl+F searches the quotations of the page; where it has none, everything. */
static void
test_find (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  GtkWidget    *bar = NULL;

  march_session_select (session, find_place (session, "UA-65"));
  march_ui_settle (300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL));
  march_ui_settle (400);
  bar = march_ui_find (panel, GTK_TYPE_SEARCH_BAR);
  g_assert_nonnull (bar);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (march_ui_find (bar, GTK_TYPE_SEARCH_ENTRY)), "zzyzx");
  assert_read (panel, "0 of ");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  march_ui_settle (300);
  g_assert_null (march_ui_find_text (panel, "0 of "));
  march_session_select (session, NULL);
  march_ui_settle (300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL));
  march_ui_settle (300);
  g_assert_nonnull (march_ui_find (panel, MARCH_TYPE_SEARCH_PAGE));
  march_ui_close (window);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--leave-edit"))
    return leave_edit (argv[2]);
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/click", test_click);
  g_test_add_func ("/ui/window/day", test_day);
  g_test_add_func ("/ui/window/typed-date", test_typed_date);
  g_test_add_func ("/ui/window/steps", test_steps);
  g_test_add_func ("/ui/window/lens", test_lens);
  g_test_add_func ("/ui/window/known-by", test_known_by);
  g_test_add_func ("/ui/window/legend", test_legend);
  g_test_add_func ("/ui/window/fit", test_fit);
  g_test_add_func ("/ui/window/search", test_search);
  g_test_add_func ("/ui/window/event", test_event);
  g_test_add_func ("/ui/window/found", test_found);
  g_test_add_func ("/ui/window/missing-file", test_missing_file);
  g_test_add_func ("/ui/window/dialogs", test_dialogs);
  g_test_add_func ("/ui/window/chips", test_chips);
  g_test_add_func ("/ui/window/typed-known-by", test_typed_known_by);
  g_test_add_func ("/ui/window/edit", test_edit);
  g_test_add_func ("/ui/window/merge", test_merge);
  g_test_add_func ("/ui/window/close-unsaved", test_close_unsaved);
  g_test_add_func ("/ui/window/recovery", test_recovery);
  g_test_add_func ("/ui/window/projector", test_projector);
  g_test_add_func ("/ui/window/why", test_why);
  g_test_add_func ("/ui/window/sizes", test_sizes);
  g_test_add_func ("/ui/window/question", test_question);
  g_test_add_func ("/ui/window/find", test_find);
  return g_test_run ();
}
