/* test-window-question.c — the question asked of a window: as of, known by, according to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"

#include "base/march-error.h"

/* Before the annexations nobody but its own state says to own the place. */
static void
test_day (void)
{
  MarchWindow        *window = march_ui_open ();
  MarchSession       *session = march_window_get_session (window);
  MarchTimeline      *timeline = MARCH_TIMELINE (march_ui_find (GTK_WIDGET (window),
                                                                MARCH_TYPE_TIMELINE));
  const MarchPlace   *place = march_ui_find_place (session, "UA-65");
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
  march_ui_assert_read (GTK_WIDGET (window), "31 December 2014");

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
  march_ui_assert_read (timeline, "“spring 2022” leaves the day open; 1 March 2022 is taken.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2050");
  g_signal_emit_by_name (entry, "activate");
  march_ui_assert_read (timeline, "“2050” is outside the dossier’s days");
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

/* Known by a day before all sources, the map is empty and says why. */
static void
test_known_by (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);

  march_session_set_known_by (session, march_day_from_ymd (2022, 1, 1));
  march_ui_assert_read (march_ui_find (GTK_WIDGET (window), MARCH_TYPE_MAP_VIEW), "arliest source");
  march_ui_assert_read (GTK_WIDGET (window), "known by 1 January 2022");
  march_session_set_known_by (session, MARCH_DAY_MAX);
  march_ui_assert_read (GTK_WIDGET (window), "known by today");
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
  march_ui_assert_read (popover, "“2025” leaves the day open; 31 December 2025 is taken.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_known_by (session), ==, march_day_from_ymd (2025, 12, 31));
  march_ui_assert_read (popover, "“soon” is not a date");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 June 2025");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (march_session_get_known_by (session), ==, march_day_from_ymd (2025, 6, 1));
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER));
  march_ui_close (window);
}

/* Whose word counts can be typed: Enter takes the first that is found. */
static void
test_typed_according (void)
{
  MarchWindow  *window = march_ui_open ();
  MarchSession *session = march_window_get_session (window);
  GtkWidget    *popover = NULL;
  GtkWidget    *entry = NULL;
  gint64        actor = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.according-to", NULL));
  march_ui_settle (300);
  popover = march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER);
  entry = march_ui_find (popover, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody at all");
  g_signal_emit_by_name (entry, "activate");
  g_object_get (session, "according-actor", &actor, NULL);
  g_assert_cmpint (actor, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ukrai");
  g_signal_emit_by_name (entry, "activate");
  march_ui_settle (300);
  g_assert_null (march_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER));
  march_ui_assert_read (GTK_WIDGET (window), "According to: Ukraine");
  march_ui_close (window);
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
      march_session_select (session, march_ui_find_place (session, "UA-65"));
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

int
main (int    argc,
      char **argv)
{
  march_ui_init (&argc, &argv);
  g_test_add_func ("/ui/window/day", test_day);
  g_test_add_func ("/ui/window/typed-date", test_typed_date);
  g_test_add_func ("/ui/window/steps", test_steps);
  g_test_add_func ("/ui/window/known-by", test_known_by);
  g_test_add_func ("/ui/window/chips", test_chips);
  g_test_add_func ("/ui/window/typed-known-by", test_typed_known_by);
  g_test_add_func ("/ui/window/typed-according", test_typed_according);
  g_test_add_func ("/ui/window/question", test_question);
  return g_test_run ();
}
