/* test-panel.c — what the side panel and the page Why this colour? say of a place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "march-ui.h"
#include "panel-fixture.h"
#include "panel/march-history-strip.h"
#include "panel/march-settle-dialog.h"
#include "widgets/march-text-row.h"

static void
test_overview (PanelFixture *fixture, gconstpointer data)
{
  panel_assert_says (fixture->panel, "Velmark");
  panel_assert_says (fixture->panel, "38 quotations");
  panel_press (fixture->panel, "38 quotations");
  panel_assert_says (fixture->panel, "Quotations 38");
  g_assert_true (gtk_widget_activate_action (fixture->panel, "panel.back", NULL));
  panel_settle ();
  panel_assert_says (fixture->panel, "Disputed on this day");
  panel_assert_says (fixture->panel, "Brena Province");
  panel_assert_says (fixture->panel, "Unidentified sources");
}

static void
test_place (PanelFixture *fixture, gconstpointer data)
{
  panel_look_at (fixture, "Brena Province", "2020-06-15");
  panel_assert_says (fixture->panel, "Brena Province");
  panel_assert_says (fixture->panel, "Held by Free Marches");
  panel_assert_says (fixture->panel, "concluded");
  panel_assert_says (fixture->panel, "Velmark says it owns it");
  panel_assert_says (fixture->panel, "Brennaland (used by Free Marches)");
  panel_assert_says (fixture->panel, "Symbolic");
}

static void
test_place_on_another_day (PanelFixture *fixture, gconstpointer data)
{
  panel_look_at (fixture, "Brena Province", "2018-07-01");
  panel_assert_says (fixture->panel, "Not disputed in this dossier");
  panel_assert_says_not (fixture->panel, "Held by Free Marches");
}

/* A stretch of the past moves the day into it and shows what it rests on. */
static void
test_stretch (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchHistory) history = NULL;
  const MarchLane         *control = NULL;
  const MarchStretch      *held = NULL;

  panel_look_at (fixture, "Brena Province", "2018-07-01");
  history = march_history_new (
      march_session_get_corpus (fixture->session),
      march_snapshot_get_question (march_session_get_snapshot (fixture->session)),
      panel_get_place (fixture, "Brena Province"), NULL);
  control = history->lanes->pdata[0];
  held = control->stretches->pdata[control->stretches->len - 1];
  g_signal_emit_by_name (march_ui_find (fixture->panel, MARCH_TYPE_HISTORY_STRIP),
                         "stretch-activated", held);
  panel_settle ();
  g_assert_cmpint (march_session_get_as_of (fixture->session), ==, held->from);
  panel_assert_says (fixture->panel, "Held by Free Marches");
  panel_assert_says (fixture->panel, "Stretch 2019–");
  panel_press (fixture->panel, "Stretch 2019–");
  panel_assert_says_not (fixture->panel, "Stretch 2019–");
}

/* Of a silent stretch it is told what is missing, and days that follow from a date are called
 * so. */
static void
test_silent_stretch (PanelFixture *fixture, gconstpointer data)
{
  g_autoptr (MarchHistory) history = NULL;
  const MarchLane         *control = NULL;
  g_autofree char         *held = NULL;

  panel_look_at (fixture, "Brena Province", "2020-06-15");
  history = march_history_new (
      march_session_get_corpus (fixture->session),
      march_snapshot_get_question (march_session_get_snapshot (fixture->session)),
      panel_get_place (fixture, "Brena Province"), NULL);
  control = history->lanes->pdata[0];
  held = march_stretch_describe (control->stretches->pdata[control->stretches->len - 1]);
  g_assert_nonnull (strstr (held, "(derived days)"));
  panel_assert_says_not (fixture->panel, "No quotation on record says who held it");
  g_signal_emit_by_name (march_ui_find (fixture->panel, MARCH_TYPE_HISTORY_STRIP),
                         "stretch-activated", control->stretches->pdata[0]);
  panel_settle ();
  panel_assert_says (fixture->panel, "No quotation on record says who held it");
}

