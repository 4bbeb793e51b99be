/* test-window-search.c — what is found in a window: by a search, on a page, on the timeline */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "panel/march-gaps-page.h"
#include "panel/march-panel.h"
#include "panel/march-search-page.h"
#include "sources/march-source-dialog.h"
#include "timeline/march-timeline-axis-private.h"

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
  march_ui_assert_read (panel, "Enerhodar");
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

  march_ui_click (window, "UA-09", 1);
  march_ui_assert_read (panel, "Luhansk Oblast");
  march_map_view_get_view (map, &before);
  click_event (window, "Russia annexes Crimea");
  g_assert_cmpint (march_session_get_as_of (session), ==, march_day_from_ymd (2014, 1, 1));
  march_ui_assert_read (panel, "event");
  march_ui_assert_read (panel, "Russia annexes Crimea");
  g_assert_cmpstr (march_place_get_name (march_session_get_place (session), "en"), ==, "Crimea");
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 0.001);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.001);

  click_event (window, "Talks in Istanbul");
  march_ui_assert_read (panel, "Talks in Istanbul");
  march_map_view_get_view (map, &after);
  g_assert_cmpfloat (after.zoom, <=, before.zoom);
  g_assert_cmpfloat (after.zoom, >, before.zoom - 2);
  march_view_project (&after, 28.98, 41.01, &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (y, <, after.height);
  g_assert_true (gtk_widget_activate_action (panel, "panel.back", NULL));
  march_ui_assert_read (panel, "Russia annexes Crimea");
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

  march_ui_click (window, "UA-09", 1);
  click_event (window, "Putin’s annual phone-in");
  march_ui_assert_read (panel, "Putin’s annual phone-in");
  g_assert_null (march_session_get_place (session));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  march_ui_settle (100);
  entry = march_ui_find (panel, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Fomin");
  g_signal_emit_by_name (entry, "activate");
  march_ui_assert_read (panel, "person");
  march_ui_assert_read (panel, "Alexander Fomin");
  g_assert_null (march_session_get_place (session));
  march_ui_close (window);
}

/* Whether all of the entry is within the list that it scrolls with. */
static gboolean
is_in_view (gpointer entry)
{
  GtkWidget      *list = gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (entry, list, &bounds) && bounds.size.height > 20
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (list);
}

/* Ctrl+F searches the quotations of the page; where it has none, everything. */
static void
test_find (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *panel = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_PANEL);
  GtkWidget    *bar = NULL;

  march_session_select (session, march_ui_find_place (session, "UA-65"));
  march_ui_settle (300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL));
  march_ui_settle (400);
  bar = march_ui_find (panel, GTK_TYPE_SEARCH_BAR);
  g_assert_nonnull (bar);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  march_ui_wait (is_in_view, march_ui_find (bar, GTK_TYPE_SEARCH_ENTRY), "the entry is in view");
  gtk_editable_set_text (GTK_EDITABLE (march_ui_find (bar, GTK_TYPE_SEARCH_ENTRY)), "zzyzx");
  march_ui_assert_read (panel, "0 of ");
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

static gboolean
has_rows (gpointer page)
{
  GtkListView *view = GTK_LIST_VIEW (march_ui_find (page, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))) > 0;
}

static gboolean
has_dialog (gpointer data)
{
  return march_ui_find_window (MARCH_TYPE_SOURCE_DIALOG) != NULL;
}

static void
choose_kind (GtkWidget *page, const char *words)
{
  GtkDropDown *kinds = GTK_DROP_DOWN (march_ui_find (page, GTK_TYPE_DROP_DOWN));
  GListModel  *model = gtk_drop_down_get_model (kinds);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words))
      {
        gtk_drop_down_set_selected (kinds, i);
        return;
      }
  g_assert_not_reached ();
}

/* A date that isn't sure leads to the form of its source, with the keys in the date. */
static void
test_gap (void)
{
  MarchWindow *window = march_ui_open ();
  GtkWidget   *page = NULL;
  GtkWidget   *row = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.gaps", NULL));
  march_ui_settle (200);
  page = march_ui_find (GTK_WIDGET (window), MARCH_TYPE_GAPS_PAGE);
  g_assert_nonnull (page);
  march_ui_wait (has_rows, page, "gaps are listed");
  choose_kind (page, "Inferred dates");
  g_signal_emit_by_name (march_ui_find (page, GTK_TYPE_LIST_VIEW), "activate", 0u);
  march_ui_wait (has_dialog, NULL, "there is a dialog");
  march_ui_settle (300);
  row = gtk_widget_get_ancestor (
      gtk_window_get_focus (march_ui_find_window (MARCH_TYPE_SOURCE_DIALOG)), ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                   "Published on"));
  gtk_window_destroy (march_ui_find_window (MARCH_TYPE_SOURCE_DIALOG));
  march_ui_close (window);
}

int
main (int    argc,
      char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/search", test_search);
  g_test_add_func ("/ui/window/event", test_event);
  g_test_add_func ("/ui/window/found", test_found);
  g_test_add_func ("/ui/window/find", test_find);
  g_test_add_func ("/ui/window/gap", test_gap);
  return g_test_run ();
}