static void
test_history (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus         *corpus = march_session_get_corpus (fixture->session);
  const MarchQuestion *question
      = march_snapshot_get_question (march_session_get_snapshot (fixture->session));
  g_autoptr (MarchHistory) history
      = march_history_new (corpus, question, panel_get_place (fixture, "Brena Province"), NULL);
  const MarchLane    *control = history->lanes->pdata[0];
  const MarchStretch *first = control->stretches->pdata[0];
  const MarchStretch *last = control->stretches->pdata[control->stretches->len - 1];

  g_assert_cmpuint (history->lanes->len, ==, 3);
  g_assert_cmpint (first->from, ==, history->first);
  g_assert_cmpint (first->entry->symbol, ==, MARCH_SYMBOL_SILENT);
  g_assert_cmpint (first->until, ==, march_day_from_ymd (2019, 5, 1));
  g_assert_cmpint (last->entry->symbol, ==, MARCH_SYMBOL_HELD);
  g_assert_true (last->entry->concluded);
  g_assert_cmpint (last->until, ==, history->last + 1);
}

/* The panel never asks for more than the narrowest window gives it, or the map would jump when a
 * place is selected. */
static void
test_width (PanelFixture *fixture, gconstpointer data)
{
  GPtrArray *places = march_corpus_get_places (march_session_get_corpus (fixture->session));
  int        minimum = 0;

  for (guint i = 0; i < places->len; i++)
    {
      march_session_select (fixture->session, places->pdata[i]);
      panel_settle ();
      gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 340);
    }
  march_session_select (fixture->session, NULL);
  panel_settle ();
  gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
}

static void
test_why (PanelFixture *fixture, gconstpointer data)
{
  panel_look_at (fixture, "Brena Province", "2020-06-15");
  march_session_show_why (fixture->session, panel_get_place (fixture, "Brena Province"));
  panel_settle ();
  panel_assert_says (fixture->why, "Brena Province");
  panel_assert_says (fixture->why, "The whole is held: solid colour.");
  panel_assert_says (fixture->why, "Reasoning");
  panel_assert_says (fixture->why, "moderate confidence");
  panel_assert_says (fixture->why, "Solid colour, dashed edge");
  panel_assert_says (fixture->why, "supports");
  panel_assert_says (fixture->why, "published ");
  panel_assert_says (fixture->why, "Not known");
}

/* What nothing is said of needs one sentence, not a card for each thing that is missing. */
static void
test_why_without_words (PanelFixture *fixture, gconstpointer data)
{
  panel_look_at (fixture, "Brena Province", "2001-06-15");
  march_session_show_why (fixture->session, panel_get_place (fixture, "Brena Province"));
  panel_settle ();
  panel_assert_says (fixture->why, "No quotation and no source");
  panel_assert_says_not (fixture->why, "Unidentified report");
}

/* In the smallest window, with text of twice the size. */
static void
test_why_width (PanelFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GPtrArray   *places = march_corpus_get_places (march_session_get_corpus (fixture->session));
  int          dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  panel_look_at (fixture, "Brena Province", "2020-06-15");
  for (guint i = 0; i < places->len; i++)
    {
      int minimum = 0;

      march_session_show_why (fixture->session, places->pdata[i]);
      panel_settle ();
      gtk_widget_measure (fixture->why, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, >, 0);
      g_assert_cmpint (minimum, <=, 640);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (march_dossier_edit_finish (MARCH_DOSSIER (source), result, &error));
  g_assert_no_error (error);
}

static void
test_settle (PanelFixture *fixture, gconstpointer data)
{
  MarchDossier        *dossier = march_session_get_dossier (fixture->session);
  const MarchFinding  *finding = NULL;
  const MarchConflict *conflict = NULL;
  g_autoptr (GError) error = NULL;

  panel_look_at (fixture, "Dorn", "2020-06-15");
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        panel_get_place (fixture, "Dorn"));
  g_assert_cmpuint (finding->conflicts->len, ==, 1);
  conflict = finding->conflicts->pdata[0];
  g_assert_false (conflict->settled);
  march_settle_conflict_async (dossier, conflict, conflict->a, "seen with own eyes", settled_cb,
                               NULL);
  march_ui_await_edit (dossier);
  panel_settle ();
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        panel_get_place (fixture, "Dorn"));
  g_assert_true (((const MarchConflict *) finding->conflicts->pdata[0])->settled);
  panel_assert_says (fixture->panel, "settled");
  g_assert_true (march_dossier_undo (dossier, &error));
  panel_settle ();
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        panel_get_place (fixture, "Dorn"));
  g_assert_false (((const MarchConflict *) finding->conflicts->pdata[0])->settled);
}

static guint
count_active (GtkWidget *widget)
{
  guint n = GTK_IS_CHECK_BUTTON (widget)
            && gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_active (child);
  return n;
}

/* Nobody is preferred before the analyst chooses, and a choice needs its rule and its reason. */
static void
test_settle_dialog (PanelFixture *fixture, gconstpointer data)
{
  const MarchFinding *finding = NULL;
  AdwMessageDialog   *dialog = NULL;
  GtkWidget          *first = NULL;

  panel_look_at (fixture, "Dorn", "2020-06-15");
  finding = march_snapshot_get_finding (march_session_get_snapshot (fixture->session),
                                        panel_get_place (fixture, "Dorn"));
  march_settle_dialog_present (GTK_WINDOW (fixture->window), fixture->session,
                               finding->conflicts->pdata[0]);
  panel_settle ();
  dialog = ADW_MESSAGE_DIALOG (march_ui_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  g_assert_cmpuint (count_active (GTK_WIDGET (dialog)), ==, 0);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "settle"));
  first = march_ui_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (first),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "settle"));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (march_ui_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN)), 2);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "settle"));
  march_typed_set_text (march_ui_find (GTK_WIDGET (dialog), MARCH_TYPE_TEXT_AREA),
                        "it was there");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "settle"));
  adw_message_dialog_response (dialog, "settle");
  gtk_window_destroy (GTK_WINDOW (dialog));
  march_ui_await_edit (march_session_get_dossier (fixture->session));
  panel_settle ();
  march_session_show_why (fixture->session, panel_get_place (fixture, "Dorn"));
  panel_settle ();
  panel_assert_says (fixture->why, "The independent source: it was there");
}

/* A sea that nobody disputes is water, not land. */
static void
test_water (PanelFixture *fixture, gconstpointer data)
{
  MarchCorpus *corpus = march_session_get_corpus (fixture->session);
  GPtrArray   *places = march_corpus_get_places (corpus);
  guint        n = 0;

  panel_look_at (fixture, "Brena Province", "2010-06-01");
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace    *place = places->pdata[i];
      g_autoptr (MarchWhy) why
          = march_why_new (march_session_get_snapshot (fixture->session), place);
      const MarchWhyRow *row = why->rows->pdata[0];
      g_autoptr (MarchLegendEntry) entry = march_legend_entry_new_for_why (why, row);
      gboolean water = place->kind == MARCH_PLACE_SEA && row->symbol == MARCH_SYMBOL_UNDISPUTED;

      g_assert_true ((entry->kind == MARCH_SWATCH_WATER) == water);
      n += water;
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  panel_init (&argc, &argv);
  panel_add ("/panel/overview", test_overview);
  panel_add ("/panel/place", test_place);
  panel_add ("/panel/place-on-another-day", test_place_on_another_day);
  panel_add ("/panel/stretch", test_stretch);
  panel_add ("/panel/silent-stretch", test_silent_stretch);
  panel_add ("/panel/history", test_history);
  panel_add ("/panel/width", test_width);
  panel_add ("/panel/why", test_why);
  panel_add ("/panel/why-without-words", test_why_without_words);
  panel_add ("/panel/why-width", test_why_width);
  panel_add ("/panel/settle", test_settle);
  panel_add ("/panel/settle-dialog", test_settle_dialog);
  panel_add ("/panel/water", test_water);
  return g_test_run ();
}
